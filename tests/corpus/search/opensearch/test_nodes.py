"""A node of the cluster dies while questions are asked: every answer stays right."""

from __future__ import annotations

import shutil
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from corpus.search import EngineUnreachableError, SearchEngine
from corpus.search.engines.opensearch.layout import Sizing
from corpus.search.queries import AnyDay, OnDay, Query
from corpus.search.results import Results
from tests.corpus.search.asking import TODAY, asking
from tests.corpus.search.conftest import engine_on
from tests.corpus.search.texts import document, own_documents
from tests.servers.opensearch.fixtures import require_jars
from tests.servers.opensearch.nodes import Node, start_nodes

QUERIES = [
    asking(text, when=when, count_facets=True, limit=100)
    for text in ("выборы OR выборов", "закон*", '"порядок выборов"', "әкім -кандидат")
    for when in (AnyDay(), OnDay(TODAY))
]


@pytest.fixture
def nodes() -> Iterator[list[Node]]:
    """Two nodes of this test's own, for one of them is killed."""
    require_jars()
    folder = Path(tempfile.mkdtemp(prefix="nusqa-nodes-"))
    started: list[Node] = []
    try:
        started += start_nodes(folder, 2)
        yield started
    finally:
        for node in started:
            node.kill()
        shutil.rmtree(folder, ignore_errors=True)


@dataclass
class Reader:
    """Asks again and again, and compares each answer with the first."""

    engine: SearchEngine
    expected: dict[Query, Results]
    answered: int = 0
    slowest: float = 0.0
    failures: list[str] = field(default_factory=list)

    def read(self, done: threading.Event) -> None:
        """Ask until told to stop."""
        while not done.is_set():
            for query, expected in self.expected.items():
                begun = time.monotonic()
                try:
                    if told(self.engine.search(query)) != told(expected):
                        self.failures.append(f"another answer to {query.text}")
                except Exception as failure:  # noqa: BLE001 - shown by the test
                    self.failures.append(repr(failure))
                self.slowest = max(self.slowest, time.monotonic() - begun)
                self.answered += 1


def told(results: Results) -> object:
    """What must not change when a node dies; scores may, in their last digits."""
    found = [(hit.ngr, hit.key, hit.lang, hit.wordings) for hit in results.hits]
    return results.total, sorted(found, key=str), results.facets


@pytest.mark.parametrize("dies", [0, 1])
def test_a_node_dies_and_every_answer_stays_right(nodes: list[Node], dies: int) -> None:
    urls = tuple(node.url for node in nodes)
    engine = engine_on(urls, "nusqa", Sizing())
    engine.rebuild(own_documents(), "whole")
    expected = {query: engine.search(query) for query in QUERIES}
    assert all(results.total for results in expected.values())
    readers = [
        Reader(one, expected) for one in (engine, engine, engine_on(urls, "nusqa", Sizing()))
    ]
    done = threading.Event()
    threads = [threading.Thread(target=reader.read, args=(done,)) for reader in readers]
    for thread in threads:
        thread.start()
    wait_for_answers(readers, 30)
    nodes[dies].kill()
    killed_after = [reader.answered for reader in readers]
    wait_for_answers(readers, 60)
    done.set()
    for thread in threads:
        thread.join()
    assert [reader.failures for reader in readers] == [[], [], []]
    assert all(r.answered > before + 20 for r, before in zip(readers, killed_after, strict=True))
    assert engine.state() == "whole"
    if dies:  # the node that is left leads the cluster, so it can be written to
        engine.update([document("слово после падения")], [], "after")
        assert engine.search(asking("падения")).total == 1
        engine.rebuild(own_documents(), "anew")
        assert engine.count() == len(own_documents())
    else:
        with pytest.raises(EngineUnreachableError, match="takes no writes now"):
            engine.rebuild(own_documents(), "anew")
        assert engine.state() == "whole"


def wait_for_answers(readers: list[Reader], more: int) -> None:
    """Wait until each has that many answers more."""
    wanted = [reader.answered + more for reader in readers]
    end = time.monotonic() + 120
    while any(r.answered < goal for r, goal in zip(readers, wanted, strict=True)):
        assert time.monotonic() < end, [reader.failures[:1] for reader in readers]
        time.sleep(0.05)

"""Every contract test runs over every engine."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.search import SearchDocument, SearchEngine, open_engine
from corpus.search.engines.opensearch.access import Access
from corpus.search.engines.opensearch.cluster import Cluster
from corpus.search.engines.opensearch.engine import OpenSearchEngine
from corpus.search.engines.opensearch.layout import Sizing
from corpus.search.words.analysis import Analyser

IN_A_FOLDER = pytest.mark.parametrize("engine_name", ["tantivy", "whoosh"])
"""Of tests that look at an index's files."""


@dataclass(frozen=True)
class Settings:
    search_engine: str
    index_dir: Path


@pytest.fixture(params=["tantivy", "whoosh", "opensearch"])
def engine_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def engine(engine_name: str, tmp_path: Path, request: pytest.FixtureRequest) -> SearchEngine:
    """An engine without an index."""
    if engine_name == "opensearch":
        on_cluster: SearchEngine = request.getfixturevalue("opensearch_engine")
        return on_cluster
    return open_engine(Settings(engine_name, tmp_path / "index"))


@pytest.fixture
def holding(engine: SearchEngine) -> Callable[..., SearchEngine]:
    """An engine that holds the given documents."""

    def build(*documents: SearchDocument) -> SearchEngine:
        engine.rebuild(documents)
        return engine

    return build


@pytest.fixture(scope="session")
def opensearch_index(opensearch_urls: tuple[str, ...]) -> Iterator[str]:
    """What a worker's indexes may be called; what is left of them at the end is removed."""
    name = f"test-{uuid.uuid4().hex[:16]}"
    yield name
    cluster = Cluster(Access(opensearch_urls))
    for index in cluster.indexes(f"{name}-*"):
        cluster.delete_index(index)


@pytest.fixture
def opensearch_engine(
    opensearch_urls: tuple[str, ...], opensearch_index: str
) -> Iterator[OpenSearchEngine]:
    """An engine on the cluster, without an index. It makes no copies, which would take time."""
    engine = engine_on(opensearch_urls, opensearch_index, Sizing(replicas=0))
    yield engine
    engine.withdraw()


def engine_on(
    urls: tuple[str, ...], name: str, sizing: Sizing, lease: float = 2.0
) -> OpenSearchEngine:
    """An engine on the cluster; a writer that was killed is waited for no longer than `lease`."""
    return OpenSearchEngine(Access(urls), Analyser(), name=name, sizing=sizing, lease=lease)

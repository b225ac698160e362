"""A new index takes the old one's place in the cluster: no moment without search, nothing lost."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

import pytest

from corpus.search import IndexUnreadableError, SearchDocument
from corpus.search.engines.opensearch.cluster import Answer, Cluster
from corpus.search.engines.opensearch.engine import Naming, OpenSearchEngine
from corpus.search.engines.opensearch.layout import POINTER, Sizing
from corpus.search.engines.opensearch.writing import Writing
from tests.corpus.search.asking import asking, ids
from tests.corpus.search.conftest import engine_on
from tests.corpus.search.reading_beside import reading
from tests.corpus.search.texts import document, own_documents

Opened = Callable[..., OpenSearchEngine]
GENERATION = [document(f"поколение слово{turn % 2}", key=f"art_{turn}") for turn in range(60)]


def own_indexes(cluster: Cluster, name: str) -> list[str]:
    return list(cluster.indexes(f"{Naming(name).alias}-*"))


def wait_until(it_is_so: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not it_is_so():
        assert time.monotonic() < end, "no reader gets there"
        time.sleep(0.01)


def test_readers_keep_answering_while_the_index_is_replaced(
    opened: Opened, cluster: Cluster, name: str
) -> None:
    writer, shared = opened(), opened()
    writer.rebuild(GENERATION[:30])
    with reading((shared, shared, opened()), "поколение") as (seen, was_seen):
        wait_until(lambda: was_seen(30))
        for turn in range(6):
            if turn % 2:
                writer.update(GENERATION[30:], [], f"{turn}")
            else:
                writer.rebuild(GENERATION[:30], f"{turn}")
        # Each of these takes 30 out and puts 30 in: whoever sees half of it sees another number.
        for turn in range(4):
            new, old = GENERATION[:30], GENERATION[30:]
            writer.update(new if turn % 2 else old, [d.id for d in (old if turn % 2 else new)])
        writer.update(GENERATION, [], "last")
        wait_until(lambda: was_seen(60))
    assert seen == {30, 60}
    assert shared.search(asking("поколение")).total == 60
    assert shared.state() == "last"
    assert len(own_indexes(cluster, name)) == 1


KILLED = """
import itertools, sys
from tests.corpus.search.conftest import Sizing, engine_on
from tests.corpus.search.texts import document

def endless():
    for number in itertools.count():
        if number == 1200:  # two loads have been sent
            print("writing", flush=True)
        yield document(f"новое слово {number} " + "много слов " * 100)

engine = engine_on(tuple(sys.argv[3:]), sys.argv[1], Sizing())
if sys.argv[2] == "rebuild":
    engine.rebuild(endless(), "new")
else:
    engine.update(endless(), [sys.argv[2]], "new")
"""


def kill_a_writer(urls: tuple[str, ...], name: str, does: str) -> None:
    """Let another process write for a while, then kill it."""
    words = [sys.executable, "-c", KILLED, name, does, *urls]
    with subprocess.Popen(words, stdout=subprocess.PIPE) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == b"writing\n"
        writer.send_signal(signal.SIGKILL)


def test_a_killed_build_leaves_the_old_index_and_its_rest_is_swept(
    opened: Opened, opensearch_urls: tuple[str, ...], cluster: Cluster, name: str
) -> None:
    engine = opened()
    engine.rebuild(own_documents(), "old")
    kill_a_writer(opensearch_urls, name, "rebuild")
    assert (engine.count(), engine.state()) == (len(own_documents()), "old")
    assert opened().search(asking("новое")).total == 0
    assert len(own_indexes(cluster, name)) == 2
    engine.rebuild(own_documents())
    assert len(own_indexes(cluster, name)) == 1


def test_a_killed_update_changes_nothing_and_the_next_one_clears_it_away(
    opened: Opened, opensearch_urls: tuple[str, ...], name: str
) -> None:
    engine = opened()
    old = own_documents()
    engine.rebuild(old, "old")
    kill_a_writer(opensearch_urls, name, old[0].id)
    engine.verify()
    assert (engine.count(), engine.state()) == (len(old), "old")
    new = document("новейшее слово")
    engine.update([new], [old[1].id], "newest")
    assert ids(opened().search(asking("новейшее"))) == [new.id]
    assert engine.search(asking("новое много")).total == 0
    assert (engine.count(), engine.state()) == (len(old), "newest")
    engine.verify()


def test_what_was_written_but_not_committed_is_not_seen(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = opened()
    old, new = document("прежнее слово"), document("новое слово")
    engine.rebuild([old], "old")

    class Killed(BaseException):
        pass

    def killed(*_: object) -> Answer:
        raise Killed

    with monkeypatch.context() as dying:
        dying.setattr(Writing, "_commit", killed)
        with pytest.raises(Killed):
            engine.update([new], [old.id], "new")
    for one in (engine, opened()):
        assert (one.state(), one.count(), set(one.ids(old.ngr))) == ("old", 1, {old.id})
        assert ids(one.search(asking("слово"))) == [old.id]
        one.verify()


def test_an_answer_shows_what_another_process_wrote_before_it_was_asked(opened: Opened) -> None:
    reader, writer = opened(), opened()
    documents = [document(f"слово{turn}", key="art_1") for turn in range(5)]
    writer.rebuild(documents[:1])
    for old, new in pairwise(documents):
        assert ids(reader.search(asking("слово*"))) == [old.id]
        writer.update([new], [old.id])
    writer.rebuild(documents[:1])
    assert ids(reader.search(asking("слово*"))) == [documents[0].id]


def test_what_a_writer_left_that_died_right_after_its_commit_is_cleared_away(
    opened: Opened, cluster: Cluster, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    engine = opened()
    old, new = document("прежнее слово"), document("новое слово")
    newest = document("новейшее слово", key="art_2")
    engine.rebuild([old], "old")

    class Killed(BaseException):
        pass

    def killed(_: Cluster, _index: str, ids: Iterable[str]) -> Iterator[int]:
        if list(ids):
            raise Killed
        return iter(())

    with monkeypatch.context() as dying:
        dying.setattr(Cluster, "remove", killed)
        with pytest.raises(Killed):
            engine.update([new], [old.id], "new")
    (index,) = own_indexes(cluster, name)
    assert cluster.held(index, [old.id]), "it was to die before it could delete anything"
    for one in (engine, opened()):
        assert (one.state(), one.count(), set(one.ids(old.ngr))) == ("new", 1, {new.id})
        assert one.search(asking("прежнее")).total == 0
        assert one.search(asking("новое")).total == 1
        one.verify()
    engine.update([newest], [], "newest")
    assert cluster.held(index, [old.id]) == []
    assert engine.search(asking("слово", limit=9)).total == engine.count() == 2
    engine.verify()


def test_writers_wait_for_each_other(opened: Opened) -> None:
    opened().rebuild([], "start")
    writing: list[int] = []
    most_at_once: list[int] = []
    failures: list[BaseException] = []

    def slowly(number: int) -> Iterator[SearchDocument]:
        writing.append(number)
        most_at_once.append(len(writing))
        time.sleep(0.5)  # long enough for the others to come
        yield document(f"слово писателя{number}", key=f"art_{number}")
        writing.remove(number)

    def write(number: int) -> None:
        try:
            opened(lease=30).update(slowly(number), [])
        except BaseException as failure:  # noqa: BLE001 - shown below
            failures.append(failure)

    writers = [threading.Thread(target=write, args=(number,)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert failures == []
    assert most_at_once == [1, 1, 1, 1]
    engine = opened()
    assert engine.search(asking("слово")).total == engine.count() == 4
    engine.verify()


def test_an_index_of_another_installation_is_left_alone(
    opened: Opened, opensearch_urls: tuple[str, ...], cluster: Cluster, name: str
) -> None:
    other = engine_on(opensearch_urls, f"{Naming(name).alias}-other", Sizing())
    other.rebuild([document("чужое слово")])
    opened().rebuild([document("своё слово")])
    opened().withdraw()
    assert other.search(asking("чужое")).total == 1
    assert opened().state() is None


def test_a_pointer_that_lacks_something_is_noticed_and_a_rebuild_mends_it(
    opened: Opened, cluster: Cluster, name: str
) -> None:
    opened().rebuild(own_documents())
    (index,) = own_indexes(cluster, name)
    cluster.put(index, POINTER, {POINTER: {"number": 1}})
    with pytest.raises(IndexUnreadableError, match="nusqa index rebuild"):
        opened().search(asking("закон"))
    opened().rebuild(own_documents())
    assert opened().count() == len(own_documents())


def test_lost_documents_are_noticed(opened: Opened, cluster: Cluster, name: str) -> None:
    documents: list[SearchDocument] = own_documents()
    engine = opened()
    engine.rebuild(documents)
    engine.verify()
    (index,) = own_indexes(cluster, name)
    assert list(cluster.remove(index, [documents[0].id])) == [1]
    cluster.make_visible(index)
    with pytest.raises(IndexUnreadableError) as noticed:
        engine.verify()
    assert noticed.value.reason == f"it has {len(documents) - 1} of {len(documents)} documents"

"""Documents that somebody else has deleted: the index is known to be partial, and is mended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from corpus.search import IndexMissingError, IndexUnreadableError
from corpus.search.engines.opensearch.cluster import Cluster
from corpus.search.engines.opensearch.engine import OpenSearchEngine
from corpus.search.keeping.following import followed
from corpus.search.keeping.keeper import IndexKeeper
from corpus.store import Store, open_store
from tests.corpus.search.keeping.by_label import days_by_label
from tests.corpus.search.keeping.test_following import wait_for
from tests.corpus.search.texts import own_documents


def lose_documents(cluster: Cluster, name: str) -> None:
    """Half of the documents go, past the program."""
    (index,) = (one for one in cluster.indexes(f"{name}-*") if not one.endswith("turns"))
    assert list(cluster.remove(index, [one.id for one in own_documents()][::2]))
    cluster.make_visible(index)


def held(engine: OpenSearchEngine) -> int | None:
    """How many documents it has; None while one node knows of the new index and another not yet."""
    try:
        return engine.count()
    except IndexMissingError:
        return None


def test_a_look_misses_documents_that_others_deleted(
    cluster: Cluster, name: str, opened: Callable[..., OpenSearchEngine]
) -> None:
    engine = opened()
    engine.rebuild(own_documents(), "whole")
    engine.look()
    lose_documents(cluster, name)
    with pytest.raises(IndexUnreadableError) as told:
        engine.look()
    assert f"of {len(own_documents())} documents" in told.value.reason
    assert opened().state() == "whole"  # nothing else tells


def test_a_server_builds_it_anew_and_tells_why(
    cluster: Cluster,
    name: str,
    opened: Callable[..., OpenSearchEngine],
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    engine = opened()
    store: Store = open_store(f"sqlite:///{tmp_path / 'corpus.db'}")
    store.migrate()
    keeper = IndexKeeper(store, engine, days_by_label, tmp_path / "index")
    engine.rebuild(own_documents(), str(keeper.current_state()))
    with followed(keeper, patience=3, mends=True):
        wait_for(lambda: engine.count() == len(own_documents()))
        lose_documents(cluster, name)
        wait_for(lambda: "built anew: it could not be read: it has" in caplog.text)
        wait_for(lambda: held(engine) == 0)  # the store holds nothing
    store.close()

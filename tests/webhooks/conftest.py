"""A corpus that is watched, on each database."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from corpus.store import Store
from corpus.store.snapshots import Snapshots
from tests.corpus.store.conftest import (  # noqa: F401 - fixtures
    database_url,
    postgres_template,
    snapshots,
    sqlite_template,
    store,
)
from tests.webhooks.receivers import Receiver, receiving
from tests.webhooks.watched import Clock, Corpus


@pytest.fixture
def corpus(store: Store, snapshots: Snapshots) -> Corpus:  # noqa: F811
    """An act with three editions and no changes yet, going by the true clock."""
    corpus = Corpus(store, snapshots)
    corpus.editions("2001-01-01", "2002-01-01")
    corpus.editions("2003-01-01", articles=range(1, 10))
    return corpus


@pytest.fixture
def timed(corpus: Corpus) -> Corpus:
    """The same, going by a clock that the test moves."""
    corpus.clock = Clock()
    return corpus


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    """A receiver that says 204 to everything."""
    with receiving() as found:
        yield found

"""Engines on the cluster as installations have them: with copies, and several of one name."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator

import pytest

from corpus.search.engines.opensearch.access import Access
from corpus.search.engines.opensearch.cluster import Cluster
from corpus.search.engines.opensearch.engine import OpenSearchEngine
from corpus.search.engines.opensearch.layout import Sizing
from tests.corpus.search.conftest import engine_on


@pytest.fixture
def cluster(opensearch_urls: tuple[str, ...]) -> Cluster:
    return Cluster(Access(opensearch_urls))


@pytest.fixture
def name(cluster: Cluster) -> Iterator[str]:
    """What this test's indexes are called; they are removed afterwards."""
    made = f"test-{uuid.uuid4().hex[:16]}"
    yield made
    for index in cluster.indexes(f"{made}-*"):
        cluster.delete_index(index)


@pytest.fixture
def opened(opensearch_urls: tuple[str, ...], name: str) -> Callable[..., OpenSearchEngine]:
    """Opens engines that share an index, as processes do."""

    def open_one(sizing: Sizing | None = None, lease: float = 2.0) -> OpenSearchEngine:
        return engine_on(opensearch_urls, name, sizing or Sizing(), lease)

    return open_one

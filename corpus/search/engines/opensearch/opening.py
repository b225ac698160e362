"""The engine for the cluster that the settings name."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, cast

from pydantic import SecretStr

from corpus.search.engine import EngineUnreachableError
from corpus.search.engines.opensearch.access import Access
from corpus.search.engines.opensearch.engine import OpenSearchEngine
from corpus.search.engines.opensearch.layout import Sizing
from corpus.search.words.analysis import Analyser


class ClusterSettings(Protocol):
    """What of the settings (`corpus.settings`) the cluster needs."""

    @property
    def opensearch_urls(self) -> tuple[str, ...]:
        """The nodes' addresses."""

    @property
    def opensearch_user(self) -> str | None:
        """Who asks."""

    @property
    def opensearch_password(self) -> SecretStr | None:
        """The user's password."""

    @property
    def opensearch_ca_file(self) -> Path | None:
        """The authorities (PEM) that the nodes' certificates are verified by."""

    @property
    def opensearch_index(self) -> str:
        """What the names of all indexes begin with."""

    @property
    def opensearch_shards(self) -> int:
        """In how many parts an index lies."""

    @property
    def opensearch_replicas(self) -> int:
        """How many copies of each part there are beside the first, where there are nodes enough."""

    @property
    def opensearch_timeout(self) -> float:
        """Seconds for which one node is waited for."""


def cluster_engine(settings: object, analyser: Analyser) -> OpenSearchEngine:
    """The engine for the cluster of `ClusterSettings`. Raises EngineUnreachableError."""
    named = cast("ClusterSettings", settings)
    if not named.opensearch_urls:
        raise EngineUnreachableError("opensearch_urls names no address")
    password = named.opensearch_password
    access = Access(
        urls=named.opensearch_urls,
        user=named.opensearch_user,
        password=password.get_secret_value() if password else None,
        ca_file=named.opensearch_ca_file,
        timeout=named.opensearch_timeout,
    )
    sizing = Sizing(named.opensearch_shards, named.opensearch_replicas)
    return OpenSearchEngine(access, analyser, name=named.opensearch_index, sizing=sizing)

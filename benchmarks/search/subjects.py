"""What is measured: something that holds articles and answers questions."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Protocol

from benchmarks.search.questions import Question
from corpus.search import SearchDocument, open_engine
from corpus.settings import Settings

OURS = ("tantivy", "whoosh", "opensearch")
REFERENCES = ("sqlite-fts5", "postgresql")


class Subject(Protocol):
    """An index that may be asked by several threads at once."""

    def build(self, documents: Sequence[SearchDocument]) -> None:
        """Hold exactly these."""

    def ask(self, question: Question) -> int:
        """How many results there are; the first ten of them are made, too."""

    def update(self, add: Sequence[SearchDocument], remove: Sequence[str]) -> None:
        """Hold these too, and no longer those."""

    def megabytes(self) -> float:
        """On disk."""

    def server_megabytes(self) -> float | None:
        """The memory of a server beside this process; None where there is none."""


class Ours:
    """One of our engines; OpenSearch on the cluster that `addresses` name."""

    def __init__(self, name: str, folder: Path, addresses: str = "") -> None:
        settings: dict[str, Any] = {"data_dir": folder, "search_engine": name}
        if name == "opensearch":
            settings |= {
                "opensearch_urls": addresses,
                "opensearch_index": f"bench-{folder.name.lower()}",
                "opensearch_replicas": 0,
                "opensearch_timeout": 60,
            }
        self._settings = Settings(**settings)
        self._engine = open_engine(self._settings)

    def build(self, documents: Sequence[SearchDocument]) -> None:
        self._engine.rebuild(documents)

    def ask(self, question: Question) -> int:
        return self._engine.search(question.query()).total

    def update(self, add: Sequence[SearchDocument], remove: Sequence[str]) -> None:
        self._engine.update(add, remove)

    def megabytes(self) -> float:
        if self._settings.search_engine == "opensearch":
            stats = self._of_nodes("indices")
            return sum(float(one["indices"]["store"]["size_in_bytes"]) for one in stats) / 1e6
        return folder_megabytes(self._settings.index_dir)

    def server_megabytes(self) -> float | None:
        if self._settings.search_engine != "opensearch":
            return None
        memory = [one["jvm"]["mem"] for one in self._of_nodes("jvm")]
        held = ("heap_committed_in_bytes", "non_heap_committed_in_bytes")
        return sum(float(one[name]) for one in memory for name in held) / 1e6

    def _of_nodes(self, metric: str) -> list[dict[str, Any]]:
        from opensearchpy import OpenSearch  # noqa: PLC0415 - only where there is a cluster

        client = OpenSearch(list(self._settings.opensearch_urls))
        return list(client.nodes.stats(metric=metric)["nodes"].values())


def folder_megabytes(folder: Path) -> float:
    """The files below a folder."""
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file()) / 1e6

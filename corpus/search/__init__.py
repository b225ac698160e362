"""Search over the wordings: one analyser, one query language, engines behind one protocol."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from corpus.search.documents import SearchDocument
from corpus.search.engine import (
    EngineUnreachableError,
    IndexMissingError,
    IndexUnreadableError,
    SearchEngine,
)
from corpus.search.queries import Query
from corpus.search.results import Hit, Results
from corpus.search.words.analysis import Analyser

__all__ = [
    "EngineLibraryMissingError",
    "EngineUnreachableError",
    "Hit",
    "IndexMissingError",
    "IndexUnreadableError",
    "Query",
    "Results",
    "SearchDocument",
    "SearchEngine",
    "UnknownEngineError",
    "open_engine",
]


class SearchSettings(Protocol):
    """What of the settings the search needs."""

    @property
    def search_engine(self) -> str:
        """The engine's name."""

    @property
    def index_dir(self) -> Path:
        """The index's folder; no two engines may share one."""


class EngineLibraryMissingError(ValueError):
    """The engine needs a library that is not installed."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"the engine's library ({name}) is not installed: pip install 'nusqa[opensearch]'"
        )


class UnknownEngineError(ValueError):
    """No engine has that name."""

    def __init__(self, name: str) -> None:
        super().__init__(f"no search engine is called {name!r}: set tantivy, whoosh or opensearch")


def open_engine(settings: SearchSettings, analyser: Analyser | None = None) -> SearchEngine:
    """The engine that the settings name; it need not have an index yet.

    With an analyser that others use too, what it remembers is held once. Only what is used is
    imported: each engine brings a library of its own.
    """
    analyser = analyser or Analyser()
    if settings.search_engine == "tantivy":
        from corpus.search.engines.in_folder import FolderEngine  # noqa: PLC0415 - see above
        from corpus.search.engines.tantivy.files import TantivyFiles  # noqa: PLC0415

        return FolderEngine(settings.index_dir, TantivyFiles(analyser))
    if settings.search_engine == "whoosh":
        from corpus.search.engines.in_folder import FolderEngine  # noqa: PLC0415
        from corpus.search.engines.whoosh.files import WhooshFiles  # noqa: PLC0415

        return FolderEngine(settings.index_dir, WhooshFiles(analyser))
    if settings.search_engine == "opensearch":
        try:
            from corpus.search.engines.opensearch.opening import cluster_engine  # noqa: PLC0415
        except ModuleNotFoundError as error:
            raise EngineLibraryMissingError(error.name or "") from error
        return cluster_engine(settings, analyser)
    raise UnknownEngineError(settings.search_engine)

"""Every contract test runs over every engine."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.search import SearchDocument, SearchEngine, open_engine


@dataclass(frozen=True)
class Settings:
    search_engine: str
    index_dir: Path


@pytest.fixture(params=["tantivy", "whoosh"])
def engine_name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def engine(engine_name: str, tmp_path: Path) -> SearchEngine:
    """An engine without an index."""
    return open_engine(Settings(engine_name, tmp_path / "index"))


@pytest.fixture
def holding(engine: SearchEngine) -> Callable[..., SearchEngine]:
    """An engine that holds the given documents."""

    def build(*documents: SearchDocument) -> SearchEngine:
        engine.rebuild(documents)
        return engine

    return build

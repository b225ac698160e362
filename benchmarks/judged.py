"""Queries that were judged by hand, and the texts that they are asked of."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from corpus.law import Language
from corpus.search import SearchDocument
from corpus.search.keeping.indexing import documents
from corpus.settings import Settings
from corpus.store import Store, open_store
from corpus.store.snapshots import Snapshots
from corpus.watchlist import load_watchlist
from crawler.importing import import_paths
from crawler.ingest import Ingest
from crawler.run import Order, crawl_apart
from crawler.sample.server import serve_sample
from diffing.in_force.days import days_in_force

LABELS = Path(__file__).parent / "labels" / "relevance.toml"
OFFICIAL, SAMPLE = "official", "sample"


class Provision(NamedTuple):
    """An article or point, in whatever language."""

    ngr: str
    key: str


@dataclass(frozen=True)
class Judged:
    """A query, and the provisions of which one should come first.

    `on` None: all wordings are asked for. `also` are of use too, but should not come first.
    `held_out`: not looked at while ranking is tuned.
    """

    asked: str
    over: str
    on: date | None
    language: Language | None
    cross: bool
    best: tuple[Provision, ...]
    also: tuple[Provision, ...]
    held_out: bool

    def __str__(self) -> str:
        return f"{self.asked} [{', '.join(map(str, filter(None, (self.on, self.language))))}]"


def read_judged(path: Path = LABELS) -> tuple[Judged, ...]:
    """All of them, in order."""
    return tuple(
        Judged(
            asked=written["asked"],
            over=written["over"],
            on=None if written["on"] == "any" else written["on"],
            language=Language(written["language"]) if "language" in written else None,
            cross=written.get("cross", False),
            best=_provisions(written["best"]),
            also=_provisions(written.get("also", [])),
            held_out=written.get("held_out", False),
        )
        for written in tomllib.loads(path.read_text(encoding="utf-8"))["query"]
    )


def _provisions(written: list[str]) -> tuple[Provision, ...]:
    return tuple(Provision(*one.split()) for one in written)


def official_folder() -> Path | None:
    """The folder of official texts, where it is."""
    named = os.environ.get("NUSQA_TEST_REGISTRY")
    beside = Path(__file__).resolve().parent.parent.parent / "shared" / "registry"
    folder = Path(named) if named else beside
    return folder if (folder / "manifest.toml").is_file() else None


def sample_store(folder: Path) -> Store:
    """A new store that holds the bundled sample, crawled over HTTP."""
    settings = Settings(data_dir=folder, crawl_delay=0)
    with serve_sample() as server:
        order = Order("adilet", base_url=server.base_url, sample=True)
        assert crawl_apart(settings, order).complete
    return open_store(settings.database)


def official_store(folder: Path, registry: Path) -> Store:
    """A new store that holds the official texts of a folder."""
    settings = Settings(data_dir=folder)
    store = open_store(settings.database)
    store.migrate()
    snapshots, watchlist = Snapshots(settings.snapshots), load_watchlist()

    def ingest(name: str) -> Ingest:
        return Ingest(store, snapshots, watchlist, name, lambda: datetime.now(UTC))

    for _ in import_paths(ingest, [registry]):
        pass
    return store


def wordings(store: Store) -> list[SearchDocument]:
    """Every wording of every article in a store."""
    with store.read() as session:
        return list(documents(session, days_in_force))

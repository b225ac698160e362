"""An empty corpus with its funnel, and pages in our own words to put through it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from corpus.law import WHOLE, EditionLabel, Holding, HoldingKind, Language
from corpus.store import Store, open_store, reads
from corpus.store.changes.rows import ChangeRecord
from corpus.store.snapshots import Fetched, Snapshots
from corpus.watchlist import Watchlist, read_watchlist
from crawler.ingest import Ingest, Received
from crawler.registries.pages import Format, PageSource

NGR = "Z990000777_"
RU = Language.RU

WATCHLIST = f"""
[[act]]
ngr = "{NGR}"
form = "law"
status = "in force"
adopted = 1999-06-01
title.ru = "О садах"
why = "a test"
"""


def chapter(number: int, *articles: str) -> str:
    return f"## Глава {number}. О порядке {number}\n\n" + "\n\n".join(articles)


def article(number: str, *paragraphs: str) -> str:
    text = "\n\n".join(f"      {paragraph}" for paragraph in paragraphs)
    return f"### Статья {number}. О правиле {number}\n\n{text}"


def page(*parts: str, title: str = "О садах") -> bytes:
    return "\n\n".join([f"# {title}", *parts]).encode()


def source(
    label: str, holding: Holding = WHOLE, *, language: Language = RU, sample: bool = False
) -> PageSource:
    return PageSource(
        NGR,
        language,
        Format.REFERENCE_BANK_MARKDOWN,
        label=EditionLabel.parse(label),
        holding=holding,
        url=f"https://registry.example/{NGR}/{language}/{label}",
        sample=sample,
    )


def only(*keys: str) -> Holding:
    return Holding(HoldingKind.PARTS, keys)


@dataclass
class Funnel:
    """A store in a folder, and what goes into it."""

    store: Store
    snapshots: Snapshots
    ingest: Ingest
    moments: list[datetime] = field(default_factory=list)

    def take(self, body: bytes, wanted: PageSource) -> Received:
        """Put a page through the funnel."""
        moment = datetime(2026, 11, 1, tzinfo=UTC) + timedelta(minutes=len(self.moments))
        self.moments.append(moment)
        return self.ingest.receive(Fetched(wanted.url or "", moment, 200, {}, body), wanted)

    def take_articles(self, label: str, *words: str, holding: Holding = WHOLE) -> Received:
        """Put an edition through whose articles 1, 2, 3 … have these words; "" leaves one out."""
        articles = [
            article(str(number), f"1. {text}") for number, text in enumerate(words, 1) if text
        ]
        return self.take(page(*articles), source(label, holding))

    def changes(self, *, withdrawn: bool = False) -> list[ChangeRecord]:
        with self.store.read() as session:
            return reads.changes(session, withdrawn=withdrawn)

    def story(self) -> list[tuple[str, str, str, str]]:
        """The standing changes: from, to, kind, key."""
        found = self.changes()
        return sorted(
            (str(one.older_label), str(one.newer_label), one.change.kind, one.change.key)
            for one in found
        )


def watchlist(text: str = WATCHLIST) -> Watchlist:
    return read_watchlist(text)


@contextmanager
def funnel(folder: Path, watched: Watchlist | None = None) -> Iterator[Funnel]:
    """An empty corpus in a folder."""
    with closing(open_store(f"sqlite:///{folder / 'nusqa.db'}")) as store:
        store.migrate()
        snapshots = Snapshots(str(folder / "snapshots"))
        watched = watchlist() if watched is None else watched
        ingest = Ingest(store, snapshots, watched, "files", lambda: datetime.now(UTC))
        yield Funnel(store, snapshots, ingest)

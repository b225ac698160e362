"""A store of an act or two, filled as a crawl would fill it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from corpus.law import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Edition,
    EditionLabel,
    Footnote,
    Holding,
    HoldingKind,
    Language,
)
from corpus.store import Store
from corpus.store.snapshots import Fetched, Snapshots, record_snapshot
from corpus.store.writes import EditionSource, store_edition

NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
SOURCE = EditionSource("adilet", "adilet-classic", "1")


class Crawl:
    """Puts editions of one article into the store, as a crawl would."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._snapshots = Snapshots(str(folder))

    def stores(
        self,
        day: str,
        *wordings: str,
        ngr: str = "Z0000000001",
        lang: Language = Language.RU,
        holding: HoldingKind = HoldingKind.WHOLE,
        articles: tuple[Article, ...] = (),
    ) -> None:
        """Store an edition with an article for each wording, or with the given ones."""
        edition = Edition(
            ngr,
            lang,
            EditionLabel.parse(day),
            "Об акиме",
            articles or tuple(_article(number, text) for number, text in enumerate(wordings, 1)),
            holding=Holding(holding),
            sample=True,
        )
        fetched = Fetched(f"https://registry.test/{ngr}/{lang}/{day}", NOON, 200, {}, day.encode())
        with self._store.write() as session:
            snapshot = record_snapshot(session, self._snapshots, fetched)
            store_edition(
                session, edition, snapshot_ids=[snapshot.id], source=SOURCE, recorded_at=NOON
            )


def _article(number: int, text: str) -> Article:
    return Article(
        ArticleKind.ARTICLE,
        f"art_{number}",
        str(number),
        f"Статья {number}.",
        "Срок",
        (Block(BlockKind.POINT, text, "1", "1."), Footnote("Сноска. Примечание.")),
    )

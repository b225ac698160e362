"""Small editions of an invented act, and how to put them into a store."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from sqlalchemy.orm import Session

from corpus.law import (
    WHOLE,
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Content,
    Edition,
    EditionLabel,
    Footnote,
    Holding,
    HoldingKind,
    Language,
    ListedEdition,
)
from corpus.store.snapshots import Fetched, Snapshots, record_snapshot
from corpus.store.writes import EditionSource, StoredEdition, list_editions, store_edition

NGR = "Z0000000001"
RU, KK = Language.RU, Language.KK
SOURCE = EditionSource("adilet", "adilet-classic", "1")
NOON = datetime(2026, 11, 1, 12, tzinfo=UTC)
BEGINNING = Holding(HoldingKind.BEGINNING)


def parts(*keys: str) -> Holding:
    """Only these articles and divisions."""
    return Holding(HoldingKind.PARTS, keys)


def label(text: str) -> EditionLabel:
    """A label, as registries write it."""
    return EditionLabel.parse(text)


def article(
    number: str, text: str = "Words.", *, note: str = "", divisions: tuple[str, ...] = ()
) -> Article:
    """An article of one paragraph."""
    body: tuple[Block | Footnote, ...] = (Block(BlockKind.PART, text),) if text else ()
    return Article(
        ArticleKind.ARTICLE,
        f"art_{number}",
        number,
        f"Article {number}.",
        f"Heading {number}",
        (*body, Footnote(note)) if note else body,
        divisions,
    )


def edition(
    day: str,
    content: tuple[Content, ...] | None = None,
    *,
    language: Language = RU,
    ngr: str = NGR,
    holding: Holding = WHOLE,
    title: str = "On Invented Matters",
    sample: bool = False,
) -> Edition:
    """An edition; without content it has articles 1 to 3, worded by the day."""
    if content is None:
        content = tuple(article(str(number), f"{number} as of {day}") for number in (1, 2, 3))
    return Edition(ngr, language, label(day), title, content, holding=holding, sample=sample)


@dataclass
class Shelf:
    """Puts editions into an open session as a crawl would, each with a response of its own."""

    session: Session
    snapshots: Snapshots
    moments: list[datetime] = field(default_factory=lambda: [NOON])

    def now(self) -> datetime:
        """A moment later than all before."""
        self.moments.append(self.moments[-1] + timedelta(minutes=1))
        return self.moments[-1]

    def response(self, body: bytes, url: str = "https://registry.example/page") -> int:
        """Store a response; gives its id."""
        fetched = Fetched(url, self.now(), 200, {"content-type": "text/html"}, body)
        return record_snapshot(self.session, self.snapshots, fetched).id

    def put(
        self, wanted: Edition, *, body: bytes | None = None, source: EditionSource = SOURCE
    ) -> StoredEdition:
        """Store an edition; its page's bytes are made from its text unless given."""
        body = wanted.text().encode() if body is None else body
        return store_edition(
            self.session,
            wanted,
            snapshot_ids=[self.response(body)],
            source=source,
            recorded_at=self.now(),
        )

    def put_days(self, *days: str, language: Language = RU) -> list[int]:
        """Store an edition for each label; gives their ids."""
        return [self.put(edition(day, language=language)).id for day in days]

    def list(
        self,
        *days: str,
        origin: str = "adilet",
        language: Language = RU,
        seen_at: datetime = NOON,
    ) -> int:
        """Store that a registry's list names these labels."""
        listed = [ListedEdition(label(day)) for day in days]
        return list_editions(self.session, NGR, language, listed, origin, seen_at)

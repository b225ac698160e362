"""Which pages there are for search engines, in parts of a bounded size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from corpus.law import Language
from corpus.store import reads
from corpus.store.article_keys import article_keys
from corpus.store.records import EditionSummary

MOST_PAGES = 10_000
"""In one part. A sitemap may hold 50,000 addresses and 50 MB; with three alternates for each of
them so many are about 8 MB."""


@dataclass(frozen=True)
class HeldPage:
    """A page with law: of an act, or of an article of its newest edition in a language."""

    ngr: str
    language: Language
    key: str | None
    changed: datetime


@dataclass(frozen=True)
class Part:
    """A stretch of pages: of each edition those from one place to another."""

    stretches: tuple[tuple[EditionSummary, int, int], ...]

    @property
    def changed(self) -> datetime:
        """When the last of its pages changed."""
        return max(edition.recorded_at for edition, _, _ in self.stretches)


def page_parts(session: Session, most: int = MOST_PAGES) -> Sequence[Part]:
    """All pages with law, cut into parts; no text is read for it."""
    parts: list[Part] = []
    stretches: list[tuple[EditionSummary, int, int]] = []
    room = most
    for edition in _newest(session):
        begun, pages = 0, edition.articles + 1
        while begun < pages:
            ended = min(pages, begun + room)
            stretches.append((edition, begun, ended))
            room -= ended - begun
            begun = ended
            if room == 0:
                parts.append(Part(tuple(stretches)))
                stretches, room = [], most
    if stretches:
        parts.append(Part(tuple(stretches)))
    return parts


def pages_of(session: Session, part: Part) -> Iterator[HeldPage]:
    """The pages of a part: of each edition the act's own first, then its articles in order."""
    for edition, begun, ended in part.stretches:
        keys = [None, *article_keys(session, edition.id)]
        for key in keys[begun:ended]:
            yield HeldPage(edition.ngr, edition.language, key, edition.recorded_at)


def _newest(session: Session) -> Iterator[EditionSummary]:
    """The newest edition held of each act in each language."""
    for act in reads.acts(session):
        for language in act.languages:
            yield reads.find_edition(session, act.ngr, language)

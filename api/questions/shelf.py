"""Editions out of the store, each read once, and the wordings of provisions in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from api.questions.absence import article_around, held_not_all, no_such, not_held
from corpus.fingerprints import wording_of
from corpus.keys import covers
from corpus.law import Edition, HoldingKind, Language
from corpus.provisions import named
from corpus.store import reads
from corpus.store.errors import StoreError
from corpus.store.records import EditionSummary


@dataclass(frozen=True)
class Found:
    """A provision's wording on a day, and the edition that answers."""

    edition: EditionSummary
    wording: str


@dataclass(frozen=True)
class Absent:
    """Why there is none: what the store says of it. `edition`: the one that lacks it, if any."""

    reason: str
    edition: EditionSummary | None = None


class Shelf:
    """Finds texts for as long as a session lives; it remembers the editions it has read."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._languages: dict[str, tuple[Language, ...] | str] = {}
        self._summaries: dict[tuple[str, Language, date], EditionSummary | str] = {}
        self._editions: dict[int, Edition] = {}

    def languages(self, ngr: str) -> tuple[Language, ...] | str:
        """The languages an act is held in; a text: why there are none."""
        if ngr not in self._languages:
            try:
                held = tuple(reads.act(self._session, ngr).languages)
                self._languages[ngr] = held or f"Nothing of {ngr} is held yet."
            except StoreError as error:
                self._languages[ngr] = str(error)
        return self._languages[ngr]

    def edition(self, ngr: str, language: Language, day: date) -> EditionSummary | str:
        """The edition that answers for a day; a text: why none does."""
        asked = (ngr, language, day)
        if asked not in self._summaries:
            try:
                self._summaries[asked] = reads.find_edition(self._session, ngr, language, on=day)
            except StoreError as error:
                self._summaries[asked] = str(error)
        return self._summaries[asked]

    def text(self, summary: EditionSummary) -> Edition:
        """An edition with its text."""
        if summary.id not in self._editions:
            self._editions[summary.id] = reads.edition(self._session, summary.id)
        return self._editions[summary.id]

    def newest(self, summary: EditionSummary) -> Edition:
        """The newest edition of the same act in the same language."""
        return self.text(reads.find_edition(self._session, summary.ngr, summary.language))

    def provision(self, ngr: str, key: str, language: Language, day: date) -> Found | Absent:
        """The wording of an article, division or point on a day."""
        summary = self.edition(ngr, language, day)
        if isinstance(summary, str):
            return Absent(summary)
        edition = self.text(summary)
        wording = wording_of(edition, key)
        if wording is None:
            return Absent(self._why_absent(edition, summary, key), summary)
        if not self._whole(edition, key):
            return Absent(held_not_all(edition, key), summary)
        return Found(summary, wording)

    def _whole(self, edition: Edition, key: str) -> bool:
        return all(covers(edition, article.key) for _, article in named(edition, (key,)) if article)

    def _why_absent(self, edition: Edition, summary: EditionSummary, key: str) -> str:
        """The store's words: that the place is not held, or that there is no such provision."""
        around = article_around(edition, key)
        article = around.key if around else key
        holding = summary.holding
        if article not in edition.by_key and holding.kind is not HoldingKind.WHOLE:
            if holding.kind is HoldingKind.BEGINNING:
                return self._ask_the_store(summary, article)
            if not covers(edition, article):
                return str(not_held(edition, key))
        return str(no_such(edition, key, edition.by_key.get(article)))

    def _ask_the_store(self, summary: EditionSummary, article: str) -> str:
        """Of a copy of the beginning only the act's other editions tell what it would hold."""
        try:
            reads.article(self._session, summary.id, article)
        except StoreError as error:
            return str(error)
        return f"Edition {summary.label} of {summary.ngr} has no such place."

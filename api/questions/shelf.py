"""The texts of provisions as they stood on a day, out of the store, each edition read once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from corpus.fingerprints import wording_of
from corpus.keys import SEPARATOR, covers
from corpus.law import Edition, HoldingKind, Language
from corpus.provisions import named
from corpus.store import reads
from corpus.store.errors import NotHeld, StoreError, UnknownArticle
from corpus.store.records import EditionSummary
from corpus.store.texts import holding_in_words, nearest_keys


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
    """Finds wordings for as long as a session lives; it remembers the editions it has read."""

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

    def provision(self, ngr: str, key: str, language: Language, day: date) -> Found | Absent:
        """The wording of an article, division or point on a day."""
        summary = self.edition(ngr, language, day)
        if isinstance(summary, str):
            return Absent(summary)
        if summary.id not in self._editions:
            self._editions[summary.id] = reads.edition(self._session, summary.id)
        edition = self._editions[summary.id]
        wording = wording_of(edition, key)
        if wording is None:
            return Absent(self._why_absent(edition, summary, key), summary)
        if not self._whole(edition, key):
            holding = holding_in_words(summary.holding)
            reason = (
                f"Of edition {summary.label} of {ngr} only {holding} is held, not all of {key}."
            )
            return Absent(reason, summary)
        return Found(summary, wording)

    def _whole(self, edition: Edition, key: str) -> bool:
        return all(covers(edition, article.key) for _, article in named(edition, (key,)) if article)

    def _why_absent(self, edition: Edition, summary: EditionSummary, key: str) -> str:
        """The store's words: that the place is not held, or that there is no such provision."""
        article = self._article_around(edition, key)
        holding = summary.holding
        if article not in edition.by_key and holding.kind is not HoldingKind.WHOLE:
            if holding.kind is HoldingKind.BEGINNING:
                return self._ask_the_store(summary, article)
            if not covers(edition, article):
                words = holding_in_words(holding)
                return str(NotHeld(summary.ngr, key, summary.label, words))
        around = edition.by_key.get(article)
        keys = [
            *edition.by_key,
            *(division.key for division in edition.divisions),
            *(f"{article}{SEPARATOR}{block.key}" for block in (around.blocks if around else ())),
        ]
        where = f"edition {summary.label} ({summary.language})"
        return str(UnknownArticle(summary.ngr, key, where, nearest_keys(key, keys)))

    def _ask_the_store(self, summary: EditionSummary, article: str) -> str:
        """Of a copy of the beginning only the act's other editions tell what it would hold."""
        try:
            reads.article(self._session, summary.id, article)
        except StoreError as error:
            return str(error)
        return f"Edition {summary.label} of {summary.ngr} has no such place."

    def _article_around(self, edition: Edition, key: str) -> str:
        """The key of the article that a point's key lies in; the key itself if of none."""
        parts = key.split(SEPARATOR)
        outer = (SEPARATOR.join(parts[:size]) for size in range(len(parts) - 1, 0, -1))
        return next((one for one in outer if one in edition.by_key), key)

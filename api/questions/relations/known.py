"""What reading relations asks the store again and again, kept for one state of the store."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.orm import Session

from api.questions.relations.related import Target
from corpus.citations.held_keys import HeldKeys
from corpus.citations.provisions import CitedProvision
from corpus.crossreferences.calling import ActsCalled
from corpus.law import Language
from corpus.store import reads
from corpus.store.citable import HeldProvisions
from corpus.store.errors import StoreError
from corpus.store.finding import newest_first
from corpus.store.records import EditionSummary

_MOST_DAYS = 5_000
"""Editions by day that are kept: days are as many as readers ask for."""


@dataclass(frozen=True)
class Known:
    """The acts that texts may name, the articles of each act, its editions."""

    acts: ActsCalled
    _keys: dict[str, HeldKeys] = field(default_factory=dict)
    _editions: dict[tuple[str, Language], tuple[EditionSummary, ...]] = field(default_factory=dict)
    _of_days: dict[tuple[str, Language, date], tuple[EditionSummary | None]] = field(
        default_factory=dict
    )
    _titles: dict[tuple[str, Language], str] = field(default_factory=dict)
    _elsewhere: dict[tuple[CitedProvision, Language], Target] = field(default_factory=dict)

    def title(self, session: Session, ngr: str, language: Language) -> str:
        """The title of an act in a language, else in any, else its number."""
        asked = (ngr, language)
        if asked not in self._titles:
            self._titles[asked] = reads.act_titles(session, [ngr], language)[ngr]
        return self._titles[asked]

    def elsewhere(
        self, cited: CitedProvision, language: Language, find: Callable[[], Target]
    ) -> Target:
        """Where a provision can be read whose text of the day is not held; found once."""
        asked = (cited, language)
        found = self._elsewhere.get(asked)
        if found is None:
            if len(self._elsewhere) >= _MOST_DAYS:
                self._elsewhere.clear()
            found = self._elsewhere[asked] = find()
        return found

    def keys(self, session: Session, ngr: str) -> HeldKeys:
        """The articles of an act in any edition by key, with the divisions around each."""
        if ngr not in self._keys:
            self._keys[ngr] = HeldProvisions(session).keys(ngr)
        return self._keys[ngr]

    def editions(
        self, session: Session, ngr: str, language: Language
    ) -> tuple[EditionSummary, ...]:
        """The editions held of an act, the newest first; none where it is not held."""
        asked = (ngr, language)
        if asked not in self._editions:
            try:
                found = newest_first(reads.editions(session, ngr, language))
            except StoreError:
                found = []
            self._editions[asked] = tuple(found)
        return self._editions[asked]

    def edition_on(
        self, session: Session, ngr: str, language: Language, day: date
    ) -> EditionSummary | None:
        """The edition whose label answers for a day; None where none does."""
        asked = (ngr, language, day)
        # Read once: another thread may clear between two looks, and None is an answer too.
        if found := self._of_days.get(asked):
            return found[0]
        if len(self._of_days) >= _MOST_DAYS:
            self._of_days.clear()
        try:
            edition = reads.find_edition(session, ngr, language, on=day)
        except StoreError:
            edition = None
        self._of_days[asked] = (edition,)
        return edition

"""Which texts of the store cite which provisions: read once, kept until the store changes.

A reading is a function of the text and its language alone, so a text that has been read is not read
again when another edition comes; what its references mean is asked anew only when the acts that are
known, or the articles that they have, are others, or where it names an act and other acts had been
adopted or repealed by its newest day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.questions.relations.known import Known
from corpus.crossreferences.calling import ActsCalled
from corpus.crossreferences.reading import references_in
from corpus.crossreferences.reference import Scope, TextReference
from corpus.crossreferences.resolving import Home, meant
from corpus.law import Language
from corpus.store.tables import EDITION_CONTENTS, EDITIONS
from corpus.store.texts import load_articles

_AT_ONCE = 500
"""Texts that are in memory at a time."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One reference to a provision: its block and stretch, and the place inside that it names.

    `cited` is that place's key as far as its numbers tell it (`p_2__sp_3`).
    """

    block: int
    start: int
    end: int
    cited: str


@dataclass(frozen=True, slots=True)
class CitingText:
    """A text of an article that cites a provision."""

    ngr: str
    language: Language
    key: str
    text_hash: str
    citations: tuple[Citation, ...]


Place = tuple[str, str]
"""An act's registry number and an article's or a division's key."""
_Keys = Mapping[str, tuple[str, ...]]
_Occurrence = tuple[str, Language, str, str]
"""Act, language, key, hash of the text."""
_Era = int | None
"""How many acts were adopted or repealed by a day; None for a day that is not known."""


@dataclass(frozen=True)
class CitationIndex:
    """Every text that cites a provision, by the provision."""

    by_place: Mapping[Place, Sequence[CitingText]]

    def citing(self, ngr: str, key: str) -> Sequence[CitingText]:
        """The texts, of any edition, that cite an article."""
        return self.by_place.get((ngr, key), ())


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a text cites; `era` tells where its day stands, which matters if it names an act."""

    told: tuple[tuple[Place, Citation], ...]
    names_an_act: bool
    era: _Era


@dataclass
class CitationReader:
    """Makes indexes of citations; remembers what it has read. One belongs to one store."""

    _decides: object = None
    _read: dict[_Occurrence, _Reading] = field(default_factory=dict)

    def index(self, session: Session, known: Known) -> CitationIndex:
        """The index of the store as a session sees it."""
        days = _occurrences(session)
        keys = {ngr: known.keys(session, ngr) for ngr in {one[0] for one in days}}
        decides = _what_decides(known, keys)
        if decides != self._decides:
            self._decides, self._read = decides, {}
        turns = _turns(known)
        fresh = [one for one in days if not self._stands(one, _era(days[one], turns))]
        for start in range(0, len(fresh), _AT_ONCE):
            batch = fresh[start : start + _AT_ONCE]
            articles = load_articles(session, [one[3] for one in batch])
            for one in batch:
                home = Home(one[0], articles[one[3]], days[one])
                era = _era(home.day, turns)
                self._read[one] = _reading(one, home, era, known.acts, keys)
        self._read = {one: self._read[one] for one in days}
        return CitationIndex(_by_place(self._read))

    def _stands(self, one: _Occurrence, era: _Era) -> bool:
        reading = self._read.get(one)
        return reading is not None and (reading.era == era or not reading.names_an_act)


def _occurrences(session: Session) -> dict[_Occurrence, date | None]:
    """Every text of every act in the editions that are read now, with its newest day."""
    table, edition = EDITION_CONTENTS.c, EDITIONS.c
    rows = session.execute(
        select(
            edition.ngr,
            edition.language,
            table.key,
            table.text_hash,
            func.max(edition.first_day).label("day"),
        )
        .join(EDITIONS, edition.id == table.edition_id)
        .where(edition.superseded_at.is_(None), table.item == "article")
        .group_by(edition.ngr, edition.language, table.key, table.text_hash)
    )
    return {(row.ngr, Language(row.language), row.key, row.text_hash): row.day for row in rows}


def _what_decides(known: Known, keys: Mapping[str, _Keys]) -> tuple[object, ...]:
    """What the meaning of references depends on, beside their texts."""
    articles = tuple((ngr, hash(frozenset(own.items()))) for ngr, own in sorted(keys.items()))
    return (known.acts.register.acts, articles)


def _turns(known: Known) -> Sequence[date]:
    """The days on which acts were adopted or repealed, in order."""
    acts = known.acts.register.acts
    return sorted(day for act in acts for day in (act.adopted, act.repealed_on) if day)


def _era(day: date | None, turns: Sequence[date]) -> _Era:
    return None if day is None else bisect_right(turns, day)


def _reading(
    one: _Occurrence, home: Home, era: _Era, acts: ActsCalled, keys: Mapping[str, _Keys]
) -> _Reading:
    references = references_in(home.article, one[1])
    names_an_act = any(reference.scope is Scope.NAMED_ACT for reference in references)
    told = tuple(_citations(one, references, home, acts, keys))
    return _Reading(told, names_an_act, era)


def _citations(
    one: _Occurrence,
    references: Iterable[TextReference],
    home: Home,
    acts: ActsCalled,
    keys: Mapping[str, _Keys],
) -> Iterator[tuple[Place, Citation]]:
    """What a text cites, other than itself and acts as a whole."""
    for reference in references:
        for cited in meant(reference, home, acts, lambda ngr: keys.get(ngr, {})).provisions:
            if cited.key and (cited.act.ngr, cited.key) != (one[0], one[2]):
                path = "__".join(unit.key for unit in cited.inside)
                where = Citation(reference.block, reference.start, reference.end, path)
                yield (cited.act.ngr, cited.key), where


def _by_place(
    read: Mapping[_Occurrence, _Reading],
) -> dict[Place, list[CitingText]]:
    found: dict[Place, list[CitingText]] = defaultdict(list)
    for one, reading in read.items():
        by_place: dict[Place, list[Citation]] = {}
        for place, citation in reading.told:
            by_place.setdefault(place, []).append(citation)
        for place, own in by_place.items():
            found[place].append(CitingText(*one, tuple(own)))
    return dict(found)

"""Which texts of the store cite which provisions: read once, kept until the store changes.

A reading is a function of the text and its language alone, so a text that has been read is not read
again when another edition comes; what its references mean is asked anew only when the acts that are
known, or the articles that they have, are others.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from api.questions.relations.known import Known
from corpus.crossreferences.calling import ActsCalled
from corpus.crossreferences.reading import references_in
from corpus.crossreferences.resolving import Home, meant
from corpus.law import Article, Language
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


@dataclass(frozen=True)
class CitationIndex:
    """Every text that cites a provision, by the provision."""

    by_place: Mapping[Place, Sequence[CitingText]]

    def citing(self, ngr: str, key: str) -> Sequence[CitingText]:
        """The texts, of any edition, that cite an article."""
        return self.by_place.get((ngr, key), ())


@dataclass
class CitationReader:
    """Makes indexes of citations; remembers what it has read. One belongs to one store."""

    _decides: object = None
    _read: dict[_Occurrence, tuple[tuple[Place, Citation], ...]] = field(default_factory=dict)

    def index(self, session: Session, known: Known) -> CitationIndex:
        """The index of the store as a session sees it."""
        days = _occurrences(session)
        keys = {ngr: known.keys(session, ngr) for ngr in {one[0] for one in days}}
        decides = _what_decides(known, keys)
        if decides != self._decides:
            self._decides, self._read = decides, {}
        fresh = [one for one in days if one not in self._read]
        for start in range(0, len(fresh), _AT_ONCE):
            batch = fresh[start : start + _AT_ONCE]
            articles = load_articles(session, [one[3] for one in batch])
            for one in batch:
                told = _citations(one, articles[one[3]], days[one], known.acts, keys)
                self._read[one] = tuple(told)
        self._read = {one: self._read[one] for one in days}
        return CitationIndex(_by_place(self._read))


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


def _citations(
    one: _Occurrence,
    article: Article,
    day: date | None,
    acts: ActsCalled,
    keys: Mapping[str, _Keys],
) -> Iterator[tuple[Place, Citation]]:
    """What a text cites, other than itself and acts as a whole."""
    ngr, language, key, _ = one
    home = Home(ngr, article, day)
    for reference in references_in(article, language):
        for cited in meant(reference, home, acts, lambda ngr: keys.get(ngr, {})).provisions:
            if cited.key and (cited.act.ngr, cited.key) != (ngr, key):
                path = "__".join(unit.key for unit in cited.inside)
                where = Citation(reference.block, reference.start, reference.end, path)
                yield (cited.act.ngr, cited.key), where


def _by_place(
    read: Mapping[_Occurrence, Sequence[tuple[Place, Citation]]],
) -> dict[Place, list[CitingText]]:
    found: dict[Place, list[CitingText]] = defaultdict(list)
    for one, citations in read.items():
        by_place: dict[Place, list[Citation]] = {}
        for place, citation in citations:
            by_place.setdefault(place, []).append(citation)
        for place, own in by_place.items():
            found[place].append(CitingText(*one, tuple(own)))
    return dict(found)

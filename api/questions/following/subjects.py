"""What a feed may be about: everything, an act, an article, a regime, a search.

A subject says which acts can change it (so that an unchanged feed is known without reading it) and
what of them is followed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from api.questions.following.feed_pages import Followed
from api.questions.following.told_changes import NOT_LAW
from corpus.law import Language
from corpus.phases import Regimes
from corpus.provisions import ProvisionSet
from corpus.search.matching import Matcher
from corpus.search.querying.ignored import Ignored
from corpus.search.querying.reading import read_query
from corpus.search.words.analysis import Analyser
from corpus.store import reads
from corpus.store.changes.feed import PartOfAct, Selection
from corpus.store.errors import UnknownArticle
from corpus.store.places import articles_named
from corpus.store.texts import nearest_keys
from diffing.classify import ChangeKind

ANNOUNCED = "announced"
"""Beside the kinds of changes: an amendment that is announced and not in the wording yet."""


@dataclass(frozen=True)
class Kinds:
    """Which items are wanted; by default all but technical changes."""

    technical: bool = False
    named: tuple[str, ...] = ()

    @property
    def of_changes(self) -> tuple[str, ...] | None:
        """The kinds of changes; None: all."""
        if self.named:
            return tuple(one for one in self.named if one != ANNOUNCED)
        if self.technical:
            return None
        return tuple(one for one in ChangeKind if one not in NOT_LAW.kinds)

    @property
    def announced(self) -> bool:
        """Whether announced amendments are."""
        return not self.named or ANNOUNCED in self.named


@dataclass(frozen=True)
class Subject:
    """What a feed is about. `sets` None: every act; `ngr` and `key` where it is an act or a place.

    `language` is that of the texts; None: all.
    """

    language: Language | None
    sets: tuple[ProvisionSet, ...] | None = None
    ngr: str | None = None
    key: str | None = None
    query: str | None = None
    regime: str | None = None

    @property
    def acts(self) -> tuple[str, ...] | None:
        """The acts that can change it; None: all."""
        if self.sets is None:
            return None
        return tuple(sorted({one.ngr for one in self.sets}))

    @property
    def names(self) -> tuple[str | None, ...]:
        """What it is called by, whatever the provisions of a regime are written to be by now."""
        regime = self.regime.strip().casefold() if self.regime is not None else None
        return (self.language, self.ngr, self.key, self.query, regime)


class QueryWithoutWords(Exception):
    """A query of which nothing can be looked for; the message says what was left out."""

    def __init__(self, ignored: Sequence[Ignored]) -> None:
        super().__init__(f"the query has no words to look for: {'; '.join(map(str, ignored))}")


def everything(language: Language) -> Subject:
    """All changes in a language."""
    return Subject(language)


def of_act(ngr: str, language: Language, key: str | None = None) -> Subject:
    """An act's changes, or those of an article, a division or a point of it."""
    sets = (ProvisionSet(ngr, (key,) if key else ()),)
    return Subject(language, sets, ngr=ngr, key=key)


def of_regime(regimes: Regimes, key: str, language: Language) -> Subject:
    """The changes of all provisions that ruled a regime, or one phase; raises UnknownRegime."""
    wanted = key.strip().casefold()
    phases = next((one.phases for one in regimes.regimes if one.key.casefold() == wanted), None)
    sets = {
        one
        for phase in phases or (regimes.phase(key),)
        for one in (*phase.provisions, *phase.general)
    }
    return Subject(language, tuple(sorted(sets, key=str)), regime=key)


def of_search(query: str, language: Language | None, ngr: str | None) -> Subject:
    """The changes of provisions that fit a query before or after."""
    sets = (ProvisionSet(ngr),) if ngr else None
    return Subject(language, sets, ngr=ngr, query=query)


def followed(session: Session, subject: Subject, kinds: Kinds, analyser: Analyser) -> Followed:
    """What to look for in the store.

    Raises UnknownAct, UnknownArticle for a subject that is a place, and QueryWithoutWords.
    """
    if subject.ngr is not None:
        reads.act(session, subject.ngr)
    parts, points = _parts(session, subject)
    matcher: Matcher | None = None
    ignored: tuple[Ignored, ...] = ()
    if subject.query is not None:
        read = read_query(subject.query, analyser, of_changes=True)
        if read.root is None:
            raise QueryWithoutWords(read.ignored)
        matcher, ignored = Matcher(analyser, read.root), read.ignored
    return Followed(
        Selection(parts=parts, language=subject.language, kinds=kinds.of_changes),
        announced=kinds.announced,
        points=points,
        matcher=matcher,
        ignored=ignored,
    )


def _parts(
    session: Session, subject: Subject
) -> tuple[tuple[PartOfAct, ...] | None, dict[tuple[str, str], tuple[str, ...]]]:
    """The parts of acts that a subject's provisions are, and points that are followed alone."""
    if subject.sets is None:
        return None, {}
    keys: dict[str, list[str] | None] = {}
    for one in subject.sets:
        own = keys.setdefault(one.ngr, [])
        keys[one.ngr] = None if own is None or not one.keys else [*own, *one.keys]
    parts: list[PartOfAct] = []
    points: dict[tuple[str, str], tuple[str, ...]] = {}
    for ngr, wanted in keys.items():
        if wanted is None:
            parts.append(PartOfAct(ngr))
            continue
        named = articles_named(session, ngr, wanted)
        if subject.key in named.unknown and subject.key is not None:
            near = nearest_keys(subject.key, named.known)
            raise UnknownArticle(ngr, subject.key, "any edition held", near)
        parts.append(PartOfAct(ngr, tuple(named.articles)))
        points |= {(ngr, key): paths for key, paths in named.articles.items() if paths is not None}
    return tuple(parts), points

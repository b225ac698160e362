"""What search must know of the store beside its index, read once for each version of the store."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from sqlalchemy import select
from sqlalchemy.orm import Session

from api.questions.citations.citable import act_register
from api.questions.search.doubts import LikelyThen
from api.questions.search.likely import likely_then, may_be_likely
from api.questions.search.unheld import Unheld, unheld_on
from corpus.citations.acts import ActRegister
from corpus.citations.forms import NAMES
from corpus.keys import SEPARATOR
from corpus.law import Language
from corpus.search.completing import ActTitle
from corpus.search.keeping.state import IndexState
from corpus.search.scoring import FORM_BONUS
from corpus.search.words.analysis import Analyser
from corpus.store import reads
from corpus.store.article_editions import Article, ArticleEdition, article_editions
from corpus.store.citable import HeldProvisions
from corpus.store.records import ActSummary, EditionSummary
from corpus.store.tables import CHANGES, EDITION_CONTENTS, EDITIONS

Labelled = tuple[str, Language, str]
"""Act, language and label of an edition."""
_OF_THE_STATE = re.compile(
    r"Республики Казахстан|Қазақстан Республикасы\w*|of the Republic of Kazakhstan"
)
_MOVES = ("moved", "renumbered")
_MOST_DAYS = 1_000
_MOST_LIKELY = 20_000


@dataclass
class KnownStore:
    """What is known of one version of a store; what was read stays. Safe to share by threads."""

    state: IndexState
    _sources: dict[Labelled, EditionSummary] = field(default_factory=dict)
    _keys: dict[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    _acts: Mapping[str, ActSummary] | None = None
    _titles: Sequence[ActTitle] | None = None
    _register: ActRegister | None = None
    _holders: Mapping[str, Sequence[tuple[str, str]]] | None = None
    _moved: Mapping[Article, str] | None = None
    _editions: dict[Article, Sequence[ArticleEdition]] = field(default_factory=dict)
    _unheld: dict[date, Sequence[Unheld]] = field(default_factory=dict)
    _likely: dict[tuple[Article, date], tuple[LikelyThen | None]] = field(default_factory=dict)

    def acts(self, session: Session) -> Mapping[str, ActSummary]:
        """The acts of the store by registry number, in its order."""
        if self._acts is None:
            self._acts = {act.ngr: act for act in reads.acts(session)}
        return self._acts

    def repeals(self, session: Session) -> Mapping[str, date]:
        """The days of acts' repeals, by the watch list."""
        acts = self.acts(session).values()
        return {act.ngr: act.repealed_on for act in acts if act.repealed_on}

    def titles(self, session: Session) -> Sequence[ActTitle]:
        """The titles of the acts that are held, in every language, the highest act's first."""
        if self._titles is None:
            held = [act for act in self.acts(session).values() if act.editions]
            held.sort(key=lambda act: -FORM_BONUS.get(act.form or "", 0.0))
            self._titles = tuple(
                ActTitle(act.ngr, language, title, _called(act, language))
                for act in held
                for language, title in act.titles.items()
            )
        return self._titles

    def register(self, session: Session, analyser: Analyser) -> ActRegister:
        """All acts that may be cited."""
        if self._register is None:
            self._register = act_register(session, analyser)
        return self._register

    def sources(
        self, session: Session, wanted: Collection[Labelled]
    ) -> Mapping[Labelled, EditionSummary]:
        """The editions of these labels; those that the store no longer holds are left out."""
        if unread := {one for one in wanted if one not in self._sources}:
            for edition in reads.labelled_editions(session, unread):
                self._sources[edition.ngr, edition.language, str(edition.label)] = edition
        return self._sources

    def editions(
        self, session: Session, wanted: Collection[Article]
    ) -> Mapping[Article, Sequence[ArticleEdition]]:
        """All editions that have each of these articles, oldest first."""
        if unread := {one for one in wanted if one not in self._editions}:
            read = article_editions(session, unread)
            self._editions.update({one: read.get(one, ()) for one in unread})
        return self._editions

    def moved(self, session: Session) -> Mapping[Article, str]:
        """Where articles stand by now that were moved or renumbered word for word."""
        if self._moved is None:
            self._moved = _moves(session)
        return self._moved

    def unheld(self, session: Session, day: date) -> Sequence[Unheld]:
        """The acts whose text of a day is not held."""
        found = self._unheld.get(day)  # once: another thread may clear between two looks
        if found is None:
            if len(self._unheld) >= _MOST_DAYS:
                self._unheld.clear()
            found = unheld_on(session, self.acts(session).values(), day)
            self._unheld[day] = found
        return found

    def likely(self, session: Session, article: Article, day: date) -> LikelyThen | None:
        """The text of an article that is not known to have been in force, but likely was."""
        act = self.acts(session).get(article[0])
        if act is None or not may_be_likely(act, day):
            return None
        found = self._likely.get((article, day))
        if found is None:
            if len(self._likely) >= _MOST_LIKELY:
                self._likely.clear()
            found = (likely_then(session, article, day),)
            self._likely[article, day] = found
        return found[0]

    def keys(self, session: Session, ngr: str) -> Mapping[str, tuple[str, ...]]:
        """As `corpus.citations.resolving.Holdings`."""
        if ngr not in self._keys:
            self._keys[ngr] = HeldProvisions(session).keys(ngr)
        return self._keys[ngr]

    def holders(self, session: Session, unit: str) -> Sequence[tuple[str, str]]:
        """As `corpus.citations.resolving.Holdings`."""
        if self._holders is None:
            self._holders = _holders(session)
        return self._holders.get(unit, ())


@dataclass(frozen=True)
class KnownProvisions:
    """The articles held, as resolving citations asks for them."""

    session: Session
    known: KnownStore

    def keys(self, ngr: str) -> Mapping[str, tuple[str, ...]]:
        """The articles of an act in any edition by key, with the divisions around each."""
        return self.known.keys(self.session, ngr)

    def holders(self, unit: str) -> Sequence[tuple[str, str]]:
        """Acts with an article whose key ends in a unit, and that article's key."""
        return self.known.holders(self.session, unit)

    def may_have(self, unit: str) -> Sequence[str]:  # noqa: ARG002 - the protocol's
        """None: a search shows what is held and does not say that there is nothing else."""
        return ()


class Knowledge:
    """What is known of the newest version of a store that was seen."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._newest: KnownStore | None = None

    def of(self, session: Session) -> KnownStore:
        """What is known of the store as a session reads it."""
        version = reads.store_version(session)
        newest = self._newest
        if newest is not None and newest.state.version == version:
            return newest
        found = KnownStore(IndexState.of(session))
        with self._lock:
            newest = self._newest
            if newest is None or newest.state.version < found.state.version:
                self._newest = found
        return found


def _called(act: ActSummary, language: Language) -> str:
    """What an act is called beside its title: «Закон 148-II»."""
    names = NAMES.get(act.form or "", {})
    form = _OF_THE_STATE.sub("", names[language].nominative) if language in names else ""
    return f"{form} {act.number or ''}"


def _holders(session: Session) -> Mapping[str, Sequence[tuple[str, str]]]:
    """By the last part of their key, all articles held: act and key."""
    contents, edition = EDITION_CONTENTS.c, EDITIONS.c
    rows = session.execute(
        select(edition.ngr, contents.key)
        .join(EDITIONS, edition.id == contents.edition_id)
        .where(edition.superseded_at.is_(None), contents.item == "article")
        .distinct()
        .order_by(edition.ngr, contents.key)
    )
    found: dict[str, list[tuple[str, str]]] = {}
    for row in rows:
        found.setdefault(row.key.split(SEPARATOR)[-1], []).append((row.ngr, row.key))
    return found


def _moves(session: Session) -> Mapping[Article, str]:
    """By where an article stood, where it stands now; followed through several moves.

    Only what the comparison of editions found: the same words, once on either side.
    """
    table = CHANGES.c
    rows = session.execute(
        select(table.ngr, table.language, table.old_key, table.new_key)
        .where(table.kind.in_(_MOVES), table.withdrawn_at.is_(None))
        .order_by(table.sequence)
    )
    step = {
        (row.ngr, Language(row.language), row.old_key): row.new_key
        for row in rows
        if row.old_key and row.new_key and row.old_key != row.new_key
    }
    return {article: _last(article, step) for article in step}


def _last(article: Article, step: Mapping[Article, str]) -> str:
    seen: set[str] = set()
    ngr, language, key = article
    while (following := step.get((ngr, language, key))) is not None and key not in seen:
        seen.add(key)
        key = following
    return key

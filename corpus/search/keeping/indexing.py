"""From the store to the index: all anew, or only the acts that changed."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from corpus.search.documents import SearchDocument
from corpus.search.engine import SearchEngine
from corpus.search.keeping.days import DaysOf
from corpus.search.keeping.from_store import documents_of
from corpus.search.keeping.state import IndexState
from corpus.store.database import Store
from corpus.store.reads import acts, acts_touched_since

_LOG = logging.getLogger(__name__)


class IndexOutdated(Exception):
    """The index shows another store, or was made otherwise: only a rebuild helps."""


@dataclass(frozen=True)
class FailedAct:
    """An act whose documents could not be made; it is in the index no longer."""

    ngr: str
    message: str


@dataclass(frozen=True)
class IndexReport:
    """What was done: how many documents the index holds now, came and went; all anew or not.

    `failed` acts are not in the index: nothing wrong is found there, and nothing right.
    """

    documents: int
    added: int
    removed: int
    rebuilt: bool
    failed: tuple[FailedAct, ...] = ()


def documents(session: Session, days_of: DaysOf) -> Iterator[SearchDocument]:
    """Every wording of every article in the store."""
    yield from _Reading(session, days_of).all_of(_held(session))


def rebuild_index(
    store: Store, engine: SearchEngine, days_of: DaysOf, why: str = ""
) -> IndexReport:
    """Build the index anew from all that the store holds; searches go on meanwhile.

    `days_of` tells on which days wordings were in force: `diffing.in_force.days.days_in_force`.
    """
    with store.read() as session:
        state = IndexState.of(session)
        reading = _Reading(session, days_of)
        engine.rebuild(reading.all_of(_held(session)), str(state), why)
    if reading.failed:
        engine.update([], [], str(reading.told(state)))
    held = engine.count()
    return IndexReport(held, added=held, removed=0, rebuilt=True, failed=tuple(reading.failed))


def refresh_index(store: Store, engine: SearchEngine, days_of: DaysOf) -> IndexReport:
    """Bring the index up to the store: only the acts that were touched since are read again.

    Acts that could not be read before are tried again. Raises IndexMissingError,
    IndexUnreadableError and IndexOutdated where only a rebuild helps.
    """
    indexed = IndexState.parse(engine.state() or "")
    with store.read() as session:
        now = IndexState.of(session)
        if indexed is None:
            engine.count()  # says whether there is none
        if indexed is None or indexed.store != now.store or indexed.version > now.version:
            raise IndexOutdated
        return _refreshed(_Reading(session, days_of), engine, indexed, now)


class _Reading:
    """Acts read one by one, so that a fault of one is no fault of the others."""

    def __init__(self, session: Session, days_of: DaysOf) -> None:
        self.session, self._days_of = session, days_of
        self.failed: list[FailedAct] = []

    def all_of(self, ngrs: Iterable[str]) -> Iterator[SearchDocument]:
        """The documents of acts."""
        for ngr in ngrs:
            yield from self.of(ngr)

    def of(self, ngr: str) -> Sequence[SearchDocument]:
        """All documents of an act, or none."""
        try:
            return list(documents_of(self.session, ngr, self._days_of))
        except SQLAlchemyError:
            raise  # no fault of the act's
        except Exception as error:  # noqa: BLE001 - it is told, and the other acts are indexed
            _LOG.exception("the search index goes without %s: its texts cannot be read", ngr)
            self.failed.append(FailedAct(ngr, f"{type(error).__name__}: {error}"))
            return []

    def told(self, state: IndexState) -> IndexState:
        """A state, with the acts that failed."""
        return replace(state, failed=tuple(one.ngr for one in self.failed))


def _held(session: Session) -> list[str]:
    return [act.ngr for act in acts(session) if act.editions]


def _refreshed(
    reading: _Reading, engine: SearchEngine, indexed: IndexState, now: IndexState
) -> IndexReport:
    added: list[SearchDocument] = []
    removed: list[str] = []
    if indexed.is_behind(now):
        touched = acts_touched_since(reading.session, indexed.version)
        for ngr in dict.fromkeys((*touched, *indexed.failed)):
            held = engine.ids(ngr)
            wanted = {document.id: document for document in reading.of(ngr)}
            added += [document for id_, document in wanted.items() if id_ not in held]
            removed += sorted(held - wanted.keys())
        engine.update(added, removed, str(reading.told(now)))
    failed = tuple(reading.failed)
    return IndexReport(engine.count(), len(added), len(removed), rebuilt=False, failed=failed)

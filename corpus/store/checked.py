"""When each act was last looked at: asked for at a registry, or read from a file."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, select
from sqlalchemy.orm import Session

from corpus.store.listing import WATCH_LIST
from corpus.store.runs import RequestOutcome
from corpus.store.tables import (
    EDITION_SNAPSHOTS,
    EDITIONS,
    LISTED_EDITIONS,
    RUN_REQUESTS,
    RUNS,
    SNAPSHOTS,
)

FILES = "files"
"""The registry of what was imported from saved files: reading them asks no registry anything."""
_CRAWL = "crawl"
_ANSWERED = (RequestOutcome.FETCHED, RequestOutcome.UNCHANGED, RequestOutcome.MISSING)


@dataclass(frozen=True)
class LastChecked:
    """`at_registry`: when a registry last answered for the act; `imported`: when a file was read.

    Both None for an act that is only watched.
    """

    at_registry: datetime | None = None
    imported: datetime | None = None


NEVER = LastChecked()


def last_checked(session: Session, acts: Collection[str] | None = None) -> dict[str, LastChecked]:
    """When each act was last looked at, by registry number; of these acts, or of all.

    An act of which nothing was ever asked or read is left out. A registry answers with a page, with
    its list of editions, or by saying that nothing is new or nothing is there.
    """
    of_registry = _latest(
        session,
        _of_acts(_pages(EDITIONS.c.registry != FILES), EDITIONS.c.ngr, acts),
        _of_acts(_lists(), LISTED_EDITIONS.c.ngr, acts),
        _of_acts(_answers(), RUN_REQUESTS.c.ngr, acts),
    )
    files = _latest(session, _of_acts(_pages(EDITIONS.c.registry == FILES), EDITIONS.c.ngr, acts))
    return {
        ngr: LastChecked(of_registry.get(ngr), files.get(ngr))
        for ngr in of_registry.keys() | files.keys()
    }


def checks_version(session: Session) -> tuple[int, int]:
    """What is another once anything was asked for or read since: costs next to nothing."""
    return session.scalar(_LAST_ASKED) or 0, session.scalar(_LAST_READ) or 0


_LAST_ASKED = select(func.coalesce(func.max(RUN_REQUESTS.c.id), 0))
_LAST_READ = select(func.coalesce(func.max(SNAPSHOTS.c.id), 0))


_Query = Select[str, datetime]


def _pages(which: ColumnElement[bool]) -> _Query:
    links = EDITION_SNAPSHOTS.c
    return (
        select(EDITIONS.c.ngr, func.max(SNAPSHOTS.c.fetched_at))
        .join(EDITION_SNAPSHOTS, links.edition_id == EDITIONS.c.id)
        .join(SNAPSHOTS, SNAPSHOTS.c.id == links.snapshot_id)
        .where(which)
        .group_by(EDITIONS.c.ngr)
    )


def _lists() -> _Query:
    table = LISTED_EDITIONS.c
    return (
        select(table.ngr, func.max(table.last_seen_at))
        .where(table.origin.not_in((WATCH_LIST, FILES)))
        .group_by(table.ngr)
    )


def _answers() -> _Query:
    table = RUN_REQUESTS.c
    return (
        select(table.ngr, func.max(table.at))
        .join(RUNS, RUNS.c.id == table.run_id)
        .where(RUNS.c.kind == _CRAWL, table.outcome.in_(_ANSWERED), table.ngr.is_not(None))
        .group_by(table.ngr)
    )


def _of_acts(query: _Query, ngr: ColumnElement[str], acts: Collection[str] | None) -> _Query:
    return query if acts is None else query.where(ngr.in_(acts))


def _latest(session: Session, *queries: _Query) -> dict[str, datetime]:
    found: dict[str, datetime] = {}
    for ngr, moment in _rows(session, queries):
        found[ngr] = max(moment, found.get(ngr, moment))
    return found


def _rows(session: Session, queries: Iterable[_Query]) -> Iterator[tuple[str, datetime]]:
    for query in queries:
        yield from session.execute(query)

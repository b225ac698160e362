"""Which amendments are wanted, and what that asks of a row: the same for every list of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlalchemy import Column, ColumnElement
from sqlalchemy.orm import Session

from corpus.amendments import Role, Verb
from corpus.law import Language
from corpus.store.amendments.places import at_or_inside
from corpus.store.amendments.recording import UNKNOWN_DAY
from corpus.store.amendments.records import Axis
from corpus.store.amendments.tables import AMENDMENTS

DAYS: dict[Axis, Column[date]] = {
    Axis.IN_FORCE: AMENDMENTS.c.in_force_day,
    Axis.ADOPTED: AMENDMENTS.c.adopted_day,
}
"""The axes that are columns of days; by the rest, amendments are listed as they came."""


@dataclass(frozen=True)
class WantedAmendments:
    """Which amendments are wanted, and by which day; as it is, all that stand.

    The axis's days from `since` on and before `until` (for `SEEN` in UTC); with either, unknown
    days are left out. A `key` narrows to that place and all inside it, by their keys: an article
    with its points, one point, a chapter with its paragraphs (its articles have keys of their
    own), an appendix. Withdrawn ones come only with `withdrawn`.
    """

    by: Axis = Axis.SEEN
    since: date | None = None
    until: date | None = None
    ngr: str | None = None
    key: str | None = None
    verb: Verb | None = None
    roles: frozenset[Role] | None = None
    language: Language | None = None
    withdrawn: bool = False


def narrowed_to(session: Session, wanted: WantedAmendments) -> Iterable[ColumnElement[bool]]:
    """What a row must be to be one that is wanted."""
    table = AMENDMENTS.c
    return [
        *_of_days(wanted.by, wanted.since, wanted.until),
        *([] if wanted.ngr is None else [table.ngr == wanted.ngr]),
        *([] if wanted.key is None else at_or_inside(session, wanted.key, wanted.ngr)),
        *([] if wanted.verb is None else [table.verb == wanted.verb]),
        *([] if wanted.roles is None else [table.role.in_(sorted(wanted.roles))]),
        *([] if wanted.language is None else [table.language == wanted.language]),
        *([] if wanted.withdrawn else [table.withdrawn_at.is_(None)]),
    ]


def _of_days(by: Axis, since: date | None, until: date | None) -> Iterable[ColumnElement[bool]]:
    day = DAYS.get(by)
    if day is not None:
        known = [day < UNKNOWN_DAY] if since or until else []
        return [
            *([] if since is None else [day >= since]),
            *([] if until is None else [day < until]),
            *known,
        ]
    seen = AMENDMENTS.c.seen_at
    return [
        *([] if since is None else [seen >= _begins(since)]),
        *([] if until is None else [seen < _begins(until)]),
    ]


def _begins(day: date) -> datetime:
    return datetime.combine(day, time.min, UTC)

"""Reading the changes between editions: the feed from its beginning on, or back from its end."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, false, func, or_, select
from sqlalchemy.orm import Session

from corpus.law import Language
from corpus.store.amendments.tables import AMENDMENTS
from corpus.store.changes.recording import of_pair
from corpus.store.changes.rows import ChangeRecord, change_record, with_labels
from corpus.store.errors import ForeignCursor
from corpus.store.tables import ACTS, CHANGES, EDITIONS


@dataclass(frozen=True)
class NotLaw:
    """What makes a stored change none of the law: one of these kinds, or one of these rules."""

    kinds: tuple[str, ...]
    rules: tuple[str, ...]


@dataclass(frozen=True)
class PartOfAct:
    """An act, or its articles and divisions with these keys; None: all of it."""

    ngr: str
    keys: tuple[str, ...] | None = None


@dataclass(frozen=True)
class Selection:
    """Which changes are wanted; what is None does not narrow.

    `legal` True asks for changes of the law, False for the others, as `not_law` parts them.
    """

    parts: tuple[PartOfAct, ...] | None = None
    language: Language | None = None
    kinds: tuple[str, ...] | None = None
    legal: bool | None = None
    not_law: NotLaw = NotLaw((), ())
    withdrawn: bool = True
    """Also those that no longer hold."""

    def conditions(self) -> list[ColumnElement[bool]]:
        """The selection as conditions on the table of changes."""
        table = CHANGES.c
        found: list[ColumnElement[bool]] = []
        if self.parts is not None:
            found.append(or_(false(), *map(_in_part, self.parts)))
        if self.language is not None:
            found.append(table.language == self.language)
        if self.kinds is not None:
            found.append(table.kind.in_(self.kinds))
        if self.legal is not None:
            form_only = table.kind.in_(self.not_law.kinds)
            by_rule = func.coalesce(table.rule, "").in_(self.not_law.rules)
            found.append(~(form_only | by_rule) if self.legal else form_only | by_rule)
        if not self.withdrawn:
            found.append(table.withdrawn_at.is_(None))
        return found


def changes(
    session: Session,
    since: datetime | None = None,
    ngr: str | None = None,
    key: str | None = None,
    language: Language | None = None,
    limit: int = 100,
    after_cursor: int | None = None,
    *,
    withdrawn: bool = False,
    until: datetime | None = None,
    which: Selection | None = None,
) -> list[ChangeRecord]:
    """The feed, in the order in which the changes were stored or withdrawn.

    The next page begins after the last record's `sequence`: it is in the order of the commits, so
    nothing is skipped. Withdrawn changes come only with `withdrawn`: who follows the feed with it
    sees a change again, now as withdrawn. `since` and `until` (exclusive) are moments of storing
    or withdrawing. `which` narrows further. Raises ForeignCursor where the cursor is ahead of all
    that is stored here.
    """
    table = CHANGES.c
    if after_cursor and after_cursor > (session.scalar(select(func.max(table.sequence))) or 0):
        raise ForeignCursor
    moment = func.coalesce(table.withdrawn_at, table.recorded_at)
    conditions = [
        *([] if which is None else which.conditions()),
        *([] if since is None else [or_(table.recorded_at >= since, table.withdrawn_at >= since)]),
        *([] if until is None else [moment < until]),
        *([] if ngr is None else [table.ngr == ngr]),
        *([] if key is None else [or_(table.key == key, table.old_key == key)]),
        *([] if language is None else [table.language == language]),
        *([] if after_cursor is None else [table.sequence > after_cursor]),
        *([] if withdrawn else [table.withdrawn_at.is_(None)]),
    ]
    rows = session.execute(with_labels(*conditions).order_by(table.sequence).limit(limit))
    return list(map(change_record, rows))


def newest_changes(
    session: Session, which: Selection, limit: int, before_cursor: int | None = None
) -> list[ChangeRecord]:
    """The end of the feed, the last one first; the page before it ends below a `sequence`."""
    table = CHANGES.c
    before = [] if before_cursor is None else [table.sequence < before_cursor]
    query = with_labels(*which.conditions(), *before).order_by(table.sequence.desc())
    return list(map(change_record, session.execute(query.limit(limit))))


def changes_between(session: Session, older_id: int, newer_id: int) -> list[ChangeRecord]:
    """The changes that stand between two editions, in the comparison's order."""
    table = CHANGES.c
    pair = (
        *of_pair(session, older_id, newer_id),
        table.ngr == select(EDITIONS.c.ngr).where(EDITIONS.c.id == newer_id).scalar_subquery(),
        table.language
        == select(EDITIONS.c.language).where(EDITIONS.c.id == newer_id).scalar_subquery(),
    )
    rows = session.execute(
        with_labels(*pair, table.withdrawn_at.is_(None)).order_by(table.position, table.id)
    )
    return list(map(change_record, rows))


def version_of(session: Session, acts: Collection[str] | None) -> tuple[datetime | None, int]:
    """What is another with every write that may change what these acts (None: all) answer.

    A number that grows; before it the moment at which this corpus got its first edition, for one
    that is made anew counts from the beginning too. What the acts answer rests on the texts of
    those that amended them too: where these are held, they tell of a change what no note does.
    """
    newest = _NEWEST if acts is None else _NEWEST.where(_are_or_amended(acts))
    return session.scalar(_FIRST), session.scalar(newest) or 0


def _are_or_amended(acts: Collection[str]) -> ColumnElement[bool]:
    table = AMENDMENTS.c
    amended = select(table.act_ngr).where(table.ngr.in_(acts), table.act_ngr.is_not(None))
    return or_(ACTS.c.ngr.in_(acts), ACTS.c.ngr.in_(amended))


_NEWEST = select(func.coalesce(func.max(ACTS.c.touched), 0))
_FIRST = select(EDITIONS.c.recorded_at).order_by(EDITIONS.c.id).limit(1)


def _in_part(part: PartOfAct) -> ColumnElement[bool]:
    table = CHANGES.c
    if part.keys is None:
        return table.ngr == part.ngr
    keys: Iterable[str] = part.keys
    return and_(table.ngr == part.ngr, or_(table.key.in_(keys), table.old_key.in_(keys)))

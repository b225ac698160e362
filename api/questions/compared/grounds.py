"""The grounds of a comparison: the acts behind what differs between any two editions of an act.

What was recorded between the editions that lie from the one to the other is explained as the feed
of changes explains it. Where nothing was recorded between the two (a copy in part, an edition
without a day) the notes of the newer one are asked what they name and the older one's do not. The
page of a comparison and the table that is taken away from it name the same acts by this.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from api.questions.explained import ExplainingAct, explained
from api.questions.following.told_changes import NOT_LAW, tell_changes
from corpus.law import Article
from corpus.store import reads
from corpus.store.changes.feed import PartOfAct, Selection
from corpus.store.changes.rows import ChangeRecord, ChangeRow
from corpus.store.records import EditionSummary
from diffing.changes import Change, HeadingChange
from diffing.classify import ChangeKind

_MOST = 100_000
"""More changes than any act has."""


def grounds_between(
    session: Session,
    one: EditionSummary,
    other: EditionSummary,
    changes: Iterable[Change | HeadingChange],
) -> dict[str, tuple[ExplainingAct, ...]]:
    """The acts that may have made each change of the law, by its key, in the order of the steps.

    The two editions may be given in either order. An act is there once for each of its amendments
    and for each step that it may be behind; a change whose acts nobody knows has none.
    """
    older, newer = _in_order(one, other)
    legal = [change for change in changes if change.kind not in NOT_LAW.kinds]
    if not legal:
        return {}
    steps = _Steps.of(_recorded(session, older, newer))
    records = {change.key: steps.of_keys(_keys(change)) for change in legal}
    asked = {record.id: record for own in records.values() for record in own}
    acts = {told.record.id: told.acts for told in tell_changes(session, [*asked.values()])}
    found = {
        key: tuple(act for record in own for act in acts[record.id]) for key, own in records.items()
    }
    silent = [change for change in legal if isinstance(change, Change) and not records[change.key]]
    return found | _by_notes(session, older, newer, silent, mirrored=older is not one)


def _in_order(one: EditionSummary, other: EditionSummary) -> tuple[EditionSummary, EditionSummary]:
    return (other, one) if other.label.surely_before(one.label) else (one, other)


def _recorded(
    session: Session, older: EditionSummary, newer: EditionSummary
) -> Iterable[ChangeRecord]:
    """The changes of the law that were recorded between two editions."""
    language = older.language
    which = Selection((PartOfAct(older.ngr),), language, legal=True, not_law=NOT_LAW)
    return (
        record
        for record in reads.changes(session, limit=_MOST, which=which)
        if _lies_between(record, older, newer)
    )


def _lies_between(record: ChangeRecord, older: EditionSummary, newer: EditionSummary) -> bool:
    """Whether a recorded change came after the older edition, and by the newer one."""
    if record.older_label == record.newer_label:
        return False  # a registry's correction
    first, last = older.label.first_day, newer.label.last_day
    starts, ends = record.older_label.first_day, record.newer_label.last_day
    if first is None or last is None or starts is None or ends is None:
        return (record.older_label, record.newer_label) == (older.label, newer.label)
    return first <= starts and ends <= last


def _keys(change: Change | HeadingChange) -> tuple[str, ...]:
    if isinstance(change, HeadingChange):
        return (change.key,)
    return tuple(key for key in (change.old_key, change.new_key) if key)


@dataclass(frozen=True)
class _Steps:
    """Recorded changes by every key that they know their article by."""

    by_key: Mapping[str, Sequence[ChangeRecord]]

    @classmethod
    def of(cls, records: Iterable[ChangeRecord]) -> _Steps:
        found: dict[str, list[ChangeRecord]] = defaultdict(list)
        for record in records:
            for key in _names(record):
                found[key].append(record)
        return cls(found)

    def of_keys(self, keys: Iterable[str]) -> tuple[ChangeRecord, ...]:
        """The changes of an article, also where it had another number in between."""
        found: dict[int, ChangeRecord] = {}
        asked: set[str] = set()
        waiting = list(keys)
        while waiting:
            key = waiting.pop()
            if key in asked:
                continue
            asked.add(key)
            for record in self.by_key.get(key, ()):
                found[record.id] = record
                waiting += _names(record)
        return tuple(sorted(found.values(), key=_by_time))


def _by_time(record: ChangeRecord) -> tuple[date, int]:
    return record.newer_label.last_day or date.max, record.id


def _names(record: ChangeRecord) -> set[str]:
    change = record.change
    return {key for key in (change.key, change.old_key, change.new_key) if key}


def _by_notes(
    session: Session,
    older: EditionSummary,
    newer: EditionSummary,
    changes: Sequence[Change],
    *,
    mirrored: bool,
) -> dict[str, tuple[ExplainingAct, ...]]:
    """What the newer edition's notes name of each change and the older one's do not.

    The registry's cause of the newer edition says nothing here: others may lie in between.
    """
    articles: dict[str, Article] = {}
    records = []
    for number, change in enumerate(changes):
        old, new = (change.new, change.old) if mirrored else (change.old, change.new)
        hashes = [f"{number} old" if old else None, f"{number} new" if new else None]
        articles |= {
            name: side for name, side in zip(hashes, (old, new), strict=True) if name and side
        }
        records.append(_as_recorded(number, older, newer, change.kind, (old, new), hashes))
    editions = {one.id: one for one in (older, newer)}
    told = explained(session, records, editions, articles)
    return {
        change.key: tuple(act for act in told[number] if not act.by_registry_alone)
        for number, change in enumerate(changes)
    }


def _as_recorded(
    number: int,
    older: EditionSummary,
    newer: EditionSummary,
    kind: ChangeKind,
    sides: tuple[Article | None, Article | None],
    hashes: Sequence[str | None],
) -> ChangeRecord:
    old, new = (side.key if side else None for side in sides)
    row = ChangeRow(
        new or old or "", kind, "", old, new, old_text_hash=hashes[0], new_text_hash=hashes[1]
    )
    return ChangeRecord(
        number,
        number,
        newer.ngr,
        newer.language,
        older.id,
        newer.id,
        older.label,
        newer.label,
        row,
        newer.sample,
        newer.recorded_at,
        None,
    )

"""What a record of a feed is known by elsewhere: the same in all corpora of the same evidence.

Ids and moments are a database's own: one that is made anew from the same snapshots has others. So a
change is told by what changed between which editions, an amendment by what its note says. Where the
same was recorded more than once (it held, did not hold, holds again), it is counted too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from corpus.law import digest
from corpus.store import law_json
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.amendments.tables import AMENDMENTS
from corpus.store.batches import batches
from corpus.store.changes.recording import what_changed
from corpus.store.changes.rows import NEWER, OLDER, ChangeRecord, change_record, with_labels
from corpus.store.tables import CHANGES


def change_identities(session: Session, records: Sequence[ChangeRecord]) -> dict[int, str]:
    """By the changes' ids: 64 hexadecimal digits each."""
    table = CHANGES.c
    keys = sorted({one.change.key for one in records})
    own = {one.id for one in records}
    # Of what stands there is one alone, but between two rows of one label.
    may_be_twin = or_(table.withdrawn_at.is_not(None), OLDER.c.label == NEWER.c.label)
    twins = [
        change_record(row)
        for batch in batches(keys)
        for row in session.execute(
            with_labels(
                table.ngr.in_({one.ngr for one in records}),
                table.key.in_(batch),
                may_be_twin,
            )
        )
        if row.id not in own
    ]
    return _counted((one.id, _name_of(one)) for one in (*records, *twins))


def amendment_identities(session: Session, records: Sequence[AmendmentRecord]) -> dict[int, str]:
    """By the amendments' ids: 64 hexadecimal digits each."""
    table = AMENDMENTS.c
    ids = [one.id for one in records]
    named: dict[int, str] = {}
    for batch in batches(ids):
        own = select(AMENDMENTS).where(table.id.in_(batch)).subquery()
        same = select(table.id, table.identity, table.entry).join(
            own,
            (own.c.ngr == table.ngr)
            & (own.c.language == table.language)
            & (own.c.identity == table.identity),
        )
        for row in session.execute(same):
            named[row.id] = digest(law_json.dumps([row.identity, row.entry]))
    return _counted(named.items())


def _name_of(record: ChangeRecord) -> str:
    labels = (str(record.older_label), str(record.newer_label))
    return digest(
        law_json.dumps([record.ngr, record.language, *labels, what_changed(record.change)])
    )


def _counted(named: Iterable[tuple[int, str]]) -> dict[int, str]:
    """The names by id, each that came before with how often it did."""
    before: Counter[str] = Counter()
    found = {}
    for number, name in sorted(named):
        found[number] = digest(f"{name} {before[name]}") if before[name] else name
        before[name] += 1
    return found

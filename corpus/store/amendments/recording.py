"""Amendments as a feed that only grows: recorded once, withdrawn where they no longer hold.

An amendment stands while a current edition states it. It is withdrawn when none does any more, and
when it is known otherwise (another day of entry into force): then the right one is recorded beside
it. What stays the same keeps its id and its place, so nobody who follows the feed sees it twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update
from sqlalchemy.orm import Session

from corpus.amendments import AmendingAct, Amendment, EntryIntoForce
from corpus.law import Language
from corpus.store import law_json
from corpus.store.amendments.tables import AMENDMENTS
from corpus.store.feed_order import next_moment, next_place
from corpus.store.listing import touch_act

UNKNOWN_DAY = date.max
"""Stands for an unknown day in the columns that lists are sorted by: it comes last."""


@dataclass(frozen=True)
class FoundAmendment:
    """An amendment that current editions state, ready to be kept.

    `amendment` is as the oldest edition that states it words it (`reading_id`); `act` is its act as
    well identified as it can be; `heading` is the place's in the newest such edition.
    """

    identity: str
    amendment: Amendment
    act: AmendingAct
    entry: EntryIntoForce
    reading_id: int
    heading: str
    first_edition_id: int
    last_edition_id: int


def replace_amendments(
    session: Session,
    ngr: str,
    language: Language,
    found: Sequence[FoundAmendment],
    *,
    recorded_at: datetime,
) -> int:
    """Bring an act's amendments in a language up to what is found now, all of them.

    Gives how many rows were recorded or withdrawn. Which editions state an amendment, its heading
    and its act's registry number may become known better without a new place in the feed.
    """
    table = AMENDMENTS.c
    standing = {
        row.identity: row
        for row in session.execute(
            select(AMENDMENTS).where(
                table.ngr == ngr, table.language == language, table.withdrawn_at.is_(None)
            )
        )
    }
    new, kept = [], []
    for one in found:
        row = standing.get(one.identity)
        if row is not None and row.entry == law_json.to_json(one.entry):
            del standing[one.identity]
            kept.append((row, one))
        else:
            new.append(one)
    _withdraw(session, [row.id for row in standing.values()], recorded_at)
    moment = next_moment(session, AMENDMENTS, recorded_at)
    _record(session, ngr, language, new, moment)
    refreshed = _refresh(session, kept)
    if standing or new or refreshed:
        touch_act(session, ngr)
    return len(standing) + len(new)


def _record(
    session: Session,
    ngr: str,
    language: Language,
    found: Sequence[FoundAmendment],
    recorded_at: datetime,
) -> None:
    rows = [
        {
            "sequence": sequence,
            "ngr": ngr,
            "language": language,
            "identity": one.identity,
            "key": one.amendment.target.key,
            "place": one.amendment.target.place,
            "verb": one.amendment.verb,
            "role": one.amendment.role,
            "adopted_day": one.amendment.act.adopted or UNKNOWN_DAY,
            "in_force_day": one.entry.on or UNKNOWN_DAY,
            "entry": law_json.to_json(one.entry),
            "recorded_at": recorded_at,
            "seen_at": recorded_at,
            **_details(one),
        }
        for sequence, one in enumerate(found, next_place(session, AMENDMENTS))
    ]
    if rows:
        session.execute(insert(AMENDMENTS), rows)


def _details(one: FoundAmendment) -> dict[str, Any]:
    """What may become known better while the amendment stays the same."""
    return {
        "reading_id": one.reading_id,
        "act_ngr": one.act.ngr,
        "act_ngr_ground": one.act.ngr_ground,
        "heading": one.heading,
        "first_edition_id": one.first_edition_id,
        "last_edition_id": one.last_edition_id,
    }


def _refresh(session: Session, kept: Sequence[tuple[Row[Any], FoundAmendment]]) -> int:
    """Bring what may become known better up to date; gives of how many rows."""
    details = [(row, _details(one)) for row, one in kept]
    changed = [
        {"number": row.id} | {f"new_{name}": value for name, value in known.items()}
        for row, known in details
        if any(getattr(row, name) != value for name, value in known.items())
    ]
    if changed:
        names = [name.removeprefix("new_") for name in changed[0] if name != "number"]
        session.connection().execute(
            update(AMENDMENTS)
            .where(AMENDMENTS.c.id == bindparam("number"))
            .values({name: bindparam(f"new_{name}") for name in names}),
            changed,
        )
    return len(changed)


def _withdraw(session: Session, ids: Sequence[int], withdrawn_at: datetime) -> None:
    if ids:
        moment = next_moment(session, AMENDMENTS, withdrawn_at, withdrawing=True)
        session.connection().execute(
            update(AMENDMENTS)
            .where(AMENDMENTS.c.id == bindparam("number"))
            .values(
                withdrawn_at=bindparam("at"),
                seen_at=bindparam("at"),
                sequence=bindparam("position"),
            ),
            [
                {"number": number, "position": place, "at": moment}
                for place, number in enumerate(ids, next_place(session, AMENDMENTS))
            ],
        )

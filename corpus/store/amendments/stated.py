"""What the notes of each current edition state of a few places, with the entry into force known."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Boolean, Select, and_, bindparam, not_, or_, select
from sqlalchemy.orm import Session

from corpus.amendments import AmendingAct, Amendment, EntryIntoForce, Role, Verb
from corpus.law import Language
from corpus.store import law_json
from corpus.store.amendments.rows import amendment_of
from corpus.store.amendments.tables import (
    AMENDMENT_MENTIONS,
    AMENDMENT_READINGS,
    AMENDMENTS,
    NOTE_READINGS,
)
from corpus.store.tables import EDITIONS

# Each is made once: to make a statement costs as much as to have it answered.
_READ = select(NOTE_READINGS.c.edition_id).where(
    NOTE_READINGS.c.edition_id.in_(bindparam("ids", expanding=True))
)
_READ_OF_ACT = (
    select(NOTE_READINGS.c.edition_id)
    .join(EDITIONS, EDITIONS.c.id == NOTE_READINGS.c.edition_id)
    .where(
        EDITIONS.c.ngr == bindparam("ngr"),
        EDITIONS.c.language == bindparam("language"),
        EDITIONS.c.superseded_at.is_(None),
    )
)
_STATED: Select[Any] = (
    select(
        AMENDMENT_MENTIONS.c.edition_id,
        AMENDMENT_READINGS.c.body,
        AMENDMENTS.c.entry,
        AMENDMENTS.c.act_ngr,
        AMENDMENTS.c.act_ngr_ground,
    )
    .join(AMENDMENT_READINGS, AMENDMENT_READINGS.c.id == AMENDMENT_MENTIONS.c.reading_id)
    .join(
        AMENDMENTS,
        and_(
            AMENDMENTS.c.identity == AMENDMENT_READINGS.c.identity,
            AMENDMENTS.c.withdrawn_at.is_(None),
        ),
    )
    .where(
        # Not by an index of editions, which have thousands of notes: from the places to them.
        (AMENDMENT_MENTIONS.c.edition_id + 0).in_(bindparam("read", expanding=True)),
        or_(
            AMENDMENTS.c.key.in_(bindparam("keys", expanding=True)),
            and_(AMENDMENTS.c.key.is_(None), bindparam("of_act", type_=Boolean)),
        ),
    )
    .order_by(AMENDMENT_MENTIONS.c.edition_id, AMENDMENT_MENTIONS.c.position)
)
_STATED_IN_ACT = _STATED.where(
    AMENDMENTS.c.ngr == bindparam("ngr"), AMENDMENTS.c.language == bindparam("language")
)

_THAT_STATE = (
    select(AMENDMENT_MENTIONS.c.edition_id)
    .join(EDITIONS, EDITIONS.c.id == AMENDMENT_MENTIONS.c.edition_id)
    .join(AMENDMENT_READINGS, AMENDMENT_READINGS.c.id == AMENDMENT_MENTIONS.c.reading_id)
    .join(AMENDMENTS, AMENDMENTS.c.identity == AMENDMENT_READINGS.c.identity)
    .where(
        EDITIONS.c.ngr == bindparam("ngr"),
        EDITIONS.c.language == bindparam("language"),
        EDITIONS.c.superseded_at.is_(None),
        AMENDMENTS.c.withdrawn_at.is_(None),
        not_(and_(AMENDMENTS.c.key.is_(None), AMENDMENTS.c.verb == Verb.REPEALED)),
    )
    .distinct()
)


@dataclass(frozen=True)
class Stated:
    """An amendment as an edition's note states it, and from when it is in force."""

    amendment: Amendment
    entry: EntryIntoForce


def stated_in_act(
    session: Session, ngr: str, language: Language, keys: Collection[str | None]
) -> Mapping[int, tuple[Stated, ...]]:
    """By current edition of an act, what its notes state of articles or divisions, in their order.

    The key None is the act as a whole. An edition whose notes were not read is not there; one whose
    notes say nothing of these places is, with nothing.
    """
    of_act = {"ngr": ngr, "language": language}
    read = tuple(session.scalars(_READ_OF_ACT, of_act))
    return _stated(session, _STATED_IN_ACT, of_act, read, keys)


def stated_in_editions(
    session: Session, ids: Collection[int], keys: Collection[str | None]
) -> Mapping[int, tuple[Stated, ...]]:
    """The same for current editions of whichever acts."""
    read = tuple(session.scalars(_READ, {"ids": list(ids)}))
    return _stated(session, _STATED, {}, read, keys)


def _stated(
    session: Session,
    statement: Select[Any],
    of_act: Mapping[str, str],
    read: Collection[int],
    keys: Collection[str | None],
) -> Mapping[int, tuple[Stated, ...]]:
    """What the notes of editions that were read state, in one query."""
    named = [key for key in keys if key is not None]
    asked = {**of_act, "read": list(read), "keys": named, "of_act": None in keys}
    found: dict[int, list[Stated]] = {number: [] for number in read}
    for row in session.execute(statement, asked):
        entry = law_json.from_json(EntryIntoForce, row.entry)
        found[row.edition_id].append(Stated(amendment_of(row), entry))
    return {number: tuple(stated) for number, stated in found.items()}


def editions_that_state(session: Session, ngr: str, language: Language) -> frozenset[int]:
    """The current editions whose notes name acts that amended something.

    That the act was repealed stands on copies without any other note.
    """
    return frozenset(session.scalars(_THAT_STATE, {"ngr": ngr, "language": language}))


def amending_acts_of_days(
    session: Session, days: Collection[date]
) -> Mapping[str, tuple[AmendingAct, ...]]:
    """By act, the acts of these days that by standing amendments amended it, each once."""
    table, reading = AMENDMENTS.c, AMENDMENT_READINGS.c
    rows = session.execute(
        select(table.ngr, reading.body)
        .join(AMENDMENT_READINGS, reading.id == table.reading_id)
        .where(table.withdrawn_at.is_(None), table.adopted_day.in_(days))
        .order_by(table.id)
    )
    found: dict[str, dict[AmendingAct, None]] = {}
    for row in rows:
        amendment = law_json.from_json(Amendment, row.body)
        if amendment.role is Role.AMENDS:
            act = AmendingAct(amendment.act.adopted, amendment.act.number)
            found.setdefault(row.ngr, {})[act] = None
    return {ngr: tuple(acts) for ngr, acts in found.items()}

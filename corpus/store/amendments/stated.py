"""What the notes of each current edition state of a few places, with the entry into force known."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, and_, not_, or_, select
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
    edition = EDITIONS.c
    read = session.scalars(
        select(NOTE_READINGS.c.edition_id)
        .join(EDITIONS, edition.id == NOTE_READINGS.c.edition_id)
        .where(edition.ngr == ngr, edition.language == language, edition.superseded_at.is_(None))
    )
    return _stated(session, tuple(read), keys)


def stated_in_editions(
    session: Session, ids: Collection[int], keys: Collection[str | None]
) -> Mapping[int, tuple[Stated, ...]]:
    """The same for current editions of whichever acts."""
    read = session.scalars(
        select(NOTE_READINGS.c.edition_id).where(NOTE_READINGS.c.edition_id.in_(ids))
    )
    return _stated(session, tuple(read), keys)


def _stated(
    session: Session, read: Collection[int], keys: Collection[str | None]
) -> Mapping[int, tuple[Stated, ...]]:
    """What the notes of editions that were read state, in one query."""
    reading, mention, table = AMENDMENT_READINGS.c, AMENDMENT_MENTIONS.c, AMENDMENTS.c
    named = [key for key in keys if key is not None]
    of_keys = [table.key.in_(named), *([table.key.is_(None)] if None in keys else [])]
    wanted: Select[Any] = (
        select(mention.edition_id, reading.body, table.entry, table.act_ngr, table.act_ngr_ground)
        .join(AMENDMENT_READINGS, reading.id == mention.reading_id)
        .join(AMENDMENTS, and_(table.identity == reading.identity, table.withdrawn_at.is_(None)))
        .where(mention.edition_id.in_(read), or_(*of_keys))
        .order_by(mention.edition_id, mention.position)
    )
    found: dict[int, list[Stated]] = {number: [] for number in read}
    for row in session.execute(wanted):
        entry = law_json.from_json(EntryIntoForce, row.entry)
        found[row.edition_id].append(Stated(amendment_of(row), entry))
    return {number: tuple(stated) for number, stated in found.items()}


def editions_that_state(session: Session, ngr: str, language: Language) -> frozenset[int]:
    """The current editions whose notes name acts that amended something.

    That the act was repealed stands on copies without any other note.
    """
    edition, mention, reading = EDITIONS.c, AMENDMENT_MENTIONS.c, AMENDMENT_READINGS.c
    own_repeal = and_(AMENDMENTS.c.key.is_(None), AMENDMENTS.c.verb == Verb.REPEALED)
    rows = session.scalars(
        select(mention.edition_id)
        .join(EDITIONS, edition.id == mention.edition_id)
        .join(AMENDMENT_READINGS, reading.id == mention.reading_id)
        .join(AMENDMENTS, AMENDMENTS.c.identity == reading.identity)
        .where(
            edition.ngr == ngr,
            edition.language == language,
            edition.superseded_at.is_(None),
            AMENDMENTS.c.withdrawn_at.is_(None),
            not_(own_repeal),
        )
        .distinct()
    )
    return frozenset(rows)


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

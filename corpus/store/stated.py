"""What the notes of each current edition state of a few places, with the entry into force known."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import and_, not_, or_, select
from sqlalchemy.orm import Session

from corpus.amendments import AmendingAct, Amendment, EntryIntoForce, NgrGround, Role, Verb
from corpus.law import Language
from corpus.store import law_json
from corpus.store.amendment_tables import (
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


def stated_at(
    session: Session, ngr: str, language: Language, keys: Collection[str | None]
) -> Mapping[int, tuple[Stated, ...]]:
    """By current edition of an act, what its notes state of articles or divisions, in their order.

    The key None is the act as a whole. An edition whose notes were not read is not there; one whose
    notes say nothing of these places is, with nothing.
    """
    edition, reading, mention = EDITIONS.c, AMENDMENT_READINGS.c, AMENDMENT_MENTIONS.c
    of_act = (
        edition.ngr == ngr,
        edition.language == language,
        edition.superseded_at.is_(None),
    )
    read = session.scalars(
        select(NOTE_READINGS.c.edition_id)
        .join(EDITIONS, edition.id == NOTE_READINGS.c.edition_id)
        .where(*of_act)
    )
    found: dict[int, list[Stated]] = {number: [] for number in read}
    named = [key for key in keys if key is not None]
    rows = session.execute(
        select(mention.edition_id, reading.body, AMENDMENTS.c.entry)
        .join(AMENDMENT_READINGS, reading.identity == AMENDMENTS.c.identity)
        .join(AMENDMENT_MENTIONS, mention.reading_id == reading.id)
        .join(EDITIONS, edition.id == mention.edition_id)
        .where(
            *of_act,
            AMENDMENTS.c.ngr == ngr,
            AMENDMENTS.c.language == language,
            AMENDMENTS.c.withdrawn_at.is_(None),
            or_(
                AMENDMENTS.c.key.in_(named),
                *([AMENDMENTS.c.key.is_(None)] if None in keys else []),
            ),
        )
        .order_by(mention.edition_id, mention.position)
    )
    for row in rows:
        if row.edition_id in found:
            found[row.edition_id].append(
                Stated(
                    law_json.from_json(Amendment, row.body),
                    law_json.from_json(EntryIntoForce, row.entry),
                )
            )
    return {number: tuple(stated) for number, stated in found.items()}


def stated_by(
    session: Session, ids: Collection[int], keys: Collection[str]
) -> Mapping[int, tuple[Stated, ...]]:
    """By current edition, of several acts, what its notes state of these places and of its act.

    In two queries. An edition whose notes were not read is not there.
    """
    reading, mention, table = AMENDMENT_READINGS.c, AMENDMENT_MENTIONS.c, AMENDMENTS.c
    of_editions = NOTE_READINGS.c.edition_id.in_(ids)
    read = session.scalars(select(NOTE_READINGS.c.edition_id).where(of_editions))
    found: dict[int, list[Stated]] = {number: [] for number in read}
    rows = session.execute(
        select(mention.edition_id, reading.body, table.entry, table.act_ngr, table.act_ngr_ground)
        .join(AMENDMENT_READINGS, reading.id == mention.reading_id)
        .join(AMENDMENTS, and_(table.identity == reading.identity, table.withdrawn_at.is_(None)))
        .where(mention.edition_id.in_(ids), or_(table.key.is_(None), table.key.in_(keys)))
        .order_by(mention.edition_id, mention.position)
    )
    for row in rows:
        if row.edition_id not in found:
            continue
        amendment = law_json.from_json(Amendment, row.body)
        ground = NgrGround(row.act_ngr_ground) if row.act_ngr_ground else None
        act = replace(amendment.act, ngr=row.act_ngr, ngr_ground=ground)
        entry = law_json.from_json(EntryIntoForce, row.entry)
        found[row.edition_id].append(Stated(replace(amendment, act=act), entry))
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

"""What the notes of each edition were read to say: a reading once, however many editions repeat it.

Registries repeat a note in every later edition, often with another act added to it. Two readings
that say the same of the same place have one *identity*, in whatever words; a reading stays stored
when another reader of notes reads the note differently.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import and_, delete, func, insert, or_, select
from sqlalchemy.orm import Session

from corpus.amendments import Amendment, Verb
from corpus.law import Language, digest
from corpus.store import law_json
from corpus.store.amendments.tables import AMENDMENT_MENTIONS, AMENDMENT_READINGS, NOTE_READINGS
from corpus.store.batches import batches
from corpus.store.listing import touch_act
from corpus.store.tables import EDITIONS


@dataclass(frozen=True)
class Mention:
    """An amendment as an edition's note states it; `heading` is the place's, as printed there."""

    amendment: Amendment
    heading: str = ""


@dataclass(frozen=True)
class StatedReading:
    """A reading, with the oldest and the newest edition held that state it so.

    `heading` is the place's, as printed in the newest of them.
    """

    id: int
    identity: str
    amendment: Amendment
    first_edition_id: int
    last_edition_id: int
    heading: str = ""


@dataclass(frozen=True)
class UnreadEdition:
    """A current edition whose notes were not read, or were read by another reader."""

    id: int
    ngr: str
    language: Language


def identity_of(ngr: str, language: Language, amendment: Amendment) -> str:
    """What makes two readings the same amendment, as 64 hexadecimal digits.

    Not the note's words, nor the act's form and registry number, which one edition may tell and
    another not; of a note that could not be read, its words are all there is.
    """
    act = amendment.act
    known = act.adopted is not None
    return digest(
        law_json.dumps(
            [
                ngr,
                language,
                law_json.to_json(amendment.target),
                amendment.verb,
                amendment.statement if amendment.verb is Verb.UNREAD else "",
                amendment.role,
                [str(act.adopted), act.bare_number or ""] if known else law_json.to_json(act),
                law_json.to_json(amendment.clause) | {"quote": ""},
                str(amendment.until),
            ]
        )
    )


def record_readings(
    session: Session,
    edition_id: int,
    mentions: Sequence[Mention],
    *,
    reader_version: str,
    read_at: datetime,
) -> None:
    """Store what an edition's notes say, in their order, in place of what was read there before."""
    ngr, language = session.execute(
        select(EDITIONS.c.ngr, EDITIONS.c.language).where(EDITIONS.c.id == edition_id)
    ).one()
    said = {
        digest(law_json.dumps([ngr, language, law_json.to_json(one.amendment)])): one
        for one in reversed(mentions)  # of doubles the first
    }
    said = dict(reversed(said.items()))
    ids = _reading_ids(session, ngr, Language(language), said)
    before = _read_before(session, edition_id)
    session.execute(delete(AMENDMENT_MENTIONS).where(AMENDMENT_MENTIONS.c.edition_id == edition_id))
    rows = [
        {
            "edition_id": edition_id,
            "reading_id": ids[name],
            "position": position,
            "heading": one.heading,
        }
        for position, (name, one) in enumerate(said.items())
    ]
    if rows:
        session.execute(insert(AMENDMENT_MENTIONS), rows)
    session.execute(delete(NOTE_READINGS).where(NOTE_READINGS.c.edition_id == edition_id))
    session.execute(
        insert(NOTE_READINGS).values(
            edition_id=edition_id,
            reader_version=reader_version,
            amendments=len(rows),
            read_at=read_at,
        )
    )
    if before != (reader_version, [tuple(row.values()) for row in rows]):
        touch_act(session, ngr)


def _read_before(session: Session, edition_id: int) -> tuple[str | None, list[tuple[object, ...]]]:
    """By which reader an edition's notes were read, and what they were read to say."""
    read, said = NOTE_READINGS.c, AMENDMENT_MENTIONS.c
    version = session.scalar(select(read.reader_version).where(read.edition_id == edition_id))
    columns = (said.edition_id, said.reading_id, said.position, said.heading)
    mentions = select(*columns).where(said.edition_id == edition_id).order_by(said.position)
    return version, [tuple(row) for row in session.execute(mentions)]


def unread_editions(
    session: Session, reader_version: str, ngr: str | None = None
) -> list[UnreadEdition]:
    """The current editions, of one act or all, that this reader of notes has not read."""
    table = EDITIONS.c
    rows = session.execute(
        select(table.id, table.ngr, table.language)
        .outerjoin(NOTE_READINGS, NOTE_READINGS.c.edition_id == table.id)
        .where(
            table.superseded_at.is_(None),
            or_(
                NOTE_READINGS.c.edition_id.is_(None),
                NOTE_READINGS.c.reader_version != reader_version,
            ),
            *([] if ngr is None else [table.ngr == ngr]),
        )
        .order_by(table.id)
    )
    return [UnreadEdition(row.id, row.ngr, Language(row.language)) for row in rows]


def stated_readings(session: Session, ngr: str, language: Language) -> list[StatedReading]:
    """What the current editions of an act state in a language, undated editions as the newest.

    Those that were first read come first.
    """
    edition, mention, reading = EDITIONS.c, AMENDMENT_MENTIONS.c, AMENDMENT_READINGS.c
    in_time = (
        func.coalesce(edition.first_day, date.max),
        func.coalesce(edition.last_day, date.max),
    )
    ordered = (
        select(edition.id, func.row_number().over(order_by=in_time).label("place"))
        .where(edition.ngr == ngr, edition.language == language, edition.superseded_at.is_(None))
        .cte("ordered")
    )
    ids = {row.place: row.id for row in session.execute(select(ordered))}
    spans = (
        select(
            mention.reading_id,
            func.min(ordered.c.place).label("first"),
            func.max(ordered.c.place).label("last"),
        )
        .join(ordered, ordered.c.id == mention.edition_id)
        .group_by(mention.reading_id)
        .subquery()
    )
    newest, there = ordered.alias("newest"), AMENDMENT_MENTIONS.alias("there")
    rows = session.execute(
        select(
            reading.id,
            reading.identity,
            reading.body,
            spans.c.first,
            spans.c.last,
            there.c.heading,
        )
        .join(spans, spans.c.reading_id == reading.id)
        .join(newest, newest.c.place == spans.c.last)
        .join(
            there,
            and_(there.c.edition_id == newest.c.id, there.c.reading_id == spans.c.reading_id),
        )
        .order_by(reading.id)
    )
    return [
        StatedReading(
            row.id,
            row.identity,
            law_json.from_json(Amendment, row.body),
            ids[row.first],
            ids[row.last],
            row.heading,
        )
        for row in rows
    ]


def readings_stated(session: Session, edition_id: int) -> frozenset[int]:
    """The ids of the readings that one edition states."""
    table = AMENDMENT_MENTIONS.c
    return frozenset(
        session.scalars(select(table.reading_id).where(table.edition_id == edition_id))
    )


def _reading_ids(
    session: Session, ngr: str, language: Language, said: dict[str, Mention]
) -> dict[str, int]:
    """The ids of readings by their hashes; those not read before are stored."""
    ids = _known(session, list(said))
    rows: list[dict[str, Any]] = [
        {
            "hash": name,
            "ngr": ngr,
            "language": language,
            "identity": identity_of(ngr, language, one.amendment),
            "body": law_json.to_json(one.amendment),
        }
        for name, one in said.items()
        if name not in ids
    ]
    if rows:
        session.execute(insert(AMENDMENT_READINGS), rows)
        ids |= _known(session, [row["hash"] for row in rows])
    return ids


def _known(session: Session, hashes: Sequence[str]) -> dict[str, int]:
    table = AMENDMENT_READINGS.c
    found: dict[str, int] = {}
    for batch in batches(hashes):
        rows = session.execute(select(table.hash, table.id).where(table.hash.in_(batch)))
        found |= {row.hash: row.id for row in rows}
    return found

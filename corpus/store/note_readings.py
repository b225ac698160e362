"""What the notes of each edition were read to say: a reading once, however many editions repeat it.

Registries repeat a note in every later edition, often with another act added to it. Two readings
that say the same of the same place have one *identity*, in whatever words; a reading stays stored
when another reader of notes reads the note differently.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, or_, select
from sqlalchemy.orm import Session

from corpus.amendments import Amendment, Verb
from corpus.law import Language, digest
from corpus.store import law_json
from corpus.store.amendment_tables import AMENDMENT_MENTIONS, AMENDMENT_READINGS, NOTE_READINGS
from corpus.store.tables import EDITIONS

_CHUNK = 500  # how many values one query names; SQLite's older limit is 999


@dataclass(frozen=True)
class Mention:
    """An amendment as an edition's note states it; `heading` is the place's, as printed there."""

    amendment: Amendment
    heading: str = ""


@dataclass(frozen=True)
class Statement:
    """That an edition held states an amendment, by which reading, and where among its others."""

    identity: str
    edition_id: int
    reading_id: int
    position: int


@dataclass(frozen=True)
class Statements:
    """All that the current editions of an act state in one language.

    `amendments` are by the readings' ids; only those that an edition states.
    """

    ngr: str
    language: Language
    said: tuple[Statement, ...]
    amendments: dict[int, Amendment]


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
    table = AMENDMENT_MENTIONS.c
    session.execute(delete(AMENDMENT_MENTIONS).where(table.edition_id == edition_id))
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


def statements(session: Session, ngr: str, language: Language) -> Statements:
    """All that the current editions of an act state in a language, in no order."""
    mention, reading, edition = AMENDMENT_MENTIONS.c, AMENDMENT_READINGS.c, EDITIONS.c
    said = tuple(
        Statement(row.identity, row.edition_id, row.reading_id, row.position)
        for row in session.execute(
            select(reading.identity, mention.edition_id, mention.reading_id, mention.position)
            .join(AMENDMENT_READINGS, reading.id == mention.reading_id)
            .join(EDITIONS, edition.id == mention.edition_id)
            .where(
                edition.ngr == ngr,
                edition.language == language,
                edition.superseded_at.is_(None),
            )
        )
    )
    wanted = {one.reading_id for one in said}
    bodies = session.execute(
        select(reading.id, reading.body).where(reading.ngr == ngr, reading.language == language)
    )
    amendments = {
        row.id: law_json.from_json(Amendment, row.body) for row in bodies if row.id in wanted
    }
    return Statements(ngr, language, said, amendments)


def identities_stated(session: Session, edition_id: int) -> frozenset[str]:
    """The identities of all that one edition states."""
    found = session.scalars(
        select(AMENDMENT_READINGS.c.identity)
        .join(AMENDMENT_MENTIONS, AMENDMENT_MENTIONS.c.reading_id == AMENDMENT_READINGS.c.id)
        .where(AMENDMENT_MENTIONS.c.edition_id == edition_id)
    )
    return frozenset(found)


def headings_of(
    session: Session, wanted: Sequence[tuple[int, int]]
) -> Iterator[tuple[tuple[int, int], str]]:
    """The places' headings in editions, by edition and reading."""
    table = AMENDMENT_MENTIONS.c
    by_edition: dict[int, list[int]] = {}
    for edition_id, reading_id in wanted:
        by_edition.setdefault(edition_id, []).append(reading_id)
    for edition_id, readings in by_edition.items():
        rows = session.execute(
            select(table.reading_id, table.heading).where(table.edition_id == edition_id)
        )
        own = set(readings)
        yield from (
            ((edition_id, row.reading_id), row.heading) for row in rows if row.reading_id in own
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
    for start in range(0, len(hashes), _CHUNK):
        rows = session.execute(
            select(table.hash, table.id).where(table.hash.in_(hashes[start : start + _CHUNK]))
        )
        found |= {row.hash: row.id for row in rows}
    return found

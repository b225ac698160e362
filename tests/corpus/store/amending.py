"""Amendments of the invented act, and what a follower of the feed gets to see."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from corpus.amendments import (
    NO_CLAUSE,
    UNKNOWN_ENTRY,
    AmendingAct,
    Amendment,
    ClauseKind,
    EntryIntoForce,
    Ground,
    InForceClause,
    Target,
    Verb,
)
from corpus.law import Language
from corpus.store import Store, reads
from corpus.store.amendments.narrowing import WantedAmendments
from corpus.store.amendments.note_readings import (
    Mention,
    identity_of,
    record_readings,
    stated_readings,
)
from corpus.store.amendments.recording import FoundAmendment, replace_amendments
from corpus.store.amendments.records import AmendmentCursor, AmendmentRecord
from tests.corpus.store.making import NGR, NOON, RU

VERSION = "1"


def amendment(
    key: str = "art_1",
    number: str = "10-II",
    *,
    adopted: str | None = "2001-03-04",
    on: str | None = None,
    **more: Any,
) -> Amendment:
    """An amendment of an article by an act; `on` is the day that its clause names."""
    clause = InForceClause(ClauseKind.ON_DATE, on=date.fromisoformat(on)) if on else NO_CLAUSE
    act = AmendingAct(date.fromisoformat(adopted) if adopted else None, number)
    return replace(Amendment(Target(key), Verb.AMENDED, act, clause), **more)


def say(session: Session, edition_id: int, *said: Amendment, version: str = VERSION) -> None:
    """Store that an edition's notes say this."""
    mentions = [Mention(one, f"Heading of {one.target.key}") for one in said]
    record_readings(session, edition_id, mentions, reader_version=version, read_at=NOON)


def found(
    session: Session, edition_id: int, *said: Amendment, language: Language = RU
) -> list[FoundAmendment]:
    """Amendments that one edition states, in force on the days that their clauses name."""
    ids = {one.amendment: one.id for one in stated_readings(session, NGR, language)}
    return [
        FoundAmendment(
            identity=identity_of(NGR, language, one),
            amendment=one,
            act=one.act,
            entry=EntryIntoForce(one.clause.on, Ground.STATED) if one.clause.on else UNKNOWN_ENTRY,
            reading_id=ids[one],
            heading=f"Heading of {one.target.key}",
            first_edition_id=edition_id,
            last_edition_id=edition_id,
        )
        for one in said
    ]


def keep(
    session: Session, edition_id: int, *said: Amendment, minutes: int = 0, language: Language = RU
) -> int:
    """Store that this is all that the act's only edition says, and bring the feed up to it."""
    say(session, edition_id, *said)
    moment: datetime = NOON + timedelta(minutes=minutes)
    wanted = found(session, edition_id, *said, language=language)
    return replace_amendments(session, NGR, language, wanted, recorded_at=moment)


def whole_round(
    store: Store,
    wanted: WantedAmendments,
    cursor: AmendmentCursor | None = None,
    *,
    limit: int = 100,
) -> tuple[list[AmendmentRecord], AmendmentCursor]:
    """All that a round has from a cursor on, each page read in a session of its own."""
    given: list[AmendmentRecord] = []
    while True:
        with store.read() as session:
            page, cursor = reads.amendments(session, wanted, limit=limit, cursor=cursor)
        given += page
        if cursor.horizon is None:
            return given, cursor

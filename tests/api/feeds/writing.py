"""Changes written straight into the feed, by many writers at once where a test wants it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from sqlalchemy.orm import Session

from corpus.amendments import UNKNOWN_ENTRY, AmendingAct, Amendment, Role, Target, Verb
from corpus.law import Language
from corpus.store import Store, reads
from corpus.store.amendments.note_readings import (
    Mention,
    identity_of,
    record_readings,
    stated_readings,
)
from corpus.store.amendments.recording import FoundAmendment, replace_amendments
from corpus.store.changes.recording import replace_changes
from corpus.store.changes.rows import ChangeRow
from corpus.store.writes import Snapshots
from tests.api import law
from tests.api.filling import store_editions

NOON = datetime(2026, 11, 3, 12, tzinfo=UTC)
RU = Language.RU


def pairs_of_editions(store: Store, snapshots: Snapshots, years: int) -> list[tuple[int, int]]:
    """An act with an edition a year; the ids of neighbours."""
    labels = [f"{2000 + year}-01-01" for year in range(years)]
    editions = [
        law.edition(law.RULES, label, law.article("1", label, divisions=()), title="Правила")
        for label in labels
    ]
    with store.write() as session:
        store_editions(session, snapshots, editions)
        ids = [one.id for one in reads.editions(session, law.RULES, RU)]
    return list(pairwise(ids))


def added(number: int, kind: str = "added") -> ChangeRow:
    """The change that an article with this number came."""
    key = f"art_{number}"
    return ChangeRow(key, kind, f"Статья {number}.", None, key)


def write(session: Session, pair: tuple[int, int], *rows: ChangeRow, minutes: int = 0) -> int:
    """Make these the changes between two editions: what stood there and is no more is withdrawn."""
    moment = NOON + timedelta(minutes=minutes)
    return replace_changes(session, law.RULES, RU, *pair, rows, recorded_at=moment)


def announce(session: Session, edition_id: int, *numbers: int, minutes: int = 0) -> int:
    """Let an edition's notes foresee changes of these articles, and bring the feed up to it."""
    said = [
        Amendment(
            Target(f"art_{number}"),
            Verb.AMENDED,
            AmendingAct(date(2001, 3, 4), f"{number}-II"),
            role=Role.FORESEEN,
        )
        for number in numbers
    ]
    mentions = [Mention(one, f"Статья {one.target.key}") for one in said]
    record_readings(session, edition_id, mentions, reader_version="1", read_at=NOON)
    found = {
        identity: FoundAmendment(
            identity=identity,
            amendment=one.amendment,
            act=one.amendment.act,
            entry=UNKNOWN_ENTRY,
            reading_id=one.id,
            heading="",
            first_edition_id=edition_id,
            last_edition_id=edition_id,
        )
        for one in stated_readings(session, law.RULES, RU)
        for identity in [identity_of(law.RULES, RU, one.amendment)]
    }
    moment = NOON + timedelta(minutes=minutes)
    return replace_amendments(session, law.RULES, RU, list(found.values()), recorded_at=moment)

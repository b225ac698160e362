"""Fills a real store the way ingest does: snapshot, edition, amendments, what changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from itertools import pairwise

from sqlalchemy.orm import Session

from corpus.amending_acts import AmendingActs
from corpus.law import Act, Edition, EditionLabel, Language, ListedEdition
from corpus.store import Store, reads, writes
from corpus.watched import Watchlist
from crawler.amending import refresh_amendments
from crawler.comparing import article_row
from diffing.compare import compare_editions
from tests.api import law

FETCHED = datetime(2026, 11, 2, 8, 15, 30, tzinfo=UTC)
RECORDED = datetime(2026, 11, 2, 8, 16, tzinfo=UTC)
SOURCE = writes.EditionSource(registry="adilet", format="adilet-classic", parser_version="1")


def fill(store: Store, snapshots: writes.Snapshots) -> None:
    """The acts of `tests.api.law`, one of them with its list of editions."""
    with store.write() as session:
        writes.upsert_act(
            session,
            Act(
                law.LOCAL,
                {Language.RU: law.LOCAL_TITLE, Language.KK: law.LOCAL_KK},
                form="law",
                number="148",
                adopted=date(2001, 1, 23),
                reference_bank_id=7966,
            ),
        )
        writes.upsert_act(session, Act(law.ELECTIONS, {Language.RU: "О выборах (пересказ)"}))
        writes.upsert_act(session, Act(law.WATCHED, {Language.RU: "Закон, за которым следят"}))
        for language in (Language.RU, Language.KK):
            listed = [
                ListedEdition(EditionLabel.parse(label))
                for label in ("2013-06-13", "2018-12-28", "2021-05-24", "2022-11-05")
            ]
            writes.list_editions(session, law.LOCAL, language, listed, "adilet", FETCHED)
        store_editions(session, snapshots, law.LOCAL_EDITIONS)
        store_editions(session, snapshots, law.ELECTION_EDITIONS)
        store_changes(session, law.LOCAL, Language.RU)
        for ngr in (law.LOCAL, law.ELECTIONS):
            refresh_amendments(session, ngr, RECORDED, AmendingActs(Watchlist(())))


def store_editions(
    session: Session, snapshots: writes.Snapshots, editions: Iterable[Edition]
) -> None:
    """Store editions, each from a snapshot of its own."""
    for edition in editions:
        fetched = writes.Fetched(
            url=f"https://old.adilet.zan.kz/{edition.language}/docs/{edition.ngr}/{edition.label}",
            fetched_at=FETCHED,
            status=200,
            headers={"content-type": "text/html"},
            body=edition.text().encode(),
        )
        record = writes.record_snapshot(session, snapshots, fetched)
        writes.store_edition(
            session, edition, snapshot_ids=[record.id], source=SOURCE, recorded_at=RECORDED
        )


def store_changes(session: Session, ngr: str, language: Language) -> None:
    """Compare an act's neighbouring editions and store what changed."""
    for older, newer in pairwise(reads.editions(session, ngr, language)):
        comparison = compare_editions(
            reads.edition(session, older.id), reads.edition(session, newer.id)
        )
        rows = [article_row(change) for change in comparison.changes]
        writes.replace_changes(
            session, ngr, language, older.id, newer.id, rows, recorded_at=RECORDED
        )

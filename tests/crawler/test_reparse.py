"""Reading every edition anew from its snapshots, without the network."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import update

from corpus.law import Article, Block, Edition, EditionLabel
from corpus.store import reads
from corpus.store.records import EditionSource, RevisionReason
from corpus.store.snapshots import Fetched
from corpus.store.tables import SNAPSHOTS
from corpus.store.writes import record_snapshot, store_edition
from crawler.ingest import ReceivedKind
from crawler.registries import read
from crawler.reparse import reparse
from tests.crawler.funnel import NGR, RU, Funnel, article, funnel, only, page, source

BODY = page(article("1", "1. Деревья сажают весной."), article("2", "1. Поливают летом."))


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Funnel]:
    with funnel(tmp_path) as made:
        yield made


def kinds(corpus: Funnel) -> list[ReceivedKind]:
    return [one.received.kind for one in reparse(corpus.ingest)]


def read_badly(edition: Edition) -> Edition:
    """The edition as a worse parser might have read it: the last word of each block is lost."""
    content = tuple(
        replace(
            item,
            body=tuple(
                replace(part, text=part.text.rsplit(" ", 1)[0]) if isinstance(part, Block) else part
                for part in item.body
            ),
        )
        if isinstance(item, Article)
        else item
        for item in edition.content
    )
    return replace(edition, content=content)


def store_as_an_older_parser(corpus: Funnel, body: bytes, label: str) -> None:
    wanted = source(label)
    moment = datetime(2026, 1, 1, tzinfo=UTC)
    with corpus.store.write() as session:
        fetched = Fetched(wanted.url or "", moment, 200, {}, body)
        evidence = record_snapshot(session, corpus.snapshots, fetched)
        store_edition(
            session,
            read_badly(read(wanted.format, [body], wanted)),
            snapshot_ids=[evidence.id],
            source=EditionSource("files", wanted.format, "0"),
            recorded_at=moment,
        )


def test_what_reads_the_same_is_left_alone(corpus: Funnel) -> None:
    corpus.take(BODY, source("2001-01-01"))
    corpus.take(page(article("1", "1. Иначе."), article("2", "1. Так.")), source("2002-01-01"))
    before = corpus.changes(withdrawn=True)
    assert kinds(corpus) == [ReceivedKind.UNCHANGED] * 2
    assert corpus.changes(withdrawn=True) == before


def test_a_partial_edition_stays_partial(corpus: Funnel) -> None:
    corpus.take(BODY, source("2001-01-01", only("art_1", "art_2")))
    assert kinds(corpus) == [ReceivedKind.UNCHANGED]


def test_a_better_parser_makes_a_technical_change_and_no_legal_one(corpus: Funnel) -> None:
    store_as_an_older_parser(corpus, BODY, "2001-01-01")
    assert kinds(corpus) == [ReceivedKind.STORED]
    with corpus.store.read() as session:
        old, new = reads.revisions(session, NGR, RU, EditionLabel.parse("2001-01-01"))
        assert new.reason is RevisionReason.PARSER
        assert old.superseded_by == new.id
        assert "весной." in reads.article(session, new.id, "art_1").article.wording
    written = {(one.change.kind, one.change.rule) for one in corpus.changes()}
    assert written == {("technical", "read by another parser")}


def test_nothing_is_fetched(corpus: Funnel, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus.take(BODY, source("2001-01-01"))

    def no_network(*_: object) -> None:
        raise AssertionError("a reparse asked the network")

    monkeypatch.setattr("socket.socket.connect", no_network)
    assert len(list(reparse(corpus.ingest))) == 1


def test_what_is_in_quarantine_is_read_again_as_what_it_was(corpus: Funnel) -> None:
    holding = only("art_1", "art_2")
    refused = corpus.take(
        page(article("1", "1. Слово."), article("1", "1. Двойник.")), source("2001-01-01", holding)
    )
    assert refused.kind is ReceivedKind.REFUSED
    (again,) = reparse(corpus.ingest)
    assert again.received.kind is ReceivedKind.REFUSED
    assert again.received.source.holding == holding
    assert not again.is_failure, "it was in quarantine for that before"
    with corpus.store.read() as session:
        assert len(reads.quarantined(session)) == 1


def test_a_correction_stays_in_the_feed_when_its_edition_is_read_better(corpus: Funnel) -> None:
    corrected = page(article("1", "1. Деревья сажают осенью."), article("2", "1. Поливают летом."))
    store_as_an_older_parser(corpus, BODY, "2001-01-01")
    corpus.take(corrected, source("2001-01-01"))
    (before,) = {one.newer_edition_id for one in corpus.changes()}
    with corpus.store.write() as session:
        worse = read_badly(reads.edition(session, before))
        store_edition(
            session,
            worse,
            snapshot_ids=[reads.snapshots_of(session, before)[0].id],
            source=EditionSource("files", source("2001-01-01").format, "0"),
            recorded_at=datetime(2026, 12, 1, tzinfo=UTC),
        )
    corrections = corpus.changes()
    assert kinds(corpus) == [ReceivedKind.STORED]
    assert [one for one in corpus.changes() if one in corrections] == corrections
    rules = {one.change.rule for one in corpus.changes()}
    assert rules == {"corrected by the registry", "read by another parser"}


def test_a_damaged_snapshot_is_told_and_the_other_editions_are_read(
    corpus: Funnel, tmp_path: Path
) -> None:
    for label in ("2001-01-01", "2002-01-01", "2003-01-01"):
        corpus.take(BODY.replace("летом".encode(), f"летом {label}".encode()), source(label))
    with corpus.store.read() as session:
        first, second, _ = reads.all_snapshots(session)
    folder = tmp_path / "snapshots"
    next(folder.rglob(f"{first.sha256}*")).unlink()
    next(folder.rglob(f"{second.sha256}*")).write_bytes(b"rust")
    again = list(reparse(corpus.ingest))
    assert [one.received.kind for one in again] == ["damaged", "damaged", "unchanged"]
    assert [one.is_failure for one in again] == [True, True, False]
    assert first.sha256 in (again[0].received.message or "")


def test_an_edition_that_was_believed_and_is_no_more_is_a_failure(corpus: Funnel) -> None:
    corpus.take(BODY, source("2001-01-01"))
    with corpus.store.write() as session:
        session.execute(update(SNAPSHOTS).values(sha256=corpus.snapshots.put(b"")))
    (again,) = reparse(corpus.ingest)
    assert again.received.kind is ReceivedKind.REFUSED
    assert again.is_failure

"""The funnel: evidence first, then reading, gates, store; and what is refused on the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from corpus.law import EditionLabel, Language
from corpus.store import reads
from corpus.store.day_errors import ActRepealed, EditionNotHeld
from corpus.store.known import known_editions
from corpus.store.records import RevisionReason
from corpus.store.snapshots import Fetched
from crawler.ingest import ReceivedKind, SampleAndOfficial
from crawler.registries.pages import Format, PageSource
from tests.crawler.acts import GARDEN_DAYS as DAYS
from tests.crawler.acts import history
from tests.crawler.funnel import (
    NGR,
    RU,
    WATCHLIST,
    Funnel,
    article,
    funnel,
    page,
    source,
    watchlist,
)

TEN = tuple(f"Правило номер {number} о деревьях." for number in range(10))


@pytest.fixture
def corpus(tmp_path: Path) -> Iterator[Funnel]:
    with funnel(tmp_path) as made:
        yield made


def test_a_page_becomes_a_snapshot_and_an_edition(corpus: Funnel) -> None:
    body = page(article("1", "1. Деревья сажают весной."))
    received = corpus.take(body, source("2001-01-01"))
    assert received.kind is ReceivedKind.STORED
    with corpus.store.read() as session:
        (edition,) = reads.editions(session, NGR)
        assert edition.snapshot_sha256 is not None
        assert corpus.snapshots.get(edition.snapshot_sha256) == body
        assert reads.edition(session, edition.id) == received.edition


def test_the_same_page_again_changes_nothing(corpus: Funnel) -> None:
    corpus.take_articles("2001-01-01", "Старое.")
    corpus.take_articles("2002-01-01", "Новое.")
    before = corpus.changes(withdrawn=True)
    assert corpus.take_articles("2002-01-01", "Новое.").kind is ReceivedKind.UNCHANGED
    assert corpus.changes(withdrawn=True) == before


def test_a_page_in_another_language_is_refused_and_kept_as_evidence(corpus: Funnel) -> None:
    kazakh = "Әкімнің өкілеттігі туралы қағидаларда көзделген тәртіппен ғана өзгертіледі. " * 5
    received = corpus.take(page(article("1", kazakh)), source("2001-01-01"))
    assert (received.kind, received.reason) == (ReceivedKind.REFUSED, "wrong-language")
    with corpus.store.read() as session:
        (record,) = reads.quarantined(session)
        assert record.objections[0].gate == "wrong-language"
        assert len(reads.all_snapshots(session)) == 1
        assert not any(act.editions for act in reads.acts(session))


def test_an_act_that_shrank_is_quarantined_and_the_last_good_edition_stays(corpus: Funnel) -> None:
    corpus.take_articles("2001-01-01", *TEN)
    received = corpus.take_articles("2002-01-01", *TEN[:4])
    assert received.kind is ReceivedKind.REFUSED
    with corpus.store.read() as session:
        assert [str(one.label) for one in reads.editions(session, NGR)] == ["2001-01-01"]
        assert [str(one.label) for one in reads.quarantined(session)] == ["2002-01-01"]
    assert corpus.changes() == []


def test_what_is_in_quarantine_is_not_answered_with_the_edition_before(corpus: Funnel) -> None:
    corpus.take_articles("2001-01-01", *TEN)
    corpus.take_articles("2002-01-01", *TEN[:4])
    with corpus.store.read() as session, pytest.raises(EditionNotHeld):
        reads.find_article(session, NGR, RU, "art_9", on=date(2003, 1, 1))


def test_sample_and_official_texts_never_meet(corpus: Funnel) -> None:
    corpus.take_articles("2001-01-01", "Официально.")
    with pytest.raises(SampleAndOfficial):
        corpus.take(page(article("1", "Образец.")), source("2002-01-01", sample=True))


def edition_list(moment: datetime = datetime(2026, 11, 2, tzinfo=UTC)) -> Fetched:
    return Fetched("https://registry.example/list", moment, 200, {}, history(NGR, DAYS).encode())


def list_source(*, sample: bool = False) -> PageSource:
    return replace(
        source("undated", sample=sample), format=Format.ADILET_HISTORY, label=None, url=None
    )


def test_a_list_of_sample_editions_is_refused_by_an_official_corpus(corpus: Funnel) -> None:
    corpus.take_articles("2001-01-01", "Официально.")
    with pytest.raises(SampleAndOfficial):
        corpus.ingest.receive_list(edition_list(), list_source(sample=True))
    with corpus.store.read() as session:
        assert known_editions(session, NGR).listed_by_registries == frozenset()
    assert len(corpus.ingest.receive_list(edition_list(), list_source())) == len(DAYS)


def test_a_list_of_official_editions_is_refused_by_a_sample_corpus(corpus: Funnel) -> None:
    corpus.take(page(article("1", "Образец.")), source("2002-01-01", sample=True))
    with pytest.raises(SampleAndOfficial):
        corpus.ingest.receive_list(edition_list(), list_source())


def test_a_correction_by_the_registry_stands_beside_what_it_replaced(corpus: Funnel) -> None:
    corpus.take_articles("2001-01-01", "Сажают весной.", "Второе.")
    corpus.take_articles("2001-01-01", "Сажают осенью.", "Второе.")
    with corpus.store.read() as session:
        first, second = reads.revisions(session, NGR, RU, EditionLabel.parse("2001-01-01"))
        assert second.reason is RevisionReason.CORRECTED
        assert first.superseded_by == second.id
        assert "весной" in reads.article(session, first.id, "art_1").article.wording
    (change,) = corpus.changes()
    assert (change.change.kind, change.change.rule) == ("amended", "corrected by the registry")


def test_an_edition_the_watch_list_knows_of_bars_the_answer_for_its_time(tmp_path: Path) -> None:
    known = WATCHLIST + 'amendments = [{ date = 2003-05-05, number = "5-II" }]'
    with funnel(tmp_path, watchlist(known)) as corpus:
        corpus.take_articles("2001-01-01", "Старое.")
        with corpus.store.read() as session:
            found = reads.find_article(session, NGR, RU, "art_1", on=date(2003, 5, 4))
            assert "Старое" in found.article.wording
            with pytest.raises(EditionNotHeld, match="2003-05-05"):
                reads.find_article(session, NGR, RU, "art_1", on=date(2003, 5, 5))


def test_a_kazakh_edition_is_not_compared_with_a_russian_one(corpus: Funnel) -> None:
    corpus.take_articles("2001-01-01", "Деревья сажают весной.")
    text = "### 1-бап. Ағаштар туралы\n\n      1. Ағаштарды көктемде отырғызу қажет."
    corpus.take(page(text, title="Бақтар туралы"), source("2002-01-01", language=Language.KK))
    assert corpus.changes() == []


def test_an_edition_the_watch_list_knows_of_is_found_under_any_of_its_labels(
    tmp_path: Path,
) -> None:
    known = WATCHLIST + "amendments = [{ date = 2003-05-05, in_force_from = 2004-01-01 }]"
    with funnel(tmp_path, watchlist(known)) as corpus:
        corpus.take_articles("2001-01-01", "Старое.")
        corpus.take_articles("2004-01-01", "Новое.")
        with corpus.store.read() as session:
            found = reads.find_article(session, NGR, RU, "art_1", on=date(2003, 12, 31))
        assert "Старое" in found.article.wording


def test_an_amendment_known_only_by_its_year_leaves_that_year_open(tmp_path: Path) -> None:
    known = WATCHLIST + 'amendments = [{ year = 2003, remark = "a reference" }]'
    with funnel(tmp_path, watchlist(known)) as corpus:
        corpus.take_articles("2001-01-01", "Старое.")
        with corpus.store.read() as session:
            found = reads.find_article(session, NGR, RU, "art_1", on=date(2002, 12, 31))
            assert "Старое" in found.article.wording
            for day in (date(2003, 6, 1), date(2005, 1, 1)):
                with pytest.raises(EditionNotHeld):
                    reads.find_article(session, NGR, RU, "art_1", on=day)


def test_a_page_that_broke_off_still_bars_its_day(corpus: Funnel) -> None:
    corpus.take_articles("2001-01-01", "Старое.")
    cut = b"<!DOCTYPE html><html><body><div class='slogan'><h1>X</h1></div><article><p>1."
    refused = corpus.take(cut, replace(source("2002-01-01"), format=Format.ADILET))
    assert refused.reason == "cut-page"
    with corpus.store.read() as session, pytest.raises(EditionNotHeld):
        reads.find_article(session, NGR, RU, "art_1", on=date(2002, 6, 1))


def test_a_repealed_act_answers_for_no_day_after_its_repeal(tmp_path: Path) -> None:
    repealed = WATCHLIST.replace('"in force"', '"repealed"') + "repealed_on = 2010-05-19\n"
    with funnel(tmp_path, watchlist(repealed)) as corpus:
        corpus.take_articles("2001-01-01", "Старое.")
        with corpus.store.read() as session:
            found = reads.find_article(session, NGR, RU, "art_1", on=date(2010, 5, 18))
            assert found.edition.to == date(2010, 5, 19)
            with pytest.raises(ActRepealed, match="2010-05-19"):
                reads.find_article(session, NGR, RU, "art_1", on=date(2010, 5, 19))
            assert reads.find_article(session, NGR, RU, "art_1").article.key == "art_1"

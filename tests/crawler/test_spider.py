"""The spider against a host that serves two little acts in the classic template."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlalchemy import select

from corpus.law import EditionLabel, Language
from corpus.store import reads
from corpus.store.runs import RunOutcome, confirmed_absences, runs
from corpus.store.tables import LISTED_EDITIONS
from crawler.report import RunReport
from crawler.run import CrawlMisused
from tests.crawler import acts
from tests.crawler.crawling import Bench
from tests.crawler.host import Answer

OLDEST = acts.dated(acts.LIBRARY, acts.LIBRARY_DAYS[0])
MIDDLE = acts.dated(acts.LIBRARY, acts.LIBRARY_DAYS[1])
CURRENT = acts.current(acts.LIBRARY)
LIST = f"{CURRENT}/history"
GARDEN = acts.current(acts.GARDEN)
SHELL = '<!DOCTYPE html><html><body><div id="root"></div></body></html>'


def labels(little: Bench, ngr: str) -> list[str]:
    with little.store() as store, store.read() as session:
        return [str(edition.label) for edition in reads.editions(session, ngr, Language.RU)]


def test_a_crawl_reads_robots_then_each_list_then_its_editions_from_the_oldest(
    little: Bench,
) -> None:
    report = little.crawl()
    assert little.host.paths(robots=True) == [
        "/robots.txt",
        LIST,
        OLDEST,
        MIDDLE,
        CURRENT,
        f"{GARDEN}/history",
        acts.dated(acts.GARDEN, acts.GARDEN_DAYS[0]),
        GARDEN,
    ]
    assert little.host.most_at_once == 1
    assert (report.asked, report.fetched, report.unchanged, report.held) == (7, 7, 0, 0)
    assert report.complete
    assert report.exit_status == 0
    assert labels(little, acts.LIBRARY) == ["2020-01-10", "2021-03-01", "2022-06-05"]


def test_a_second_crawl_asks_only_for_what_may_have_changed_and_is_told_it_has_not(
    little: Bench,
) -> None:
    little.crawl()
    little.host.forget()
    report = little.crawl()
    assert little.host.paths() == [LIST, CURRENT, f"{GARDEN}/history", GARDEN]
    assert [one.status for one in little.host.log[1:]] == [304, 304, 304, 304]
    assert (report.fetched, report.unchanged, report.held) == (0, 4, 3)
    assert report.complete


def test_a_new_edition_is_fetched_and_the_closed_ones_are_not(little: Bench) -> None:
    little.crawl()
    days = (*acts.LIBRARY_DAYS, date(2024, 9, 9))
    little.host.pages.update(acts.act_pages(acts.LIBRARY, days))
    little.host.forget()
    report = little.crawl(acts=[acts.LIBRARY])
    assert little.host.paths() == [LIST, CURRENT]
    assert report.fetched == 2
    assert labels(little, acts.LIBRARY)[-1] == "2024-09-09"


def test_a_recheck_asks_for_closed_editions_too_and_keeps_what_was_corrected(
    little: Bench,
) -> None:
    little.crawl()
    corrected = acts.edition(acts.LIBRARY, acts.LIBRARY_DAYS[0]).replace("Проба 2", "Опыт 2")
    little.host.pages[OLDEST] = Answer(corrected)
    little.host.forget()
    little.crawl(acts=[acts.LIBRARY], recheck=True)
    assert little.host.statuses(OLDEST) == [200]
    assert little.host.statuses(MIDDLE) == [304]
    with little.store() as store, store.read() as session:
        label = EditionLabel.on(acts.LIBRARY_DAYS[0])
        rows = reads.revisions(session, acts.LIBRARY, Language.RU, label)
    assert [row.reason for row in rows] == ["first", "corrected"]


def test_a_listed_page_that_is_not_there_is_missing_and_nothing_is_deleted(
    little: Bench,
) -> None:
    del little.host.pages[MIDDLE]
    report = little.crawl(acts=[acts.LIBRARY])
    assert [(entry.label, entry.reason) for entry in report.missing] == [("2021-03-01", "HTTP 404")]
    assert report.exit_status == 1
    assert labels(little, acts.LIBRARY) == ["2020-01-10", "2022-06-05"]


def test_an_edition_that_is_listed_no_more_is_absent_when_two_healthy_crawls_agree(
    little: Bench,
) -> None:
    little.crawl(acts=[acts.GARDEN])
    little.host.pages.update(acts.act_pages(acts.GARDEN, acts.GARDEN_DAYS[1:]))
    for agreed in (0, 1):
        report = little.crawl(acts=[acts.GARDEN])
        assert [(entry.label, entry.reason) for entry in report.missing] == [
            ("2021-02-02", "not-listed")
        ]
        with little.store() as store, store.read() as session:
            assert len(confirmed_absences(session)) == agreed
    assert little.crawl(acts=[acts.GARDEN]).complete
    assert labels(little, acts.GARDEN) == ["2021-02-02", "2023-04-04"]


def test_an_act_without_an_edition_list_is_missing_and_the_next_act_is_still_visited(
    little: Bench,
) -> None:
    del little.host.pages[LIST]
    report = little.crawl()
    (missing,) = report.missing
    assert (missing.ngr, missing.page) == (acts.LIBRARY, "edition-list")
    assert labels(little, acts.GARDEN) == ["2021-02-02", "2023-04-04"]


def test_an_edition_that_only_the_watch_list_knows_makes_the_crawl_incomplete(
    little: Bench,
) -> None:
    days = (acts.LIBRARY_DAYS[0], acts.LIBRARY_DAYS[2])
    little.host.pages.update(acts.act_pages(acts.LIBRARY, days))
    report = little.crawl()
    (missing,) = report.missing
    assert (missing.label, missing.reason, missing.asked) == ("2021-03-01", "not-listed", False)
    assert "2021-03-01 No 9" in str(missing)
    assert not report.complete


def test_a_shell_without_text_is_refused_and_asked_for_again_by_the_next_crawl(
    little: Bench,
) -> None:
    little.host.faults[MIDDLE] = [Answer(SHELL)]
    report = little.crawl()
    (refused,) = report.refused
    assert (refused.label, refused.reason) == ("2021-03-01", "empty-shell")
    assert report.exit_status == 1
    little.host.forget()
    report = little.crawl()
    assert little.host.statuses(MIDDLE) == [200]
    assert report.complete
    assert "2021-03-01" in labels(little, acts.LIBRARY)


def test_a_newest_edition_that_stays_a_shell_is_refused_by_every_crawl(little: Bench) -> None:
    little.crawl(acts=[acts.LIBRARY])
    good, little.host.pages[CURRENT] = little.host.pages[CURRENT], Answer(SHELL)
    little.host.forget()
    for _ in range(2):
        report = little.crawl(acts=[acts.LIBRARY])
        assert [entry.reason for entry in report.refused] == ["empty-shell"]
        assert report.exit_status == 1
    assert little.host.statuses(CURRENT) == [200, 200]
    little.host.pages[CURRENT] = good
    assert little.crawl(acts=[acts.LIBRARY]).complete
    assert little.host.statuses(CURRENT)[2:] == [304]


def test_an_edition_is_asked_for_by_the_last_answer_that_confirmed_it(little: Bench) -> None:
    little.crawl(acts=[acts.LIBRARY])
    same = little.host.pages[CURRENT].body.replace("<head>", "<head><!-- built anew -->")
    little.host.pages[CURRENT] = Answer(same)
    little.host.forget()
    for _ in range(2):
        assert little.crawl(acts=[acts.LIBRARY]).complete
    assert little.host.statuses(CURRENT) == [200, 304]


def test_an_edition_list_that_is_no_list_is_refused_with_its_reason(little: Bench) -> None:
    little.host.faults[LIST] = [Answer(SHELL)]
    report = little.crawl(acts=[acts.LIBRARY])
    assert [entry.reason for entry in report.refused] == ["empty-shell"]
    assert little.crawl(acts=[acts.LIBRARY]).complete


def test_a_run_leaves_its_record_in_the_store(little: Bench) -> None:
    little.host.faults[MIDDLE] = [Answer(SHELL)]
    report = little.crawl()
    with little.store() as store, store.read() as session:
        (record,) = runs(session)
    assert record.id == report.run_id
    assert (record.kind, record.registry) == ("crawl", "adilet")
    assert record.outcome is RunOutcome.FINISHED
    assert {str(kind): count for kind, count in record.counts.items()} == {
        "fetched": 6,
        "refused": 1,
    }


def test_an_act_that_is_not_watched_is_refused_before_anything_is_asked(little: Bench) -> None:
    with pytest.raises(
        CrawlMisused, match=r"Z200000001 is not on the watch list; near: Z200000001_"
    ):
        little.crawl(acts=["Z200000001"])
    assert little.host.paths(robots=True) == []


def test_a_guessed_number_is_crawled_only_when_guesses_are_asked_for(little: Bench) -> None:
    text = little.watchlist.read_text(encoding="utf-8")
    guess = text.replace(f'ngr = "{acts.GARDEN}"', f'ngr_guess = "{acts.GARDEN}"')
    little.watchlist.write_text(guess, encoding="utf-8")
    little.crawl()
    assert f"{GARDEN}/history" not in little.host.paths()
    with pytest.raises(CrawlMisused, match="is a guess"):
        little.crawl(acts=[acts.GARDEN])
    assert little.crawl(acts=[acts.GARDEN], include_guesses=True).fetched == 3


def test_a_report_survives_its_json(little: Bench) -> None:
    little.host.faults[MIDDLE] = [Answer(SHELL)]
    report = little.crawl(acts=[acts.LIBRARY])
    assert RunReport.from_json(report.as_json()) == report


def test_an_unchanged_list_vouches_for_the_day_it_was_seen_again(little: Bench) -> None:
    little.crawl()

    def seen() -> list[datetime]:
        with little.store() as store, store.read() as session:
            return list(session.scalars(select(LISTED_EDITIONS.c.last_seen_at)))

    first = max(seen())
    little.crawl()
    assert min(seen()) > first

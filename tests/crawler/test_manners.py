"""Pace, patience and honesty towards a host."""

from __future__ import annotations

import asyncio
import itertools
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
import scrapy
from scrapy.exceptions import DownloadTimeoutError

from corpus.settings import Settings
from crawler.manners import (
    ContactMissing,
    PatientRetries,
    retry_after,
    scrapy_settings,
    user_agent,
)
from crawler.unwelcome import Unreachable
from tests.crawler import acts
from tests.crawler.crawling import Bench
from tests.crawler.host import Answer

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
GARDEN = acts.current(acts.GARDEN)
LIST = f"{GARDEN}/history"
OLDEST = acts.dated(acts.GARDEN, acts.GARDEN_DAYS[0])


def pauses(little: Bench) -> list[float]:
    times = [one.at for one in little.host.log]
    return [later - earlier for earlier, later in itertools.pairwise(times)]


def test_requests_come_one_at_a_time_and_the_pause_apart(little: Bench) -> None:
    settings = little.settings.model_copy(update={"crawl_delay": 2.0})
    little.host.pages[OLDEST] = Answer(little.host.pages[OLDEST].body, pause=0.2)
    report = little.crawl(acts=[acts.GARDEN], settings=settings)
    assert little.host.most_at_once == 1
    assert len(pauses(little)) == 3
    assert report.finished_at - report.started_at >= timedelta(seconds=6)
    # A request may reach a busy host late, and the next one at once.
    assert min(pauses(little)) > 1.1


def test_a_busy_server_is_asked_again_later_each_time(little: Bench) -> None:
    little.host.faults[OLDEST] = [Answer("busy", 503, etag=False), Answer("busy", 500, etag=False)]
    report = little.crawl(acts=[acts.GARDEN])
    assert little.host.statuses(OLDEST) == [503, 500, 200]
    first, second = pauses(little)[2:4]
    assert first > 0.24
    assert second > 0.49
    assert report.complete


def test_a_retry_after_is_waited_for(little: Bench) -> None:
    little.host.faults[OLDEST] = [Answer("slow", 429, {"Retry-After": "2"}, etag=False)]
    report = little.crawl(acts=[acts.GARDEN])
    assert little.host.statuses(OLDEST) == [429, 200]
    assert pauses(little)[2] > 1.9
    assert report.complete


def test_a_retry_after_beyond_patience_ends_the_crawl(little: Bench) -> None:
    little.host.faults[OLDEST] = [Answer("slow", 429, {"Retry-After": "86400"}, etag=False)]
    report = little.crawl(acts=[acts.GARDEN])
    assert little.host.paths() == [LIST, OLDEST]
    assert report.stopped is not None
    assert "86400 s" in report.stopped
    assert report.exit_status == 1


def test_a_host_that_turns_us_away_is_left_at_once(little: Bench) -> None:
    little.host.pages[LIST] = Answer("go away", 403, etag=False)
    report = little.crawl(acts=[acts.GARDEN, acts.LIBRARY])
    assert little.host.paths() == [LIST]
    assert [entry.reason for entry in report.refused] == ["blocked"]
    assert report.stopped is not None
    assert "nusqa import" in report.stopped


def test_a_page_that_keeps_failing_is_reported_and_the_rest_is_fetched(little: Bench) -> None:
    little.host.pages[OLDEST] = Answer("broken", 502, etag=False)
    report = little.crawl(acts=[acts.GARDEN])
    assert little.host.statuses(OLDEST) == [502] * 5
    assert [(entry.label, entry.reason) for entry in report.failed] == [("2021-02-02", "HTTP 502")]
    assert little.host.statuses(GARDEN) == [200]
    assert report.exit_status == 1


def test_a_body_that_breaks_off_is_asked_for_again(little: Bench) -> None:
    whole = little.host.pages[OLDEST].body
    little.host.faults[OLDEST] = [Answer(whole, cut=True)]
    report = little.crawl(acts=[acts.GARDEN])
    assert little.host.statuses(OLDEST) == [200, 200]
    assert report.complete


def test_a_redirect_to_another_host_is_refused(little: Bench) -> None:
    elsewhere = {"Location": "http://localhost:9/rus/docs/elsewhere"}
    little.host.pages[OLDEST] = Answer("", 302, elsewhere, etag=False)
    report = little.crawl(acts=[acts.GARDEN])
    (refused,) = report.refused
    assert refused.reason == "redirect-elsewhere"
    assert "localhost:9" in str(refused)
    assert report.stopped is None


def test_a_redirect_on_the_same_host_is_followed(little: Bench) -> None:
    little.host.pages["/moved"] = little.host.pages[OLDEST]
    little.host.pages[OLDEST] = Answer("", 301, {"Location": "/moved"}, etag=False)
    report = little.crawl(acts=[acts.GARDEN])
    assert little.host.statuses("/moved") == [200]
    assert report.complete


def test_the_host_is_told_who_asks_and_whom_to_write_to(little: Bench) -> None:
    settings = little.settings.model_copy(update={"contact": "law@example.org"})
    little.crawl(acts=[acts.GARDEN], settings=settings)
    agents = {one.headers["User-Agent"] for one in little.host.log}
    assert agents == {user_agent(settings, little.host.url)}
    assert all(agent.startswith("Nusqa/") and "law@example.org" in agent for agent in agents)


def test_a_public_host_is_not_crawled_without_a_contact() -> None:
    with pytest.raises(ContactMissing, match="NUSQA_CONTACT"):
        scrapy_settings(Settings(), "https://old.adilet.zan.kz")
    assert user_agent(Settings(), "http://127.0.0.1:8000").startswith("Nusqa/")


def test_what_must_not_be_switched_is_set() -> None:
    chosen = scrapy_settings(Settings(contact="law@example.org"), "https://old.adilet.zan.kz")
    assert chosen["ROBOTSTXT_OBEY"] is True
    assert chosen["DOWNLOAD_VERIFY_CERTIFICATES"] is True
    assert chosen["REMOTE_CONTROL_ENABLED"] is False
    assert chosen["TELNETCONSOLE_ENABLED"] is False
    assert chosen["AUTOTHROTTLE_ENABLED"] is True
    assert chosen["DOWNLOAD_DELAY"] == 2.0
    assert chosen["DOWNLOAD_DELAY_JITTER"] == 0.0
    assert chosen["CONCURRENT_REQUESTS"] == 1
    assert chosen["DOWNLOAD_TIMEOUT"] == 60


def test_a_timeout_is_retried_and_in_the_end_said() -> None:
    retries = PatientRetries(retries=1, first_pause=0.01)
    request = scrapy.Request("https://registry.example/rus/docs/Z1")
    again = asyncio.run(retries.process_exception(request, DownloadTimeoutError("took 60 s")))
    assert again is not None
    assert again.url == request.url
    with pytest.raises(Unreachable, match=r"asked 2 times .* took 60 s"):
        asyncio.run(retries.process_exception(again, DownloadTimeoutError("took 60 s")))


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (format_datetime(NOW.replace(minute=1), usegmt=True), 60.0),
        (format_datetime(NOW.replace(hour=11), usegmt=True), 0.0),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_a_retry_after_gives_seconds_or_a_date(header: str | None, seconds: float | None) -> None:
    assert retry_after(header, NOW) == seconds

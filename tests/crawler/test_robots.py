"""robots.txt: which line stops us, and what a host's word means for a crawl."""

from __future__ import annotations

import itertools
from datetime import timedelta

import pytest

from crawler.robots import RobotsRules, stopping_line
from crawler.unwelcome import ForbiddenByRobots
from tests.crawler import acts
from tests.crawler.crawling import Bench
from tests.crawler.host import Answer

HOST = "https://registry.example"
SOME = """\
User-agent: *
Disallow: /api/   # machines
Disallow: /api/documents/
Allow: /rus/

User-agent: Nusqa
User-agent: Other
Disallow: /rus/archive/
Crawl-delay: 3
"""


def test_the_group_that_names_us_is_the_one_that_counts() -> None:
    rules = RobotsRules(f"{HOST}/robots.txt", SOME)
    rules.check(f"{HOST}/api/documents/4")
    with pytest.raises(ForbiddenByRobots) as caught:
        rules.check(f"{HOST}/rus/archive/docs/Z1/01.01.2020")
    assert caught.value.rule == "Disallow: /rus/archive/"
    assert rules.delay == 3


def test_the_most_exact_line_is_quoted_without_its_remark() -> None:
    everybody = SOME.split("\n\n", 1)[0]
    assert stopping_line(everybody, f"{HOST}/api/search") == "Disallow: /api/"
    assert stopping_line(everybody, f"{HOST}/api/documents/4") == "Disallow: /api/documents/"


def test_an_empty_robots_txt_allows_everything() -> None:
    rules = RobotsRules(f"{HOST}/robots.txt", "")
    rules.check(f"{HOST}/rus/docs/Z1")
    assert rules.delay == 0


def test_the_new_adilets_robots_txt_forbids_its_interface_and_allows_its_pages() -> None:
    rules = RobotsRules(
        f"{HOST}/robots.txt",
        "User-agent: *\nAllow: /\nDisallow: /api/\nDisallow: /search\nDisallow: /advanced-search\n",
    )
    rules.check(f"{HOST}/rus/docs/Z950002464_")
    with pytest.raises(ForbiddenByRobots, match="Disallow: /search"):
        rules.check(f"{HOST}/search?q=1")


def test_a_forbidden_address_stops_the_crawl_and_is_never_asked_for(little: Bench) -> None:
    little.host.pages["/robots.txt"] = Answer("User-agent: *\nDisallow: /rus/archive/\n")
    report = little.crawl()
    assert little.host.paths() == [f"/rus/docs/{acts.LIBRARY}/history"]
    (refused,) = report.refused
    assert refused.reason == "robots.txt"
    assert report.stopped is not None
    assert "'Disallow: /rus/archive/'" in report.stopped
    for way in ("reference bank", "mirror", "nusqa import"):
        assert way in report.stopped
    assert report.exit_status == 1


def test_a_robots_txt_that_cannot_be_read_allows_nothing(little: Bench) -> None:
    little.host.pages["/robots.txt"] = Answer("down", 404)
    little.host.faults["/robots.txt"] = [Answer("down", 500, etag=False) for _ in range(5)]
    report = little.crawl()
    assert little.host.statuses("/robots.txt") == [500] * 5
    assert little.host.paths() == []
    assert [entry.reason for entry in report.failed] == ["robots.txt-unreadable"]


def test_a_longer_pause_that_robots_txt_asks_for_is_kept(little: Bench) -> None:
    little.host.pages["/robots.txt"] = Answer("User-agent: nusqa\nCrawl-delay: 2.0\n")
    report = little.crawl(acts=[acts.GARDEN])
    times = [one.at for one in little.host.log[1:]]
    assert len(times) == 3
    assert report.finished_at - report.started_at >= timedelta(seconds=4)
    # A request may reach a busy host late, and the next one at once.
    assert min(later - earlier for earlier, later in itertools.pairwise(times)) > 1.1

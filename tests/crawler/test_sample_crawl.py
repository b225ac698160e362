"""The real spider against the bundled sample registry, in both shapes, with its faults."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from corpus.law import Language
from corpus.settings import Settings
from corpus.store import open_store, reads
from corpus.store.day_errors import ActRepealed
from corpus.watchlist import Watchlist
from crawler.report import RunReport
from crawler.run import Order, crawl_apart
from crawler.sample.faults import Fault
from crawler.sample.server import SampleServer, serve_sample
from crawler.sample.watching import sample_watchlist

LAW = "Z950002464_"
RULES = "U1300000555"


@pytest.fixture(scope="module")
def sample() -> Iterator[SampleServer]:
    with serve_sample() as running:
        yield running


@pytest.fixture
def settings(tmp_path: Path, sample: SampleServer) -> Settings:
    sample.faults.clear()
    sample.log.clear()
    return Settings(data_dir=tmp_path / "var", crawl_delay=0)


def crawl(
    settings: Settings, sample: SampleServer, registry: str = "adilet", *acts: str
) -> RunReport:
    order = Order(registry, acts or None, base_url=sample.base_url, sample=True)
    return crawl_apart(settings, order)


def labels(settings: Settings, ngr: str, language: Language) -> list[str]:
    with closing(open_store(settings.database)) as store, store.read() as session:
        return [str(edition.label) for edition in reads.editions(session, ngr, language)]


def expected(watchlist: Watchlist) -> int:
    return sum(len(act.editions_seen) * len(act.languages) for act in watchlist.acts)


@pytest.mark.parametrize("registry", ["adilet", "etalon"])
def test_the_whole_sample_is_crawled_and_a_second_crawl_is_a_no_op(
    settings: Settings, sample: SampleServer, registry: str
) -> None:
    watchlist = sample_watchlist()
    report = crawl(settings, sample, registry)
    assert [str(entry) for entry in report.entries if entry.message] == []
    assert report.complete
    lists = sum(len(act.languages) for act in watchlist.acts)
    assert report.fetched == expected(watchlist) + lists
    for act in watchlist.acts:
        for language in act.languages:
            assert act.ngr is not None
            seen = [str(label) for label in act.editions_seen]
            assert labels(settings, act.ngr, language) == seen
    sample.log.clear()
    again = crawl(settings, sample, registry)
    assert (again.fetched, again.unchanged) == (0, 2 * lists)
    assert again.complete
    # The first page of a paged act says nothing of the others: all of them are asked for whole.
    paged = {one.path.rpartition("page=")[0] for one in sample.log if "page=2" in one.path}
    once = [one for one in sample.log if one.path.rpartition("page=")[0] not in paged]
    assert all(one.conditional for one in once if one.path != "/robots.txt")


def test_a_repealed_decree_of_the_sample_answers_for_no_day_after_its_repeal(
    settings: Settings, sample: SampleServer
) -> None:
    assert crawl(settings, sample, "adilet", RULES).complete
    with closing(open_store(settings.database)) as store, store.read() as session:
        last = reads.find_edition(session, RULES, Language.RU, on=date(2017, 10, 11))
        assert str(last.label) == "2016-01-11"
        with pytest.raises(ActRepealed):
            reads.find_edition(session, RULES, Language.RU, on=date(2017, 10, 12))


def test_what_one_registry_gave_whole_is_not_fetched_from_another(
    settings: Settings, sample: SampleServer
) -> None:
    crawl(settings, sample, "adilet", RULES)
    held = labels(settings, RULES, Language.RU)
    report = crawl(settings, sample, "etalon", RULES)
    assert report.complete
    assert report.held == 2 * (len(held) - 1)
    assert labels(settings, RULES, Language.RU) == held


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.SHELL, "empty-shell"),
        (Fault.LOGIN, "login-page"),
        (Fault.ERROR_PAGE, "error-page"),
        (Fault.EMPTY, "empty-body"),
        (Fault.CUT_CLEAN, "cut-page"),
        (Fault.WRONG_LANGUAGE, "wrong-language"),
        (Fault.OTHER_ACT, "wrong-act"),
    ],
)
def test_a_page_that_is_no_act_page_is_refused_and_mended_by_the_next_crawl(
    settings: Settings, sample: SampleServer, fault: Fault, reason: str
) -> None:
    (act,) = (one for one in sample_watchlist().acts if one.ngr == LAW)
    label = act.editions_seen[1]
    assert label.first_day is not None
    path = f"/rus/archive/docs/{LAW}/{label.first_day:%d.%m.%Y}"
    sample.faults.set(fault, path, times=1)
    report = crawl(settings, sample, "adilet", LAW)
    assert [(entry.label, entry.reason) for entry in report.refused] == [(str(label), reason)]
    assert report.exit_status == 1
    assert str(label) not in labels(settings, LAW, Language.RU)
    sample.log.clear()
    assert crawl(settings, sample, "adilet", LAW).complete
    assert path in sample.log.paths
    assert str(label) in labels(settings, LAW, Language.RU)


def test_a_shrunk_act_is_refused_and_the_last_good_edition_stays(
    settings: Settings, sample: SampleServer
) -> None:
    sample.faults.set(Fault.SHRUNK, f"/rus/docs/{LAW}", times=1)
    report = crawl(settings, sample, "adilet", LAW)
    (act,) = (one for one in sample_watchlist().acts if one.ngr == LAW)
    newest = str(act.editions_seen[-1])
    assert [entry.label for entry in report.refused] == [newest]
    assert newest not in labels(settings, LAW, Language.RU)
    assert newest in labels(settings, LAW, Language.KK)
    assert crawl(settings, sample, "adilet", LAW).complete


def test_a_robots_txt_that_forbids_everything_is_obeyed(
    settings: Settings, sample: SampleServer
) -> None:
    sample.faults.set(Fault.ROBOTS_FORBID)
    report = crawl(settings, sample)
    assert sample.log.paths == ["/robots.txt"]
    assert report.stopped is not None
    assert "Disallow: /" in report.stopped

"""The record of runs, and absences that two healthy runs confirm."""

from __future__ import annotations

from datetime import timedelta

import pytest

from corpus.store import reads
from corpus.store.runs import (
    RequestOutcome,
    RequestRecord,
    RunOutcome,
    finish_run,
    record_absence,
    record_request,
    start_run,
)
from tests.corpus.store.making import NGR, NOON, RU, Shelf, edition, label

DAY = label("2013-04-24")


def crawl(
    shelf: Shelf, *outcomes: RequestOutcome, absent: bool = False, end: str = "finished"
) -> int:
    """A run with these requests; `absent`: the registry said there is no edition DAY."""
    run_id = start_run(shelf.session, "crawl", "adilet", shelf.now())
    for outcome in outcomes:
        record_request(
            shelf.session,
            run_id,
            RequestRecord("https://registry.example/x", outcome, shelf.now(), "why", NGR, RU, DAY),
        )
    if absent:
        record_absence(shelf.session, NGR, RU, DAY, run_id)
        record_absence(shelf.session, NGR, RU, DAY, run_id)
    finish_run(shelf.session, run_id, RunOutcome(end), shelf.now(), "done")
    return run_id


def test_a_run_counts_what_came_of_its_requests(shelf: Shelf) -> None:
    fetched, refused, held = (
        RequestOutcome.FETCHED,
        RequestOutcome.REFUSED,
        RequestOutcome.HELD,
    )
    run_id = crawl(shelf, fetched, fetched, refused, held)
    found = reads.run(shelf.session, run_id)
    assert found.counts == {fetched: 2, refused: 1, held: 1}
    assert (found.asked, found.outcome, found.remark) == (3, RunOutcome.FINISHED, "done")
    assert found.healthy
    (request,) = reads.run_requests(shelf.session, run_id, refused)
    assert (request.reason, request.label, request.language) == ("why", DAY, RU)
    assert len(reads.run_requests(shelf.session, run_id)) == 4


def test_a_run_that_was_killed_has_no_outcome(shelf: Shelf) -> None:
    run_id = start_run(shelf.session, "crawl", "adilet", NOON)
    found = reads.run(shelf.session, run_id)
    assert (found.outcome, found.finished_at, found.healthy) == (None, None, False)


def test_the_last_runs_come_newest_first(shelf: Shelf) -> None:
    numbers = [crawl(shelf) for _ in range(3)]
    assert [one.id for one in reads.runs(shelf.session, limit=2)] == numbers[:0:-1]
    with pytest.raises(LookupError):
        reads.run(shelf.session, 99)


def test_two_healthy_runs_confirm_an_absence(shelf: Shelf) -> None:
    first = crawl(shelf, absent=True)
    assert reads.confirmed_absences(shelf.session) == []
    second = crawl(shelf, absent=True)
    (found,) = reads.confirmed_absences(shelf.session)
    assert (found.ngr, found.language, found.label) == (NGR, RU, DAY)
    assert found.run_ids == (first, second)


@pytest.mark.parametrize("end", ["stopped", "failed"])
def test_a_run_that_did_not_finish_confirms_nothing(shelf: Shelf, end: str) -> None:
    crawl(shelf, absent=True)
    crawl(shelf, absent=True, end=end)
    assert reads.confirmed_absences(shelf.session) == []


def test_a_run_with_a_failure_confirms_nothing(shelf: Shelf) -> None:
    crawl(shelf, absent=True)
    crawl(shelf, RequestOutcome.FAILED, absent=True)
    assert reads.confirmed_absences(shelf.session) == []


def test_an_edition_seen_again_is_absent_no_more(shelf: Shelf) -> None:
    crawl(shelf, absent=True)
    shelf.put(edition("2013-04-24"))
    crawl(shelf, absent=True)
    assert reads.confirmed_absences(shelf.session) == []
    crawl(shelf, absent=True)
    assert len(reads.confirmed_absences(shelf.session)) == 1
    shelf.list("2013-04-24", seen_at=shelf.now() + timedelta(hours=1))
    assert reads.confirmed_absences(shelf.session) == []


def test_an_absence_removes_nothing(shelf: Shelf) -> None:
    shelf.put(edition("2013-04-24"))
    crawl(shelf, absent=True)
    crawl(shelf, absent=True)
    assert len(reads.editions(shelf.session, NGR)) == 1

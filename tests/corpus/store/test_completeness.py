"""How complete an act is, and why an edition that is known is not held; on both databases."""

from __future__ import annotations

import pytest

from corpus.law import Language
from corpus.store.completeness import Completeness, WhyMissing, completeness
from corpus.store.listing import WATCH_LIST
from corpus.store.runs import RequestOutcome, RequestRecord, record_request, start_run
from tests.corpus.store.making import NGR, RU, Shelf, label


def russian(shelf: Shelf) -> Completeness:
    return next(one for one in completeness(shelf.session, NGR) if one.language is RU)


def why(shelf: Shelf) -> dict[str, WhyMissing]:
    return {str(one.label): one.why for one in russian(shelf).missing}


def test_an_act_is_whole_when_a_list_is_held_and_nothing_on_it_is_missing(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24", "2016-01-11")
    assert not russian(shelf).is_whole
    shelf.list("2013-04-24", "2016-01-11")
    found = russian(shelf)
    assert found.is_whole
    assert found.listed == (label("2013-04-24"), label("2016-01-11"))
    shelf.list("2013-04-24", "2016-01-11", "2017-10-10")
    assert why(shelf) == {"2017-10-10": WhyMissing.NOT_ASKED}


@pytest.mark.parametrize(
    ("outcome", "reason", "expected"),
    [
        (RequestOutcome.MISSING, "404", WhyMissing.ABSENT),
        (RequestOutcome.FAILED, "no answer in 30 s", WhyMissing.FAILED),
        (RequestOutcome.REFUSED, "an empty shell", WhyMissing.REFUSED),
        (
            RequestOutcome.FAILED,
            "https://registry.example/robots.txt forbids it by its line",
            WhyMissing.FORBIDDEN,
        ),
    ],
)
def test_what_was_said_when_it_was_asked_for_is_why_it_is_missing(
    shelf: Shelf, outcome: RequestOutcome, reason: str, expected: WhyMissing
) -> None:
    shelf.put_days("2013-04-24")
    shelf.list("2013-04-24", "2016-01-11")
    run_id = start_run(shelf.session, "crawl", "adilet", shelf.now())
    asked = RequestRecord(
        "https://registry.example/x", outcome, shelf.now(), reason, NGR, RU, label("2016-01-11")
    )
    record_request(shelf.session, run_id, asked)
    (missing,) = russian(shelf).missing
    assert (missing.why, missing.reason) == (expected, reason)


def test_the_watch_list_and_other_languages_tell_of_editions_too(shelf: Shelf) -> None:
    shelf.put_days("2013-04-24")
    shelf.put_days("2016-01-11", language=Language.KK)
    shelf.list("2015-05-05", origin=WATCH_LIST)
    assert russian(shelf).listed is None
    assert why(shelf) == {
        "2015-05-05": WhyMissing.WATCHED,
        "2016-01-11": WhyMissing.OTHER_LANGUAGE,
    }

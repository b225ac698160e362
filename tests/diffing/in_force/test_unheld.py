"""What is in question where editions are known and not held, or the article was only added."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.amendments import Amendment, InForceClause, Verb
from diffing.in_force.starts import closed
from diffing.in_force.wording import Doubt, InForce, Why, wording_in_force
from tests.diffing.in_force.test_wording import ADDED, FIRST, KNOWN, SECOND, asked, staged, version
from tests.diffing.noting import amendment, day, label, on

COMING = amendment("400-VIII", "2026-10-01", clause=on("2031-01-01"))
FUTURE = version("2031-01-01", "Голосуют.", ADDED, KNOWN, COMING)


def test_a_wording_whose_amendment_starts_later_is_not_in_question_before_that_day() -> None:
    found = asked("2026-11-27", FIRST, SECOND, FUTURE, known=("2024-01-01", "2025-01-01"))
    assert isinstance(found, Doubt)
    assert (found.why, found.candidates, found.other) == (Why.NOT_HELD, (1,), True)
    assert found.unheld == label("2024-01-01")


def test_before_an_edition_that_is_not_held_the_wording_before_a_future_one_is_sure() -> None:
    found = asked("2023-12-31", FIRST, SECOND, FUTURE, known=("2024-01-01",))
    assert isinstance(found, InForce)
    assert found.place == 1


def test_a_future_wording_is_in_force_from_its_day_though_editions_before_it_are_not_held() -> None:
    found = asked("2031-01-01", FIRST, SECOND, FUTURE, known=("2024-01-01",))
    assert isinstance(found, InForce)
    assert found.place == 2


CHAPTER = amendment("41-VII", "2021-05-24", verb=Verb.ADDED, statement="Закон дополнен статьей 1")
"""That added the article; from when is not known."""


def test_before_the_act_that_added_an_article_there_was_no_older_wording_of_it() -> None:
    found = asked("2022-08-01", version("2022-02-07", "Избирают.", CHAPTER))
    assert isinstance(found, Doubt)
    assert (found.candidates, found.older, found.not_yet) == ((0,), False, True)


def test_before_its_first_day_an_added_article_was_not_there() -> None:
    begins = replace(CHAPTER, clause=on("2022-09-01"))
    found = asked("2022-08-01", version("2022-02-07", "Избирают.", begins))
    assert isinstance(found, Doubt)
    assert (found.why, found.candidates) == (Why.OLDER_WORDING, ())
    assert (found.older, found.not_yet) == (False, True)


def test_what_amended_an_added_article_since_leaves_its_first_wording_in_question() -> None:
    since = amendment("105-VII", "2022-02-07")
    found = asked("2022-08-01", version("2022-02-07", "Избирают.", CHAPTER, since))
    assert isinstance(found, Doubt)
    assert (found.older, found.not_yet) == (True, True)


EXCLUDED = amendment("375", "1999-05-06", verb=Verb.REPEALED, clause=on("1999-05-08"))


def gone_by(*notes: Amendment, name: str) -> InForce | Doubt:
    oldest, newer = version("1998", "Издаю."), version("2007", None)
    newer = replace(newer, amendments=notes)
    stages = [one.stage for one in staged(oldest, newer, known=("1998-11-06", "2004-04-13"))]
    return wording_in_force(closed(stages, None), day(name))


@pytest.mark.parametrize("name", ["1999-05-08", "2005-06-01", "2007-12-31"])
def test_what_was_excluded_is_gone_from_that_day_on_whatever_edition_is_not_held(name: str) -> None:
    found = gone_by(EXCLUDED, name=name)
    assert isinstance(found, InForce)
    assert found.place == 1


def test_before_the_exclusion_an_edition_that_is_not_held_leaves_the_words_open() -> None:
    found = gone_by(EXCLUDED, name="1999-05-07")
    assert isinstance(found, Doubt)
    assert (found.why, found.candidates, found.other) == (Why.NOT_HELD, (0,), True)


def test_an_exclusion_of_unknown_start_leaves_both_in_question() -> None:
    found = gone_by(replace(EXCLUDED, clause=InForceClause()), name="2005-06-01")
    assert isinstance(found, Doubt)
    assert found.candidates == (0, 1)


def test_what_came_back_after_an_exclusion_may_have_stood_in_an_edition_not_held() -> None:
    again = amendment("44-III", "2005-04-15", verb=Verb.AMENDED, clause=on("2005-05-01"))
    assert isinstance(gone_by(EXCLUDED, again, name="2005-06-01"), Doubt)

"""Which wordings are not in question since what shaped them had surely not begun."""

from __future__ import annotations

import pytest

from corpus.amendments import UNKNOWN_ENTRY, Amendment, EntryIntoForce, Ground, Verb
from diffing.in_force.stages import Version, stages_of
from diffing.in_force.wording import Doubt, wording_in_force
from tests.diffing.noting import TEN_DAYS, amendment, article, day, label, on

DAY = "2025-06-01"
ADDED = amendment("1-VII", "2021-05-24", clause=on("2021-06-05"))
FIRST = Version(label("2021-05-24"), article("Сторож обходит сад утром."), (ADDED,))


def entry(one: Amendment) -> EntryIntoForce:
    return EntryIntoForce(one.clause.on, Ground.STATED) if one.clause.on else UNKNOWN_ENTRY


def in_question(*noted: Amendment) -> tuple[int, ...]:
    """Which of two wordings are in question where all of the notes came with the newer one."""
    newer = Version(label("2025-08-01"), article("Сторож обходит сад вечером."), (ADDED, *noted))
    versions = (FIRST, newer)
    found = wording_in_force(
        [one.stage for one in stages_of("art_1", versions, [one.label for one in versions], entry)],
        day(DAY),
    )
    assert isinstance(found, Doubt)
    return found.candidates


def test_what_a_later_act_shaped_too_is_not_in_question_before_that_act() -> None:
    open_ = amendment("2-VII", "2023-02-07")
    assert in_question(open_, amendment("3-VIII", "2024-11-05", clause=on("2026-01-01"))) == (0,)


@pytest.mark.parametrize("verb", [Verb.AMENDED, Verb.REWORDED, Verb.WORDS_REPLACED])
@pytest.mark.parametrize("begins", [None, "2025-01-01"])
def test_it_is_where_an_act_adopted_later_began_first_and_may_have_left_nothing_of_the_older(
    verb: Verb, begins: str | None
) -> None:
    older = amendment("2-VII", "2023-02-07", clause=on("2026-01-01"))
    clause = on(begins) if begins else TEN_DAYS
    later = amendment("3-VIII", "2024-11-05", verb=verb, place="p_1", clause=clause)
    assert in_question(older, later) == (0, 1)


def test_it_is_where_nothing_tells_which_of_the_two_acts_is_the_later_one() -> None:
    coming = amendment("2-VII", "2023-02-07", clause=on("2026-01-01"))
    assert in_question(coming, amendment("3-VIII", None)) == (0, 1)
    assert in_question(coming, amendment("3-VIII", "2023-02-07")) == (0, 1)


def test_it_is_not_where_the_one_act_was_adopted_only_after_the_day() -> None:
    """What had begun by the day, whenever it was adopted, was adopted before it."""
    coming = amendment("3-VIII", "2025-07-01", clause=on("2026-01-01"))
    assert in_question(amendment("2-VII", None), coming) == (0,)
    rewording = amendment("2-VII", "2023-02-07", verb=Verb.REWORDED)
    assert in_question(rewording, coming) == (0,)

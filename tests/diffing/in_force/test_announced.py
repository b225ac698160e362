from __future__ import annotations

import pytest

from corpus.amendments import Role
from diffing.in_force.wording import Doubt, InForce, Why
from tests.diffing.in_force.test_wording import ADDED, FIRST, asked, version
from tests.diffing.noting import amendment, on

TEMPORARILY = amendment("156-VII", "2022-11-05", clause=on("2023-01-01"), until="2024-01-01")
FOR_A_TIME = version("2022-11-05", "Назначают.", ADDED, TEMPORARILY)


@pytest.mark.parametrize("key", ["art_1", None])
def test_what_is_announced_for_the_whole_act_may_have_changed_every_article(
    key: str | None,
) -> None:
    coming = amendment("9", "2021-06-01", key, clause=on("2023-01-01"), role=Role.FORESEEN)
    held = version("2021-07-01", "Избирают.", ADDED, coming)
    assert isinstance(asked("2022-12-31", held), InForce)
    found = asked("2023-01-01", held)
    assert isinstance(found, Doubt)
    assert found.why is Why.ANNOUNCED


def test_an_amendment_in_force_for_a_time_ends_with_it_though_no_later_edition_is_held() -> None:
    found = asked("2023-12-31", FIRST, FOR_A_TIME)
    assert isinstance(found, InForce)
    assert found.place == 1
    ended = asked("2024-01-01", FIRST, FOR_A_TIME)
    assert isinstance(ended, Doubt)
    assert ended.why is Why.ENDED


@pytest.mark.parametrize(("day", "place"), [("2023-12-31", 1), ("2024-01-01", 2)])
def test_the_edition_after_the_end_applies_from_it_though_the_note_stays(
    day: str, place: int
) -> None:
    back = version("2024-01-01", "Избирают.", ADDED, TEMPORARILY)
    found = asked(day, FIRST, FOR_A_TIME, back)
    assert isinstance(found, InForce)
    assert found.place == place

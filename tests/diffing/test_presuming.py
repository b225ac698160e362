from __future__ import annotations

from corpus.amendments import Verb
from diffing.in_force import InForce, wording_in_force
from diffing.presuming import likely_in_force
from tests.diffing.noting import amendment, day
from tests.diffing.test_in_force import ADDED, FIRST, UNKNOWN, staged, version


def test_what_is_likely_is_told_with_what_was_presumed_and_only_after_a_year() -> None:
    newer = version("2022-02-07", "Назначают.", ADDED, UNKNOWN)
    stages = [one.stage for one in staged(FIRST, newer)]
    likely = likely_in_force(stages, day("2024-01-01"))
    assert likely is not None
    assert (likely.place, [one.amendment for one in likely.presumed]) == (1, [UNKNOWN])
    assert likely_in_force(stages, day("2022-06-01")) is None


def test_only_what_the_answer_rests_on_is_told_as_presumed() -> None:
    anew = amendment("12", "2023-03-01", verb=Verb.REWORDED)
    stages = [
        one.stage
        for one in staged(
            FIRST,
            version("2022-02-07", "Назначают.", ADDED, UNKNOWN),
            version("2023-03-01", "Голосуют.", ADDED, UNKNOWN, anew),
        )
    ]
    likely = likely_in_force(stages, day("2025-01-01"))
    assert likely is not None
    assert (likely.place, [one.amendment for one in likely.presumed]) == (2, [anew])


def test_what_a_later_edition_lacks_is_not_presumed_to_have_begun() -> None:
    late = amendment("7", "2021-06-01")
    stages = [
        one.stage
        for one in staged(
            version("2023-01-01", "Избирают.", ADDED),
            version("2023-06-01", "Голосуют.", ADDED, late),
        )
    ]
    assert isinstance(wording_in_force(stages, day("2023-01-01")), InForce)
    assert likely_in_force(stages, day("2023-01-01")) is None
    assert likely_in_force(stages, day("2023-06-01")) is not None

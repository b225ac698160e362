from __future__ import annotations

from datetime import timedelta
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.amendments import Verb
from corpus.law import EditionLabel
from diffing.in_force.presuming import likely_in_force
from diffing.in_force.stages import stages_of
from diffing.in_force.starts import closed
from diffing.in_force.wording import InForce, wording_in_force
from tests.diffing.in_force.test_laws import KEY, Enacted, edition, enacted, text_of
from tests.diffing.in_force.test_laws import article as history
from tests.diffing.in_force.test_laws import day as history_day
from tests.diffing.in_force.test_laws import entry as stated_entry
from tests.diffing.in_force.test_wording import ADDED, FIRST, UNKNOWN, staged, version
from tests.diffing.noting import amendment, day


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


@settings(max_examples=1500, deadline=None)
@given(enacted(), st.data())
def test_where_all_acts_do_begin_in_time_a_presumed_wording_is_the_one_that_was_in_force(
    acts: tuple[Enacted, ...], data: st.DataObject
) -> None:
    labels = sorted({0, *(act.label for act in acts)})
    held = sorted(data.draw(st.sets(st.sampled_from(labels), min_size=1)))
    asked = data.draw(st.integers(held[0], 80))
    silent = data.draw(st.integers(0, len(held)))  # the oldest copies have no notes
    versions = [edition(acts, one, notes=at >= silent) for at, one in enumerate(held)]
    later = [EditionLabel.on(history_day(label)) for label in labels if label > held[-1]]
    known = [EditionLabel.on(history_day(one)) for one in labels]
    found = stages_of(KEY, versions, known, stated_entry)
    stages = closed([one.stage for one in found], later[0] if later else None)
    with patch(
        "diffing.in_force.presuming.WITHIN", timedelta(days=25)
    ):  # the longest of these histories
        likely = likely_in_force(stages, history_day(asked))
    if likely is not None:
        (version, *_) = (versions[at] for at in found[likely.place].versions)
        assert version.article == history(text_of(acts, lambda act: act.enters <= asked))

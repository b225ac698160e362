"""The election law's real editions, as far as they are held: what was read by eye is counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.law import EditionLabel, Language
from corpus.store.windows import Timeline
from crawler.registries import read
from crawler.registries.files import scan
from diffing.classify import ChangeKind
from diffing.measures.measure import ActMeasures, measure

NGR = "Z950002464_"


@pytest.fixture(scope="module")
def measures(shared_registry: Path) -> ActMeasures:
    """Those of 1998, 2007, 2022 and 2023, of which one in between is known and not held."""
    held = []
    for page in scan([shared_registry]):
        source = page.source
        if source and source.ngr == NGR and source.language is Language.RU:
            held.append(read(source.format, [page.body], source))
    named = ((EditionLabel.parse("2022-11-05"), "watch list"),)
    labels = tuple(one.label for one in held)
    return measure(held, Timeline(NGR, Language.RU, labels, named))


def test_beginnings_and_a_chapter_are_compared_where_both_hold(measures: ActMeasures) -> None:
    steps = [(str(step.older), str(step.newer)) for step in measures.steps]
    assert steps == [("1998", "2007"), ("2022-02-07", "2023-01-01")]
    early, late = (step.counts() for step in measures.steps)
    assert (early[ChangeKind.ADDED], early[ChangeKind.REPEALED]) == (2, 2)
    assert late[ChangeKind.AMENDED] == 11
    assert [str(one.label) for one in measures.steps[1].missing] == ["2022-11-05"]


def test_a_law_rewritten_in_nine_years_shares_less_than_a_chapter_in_one(
    measures: ActMeasures,
) -> None:
    share = measures.similarity.share
    nine_years, one_year = share(0, 1), share(2, 3)
    assert nine_years is not None
    assert one_year is not None
    assert 0.5 < nine_years < 0.8 < one_year < 0.95
    assert share(0, 2) is None


def test_the_days_of_years_are_open(measures: ActMeasures) -> None:
    ended = [one for one in measures.wordings if str(one.ended_by) == "2007"]
    assert {one.days for one in ended} == {(2923, 3651)}

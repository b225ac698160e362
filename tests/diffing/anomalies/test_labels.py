from __future__ import annotations

from dataclasses import replace

from corpus.law import ActStatus, EditionLabel, Language
from diffing.anomalies import labels as detectors
from diffing.anomalies.labels import Labels
from tests.diffing.noting import day, label

RU, KK = Language.RU, Language.KK


def held(*names: str, status: ActStatus = ActStatus.UPDATED) -> dict[EditionLabel, ActStatus]:
    return dict.fromkeys(map(label, names), status)


def listed(*names: str) -> dict[EditionLabel, str]:
    return dict.fromkeys(map(label, names), "adilet")


ACT = Labels("Z1", {RU: held("2013-04-24", "2016-01-11")}, adopted=day("2013-04-24"))


def test_an_edition_after_the_repeal_is_told_unless_it_says_that_the_act_is_repealed() -> None:
    repealed = replace(ACT, repealed_on=day("2015-10-10"))
    (one,) = detectors.editions_after_repeal(repealed)
    assert str(one.label) == "2016-01-11"
    says_so = {RU: held("2016-01-11", status=ActStatus.REPEALED)}
    assert list(detectors.editions_after_repeal(replace(repealed, held=says_so))) == []
    assert list(detectors.editions_after_repeal(ACT)) == []


def test_an_edition_before_the_acts_own_adoption_is_told() -> None:
    assert list(detectors.editions_before_the_act(ACT)) == []
    (one,) = detectors.editions_before_the_act(replace(ACT, adopted=day("2014-01-01")))
    assert str(one.label) == "2013-04-24"


def test_held_and_listed_are_compared_only_where_a_list_is_held() -> None:
    assert list(detectors.held_not_listed(ACT)) == []
    with_list = replace(ACT, listed={RU: listed("2013-04-24", "2017-10-10")})
    assert [str(one.label) for one in detectors.held_not_listed(with_list)] == ["2016-01-11"]
    assert [str(one.label) for one in detectors.listed_not_held(with_list)] == ["2017-10-10"]


def test_a_year_is_listed_by_any_day_of_it_and_an_undated_copy_by_none() -> None:
    loose = Labels("Z1", {RU: held("1998", "undated", "1999")}, {RU: listed("1998-05-08")})
    assert [str(one.label) for one in detectors.held_not_listed(loose)] == ["1999"]


def test_languages_are_out_of_step_only_where_both_are_held() -> None:
    assert list(detectors.in_one_language_only(ACT)) == []
    both = replace(ACT, held={**ACT.held, KK: held("2013-04-24", "undated")})
    (one,) = detectors.in_one_language_only(both)
    assert (one.language, str(one.label)) == (RU, "2016-01-11")


def test_an_edition_of_a_day_to_come_is_told_by_the_clock() -> None:
    (one,) = detectors.editions_in_future(ACT, day("2016-01-10"))
    assert str(one.label) == "2016-01-11"
    assert list(detectors.editions_in_future(ACT, day("2016-01-11"))) == []

"""Articles and their wordings through time."""

from __future__ import annotations

from dataclasses import replace

from corpus.law import Holding, HoldingKind
from diffing.classify import ChangeKind
from diffing.measures.lives import Life, State, WordingLife
from diffing.measures.measure import ActMeasures
from tests.diffing.making import article
from tests.diffing.measures.acts import (
    FENCE,
    GARDEN,
    GONE,
    HARVEST,
    WATER,
    WATER_AMENDED,
    dated,
    four_editions,
    measured,
    parts,
)

Told = tuple[str, str, str | None, tuple[int, int | None]]


def life(measures: ActMeasures, key: str) -> Life:
    (found,) = (one for one in measures.lives if key in one.keys)
    return found


def states(measures: ActMeasures, key: str) -> list[State]:
    return [stage.state for stage in life(measures, key).stages]


def told(wordings: tuple[WordingLife, ...], key: str) -> list[Told]:
    return [
        (str(one.first), str(one.last), str(one.ended_by) if one.ended_by else None, one.days)
        for one in wordings
        if one.key == key
    ]


def test_an_article_is_there_without_a_wording_absent_or_not_held() -> None:
    measures = measured(
        *four_editions(), dated("2009-01-01", GARDEN, FENCE, holding=parts("art_1", "art_3"))
    )
    assert states(measures, "art_3") == [
        State.WORDING,
        State.WORDING,
        State.NO_WORDING,
        State.WORDING,
        State.WORDING,
    ]
    assert states(measures, "art_4") == [State.ABSENT, *[State.WORDING] * 3, State.NOT_HELD]


def test_lives_are_in_the_acts_order() -> None:
    keys = [one.key for one in measured(*four_editions()).lives]
    assert keys == ["art_1", "art_2", "art_3", "art_4"]


def test_a_renumbered_article_stays_the_same_one() -> None:
    again = replace(WATER, key="art_9", number="9", marker="Статья 9.")
    measures = measured(
        dated("2001-01-01", GARDEN, WATER),
        dated("2002-01-01", GARDEN, again),
        dated("2003-01-01", GARDEN, article("9", "Поливают утром.")),
    )
    found = life(measures, "art_9")
    assert found.keys == ("art_2", "art_9")
    assert [stage.change.kind for stage in found.stages if stage.change] == [
        ChangeKind.RENUMBERED,
        ChangeKind.AMENDED,
    ]
    assert told(measures.wordings, "art_9")[0] == (
        "2001-01-01",
        "2002-01-01",
        "2003-01-01",
        (730, 730),
    )


def test_two_articles_that_swap_their_numbers_swap_their_lives() -> None:
    other = article("8", "Снег убирают зимой.")
    swapped = replace(other, key="art_2", number="2", marker="Статья 2.")
    measures = measured(
        dated("2001-01-01", WATER, other),
        dated("2002-01-01", swapped, replace(WATER, key="art_8", number="8", marker="Статья 8.")),
    )
    assert sorted(len(one.stages) for one in measures.lives) == [2, 2]
    assert all(state is State.WORDING for one in measures.lives for state in one_states(one))


def one_states(found: Life) -> list[State]:
    return [stage.state for stage in found.stages]


def test_a_wording_lasts_from_its_edition_to_the_one_that_ends_it() -> None:
    wordings = measured(*four_editions()).wordings
    assert told(wordings, "art_2") == [
        ("2001-01-01", "2001-01-01", "2002-01-01", (365, 365)),
        ("2002-01-01", "2004-01-01", "2008-01-01", (2191, 2191)),
        ("2008-01-01", "2008-01-01", None, (0, None)),
    ]
    assert told(wordings, "art_3") == [
        ("2001-01-01", "2002-01-01", "2004-01-01", (1095, 1095)),
        ("2008-01-01", "2008-01-01", None, (0, None)),
    ]
    assert told(wordings, "art_1") == [("2001-01-01", "2008-01-01", None, (2556, None))]


def test_only_a_wording_that_was_seen_to_come_is_not_older_than_its_first_edition() -> None:
    wordings = measured(*four_editions(), missing=("2003-01-01",)).wordings
    older = {(one.key, str(one.first)) for one in wordings if one.older_than_first}
    assert older == {(key, "2001-01-01") for key in ("art_1", "art_2", "art_3")}
    behind_a_gap = measured(*four_editions(), missing=("2001-06-01",)).wordings
    assert [one.older_than_first for one in behind_a_gap if one.key == "art_4"] == [True]


def test_a_technical_change_does_not_end_a_wording() -> None:
    old = article("1", "Закон «О селе».")
    measures = measured(
        dated("2001-01-01", old), dated("2002-01-01", article("1", 'Закон "О селе".'))
    )
    assert told(measures.wordings, "art_1") == [("2001-01-01", "2002-01-01", None, (365, None))]


def test_what_ended_where_an_edition_is_missing_ended_between_two_days() -> None:
    measures = measured(
        dated("2001-01-01", GARDEN, WATER),
        dated("2002-01-01", GARDEN, WATER),
        dated("2004-01-01", GARDEN, WATER_AMENDED),
        missing=("2003-01-01",),
    )
    first, _ = (one for one in measures.wordings if one.key == "art_2")
    assert (first.days, first.gap) == ((366, 1095), True)


def test_a_year_is_any_of_its_days() -> None:
    measures = measured(
        dated("2001", WATER), dated("2005-07-01", WATER_AMENDED), dated("2009", WATER)
    )
    assert [one.days for one in measures.wordings] == [(1278, 1642), (1280, 1644), (0, None)]


def test_a_wording_whose_place_is_held_no_more_was_last_seen_where_it_was() -> None:
    measures = measured(
        dated("2001-01-01", GARDEN, WATER),
        dated("2002-01-01", GARDEN, WATER),
        dated("2009-01-01", GARDEN, holding=parts("art_1")),
    )
    assert told(measures.wordings, "art_2") == [("2001-01-01", "2002-01-01", None, (365, None))]


def test_a_wording_ended_beside_a_partial_copy_may_have_ended_there() -> None:
    measures = measured(
        dated("2001-01-01", GARDEN, WATER),
        dated("2002-01-01", GARDEN, holding=parts("art_1")),
        dated("2003-01-01", GARDEN, WATER_AMENDED),
    )
    first, _ = (one for one in measures.wordings if one.key == "art_2")
    assert (first.days, first.gap) == ((1, 730), True)


def test_the_cut_last_article_of_a_beginning_is_not_held() -> None:
    cut = Holding(HoldingKind.BEGINNING)
    measures = measured(
        dated("2001-01-01", GARDEN, article("2", "Поли"), holding=cut),
        dated("2002-01-01", GARDEN, WATER, HARVEST),
    )
    assert states(measures, "art_2") == [State.NOT_HELD, State.WORDING]
    assert told(measures.wordings, "art_2") == [("2002-01-01", "2002-01-01", None, (0, None))]


def test_editions_without_a_place_in_time_have_no_stage() -> None:
    measures = measured(dated("undated", GARDEN, GONE), dated("2001-01-01", GARDEN))
    assert [len(one.stages) for one in measures.lives] == [1]
    assert [str(one.edition.label) for one in measures.editions] == ["2001-01-01", "undated"]
    assert measures.editions[1].steps == ()

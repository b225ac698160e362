"""Commands that name no day say which edition answers for today, and never hide one to come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from api.models.acts import ActList
from tests.api.coming import COMES, EVE, MORNING, NGR, NOW_AND_TO_COME, hold
from tests.api.house import empty_house
from tests.cli.conftest import Nusqa, Ran

NOT_YET = f"DOES NOT APPLY YET: edition {COMES} is later than today"
At = Callable[..., Ran]


@pytest.fixture
def at(nusqa: Nusqa, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> At:
    """Runs a command at a moment, on a folder that holds an edition to come."""
    hold(empty_house(tmp_path / "var"), NOW_AND_TO_COME)

    def run(moment: datetime, *words: str | Path) -> Ran:
        for module in ("cli.reading", "cli.parameters", "cli.comparing"):
            monkeypatch.setattr(f"{module}.now", lambda: moment)
        ran = nusqa(*words)
        assert ran.status == 0, ran.err
        return ran

    return run


def test_acts_name_the_edition_for_today_and_the_one_to_come(at: At) -> None:
    heading, line = (one.split() for one in at(EVE, "acts").out.splitlines()[-2:])
    assert heading[-3:] == ["Today", "To", "come"]
    assert line[-4:] == ["ru", "2020-01-01", "ru", COMES]
    line = at(MORNING, "acts").out.splitlines()[-1].split()
    assert line[-2:] == ["ru", COMES]
    assert "2020-01-01" not in line


def test_acts_as_json_say_the_same_as_the_address(at: At) -> None:
    for moment, edition, to_come in ((EVE, "2020-01-01", (COMES,)), (MORNING, COMES, ())):
        (act,) = ActList.model_validate(at(moment, "acts", "--json").document).acts
        (today,) = act.today.values()
        assert (today.edition, today.to_come, act.newest) == (edition, to_come, COMES)


@pytest.mark.parametrize("words", [("articles", NGR), ("show", NGR, "art_1")])
def test_without_a_day_the_newest_that_has_come_is_read(at: At, words: tuple[str, ...]) -> None:
    before, after = at(EVE, *words), at(MORNING, *words)
    assert "edition 2020-01-01" in before.out + before.err
    assert f"edition {COMES}" in after.out + after.err
    assert NOT_YET not in before.err + after.err


def test_a_side_of_a_comparison_without_an_edition_is_the_newest_that_has_come(at: At) -> None:
    compared = ("compare", f"{NGR}@{COMES}", NGR, "--json")
    for moment, edition in ((EVE, "2020-01-01"), (MORNING, COMES)):
        document = at(moment, *compared).document
        assert document["right"]["held"][0]["answered"]["edition"] == edition


def test_a_citation_without_an_edition_is_of_the_newest_that_has_come(at: At) -> None:
    assert "01.01.2020" in at(EVE, "cite", NGR, "art_1").out
    assert "01.03.2027" in at(MORNING, "cite", NGR, "art_1").out


@pytest.mark.parametrize(
    "words",
    [
        ("show", NGR, "art_2"),
        ("resolve", f"ст. 2 {NGR}"),
        ("cite", NGR, "art_2"),
        ("export", "text", NGR, "--article", "art_2", "--out", "a.akn", "--force"),
    ],
)
def test_what_only_the_edition_to_come_has_is_said_not_to_apply_yet(
    at: At, words: tuple[str, ...]
) -> None:
    assert NOT_YET in at(EVE, *words).err
    assert NOT_YET not in at(MORNING, *words).err


def test_who_names_the_edition_to_come_is_not_told_that_there_is_no_other(at: At) -> None:
    assert NOT_YET not in at(EVE, "show", NGR, "art_2", "--edition", COMES).err

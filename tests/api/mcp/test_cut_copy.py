"""What the tools say of an edition whose copy breaks off inside an article."""

from __future__ import annotations

import pytest

from api.mcp.server import LawServer, law_server
from api.services import Services
from tests.api.house import House
from tests.api.mcp.asking import answer, called, words
from tests.api.orchard import (
    CUT,
    EDITIONS,
    HONEY,
    KEYS,
    LAST,
    NGR,
    NOT_HELD,
    PEARS,
    WHOLE,
    hold_orchard,
)


@pytest.fixture
def orchard(own_house: House) -> LawServer:
    hold_orchard(own_house)
    return law_server(Services(own_house.settings, own_house.store, own_house.engine))


def test_the_history_says_what_was_not_compared(orchard: LawServer) -> None:
    (found,) = called(orchard, ("article_history", {"ngr": NGR, "key": "art_2", "lang": "ru"}))
    first, cut, last = answer(found)["wordings"]
    assert first["not_compared"] is None
    assert (cut["changes"], last["changes"]) == ("", "")
    broken = f"the copy of edition {CUT} may end inside this article"
    assert broken in cut["not_compared"]
    assert "Beyond its end the wording before has 12 words" in cut["not_compared"]
    assert broken in last["not_compared"]
    assert "Beyond that end this wording has 12 words" in last["not_compared"]
    assert f"Warning: {cut['not_compared']}" in words(found)
    assert any("words may be missing at its end" in one for one in cut["source"]["warnings"])


def test_a_comparison_says_what_was_not_compared_and_what_lies_between(orchard: LawServer) -> None:
    (found,) = called(orchard, ("compare", {"left": f"{NGR}@{WHOLE}", "right": f"{NGR}@{CUT}"}))
    told = answer(found)
    assert told["totals"] == {"edited": 1}
    assert told["left"]["not_comparable"] == ["art_2", "art_3", "art_4"]
    assert told["right"]["not_comparable"] == ["art_2"]
    assert told["not_held_between"] == [NOT_HELD[0]]
    left, right = told["left"]["name"], told["right"]["name"]
    assert told["warnings"] == [
        f"Of edition {CUT} of {NGR} only a part is held: the beginning.",
        (
            "Not compared, neither gone nor new: 2 places (art_3, art_4): the copy of "
            f"{left} has them, that of {right} does not."
        ),
        (
            "Not compared, neither gone nor new: 1 place (art_2): the copy of "
            f"{right} may break off inside it."
        ),
        (
            f"1 edition is known between the two and not held: {NOT_HELD[0]}. Changes may have "
            "come by any of them."
        ),
    ]
    assert all(f"Warning: {one}" in words(found) for one in told["warnings"])


def test_an_older_edition_on_the_right_is_told(orchard: LawServer) -> None:
    (found,) = called(orchard, ("compare", {"left": f"{NGR}@{LAST}", "right": f"{NGR}@{WHOLE}"}))
    told = answer(found)["warnings"]
    assert told == [
        "The right side is the older edition: what is marked as gone came later.",
        (
            f"2 editions are known between the two and not held: {', '.join(NOT_HELD)}. "
            "Changes may have come by any of them."
        ),
    ]


@pytest.fixture
def without_the_last(own_house: House) -> LawServer:
    """The newest edition held is the one that breaks off."""
    hold_orchard(own_house, EDITIONS[:2])
    return law_server(Services(own_house.settings, own_house.store, own_house.engine))


@pytest.mark.parametrize(
    ("tool", "asked"),
    [("read_article", {"ngr": NGR, "key": "art_2"}), ("resolve_citation", {"q": f"ст. 2 {NGR}"})],
)
def test_an_older_text_is_not_called_the_newest_held_where_a_newer_one_breaks_off(
    without_the_last: LawServer, tool: str, asked: dict[str, str]
) -> None:
    (found,) = called(without_the_last, (tool, asked))
    told = answer(found)
    source = told["source"] if tool == "read_article" else told["provisions"][0]["source"]
    assert source["edition"] == WHOLE
    assert source["answered"]["newer_cut"] == CUT
    said = words(found)
    assert "the newest edition held that has the whole article" in said
    assert "This is the newest edition held. " not in said
    assert f"A newer edition, {CUT}, is held too: its copy may end inside this article." in said


def test_an_article_that_the_newest_copy_has_whole_is_the_newest_held(
    without_the_last: LawServer,
) -> None:
    (found,) = called(without_the_last, ("read_article", {"ngr": NGR, "key": "art_1"}))
    source = answer(found)["source"]
    assert (source["edition"], source["answered"]["newer_cut"]) == (CUT, None)
    assert "This is the newest edition held. " in words(found)


def test_a_resolved_article_has_its_heading_once(orchard: LawServer) -> None:
    whole, point = called(
        orchard,
        ("resolve_citation", {"q": f"ст. 2 {NGR}"}),
        ("resolve_citation", {"q": f"п. 1 ст. 2 {NGR}"}),
    )
    (place,) = answer(whole)["provisions"]
    assert place["heading"] == "Статья 2. Сад"
    assert place["text"] == f"1. {KEYS}\n2. {PEARS}\n3. {HONEY}"
    assert words(whole).count("Сад\n") == 1
    (inside,) = answer(point)["provisions"]
    assert inside["text"] == f"1. {KEYS}"

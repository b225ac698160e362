"""What the page of an article is made of, from values to values."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from api.pages.article_parts.beside import side_by_side
from api.pages.article_parts.redlined import redlined
from api.pages.article_parts.strip import Kind, Strip, strip_of
from api.pages.article_parts.wording import Lead, TextLink, anchors, linked, paragraphs
from api.questions.outlines import Stretch
from corpus.law import Block, BlockKind, EditionLabel
from corpus.store.records import Wording
from diffing.cut_copies import redline_as_held
from tests.api.law import article, point, subpoint, table
from tests.api.summaries import summary

TODAY = date(2026, 11, 26)


def indent(key: str, text: str = "слова;") -> Block:
    return Block(BlockKind.INDENT, text, key=key)


def test_anchors_are_unique_and_the_first_of_a_key_is_the_key() -> None:
    blocks = [indent("p_1__indent_1"), indent("p_1__indent_1"), indent(""), point("2", "Слова.")]
    assert list(anchors(blocks)) == ["p_1__indent_1", "p_1__indent_1.2", "", "p_2"]


def test_an_anchor_is_no_other_blocks_key() -> None:
    blocks = [indent("a"), indent("a"), indent("a.2"), indent("a")]
    made = list(anchors(blocks))
    assert made[0] == "a"
    assert made[2] == "a.2"
    assert len(set(made)) == 4


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([(6, 13)], ["См. - ", "[пункт 5]", "."]),
        ([(0, 3), (6, 13)], ["[См.]", " - ", "[пункт 5]", "."]),
        ([(6, 13), (8, 14)], ["См. - ", "[пункт 5]", "."]),  # what overlaps is left out
        ([(3, 99)], ["См. - пункт 5."]),  # a stretch that the text does not have
        ([], ["См. - пункт 5."]),
    ],
)
def test_a_text_with_links_is_still_the_text(
    spans: list[tuple[int, int]], expected: list[str]
) -> None:
    text = "См. - пункт 5."
    parts = linked(text, [TextLink(start, end, "#p_5", (Lead("п. 5"),)) for start, end in spans])
    assert "".join(part.text for part in parts) == text
    assert [f"[{part.text}]" if part.link else part.text for part in parts] == expected


def test_an_indent_behind_a_subpoint_stands_in_it_up_to_the_next_part() -> None:
    part = Block(BlockKind.PART, "Слова.", key="p_1__pt_2")
    blocks = [point("1", "Вот:"), indent("a"), subpoint("1", "1", "вот:"), indent("b"), part]
    assert [one.in_subpoint for one in paragraphs([*blocks, indent("c")])] == [
        False, False, False, True, False, False,
    ]  # fmt: skip


def test_paragraphs_of_two_languages_pair_by_key_and_the_rest_in_their_order() -> None:
    left = paragraphs([point("1", "А."), indent("x"), point("2", "Б."), point("4", "Г.")])
    right = paragraphs([point("1", "A."), point("2", "Ә."), indent("y"), point("4", "Ғ.")])
    rows = [
        (row.left and row.left.block.text, row.right and row.right.block.text)
        for row in side_by_side(left, right)
    ]
    assert rows == [("А.", "A."), ("слова;", None), ("Б.", "Ә."), (None, "слова;"), ("Г.", "Ғ.")]


def test_a_redline_shows_every_block_and_counts_the_words() -> None:
    old = article("1", "Было", point("1", "Три дня."), table(("а", "б")))
    new = article("1", "Стало", point("1", "Пять дней."), table(("а", "в")), point("2", "Новое."))
    shown = redlined(redline_as_held(old, new))
    assert [(one.anchor, one.changed) for one in shown.blocks] == [
        ("p_1", True), ("table_1", True), ("p_2", True),
    ]  # fmt: skip
    assert (shown.came, shown.went) == (5, 4)
    assert [piece.element for piece in shown.blocks[1].rows[0][1]] == ["del", "ins"]
    assert "".join(piece.text for piece in shown.heading if piece.element != "del") == (
        "Статья 1. Стало"
    )


def test_what_goes_has_no_anchor_of_the_new_wording() -> None:
    old = article("1", "Сад", point("1", "Яблони сажают весной каждого года."))
    new = article("1", "Сад", Block(BlockKind.PART, "Совсем другое правило о поливе.", key="p_1"))
    shown = redlined(redline_as_held(old, new))
    ids = [one.anchor for one in shown.blocks if one.anchor]
    assert ids == ["p_1"]


def stretch(begins: str, ends: str | None, gap: str | None = None, number: int = 1) -> Stretch:
    edition = summary(EditionLabel.parse(begins), number)
    day = date.fromisoformat
    wording = Wording(
        f"hash {begins}",
        f"words {begins}",
        article("1", "Сад"),
        day(begins),
        day(ends) if ends else None,
        (edition,),
    )
    return Stretch(wording, None, gap_until=day(gap) if gap else None)


def strip(*oldest_first: Stretch, repealed_on: date | None = None) -> Strip:
    found = strip_of(oldest_first[::-1], 2, TODAY, (), repealed_on)
    assert found is not None
    return found


def test_a_strip_has_every_wording_the_gaps_and_what_has_not_begun() -> None:
    found = strip(
        stretch("2004-01-01", "2010-01-01", number=1),
        stretch("2012-01-01", "2027-03-01", number=2),
        stretch("2027-03-01", None, number=3),
    )
    told = [(one.kind, one.shown, one.future) for one in found.segments]
    assert told == [
        (Kind.WORDING, False, False),
        (Kind.GAP, False, False),
        (Kind.WORDING, True, False),
        (Kind.WORDING, False, True),
    ]
    assert (found.wordings, found.gaps) == (3, 1)
    ends = [one.x + one.width for one in found.segments]
    starts = [one.x for one in found.segments]
    assert starts == sorted(starts)
    assert all(abs(end - start) < 0.05 for end, start in zip(ends, starts[1:], strict=False))
    assert ends[-1] == pytest.approx(100, abs=0.05)
    assert found.segments[2].x < found.today.x < found.segments[3].x


def test_a_wording_without_an_end_goes_on_to_today() -> None:
    (only,) = strip(stretch("2004-01-01", None)).segments
    assert only.x + only.width == pytest.approx(
        strip(stretch("2004-01-01", None)).today.x, abs=0.05
    )


def test_after_the_repeal_of_its_act_a_strip_says_so_and_before_that_there_may_be_a_gap() -> None:
    found = strip(stretch("2004-01-01", "2010-01-01"), repealed_on=date(2011, 5, 19))
    assert [one.kind for one in found.segments] == [Kind.WORDING, Kind.GAP, Kind.REPEALED]
    assert found.segments[2].from_ == date(2011, 5, 19)
    at_once = strip(stretch("2004-01-01", "2011-05-19"), repealed_on=date(2011, 5, 19))
    assert [one.kind for one in at_once.segments] == [Kind.WORDING, Kind.REPEALED]


@pytest.mark.parametrize("first", ["1995-09-28", "2010-01-01", "2022-02-07", "2026-11-01"])
def test_the_years_under_a_strip_fit_a_phone(first: str) -> None:
    years = strip(stretch(first, None)).years
    assert len(years) <= 7
    places = [one.x for one in years]
    assert all(after - before > 10 for before, after in pairwise(places))

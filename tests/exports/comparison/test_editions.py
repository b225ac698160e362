"""The rows of a table of two editions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from corpus.law import Article, ArticleKind, Block, BlockKind, Footnote
from diffing.classify import ChangeKind
from exports.comparison.table import GroundAct, Options, Place
from tests.diffing.making import article, part, point, subpoint
from tests.exports.comparison.making import chapter, compared, drawn, shown

TREES = article("1", point("1", "Деревья сажают весной."), point("2", "Поливают утром."))
LATER = article("1", point("1", "Деревья сажают осенью."), point("2", "Поливают утром."))


def test_only_the_points_that_changed_are_rows() -> None:
    table = compared([TREES], [LATER])
    (row,) = table.rows
    assert shown(row) == (
        TREES.printed_heading,
        ("1",),
        "1. Деревья сажают весной.",
        "1. Деревья сажают осенью.",
    )
    assert drawn(row.before) == "1. Деревья сажают [-весной-]."
    assert drawn(row.after) == "1. Деревья сажают {+осенью+}."
    assert (row.kind, table.unchanged) == (ChangeKind.AMENDED, 2)


def test_what_is_unchanged_is_there_when_asked_for() -> None:
    table = compared([TREES], [LATER], Options(unchanged=True))
    assert [row.kind for row in table.rows] == [
        ChangeKind.UNCHANGED,
        ChangeKind.AMENDED,
        ChangeKind.UNCHANGED,
    ]


def test_a_point_that_only_one_side_has_is_absent_on_the_other() -> None:
    more = article("1", *TREES.blocks, point("3", "Урожай собирают."))
    (came,) = compared([TREES], [more]).rows
    assert shown(came)[1:] == (("3",), None, "3. Урожай собирают.")
    assert came.kind is ChangeKind.ADDED
    (went,) = compared([more], [TREES]).rows
    assert shown(went)[1:] == (("3",), "3. Урожай собирают.", None)
    assert went.kind is ChangeKind.REPEALED


def test_an_added_article_is_one_row_in_its_place() -> None:
    second = article("2", part("Урожай собирает сторож."), point("1", "Осенью."))
    third = article("3", part("Сад закрывают на зиму."))
    table = compared([TREES, third], [TREES, second, article("3", part("Сад не закрывают."))])
    assert [row.elements[0].heading.split(".")[0] for row in table.rows] == ["Статья 2", "Статья 3"]
    assert table.rows[0].before is None
    assert shown(table.rows[0])[3] == (
        f"{second.printed_heading}\nУрожай собирает сторож.\n1. Осенью."
    )


def test_a_vanished_article_stands_where_it_stood() -> None:
    second = article("2", part("Урожай собирает сторож."))
    third = article("3", part("Сад закрывают на зиму."))
    table = compared([TREES, second, third], [LATER, third])
    assert [row.right_keys for row in table.rows] == [("art_1",), ()]
    assert table.rows[1].left_keys == ("art_2",)
    assert table.rows[1].after is None


def test_a_technical_change_is_counted_and_left_out_unless_asked_for() -> None:
    quotes = article("1", point("1", 'Сад "Алма".'), point("2", "Поливают утром."))
    other = article("1", point("1", "Сад «Алма»."), point("2", "Поливают вечером."))
    table = compared([quotes], [other])
    assert ([row.elements[0].points for row in table.rows], table.technical) == ([("2",)], 1)
    every = compared([quotes], [other], Options(technical=True))
    assert [row.kind for row in every.rows] == [ChangeKind.TECHNICAL, ChangeKind.AMENDED]
    assert every.technical == 1


def test_a_note_alone_is_a_technical_change_of_the_article() -> None:
    noted = article("1", *TREES.blocks, Footnote("Сноска. Статья 1 с изменениями."))
    assert (compared([TREES], [noted]).rows, compared([TREES], [noted]).technical) == ((), 1)


def test_a_changed_heading_is_a_row_of_its_own_before_the_points() -> None:
    named = article("1", *LATER.blocks, heading="О деревьях")
    rows = compared([TREES], [named]).rows
    assert [row.elements[0].place for row in rows] == [Place.HEADING, Place.WHOLE]
    assert [row.elements[0].points for row in rows] == [(), ("1",)]


def test_a_chapters_heading_stands_before_its_articles() -> None:
    table = compared([chapter("1", "Сады"), TREES], [chapter("1", "Сады и дворы"), LATER])
    assert [row.right_keys for row in table.rows] == [("ch_1",), ("art_1",)]
    assert drawn(table.rows[0].after).endswith("Сады{+ и дворы+}")


def test_subpoints_stay_with_their_point() -> None:
    old = article("1", point("1", "Сторож:"), subpoint("1", "ходит;"), subpoint("2", "смотрит."))
    new = article("1", point("1", "Сторож:"), subpoint("1", "ходит;"), subpoint("2", "слушает."))
    both = compared([old], [new]).rows[0]
    assert shown(both)[2] is not None
    assert "1. Сторож:\n1) ходит;\n2) смотрит." in (shown(both)[2] or "")


def test_numbers_inside_quoted_wording_begin_no_row() -> None:
    quoted = Block(BlockKind.POINT, "чужой пункт", "7", "7.", quoted=True)
    old = article("1", point("1", "Дополнить словами:"), quoted, point("2", "Конец."))
    new = article("1", point("1", "Заменить словами:"), quoted, point("2", "Конец."))
    (row,) = compared([old], [new]).rows
    assert (row.elements[0].points, shown(row)[3]) == (
        ("1",),
        "1. Заменить словами:\n7. чужой пункт",
    )


def act(name: str, place: str = "") -> GroundAct:
    return GroundAct(name, "действует", date(2002, 1, 1), place)


def test_a_row_has_the_acts_that_may_have_changed_its_point() -> None:
    acts = {"art_1": [act("о втором", "p_2"), act("о первом", "p_1__sp_3"), act("о статье")]}
    (row,) = compared([TREES], [LATER], grounds=acts).rows
    assert [one.name for one in row.acts] == ["о первом", "о статье"]


def test_where_all_acts_name_other_points_none_is_left_out() -> None:
    (row,) = compared([TREES], [LATER], grounds={"art_1": [act("о втором", "p_2")]}).rows
    assert [one.name for one in row.acts] == ["о втором"]


def test_only_one_article_or_the_articles_of_a_chapter() -> None:
    old = [TREES, article("2", part("Забор зелёный."))]
    new = [LATER, article("2", part("Забор белый."))]
    assert [row.right_keys for row in compared(old, new, Options(key="art_2")).rows] == [("art_2",)]
    assert not compared(old, new, Options(key="art_9")).rows


def test_points_that_swapped_their_subpoints_lose_none() -> None:
    old = article("1", point("1", "Весной:"), part("сажают деревья;"), point("2", "Осенью:"))
    new = article("1", point("1", "Весной:"), point("2", "Осенью:"), part("сажают деревья;"))
    rows = compared([old], [new]).rows
    assert {line.text for row in rows for line in row.before or ()} >= {"сажают деревья;"}
    assert {line.text for row in rows for line in row.after or ()} >= {"сажают деревья;"}


def test_a_decrees_point_has_its_number_before_its_first_words() -> None:
    old, new = (
        replace(
            article("1", part(f"Сторож ходит {when}.")),
            kind=ArticleKind.POINT,
            heading="",
            marker="1.",
        )
        for when in ("ночью", "днём")
    )
    (row,) = compared([old], [new]).rows
    assert (drawn(row.before), drawn(row.after)) == (
        "1. Сторож ходит [-ночью-].",
        "1. Сторож ходит {+днём+}.",
    )


def test_of_a_point_only_its_own_row_is_there() -> None:
    old = article("1", *[point(str(n), f"Сорт {n} сажают весной.") for n in (1, 2, 3)])
    new = article("1", *[point(str(n), f"Сорт {n} сажают осенью.") for n in (1, 2)], old.blocks[2])
    for key, numbers in (("art_1", [("1",), ("2",)]), ("art_1__p_2", [("2",)])):
        table = compared([old], [new], Options(key=key))
        assert [row.elements[0].points for row in table.rows] == numbers
    same = compared([old], [new], Options(key="art_1__p_3"))
    assert (same.rows, same.unchanged) == ((), 1)


def test_of_a_subpoint_the_row_of_its_point_is_there() -> None:
    def told(day: str) -> Article:
        inner = replace(subpoint("1", f"{day};"), key="p_1__sp_1")
        return article("1", point("1", "Сажают:"), inner, point("2", f"Поливают {day}."))

    (row,) = compared([told("весной")], [told("осенью")], Options(key="art_1__p_1__sp_1")).rows
    assert row.elements[0].points == ("1",)

"""The words around a table: what it leaves out, what is not sure, and where texts come from."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from api.tables.captions import captions
from corpus.law import ArticleKind, HoldingKind, Language
from diffing.correspondence.relation import Relation
from exports.comparison.printed import printed
from exports.comparison.table import Compares, GroundAct, Likeness, Options
from exports.tables.table import Cell, Mark
from tests.diffing.making import article, point
from tests.exports.comparison.making import compared

OLD = article("1", point("1", 'Сад "Алма".'), point("2", "Поливают утром."), point("3", "Зимой."))
NEW = article("1", point("1", "Сад «Алма»."), point("2", "Поливают днём."), point("3", "Зимой."))
RU = captions(Language.RU)


def test_what_is_left_out_is_counted_in_the_document() -> None:
    notes = printed(compared([OLD], [NEW]), RU).notes
    assert any("Технические правки" in note and note.endswith("не показаны: 1.") for note in notes)
    assert any("без изменений не показаны: 2." in note for note in notes)
    every = printed(compared([OLD], [NEW], Options(technical=True, unchanged=True)), RU).notes
    assert "Среди строк есть технические правки: 1." in every
    assert not any("не показаны" in note for note in every)


def test_a_row_says_its_element_its_act_and_its_day() -> None:
    acts = [
        GroundAct("Закон № 1", "действует с 01.01.2002", date(2002, 1, 1)),
        GroundAct("Закон № 2", "день неизвестен"),
        GroundAct("Закон № 1", "действует с 05.05.2002", date(2002, 5, 5), noted=False),
    ]
    ((number, element, _, _, ground, kind, starts, left, right),) = printed(
        compared([OLD], [NEW], grounds={"art_1": acts}), RU
    ).rows
    assert (number.text, element.text) == ("1", f"{OLD.printed_heading}\nпункт 2")
    assert ground.text == (
        "Закон № 1\nдействует с 01.01.2002\nназван только реестром; действует с 05.05.2002\n"
        "Закон № 2\nдень неизвестен"
    )
    assert (kind.text, starts.text) == ("изменение", "2002-01-01 2002-05-05")
    assert (left.text, right.text) == ("art_1", "art_1")


def test_an_act_that_is_not_known_is_said_to_be_so() -> None:
    (row,) = printed(compared([OLD], [NEW]), RU).rows
    assert row[4].text == "Изменяющий акт неизвестен"


def test_an_absent_element_is_told_in_our_words_and_the_other_side_is_whole() -> None:
    more = article("1", *OLD.blocks, point("4", "Летом."))
    (row,) = printed(compared([OLD], [more]), RU).rows
    assert (row[2].text, row[2].whole, row[3].whole) == ("Отсутствует", False, True)


def test_samples_parts_gaps_and_doubts_are_told_before_and_after_the_table() -> None:
    table = compared([OLD], [NEW])
    source = replace(table.left.sources[0], sample=True, holding=HoldingKind.PARTS)
    left = replace(
        table.left, sources=(source,), missing=("Z010000148_:art_36",), doubts="No day is known."
    )
    shown = printed(replace(table, left=left, not_compared=("art_5",)), RU)
    assert shown.warnings[0].startswith("ОБРАЗЕЦ")
    assert any("Хранится не весь акт" in line for line in shown.cautions)
    assert any("Z010000148_:art_36" in line for line in shown.cautions)
    assert any("Не сравнивались" in line and line.endswith(": 1.") for line in shown.cautions)
    assert any("No day is known." in note for note in shown.notes)


@pytest.mark.parametrize("language", Language)
def test_no_brace_is_left_in_any_language(language: Language) -> None:
    table = printed(compared([OLD], [NEW], Options(technical=True)), captions(language))
    words = [
        *(table.title, table.running, *table.subtitle, *table.cautions, *table.notes),
        *table.sources,
        *(column.heading for column in table.columns),
        *(cell.text for row in table.rows for cell in row),
    ]
    assert not [one for one in words if "{" in one or "}" in one]
    assert all(words[:3])


def of_rules(relation: Relation, *, sure: bool) -> tuple[Cell, ...]:
    """The one row of a table of rules: nothing stands right of «Поливают утром.»."""
    (row,) = compared([OLD], [NEW]).rows
    own = replace(row, kind=None, likeness=Likeness(relation, sure=sure))
    if relation is Relation.DROPPED:
        own = replace(own, after=None)
    table = replace(compared([OLD], [NEW]), compares=Compares.RULES, rows=(own,))
    (cells,) = printed(table, captions(Language.RU, of_rules=True)).rows
    return cells


def test_a_rule_is_said_to_be_absent_only_where_the_whole_other_side_is_held() -> None:
    surely = of_rules(Relation.DROPPED, sure=True)
    assert (surely[3].text, surely[4].text) == ("Отсутствует", "не имеет пары")
    perhaps = of_rules(Relation.DROPPED, sure=False)
    assert "не найдено" in perhaps[3].text
    assert "Отсутствует" not in " ".join(cell.text for cell in perhaps)


def test_what_is_only_possible_has_no_words_marked() -> None:
    def marks(cells: tuple[Cell, ...]) -> set[Mark]:
        return {piece.mark for cell in cells for line in cell.lines for piece in line.pieces}

    assert Mark.GONE in marks(of_rules(Relation.EDITED, sure=True))
    assert marks(of_rules(Relation.POSSIBLE, sure=False)) == {Mark.KEPT}


def test_what_has_no_words_over_it_is_named_by_its_place() -> None:
    rules = [
        replace(one, kind=ArticleKind.POINT, key="app_1__p_13", marker="13.", heading="")
        for one in (article("1", "Поливают утром."), article("1", "Поливают днём."))
    ]
    (row,) = printed(compared(rules[:1], rules[1:]), RU).rows
    assert row[1].text == "Пункт 13 приложения 1"
    assert (row[2].text, row[3].text) == ("13. Поливают утром.", "13. Поливают днём.")


def test_a_later_edition_on_the_left_is_told() -> None:
    table = compared([OLD], [NEW])
    assert not table.backwards
    assert any(
        "справа налево" in line for line in printed(replace(table, backwards=True), RU).cautions
    )

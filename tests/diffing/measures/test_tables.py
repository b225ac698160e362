"""The measures as tidy tables."""

from __future__ import annotations

from datetime import date

import pytest

from diffing.measures.columns import Cell, ColumnKind, TableName
from diffing.measures.measure import ActMeasures
from diffing.measures.tables import table
from tests.diffing.measures.acts import GARDEN, WATER_AMENDED, dated, four_editions, measured

_TYPES = {
    ColumnKind.TEXT: str,
    ColumnKind.NUMBER: int,
    ColumnKind.SHARE: float,
    ColumnKind.DAY: date,
    ColumnKind.FLAG: bool,
}


def rows(measures: ActMeasures, name: TableName) -> list[dict[str, Cell]]:
    made = table(measures, name)
    names = [column.name for column in made.columns]
    return [dict(zip(names, row, strict=True)) for row in made.rows]


def everything() -> ActMeasures:
    return measured(*four_editions(), dated("undated", GARDEN), dated("2009", WATER_AMENDED))


@pytest.mark.parametrize("name", TableName)
def test_every_cell_is_of_its_columns_kind_and_every_column_says_what_it_means(
    name: TableName,
) -> None:
    made = table(everything(), name)
    assert made.rows
    assert made.meaning
    assert len({column.name for column in made.columns}) == len(made.columns)
    for place, column in enumerate(made.columns):
        assert column.meaning
        cells = [row[place] for row in made.rows if row[place] is not None]
        assert all(
            type(cell) is _TYPES[column.kind] or column.kind is ColumnKind.TEXT for cell in cells
        )
        assert all(isinstance(cell, _TYPES[column.kind]) for cell in cells)


def test_an_edition_has_a_row_and_an_edition_before_it_its_columns() -> None:
    first, second, third, *_, undated = rows(everything(), TableName.EDITIONS)
    assert (first["edition"], first["compared_with"], first["amended"]) == (
        "2001-01-01",
        None,
        None,
    )
    assert (second["compared_with"], second["days_since"]) == ("2001-01-01", 365)
    assert (second["amended"], second["added"], second["repealed"]) == (1, 1, 0)
    assert (third["repealed"], third["articles_without_wording"]) == (1, 1)
    assert (undated["edition"], undated["place"], undated["first_day"]) == (
        "undated",
        "undated",
        None,
    )


def test_editions_that_are_missing_are_named_in_their_cell() -> None:
    found = rows(measured(*four_editions(), missing=("2005-01-01", "2006")), TableName.EDITIONS)
    assert [row["missing_between"] for row in found] == [None, None, None, "2005-01-01 2006"]


def test_a_change_has_a_row_with_its_words() -> None:
    amended, *_ = rows(everything(), TableName.ARTICLES)
    assert (amended["key"], amended["kind"], amended["first_day"]) == (
        "art_2",
        "amended",
        date(2002, 1, 1),
    )
    assert [amended[name] for name in ("words_kept", "words_in", "words_out")] == [2, 1, 1]
    assert amended["rewritten"] == pytest.approx(2 / 6)
    assert amended["heading"] == "Статья 2. Выборы"


def test_a_wording_has_a_row_with_the_days_it_lasted() -> None:
    found = rows(everything(), TableName.WORDINGS)
    ended = next(row for row in found if row["key"] == "art_2")
    assert (ended["days_at_least"], ended["days_at_most"], ended["censored"]) == (365, 365, False)
    assert (ended["ended_by"], ended["end"]) == ("2002-01-01", "amended")
    standing = next(row for row in found if row["first_edition"] == "2009")
    assert (standing["days_at_most"], standing["censored"], standing["end"]) == (None, True, None)


def test_every_two_editions_have_a_row_both_ways() -> None:
    found = rows(everything(), TableName.SIMILARITY)
    assert len(found) == 36
    shares = {(row["edition"], row["other"]): row["similarity"] for row in found}
    assert all(shares[a, b] == shares[b, a] for a, b in shares)
    assert shares["undated", "undated"] == 1


def test_a_table_of_nothing_has_its_columns_all_the_same() -> None:
    made = table(measured(dated("undated", GARDEN)), TableName.ARTICLES)
    assert (made.rows, made.columns[0].name) == ((), "ngr")

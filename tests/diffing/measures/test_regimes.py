"""A comparison as a table: nothing of it is lost, and its words add up."""

from diffing.measures.regimes import COLUMNS, comparison_table
from diffing.measures.words import words_in
from tests.diffing.correspondence.making import APPLES, BEES, GATE, POND, align, decree, later, rows


def test_a_row_a_correspondence_with_a_cell_a_column() -> None:
    found = align(decree(APPLES, GATE, POND), later(APPLES, GATE.replace("ночь", "день"), BEES))
    table = comparison_table("1999", "2013", found)
    assert len(table.rows) == len(found.items)
    assert {len(row) for row in table.rows} == {len(COLUMNS)}
    names = [column.name for column in table.columns]
    told = [dict(zip(names, row, strict=True)) for row in table.rows]
    keys = [(row["relation"], row["left_keys"] or "", row["right_keys"] or "") for row in told]
    assert keys == rows(found)
    (dropped,) = (row for row in told if row["relation"] == "dropped")
    assert (dropped["words_out"], dropped["words_in"]) == (len(words_in(POND)), 0)
    assert dropped["right_ngr"] is None
    assert dropped["sure"] is True

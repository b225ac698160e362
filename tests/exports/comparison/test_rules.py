"""The rows of a table of two sets of provisions."""

from __future__ import annotations

from corpus.law import Edition
from diffing.correspondence.correspond import correspond
from diffing.correspondence.relation import Relation
from diffing.correspondence.selection import Selection
from exports.comparison.rules import table_of_rules
from exports.comparison.table import ComparisonTable, Options
from tests.diffing import making
from tests.diffing.making import article, part
from tests.exports.comparison.making import NOTHING_MORE, drawn, text, told

GATE = "Сторож каждый вечер закрывает калитку сада на ночь и проверяет замок."
POND = "Пруд чистят раз в десять лет силами всех жителей округа."
OLD = making.edition(
    article("1", part(GATE)), article("2", part(POND)), article("3", part('Сад "Алма" открыт.')),
    ngr="U040001484_", label="2005-07-08",
)  # fmt: skip
NEW = making.edition(
    article("7", part(GATE.replace("на ночь", "на зиму"))),
    article("8", part("Сад «Алма» открыт.")),
    article("9", part("Пчёл держат только на северной стороне за оградой.")),
    ngr="U1300000555", label="2013-04-24",
)  # fmt: skip


def compared(
    old: Edition = OLD, new: Edition = NEW, options: Options = NOTHING_MORE
) -> ComparisonTable:
    found = correspond([Selection(old)], [Selection(new)])
    return table_of_rules(found, old.language, told("1"), told("2"), options)


def relations(table: ComparisonTable) -> list[Relation]:
    return [row.likeness.relation for row in table.rows if row.likeness]


def test_a_row_is_a_correspondence_with_its_relation_route_and_score() -> None:
    row = compared().rows[0]
    assert (row.left_keys, row.right_keys) == (("art_1",), ("art_7",))
    assert drawn(row.before).endswith("на [-ночь-] и проверяет замок.")
    assert drawn(row.after).endswith("на {+зиму+} и проверяет замок.")
    assert row.likeness is not None
    assert (row.likeness.relation, row.likeness.route) == (Relation.EDITED, "similarity")
    assert row.likeness.score is not None
    assert 0 < row.likeness.score < 1


def test_what_has_no_counterpart_is_absent_on_the_other_side() -> None:
    by_relation = {row.likeness.relation: row for row in compared().rows if row.likeness}
    dropped, new = by_relation[Relation.DROPPED], by_relation[Relation.NEW]
    assert (text(dropped.before) or "").endswith(POND)
    assert dropped.after is None
    assert new.before is None
    assert new.right_keys == ("art_9",)


def test_the_same_words_are_counted_and_shown_when_asked_for() -> None:
    assert (compared().technical, compared().unchanged) == (1, 0)
    assert Relation.IDENTICAL not in relations(compared())
    assert Relation.IDENTICAL in relations(compared(options=Options(technical=True)))
    itself = compared(OLD, OLD)
    assert (itself.rows, itself.unchanged) == ((), 3)
    assert len(compared(OLD, OLD, Options(unchanged=True)).rows) == 3


def test_the_element_names_both_rules_as_citations_do() -> None:
    row = compared().rows[0]
    assert [one.heading for one in row.elements] == ["U040001484_, ст. 1"]
    assert [one.heading for one in row.became] == ["U1300000555, ст. 7"]


def test_only_what_a_key_names_on_either_side() -> None:
    assert [row.right_keys for row in compared(options=Options(key="art_7")).rows] == [("art_7",)]
    assert [row.left_keys for row in compared(options=Options(key="art_2")).rows] == [("art_2",)]

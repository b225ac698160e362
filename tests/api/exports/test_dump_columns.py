"""Columns of dumps are named and typed as the API's models are."""

from __future__ import annotations

import pytest

from api.dumps.columns import columns_of
from api.dumps.tables import TableName, shape_of
from api.models.acts import ActOut, EditionOut
from api.models.amendments import AmendmentOut
from api.models.articles import ArticleOut, HeldWordingOut
from api.models.change_feed import ChangeRecordOut
from api.models.dumps import WordingRow
from api.models.shape import Answer
from exports.dumps.columns import Column, Kind, ListOf, Record


@pytest.mark.parametrize(
    ("table", "model", "left_out"),
    [
        (TableName.ACTS, ActOut, set()),
        (TableName.EDITIONS, EditionOut, set()),
        (TableName.ARTICLES, WordingRow, set()),
        (TableName.CHANGES, ChangeRecordOut, {"html"}),
        (TableName.AMENDMENTS, AmendmentOut, set()),
    ],
)
def test_a_tables_columns_are_its_models_members(
    table: TableName, model: type[Answer], left_out: set[str]
) -> None:
    members = set(model.model_json_schema(by_alias=True)["properties"])
    assert {one.name for one in shape_of(table).columns} == members - left_out


def test_a_wording_has_no_name_that_an_article_or_its_history_has_not() -> None:
    known = {one.name: one.kind for one in columns_of(ArticleOut)}
    known |= {one.name: one.kind for one in columns_of(HeldWordingOut)}
    own = {one.name: one.kind for one in columns_of(WordingRow)}
    assert {name for name in own if name not in known} == {"newest"}
    assert {name: kind for name, kind in own.items() if known.get(name) != kind} == {
        "newest": Kind.FLAG
    }


def test_types_follow_the_models() -> None:
    columns = {one.name: one for one in shape_of(TableName.AMENDMENTS).columns}
    assert columns["until"].kind is Kind.DAY
    assert columns["recorded_at"].kind is Kind.MOMENT
    assert columns["verb"] == Column("verb", Kind.WORD, "What was done to the place.")
    start = columns["in_force"].kind
    assert isinstance(start, Record)
    assert [one.name for one in start.columns] == ["from", "ground", "published", "label"]
    assert {one.name: one.kind for one in shape_of(TableName.ACTS).columns}["titles"] is (
        Kind.NAMED_TEXTS
    )
    editions = {one.name: one.kind for one in shape_of(TableName.ARTICLES).columns}["editions"]
    assert editions == ListOf(Kind.TEXT)

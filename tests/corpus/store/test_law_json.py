"""The law's values as JSON."""

from __future__ import annotations

import json

from hypothesis import given

from corpus.law import Article, ArticleKind, Block, BlockKind, Content, Edition, Footnote
from corpus.store import law_json
from tests.corpus.store.strategies import ARTICLES, DIVISIONS, EDITIONS, FOOTNOTES, MATTERS


@given(ARTICLES | DIVISIONS | MATTERS | FOOTNOTES)
def test_an_item_comes_back_equal(item: Content) -> None:
    text = law_json.content_to_text(item)
    assert law_json.content_from_text(law_json.item_name(item), text) == item


@given(EDITIONS)
def test_an_edition_comes_back_equal_and_its_json_is_plain(edition: Edition) -> None:
    plain = json.loads(json.dumps(law_json.to_json(edition)))
    assert law_json.from_json(Edition, plain) == edition


def test_what_has_its_default_is_left_out_and_a_blocks_class_is_named() -> None:
    article = Article(ArticleKind.POINT, "p_1", body=(Block(BlockKind.PART, "x"), Footnote("note")))
    assert law_json.to_json(article) == {
        "kind": "point",
        "key": "p_1",
        "body": [{"is": "Block", "kind": "part", "text": "x"}, {"is": "Footnote", "text": "note"}],
    }


def test_letters_stay_readable_and_fields_are_in_order() -> None:
    assert law_json.content_to_text(Footnote("Сноска.")) == '{"text":"Сноска."}'

from __future__ import annotations

from corpus.law import Holding, HoldingKind
from diffing.origins.moved_keys import moved_keys
from tests.diffing.making import article, edition

TEXT = "Аким отвечает на обращения жителей."


def test_the_same_words_under_another_key_moved() -> None:
    old = edition(article("4", TEXT), article("5", "Другое правило."))
    new = edition(article("5", "Другое правило."), article("9", TEXT), label="2021-01-01")
    assert moved_keys(old, new) == {"art_9": "art_4"}


def test_nothing_moved_from_where_one_edition_holds_nothing() -> None:
    old = edition(article("4", TEXT), article("5", "Другое правило."))
    excerpt = Holding(HoldingKind.PARTS, ("art_9",))
    new = edition(article("9", TEXT), label="2021-01-01", holding=excerpt)
    assert moved_keys(old, new) == {}


def test_the_same_words_twice_are_no_move() -> None:
    old = edition(article("4", TEXT))
    new = edition(article("8", TEXT), article("9", TEXT), label="2021-01-01")
    assert moved_keys(old, new) == {}

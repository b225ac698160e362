from __future__ import annotations

import pytest

from corpus.law import Article, ArticleKind, Block, BlockKind, Footnote, Holding, HoldingKind
from diffing.anomalies.catalogue import AnomalyKind
from diffing.anomalies.numbering import (
    articles_to_the_end,
    numbers_of_articles,
    numbers_of_points,
)
from tests.diffing.noting import article, edition


def point(number: str, text: str = "слова", parent: str = "") -> Block:
    kind = BlockKind.SUBPOINT if parent else BlockKind.POINT
    sign = ")" if parent else "."
    key = f"{parent}__sp_{number}" if parent else f"p_{number}"
    return Block(kind, text, number, f"{number}{sign}", key)


def part(text: str) -> Block:
    return Block(BlockKind.PART, text, key="part_1")


def found(*body: Block | Footnote, holding: Holding | None = None) -> list[AnomalyKind]:
    one = Article(ArticleKind.ARTICLE, "art_1", "1", "Статья 1.", "", body)
    whole = edition("2022-01-01", one, article("и", "art_2"))
    if holding:
        whole = edition("2022-01-01", one, holding=holding)
    told = numbers_of_points(whole, articles_to_the_end(whole))
    return [anomaly.kind for anomaly in told]


def test_points_in_order_are_no_finding() -> None:
    assert found(*map(point, ("1", "2", "2-1", "2-2", "3"))) == []


def test_a_point_that_is_left_out_is_a_gap() -> None:
    assert found(*map(point, ("1", "3"))) == [AnomalyKind.NUMBER_GAP]
    assert found(*map(point, ("1", "2-2", "3"))) == [AnomalyKind.NUMBER_GAP]


@pytest.mark.parametrize(
    "note",
    [
        "Сноска. Пункт 2 исключен Законом РК от 24.05.2021 № 42-VII.",
        "Ескерту. 2-тармақ алып тасталды - ҚР 24.05.2021 № 42-VII Заңымен.",
        "Сноска. Пункты 2-4 исключены Законом РК от 24.05.2021 № 42-VII.",
    ],
)
def test_a_note_that_says_it_was_excluded_explains_the_gap(note: str) -> None:
    assert found(point("1"), point("5" if "-4" in note else "3"), Footnote(note)) == []


def test_a_note_of_another_number_explains_nothing() -> None:
    note = Footnote("Сноска. Пункт 12 исключен Законом РК от 24.05.2021 № 42-VII.")
    assert found(point("1"), point("3"), note) == [AnomalyKind.NUMBER_GAP]


def test_points_excluded_together_stand_in_one_line() -> None:
    together = point("2-3", "Пункты исключены Законом РК от 24.05.2021 № 42-VII.")
    assert found(point("1"), together, point("4")) == []


def test_a_number_that_stands_twice_in_one_list_is_told() -> None:
    assert found(*map(point, ("1", "2", "2", "3"))) == [AnomalyKind.NUMBER_TWICE]


def test_a_second_list_after_other_words_begins_anew() -> None:
    lists = [point("1", parent="p_1"), point("2", parent="p_1")]
    assert found(point("1"), *lists, part("а также:"), *lists) == []


def test_what_is_quoted_has_numbers_of_another_text() -> None:
    quoted = Block(BlockKind.POINT, "слова", "7", "7.", "quoted_1", quoted=True)
    assert found(point("1"), quoted, point("2")) == []


def test_the_last_article_of_a_copy_that_breaks_off_is_not_judged() -> None:
    beginning = Holding(HoldingKind.BEGINNING)
    assert found(*map(point, ("1", "3")), holding=beginning) == []


def test_articles_that_are_left_out_or_stand_twice_are_told() -> None:
    gap = edition("2022-01-01", article("и", "art_1"), article("и", "art_3"))
    assert [one.kind for one in numbers_of_articles(gap)] == [AnomalyKind.NUMBER_GAP]
    twice = edition("2022-01-01", article("и", "art_1"), article("а", "art_1"))
    assert [one.kind for one in numbers_of_articles(twice)] == [AnomalyKind.NUMBER_TWICE]

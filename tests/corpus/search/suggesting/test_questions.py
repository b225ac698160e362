"""A question in everyday words that finds nothing: what it is about is suggested."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from corpus.search import Query, SearchEngine
from corpus.search.suggesting.questions import essence
from corpus.search.suggesting.suggestions import Suggestions
from corpus.search.words.analysis import Analyser
from tests.corpus.search.suggesting.test_suggestions import TODAY
from tests.corpus.search.texts import document

TEXTS = (
    document("За себя собирают подписи избирателей.", key="art_1", heading="Подписи"),
    document("Комиссия объявляет итоги выборов.", key="art_2"),
    document("Комиссия қорытынды шығарады.", key="art_3"),
    document("Кто и сколько может платить взнос.", key="art_4"),
)


@pytest.mark.parametrize(
    ("asked", "about"),
    [
        ("сколько подписей нужно", "подписей"),
        ("Когда объявляют итоги?", "объявляют итоги"),
        ("кто подсчитывает подписи избирателей", "подписи избирателей"),
        ("қашан қорытынды шығарады", "қорытынды шығарады"),
        ("когда обьявляет итоги", "объявляет итоги"),
        ("где собирают подписи за рубежом", "собирают подписи"),
    ],
)
def test_a_question_that_finds_nothing_is_cut_down_to_what_it_is_about(
    holding: Callable[..., SearchEngine], asked: str, about: str
) -> None:
    assert _suggested(holding(*TEXTS), asked) == about


@pytest.mark.parametrize(
    "asked",
    ['"сколько подписей"', "сколько -подписей", "кто OR сколько", "кто когда где", "подписи"],
)
def test_what_is_meant_to_the_letter_or_is_no_question_is_left_alone(asked: str) -> None:
    assert essence(asked, lambda _: False) == []


def test_a_question_that_finds_something_stays(holding: Callable[..., SearchEngine]) -> None:
    assert _suggested(holding(*TEXTS), "кто может платить взнос") is None


def _suggested(engine: SearchEngine, text: str) -> str | None:
    query = Query(text, today=TODAY)
    return Suggestions(engine, Analyser()).suggestion(query, engine.search(query).total)

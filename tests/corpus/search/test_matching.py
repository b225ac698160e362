"""A text looked at alone fits a query exactly when the engines find it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus.law import Language
from corpus.search import SearchEngine
from corpus.search.words.analysis import Analyser
from corpus.search.matching import Matcher
from corpus.search.querying.parsing import parse_query

from .random_queries import random_query
from .texts import own_documents


def test_what_fits_alone_is_what_an_engine_finds(holding: Callable[..., SearchEngine]) -> None:
    documents = [replace(one, is_current=True) for one in own_documents()]
    engine, analyser, chance = holding(*documents), Analyser(), random.Random(7)
    found_something = 0
    for _ in range(150):
        query = replace(random_query(chance, documents), on=None, lang=None, ngr=None)
        root = parse_query(query.text, analyser.words).root
        if root is None:
            continue
        matcher = Matcher(analyser, root)
        fits = {one.id for one in documents if matcher.fits(one.heading, one.text, one.lang)}
        assert {hit.id for hit in engine.search(query).hits} == fits, query
        found_something += 0 < len(fits) < len(documents)
    assert found_something > 40


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("выборы акима", True),
        ("аким", True),
        ('"выборами акима"', False),
        ("выбо* -маслихат", True),
        ("выборы -аким", False),
        ("маслихат OR аким", True),
        ("маслихат (аким OR выборы)", False),
        ("статья 36 аким", True),
    ],
)
def test_conditions_hold_over_heading_and_wording_together(query: str, fits: bool) -> None:
    analyser = Analyser()
    root = parse_query(query, analyser.words).root
    assert root
    text = "Аким назначается по итогам выборов."
    assert Matcher(analyser, root).fits("Статья 36. Выборы акима", text, Language.RU) is fits

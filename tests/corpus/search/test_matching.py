"""A provision looked at alone fits a query exactly when the engines find it."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus.law import Article, ArticleKind, Block, BlockKind, Footnote, Language
from corpus.search import SearchEngine
from corpus.search.documents import Status, naming
from corpus.search.matching import Matcher, Provision
from corpus.search.queries import AnyDay, Filters
from corpus.search.querying.reading import read_query
from corpus.search.words.analysis import Analyser

from .asking import TODAY, ids
from .one_by_one import provision_of
from .random_queries import RandomQueries
from .texts import held_documents


def test_what_fits_alone_is_what_an_engine_finds(holding: Callable[..., SearchEngine]) -> None:
    documents = held_documents()
    engine, analyser = holding(*documents), Analyser()
    drawn = RandomQueries(random.Random(7), documents)
    found_something = 0
    for _ in range(120):
        query = replace(drawn.query(), when=AnyDay(), filters=Filters(), pins=())
        root = read_query(query.text, analyser, cross=query.cross).root
        fits = {
            one.id
            for one in documents
            if root and Matcher(analyser, root).fits(provision_of(one, TODAY))
        }
        assert set(ids(engine.search(query))) == fits, query
        found_something += 0 < len(fits) < len(documents)
    assert found_something > 40


ARTICLE = Article(
    kind=ArticleKind.ARTICLE,
    key="art_36-1",
    number="36-1",
    marker="Статья 36-1.",
    heading="Выборы акима",
    body=(
        Block(BlockKind.PART, "Аким назначается по итогам выборов.", key="part_1"),
        Footnote("Сноска. Статья с изменениями от 2018 года."),
    ),
)
PROVISION = Provision.of_article(
    ARTICLE, Language.RU, naming("О местном самоуправлении", "148", "Z010000148_")
)


@pytest.mark.parametrize(
    ("query", "fits"),
    [
        ("выборы акима", True),
        ("аким", True),
        ('"выборами акима"', False),
        ('~"выборами акима"', True),
        ("выбо* -маслихат", True),
        ("выборы -аким", False),
        ("маслихат OR аким", True),
        ("маслихат (аким OR выборы)", False),
        ("статья 36-1 аким", True),
        ("акима ~1 выборы", True),
        ("аким ~3 выборы", True),
        ("назначать ~2 выборы", False),
        ("назначать ~3 выборы", True),
        ("назначать ~50 статья", False),  # one is in the heading, the other below it
        ("аким ~2 аким", False),
        ("выборы ~9 выборы", False),
        ("heading:назначается", False),
        ("heading:акимов", True),
        ("изменения", False),
        ("note:изменение", True),
        ("note:2018", True),
        ("act:148 article:36-1", True),
        ("act:z010000148_", True),
        ("act:самоуправление", True),
        ("самоуправление", False),
        ("article:36", False),
        ("article:36*", True),
        ("article:art_36-1", True),
        ("статья:36-1-бап", True),
        ("status:in_force", False),
        ("-status:in_force", True),
    ],
)
def test_conditions_hold_over_the_parts_that_they_speak_of(query: str, fits: bool) -> None:
    analyser = Analyser()
    root = read_query(query, analyser).root
    assert root
    assert Matcher(analyser, root).fits(PROVISION) is fits
    in_force = replace(PROVISION, status=Status.IN_FORCE)
    assert Matcher(analyser, root).fits(in_force) is (not fits if "status" in query else fits)


def test_changes_are_followed_by_all_but_a_status_which_is_told() -> None:
    analyser = Analyser()

    def followed(text: str) -> tuple[bool | None, list[str]]:
        read = read_query(text, analyser, of_changes=True)
        told = [str(one) for one in read.ignored]
        return (Matcher(analyser, read.root).fits(PROVISION) if read.root else None), told

    left_out = "a status, which changes are not followed by: status:repealed"
    assert followed("аким status:repealed") == (True, [left_out])
    assert followed("маслихат OR status:repealed") == (False, [left_out])
    assert followed("аким -(status:repealed)") == (True, [left_out])
    assert followed("status:repealed") == (None, [left_out])
    assert followed("аким note:2018") == (True, [])

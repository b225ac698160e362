"""Filters and the counts of what could be filtered by: exactly the results there would be."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from corpus.law import Language
from corpus.search import Query, SearchDocument, SearchEngine
from corpus.search.queries import FACETS, AnyDay, ChangedBetween, Filters, OnDay, Pin
from corpus.search.results import FacetCount

from .asking import TODAY, asking
from .texts import document, own_documents

Holding = Callable[..., SearchEngine]
MOMENTS = (
    AnyDay(),
    OnDay(TODAY),
    OnDay(date(2000, 1, 1)),
    OnDay(date(2031, 1, 1)),
    ChangedBetween(date(1999, 1, 1), date(2005, 1, 1)),
)


def values(one: SearchDocument, facet: str) -> tuple[str, ...]:
    held = {
        "acts": (one.ngr,),
        "forms": (one.form,),
        "languages": (str(one.lang),),
        "regimes": one.regimes,
        "statuses": (str(one.status(TODAY)),),
        "years": (str(one.year),),
        "themes": one.themes,
    }
    return tuple(value for value in held[facet] if value is not None)


def as_filter(facet: str, value: str) -> tuple[Any, ...]:
    return (Language(value) if facet == "languages" else int(value) if facet == "years" else value,)


@pytest.mark.parametrize("facet", FACETS)
@pytest.mark.parametrize("when", MOMENTS)
def test_a_count_is_the_number_of_results_if_its_value_alone_were_chosen(
    holding: Holding, facet: str, when: AnyDay | OnDay | ChangedBetween
) -> None:
    engine = holding(*own_documents())
    checked = 0
    for filters in (
        Filters(),
        Filters(acts=("Z950002464_",), languages=(Language.RU, Language.KK)),
        Filters(statuses=("in_force", "superseded"), regimes=("R1",)),
        Filters(years=(1995,), themes=("term", "voting"), forms=("constitutional law",)),
    ):
        query = Query("выбор OR срок OR сайлау OR elections", TODAY, when, filters, limit=100)
        counted = engine.search(replace(query, count_facets=True)).facets[facet]
        assert [one.value for one in counted] == [
            one.value for one in sorted(counted, key=lambda one: (-one.count, one.value))
        ]
        expected = []
        for value in {value for one in own_documents() for value in values(one, facet)}:
            chosen = replace(filters, **{facet: as_filter(facet, value)})
            total = engine.search(replace(query, filters=chosen)).total
            expected += [FacetCount(value, total)] if total else []
        assert set(counted) == set(expected)
        checked += len(expected)
    assert checked or facet == "statuses" or isinstance(when, OnDay)


@pytest.mark.parametrize("facet", FACETS)
def test_counts_over_many_segments_are_those_of_a_scan(engine: SearchEngine, facet: str) -> None:
    documents = own_documents()
    engine.rebuild(documents[:10])
    for start in range(10, len(documents), 9):
        engine.update(documents[start : start + 9], [])
    gone = documents[::4]
    engine.update([], [one.id for one in gone])
    left = [one for one in documents if one not in gone]

    on_day = engine.search(asking("-нигде", when=OnDay(TODAY), count_facets=True))
    holding_today = [one for one in left if one.holds_on(TODAY)]
    assert on_day.total == len(holding_today)
    assert as_counter(on_day.facets[facet]) == Counter(
        value for one in holding_today for value in values(one, facet)
    )

    articles: dict[str, set[str]] = defaultdict(set)
    for one in left:
        articles[one.article].update(values(one, facet))
    any_day = engine.search(asking("-нигде", count_facets=True))
    assert any_day.total == len(articles)
    assert as_counter(any_day.facets[facet]) == Counter(
        value for own in articles.values() for value in own
    )


def as_counter(counted: tuple[FacetCount, ...]) -> Counter[str]:
    return Counter({one.value: one.count for one in counted})


def test_facets_are_counted_only_when_asked_for(holding: Holding) -> None:
    assert holding(document("срок")).search(asking("срок")).facets == {}


def test_a_cited_provision_is_counted_too(holding: Holding) -> None:
    engine = holding(document("срок"), document("иное", key="art_2", form="code"))
    query = asking("срок", pins=(Pin("Z950002464_", "art_2"),), count_facets=True)
    for when in (AnyDay(), OnDay(TODAY)):
        facets = engine.search(replace(query, when=when)).facets
        assert facets["forms"] == (FacetCount("code", 1),)
        assert facets["acts"] == (FacetCount("Z950002464_", 2),)


def test_filters_leave_what_has_one_of_their_values(holding: Holding) -> None:
    engine = holding(
        document("мандат", key="art_1", form="law", year=1995, regimes=("R1", "R2"), themes=("t",)),
        document("мандат", key="art_2", ngr="U1300000555", form="code", year=2013),
        document("мандат", key="art_3", lang=Language.KK, regimes=("R2",)),
        document("мандат", key="art_4", valid_to=date(2021, 1, 1), year=2020),
    )
    for filters, expected in (
        (Filters(acts=("U1300000555",)), {"art_2"}),
        (Filters(acts=("U1300000555", "Z950002464_")), {"art_1", "art_2", "art_3", "art_4"}),
        (Filters(acts=("Z1",)), set()),
        (Filters(forms=("law", "code")), {"art_1", "art_2"}),
        (Filters(languages=(Language.KK,)), {"art_3"}),
        (Filters(regimes=("R2",)), {"art_1", "art_3"}),
        (Filters(regimes=("R1", "R3")), {"art_1"}),
        (Filters(themes=("t",)), {"art_1"}),
        (Filters(years=(1995, 2020)), {"art_1", "art_4"}),
        (Filters(statuses=("repealed",)), {"art_4"}),
        (Filters(statuses=("repealed", "in_force")), {"art_1", "art_2", "art_3", "art_4"}),
        (Filters(statuses=("undated",)), set()),
        (Filters(acts=("Z950002464_",), languages=(Language.RU,), years=(1995,)), {"art_1"}),
    ):
        found = engine.search(Query("мандат", TODAY, filters=filters)).hits
        assert {hit.key for hit in found} == expected, filters

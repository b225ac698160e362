"""The contract of every engine: the set of hits is the one that a scan of all texts finds."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from corpus.law import Language
from corpus.search import Hit, Query, SearchDocument, SearchEngine
from corpus.search.queries import OnDay

from .asking import asking, ids
from .oracle import Oracle
from .random_queries import RandomQueries
from .texts import document, official_documents, own_documents

Holding = Callable[..., SearchEngine]
FACETS_EVERY = 10
"""A scan counts facets by searching for each value: only some queries ask for them."""


def assert_right(
    engine: SearchEngine, documents: Sequence[SearchDocument], seed: int, queries: int
) -> None:
    """Random queries find what a scan finds, and count it right."""
    oracle, drawn = Oracle(documents), RandomQueries(random.Random(seed), documents)
    found_something = 0
    for turn in range(queries):
        query = replace(drawn.query(), count_facets=turn % FACETS_EVERY == 0)
        expected = oracle.found(query)
        results = engine.search(query)
        assert sorted(ids(results)) == sorted(expected.ids), query
        assert results.total == len(results.hits) == expected.total, query
        assert results.certain == expected.certain, query
        assert_certain_first(query, results.hits)
        assert results.next is None
        if query.count_facets:
            counted = {
                facet: {one.value: one.count for one in counts}
                for facet, counts in results.facets.items()
                if counts
            }
            assert counted == oracle.facets(query), query
        found_something += 0 < len(expected.ids) < len(documents)
    assert found_something > queries / 4, "the queries prove too little"


def assert_certain_first(query: Query, hits: Sequence[Hit]) -> None:
    """On a day, what surely was in force goes before all else but what is cited."""
    if isinstance(query.when, OnDay):
        doubtful = [all(one.doubtful for one in hit.wordings) for hit in hits if not hit.pinned]
        assert doubtful == sorted(doubtful), query


def test_sets_are_right_over_own_texts_in_one_segment(holding: Holding) -> None:
    documents = own_documents()
    assert_right(holding(*documents), documents, seed=1, queries=250)


def test_sets_are_right_over_many_segments_and_after_deletes(engine: SearchEngine) -> None:
    documents = own_documents()
    engine.rebuild(documents[:5])
    for start in range(5, len(documents), 4):
        engine.update(documents[start : start + 4], [])
    gone = documents[::3]
    engine.update([], [old.id for old in gone])
    left = [kept for kept in documents if kept not in gone]
    assert engine.count() == len(left)
    assert_right(engine, left, seed=2, queries=200)


def test_sets_are_right_over_official_texts(holding: Holding, shared_registry: Path) -> None:
    documents = official_documents(shared_registry, most=800)
    assert len(documents) == 800
    assert_right(holding(*documents), documents, seed=3, queries=100)


def test_sets_are_right_over_official_texts_in_segments_with_updates(
    engine: SearchEngine, shared_registry: Path
) -> None:
    documents = official_documents(shared_registry, most=500)
    engine.rebuild(documents[:250])
    for start in range(250, 500, 50):
        engine.update(
            documents[start : start + 50], [old.id for old in documents[start - 250 : start - 235]]
        )
    left = [d for at, d in enumerate(documents) if at >= 250 or at % 50 >= 15]
    assert engine.count() == len(left)
    assert_right(engine, left, seed=4, queries=80)


def test_an_engine_sees_an_update_in_place_of_the_old_wording(holding: Holding) -> None:
    old, new = document("прежний текст"), document("новый текст")
    engine = holding(old)
    engine.update([new], [old.id])
    assert engine.search(asking("прежний")).total == 0
    assert ids(engine.search(asking("новый"))) == [new.id]


def test_a_document_given_twice_is_held_once(holding: Holding) -> None:
    engine = holding(document("слово"), document("слово"))
    engine.update([document("слово")], [])
    assert engine.count() == 1
    assert engine.search(asking("слово")).total == 1


def test_a_rebuild_forgets_what_is_not_given(holding: Holding) -> None:
    engine = holding(document("прежнее"))
    engine.rebuild([document("другое")])
    assert engine.search(asking("прежнее")).total == 0
    assert engine.count() == 1


def test_the_ids_of_an_act_are_those_of_its_documents(holding: Holding) -> None:
    documents = own_documents()
    engine = holding(*documents)
    assert engine.ids("U1300000555") == {d.id for d in documents if d.ngr == "U1300000555"}
    assert engine.ids("Z000000000_") == frozenset()


def test_an_index_without_documents_answers(holding: Holding) -> None:
    engine = holding()
    assert engine.search(asking("слово -другое OR нет*")).total == 0
    assert (engine.count(), engine.ids("Z950002464_")) == (0, frozenset())


@pytest.mark.parametrize("length", [100, 101, 5000])
def test_a_very_long_word_is_found(holding: Holding, length: int) -> None:
    engine = holding(document("а" * length), document("б" * length, lang=Language.KK))
    assert engine.search(asking("а" * min(length, 1000))).total == 1


def test_pages_follow_each_other_to_the_end_without_gap_or_double(
    holding: Holding, shared_registry: Path
) -> None:
    documents = official_documents(shared_registry, most=600)
    engine = holding(*documents)
    query = "закона OR выборов OR әкім*"
    whole = engine.search(asking(query, limit=600))
    paged: list[str] = []
    for offset in range(0, whole.total + 7, 7):
        results = engine.search(asking(query, limit=7, offset=offset))
        assert results.total == whole.total
        paged += ids(results)
    assert whole.total > 50
    assert paged == ids(whole)

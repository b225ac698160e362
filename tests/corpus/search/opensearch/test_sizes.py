"""More hits than a cluster gives at once, and an index in several parts."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import pairwise

import pytest

from corpus.law import Language
from corpus.search.engines.opensearch.engine import OpenSearchEngine
from corpus.search.engines.opensearch.layout import Facts, Sizing
from corpus.search.queries import AnyDay, OnDay
from tests.corpus.search.asking import TODAY, asking, ids
from tests.corpus.search.texts import document, own_documents

Opened = Callable[..., OpenSearchEngine]
MANY = 10_500


def test_more_hits_than_a_page_of_the_cluster_are_all_found_and_paged(opened: Opened) -> None:
    engine = opened(Sizing(replicas=0))
    acts = ("Z950000001_", "Z950000002_", "Z950000003_")
    engine.rebuild(
        document("слово", ngr=ngr, key=f"art_{number}")
        for ngr in acts
        for number in range(MANY // len(acts))
    )
    assert engine.count() == sum(len(engine.ids(ngr)) for ngr in acts) == MANY
    for when in (AnyDay(), OnDay(TODAY)):
        last = engine.search(asking("слово", when=when, offset=MANY - 3, limit=10))
        assert (last.total, len(last.hits)) == (MANY, 3)
        assert [hit.key for hit in last.hits] == [f"art_{MANY // 3 - n}" for n in (3, 2, 1)]


@pytest.mark.parametrize("when", [AnyDay(), OnDay(TODAY)])
def test_an_index_in_parts_answers_as_one_in_one_piece(
    opened: Opened, when: AnyDay | OnDay
) -> None:
    documents = own_documents()
    random.Random(5).shuffle(documents)
    whole, parted = opened(Sizing(replicas=0)), opened(Sizing(shards=3, replicas=0))
    queries = [
        asking(text, when=when, count_facets=True, limit=100)
        for text in ("выборы", "закон* OR порядок", "әкім", "выборы ~5 порядок", "-аким")
    ]
    answers = []
    for engine in (whole, parted):
        engine.rebuild(documents)
        engine.update([document("новое слово о выборах")], [documents[0].id])
        answers.append([engine.search(query) for query in queries])
    for one, other in zip(*answers, strict=True):
        assert one.total == other.total > 0
        assert ids(one) == ids(other)
        assert one.facets == other.facets
        scores = [hit.score for hit in one.hits]
        assert scores == pytest.approx([hit.score for hit in other.hits], rel=0.2)


_STEMS = ("выбор", "аким", "округ", "маслихат", "депутат", "закон", "стать", "пункт", "кандидат")
_WORDS = [
    stem + ending for stem in _STEMS for ending in ("", "а", "ов", "ами", "ных", "ский", "изм")
]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (" OR ".join(_WORDS), "art_1"),
        (" ".join(f"-{word}" for word in _WORDS), "art_2"),
        (" OR ".join(f"({a} ~5 {b})" for a, b in pairwise(_WORDS[:60])), "art_1"),
        (f"({' OR '.join(_WORDS[:7])}) ~5 ({' OR '.join(_WORDS[7:14])})", "art_1"),
        (" OR ".join(f'~"{a} {b}"' for a, b in pairwise(_WORDS)), "art_1"),
    ],
    ids=["words", "minus", "near", "near any", "phrases"],
)
def test_the_longest_queries_are_no_more_than_a_cluster_takes(
    opened: Opened, text: str, found: str
) -> None:
    engine = opened(Sizing(replicas=0))
    engine.rebuild([document("выборы выборов акима", key="art_1"), document("ничего", key="art_2")])
    for cross in (False, True):
        results = engine.search(asking(text, cross=cross, count_facets=True))
        assert (results.total, [hit.key for hit in results.hits]) == (1, [found])


def test_facts_are_read_as_they_were_written() -> None:
    for one in (*own_documents(), document("", key="app_1__p_13", lang=Language.KK)):
        assert Facts.read(Facts.of(one).written()) == Facts.of(one)

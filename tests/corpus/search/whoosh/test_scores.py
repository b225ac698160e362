"""Scores are what both engines agree on, so that an order does not depend on the engine."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.search import SearchDocument, SearchEngine
from corpus.search.engines.in_folder import FolderEngine
from corpus.search.engines.tantivy.files import TantivyFiles
from corpus.search.engines.whoosh.files import WhooshFiles
from corpus.search.queries import AnyDay, OnDay, Pin, Query
from corpus.search.words.analysis import Analyser

from ..texts import official_documents, own_documents
from .random_trees import TODAY, enriched

QUERIES = [
    "выборы",
    '"порядок выборов"',
    '~"порядок выборы"',
    "сайлау*",
    "выб* акима -жители",
    '"выборы" сайт* OR әкім',
    "аким OR кандидат",
    "(аким OR кандидат) -партия",
    "heading:выборы акимов",
    "note:сроке act:акте",
    "article:2 OR article:5",
    "status:in_force выборы",
    "сайлау* -әкім",
]
SEVERAL_WORDS = ["выборы акима", "порядок выборов", "әкім сайлау", "закон республики казахстан"]


def shortened(documents: Sequence[SearchDocument]) -> list[SearchDocument]:
    """Texts short enough that Tantivy keeps their lengths exactly (40 words)."""
    analyser = Analyser()
    return [
        one
        for one in enriched(documents, random.Random(1))
        if all(len(analyser.words(text)) <= 40 for text in (one.heading, one.text, one.notes))
    ]


@pytest.fixture(scope="module")
def engines(
    tmp_path_factory: pytest.TempPathFactory, shared_registry: Path
) -> tuple[SearchEngine, SearchEngine]:
    documents = shortened(own_documents() + official_documents(shared_registry, most=1500))
    assert len(documents) > 500
    made = (
        FolderEngine(tmp_path_factory.mktemp("whoosh"), WhooshFiles(Analyser())),
        FolderEngine(tmp_path_factory.mktemp("tantivy"), TantivyFiles(Analyser())),
    )
    for engine in made:
        engine.rebuild(documents)
    return made


@pytest.mark.parametrize("text", QUERIES)
@pytest.mark.parametrize("when", [AnyDay(), OnDay(TODAY)])
def test_both_engines_give_the_same_scores_in_the_same_order(
    engines: tuple[SearchEngine, SearchEngine], text: str, when: AnyDay | OnDay
) -> None:
    query = Query(text, TODAY, when=when, limit=200, pins=(Pin("Z950002464_", "art_1"),))
    ours, theirs = (engine.search(query) for engine in engines)
    assert ours.total == theirs.total > 0
    assert {hit.key for hit in ours.hits if hit.pinned} == {"art_1"}
    for one, other in zip(ours.hits, theirs.hits, strict=True):
        assert one.score == pytest.approx(other.score, abs=2e-3)


@pytest.mark.parametrize("text", SEVERAL_WORDS)
def test_both_engines_put_nearly_the_same_texts_with_several_words_first(
    engines: tuple[SearchEngine, SearchEngine], text: str
) -> None:
    """Each engine counts in its own way how often words are near each other."""
    ours, theirs = (engine.search(Query(text, TODAY, limit=500)) for engine in engines)
    first, best = ({hit.wording.id for hit in found.hits[:10]} for found in (ours, theirs))
    assert len(first & best) >= 0.8 * len(best)
    assert {hit.wording.id for hit in ours.hits} == {hit.wording.id for hit in theirs.hits}

"""What Whoosh's snapshots tell equals what a scan of all texts finds, for every condition."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import pytest

from corpus.search import SearchDocument
from corpus.search.engines.whoosh.opening import OpenWhoosh
from corpus.search.engines.whoosh.writing import build, change
from corpus.search.snapshots import FacetSet
from corpus.search.words.analysis import Analyser

from ..texts import official_documents, own_documents
from .random_trees import TODAY, Drawing, enriched, fitting


def assert_right(
    path: Path, documents: Sequence[SearchDocument], seed: int, questions: int
) -> None:
    analyser = Analyser()
    opened = OpenWhoosh.of(path, analyser)
    snapshot = opened.snapshot
    assert snapshot.held == len(documents)
    by_id = {document.id: document for document in documents}
    drawing = Drawing(documents, seed)
    telling = 0
    for _ in range(questions):
        asked = drawing.asked()
        expected = fitting(documents, asked, analyser)
        every = snapshot.every(asked)
        found = snapshot.documents([place for _, place in every])
        assert {document.id for document in found} == expected, asked
        assert len(found) == len(expected), asked
        assert all(document == by_id[document.id] for document in found)

        total, best = snapshot.top(asked, 10)
        assert total == len(expected)
        assert [score for score, _ in best] == sorted((s for s, _ in every), reverse=True)[:10]

        sets = snapshot.facet_sets
        columns = snapshot.columns([place for _, place in every])
        windows = zip(columns.begins.tolist(), columns.ends.tolist(), strict=True)
        assert list(windows) == [document.window for document in found]
        assert [sets[at] for at in columns.facet_set] == [FacetSet.of(one) for one in found]
        assert columns.replaced.tolist() == [document.replaced for document in found]
        assert columns.doubtful.tolist() == [document.doubtful for document in found]
        held = zip(columns.held_from.tolist(), columns.held_to.tolist(), strict=True)
        assert list(held) == [document.held for document in found]
        doubts = [document.doubt_on(TODAY) for document in found]
        assert columns.doubts(TODAY.toordinal()).tolist() == doubts
        assert len(set(columns.article.tolist())) == len({one.article for one in found})
        telling += 0 < len(expected) < len(documents)
    assert telling > questions / 4 or not questions, "the questions prove too little"


def test_sets_are_right_over_own_texts_in_one_segment(tmp_path: Path) -> None:
    documents = enriched(own_documents(), random.Random(1))
    build(tmp_path, Analyser(), documents)
    assert_right(tmp_path, documents, seed=1, questions=400)


@pytest.mark.parametrize("turns", [5, 12])
def test_sets_are_right_over_official_texts_after_updates_and_deletes(
    tmp_path: Path, shared_registry: Path, turns: int
) -> None:
    """Twelve updates bring the small segments together; five leave them."""
    documents = enriched(official_documents(shared_registry, most=600), random.Random(2))
    analyser = Analyser()
    build(tmp_path, analyser, documents[:300])
    left = documents[:300]
    for turn in range(turns):
        added = documents[300 + 25 * turn : 325 + 25 * turn]
        gone = left[turn * 11 : turn * 11 + 9] + left[-3:]
        change(tmp_path, analyser, added, [old.id for old in gone])
        left = [kept for kept in left if kept not in gone] + added
    segments = len(OpenWhoosh.of(tmp_path, analyser).segments)
    assert (segments == turns + 1) if turns < 8 else segments < 8
    assert_right(tmp_path, left, seed=turns, questions=150)


def test_sets_are_right_over_what_was_built_in_several_segments(tmp_path: Path) -> None:
    documents = enriched(own_documents(), random.Random(7))
    build(tmp_path, Analyser(), documents, segment_words=400)
    assert len(OpenWhoosh.of(tmp_path, Analyser()).segments) > 3
    assert_right(tmp_path, documents, seed=7, questions=100)


def test_a_segment_of_which_half_is_deleted_is_written_anew(tmp_path: Path) -> None:
    documents = enriched(own_documents(), random.Random(3))
    analyser = Analyser()
    build(tmp_path, analyser, documents)
    change(tmp_path, analyser, [], [old.id for old in documents[:30]])
    opened = OpenWhoosh.of(tmp_path, analyser)
    assert opened.facts.size == len(documents) - 30
    assert_right(tmp_path, documents[30:], seed=5, questions=100)


def test_an_index_of_nothing_answers(tmp_path: Path) -> None:
    documents = enriched(own_documents(), random.Random(4))
    build(tmp_path, Analyser(), [])
    drawing = Drawing(documents, seed=4)
    opened = OpenWhoosh.of(tmp_path, Analyser())
    snapshot = opened.snapshot
    for _ in range(30):
        asked = drawing.asked()
        assert snapshot.top(asked, 5) == (0, [])
        assert list(snapshot.every(asked)) == []
    change(tmp_path, Analyser(), documents, [])
    assert_right(tmp_path, documents, seed=6, questions=50)
    change(tmp_path, Analyser(), [], [old.id for old in documents])
    assert_right(tmp_path, [], seed=6, questions=0)

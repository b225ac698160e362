"""SQLite's full text, fed with the same stems, finds as many: nobody's code but its own counts."""

from __future__ import annotations

from itertools import islice, pairwise
from pathlib import Path

import pytest

from benchmarks.search.fts5 import Fts5
from benchmarks.search.questions import KINDS, questions
from benchmarks.search.texts import Source, recombined
from corpus.search import SearchDocument, SearchEngine
from tests.corpus.search.texts import own_documents

SOURCE = Source.of("own", own_documents())
ASKED = 12


@pytest.fixture(scope="module")
def documents() -> list[SearchDocument]:
    return list(recombined(SOURCE, 400))


@pytest.fixture
def sqlite(documents: list[SearchDocument], tmp_path: Path) -> Fts5:
    made = Fts5(tmp_path)
    made.build(documents)
    return made


def test_every_kind_of_question_finds_as_many(
    engine: SearchEngine, sqlite: Fts5, documents: list[SearchDocument]
) -> None:
    engine.rebuild(documents)
    asked = [
        one for kind in KINDS for one in islice(questions(kind, SOURCE), ASKED) if one.language
    ]
    found = {one: engine.search(one.query()).total for one in asked}
    assert found == {one: sqlite.ask(one) for one in asked}
    assert sum(total > 0 for total in found.values()) >= len(found) / 2


def test_the_same_texts_are_made_at_each_run(documents: list[SearchDocument]) -> None:
    again = list(recombined(SOURCE, 400))
    assert again == documents
    assert len({one.id for one in again}) == 400
    assert len({one.article for one in again}) < 300  # several wordings of one article


def test_wordings_of_an_article_follow_each_other(documents: list[SearchDocument]) -> None:
    by_article: dict[str, list[SearchDocument]] = {}
    for one in documents:
        by_article.setdefault(one.article, []).append(one)
    for wordings in by_article.values():
        for before, after in pairwise(wordings):
            assert before.valid_to == after.valid_from

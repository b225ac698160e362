"""What must be so between queries, whatever the texts: over every engine."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from corpus.search import SearchDocument, SearchEngine
from corpus.search.documents import Status
from corpus.search.queries import OnDay
from corpus.search.words.letters import WORD

from .asking import asking, ids
from .random_queries import RandomQueries
from .texts import held_documents

Holding = Callable[..., SearchEngine]
ROUNDS = 25


class Sets:
    """The sets of wordings that an engine finds, and queries to ask it."""

    def __init__(self, engine: SearchEngine, documents: list[SearchDocument], seed: int) -> None:
        self._engine = engine
        self._documents = documents
        self._drawn = RandomQueries(random.Random(seed), documents)
        self._chance = random.Random(seed)

    def __call__(self, text: str, **more: Any) -> set[str]:
        found = ids(self._engine.search(asking(text, limit=len(self._documents), **more)))
        assert len(found) == len(set(found))
        return set(found)

    def some(self) -> str:
        """A query in brackets."""
        return f"({self._drawn.text(self._chance.choice(self._documents), depth=1)})"

    def words(self) -> tuple[str, str]:
        """Two words of one text."""
        text = self._chance.choice(self._documents).text
        one, other = self._chance.sample(
            [word for word in WORD.findall(text)[:8] if len(word) > 1], 2
        )
        return one, other


@pytest.fixture
def sets(holding: Holding) -> Sets:
    documents = held_documents()
    return Sets(holding(*documents), documents, seed=11)


def test_or_and_and_may_be_turned_and_not_stands_against_both(sets: Sets) -> None:
    for _ in range(ROUNDS):
        a, b = sets.some(), sets.some()
        assert sets(f"{a} OR {b}") == sets(f"{b} OR {a}") == sets(a) | sets(b), (a, b)
        assert sets(f"{a} {b}") == sets(f"{b} AND {a}") == sets(a) & sets(b), (a, b)
        assert sets(f"-({a} OR {b})") == sets(f"-{a} -{b}"), (a, b)


def test_with_a_word_and_without_it_are_together_all(sets: Sets) -> None:
    for _ in range(ROUNDS):
        a, b = sets.some(), sets.some()
        assert sets(f"{a} {b}") | sets(f"{a} -{b}") == sets(a), (a, b)


def test_only_the_word_that_a_minus_stands_before_is_left_out(sets: Sets) -> None:
    for _ in range(ROUNDS):
        a, (b, _) = sets.some(), sets.words()
        with_it, without_it = sets(f'{a} ~"{b}"'), sets(f"{a} -{b}")
        assert with_it | without_it == sets(a), (a, b)
        assert not with_it & without_it, (a, b)


def test_a_further_word_never_widens_and_an_alternative_never_narrows(sets: Sets) -> None:
    for _ in range(ROUNDS):
        a, b = sets.some(), sets.some()
        assert sets(f"{a} {b}") <= sets(a) <= sets(f"{a} OR {b}"), (a, b)


def test_what_is_asked_more_exactly_finds_no_more(sets: Sets) -> None:
    for _ in range(ROUNDS):
        a, b = sets.words()
        row = f"{a} {b}"
        assert sets(f'"{row}"') <= sets(f'~"{row}"') <= sets(f"{a} ~1 {b}") <= sets(row), row
        assert sets(f"{a} ~2 {b}") <= sets(f"{a} ~4 {b}") <= sets(f"{b} ~50 {a}"), row
        assert sets(f"heading:{a}") <= sets(a) <= sets(a, cross=True), row
        assert sets(f'"{a}"') <= sets(f"{a}*"), row
        assert sets(f"note:({row})") == sets(f"note:{a}") & sets(f"note:{b}"), row


def test_every_wording_has_one_status_and_every_number_a_wording(sets: Sets) -> None:
    everything = sets("-словокоторогонет")
    assert len(everything) == len(held_documents())
    by_status = [sets(f"status:{status}") for status in Status]
    assert sum(map(len, by_status)) == len(everything)
    assert set.union(*by_status) == everything
    keys = {document.key for document in held_documents()}
    assert set.union(*(sets(f"article:{key}") for key in keys)) == everything
    assert sets("article:1*") == set.union(*(sets(f"article:{n}") for n in (1, 10, 11)))


def test_a_day_finds_what_all_days_find_of_the_wordings_that_held(sets: Sets) -> None:
    for _ in range(ROUNDS):
        a, day = sets.some(), date(2010, 5, 6)
        held = {one.id for one in held_documents() if one.holds_on(day)}
        assert sets(a, when=OnDay(day)) == sets(a) & held, a

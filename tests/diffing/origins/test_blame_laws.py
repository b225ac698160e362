"""What holds for every history, whatever the wordings are."""

from __future__ import annotations

import random
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.law import Article
from diffing.engine import PureEngine
from diffing.origins.blame import BlamedWording, blame
from diffing.origins.carrying import Passage, carried
from diffing.redline import Wording
from diffing.vocabulary import words
from diffing.words import compare_words
from tests.diffing.making import article, articles, point, texts

PURE = PureEngine()
histories = st.tuples(st.lists(st.one_of(articles, st.none()), max_size=4), articles).map(
    lambda drawn: [*drawn[0], drawn[1]]
)


def pieces(one: Article) -> list[str]:
    """The texts of an article that a passage may be a part of."""
    cells = [cell for block in one.blocks for row in block.rows for cell in row]
    return [one.heading, *(block.text for block in one.blocks if not block.rows), *cells]


@given(histories)
def test_joined_the_passages_are_the_wording_to_the_letter(history: list[Article | None]) -> None:
    blamed = blame(history, PURE)
    assert blamed.wording == Wording.of(history[-1])
    assert all(passage.text for passage in blamed.passages())


@given(histories)
def test_a_passage_stands_unbroken_in_the_version_that_is_named(
    history: list[Article | None],
) -> None:
    for passage in blame(history, PURE).passages():
        named = history[passage.since]
        assert named is not None
        assert any(passage.text in piece for piece in pieces(named))
        assert None not in history[passage.since :]


@given(articles)
def test_with_one_version_every_block_is_one_passage(one: Article) -> None:
    blamed = blame([one], PURE)
    assert {passage.since for passage in blamed.passages()} <= {0}
    for block in blamed.blocks:
        assert len(block.text) <= 1
        assert all(len(cell) <= 1 for row in block.rows for cell in row)


@given(articles, st.integers(1, 4))
def test_a_wording_that_never_changed_is_of_its_first_version(one: Article, times: int) -> None:
    assert blame([one] * times, PURE) == blame([one], PURE)


@given(st.integers(), st.integers(1, 6), st.booleans())
@settings(max_examples=200)
def test_of_words_that_only_come_each_version_has_as_many_as_it_brought(
    seed: int, versions: int, few_words: bool
) -> None:
    """A token oracle: every word remembers when it was put in, nothing is compared."""
    chance = random.Random(seed)
    oracle: list[tuple[str, int]] = []
    history: list[Article | None] = []
    for since in range(versions):
        for _ in range(chance.randint(1, 12)):
            word = f"с{chance.randint(1, 4)}" if few_words else f"с{chance.getrandbits(40)}"
            oracle.insert(chance.randint(0, len(oracle)), (word, since))
        text = " ".join(word for word, _ in oracle)
        history.append(article("5", point("1", text), heading=""))
    counted = Counter(since for _, since in oracle)
    assert blame(history, PURE).counts() == dict(sorted(counted.items()))


@given(st.integers(), st.integers(2, 5))
@settings(max_examples=200)
def test_no_word_is_older_than_the_oracle_says_and_each_word_is_there(
    seed: int, versions: int
) -> None:
    """Words come and go, never the same one twice: none may be called older than it is."""
    chance = random.Random(seed)
    oracle: list[tuple[str, int]] = []
    history: list[Article | None] = []
    for since in range(versions):
        for _ in range(chance.randint(0, len(oracle) // 2)):
            oracle.pop(chance.randrange(len(oracle)))
        for _ in range(chance.randint(1, 8)):
            oracle.insert(chance.randint(0, len(oracle)), (f"с{chance.getrandbits(40)}", since))
        text = " ".join(word for word, _ in oracle)
        history.append(article("5", point("1", text), heading=""))
    brought = dict(oracle)
    found = dated(blame(history, PURE))
    assert [word for word, _ in found] == [word for word, _ in oracle]
    assert all(since >= brought[word] for word, since in found)


def dated(blamed: BlamedWording) -> list[tuple[str, int]]:
    return [
        (word, passage.since)
        for passage in blamed.passages()
        for word in words(passage.text)
        if word[0].isalnum()
    ]


@given(texts, texts)
def test_carrying_over_any_redline_loses_no_letter(old: str, new: str) -> None:
    passages = carried((Passage(0, old),), compare_words(old, new, PURE), 1)
    assert "".join(passage.text for passage in passages) == new
    kept = [passage.text for passage in passages if passage.since == 0]
    place = 0
    for text in kept:  # what stays stands in the old text in the same order
        place = old.index(text, place) + len(text)

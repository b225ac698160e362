"""What is shown as marked is what matches, to the letter, and nothing else."""

from __future__ import annotations

import random
import re
import time
from collections.abc import Iterator
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Language
from corpus.search.answering.highlight import Highlighter
from corpus.search.marks import near_places, places
from corpus.search.querying.reading import read_query
from corpus.search.querying.tree import (
    InText,
    Near,
    Node,
    Phrase,
    Prefix,
    Where,
    Words,
    positive_leaves,
)
from corpus.search.words.analysis import Analyser
from corpus.search.words.placing import Analysis

from .random_queries import RandomQueries
from .texts import own_documents


def marked_letters(html: str) -> tuple[str, set[int]]:
    """The bare text, and the places of its letters that are marked."""
    bare, marked, inside = "", set(), False
    for part in re.split("(</?mark>)", html):
        if part in ("<mark>", "</mark>"):
            inside = part == "<mark>"
            continue
        text = unescape(part)
        if inside:
            marked |= set(range(len(bare), len(bare) + len(text)))
        bare += text
    return bare, marked


def matches(root: Node, text: str, language: Language, wheres: set[Where]) -> Iterator[set[int]]:
    """The letters of each match, found by trying every place."""
    analyser = Analyser()
    found = analyser.analysis(text, language)
    for leaf in positive_leaves(root):
        if isinstance(leaf, Words | Phrase | Prefix | Near) and leaf.where in wheres:
            for at in range(len(found.words)):
                for tokens in beginning_at(at, leaf, found, language):
                    yield {
                        letter
                        for first, last in tokens
                        for letter in range(found.starts[first], found.ends[last])
                    }


def beginning_at(
    at: int, leaf: InText, found: Analysis, language: Language
) -> Iterator[list[tuple[int, int]]]:
    """The first and last words of what matches with the word at a place."""
    analyser = Analyser()
    match leaf:
        case Prefix(start):
            if found.words[at].startswith(start):
                yield [(at, at)]
        case Words(row) | Phrase(row):
            exact = isinstance(leaf, Phrase)
            sought = list(row) if exact else analyser.stems(row, language)
            if (found.words if exact else found.stems)[at : at + len(sought)] == sought:
                yield [(at, at + len(sought) - 1)]
        case Near(left, right, within):
            pair = analyser.stems([left, right], language)
            for there, stem in enumerate(found.stems):
                if 0 < abs(there - at) <= within and [found.stems[at], stem] == pair:
                    yield [(at, at), (there, there)]


def test_exactly_what_matches_is_marked() -> None:
    documents = own_documents()
    drawn, analyser, chance = (
        RandomQueries(random.Random(3), documents),
        Analyser(),
        random.Random(3),
    )
    something = 0
    for _ in range(300):
        document = chance.choice(documents)
        root = read_query(drawn.text(document), analyser, cross=chance.random() < 0.3).root
        if root is None:
            continue
        highlighter = Highlighter(analyser, root)
        for text in (document.heading, document.text, document.notes):
            bare, marked = marked_letters(highlighter.whole(text, document.lang))
            expected = matches(root, text, document.lang, {Where.TEXT, Where.HEADING})
            assert bare == text
            assert marked == set().union(*expected), (root, text)
            something += bool(marked)
        shown, in_piece = marked_letters(highlighter.piece(document.text, document.lang).html)
        at = document.text.find(shown.strip("…"))
        inside = set().union(*matches(root, document.text, document.lang, {Where.TEXT}))
        offset = at - (1 if shown.startswith("…") else 0)
        assert at >= 0
        assert {letter + offset for letter in in_piece} <= inside
        assert bool(in_piece) == bool(inside)
    assert something > 200


@given(
    st.text("абв", max_size=30),
    st.sampled_from([("а", "б"), ("в", "а"), ("б", "б")]),
    st.integers(1, 8),
)
def test_near_is_who_has_another_within_reach(
    text: str, pair: tuple[str, str], within: int
) -> None:
    one, other = pair
    near = {
        at
        for here in range(len(text))
        for there in range(max(0, here - within), min(len(text), here + within + 1))
        if here != there and (text[here], text[there]) == (one, other)
        for at in (here, there)
    }
    assert near_places(pair, within, list(text)) == sorted(near)


def test_nearness_in_a_long_table_is_found_in_an_instant() -> None:
    words = ["и", "в", "а"] * 6_000
    began = time.thread_time()
    assert len(near_places(("и", "в"), 1, words)) == 12_000
    assert time.thread_time() - began < 0.5


def test_places_are_found_in_a_row_and_near() -> None:
    words = ["а", "б", "а", "б", "б", "в", "а"]
    assert list(places(("а", "б"), words)) == [0, 2]
    assert list(places(("б", "б", "в"), words)) == [3]
    assert list(places(("в", "г"), words)) == []
    assert near_places("ав", 1, words) == [5, 6]
    assert near_places("аа", 2, words) == [0, 2]
    assert near_places("вв", 9, words) == []

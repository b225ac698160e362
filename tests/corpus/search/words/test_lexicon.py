"""The words of a corpus are counted by documents and survive being kept."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Language
from corpus.search.words.lexicon import Lexicon, LexiconCounter, LexiconUnreadableError

RU, KK = Language.RU, Language.KK
DOCUMENTS = st.lists(
    st.tuples(st.sampled_from(Language), st.lists(st.sampled_from(["аким", "бап", "vote", "12"])))
)


def test_a_word_counts_once_a_document_however_often_it_stands_there() -> None:
    counted = LexiconCounter()
    counted.add(RU, ["аким", "и", "аким"])
    counted.add(RU, ["аким"])
    counted.add(KK, ["әкім"])
    assert counted.lexicon().words[RU] == {"аким": 2, "и": 1}
    assert counted.lexicon().documents("әкім") == 1
    assert counted.lexicon().documents("әкім", [RU]) == 0


def test_numbers_are_no_words_of_a_lexicon() -> None:
    counted = LexiconCounter()
    counted.add(RU, ["113-3", "5а", "статья"])
    assert counted.lexicon().words[RU] == {"статья": 1}


@given(DOCUMENTS, DOCUMENTS)
def test_what_is_taken_back_leaves_no_trace(
    kept: list[tuple[Language, list[str]]], taken: list[tuple[Language, list[str]]]
) -> None:
    plain, changed = LexiconCounter(), LexiconCounter()
    for language, words in kept:
        plain.add(language, words)
    for language, words in taken + kept:
        changed.add(language, words)
    later = LexiconCounter(Lexicon.from_bytes(changed.lexicon().to_bytes()))
    for language, words in taken:
        later.remove(language, words)
    assert later.lexicon() == plain.lexicon()


@pytest.mark.parametrize("broken", [b"", b"{}", Lexicon().to_bytes()[:-1]])
def test_bytes_that_are_no_lexicon_are_told(broken: bytes) -> None:
    with pytest.raises(LexiconUnreadableError):
        Lexicon.from_bytes(broken)

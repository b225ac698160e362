"""A text analysed line by line has the words that it has as a whole."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Language
from corpus.search.words.analysis import Analyser
from corpus.search.words.letters import surfaces, word_spans
from corpus.search.words.lines import lines
from corpus.search.words.remembering import Remembered

SIGNS = "аАёәҰbI019 \n\n\r\t.,-–%дней\u0301\u00ad\u2028\x85"
analyser = Analyser()


@given(st.text(st.sampled_from(SIGNS)) | st.text())
def test_lines_are_all_of_a_text_but_the_newlines_between_them(text: str) -> None:
    assert "\n".join(lines(text)) == text


@given(st.text(st.sampled_from(SIGNS)) | st.text(), st.sampled_from(Language))
def test_the_words_are_those_of_the_whole_text(text: str, language: Language) -> None:
    words = analyser.words(text)
    assert analyser.streams(text, language) == (words, analyser.stems(words, language))
    analysis = analyser.analysis(text, language)
    assert (analysis.words, analysis.stems) == analyser.streams(text, language)
    assert list(zip(analysis.starts, analysis.ends, strict=True)) == list(word_spans(text))
    assert surfaces(text) == [text[start:end] for start, end in word_spans(text)]


def test_a_range_may_go_on_in_the_next_line() -> None:
    text = "за 20-25\nдней"
    assert analyser.streams(text, Language.RU)[0] == ["за", "20-25", "20", "25", "дней"]
    assert list(lines(text)) == [text]
    assert list(lines("за 20-25 дней\nи ещё")) == ["за 20-25 дней", "и ещё"]


def test_what_is_remembered_is_made_once_until_there_is_too_much() -> None:
    made: list[str] = []

    def size(text: str) -> int:
        made.append(text)
        return len(text)

    remembered = Remembered(size, most=5)
    assert [remembered[text] for text in ("aaa", "aaa", "bbb", "aaa")] == [3, 3, 3, 3]
    assert made == ["aaa", "bbb"]
    assert [remembered[text] for text in ("cc", "aaa", "cc")] == [2, 3, 2]
    assert made == ["aaa", "bbb", "cc", "aaa"]

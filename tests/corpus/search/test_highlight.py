"""Highlights: the right words are marked, in the right piece, and the HTML is safe."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Language
from corpus.search.highlight import SNIPPET_LENGTH, Highlighter
from corpus.search.querying.parsing import parse_query
from corpus.search.words.analysis import Analyser


def highlighter(query: str) -> Highlighter:
    analyser = Analyser()
    root = parse_query(query, analyser.words).root
    assert root is not None
    return Highlighter(analyser, root)


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("аким", "Об акимах и людях", "Об <mark>акимах</mark> и людях"),
        ('"об акимах"', "Об акимах, акимах", "<mark>Об акимах</mark>, акимах"),
        ("изб* -люди", "избрать людей", "<mark>избрать</mark> людей"),
        ("мәслихат", "мәслихаттың", "<mark>мәслихаттың</mark>"),
        ("113-3-бап", "осы 113-3-баптың", "осы <mark>113-3-баптың</mark>"),
        ("елка", "Ёлка", "<mark>Ёлка</mark>"),
        ("слово", "иное", "иное"),
        ("25", "за 20-25 дней", "за 20-<mark>25</mark> дней"),
        ("20-25 20 25", "за 20-25 дней", "за <mark>20-25</mark> дней"),
        (
            "b",
            "<b>b</b>&amp;",
            "&lt;<mark>b</mark>&gt;<mark>b</mark>&lt;/<mark>b</mark>&gt;&amp;amp;",
        ),
        ('аким "акима округа"', "акима округа", "<mark>акима</mark><mark> округа</mark>"),
    ],
)
def test_these_words_are_marked(query: str, text: str, marked: str) -> None:
    language = Language.KK if "ә" in text or "бап" in text else Language.RU
    assert highlighter(query).whole(text, language) == marked


def test_the_piece_with_the_most_of_the_query_is_shown() -> None:
    filler = "и прочие слова без смысла " * 20
    text = f"{filler}аким там. {filler}\nТут выборы акима округа. {filler}аким"
    snippet = highlighter("выборы акима округа").piece(text, Language.RU).html
    assert "Тут <mark>выборы</mark> <mark>акима</mark> <mark>округа</mark>." in snippet
    assert snippet.startswith("…Тут")
    assert snippet.endswith("…")
    assert len(re.sub("</?mark>", "", snippet)) <= SNIPPET_LENGTH + 2


def test_a_short_text_is_shown_whole_and_one_without_matches_from_its_start() -> None:
    assert highlighter("аким").piece("Текст об ином.", Language.RU).html == "Текст об ином."
    long = "слово " * 100
    assert highlighter("аким").piece(long, Language.RU).html.startswith("слово слово")
    assert highlighter("аким").piece("", Language.RU).html == ""


@given(st.text(), st.text(alphabet="аб <>&\"'\n1-", min_size=1))
def test_any_snippet_is_a_piece_of_the_text_with_no_tag_but_mark(noise: str, words: str) -> None:
    text = f"{words}<script>б</script>{noise}" * 3
    for marked in (
        highlighter("а OR б OR 1*1 OR script").whole(text, Language.RU),
        highlighter("а OR б OR 1*1 OR script").piece(text, Language.RU).html,
    ):
        bare = re.sub("</?mark>", "", marked)
        assert "<" not in bare
        assert ">" not in bare
        assert bare == escape(unescape(bare)) or "…" in bare
        assert unescape(bare).strip("…").strip() in text
        assert marked.count("<mark>") == marked.count("</mark>")

"""Highlights: the right words are marked, in the right piece, and the HTML is safe."""

from __future__ import annotations

import re
from html import escape, unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Language
from corpus.search.answering.highlight import SNIPPET_LENGTH, Highlighter
from corpus.search.querying.reading import read_query
from corpus.search.words.analysis import Analyser


def highlighter(query: str) -> Highlighter:
    analyser = Analyser()
    return Highlighter(analyser, read_query(query, analyser).root)


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
        ('аким "акима округа"', "акима округа", "<mark>акима округа</mark>"),
        (
            "аким ~2 округ",
            "аким в округе, не он, аким",
            "<mark>аким</mark> в <mark>округе</mark>, не он, аким",
        ),
        ('~"аким округа"', "акимы округов, аким", "<mark>акимы округов</mark>, аким"),
        ("аул", "аул (село)", "<mark>аул</mark> (<mark>село</mark>)"),
        ("heading:аким act:село note:год", "аким села, год", "<mark>аким</mark> села, год"),
        ("аким -(маслихат OR село)", "аким, село", "<mark>аким</mark>, село"),
        ("слово article:5 status:future", "5 слово", "5 <mark>слово</mark>"),
    ],
)
def test_these_words_are_marked(query: str, text: str, marked: str) -> None:
    language = Language.KK if "ә" in text or "бап" in text else Language.RU
    assert highlighter(query).whole(text, language) == marked


def piece(query: str, text: str) -> str:
    return highlighter(query).piece(text, Language.RU).html


def test_the_piece_with_the_most_of_the_query_is_shown() -> None:
    filler = "и прочие слова без смысла " * 20
    text = f"{filler}аким там. {filler}\nТут выборы акима округа. {filler}аким"
    found = highlighter("выборы акима округа").piece(text, Language.RU)
    assert "Тут <mark>выборы</mark> <mark>акима</mark> <mark>округа</mark>." in found.html
    assert found.html.startswith("…Тут")
    assert found.html.endswith("…")
    assert len(re.sub("</?mark>", "", found.html)) <= SNIPPET_LENGTH + 2
    assert text[found.at or 0 :].startswith("выборы акима")


def test_a_word_and_its_synonym_are_one_thing_a_piece_with_two_things_is_better() -> None:
    far = " и ещё слова" * 40
    assert "<mark>аким</mark>" in piece("аул аким", f"аул, село, аул.{far}. Аул: аким")


def test_a_short_text_is_shown_whole_and_one_without_matches_from_its_start() -> None:
    assert piece("аким", "Текст об ином.") == "Текст об ином."
    assert piece("аким", "Первое.\nВторое.") == "Первое.\nВторое."
    assert piece("аким", "слово " * 100).startswith("слово слово")
    assert piece("аким", "") == ""


def test_a_piece_ends_with_its_paragraph_unless_what_follows_matches_or_it_is_very_short() -> None:
    long = "Здесь аким " + "говорит о многом " * 5 + "и молчит."
    assert piece("аким", f"{long}\nДругое.") == f"{long.replace('аким', '<mark>аким</mark>')}…"
    assert piece("аким другое", f"{long}\nДругое.").endswith("<mark>Другое</mark>.")
    assert piece("аким", "1) аким;\n2) иное;") == "1) <mark>аким</mark>;\n2) иное;"
    assert piece("аким", f"{long}\n1) аким").endswith("1) <mark>аким</mark>")


def test_a_paragraph_that_fits_is_shown_from_its_beginning() -> None:
    text = f"Первое.\n{'Сначала другие слова. ' * 6}Аким."
    assert piece("аким", text).startswith("…Сначала")
    longer = f"Первое.\n{'Сначала другие слова. ' * 20}Аким."
    assert not piece("аким", longer).startswith("…Сначала")
    assert len(piece("аким", longer)) < 80


def test_matches_in_the_next_paragraph_are_not_lost_for_the_beginning_of_the_first() -> None:
    text = f"{'Сначала другие слова. ' * 10}Аким.\nМаслихат и ещё маслихат."
    shown = piece("аким маслихат", text)
    assert shown.endswith("<mark>Аким</mark>.\n<mark>Маслихат</mark> и ещё <mark>маслихат</mark>.")
    assert not shown.startswith("Сначала")


def test_a_phrase_longer_than_a_piece_is_shown_from_its_beginning() -> None:
    phrase = " ".join(f"слово{number}" for number in range(40))
    shown = piece(f'"{phrase}"', f"{'Иное. ' * 50}\n{phrase} и всё")
    assert shown.startswith("…<mark>слово0 слово1 ")


def test_a_stub_of_a_further_paragraph_is_not_shown() -> None:
    text = "Иное и другое, " * 15 + "всё.\n2. " + "Прочее " * 9
    assert piece("аким", text).endswith("всё.…")


def test_where_nothing_matches_no_place_is_told() -> None:
    assert highlighter("аким").piece("Иное.", Language.RU).at is None
    assert highlighter("аким").piece("Аким.", Language.RU).at == 0


def test_a_part_is_shown_from_where_it_begins_to_where_it_ends() -> None:
    text = "1. Первое.\n2. Аким и\n1) другое.\n3. Аким."
    start, end = text.index("2."), text.index("3.")
    part = highlighter("аким").part(text, Language.RU, start, end)
    assert (part.html, part.at) == ("…2. <mark>Аким</mark> и\n1) другое.…", start)
    long = f"1. {'слово ' * 100}"
    assert len(highlighter("аким").part(long, Language.RU, 0, len(long)).html) <= SNIPPET_LENGTH + 1


def test_footnotes_are_shown_only_where_they_were_asked_for() -> None:
    notes = "Сноска. Статья с изменениями."
    assert highlighter("изменения").note(notes, Language.RU) == ""
    assert highlighter("note:слово").note(notes, Language.RU) == ""
    marked = highlighter("note:изменение").note(notes, Language.RU)
    assert marked == "Сноска. Статья с <mark>изменениями</mark>."


def test_without_conditions_nothing_is_marked() -> None:
    nothing = Highlighter(Analyser(), None)
    assert nothing.whole("Аким & село", Language.RU) == "Аким &amp; село"
    assert nothing.piece("Аким", Language.RU).html == "Аким"


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
        assert bare == escape(unescape(bare))
        assert unescape(bare).strip("…").strip() in text
        assert marked.count("<mark>") == marked.count("</mark>")

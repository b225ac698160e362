"""Counting words."""

from __future__ import annotations

import pytest
from hypothesis import given

from corpus.law import Article, Footnote
from diffing.measures.words import (
    WordCount,
    count_words,
    wording_text,
    words_in,
)
from diffing.redline import redline
from tests.diffing.making import article, articles, part, point, table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("аким № 2-1, 10,5 %", ["аким", "2-1", "10,5"]),
        ("подпись ______ «да» — нет", ["подпись", "да", "нет"]),
        ("әкім\tсайлау\nкүні", ["әкім", "сайлау", "күні"]),
        ("§ — … !", []),
        ("", []),
    ],
)
def test_a_word_has_a_letter_or_a_figure(text: str, expected: list[str]) -> None:
    assert words_in(text) == expected


def test_numbers_of_units_and_footnotes_are_no_words() -> None:
    numbered = article("5", point("1", "Выборы назначает комиссия."), Footnote("Сноска. Так."))
    assert words_in(wording_text(numbered)) == ["Выборы", "Выборы", "назначает", "комиссия"]


def test_words_that_stay_come_and_go_are_counted_by_the_redline() -> None:
    old = article("1", "Акима избирают депутаты маслихата.")
    new = article("1", "Акима избирают сами жители округа тайно.")
    assert count_words(redline(old, new)) == WordCount(kept=3, came=4, went=2)


def test_a_whole_article_comes_and_goes_with_all_its_words() -> None:
    one = article("1", "Акима избирают.", table(("Срок", "год"), ("Место", "село")))
    assert count_words(redline(None, one)) == WordCount(came=7)
    assert count_words(redline(one, None)) == WordCount(went=7)


def test_renumbering_alone_touches_no_word() -> None:
    old, new = article("1", point("3", "Правило.")), article("2", point("4", "Правило."))
    assert count_words(redline(old, new)) == WordCount(kept=2)


@given(articles, articles)
def test_what_is_kept_and_gone_is_the_old_wording_and_what_is_kept_and_come_the_new(
    old: Article, new: Article
) -> None:
    counted = count_words(redline(old, new))
    assert counted.before == len(words_in(wording_text(old)))
    assert counted.after == len(words_in(wording_text(new)))


@given(articles, articles)
def test_the_way_back_brings_what_went(old: Article, new: Article) -> None:
    there, back = count_words(redline(old, new)), count_words(redline(new, old))
    assert (there.kept, there.came, there.went) == (back.kept, back.went, back.came)
    assert there.rewritten == back.rewritten


def test_the_share_rewritten_is_of_both_sides() -> None:
    assert WordCount(kept=8, came=2, went=2).rewritten == pytest.approx(0.2)
    assert WordCount(came=5).rewritten == 1
    assert WordCount(kept=5).rewritten == 0
    assert WordCount().rewritten == 0


def test_the_words_of_many_redlines_add_up() -> None:
    pairs = [(article("1", "Один."), article("1", "Два.")), (None, article("2", "Три."))]
    counts = (count_words(redline(*pair)) for pair in pairs)
    assert sum(counts, WordCount()) == WordCount(kept=1, came=3, went=1)


def test_a_block_that_continues_after_a_footnote_is_read_on() -> None:
    halves = article("1", part("начало"), Footnote("Сноска."), heading="")
    continued = article("1", part("начало конец"), heading="")
    assert words_in(wording_text(halves)) == ["начало"]
    assert words_in(wording_text(continued)) == ["начало", "конец"]

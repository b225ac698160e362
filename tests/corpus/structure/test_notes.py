"""Footnotes are kept apart from the wording, each where it belongs."""

from __future__ import annotations

import pytest

from corpus.law import Article, Division, Footnote, Language, Link
from corpus.structure.lines import Line, Role
from tests.corpus.structure.pages import articles, edition, heading, note, read, text


def test_a_repealed_article_keeps_its_heading_and_has_only_a_note() -> None:
    content = read(
        heading("Статья 40. Местные деньги"),
        note("Сноска. Статья исключена законом образца."),
        heading("Статья 41. Дальше"),
        text("Слово."),
    )
    repealed = articles(content)["art_40"]
    assert repealed.heading == "Местные деньги"
    assert (repealed.blocks, len(repealed.notes)) == ((), 1)


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (Language.RU, "Сноска. Статья 1 изменена."),
        (Language.RU, "Сноска.. Статья 1 изменена, опечатка реестра."),
        (Language.KK, "Ескерту. 1-бапқа өзгеріс енгізілді."),
        (Language.EN, "Footnote: See resolution 4."),
        (Language.EN, "Footnote. Article 1 as amended."),
    ],
)
def test_an_unmarked_footnote_is_known_by_its_first_word(language: Language, words: str) -> None:
    first = {Language.KK: "1-бап. Ат", Language.EN: "Article 1"}.get(language, "Статья 1. Имя")
    content = read(heading(first), text("1. Text."), text(words), language=language)
    assert [item.text for item in articles(content)["art_1"].notes] == [words]
    assert "1. Text." in articles(content)["art_1"].wording
    assert words not in articles(content)["art_1"].wording


def test_a_repealed_point_is_a_footnote_between_the_points() -> None:
    content = read(
        heading("Статья 1. Слова"),
        text("13) сессия;"),
        Line("14) исключен законом № 60-VII;", Role.NOTE, links=(Link("№ 60-VII", "/x#z1"),)),
        text("15) подразделение."),
    )
    body = articles(content)["art_1"].body
    assert isinstance(body[1], Footnote)
    assert body[1].links == (Link("№ 60-VII", "/x#z1"),)
    assert "исключен" not in articles(content)["art_1"].wording


def test_an_editors_notice_belongs_to_the_article_that_follows_it() -> None:
    content = read(
        heading("Статья 1. Имя"),
        text("Слово."),
        note("Сноска. Статья 1 изменена."),
        note("Примечание ИЗПИ!"),
        note("Статью 2 предусмотрено изменить с 01.07.2026."),
        heading("Статья 2. Дальше"),
        text("Слово."),
    )
    assert len(articles(content)["art_1"].notes) == 1
    second = articles(content)["art_2"]
    assert [item.text for item in second.notes_before] == [
        "Примечание ИЗПИ!",
        "Статью 2 предусмотрено изменить с 01.07.2026.",
    ]


def test_an_editors_notice_before_a_point_stays_in_its_place() -> None:
    content = read(
        heading("Статья 1. Имя"),
        text("1. Слово."),
        note("Примечание РЦПИ!"),
        text("2. Слово."),
    )
    kinds = [type(part).__name__ for part in articles(content)["art_1"].body]
    assert kinds == ["Block", "Footnote", "Block"]


def test_a_note_can_open_an_article_or_follow_a_chapters_heading() -> None:
    content = read(
        heading("Глава 1. Начало"),
        note("Сноска. Глава дополнена."),
        heading("Статья 1"),
        note("Примечание. См. постановление Суда."),
        text("1. Слово."),
    )
    assert isinstance(content[0], Division)
    assert len(content[0].notes) == 1
    assert isinstance(articles(content)["art_1"].body[0], Footnote)


def test_the_acts_own_notes_stand_before_everything() -> None:
    content = read(
        note("Сноска. Заголовок изменён."),
        note("Сноска. По всему тексту слова заменены."),
        text("Вводные слова образца."),
        note("Сноска. Преамбула изменена."),
        heading("Статья 1. Имя"),
        text("Слово."),
    )
    assert [key for key, _ in edition(content).footnotes()] == [None, None, "preamble"]
    assert isinstance(content[2], Article)

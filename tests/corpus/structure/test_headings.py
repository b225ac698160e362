"""Sections, chapters and articles, in three languages and all the forms the registries print."""

from __future__ import annotations

import pytest

from corpus.law import Article, Division, DivisionKind, Language
from corpus.structure.reading import read_structure
from tests.corpus.structure.pages import articles, heading, read, text


def test_a_chapter_and_its_articles_are_told_apart_though_both_are_headings() -> None:
    content = read(
        heading("Глава 1. О чём этот образец"),
        heading("Статья 1. Предмет"),
        text("Образец учит читать законы."),
        heading("Статья 2-1. Слова"),
        text("Слова понимаются просто."),
    )
    assert [getattr(item, "key", "") for item in content] == ["ch_1", "art_1", "art_2-1"]
    second = articles(content)["art_2-1"]
    assert (second.number, second.marker, second.heading) == ("2-1", "Статья 2-1.", "Слова")
    assert second.divisions == ("ch_1",)


@pytest.mark.parametrize(
    ("language", "printed", "number", "title"),
    [
        (Language.RU, "Статья 113-1. Назначение", "113-1", "Назначение"),
        (Language.RU, "Статья 2-1 . Точка после пробела", "2-1", "Точка после пробела"),
        (Language.RU, "СТАТЬЯ 7. ЗАГЛАВНЫМИ", "7", "ЗАГЛАВНЫМИ"),
        (Language.KK, "113-1-бап. Тағайындау", "113-1", "Тағайындау"),
        (Language.KK, "30-бап.     <*>", "30", "<*>"),
        (Language.EN, "Article 5. Meaning", "5", "Meaning"),
    ],
)
def test_an_article_heading_is_read_in_each_language(
    language: Language, printed: str, number: str, title: str
) -> None:
    content = read(heading(printed), text("1. Text."), language=language)
    (article,) = articles(content).values()
    assert (article.key, article.number, article.heading) == (f"art_{number}", number, title)


def test_an_article_without_title_or_full_stop_is_an_article() -> None:
    content = read(heading("Статья 1"), text("1. Первое."), heading("Статья 2"), text("1. Второе."))
    assert list(articles(content)) == ["art_1", "art_2"]
    assert articles(content)["art_1"].heading == ""


def test_a_sentence_that_begins_with_an_article_number_is_no_heading() -> None:
    content = read(
        heading("Статья 1. Ссылки"),
        text("Статья 5 этого образца применяется позже."),
        text("5-баптың күші бар деп айтылмаған."),
    )
    assert list(articles(content)) == ["art_1"]


def test_kazakh_case_endings_make_no_heading() -> None:
    content = read(
        heading("2-бап. Сілтемелер"),
        text("3-баптың 2-тармағында айтылған тәртіп қолданылады."),
        text("13-1-тараудың ережелері сақталады."),
        language=Language.KK,
    )
    assert list(articles(content)) == ["art_2"]


@pytest.mark.parametrize(
    ("language", "printed", "key"),
    [
        (Language.RU, "Раздел I.\nОбщая часть", "sec_1"),
        (Language.RU, "Раздел ІІ. Вторая часть", "sec_2"),
        (Language.RU, "I. Общая часть", "sec_1"),
        (Language.KK, "1. Жалпы бөлiм", "sec_1"),
        (Language.KK, "II. Ерекше бөлім", "sec_2"),
        (Language.RU, "Глава 13-1. Особые выборы", "ch_13-1"),
        (Language.KK, "13-1-тарау. Ерекше сайлау", "ch_13-1"),
        (Language.EN, "Chapter 3. Order", "ch_3"),
    ],
)
def test_divisions_are_read_in_each_language_and_numeral(
    language: Language, printed: str, key: str
) -> None:
    article = {Language.KK: "1-бап. Ат", Language.EN: "Article 1. Name"}.get(
        language, "Статья 1. Имя"
    )
    content = read(heading(printed), heading(article), text("Text."), language=language)
    assert isinstance(content[0], Division)
    assert content[0].key == key
    assert articles(content)["art_1"].divisions == (key,)


def test_a_section_heading_takes_the_line_after_it_as_its_title() -> None:
    content = read(
        text("Section I"),
        text("General Provisions"),
        text("Article 1"),
        text("1. First."),
        language=Language.EN,
    )
    (section,) = (item for item in content if isinstance(item, Division))
    assert (section.kind, section.heading) == (DivisionKind.SECTION, "General Provisions")


def test_chapters_keep_their_section_and_leave_it_at_the_next() -> None:
    content = read(
        heading("Раздел 1. Начало"),
        heading("Глава 1. Первая"),
        heading("Статья 1. А"),
        text("Слово."),
        heading("Раздел 2. Конец"),
        heading("Глава 2. Вторая"),
        heading("Статья 2. Б"),
        text("Слово."),
    )
    assert articles(content)["art_1"].divisions == ("sec_1", "ch_1")
    assert articles(content)["art_2"].divisions == ("sec_2", "ch_2")


def test_text_before_the_first_heading_is_the_preamble() -> None:
    content = read(text("Мы пишем образец."), heading("Статья 1. Имя"), text("Слово."))
    assert isinstance(content[0], Article)
    assert content[0].key == "preamble"


def test_paragraph_divisions_begin_anew_in_each_chapter() -> None:
    content = read(
        heading("Глава 1. Первая"),
        heading("Параграф 1. А"),
        heading("Статья 1. А"),
        text("Слово."),
        heading("Глава 2. Вторая"),
        heading("Параграф 1. Б"),
        heading("Статья 2. Б"),
        text("Слово."),
    )
    keys = [item.key for item in content if isinstance(item, Division)]
    assert keys == ["ch_1", "ch_1__par_1", "ch_2", "ch_2__par_1"]


@pytest.mark.parametrize(
    "printed",
    ["Статья 2‑1. Имя", "Статья 2–1. Имя", "Ста\u00adтья 2-1. Имя", "\u200bСтатья 2¹. Имя"],
)
def test_typesetting_hides_no_article(printed: str) -> None:
    lines = [heading("Статья 2. Имя"), text("Слово."), heading(printed), text("Слово.")]
    found = articles(read_structure(lines, Language.RU))
    assert list(found) == ["art_2", "art_2-1"]


def test_a_kazakh_heading_that_ends_like_an_appendix_is_an_article() -> None:
    content = read(
        heading("1-бап. Ат"),
        text("Сөз."),
        heading("2-бап. Бюджеттен қосымша"),
        text("Сөз."),
        language=Language.KK,
    )
    assert list(articles(content)) == ["art_1", "art_2"]

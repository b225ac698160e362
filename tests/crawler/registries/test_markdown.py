"""The older Markdown conversion: broken and glued lines."""

from __future__ import annotations

import pytest

from corpus.structure.lines import Line, Role
from crawler.registries import markdown
from crawler.registries.glued import split_heading, split_run_on
from crawler.registries.pages import Format
from crawler.registries.refusals import EmptyBody
from tests.crawler.registries.saved import of, page, source, squeezed, the, words

BODY = page("markdown/old.rus.md")


@pytest.fixture(scope="module")
def lines() -> list[Line]:
    return markdown.lines_of(BODY)


def test_no_word_is_lost(lines: list[Line]) -> None:
    assert words(lines) == squeezed(BODY.decode().replace("#", ""))


def test_the_contents_stay_text_and_glued_entries_are_told_apart(lines: list[Line]) -> None:
    at = lines.index(the(lines, "яяяя"))
    assert [line.text for line in lines[1:at]] == [
        "Глава 1. Начало",
        "Статья 1. Понятия",
        "Статья 2. Сбор",
        "Статья 3. Итоги",
    ]
    assert {line.role for line in lines[1 : at + 1]} == {Role.TEXT}


def test_the_title_and_centred_lines_are_headings(lines: list[Line]) -> None:
    assert the(lines, "О выдуманных") == Line("О выдуманных советах", Role.HEADING, depth=1)
    assert the(lines, "I. Общая часть").role is Role.HEADING


def test_the_second_line_of_a_heading_is_its_part(lines: list[Line]) -> None:
    assert the(lines, "Статья 4.") == Line("Статья 4. Подсчет\n(по селам)", Role.HEADING, depth=3)


def test_remarks_are_known_by_their_word(lines: list[Line]) -> None:
    assert of(lines, Role.NOTE) == ["Сноска. Заголовок изменен Законом РК от 01.02.2003 N 11."]


def test_the_second_half_of_a_paragraph_continues_it(lines: list[Line]) -> None:
    assert the(lines, "распустить").continues
    assert not the(lines, "1. Считают").continues


def test_a_heading_that_runs_into_its_body_is_cut_from_it(lines: list[Line]) -> None:
    at = lines.index(the(lines, "Статья 2. Сбор совета"))
    assert lines[at].role is Role.HEADING
    assert lines[at + 1] == Line("Совет собирает староста.")


def test_glued_points_are_lines_of_their_own(lines: list[Line]) -> None:
    at = lines.index(the(lines, "Статья 3. Итоги и порядок"))
    assert [line.text for line in lines[at : at + 5]] == [
        "Статья 3. Итоги и порядок",
        "1. Итоги подводит писарь села.",
        "2. Писаря выбирают:",
        "1) жители;",
        "2) староста, см. ст.2).",
    ]


def test_the_short_last_lines_of_an_office_are_the_signature(lines: list[Line]) -> None:
    assert of(lines, Role.SIGNATURE) == ["Председатель", "совета"]


def test_the_structure_has_no_phantoms_of_the_contents() -> None:
    edition = markdown.read_edition([BODY], source(format=Format.REFERENCE_BANK_MARKDOWN))
    assert [article.key for article in edition.articles] == ["art_1", "art_2", "art_3", "art_4"]
    assert edition.by_key["art_2"].heading == "Сбор совета"
    assert edition.title == "О выдуманных советах"


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Статья 7. Вопросы", ["Статья 7. Вопросы"]),
        ("10-бап. Кеңес тәртібі1. Кеңес", ["10-бап. Кеңес тәртібі", "1. Кеңес"]),
        ("10-бап. Кеңес тәртібіКеңес жиналады", ["10-бап. Кеңес тәртібі", "Кеңес жиналады"]),
        ("Статья 5. Дела (разные)Совет решает", ["Статья 5. Дела (разные)", "Совет решает"]),
        ("Глава 2. Органы РК", ["Глава 2. Органы РК"]),
    ],
)
def test_headings_are_cut_where_the_break_was_lost(text: str, pieces: list[str]) -> None:
    assert split_heading(text) == pieces


def test_sentences_glued_to_each_other_are_cut_but_shortened_words_are_not() -> None:
    assert split_run_on("Совет решает.Совет уходит в г.Село по ст.3. Конец") == [
        "Совет решает.",
        "Совет уходит в г.Село по ст.3. Конец",
    ]


def test_an_empty_file_is_refused() -> None:
    with pytest.raises(EmptyBody):
        markdown.read_edition([b" "], source())

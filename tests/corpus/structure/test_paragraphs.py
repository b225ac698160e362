"""Points, subpoints, parts, indents, tables; and quoted wording with numbers of its own."""

from __future__ import annotations

from corpus.law import Article, BlockKind
from corpus.structure.lines import Line, Role
from tests.corpus.structure.pages import articles, heading, read, table, text


def only(*lines: Line) -> Article:
    return articles(read(heading("Статья 1. Имя"), *lines))["art_1"]


def test_blocks_carry_their_path_of_numbers() -> None:
    article = only(
        text("1. Первый пункт:"),
        text("1) первый подпункт;"),
        text("2-1) вставленный подпункт."),
        text("Часть вторая пункта."),
        text("2. Второй пункт."),
    )
    assert [(block.kind.value, block.key) for block in article.blocks] == [
        ("point", "p_1"),
        ("subpoint", "p_1__sp_1"),
        ("subpoint", "p_1__sp_2-1"),
        ("part", "p_1__part_1"),
        ("point", "p_2"),
    ]
    assert article.blocks[2].marker == "2-1)"
    assert article.blocks[2].text == "вставленный подпункт."


def test_a_part_begins_with_a_capital_and_an_indent_with_a_small_letter() -> None:
    article = only(
        text("Называются:"), text("первое слово;"), text("- второе слово."), text("Всё.")
    )
    assert [block.kind for block in article.blocks] == [
        BlockKind.PART,
        BlockKind.INDENT,
        BlockKind.INDENT,
        BlockKind.PART,
    ]


def test_a_date_at_the_start_of_a_paragraph_is_no_number() -> None:
    article = only(text("01.07.2026 начинается лето образца."), text("1998. Год."))
    assert [block.number for block in article.blocks] == ["", ""]


def test_quoted_wording_restarts_its_numbers_without_taking_the_articles_keys() -> None:
    article = only(
        text("1. Общее правило."),
        text("3. Приостановить пункт 3, который действует так:"),
        text('"3. Полномочия кончаются:'),
        text("1) по сроку;"),
        text('2) по словам "хватит" и "довольно".'),
        text('4. Решает собрание.".'),
        text("4. Последнее правило."),
    )
    assert [block.key for block in article.blocks if not block.quoted] == ["p_1", "p_3", "p_4"]
    quoted = [block for block in article.blocks if block.quoted]
    assert [block.number for block in quoted] == ["3", "1", "2", "4"]
    assert {block.key for block in quoted} == {""}
    assert quoted[0].marker == '"3.'


def test_quotation_marks_inside_a_sentence_open_no_quotation() -> None:
    article = only(
        text('1. Закон "Об образце" применяется:'),
        text('"Образцом" называется пример.'),
        text("2. Дальше."),
    )
    assert not any(block.quoted for block in article.blocks)
    assert [block.key for block in article.blocks] == ["p_1", "p_1__part_1", "p_2"]


def test_a_heading_inside_quoted_wording_opens_no_article() -> None:
    content = read(
        heading("Статья 1. Внести изменения"),
        text("1) дополнить статьей 7-1 следующего содержания:"),
        text("«Статья 7-1. Новая статья"),
        text("1. Её текст.»;"),
        text("2) статью 8 исключить."),
        heading("Статья 2. Введение"),
        text("Вводится сразу."),
    )
    assert list(articles(content)) == ["art_1", "art_2"]
    keys = [block.key for block in articles(content)["art_1"].blocks if not block.quoted]
    assert keys == ["sp_1", "sp_2"]


def test_a_quotation_that_never_closes_ends_at_the_next_article() -> None:
    content = read(
        heading("Статья 1. Внести изменения"),
        text("изложить так:"),
        text("«1. Текст без конца"),
        heading("Статья 2. Введение"),
        text("1. Вводится сразу."),
    )
    assert articles(content)["art_2"].blocks[0].key == "p_1"


def test_a_table_keeps_its_rows_and_cells() -> None:
    article = only(text("Размеры:"), table(("Округ", "Сумма"), ("Первый", "10")))
    assert article.blocks[1].kind is BlockKind.TABLE
    assert article.blocks[1].rows == (("Округ", "Сумма"), ("Первый", "10"))


def test_a_legal_note_is_wording_and_not_a_footnote() -> None:
    article = only(text("1. Правило."), text("Примечание. Днём считается сутки."))
    assert article.blocks[1].kind is BlockKind.NOTE
    assert not article.notes


def test_the_second_half_of_a_broken_paragraph_joins_the_first() -> None:
    article = only(text("1. Начало предложения"), Line("и его конец.", continues=True))
    assert [block.text for block in article.blocks] == ["Начало предложения и его конец."]


def test_one_closing_mark_that_stands_for_two_ends_the_quotation() -> None:
    article = only(
        text("1) изложить пункт 5 в следующей редакции:"),
        text("«5. Сад растёт по закону «О садах»;"),
        text("2) статью 8 исключить."),
    )
    assert [block.key for block in article.blocks if not block.quoted] == ["sp_1", "sp_2"]


def test_law_after_an_inline_footnote_stays_law() -> None:
    article = only(
        text("2. Срок полномочий четыре года"),
        Line("(Сноска. Изменено.)", Role.NOTE),
        Line("и может быть продлен.", continues=True),
    )
    assert article.wording == "Имя\n2. Срок полномочий четыре года и может быть продлен."
    assert [note.text for note in article.notes] == ["(Сноска. Изменено.)"]


def test_a_roman_list_is_a_list_and_no_section() -> None:
    article = only(text("1. Льготы имеют:"), text("I. первая группа"), text("II. вторая группа"))
    assert len(article.blocks) == 3

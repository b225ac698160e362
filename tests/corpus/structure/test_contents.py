"""The table of contents that older editions repeat in the text makes no phantom articles."""

from __future__ import annotations

from corpus.law import Matter, MatterKind
from corpus.structure.lines import Line
from tests.corpus.structure.pages import articles, heading, note, read, text

LIST = ("Глава 1. Начало", "Статья 1. Один", "Статья 2. Два", "Статья 3. Три")


def body() -> list[Line]:
    return [
        heading("Глава 1. Начало"),
        heading("Статья 1. Один"),
        text("Первое слово."),
        heading("Статья 2. Два"),
        text("Второе слово."),
        heading("Статья 3. Три"),
        text("Третье слово."),
    ]


def test_contents_that_end_with_the_mark_are_kept_apart() -> None:
    content = read(text("Оглавление"), *map(text, LIST), text("яяяя"), *body())
    assert list(articles(content)) == ["art_1", "art_2", "art_3"]
    assert all(article.blocks for article in articles(content).values())
    assert isinstance(content[0], Matter)
    assert content[0].kind is MatterKind.CONTENTS
    assert content[0].lines[-1] == "яяяя"


def test_the_mark_may_be_printed_twice() -> None:
    content = read(heading("Оглавление"), *map(text, LIST), text("яя"), text("яя"), *body())
    assert list(articles(content)) == ["art_1", "art_2", "art_3"]


def test_contents_without_a_mark_end_at_the_title() -> None:
    content = read(*map(text, LIST), heading("Об образце", depth=1), *body())
    assert list(articles(content)) == ["art_1", "art_2", "art_3"]
    kinds = [item.kind for item in content if isinstance(item, Matter)]
    assert kinds == [MatterKind.CONTENTS, MatterKind.TITLE]


def test_contents_without_mark_or_title_do_not_swallow_the_first_chapter() -> None:
    content = read(*map(text, LIST), *body())
    assert [getattr(item, "key", "contents") for item in content][:3] == [
        "contents",
        "ch_1",
        "art_1",
    ]


def test_a_long_title_in_two_lines_stays_in_the_contents() -> None:
    listed = [
        text("Статья 1. Один"),
        text("с хвостом"),
        text("Статья 2. Два"),
        text("Статья 3. Три"),
    ]
    content = read(text("Оглавление"), *listed, heading("Об образце", depth=1), *body())
    assert list(articles(content)) == ["art_1", "art_2", "art_3"]


def test_articles_that_were_all_repealed_are_not_contents() -> None:
    content = read(
        heading("Статья 1. Один"),
        heading("Статья 2. Два"),
        heading("Статья 3. Три"),
        note("Сноска. Статьи 1, 2 и 3 исключены законом образца."),
        heading("Статья 4. Четыре"),
        text("Слово."),
    )
    assert list(articles(content)) == ["art_1", "art_2", "art_3", "art_4"]


def test_the_link_to_a_table_of_contents_is_not_wording() -> None:
    content = read(text("ОГЛАВЛЕНИЕ"), note("Сноска. Образец изменён."), *body())
    assert isinstance(content[0], Matter)
    assert content[0].lines == ("ОГЛАВЛЕНИЕ",)
    assert "preamble" not in articles(content)

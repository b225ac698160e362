"""The Markdown of articles: it shows the law's words and nothing else."""

from __future__ import annotations

import pytest

from corpus.law import Article, ArticleKind, Block, BlockKind, Footnote, Link
from exports.git_history.pages import article_page, escaped, notes_page, path_of


@pytest.mark.parametrize(
    ("key", "path"),
    [
        ("art_113-3", "art_113-3.md"),
        ("app_1__p_13", "app_1/p_13.md"),
        ("preamble", "preamble.md"),
        ("app_../x__p_1", "app_..%2Fx/p_1.md"),
        ("..__.git", "_../_.git.md"),
    ],
)
def test_the_path_of_an_article_follows_from_its_key(key: str, path: str) -> None:
    assert path_of(key) == path


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. Аким", "1\\. Аким"),
        ("3-1) иные вопросы", "3-1) иные вопросы"),
        ("2) иные вопросы", "2\\) иные вопросы"),
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("a * b _c_ [d](e)", "a \\* b \\_c\\_ \\[d\\](e)"),
        ("# не заголовок", "\\# не заголовок"),
        ("- не список", "\\- не список"),
        ("---", "\\---"),
        ("&lt;", "\\&lt;"),
    ],
)
def test_what_markdown_would_read_as_its_own_is_escaped(text: str, written: str) -> None:
    assert escaped(text) == written


def test_a_table_is_a_table_and_a_continued_paragraph_goes_on() -> None:
    article = Article(
        ArticleKind.ARTICLE,
        "art_1",
        "1",
        "Статья 1.",
        "",
        (
            Block(BlockKind.POINT, "Список:", "1", "1."),
            Footnote("Сноска."),
            Block(BlockKind.POINT, "продолжение", continues=True),
            Block(BlockKind.TABLE, "а\tб\nв", rows=(("а", "б|"), ("в",))),
        ),
    )
    assert article_page(article) == (
        "# Статья 1.\n\n1\\. Список:\nпродолжение\n\n| а | б\\| |\n| --- | --- |\n| в |  |\n"
    )


def test_a_note_has_its_links() -> None:
    note = Footnote("Сноска. См. закон.", (Link("закон", "/rus/docs/Z1> <b"),))
    assert notes_page([note]) == "Сноска. См. закон.\n\n- закон: </rus/docs/Z1%3E%20%3Cb>\n"

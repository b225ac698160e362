"""The left column, joined, is the old wording to the letter, the right one the new."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from corpus.law import Article, ArticleKind
from exports.comparison.table import Row
from exports.tables.table import Mark
from tests.diffing.making import articles
from tests.exports.comparison.making import EVERYTHING, compared, printed_lines


def lines_of(rows: tuple[Row, ...], article: Article, *, before: bool) -> list[str]:
    """The lines of a column; a number before the first words is taken as a line of its own."""
    sides = (row.before if before else row.after for row in rows)
    lines = [line.text for side in sides for line in side or ()]
    opening = f"{article.marker} "
    for place, line in enumerate(lines):
        if not article.heading and line.startswith(opening):
            lines[place : place + 1] = [article.marker, line.removeprefix(opening)]
            break
    return sorted(lines)


@given(articles, articles)
def test_no_word_is_lost_or_added_on_either_side(old: Article, new: Article) -> None:
    rows = compared([old], [new], EVERYTHING).rows
    assert lines_of(rows, old, before=True) == sorted(printed_lines(old))
    assert lines_of(rows, new, before=False) == sorted(printed_lines(new))


@given(articles, articles)
def test_nor_of_a_decrees_point_which_has_a_number_and_no_heading(
    old: Article, new: Article
) -> None:
    before, after = (
        replace(one, kind=ArticleKind.POINT, marker="5.", heading="") for one in (old, new)
    )
    rows = compared([before], [after], EVERYTHING).rows
    assert lines_of(rows, before, before=True) == sorted(printed_lines(before))
    assert lines_of(rows, after, before=False) == sorted(printed_lines(after))


@given(articles, articles)
def test_the_left_column_has_nothing_that_came_and_the_right_one_nothing_that_went(
    old: Article, new: Article
) -> None:
    for row in compared([old], [new], EVERYTHING).rows:
        for side, strange in ((row.before, Mark.CAME), (row.after, Mark.GONE)):
            pieces = [
                piece
                for line in side or ()
                for part in (line.cells or (line.pieces,))
                for piece in part
            ]
            assert not [piece for piece in pieces if piece.mark is strange]


@given(articles)
def test_an_article_does_not_differ_from_itself(article: Article) -> None:
    assert not compared([article], [article]).rows
    table = compared([article], [article], EVERYTHING)
    assert table.unchanged == len(table.rows) > 0

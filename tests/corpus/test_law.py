"""The values of the law: edition labels, wording, footnotes."""

from __future__ import annotations

from datetime import date

import pytest

from corpus.law import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    EditionLabel,
    Footnote,
    Precision,
)


@pytest.mark.parametrize("printed", ["2005-07-08", "08.07.2005"])
def test_a_label_may_be_a_day_in_two_notations(printed: str) -> None:
    label = EditionLabel.parse(printed)
    assert (str(label), label.precision, label.first_day) == (
        "2005-07-08",
        Precision.DAY,
        date(2005, 7, 8),
    )


def test_a_label_may_be_only_a_year_and_keeps_that() -> None:
    label = EditionLabel.parse("1998")
    assert str(label) == "1998"
    assert (label.first_day, label.last_day) == (date(1998, 1, 1), date(1998, 12, 31))


def test_an_undated_label_has_no_day() -> None:
    label = EditionLabel.parse("undated")
    assert (label.first_day, label.last_day, str(label)) == (None, None, "undated")


@pytest.mark.parametrize("printed", ["", "31.02.2021", "2021-13-01", "98", "today", "2021-1-1"])
def test_what_is_no_label_is_refused(printed: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        EditionLabel.parse(printed)


def test_the_wording_has_numbers_of_points_but_no_footnotes() -> None:
    article = Article(
        ArticleKind.ARTICLE,
        "art_1",
        number="1",
        marker="Статья 1.",
        heading="Имя",
        body=(
            Block(BlockKind.POINT, "Слово.", number="1", marker="1."),
            Footnote("Сноска. Изменено."),
        ),
    )
    assert article.wording == "Имя\n1. Слово."
    assert article.text() == "Статья 1. Имя\n1. Слово.\nСноска. Изменено."

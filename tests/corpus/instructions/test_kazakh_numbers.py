"""Kazakh puts a unit's number first: «3) тармақша» is no subpoint of the amending act."""

from __future__ import annotations

import pytest

from corpus.instructions.operations import path_words
from corpus.law import Language
from tests.corpus.instructions.making import read

KK = Language.KK


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("3) тармақша алып тасталсын;", ["art_4__sp_3"]),
        ("3) және 7) тармақшалар алып тасталсын;", ["art_4__sp_3, art_4__sp_7"]),
        ("1), 2) және 5-1) тармақшалар алып тасталсын;",
         ["art_4__sp_1, art_4__sp_2, art_4__sp_5-1"]),
        ('3) тармақшадағы "бақ" деген сөз алып тасталсын;', ["art_4__sp_3"]),
        ('3) тармақша "бақ" деген сөзден кейін "орман" деген сөзбен толықтырылсын;',
         ["art_4__sp_3"]),
        ("13) тармақшаның үшінші абзацы алып тасталсын;", ["art_4__sp_13__indent_3"]),
    ],
)  # fmt: skip
def test_a_line_that_begins_with_a_subpoint_speaks_of_it(line: str, expected: list[str]) -> None:
    found = read("1) 4-бапта:", line, "2) 5-бап алып тасталсын;", language=KK)
    assert not found.unread
    paths = [", ".join(map(path_words, one.targets)) for one in found.operations]
    assert paths == [*expected, "art_5"]
    assert [one.place.unit for one in found.operations] == ["sp_1", "sp_2"]


def test_new_subpoints_stay_in_the_article_that_is_open() -> None:
    found = read(
        "1) 4-бапта:",
        "3) және 7) тармақшалар алып тасталсын;",
        "мынадай мазмұндағы 9-1) тармақшамен толықтырылсын:",
        '"9-1) бақ;";',
        "2-тармақта:",
        "1) тармақша алып тасталсын;",
        language=KK,
    )
    assert not found.unread
    assert [path_words(one.targets[0]) for one in found.operations] == [
        "art_4__sp_3",
        "art_4",
        "art_4__p_2__sp_1",
    ]


def test_the_start_is_that_of_the_amending_acts_own_subpoint() -> None:
    found = read(
        "1) 4-бапта:",
        "2) тармақша алып тасталсын;",
        "2) 5-бап алып тасталсын;",
        language=KK,
        entry="Осы Заң 2020 жылғы 1 шілдеден бастап қолданысқа енгізілетін 1-баптың 2) тармақшасын "
        "қоспағанда, 2020 жылғы 1 қаңтардан бастап қолданысқа енгізіледі.",
    )
    assert [str(one.clause.on) for one in found.operations] == ["2020-01-01", "2020-07-01"]

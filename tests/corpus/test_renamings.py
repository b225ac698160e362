"""The file of renamings, and what an order is for."""

from datetime import date
from pathlib import Path

import pytest

from corpus.law import Language
from corpus.renamings import Renaming, RenamingsError, load_renamings, read_renamings

ENTRY = """
[[renaming]]
acts = ["Z010000148_"]
by = "121-V"
date = 2013-07-03
source = "https://example.kz/Z1300000121"
ru = [["аул", "село"]]
kk = [["ауылдық (селолық)", "ауылдық"]]
"""


def test_an_entry_is_a_renaming_in_each_language() -> None:
    russian, kazakh = read_renamings(ENTRY)
    assert russian == Renaming(
        acts=("Z010000148_",),
        language=Language.RU,
        words=(("аул", "село"),),
        by="121-V",
        day=date(2013, 7, 3),
        quote="https://example.kz/Z1300000121",
    )
    assert (kazakh.language, kazakh.words) == (Language.KK, (("ауылдық (селолық)", "ауылдық"),))


def test_the_file_that_comes_along_knows_the_villages() -> None:
    assert ("аул", "село") in [pair for renaming in load_renamings() for pair in renaming.words]


@pytest.mark.parametrize(
    ("line", "instead", "message"),
    [
        ('ru = [["аул", "село"]]', 'ru = [["аул"]]', "renamings.toml, line 7, renaming 121-V: ru"),
        ("date = 2013-07-03", 'date = "soon"', "line 5, renaming 121-V: date"),
        ('acts = ["Z010000148_"]', "acts = []", "line 3, renaming 121-V: acts"),
        ('by = "121-V"', 'by = "121-V"\nwhy = "x"', "why"),
        ("[[renaming]]", "[[renaming", "no valid TOML"),
    ],
)
def test_a_mistake_is_answered_with_its_place(line: str, instead: str, message: str) -> None:
    with pytest.raises(RenamingsError, match=message):
        read_renamings(ENTRY.replace(line, instead))


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RenamingsError, match="the file of renamings cannot be read"):
        load_renamings(tmp_path / "none.toml")


def test_an_order_for_a_chapter_is_for_its_articles_and_one_with_exceptions_not_for_those() -> None:
    whole = Renaming(("Z010000148_",), Language.RU, (("а", "б"),))
    chapter = Renaming(whole.acts, Language.RU, whole.words, within=("ch_2",))
    but_one = Renaming(whole.acts, Language.RU, whole.words, outside=("ch_2",))
    places = [("art_5", ("sec_1", "ch_1")), ("art_9", ("sec_1", "ch_2"))]
    assert [whole.is_for(*place) for place in places] == [True, True]
    assert [chapter.is_for(*place) for place in places] == [False, True]
    assert [but_one.is_for(*place) for place in places] == [True, False]

"""Files written by hand: a mistake is told with its file, line, entry and field."""

import pytest
from pydantic import BaseModel

from corpus.handwritten import STRICT, HandwrittenError, Places, read_document

TEXT = """\
# a file

[[theme]]
key = "age"
title.ru = "возраст"

[[theme.cell]]
phases = ["R1", "R2"]
refs = [
    "one",
    "two",
]

[[theme.cell]]
phases = ["R3"]

[[theme]]
key = "term"
[[theme.cell]]
phases = ["R3"]
refs = ["three"]
"""


class Cell(BaseModel):
    model_config = STRICT
    phases: list[str]
    refs: list[str] = []


class Theme(BaseModel):
    model_config = STRICT
    key: str
    title: dict[str, str] = {}
    cell: list[Cell]


class File(BaseModel):
    model_config = STRICT
    theme: list[Theme]


def places(text: str = TEXT) -> Places:
    return Places("mine.toml", text, named_by=("key", "phases"))


def refusal(text: str) -> str:
    with pytest.raises(HandwrittenError) as caught:
        read_document(text, File, places(text), HandwrittenError)
    return str(caught.value)


def test_a_good_file_is_read() -> None:
    file = read_document(TEXT, File, places(), HandwrittenError)
    assert [len(theme.cell) for theme in file.theme] == [2, 1]


def test_an_entry_is_told_with_the_line_it_begins_in() -> None:
    assert places().line(("theme", 0)) == 3
    assert places().line(("theme", 1)) == 17
    assert places().line(("theme", 1, "cell", 0)) == 19


def test_a_field_is_told_with_its_line_and_the_entries_around_it() -> None:
    message = places().mistake(("theme", 0, "title", "ru"), "is too short")
    assert message == "mine.toml, line 5, theme age: title.ru: is too short"


def test_a_field_of_an_inner_entry_names_both_entries() -> None:
    message = places().mistake(("theme", 1, "cell", 0, "refs", 0), "names nothing")
    assert message == "mine.toml, line 21, theme term, cell R3: refs.0: names nothing"


def test_an_item_of_a_list_that_goes_on_below_is_told_with_its_own_line() -> None:
    assert places().line(("theme", 0, "cell", 0, "refs", 1)) == 11


def test_a_field_that_is_missing_is_told_with_the_line_of_its_entry() -> None:
    assert refusal(TEXT.replace('key = "term"\n', "")).startswith(
        "mine.toml, line 17, theme without a name: key: "
    )


def test_a_slip_of_the_pen_is_told_where_it_stands() -> None:
    assert refusal(TEXT.replace('refs = ["three"]', 'ref = ["three"]')).startswith(
        "mine.toml, line 21, theme term, cell R3: ref: "
    )


def test_a_mistake_outside_every_entry_names_the_file_alone() -> None:
    assert refusal("them = 1\n") == "mine.toml: theme: Field required"


def test_a_file_that_is_no_toml_is_told_so() -> None:
    assert refusal("[[theme]\n").startswith("mine.toml: no valid TOML: ")

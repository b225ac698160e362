"""What docs/searching.md says is so: each of its examples is run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.law import Language
from corpus.search.documents import Status
from corpus.search.matching import Matcher, Provision
from corpus.search.querying.fields import NAMES
from corpus.search.querying.parsing import parse_query
from corpus.search.querying.reading import read_query
from corpus.search.querying.tree import AllOf, HasStatus, Words
from corpus.search.words.analysis import Analyser

DOCUMENT = Path(__file__).parents[3] / "docs" / "searching.md"
_TEXT = re.compile(
    r"(?:(?P<act>[^*]+): )?(?:\*\*(?P<heading>.+?)\*\* ?)?(?P<text>[^_*]*)(?:_(?P<note>.+)_)?"
)
_NUMBER = re.compile(r"Статья ([\d-]+)\.|([\d-]+)-бап")
_CODE = re.compile(r"`([^`]+)`")


def rows(*head: str) -> list[list[str]]:
    """The rows of the tables with this head."""
    found = list(_rows(head))
    assert found, head
    return found


def _rows(head: tuple[str, ...]) -> Iterator[list[str]]:
    inside = False
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip()[1:-1].split("|")]
        if not line.startswith("|"):
            inside = False
        elif inside and not set(line) <= set("|-"):
            yield cells
        inside = inside or (line.startswith("|") and tuple(cells) == head)


def bare(cell: str) -> str:
    """What stands in a cell as code, or else the cell."""
    return cell.strip("`")


def provision(text: str) -> Provision:
    """An example: the act, a heading in bold, the wording, a footnote in italics."""
    read = _TEXT.fullmatch(text)
    assert read is not None, text
    heading = read["heading"] or ""
    number = _NUMBER.search(heading)
    return Provision(
        Language.KK if re.search("[әғқңөұүһі]", text) else Language.RU,
        heading,
        read["text"],
        key=f"art_{number[1] or number[2]}" if number else "art_1",
        notes=read["note"] or "",
        naming=read["act"] or "",
    )


@pytest.mark.parametrize(
    ("typed", "finds", "misses"), rows("you type", "it finds", "it does not find")
)
def test_it_finds_this_and_not_that(typed: str, finds: str, misses: str) -> None:
    analyser = Analyser()
    read = read_query(bare(typed), analyser)
    assert read.root is not None
    assert not read.ignored
    matcher = Matcher(analyser, read.root)
    assert matcher.fits(provision(finds))
    assert not matcher.fits(provision(misses))


def test_every_field_is_told_with_all_its_names() -> None:
    told = [
        {name.strip(":") for name in _CODE.findall(field + also)}
        for field, _, also in rows("field", "where", "also called")
    ]
    assert sorted(map(sorted, told)) == sorted(sorted(names) for names in NAMES.values())


def test_every_word_for_a_status_is_read_as_that_status() -> None:
    found = rows("status", "English", "Russian", "Kazakh")
    assert len(found) == len(Status)
    for _, *columns in found:
        read = {
            parse_query(f"status:{word}", Analyser().words).root
            for word in _CODE.findall(" ".join(columns))
        }
        (status,) = read
        assert isinstance(status, HasStatus)
        assert f"`{status.status}`" in columns[0]


@pytest.mark.parametrize(
    ("typed", "also", "across"), rows("you type", "it also looks for", "with `cross` also")
)
def test_it_also_looks_for_these(typed: str, also: str, across: str) -> None:
    analyser = Analyser()
    alone = [other for one in read_query(bare(typed), analyser).also for other in one.others]
    both = read_query(bare(typed), analyser, cross=True).also
    crossed = [other for one in both for other in one.others]
    assert (also in alone) if also else not alone
    assert (across in crossed) if across else not crossed
    assert across not in alone or not across


def test_the_operators_mean_the_same_in_every_language() -> None:
    words_of = Analyser().words
    found = rows("", "на русском", "қазақша")
    assert len(found) == 14
    for typed, russian, kazakh in found:
        queries = _CODE.findall(typed) + _CODE.findall(russian) + _CODE.findall(kazakh)
        parsed = [parse_query(one, words_of) for one in queries]
        assert {one.root for one in parsed} == {parsed[0].root}, typed
        assert not any(one.ignored for one in parsed), typed


@pytest.mark.parametrize(
    ("typed", "read_as", "told"), rows("you type", "it is read as", "it is told")
)
def test_what_makes_no_sense_is_told_so(typed: str, read_as: str, told: str) -> None:
    words_of = Analyser().words
    found, meant = parse_query(bare(typed), words_of), parse_query(bare(read_as), words_of)
    assert found.root == meant.root
    assert not meant.ignored
    assert [str(one).partition(": ")[0] for one in found.ignored] == [told]


def test_words_side_by_side_bind_tighter_than_or() -> None:
    words_of = Analyser().words
    assert parse_query("a b OR c", words_of) == parse_query("(a b) OR c", words_of)
    assert parse_query("20-1", words_of).root == Words(("20-1",))
    assert isinstance(parse_query("a ~5 b ~3 c", words_of).root, AllOf)

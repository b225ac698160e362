"""The query language: what is typed, and what is understood."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.search.words.analysis import Analyser
from corpus.search.querying.parsing import (
    AllOf,
    AnyOf,
    Node,
    Not,
    ParsedQuery,
    Phrase,
    Prefix,
    Words,
    parse_query,
)


def parsed(text: str) -> ParsedQuery:
    return parse_query(text, Analyser().words)


def word(*words: str) -> Words:
    return Words(words)


A, B, C = word("а"), word("б"), word("в")


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("а", A),
        ("А  б", AllOf((A, B))),
        ("а OR б", AnyOf((A, B))),
        ("а б OR в", AnyOf((AllOf((A, B)), C))),
        ("а (б OR в)", AllOf((A, AnyOf((B, C))))),
        ("а -б", AllOf((A, Not(B)))),
        ("а NOT б AND в", AllOf((A, Not(B), C))),
        ("-(а б)", Not(AllOf((A, B)))),
        ('-"а б"', Not(Phrase(("а", "б")))),
        ('"а, Б" в', AllOf((Phrase(("а", "б")), C))),
        ("«а б» “в”", AllOf((Phrase(("а", "б")), Phrase(("в",))))),
        ("сайлау*", Prefix("сайлау")),
        ("-сайлау*", Not(Prefix("сайлау"))),
        ("113-3-бап*", AllOf((word("113-3"), Prefix("бап")))),
        ("113-3-баптың", word("113-3", "баптың")),
        ("ст.12", word("ст", "12")),
        ("or а", AllOf((word("or"), A))),
        ("((а))", A),
    ],
)
def test_this_is_understood_so(text: str, root: Node) -> None:
    assert parsed(text) == ParsedQuery(root)


@pytest.mark.parametrize(
    ("text", "root", "ignored"),
    [
        ('"а б', AllOf((A, B)), 'quote that is never closed: "а б'),
        ("а OR", A, "operator with nothing beside it: OR"),
        ("OR а", A, "operator with nothing beside it: OR"),
        ("а OR OR б", AnyOf((A, B)), "operator with nothing beside it: OR"),
        ("а -", A, "operator with nothing beside it: -"),
        ("а - б", AllOf((A, B)), "operator with nothing beside it: -"),
        ("а NOT", A, "operator with nothing beside it: NOT"),
        ("(а б", AllOf((A, B)), "bracket that is never closed"),
        ("а) б", AllOf((A, B)), "closing bracket without an opening one"),
        ("а*", None, "beginning of fewer than 2 letters: а*"),
        ("*", None, "no word: *"),
        ("сай*лау", word("сай", "лау"), "asterisk that is not at a word's end: сай*лау"),
        ('а ""', A, 'phrase without words: ""'),
        ("", None, "the query is empty"),
        ("а »", A, "closing quote without an opening one"),
        ("()", None, "brackets with nothing in them"),
    ],
)
def test_what_makes_no_sense_is_left_out_and_told(
    text: str, root: Node | None, ignored: str
) -> None:
    assert parsed(text).root == root
    assert ignored in parsed(text).ignored


def test_a_huge_query_is_cut_and_the_cut_is_told() -> None:
    assert parsed("слово " * 20_000).ignored == (
        "everything after the first 2000 characters",
        "everything after the first 100 words",
    )
    deep = parsed("(" * 1500 + "а" + ")" * 1500)
    assert "brackets more than 20 deep" in deep.ignored
    assert parsed("-" * 1999 + "а").root == Not(A)


@given(st.text(alphabet='аб AND OR NOT "«»()-*\t1.', max_size=60))
def test_no_query_fails_and_every_part_of_its_tree_has_words(text: str) -> None:
    query = parsed(text)
    assert query.root is not None or query.ignored
    if query.root is not None:
        check(query.root)


@given(st.text())
def test_no_text_at_all_fails(text: str) -> None:
    assert parsed(text) == parsed(text)


def check(node: Node) -> None:
    match node:
        case Words(words) | Phrase(words):
            assert words
            assert all(words)
        case Prefix(start):
            assert len(start) >= 2
        case Not(part):
            check(part)
        case AllOf(parts) | AnyOf(parts):
            assert len(parts) > 1
            for part in parts:
                check(part)

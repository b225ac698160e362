"""The search form: two days to look for changes between, and how one may ask."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api.words.interface import section
from corpus.law import Language
from tests.api.searching import search

EMPTY = {"on": "", "act": "", "lang": ""}
"""What a form sends of fields that were left empty."""


def test_two_days_of_the_form_ask_for_what_changed_between(dated: TestClient) -> None:
    days = {"changed_from": "2015-01-01", "changed_to": "2022-01-01"}
    page = dated.get("/search", params={"q": "аким", **EMPTY, **days})
    assert "Появилось или исчезло после" in page.text
    found = search(dated, "аким", changed="2015-01-01..2022-01-01")
    assert f"Найдено: {found['total']}" in page.text
    assert 'name="changed_from" type="date" value="2015-01-01"' in page.text
    assert 'name="changed_to" type="date" value="2022-01-01"' in page.text
    assert '<details class="more" open>' in page.text


def test_without_the_second_day_it_is_today(dated: TestClient) -> None:
    page = dated.get("/search", params={"q": "аким", **EMPTY, "changed_from": "2015-01-01"})
    assert page.status_code == 200
    assert "Появилось или исчезло после" in page.text


def test_empty_days_ask_for_what_is_in_force_today(dated: TestClient) -> None:
    days = {"changed_from": "", "changed_to": ""}
    page = dated.get("/search", params={"q": "аким", **EMPTY, **days})
    assert "Тексты, действующие сегодня" in page.text
    assert '<details class="more">' in page.text


@pytest.mark.parametrize(
    "days",
    [
        {"changed_to": "2022-01-01"},
        {"changed_from": "2022-01-01", "changed_to": "2021-01-01"},
        {"changed_from": "2015-01-01", "on": "2020-01-01"},
        {"changed_from": "2015-01-01", "on": "any"},
    ],
)
def test_days_that_make_no_sense_together_are_refused(
    client: TestClient, days: dict[str, str]
) -> None:
    answer = client.get("/search", params={"q": "аким", **days})
    assert answer.status_code == 422
    assert "Укажите либо одну дату, либо две" in answer.text


@pytest.mark.parametrize(
    ("parameters", "told"),
    [
        ({"page": "-1"}, "номер страницы (page): «-1» — нужно число не меньше 1."),
        ({"page": "x"}, "номер страницы (page): «x» — нужно целое число."),
        ({"q": "а" * 10_001}, "— не длиннее 10000 знаков."),
    ],
)
def test_a_refusal_says_in_the_readers_language_what_is_wanted(
    client: TestClient, parameters: dict[str, str], told: str
) -> None:
    answer = client.get("/search", params={"q": "аким", **parameters})
    assert answer.status_code == 422
    assert told in answer.text


@pytest.mark.parametrize("language", list(Language))
def test_every_way_to_ask_that_the_form_shows_is_read_without_a_mistake(
    client: TestClient, language: Language
) -> None:
    words = section("syntax")
    typed = [one[language] for name, one in words.items() if name.endswith("_typed")]
    assert len(typed) == len(words) / 2
    for query in typed:
        assert search(client, query, on="any")["ignored"] == [], query

"""What somebody who types may look for, and better spellings."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.law import ELECTIONS, LOCAL
from tests.api.searching import search


def suggestions(client: TestClient, q: str, **parameters: str | int) -> list[dict[str, Any]]:
    answer = client.get("/v1/search/suggest", params={"q": q, **parameters})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["suggestions"]
    return found


def test_acts_are_named_before_provisions_and_all_lead_to_their_pages(client: TestClient) -> None:
    found = suggestions(client, "о выб")
    assert (found[0]["kind"], found[0]["ngr"], found[0]["key"]) == ("act", ELECTIONS, None)
    by_heading = suggestions(client, "избрание ак")
    assert {one["key"] for one in by_heading} == {"art_36"}
    for one in (*found, *by_heading):
        assert client.get(one["page"]).status_code == 200


def test_a_language_and_a_number_narrow_what_is_suggested(client: TestClient) -> None:
    assert {one["lang"] for one in suggestions(client, "әкімді са", lang="kk")} == {"kk"}
    assert suggestions(client, "избрание", lang="kk") == []
    assert len(suggestions(client, "ак", limit=1)) == 1


def test_a_number_alone_is_completed_in_russian_first(client: TestClient) -> None:
    languages = [one["lang"] for one in suggestions(client, "36")]
    assert languages[0] == "ru"
    assert languages == sorted(languages, key=lambda one: one != "ru")


@pytest.mark.parametrize("typed", ["закон 148", "Z0100", "z010000148_", "148"])
def test_an_act_is_completed_by_its_kind_and_numbers(client: TestClient, typed: str) -> None:
    acts = [one["ngr"] for one in suggestions(client, typed) if one["kind"] == "act"]
    assert acts[:1] == [LOCAL]


def test_the_page_offers_headings_in_the_readers_language_for_a_number(client: TestClient) -> None:
    def first(ui: str) -> str:
        page = client.get("/search", params={"q": "36", "on": "any", "ui": ui}).text
        return page.split('<datalist id="names"><option value="')[1].split('"')[0]

    assert first("ru").startswith("Статья 36")
    assert first("kk").startswith("36-бап")


def test_headings_of_another_day_are_suggested_when_it_is_asked_for(dated: TestClient) -> None:
    assert {one["key"] for one in suggestions(dated, "статья 37")} == set()
    assert {one["key"] for one in suggestions(dated, "статья 37", on="2015-01-01")} == {"art_37"}
    assert {one["key"] for one in suggestions(dated, "статья 37", on="any")} == {"art_37"}


@pytest.mark.parametrize("typed", ["", " ", "а", "*", '"', "((", "\u202e", "а" * 900])
def test_what_has_no_word_yet_suggests_nothing(client: TestClient, typed: str) -> None:
    assert suggestions(client, typed) == []


@pytest.mark.parametrize(
    "parameters", [{"limit": 0}, {"limit": 21}, {"lang": "xx"}, {"on": "вчера"}, {"changed": "x"}]
)
def test_bad_values_are_refused(client: TestClient, parameters: dict[str, str | int]) -> None:
    answer = client.get("/v1/search/suggest", params={"q": "аким", **parameters})
    assert answer.status_code == 422


def test_a_word_that_stands_nowhere_gets_a_better_spelling(dated: TestClient) -> None:
    found = search(dated, "избираают")
    assert found["total"] == 0
    assert found["suggestion"] == "избирают"
    assert search(dated, found["suggestion"])["total"] > 0
    assert search(dated, "избирают")["suggestion"] is None


def test_a_citation_gets_none(dated: TestClient) -> None:
    assert search(dated, f"ст. 36-1 {LOCAL}")["suggestion"] is None

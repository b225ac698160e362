"""What narrows a search down, counted."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.law import ELECTIONS, LOCAL
from tests.api.searching import search

FACETS = {"act", "form", "lang", "regime", "status", "year", "theme"}


def counts(found: dict[str, Any], facet: str) -> dict[str, int]:
    return {one["value"]: one["count"] for one in found["facets"][facet]}


def test_facets_are_counted_only_when_asked_for(dated: TestClient) -> None:
    assert search(dated, "аким")["facets"] is None
    assert set(search(dated, "аким", facets=1)["facets"]) == FACETS


def test_every_value_counts_as_many_results_as_choosing_it_gives(dated: TestClient) -> None:
    for when in ({"on": "any"}, {"on": "2015-01-01"}, {"changed": "2014-01-01..2024-01-01"}):
        found = search(dated, "аким OR избирают OR срок", facets=1, **when)
        assert found["total"] > 1
        for facet in FACETS:
            for value, count in counts(found, facet).items():
                alone = search(dated, "аким OR избирают OR срок", **{facet: value}, **when)
                assert alone["total"] == count, (when, facet, value)


def test_a_facet_is_counted_without_its_own_filter(dated: TestClient) -> None:
    whole = search(dated, "акимы OR избирают", facets=1)
    chosen = search(dated, "акимы OR избирают", facets=1, form="law")
    assert counts(chosen, "form") == counts(whole, "form")
    assert counts(whole, "form") == {"law": 2, "constitutional law": 1}
    assert counts(chosen, "act") == {LOCAL: 2}


def test_several_values_of_a_facet_are_given_by_commas_or_by_turns(dated: TestClient) -> None:
    by_commas = dated.get("/v1/search", params={"q": "избирают", "act": f"{LOCAL},{ELECTIONS}"})
    by_turns = dated.get(
        "/v1/search", params=[("q", "избирают"), ("act", LOCAL), ("act", ELECTIONS)]
    )
    assert by_commas.json()["hits"] == by_turns.json()["hits"]
    assert {hit["ngr"] for hit in by_turns.json()["hits"]} == {LOCAL, ELECTIONS}


@pytest.mark.parametrize(
    ("facet", "value", "keys"),
    [
        ("year", "1995", {"art_113-1"}),
        ("year", "1995,2001", {"art_113-1", "art_36"}),
        ("theme", "electorate", {"art_36"}),
        ("regime", "2013", {"art_113-1"}),
        ("status", "in_force", {"art_113-1", "art_36"}),
        ("form", "Constitutional Law", {"art_113-1"}),
    ],
)
def test_a_value_narrows_the_results(
    dated: TestClient, facet: str, value: str, keys: set[str]
) -> None:
    found = search(dated, "избирают", **{facet: value})
    assert {hit["key"] for hit in found["hits"]} == keys


def test_values_have_titles_in_every_language_that_has_one(dated: TestClient) -> None:
    facets = search(dated, "избирают", facets=1, on="any")["facets"]
    titles = {facet: facets[facet][0]["titles"] for facet in FACETS}
    for facet in ("form", "lang", "regime", "status", "theme"):
        assert set(titles[facet]) == {"ru", "kk", "en"}, facet
    assert titles["year"] == {}
    by_act = {one["value"]: one["titles"] for one in facets["act"]}
    assert set(by_act[LOCAL]) == {"ru", "kk"}

"""The page of all amendments takes the filters of `/v1/amendments`, and answers as that does."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from tests.api.law import ELECTIONS, LOCAL
from tests.api.pages.test_pages import soup_of, text_of

FILTERS = [
    f"act={LOCAL}",
    f"act={ELECTIONS}",
    f"act={LOCAL}&article=art_36",
    "verb=added",
    "verb=reworded&role=any",
    "by=adopted&since=2013-01-01&until=2019-01-01",
    "by=in_force&since=2021-01-01",
    "role=foreseen",
    f"act={LOCAL}&verb=amended&by=adopted&since=2000-01-01",
]


def rows(client: TestClient, query: str) -> int:
    return len(soup_of(client, f"/amendments?{query}&ui=ru").select("table.amendments tbody tr"))


@pytest.mark.parametrize("query", FILTERS)
@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_the_page_shows_as_many_as_the_api_gives(client: TestClient, query: str, lang: str) -> None:
    found = client.get(f"/v1/amendments?{query}&lang={lang}&limit=50").json()["amendments"]
    assert rows(client, f"{query}&lang={lang}") == len(found)


def test_filters_narrow_the_list(client: TestClient) -> None:
    everything = rows(client, "lang=ru")
    assert any(0 < rows(client, f"{one}&lang=ru") < everything for one in FILTERS)


def test_what_was_chosen_stands_in_the_form_and_in_every_link_of_the_list(
    client: TestClient,
) -> None:
    query = f"act={LOCAL}&verb=amended&by=adopted&since=2000-01-01&lang=ru&ui=kk"
    soup = soup_of(client, f"/amendments?{query}")
    chosen = {str(one["value"]) for one in soup.select("main form option[selected]")}
    assert chosen == {LOCAL, "amended", "adopted"}
    field = soup.select_one("input[name=since]")
    assert field is not None
    assert field["value"] == "2000-01-01"
    for link in soup.select("nav.languages.text a"):
        asked = parse_qs(urlsplit(str(link["href"])).query)
        assert (asked["act"], asked["verb"], asked["since"]) == (
            [LOCAL],
            ["amended"],
            ["2000-01-01"],
        )


def test_a_choice_that_fits_nothing_says_so_and_leads_back(client: TestClient) -> None:
    soup = soup_of(client, f"/amendments?act={LOCAL}&verb=suspended&ui=ru")
    assert "не подходит ни одна поправка" in text_of(soup, "main")
    assert soup.select_one("main a[href='/amendments?lang=ru&ui=ru']") is not None


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("act=zz", 404),
        (f"act={LOCAL}&article=art_999", 404),
        ("since=x", 422),
        ("by=zz", 422),
        ("verb=zz", 422),
        ("role=zz", 422),
        ("since=2022-01-02&until=2022-01-01", 422),
        ("act=zz&since=x&by=zz", 422),
    ],
)
def test_a_filter_that_means_nothing_is_refused_never_left_out(
    client: TestClient, query: str, status: int
) -> None:
    for language in ("ru", "kk", "en"):
        soup = soup_of(client, f"/amendments?{query}&ui={language}", status)
        assert text_of(soup, "main .notice")

"""A page refuses a filter that it does not have; what others hang on its address it lets pass."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import Tag
from fastapi.testclient import TestClient

from tests.api.law import ELECTIONS, LOCAL
from tests.api.pages.test_pages import soup_of, text_of

ARTICLE = f"/acts/{LOCAL}/articles/art_36"
PAGES = [
    *("/", "/search", "/changes", "/amendments", "/compare", "/regimes", "/status", "/docs"),
    *(f"/acts/{LOCAL}", ARTICLE, f"/acts/{LOCAL}/amendments", f"/embed{ARTICLE}"),
    *("/status/anomalies", "/problems/unknown-act"),
]
FOREIGN = "utm_source=letter&utm_campaign=x&fbclid=1&yclid=2&_openstat=3"


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_a_page_refuses_a_parameter_that_it_does_not_have(
    client: TestClient, page: str, language: str
) -> None:
    soup = soup_of(client, f"{page}?no_such_thing=1&ui={language}", 422)
    assert "no_such_thing" in text_of(soup, "main .notice")
    same = [str(one["href"]) for one in soup.select("main p > a")]
    assert f"{page}?ui={language}" in same


@pytest.mark.parametrize("page", PAGES)
def test_a_link_from_a_letter_or_a_network_opens_the_page(client: TestClient, page: str) -> None:
    assert client.get(f"{page}?{FOREIGN}").status_code == client.get(page).status_code == 200


def test_what_was_meant_is_offered_with_the_same_value(client: TestClient) -> None:
    soup = soup_of(client, f"/amendments?atc={LOCAL}&ui=ru", 422)
    link = soup.select_one("ul[aria-labelledby=nearest] a")
    assert isinstance(link, Tag)
    assert link.get_text() == "акт (act)"
    assert parse_qs(urlsplit(str(link["href"])).query) == {"act": [LOCAL], "ui": ["ru"]}


def test_a_day_by_entry_into_force_is_no_question_to_a_whole_act(client: TestClient) -> None:
    soup = soup_of(client, f"/acts/{LOCAL}?in_force_on=2022-01-01&ui=ru", 422)
    link = soup.select_one("ul[aria-labelledby=nearest] a")
    assert isinstance(link, Tag)
    assert "?on=2022-01-01" in str(link["href"])


@pytest.mark.parametrize(
    "address",
    [
        "/v1/search?q=аким&on=2020-01-01&on=2021-01-01",
        f"/v1/acts/{LOCAL}/articles/art_36?edition=2013-06-13&edition=2021-05-24",
        f"/v1/amendments?act={LOCAL}&act={ELECTIONS}",
        f"/feeds/acts/{LOCAL}.atom?lang=ru&lang=kk",
        "/v1/exports/articles.jsonl?limit=1&limit=2",
    ],
)
def test_one_value_alone_is_taken_never_silently_the_last(client: TestClient, address: str) -> None:
    problem = client.get(address)
    assert problem.status_code == 422
    assert problem.json()["type"] in ("/problems/repeated-parameter", "/problems/unknown-parameter")


@pytest.mark.parametrize(
    ("language", "told"), [("ru", "одно значение"), ("kk", "бір ғана мән"), ("en", "one value")]
)
def test_a_page_says_which_parameter_was_given_twice(
    client: TestClient, language: str, told: str
) -> None:
    soup = soup_of(client, f"{ARTICLE}?on=2020-01-01&on=2022-01-01&ui={language}", 422)
    assert told in text_of(soup, "main .notice")
    assert "on" in text_of(soup, "main .notice")


@pytest.mark.parametrize(
    ("address", "times"),
    [
        (f"/v1/search?q=аким&act={LOCAL}&act={ELECTIONS}&lang=ru&lang=kk&facets=true", 2),
        ("/v1/changes?kind=amended&kind=added", 2),
    ],
)
def test_a_list_takes_all_that_it_is_given(client: TestClient, address: str, times: int) -> None:
    assert client.get(address).status_code == 200, times


@pytest.mark.parametrize("day", ["", "2014-01-01"])
def test_the_box_for_any_day_counts_beside_the_day_in_the_same_form(
    client: TestClient, day: str
) -> None:
    soup = soup_of(client, f"/search?q=акима&on={day}&on=any&ui=ru")
    assert "Все тексты" in text_of(soup, ".found .help")
    assert client.get(f"/search?q=акима&on=any&on={day or 'any'}&on=any").status_code == 422
    assert client.get(f"/v1/search?q=акима&on={day}&on=any").status_code == 422

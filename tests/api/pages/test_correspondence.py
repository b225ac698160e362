"""The page of a correspondence: the picture, the table as its equal, the file, bad input."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient
from lxml import etree

from diffing.correspondence.relation import Relation
from tests.api.regime_house import regime_house, soup, words

PAGE, DATA = "/regimes/1999/correspondence/2013", "/v1/regimes/1999/compare/2013"
UNSURE = "/regimes/1999/correspondence/2020"
LANGUAGES = ["ru", "kk", "en"]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    house = regime_house(tmp_path_factory.mktemp("regimes"))
    yield house.client()
    house.store.close()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    house = regime_house(tmp_path_factory.mktemp("hostile"), hostile=True)
    yield house.client()
    house.store.close()


def bands(page: BeautifulSoup, kind: str) -> dict[str, str]:
    """By the address that a band leads to its relation, from its class."""
    links = page.select(f"svg.bands.{kind} a.nq-pair")
    return {str(one["href"]): str(one["class"][1]).removeprefix("nq-") for one in links}


@pytest.mark.parametrize("ui", LANGUAGES)
@pytest.mark.parametrize("by", ["provisions", "words"])
def test_the_bands_the_table_and_the_data_say_the_same(
    client: TestClient, ui: str, by: str
) -> None:
    page = soup(client, PAGE, ui=ui, by=by)
    compared = client.get(DATA).json()["correspondences"]
    wide, narrow = bands(page, "wide-drawing"), bands(page, "narrow-drawing")
    rows = page.select("table.pairs tbody tr")
    table = {
        str(row.select_one("th a")["href"]): str(row["class"][0]).removeprefix("is-")  # type: ignore[index]
        for row in rows
    }
    assert wide == narrow == table
    assert Counter(wide.values()) == Counter(one["relation"] for one in compared)
    numbered = {address.rpartition("#r-")[2]: relation for address, relation in table.items()}
    assert numbered == {str(at): one["relation"] for at, one in enumerate(compared, 1)}


def test_the_table_names_every_provision_of_the_comparison_and_leads_to_it(
    client: TestClient,
) -> None:
    page = soup(client, PAGE)
    rows = page.select("table.pairs tbody tr")
    assert rows
    for row, one in zip(rows, client.get(DATA).json()["correspondences"], strict=True):
        named = [str(link["href"]) for link in row.select(".rule a")]
        keys = [f"/articles/{rule['key']}?" for rule in (*one["left"], *one["right"])]
        assert len(named) == len(keys)
        assert all(key in address for key, address in zip(keys, named, strict=True))
        assert client.get(named[0]).status_code == 200


def test_the_pairs_of_the_picture_are_those_of_the_compare_page(client: TestClient) -> None:
    addresses = bands(soup(client, PAGE), "wide-drawing")
    assert addresses
    for address in addresses:
        place, _, anchor = address.partition("#")
        assert soup(client, place).select_one(f"#{anchor}") is not None, address


def test_the_legend_counts_what_is_drawn_and_leads_to_the_compare_page(client: TestClient) -> None:
    page = soup(client, PAGE)
    totals = client.get(DATA).json()["totals"]
    legend = page.select("ul.legend li")
    told = {str(one) for item in legend for one in item["class"]}
    assert {f"is-{one}" for one in Relation if totals[one]} <= told
    for item in legend:
        relation = next(one for one in item["class"] if one.startswith("is-")).removeprefix("is-")
        assert words(item.select_one("b")) == str(totals[relation])
        if totals[relation]:
            assert f"kind={relation}" in str(item.select_one("a")["href"])  # type: ignore[index]


def test_a_band_says_what_it_is_in_the_readers_language(client: TestClient) -> None:
    said = {
        ui: [words(one) for one in soup(client, PAGE, ui=ui).select("svg.wide-drawing title")]
        for ui in LANGUAGES
    }
    assert any(one.startswith("изменено: Правила № 1484, п. 2 →") for one in said["ru"])
    assert any(one.startswith("өзгертілген: № 1484 Қағидалар, 2-тармақ →") for one in said["kk"])
    assert any(one.startswith("edited: Rules 1484, point 2 →") for one in said["en"])


def test_what_is_not_sure_and_what_is_not_held_is_told(client: TestClient) -> None:
    page = soup(client, UNSURE, ui="en")
    assert "R3a: Law on Local Government, art. 36" in words(page.select_one("details.notice"))
    assert "not sure: a part of the other side is not held" in words(page.select_one("table.pairs"))


def test_the_page_needs_no_script_and_has_no_style_of_its_own(client: TestClient) -> None:
    page = soup(client, PAGE)
    assert not page.select("[style], [onclick]")
    assert not page.select("svg style, svg script")
    ids = [str(one["id"]) for one in page.select("[id]")]
    assert len(ids) == len(set(ids))


def test_the_words_of_a_hostile_law_stay_words(hostile: TestClient) -> None:
    for address in (PAGE, f"{PAGE}?by=words", "/regimes"):
        page = soup(hostile, address)
        assert not page.select("img, svg script, td script")
    assert "<script>alert(1)</script>" in soup(hostile, PAGE).get_text()


@pytest.mark.parametrize("by", ["provisions", "words"])
@pytest.mark.parametrize("ui", LANGUAGES)
def test_the_picture_as_a_file_has_every_band(client: TestClient, ui: str, by: str) -> None:
    answer = client.get("/v1/regimes/1999/correspondence/2013.svg", params={"ui": ui, "by": by})
    assert answer.headers["content-type"] == "image/svg+xml"
    assert answer.headers["content-security-policy"] == "default-src 'none'"
    groups = [
        one
        for one in etree.fromstring(answer.content).iter("{*}g")
        if "nq-pair" in (one.get("class") or "")
    ]
    assert len(groups) == len(client.get(DATA).json()["correspondences"])
    again = client.get(str(answer.url), headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/regimes/1998/correspondence/2013", 404, "1999"),
        ("/regimes/R1-pilot/correspondence/2013", 404, "R1-pilot"),
        ("/regimes/1999/correspondence/R2b", 404, "R2b"),
        ("/regimes/1999/correspondence/2013?by=paragraphs", 422, "by"),
        ("/regimes/1999/correspondence/2013?lang=kk", 404, ""),
    ],
)
@pytest.mark.parametrize("ui", LANGUAGES)
def test_bad_input_is_answered_with_a_page_that_helps(
    client: TestClient, address: str, status: int, said: str, ui: str
) -> None:
    answer = client.get(address, headers={"Accept-Language": ui})
    assert answer.status_code == status
    page = BeautifulSoup(answer.text, "lxml")
    assert page.html is not None
    assert page.html["lang"] == ui
    assert said in words(page.main)
    assert "Traceback" not in answer.text


def test_an_unknown_parameter_of_the_file_is_refused(client: TestClient) -> None:
    answer = client.get("/v1/regimes/1999/correspondence/2013.svg?theme=age")
    assert answer.status_code == 422

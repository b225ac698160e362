"""The page of two regimes narrowed to themes: filters that go along with everything on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from tests.api.regime_house import soup, words
from tests.api.themed_house import OF_DEPOSIT, OF_SIGNATURES, themed_house

PAGE = "/regimes/2013/compare/2020"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    house = themed_house(tmp_path_factory.mktemp("themed"))
    yield house.client()
    house.store.close()


def anchors(page: BeautifulSoup) -> list[str]:
    found = (str(one["id"]) for one in page.select(".items [id^=r-]"))
    return [one for one in found if one.removeprefix("r-").isdecimal()]


def of_json(client: TestClient, keys: set[str]) -> list[str]:
    """The anchors of all rows with a rule of some keys: rows are numbered as the JSON has them."""
    found = client.get(f"/v1{PAGE}").json()["correspondences"]
    return [
        f"r-{number}"
        for number, one in enumerate(found, 1)
        if keys & {rule["key"] for side in ("left", "right") for rule in one[side]}
    ]


@pytest.mark.parametrize(
    ("theme", "keys"),
    [("deposit", OF_DEPOSIT), ("signatures,deposit", OF_SIGNATURES | OF_DEPOSIT)],
)
@pytest.mark.parametrize("address", [PAGE, "/compare?left=2013&right=2020"])
def test_only_rows_of_the_themes_are_shown_under_their_own_anchors(
    client: TestClient, theme: str, keys: set[str], address: str
) -> None:
    joined = "&" if "?" in address else "?"
    page = soup(client, f"{address}{joined}theme={theme}&show=all&ui=ru")
    assert anchors(page) == of_json(client, keys)
    assert set(anchors(page)) < set(anchors(soup(client, f"{address}{joined}show=all")))
    chosen = [words(one) for one in page.select(".on-themes .chip[aria-current]")]
    assert "Избирательный взнос" in chosen
    assert len(chosen) == len(theme.split(","))
    assert words(page.select_one(".totals .narrowed")).startswith("Только темы: ")


def test_without_a_theme_every_theme_is_offered_and_none_is_chosen(client: TestClient) -> None:
    page = soup(client, PAGE)
    assert len(page.select(".on-themes .chip")) > 30
    assert page.select(".on-themes [aria-current]") == []
    assert page.select(".on-themes[open], .on-themes .clear, .totals .narrowed") == []


def test_a_theme_is_added_and_taken_away_by_its_link(client: TestClient) -> None:
    page = soup(client, f"{PAGE}?theme=deposit&view=inline&ui=kk")
    links = {str(one["data-swap"]): str(one["href"]) for one in page.select(".on-themes a")}
    assert links["theme-signatures"] == f"{PAGE}?view=inline&theme=deposit,signatures&ui=kk"
    assert links["theme-deposit"] == links["themes"] == f"{PAGE}?view=inline&ui=kk"
    both = soup(client, links["theme-signatures"])
    assert len(both.select(".on-themes .chip[aria-current]")) == 2


def test_everything_on_the_page_keeps_the_themes(client: TestClient) -> None:
    page = soup(client, f"{PAGE}?theme=signatures,deposit&ui=en")
    tables = [str(one["href"]) for one in page.select(".away a.button")]
    assert len(tables) > 4
    data = str(page.select_one("footer a[href^='/v1/regimes/']")["href"])  # type: ignore[index]
    moved = [str(one["href"]) for one in page.select(".bar .switch a, .totals > .chips a")]
    assert moved
    for address in (*tables, *moved, data):
        assert "theme=signatures,deposit" in address, address
        assert client.get(address).status_code == 200
    ticked = [str(one["value"]) for one in page.select("form.themes input[checked]")]
    assert ticked == ["signatures", "deposit"]


def test_the_table_of_the_page_has_the_rows_of_the_page(client: TestClient) -> None:
    page = soup(client, f"{PAGE}?theme=deposit&show=all")
    address = next(
        str(one["href"]) for one in page.select(".away a.button") if ".csv" in str(one["href"])
    )
    lines = client.get(f"{address}&unchanged=true").text.strip().splitlines()
    told = [line for line in lines if "app_1__p_" in line or "art_113-" in line]
    assert len(told) == len(anchors(page))


@pytest.mark.parametrize(
    ("ui", "told"), [("ru", "Такой темы"), ("kk", "тақырып"), ("en", "no such theme")]
)
def test_an_unknown_theme_is_refused_in_the_readers_language_with_the_nearest(
    client: TestClient, ui: str, told: str
) -> None:
    page = soup(client, f"{PAGE}?theme=depozit&ui={ui}", 404)
    assert told in words(page.select_one("main"))
    near = [str(one["href"]) for one in page.select("main a")]
    assert f"{PAGE}?theme=deposit&ui={ui}" in near


@pytest.mark.parametrize(
    ("ui", "told"), [("ru", "Уберите темы"), ("kk", "Тақырыптарды алып"), ("en", "Leave the")]
)
def test_themes_of_what_is_no_regime_are_refused_in_the_readers_language(
    client: TestClient, ui: str, told: str
) -> None:
    sides = "left=U1300000555:app_1&right=2020"
    assert soup(client, f"/compare?{sides}").select(".on-themes") == []
    page = soup(client, f"/compare?{sides}&theme=deposit&ui={ui}", 422)
    assert told in words(page.select_one("main"))

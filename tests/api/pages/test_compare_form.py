"""The form of two sides, its clean addresses, and what is said to what cannot be compared."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from api.pages.comparing_parts.state import article_keys
from tests.api.comparing import NEW, OLD, comparing_house, page_of, texts, words
from tests.api.meadows import MEADOW
from tests.api.rule_books import FIRST


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    house = comparing_house(tmp_path_factory.mktemp("form"))
    yield house.client()
    house.store.close()


def chosen(soup: BeautifulSoup, side: str) -> str:
    found = soup.select_one(f"select#{side} option[selected]")
    return str(found["value"]) if found else ""


def test_the_form_offers_every_edition_and_every_regime_with_a_text(client: TestClient) -> None:
    soup = page_of(client)
    values = [str(one["value"]) for one in soup.select("select#left option")]
    assert {OLD, NEW, MEADOW, "2013", "R3a"} <= set(values)
    assert "R1-pilot" not in values
    labelled = {str(one["for"]) for one in soup.select("label")}
    assert {
        str(one["id"]) for one in soup.select("main select, main input:not([type=hidden])")
    } <= (labelled)


def test_what_is_offered_at_once_leads_to_a_page(client: TestClient) -> None:
    soup = page_of(client)
    offers = [str(one["href"]) for one in soup.select(".offers a")]
    assert "/regimes/2013/compare/2020" in offers
    for one in offers:
        assert client.get(one).status_code in {200, 404}, one  # a regime may not be held
    assert any(OLD.split("@")[0] in one for one in offers)


@pytest.mark.parametrize(
    ("given", "clean"),
    [
        (
            {"left": OLD, "right": NEW, "left_on": "", "right_on": "", "article": "", "view": ""},
            f"/compare?left={OLD}&right={NEW}",
        ),
        (
            {"left": OLD, "right": NEW, "article": "ст. 6", "lang": "", "view": "inline"},
            f"/compare?left={MEADOW}:art_6@2001-01-01&right={MEADOW}:art_6@2005-02-01&view=inline",
        ),
        (
            {"left": MEADOW, "left_on": "2003-03-03", "right": NEW, "right_on": "", "article": ""},
            f"/compare?left={MEADOW}@2003-03-03&right={NEW}",
        ),
        (
            {"left": "2013", "right": "2020", "article": "", "left_on": "2003-03-03", "ui": "kk"},
            "/compare?left=2013&right=2020&ui=kk",
        ),
    ],
)
def test_the_form_leads_to_a_clean_address(
    client: TestClient, given: dict[str, str], clean: str
) -> None:
    answer = client.get("/compare", params=given, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, clean)


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("36", ("art_36",)),
        ("ст. 113-1, 113-3", ("art_113-1", "art_113-3")),
        ("глава 13-1", ("ch_13-1",)),
        ("13-1-тарау", ("ch_13-1",)),
        ("113-1-бап", ("art_113-1",)),
        ("п. 24", ("p_24",)),
        ("24-тармақ", ("p_24",)),
        ("app_1__p_13", ("app_1__p_13",)),
        ("art_36,art_36", ("art_36",)),
        ("", ()),
    ],
)
def test_articles_are_named_as_lawyers_name_them(typed: str, keys: tuple[str, ...]) -> None:
    assert article_keys(typed) == keys


def test_one_side_fills_the_form_and_asks_for_the_other(client: TestClient) -> None:
    soup = page_of(client, left=OLD)
    assert (chosen(soup, "left"), chosen(soup, "right")) == (OLD, "")
    assert soup.select_one("#refusal") is None


def test_choosing_others_keeps_what_is_chosen(client: TestClient) -> None:
    soup = page_of(client, left=OLD, right=NEW)
    link = next(one for one in soup.select(".links a") if "Выбрать" in one.get_text())
    form = page_of(client, str(link["href"]))
    assert (chosen(form, "left"), chosen(form, "right")) == (OLD, NEW)


@pytest.mark.parametrize(
    ("left", "right", "status", "told", "nearest"),
    [
        (OLD, OLD, 422, "одно и то же", None),
        ("Z9900000009", NEW, 404, "Z9900000009", f"({MEADOW})"),
        (f"{MEADOW}@1999-01-01", NEW, 404, "01.01.1999", "редакция 01.01.2001"),
        (f"{MEADOW}@2003", NEW, 404, "2003", "редакция 01.01.2001"),
        (f"{MEADOW}:art_99@2001-01-01", f"{MEADOW}:art_99@2005-02-01", 404, "статья 99", None),
        ("2014", "2020", 422, "не порядок выборов", "2013: С 2013 года"),
        ("R1-pilot", "2013", 404, "R1-pilot", "Правила 2004 года"),
        ("чушь и ещё чушь", "2013", 422, "не порядок выборов", None),
        (f"{MEADOW}@32.13.2001", NEW, 422, "не порядок выборов", None),
    ],
)
def test_what_cannot_be_compared_is_told_with_the_form_filled_in(
    client: TestClient, left: str, right: str, status: int, told: str, nearest: str | None
) -> None:
    soup = page_of(client, status=status, left=left, right=right)
    refusal = words(soup, "#refusal")
    assert told in refusal
    assert words(soup, "h1") == "Сравнение"
    form = soup.select_one("form.compare")
    assert form is not None
    if nearest is not None:
        links = {one.get_text(): str(one["href"]) for one in soup.select("#refusal li a")}
        meant = [address for name, address in links.items() if nearest in name]
        assert meant
        assert client.get(meant[0]).status_code == 200
        assert not any("left=R2a" in one for one in links.values()), "it stands on the other side"
    if right == NEW:
        assert chosen(soup, "right") == NEW


def test_a_refused_day_stays_in_the_form_with_its_act(client: TestClient) -> None:
    soup = page_of(client, status=404, left=f"{MEADOW}:art_6@1999-01-01", right=NEW)
    assert chosen(soup, "left") == MEADOW
    days = [str(soup.select_one(f"#{side}-on")["value"]) for side in ("left", "right")]  # type: ignore[index]
    assert days == ["1999-01-01", ""]


def test_a_choice_names_its_act_for_whoever_sees_it_alone(client: TestClient) -> None:
    soup = page_of(client)
    names = texts(soup, f"#left option[value^='{MEADOW}']")
    assert len(names) == 4
    assert all(one.startswith(f"{MEADOW}: ") for one in names)
    assert f"{MEADOW}: редакция 01.02.2005 (русский)" in names


def test_an_unknown_regime_in_the_path_names_the_nearest(client: TestClient) -> None:
    soup = page_of(client, "/regimes/2014/compare/2020", status=404)
    assert "2014" in words(soup, "#refusal")
    assert any("left=2013" in str(one["href"]) for one in soup.select("#refusal a"))


def test_texts_in_two_languages_are_not_compared_by_words(client: TestClient) -> None:
    soup = page_of(client, status=404, left=OLD, right=f"{FIRST}@2005-07-08", lang="kk")
    assert "казахский" in words(soup, "#refusal")


@pytest.mark.parametrize(
    "query",
    [
        "left=" + "a" * 400 + "&right=2020",
        "left=2013&right=2020&lang=xx",
        "left=2013&right=%00",
        "&".join(["left=2013"] * 30) + "&right=2020",
        "left=2013&right=2020&left_on=31.02.2020",
    ],
)
def test_nonsense_is_a_page_in_the_readers_language(client: TestClient, query: str) -> None:
    answer = client.get(f"/compare?{query}", headers={"Accept-Language": "kk"})
    assert answer.status_code == 422
    assert 'lang="kk"' in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "query", ["view=upside&show=7&technical=maybe&kind=evil,amended", "kind=x"]
)
def test_views_that_there_are_not_are_the_usual_one(client: TestClient, query: str) -> None:
    soup = page_of(client, f"/compare?left={OLD}&right={NEW}&{query}")
    assert soup.select(".aligned")
    assert texts(soup, "a.chip[aria-current]") == (["изменено 3"] if "amended" in query else [])

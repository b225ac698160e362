"""A problem as a page: what went wrong is said in the language of the page, with what helps."""

from __future__ import annotations

import pytest
from bs4 import Tag
from fastapi.testclient import TestClient

from tests.api.gardens import ARTICLE as DOUBTFUL
from tests.api.gardens import plant
from tests.api.house import House
from tests.api.law import ELECTIONS, LOCAL
from tests.api.test_pages import soup_of, text_of

ARTICLE = f"/acts/{LOCAL}/articles/art_36"
BEFORE = "2002-02-10"
TOLD = [
    ("/acts/Z1", 404, "Акта Z1 здесь нет."),
    (f"/acts/{LOCAL}/articles/art_361__p_2", 404, "нет такого места: пункт 2 статьи 361."),
    (f"{ARTICLE}?edition=2021-05-25", 404, "Редакции 2021-05-25"),
    (f"{ARTICLE}?lang=en", 404, "на этом языке у нас нет (английский); есть: казахский, русский."),
    (f"{ARTICLE}?on=2001-01-01", 404, "Текст на 01.01.2001 неизвестен"),
    (f"{ARTICLE}?on=2019-01-01", 404, "редакция, которой у нас нет (2018-12-28)"),
    (f"/acts/{ELECTIONS}/articles/art_1?on=1998-06-01", 409, "известен только её год (1998)"),
    (f"/acts/{ELECTIONS}/articles/art_1?on=2022-06-01", 404, "Редакция 2022-02-07 есть у нас не"),
    (f"{ARTICLE}?on=2022-02-30", 422, "Не подходит: on."),
]


@pytest.fixture
def garden(own_house: House) -> TestClient:
    plant(own_house)
    return own_house.client()


@pytest.mark.parametrize(("url", "status", "told"), TOLD)
def test_what_went_wrong_is_said_in_russian_on_a_russian_page(
    client: TestClient, url: str, status: int, told: str
) -> None:
    soup = soup_of(client, f"{url}{'&' if '?' in url else '?'}ui=ru", status)
    assert told in text_of(soup, ".notice")
    assert soup.select_one("main details [lang=en]") is not None  # the API's own words follow


@pytest.mark.parametrize(("url", "status", "told"), TOLD)
def test_what_went_wrong_is_said_in_kazakh_on_a_kazakh_page(
    client: TestClient, url: str, status: int, told: str
) -> None:
    soup = soup_of(client, f"{url}{'&' if '?' in url else '?'}ui=kk", status)
    said = text_of(soup, ".notice")
    assert said != told
    assert set(said) & set("әғқңөұүһі")
    assert soup.select_one("main .notice[lang=en]") is None


def test_an_edition_that_is_held_before_the_gap_has_a_link(client: TestClient) -> None:
    soup = soup_of(client, f"{ARTICLE}?on=2019-01-01&ui=ru", 404)
    link = soup.select_one("ul[aria-labelledby=nearest] a")
    assert isinstance(link, Tag)
    assert "депутаты маслихата" in text_of(soup_of(client, str(link["href"])), ".wording")


def test_a_doubt_about_the_day_names_the_likely_wording_and_those_in_question(
    garden: TestClient,
) -> None:
    page = DOUBTFUL.removeprefix("/v1")
    soup = soup_of(garden, f"{page}?in_force_on=2006-01-01&ui=kk", 409)
    assert "01.01.2006" in text_of(soup, ".notice")
    assert "№ 9-II" in text_of(soup, ".notice")
    likely = soup.select_one("a[rel=nofollow]")
    assert isinstance(likely, Tag)
    assert "presume=true" in str(likely["href"])
    assert "2004-09-09" in likely.get_text()
    assert "Груши не сажают." in text_of(soup_of(garden, str(likely["href"])), ".wording")
    others = soup.select("ul[aria-labelledby=in-question] a")
    assert others
    for other in others:
        assert garden.get(str(other["href"])).status_code == 200


def test_a_page_that_is_not_there_says_so_without_a_sentence_of_its_own(house: House) -> None:
    soup = soup_of(house.client(), "/nothing?ui=ru", 404)
    assert text_of(soup, "h1") == "Такой страницы нет"
    assert soup.select("main details") == []


def test_the_oldest_wording_held_has_a_link_where_it_was_not_in_force_yet(
    garden: TestClient,
) -> None:
    page = DOUBTFUL.removeprefix("/v1")
    problem = garden.get(f"{DOUBTFUL}?in_force_on={BEFORE}").json()
    assert problem["type"] == "/problems/not-yet-in-force"
    soup = soup_of(garden, f"{page}?in_force_on={BEFORE}&ui=ru", 404)
    link = soup.select_one("ul[aria-labelledby=nearest] a")
    assert isinstance(link, Tag)
    assert link.get_text() == problem["edition"]
    assert garden.get(str(link["href"])).status_code == 200

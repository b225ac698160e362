"""A problem as a page: what went wrong is said in the language of the page, with what helps."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import Tag
from fastapi.testclient import TestClient
from sqlalchemy import text

from corpus.gates import Objection
from corpus.store.quarantine import quarantine
from corpus.store.writes import Fetched, record_snapshot
from tests.api.filling import FETCHED, RECORDED, SOURCE
from tests.api.gardens import ARTICLE as DOUBTFUL
from tests.api.gardens import plant
from tests.api.house import House
from tests.api.law import ELECTIONS, LOCAL, LOCAL_KK, LOCAL_TITLE
from tests.api.pages.test_pages import soup_of, text_of

ARTICLE = f"/acts/{LOCAL}/articles/art_36"
BEFORE = "2002-02-10"
TOLD = [
    ("/acts/Z1", 404, "Акта Z1 здесь нет."),
    (f"/acts/{LOCAL}/articles/art_361__p_2", 404, "нет такого места: пункт 2 статьи 361."),
    (f"{ARTICLE}?edition=2021-05-25", 404, "Редакции 25.05.2021"),
    (f"{ARTICLE}?lang=en", 404, "на этом языке у нас нет (английский); есть: казахский, русский."),
    (f"{ARTICLE}?on=2001-01-01", 404, "Текст на 01.01.2001 неизвестен"),
    (f"{ARTICLE}?on=2019-01-01", 404, "редакция, которой у нас нет (28.12.2018)"),
    (f"/acts/{ELECTIONS}/articles/art_1?on=1998-06-01", 409, "известен только её год (1998)"),
    (f"/acts/{ELECTIONS}/articles/art_1?on=2022-06-01", 404, "Редакция 07.02.2022 есть у нас не"),
    (f"{ARTICLE}?on=2022-02-30", 422, "дата (on): «2022-02-30» — нужен существующий день"),
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
    assert soup.select_one("main [lang=en]") is None
    english = soup_of(client, f"{url}{'&' if '?' in url else '?'}ui=en", status)
    assert english.select_one("main details [lang=en]") is not None  # the API's own words follow


@pytest.mark.parametrize(("url", "status", "told"), TOLD)
def test_what_went_wrong_is_said_in_kazakh_on_a_kazakh_page(
    client: TestClient, url: str, status: int, told: str
) -> None:
    soup = soup_of(client, f"{url}{'&' if '?' in url else '?'}ui=kk", status)
    said = text_of(soup, ".notice")
    assert said != told
    assert set(said) & set("әғқңөұүһі")
    assert soup.select_one("main .notice[lang=en]") is None


@pytest.mark.parametrize(("ui", "title"), [("ru", LOCAL_TITLE), ("kk", LOCAL_KK)])
@pytest.mark.parametrize(
    ("url", "status"),
    [(url, status) for url, status, _ in TOLD if url.startswith(f"/acts/{LOCAL}")],
)
def test_what_is_wrong_with_an_article_leads_back_to_its_act_in_the_readers_language(
    client: TestClient, url: str, status: int, ui: str, title: str
) -> None:
    soup = soup_of(client, f"{url}{'&' if '?' in url else '?'}ui={ui}", status)
    back = soup.select("main nav.trail a")[-1]
    assert back.get_text() == title
    address = str(back["href"])
    assert address.startswith(f"/acts/{LOCAL}?")
    assert client.get(address).status_code == 200


def test_a_day_that_is_in_doubt_leads_back_to_the_act_in_the_language_read(
    garden: TestClient,
) -> None:
    page = DOUBTFUL.removeprefix("/v1")
    soup = soup_of(garden, f"{page}?in_force_on=2006-01-01&lang=ru&ui=kk", 409)
    back = soup.select("main nav.trail a")[-1]
    assert back.get_text() == "О садах"
    assert "lang=ru" in str(back["href"])
    assert "О садах" in text_of(soup_of(garden, str(back["href"])), "main h1")


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
    assert "09.09.2004" in likely.get_text()
    assert "Груши не сажают." in text_of(soup_of(garden, str(likely["href"])), ".wording")
    others = soup.select("ul[aria-labelledby=in-question] a")
    assert others
    for other in others:
        assert garden.get(str(other["href"])).status_code == 200


@pytest.mark.parametrize("url", ["/nothing/here", "/acts/", "/regimes/2013/nothing"])
@pytest.mark.parametrize(
    ("language", "said"), [("ru", "ничего нет"), ("kk", "ештеңе жоқ"), ("en", "There is nothing")]
)
def test_a_page_that_is_not_there_offers_the_search_and_the_acts(
    client: TestClient, url: str, language: str, said: str
) -> None:
    soup = soup_of(client, f"{url}?ui={language}", 404)
    assert said in text_of(soup, "main .notice")
    assert soup.select_one("main form[action='/search'] input[name=q]") is not None
    held = soup.select("ul[aria-labelledby=held] a")
    assert held
    for one in held:
        assert client.get(str(one["href"])).status_code == 200
    assert all(one.find_parent("details") for one in soup.select("main [lang=en]")) or (
        language == "en"
    )


@pytest.mark.parametrize("url", ["/acts/nope", "/changes?act=nope", "/status/anomalies?act=nope"])
def test_for_an_act_that_is_not_here_those_held_are_offered_on_the_same_page(
    client: TestClient, url: str
) -> None:
    soup = soup_of(client, f"{url}{'&' if '?' in url else '?'}ui=kk", 404)
    offered = [str(one["href"]) for one in soup.select("ul[aria-labelledby] a")]
    assert offered
    start = url.partition("?")[0] if "?" in url else "/acts/"
    for address in offered:
        assert address.startswith(start)
        assert client.get(address).status_code == 200


def test_an_act_with_a_slip_in_its_number_is_offered_by_its_title(client: TestClient) -> None:
    soup = soup_of(client, f"/changes?act={LOCAL[:-2]}9_&ui=ru", 404)
    nearest = soup.select("ul[aria-labelledby=nearest] a")
    assert any(LOCAL in one.get_text() and one.get_text() != LOCAL for one in nearest)
    assert any(str(one["href"]).startswith(f"/changes?act={LOCAL}") for one in nearest)


def test_the_nearest_article_is_offered_by_its_heading(client: TestClient) -> None:
    soup = soup_of(client, f"/acts/{LOCAL}/articles/art_366?ui=ru", 404)
    link = soup.select_one("ul[aria-labelledby=nearest] a")
    assert isinstance(link, Tag)
    assert link.get_text().startswith("Статья 36")
    assert client.get(str(link["href"])).status_code == 200


def test_an_unknown_regime_or_theme_is_told_with_those_there_are_by_title(
    client: TestClient,
) -> None:
    soup = soup_of(client, "/regimes/2013/correspondence/xxx?ui=ru", 404)
    assert text_of(soup, "main .notice").startswith("«xxx»: такого порядка выборов")
    links = [str(one["href"]) for one in soup.select("ul[aria-labelledby=nearest] a")]
    assert links == [f"/regimes/2013/correspondence/{one}?ui=ru" for one in ("1999", "2020")]
    soup = soup_of(client, "/regimes?theme=deposits&ui=ru", 404)
    offered = soup.select_one("ul[aria-labelledby=nearest] a")
    assert isinstance(offered, Tag)
    assert (offered.get_text(), offered["href"]) == (
        "Избирательный взнос",
        "/regimes?theme=deposit&ui=ru",
    )


@pytest.mark.parametrize("url", ["/acts/Z1", f"/acts/{LOCAL}/articles/art_361__p_2", "/acts/nope"])
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_no_command_is_told_to_a_reader_of_a_page(
    client: TestClient, url: str, language: str
) -> None:
    soup = soup_of(client, f"{url}?ui={language}", 404)
    assert "`nusqa" not in soup.get_text()
    told = client.get(f"/v1{url}").json()["detail"]
    assert "`/v1/acts" in told  # programs are told the address
    assert "`nusqa" not in told


def test_a_problem_without_a_database_is_still_a_page(own_house: House) -> None:
    client = own_house.client()
    with own_house.store.write() as session:
        session.execute(text("DROP TABLE acts"))
    soup = soup_of(client, "/acts/Z1?ui=ru", 503)
    assert "База данных не отвечает" in text_of(soup, "main .notice")


def test_the_oldest_wording_held_has_a_link_where_it_was_not_in_force_yet(
    garden: TestClient,
) -> None:
    page = DOUBTFUL.removeprefix("/v1")
    problem = garden.get(f"{DOUBTFUL}?in_force_on={BEFORE}").json()
    assert problem["type"] == "/problems/not-yet-in-force"
    soup = soup_of(garden, f"{page}?in_force_on={BEFORE}&ui=ru", 404)
    link = soup.select_one("ul[aria-labelledby=nearest] a")
    assert isinstance(link, Tag)
    day = date.fromisoformat(problem["edition"])
    assert link.get_text() == f"редакция {day:%d.%m.%Y}"
    assert garden.get(str(link["href"])).status_code == 200


@pytest.mark.parametrize(
    ("ui", "told"), [("ru", "лежит в карантине"), ("kk", "карантинде жатыр"), ("en", "quarantine")]
)
def test_an_act_of_which_all_was_refused_is_said_to_be_in_quarantine(
    own_house: House, ui: str, told: str
) -> None:
    with own_house.store.write() as session:
        fetched = Fetched("https://example.kz/", FETCHED, 200, {}, b"<html>")
        snapshot = record_snapshot(session, own_house.snapshots, fetched)
        quarantine(
            session,
            source=SOURCE,
            url="https://example.kz/",
            ngr="Z1300000094",
            language=None,
            label=None,
            snapshot_ids=[snapshot.id],
            objections=[Objection("content", "the page has no text")],
            recorded_at=RECORDED,
        )
    own_house.index()
    client = own_house.client()
    soup = soup_of(client, f"/acts/Z1300000094?ui={ui}", 404)
    assert told in text_of(soup, "main .notice")
    assert "Z1300000094" in text_of(soup, "main .notice")
    link = soup.select_one("main a[href*='#quarantine']")
    assert link is not None
    assert soup_of(client, str(link["href"]).partition("#")[0]).find(id="quarantine") is not None
    assert "quarantine" not in text_of(soup_of(client, "/acts/Z1300000095?ui=en", 404), ".notice")

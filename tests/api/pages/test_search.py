"""The page of a search, without a browser."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from tests.api.law import ELECTIONS, LOCAL
from tests.api.pages.test_pages import soup_of


def shown(client: TestClient, address: str, status: int = 200) -> BeautifulSoup:
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    return BeautifulSoup(answer.text, "lxml")


def searched(client: TestClient, q: str, more: str = "") -> BeautifulSoup:
    return shown(client, f"/search?q={quote(q)}{more}")


def the(soup: BeautifulSoup | Tag, selector: str) -> Tag:
    found = soup.select_one(selector)
    assert found is not None, selector
    return found


def words(soup: BeautifulSoup | Tag, selector: str) -> str:
    return " ".join(the(soup, selector).get_text().split())


def test_it_says_of_which_day_the_wordings_are(dated: TestClient) -> None:
    assert "действующие сегодня" in words(searched(dated, "жители"), ".found .help")
    on = searched(dated, "депутаты", "&on=2015-01-01")
    assert "01.01.2015" in words(on, ".found .help")
    assert "Все тексты" in words(searched(dated, "жители", "&on=any"), ".found .help")
    changed = searched(dated, "жители", "&changed=2015-01-01..2022-01-01")
    assert "Появилось или исчезло" in words(changed, ".found .help")
    assert "появилось 01.06.2021" in words(changed, ".hits .windows")


def test_where_nothing_is_found_today_it_leads_to_what_was_found_at_other_times(
    dated: TestClient,
) -> None:
    soup = searched(dated, "депутаты")
    more = the(soup, ".found .help a")
    assert more.get_text() == "В другие дни — ещё: 1"
    there = shown(dated, str(more["href"]))
    assert words(there, "#results") == "Найдено: 1"
    assert words(there, ".hits .now").startswith("сегодня действует другой текст: 01.01.2023")


def test_a_hit_has_its_place_its_days_and_all_wordings_that_fit(dated: TestClient) -> None:
    soup = searched(dated, "жители", "&on=any")
    assert words(soup, ".hits details.windows summary") == "Подходящие тексты: 2"
    links = [str(one["href"]) for one in soup.select(".hits details.windows a")]
    assert [parse_qs(urlsplit(one).query)["edition"] for one in links] == [
        ["2021-06-01"],
        ["2023-01-01"],
    ]


def test_what_a_repeal_has_left_is_shown_only_where_nothing_else_fits_and_held_on_no_day(
    dated: TestClient,
) -> None:
    def told(query: str) -> str:
        (where,) = searched(dated, query, "&on=any").select(".hits .where")
        return " ".join(where.get_text().split())

    assert "с 13.06.2013 до 01.06.2021" in told("статья:37")
    assert "не действовала ни дня" in told("статья:37 -вправе")


def test_facets_are_links_that_narrow_and_take_the_choice_back(dated: TestClient) -> None:
    soup = searched(dated, "избирают")
    (law,) = (one for one in soup.select(".facets a") if str(one.get_text()).startswith("Закон"))
    assert words(law.find_parent("li") or law, ".count") == "1"
    narrowed = shown(dated, str(law["href"]))
    assert words(narrowed, "#results") == "Найдено: 1"
    chosen = the(narrowed, ".facets a[aria-current]")
    assert words(shown(dated, str(chosen["href"])), "#results") == words(soup, "#results")


def test_facets_speak_the_readers_language(dated: TestClient) -> None:
    english = searched(dated, "избирают", "&ui=en")
    assert "Kind of act" in words(english, ".facets")
    assert "Constitutional Law" in words(english, ".facets")
    assert "ui=en" in str(the(english, ".facets a")["href"])
    assert "Заңы" in words(searched(dated, "избирают", "&ui=kk"), ".facets")


def test_the_address_holds_the_whole_search(dated: TestClient) -> None:
    state = f"&on=2015-01-01&act={LOCAL}&form=law&year=2001&cross=true&lang=ru"
    soup = searched(dated, "избирают", state)
    for link in soup.select(".facets a:not([aria-current])"):
        asked = parse_qs(urlsplit(str(link["href"])).query)
        assert asked["q"] == ["избирают"]
        assert (asked["on"], asked["cross"]) == (["2015-01-01"], ["true"])
    data = the(soup, "footer a[href^='/v1/search']")
    assert dated.get(str(data["href"])).json()["total"] == 1
    form = the(soup, "form.search")
    assert the(form, "#on")["value"] == "2015-01-01"
    assert the(form, "#cross").has_attr("checked")
    assert the(form, "#act option[selected]")["value"] == LOCAL
    assert the(form, "#lang option[selected]")["value"] == "ru"


def test_any_day_is_chosen_by_a_box_beside_the_day(dated: TestClient) -> None:
    soup = searched(dated, "жители", "&on=2015-01-01&on=any")
    assert the(soup, "#any-day").has_attr("checked")
    assert "Все тексты" in words(soup, ".found .help")
    assert words(searched(dated, "жители", "&on=&on=any"), "#results") == "Найдено: 1"


def test_a_cited_provision_is_marked_and_one_that_was_not_there_is_told(
    dated: TestClient,
) -> None:
    first = the(searched(dated, "ст. 36-1 срок"), ".hits li")
    assert "pinned" in (first.get("class") or [])
    assert words(first, ".tag") == "названо в запросе"
    gone = searched(dated, "ст. 36-1 закона 148", "&on=2015-01-01")
    told = words(gone, ".notice")
    assert told.startswith("На 01.01.2015 такого положения нет: ст. 36-1")
    assert "действует с 01.06.2021" in told
    unknown = searched(dated, "ст. 99 закона 148")
    assert "такого положения нет: ст. 99 (" in words(unknown, ".notice")


def test_what_was_left_out_added_and_meant_is_told_in_the_readers_language(
    dated: TestClient,
) -> None:
    assert "кавычка не закрыта" in words(searched(dated, '"жители'), ".notice")
    assert "тырнақша жабылмаған" in words(searched(dated, '"жители', "&ui=kk"), ".notice")
    assert "Искали также" in words(searched(dated, "аким", "&cross=true"), ".found")
    meant = the(searched(dated, "избираают"), ".meant a")
    assert words(shown(dated, str(meant["href"])), "#results") != "Найдено: 0"


def test_names_to_choose_from_need_no_script(dated: TestClient) -> None:
    soup = searched(dated, "статья 36")
    names = [str(one["value"]) for one in soup.select("datalist#names option")]
    assert "О местном управлении (пересказ)" in names
    assert "Статья 36." in names
    assert not soup.select("script")
    assert the(soup, "#q")["list"] == "names"


def test_pages_are_turned_both_ways(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.pages.searching.HITS_ON_A_PAGE", 2)
    first = searched(client, "аким", "&on=any")
    assert words(first, "nav.pages span") == "1–2 из 5"
    assert not first.select("a[rel=prev]")
    second = shown(client, str(the(first, "a[rel=next]")["href"]))
    assert words(second, "nav.pages span") == "3–4 из 5"
    assert the(second, "ol.hits")["start"] == "3"
    last = shown(client, str(the(second, "a[rel=next]")["href"]))
    assert not last.select("a[rel=next]")
    before = shown(client, str(the(last, "a[rel=prev]")["href"]))
    assert words(before, "ol.hits") == words(second, "ol.hits")


def test_a_day_that_does_not_exist_is_a_page_that_says_so(client: TestClient) -> None:
    soup = shown(client, "/search?q=a&on=2022-02-30", status=422)
    assert re.search("on", words(soup, "main"))


def test_the_elections_act_is_found_by_its_year(dated: TestClient) -> None:
    soup = searched(dated, "избирают", "&year=1995")
    assert ELECTIONS in str(the(soup, ".hits a")["href"])


def test_a_query_that_names_an_act_leads_to_the_act_itself(client: TestClient) -> None:
    for query in ("О местном управлении", LOCAL):
        soup = soup_of(client, f"/search?q={quote(query)}")
        assert [one["href"] for one in soup.select(".act-named a")] == [f"/acts/{LOCAL}"], query
    assert not soup_of(client, "/search?q=аким").select(".act-named")

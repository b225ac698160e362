from __future__ import annotations

from itertools import pairwise
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from tests.api import law
from tests.api.filling import fill, store_editions
from tests.api.house import House

ARTICLE = f"/acts/{law.LOCAL}/articles/art_36"
PAGES = [
    "/",
    "/search?q=аким",
    f"/acts/{law.LOCAL}",
    f"/acts/{law.WATCHED}",
    ARTICLE,
    f"/acts/{law.LOCAL}/articles/art_35",
    f"/acts/{law.LOCAL}/articles/art_37",
    f"/acts/{law.LOCAL}/articles/preamble",
    "/docs",
    "/problems/unknown-act",
    "/acts/Z1",
    f"{ARTICLE}?on=2019-01-01",
]


def soup_of(client: TestClient, url: str, status: int = 200) -> BeautifulSoup:
    answer = client.get(url)
    assert answer.status_code == status, answer.text
    return BeautifulSoup(answer.text, "lxml")


def text_of(soup: Tag, selector: str) -> str:
    found = soup.select_one(selector)
    assert isinstance(found, Tag), selector
    return " ".join(found.get_text().split())


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
@pytest.mark.parametrize("url", PAGES)
def test_a_page_is_whole_and_accessible(client: TestClient, url: str, ui: str) -> None:
    answer = client.get(url, headers={"Accept-Language": ui})
    soup = BeautifulSoup(answer.text, "lxml")
    assert soup.html is not None
    assert soup.html["lang"] == ui
    assert len(soup.select("h1")) == 1
    assert text_of(soup, "title")
    skip = soup.select_one("a.skip")
    assert skip is not None
    assert soup.select_one(str(skip["href"])) is not None
    ours = "script[type=module][src^='/static/js/'], script[type='application/ld+json']"
    assert not soup.select(f"script:not({ours}), [onclick], [style]")
    ids = [str(tag["id"]) for tag in soup.select("[id]")]
    assert len(ids) == len(set(ids))
    labelled = {str(label["for"]) for label in soup.select("label")}
    for field in soup.select("input:not([type=hidden]), select"):
        assert field["id"] in labelled
    for part in soup.select("[aria-labelledby]"):
        assert set(str(part["aria-labelledby"]).split()) <= set(ids)
    levels = [int(tag.name[1]) for tag in soup.select("h1, h2, h3, h4")]
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("url", PAGES)
def test_every_link_of_a_page_leads_somewhere(client: TestClient, url: str) -> None:
    answer = client.get(url)
    soup = BeautifulSoup(answer.text, "lxml")
    if answer.status_code != 200:  # a problem in another language is the same problem
        soup.select_one("nav.languages").decompose()  # type: ignore[union-attr]  # it is there
    # Examples of the API are about the sample: tests/documented asks them of that.
    for link in soup.select("a[href]:not(.example), link[href]"):
        href = str(link["href"])
        if href.startswith("/"):
            assert client.get(href).status_code == 200, (url, href)


@pytest.mark.parametrize(
    ("url", "feed"),
    [
        (ARTICLE, f"/feeds/acts/{law.LOCAL}/articles/art_36.atom?lang=ru"),
        (f"/acts/{law.LOCAL}?lang=kk", f"/feeds/acts/{law.LOCAL}.atom?lang=kk"),
        (f"/acts/{law.WATCHED}", f"/feeds/acts/{law.WATCHED}.atom?lang=ru"),
        ("/search?q=аким", f"/feeds/search.atom?q={quote('аким')}"),
        ("/", "/feeds/changes.atom?lang=ru"),
    ],
)
def test_a_page_names_its_feed_to_programs_and_to_readers(
    client: TestClient, url: str, feed: str
) -> None:
    soup = soup_of(client, url)
    named = soup.select("head link[rel=alternate][type$='feed+json'], link[type$='atom+xml']")
    found = {str(one["type"]): str(one["href"]) for one in named}
    assert found == {
        "application/atom+xml": feed,
        "application/feed+json": feed.replace(".atom", ".json"),
    }
    shown = [str(one["href"]) for one in soup.select("footer a")]
    assert set(found.values()) <= set(shown)
    for address in found.values():
        assert client.get(address).status_code == 200


def test_an_article_page_shows_its_wording_and_keeps_the_notes_apart(client: TestClient) -> None:
    soup = soup_of(client, f"{ARTICLE}?lang=ru")
    assert text_of(soup, "h1") == "Статья 36. Избрание акима"
    wording = soup.select_one(".wording")
    assert isinstance(wording, Tag)
    assert wording["lang"] == "ru"
    assert "Итоги подводят" in wording.get_text()
    assert "Сноска" not in wording.get_text()
    assert "Сноска" in text_of(soup, "aside.notes")


def test_an_article_page_shows_its_history_with_gaps_and_redlines(client: TestClient) -> None:
    soup = soup_of(client, f"{ARTICLE}?lang=ru")
    entries = [" ".join(item.get_text().split()) for item in soup.select(".history > ol > li")]
    assert len(entries) == 4  # three wordings and a gap, newest first
    assert "показан выше" in entries[0]
    assert entries[2].startswith("с 28.12.2018 до 24.05.2021: текста у нас нет")
    amended = soup.select(".history > ol > li")[1]
    assert [tag.get_text() for tag in amended.select("del")] == ["депутаты маслихата"]
    assert [tag.get_text() for tag in amended.select("ins")] == ["сами жители"]


def test_an_article_page_says_where_the_text_comes_from(client: TestClient) -> None:
    json = client.get(f"/v1/acts/{law.LOCAL}/articles/art_36").json()
    shown = text_of(soup_of(client, f"{ARTICLE}?lang=ru"), ".provenance")
    assert json["provenance"]["snapshot_sha256"] in shown
    assert json["provenance"]["url"] in shown


def test_a_kazakh_text_on_a_russian_page_is_marked_as_kazakh(client: TestClient) -> None:
    soup = soup_of(client, f"{ARTICLE}?lang=kk&ui=ru")
    assert soup.html is not None
    assert soup.html["lang"] == "ru"
    heading = soup.select_one("h1")
    assert isinstance(heading, Tag)
    assert heading["lang"] == "kk"
    assert heading.get_text() == "36-бап. Әкімді сайлау"


def test_the_interface_language_goes_along_when_it_was_asked_for(client: TestClient) -> None:
    soup = soup_of(client, "/?ui=kk")
    link = soup.select_one("table.acts a")
    assert isinstance(link, Tag)
    assert "ui=kk" in str(link["href"])
    hidden = soup.select_one("form.ask input[name=ui]")
    assert isinstance(hidden, Tag)
    assert hidden["value"] == "kk"


def test_a_text_held_in_one_language_is_shown_to_readers_of_any(client: TestClient) -> None:
    soup = soup_of(client, f"/acts/{law.LOCAL}/articles/art_35?ui=kk")  # its act has Kazakh text
    assert text_of(soup, "h1") == "Статья 35. Чем занят аким"


def test_another_interface_language_keeps_the_text_that_is_read(client: TestClient) -> None:
    soup = soup_of(client, f"{ARTICLE}?ui=ru")
    kazakh = soup.select_one("nav.languages a[hreflang=kk]")
    assert isinstance(kazakh, Tag)
    assert text_of(soup_of(client, str(kazakh["href"])), "h1") == "Статья 36. Избрание акима"


def test_the_act_page_lists_editions_and_the_articles_of_the_one_shown(client: TestClient) -> None:
    soup = soup_of(client, f"/acts/{law.LOCAL}?lang=ru&on=2014-01-01")
    assert text_of(soup, "tr.shown th") == "13.06.2013"
    names = [link.get_text() for link in soup.select("ul.contents a")]
    assert names[:2] == ["Преамбула", "Статья 35. Чем занят аким"]
    assert "Статья 36-1. Срок акима" not in names


def test_a_search_page_marks_the_words_and_links_to_the_wording(client: TestClient) -> None:
    soup = soup_of(client, f"/search?q={quote('выборы назначает')}&lang=ru")
    assert "выборы" in {mark.get_text().lower() for mark in soup.select("ol.hits mark")}
    link = soup.select_one("ol.hits a")
    assert isinstance(link, Tag)
    assert client.get(str(link["href"])).status_code == 200
    assert soup.select_one("#q")["value"] == "выборы назначает"  # type: ignore[index]  # it is there


def test_a_problem_page_names_what_may_have_been_meant(client: TestClient) -> None:
    soup = soup_of(client, f"/acts/{law.LOCAL}/articles/art_361?ui=ru", status=404)
    assert text_of(soup, "h1") == "Такой статьи в этой редакции нет"
    links = {str(link["href"]) for link in soup.select("main ul a")}
    assert f"/acts/{law.LOCAL}/articles/art_36?ui=ru" in links


def test_hostile_words_are_shown_and_never_run(own_house: House) -> None:
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [law.HOSTILE_EDITION])
    own_house.index()
    client = own_house.client()
    query = quote(law.HOSTILE)
    for url in (
        "/",
        f"/search?q={query}",
        f"/search?q={quote('жирный')}",
        f"/acts/{law.RULES}",
        f"/acts/{law.RULES}/articles/p_1",
        f"/acts/{query}",
        f"/acts/{law.RULES}/articles/{query}",
        f"/?ui={query}",
    ):
        answer = client.get(url)
        assert "<script>" not in answer.text, url
        bold = BeautifulSoup(answer.text, "lxml").find_all("b")
        assert not any("жирный" in one.get_text() for one in bold), url
    article = client.get(f"/acts/{law.RULES}/articles/p_1")
    assert law.HOSTILE in BeautifulSoup(article.text, "lxml").get_text()
    policy = article.headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "script-src 'self';" in policy
    assert "default-src 'none'" in article.headers["content-security-policy"]


def test_while_sample_data_is_loaded_every_page_says_so(own_house: House) -> None:
    fill(own_house.store, own_house.snapshots)
    own_house.index()
    client = own_house.client()
    urls = ["/", "/search?q=аким", f"/acts/{law.LOCAL}", ARTICLE]
    assert all(soup_of(client, url).select_one(".banner") is None for url in urls)
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [law.SAMPLE_EDITION])
    assert all("Образец" in text_of(soup_of(client, url), ".banner") for url in urls)


def test_an_empty_store_says_how_to_load_acts(own_house: House) -> None:
    assert "nusqa demo" in text_of(soup_of(own_house.client(), "/"), "main")


def test_without_an_index_the_search_page_says_that_it_is_being_built(own_house: House) -> None:
    soup = soup_of(own_house.client(), "/search?q=аким", status=503)
    assert "строится" in text_of(soup, ".notice")

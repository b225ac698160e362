"""Sitemaps, robots.txt and the description of the search, as robots and browsers read them."""

from __future__ import annotations

from contextlib import ExitStack
from datetime import UTC, datetime
from urllib.robotparser import RobotFileParser

import pytest
from fastapi.testclient import TestClient
from lxml import etree
from sqlalchemy import update

from api.answering.turns import MOST_AT_ONCE
from api.questions.page_addresses import page_parts, pages_of
from corpus.store.tables import EDITIONS
from tests.api.filling import fill, store_editions
from tests.api.house import House
from tests.api.law import ELECTIONS, LOCAL, RULES, SAMPLE_EDITION

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
    "o": "http://a9.com/-/spec/opensearch/1.1/",
}


def addresses(client: TestClient, sitemap: str) -> list[str]:
    root = etree.fromstring(client.get(sitemap).content)
    return [str(one.text) for one in root.iterfind("*/s:loc", NAMES)]


def test_the_index_leads_to_sitemaps_and_they_to_every_page_with_law(client: TestClient) -> None:
    pages = [page for part in addresses(client, "/sitemap.xml") for page in addresses(client, part)]
    assert len(pages) == len(set(pages))
    for page in pages:
        assert client.get(page).status_code == 200, page
    wanted = (
        f"/acts/{LOCAL}?lang=kk",
        f"/acts/{LOCAL}/articles/art_36-1?lang=ru",
        f"/acts/{ELECTIONS}/articles/art_113-1?lang=ru",
    )
    assert {f"http://testserver{page}" for page in wanted} <= set(pages)
    assert not [page for page in pages if "/v1/" in page or "edition=" in page]


def test_a_page_is_listed_by_its_canonical_address_with_its_languages(client: TestClient) -> None:
    root = etree.fromstring(client.get("/sitemaps/1.xml").content)
    page = f"http://testserver/acts/{LOCAL}/articles/art_36?lang=ru"
    (url,) = (
        one for one in root.iterfind("s:url", NAMES) if one.findtext("s:loc", None, NAMES) == page
    )
    languages = {one.get("hreflang"): one.get("href") for one in url.iterfind("x:link", NAMES)}
    assert languages == {
        **{ui: f"{page}&ui={ui}" for ui in ("ru", "kk", "en")},
        "x-default": page,
    }
    assert str(url.findtext("s:lastmod", None, NAMES)).startswith("2026-")
    assert f'rel="canonical" href="{page}"' in client.get(page).text


def test_parts_hold_each_page_once_however_small_they_are(house: House) -> None:
    with house.store.read() as session:
        whole = [one for part in page_parts(session) for one in pages_of(session, part)]
        for most in (1, 2, 3, 5):
            parts = page_parts(session, most)
            cut = [list(pages_of(session, part)) for part in parts]
            assert max(map(len, cut)) == most
            assert [one for part in cut for one in part] == whole


def test_sitemaps_are_asked_for_again_at_no_cost(client: TestClient) -> None:
    for address in ("/sitemap.xml", "/sitemaps/1.xml", "/sitemaps/site.xml", "/robots.txt"):
        tag = client.get(address).headers["etag"]
        assert client.get(address, headers={"If-None-Match": tag}).status_code == 304


@pytest.mark.parametrize("address", ["/sitemap.xml", "/sitemaps/1.xml"])
def test_a_corpus_that_was_made_anew_has_other_sitemaps(
    own_house: House, client: TestClient, address: str
) -> None:
    fill(own_house.store, own_house.snapshots)
    held = {"If-None-Match": client.get(address).headers["etag"]}
    assert own_house.client().get(address, headers=held).status_code == 304
    later = datetime(2027, 1, 1, tzinfo=UTC)
    with own_house.store.write() as session:  # as often written to as the other one
        session.execute(update(EDITIONS).values(recorded_at=later))
    assert own_house.client().get(address, headers=held).status_code == 200


def test_slow_readers_of_sitemaps_leave_connections_for_others(house: House) -> None:
    app, address = house.app(), "/sitemaps/1.xml"
    client = TestClient(app)
    with ExitStack() as turns:
        for _ in range(MOST_AT_ONCE):
            turns.enter_context(app.state.services.dumping.turn())
        refused = client.get(address)
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "60")
        assert client.head(address).status_code == 200
    for _ in range(2 * MOST_AT_ONCE):  # each gives its turn back
        assert client.get(address).status_code == 200


@pytest.mark.parametrize("number", ["0", "99", "x", "-1", "1e9"])
def test_a_sitemap_that_is_not_there_is_told_so(client: TestClient, number: str) -> None:
    assert client.get(f"/sitemaps/{number}.xml").status_code in (404, 422)


def test_robots_may_read_the_pages_and_need_not_walk_what_has_no_end(client: TestClient) -> None:
    answer = client.get("/robots.txt")
    assert answer.headers["content-type"].startswith("text/plain")
    told = RobotFileParser()
    told.parse(answer.text.splitlines())
    for page in ("/", f"/acts/{LOCAL}", f"/acts/{LOCAL}/articles/art_36?lang=ru", "/regimes"):
        assert told.can_fetch("anyone", page), page
    for page in ("/v1/search?q=a", "/search?q=a", "/compare?left=1999", "/mcp", "/v1/resolve?q=a"):
        assert not told.can_fetch("anyone", page), page
    assert told.site_maps() == ["http://testserver/sitemap.xml"]
    for space in ("/*?on=", "/*&on=", "/*in_force_on="):  # the standard library knows no `*`
        assert f"Disallow: {space}" in answer.text


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_a_browser_learns_how_to_search_here(client: TestClient, ui: str) -> None:
    answer = client.get(f"/opensearch.xml?ui={ui}")
    assert answer.headers["content-type"] == "application/opensearchdescription+xml"
    root = etree.fromstring(answer.content)
    assert root.tag == f"{{{NAMES['o']}}}OpenSearchDescription"
    assert len(str(root.findtext("o:ShortName", None, NAMES))) <= 16
    assert len(str(root.findtext("o:Description", None, NAMES))) <= 1024
    assert root.findtext("o:Language", None, NAMES) == ui
    kinds = {
        str(url.get("type")): str(url.get("template")) for url in root.iterfind("o:Url", NAMES)
    }
    for kind in ("text/html", "application/x-suggestions+json"):
        assert "{searchTerms}" in kinds[kind]
        found = client.get(kinds[kind].replace("{searchTerms}", "аким"))
        assert found.status_code == 200
        assert found.headers["content-type"].partition(";")[0] == kind
    image = root.findtext("o:Image", None, NAMES)
    assert client.get(str(image)).headers["content-type"].startswith("image/svg+xml")


def test_every_page_names_the_description(client: TestClient) -> None:
    for page in ("/", f"/acts/{LOCAL}", "/nothing"):
        text = client.get(f"{page}?ui=kk").text
        assert 'rel="search" type="application/opensearchdescription+xml"' in text
        assert 'href="/opensearch.xml?ui=kk"' in text


def test_the_icon_is_found_by_its_old_name_too(client: TestClient) -> None:
    assert client.get("/favicon.ico").headers["content-type"].startswith("image/svg+xml")


def test_sample_texts_are_not_for_search_engines(own_house: House, client: TestClient) -> None:
    noindex = '<meta name="robots" content="noindex">'
    assert noindex not in client.get(f"/acts/{LOCAL}").text
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [SAMPLE_EDITION])
    own_house.index()
    for page in (f"/acts/{RULES}", f"/acts/{RULES}/articles/p_1"):
        assert noindex in own_house.client().get(page).text


def test_suggestions_have_the_shape_that_browsers_take(client: TestClient) -> None:
    typed, names, places, pages = client.get("/suggest", params={"q": "избрание ак"}).json()
    assert typed == "избрание ак"
    assert names[0] == "Статья 36. Избрание акима"
    assert len(names) == len(places) == len(pages)
    assert client.get(pages[0]).status_code == 200
    assert client.get("/suggest").json() == ["", [], [], []]

"""The page that a permalink opens, the page for frames, and what is copied."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from corpus.store.writes import Fetched, record_snapshot, store_edition
from tests.api import law
from tests.api.filling import RECORDED, SOURCE, store_editions
from tests.api.house import House
from tests.api.law import LOCAL
from tests.api.pages.test_article import BAD
from tests.api.pages.test_pages import soup_of, text_of

ARTICLE = f"/acts/{LOCAL}/articles/art_36"


def permalink(client: TestClient, query: str) -> str:
    soup = soup_of(client, f"{ARTICLE}?{query}")
    link = soup.select_one("#copy-permalink a")
    assert link is not None
    parts = urlsplit(str(link["href"]))
    return f"{parts.path}?{parts.query}"


def correct(house: House) -> None:
    """The registry serves the edition of 24 May 2021 with other words."""
    first = law.LOCAL_EDITIONS[1]
    content = tuple(
        law.election("жители и гости", law.NOTE) if getattr(one, "key", "") == "art_36" else one
        for one in first.content
    )
    fetched = Fetched("https://old.adilet.zan.kz/again", RECORDED, 200, {}, b"corrected")
    with house.store.write() as session:
        snapshot = record_snapshot(session, house.snapshots, fetched)
        store_edition(
            session,
            replace(first, content=content),
            snapshot_ids=[snapshot.id],
            source=SOURCE,
            recorded_at=RECORDED,
        )


def test_a_permalink_opens_a_page_with_that_very_text(client: TestClient) -> None:
    soup = soup_of(client, permalink(client, "lang=ru&edition=2013-06-13"))
    assert "депутаты маслихата" in text_of(soup, ".wording")
    assert "всегда показывает именно этот текст" in text_of(soup, ".edition-banner")


def test_a_permalink_keeps_the_text_that_the_registry_has_corrected_since(
    own_house: House,
) -> None:
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [law.LOCAL_EDITIONS[1]])
    client = own_house.client()
    before = permalink(client, "lang=ru&edition=2021-05-24")
    framed = before.replace("/acts/", "/embed/acts/", 1).replace("/pinned", "")
    correct(own_house)
    soup = soup_of(client, before)
    assert "сами жители" in text_of(soup, ".wording")
    assert "исправил эту редакцию" in text_of(soup, ".edition-banner.pinned")
    now = soup.select_one(".edition-banner.pinned a")
    assert now is not None
    assert "жители и гости" in text_of(soup_of(client, str(now["href"])), ".wording")
    embedded = soup_of(client, framed)
    assert "сами жители" in text_of(embedded, ".wording")
    assert "исправил эту редакцию" in embedded.get_text()


def test_a_permalink_of_a_point_marks_the_point(client: TestClient) -> None:
    cited = client.get(f"/v1{ARTICLE}__p_2/cite?lang=ru").json()["permalink"]
    parts = urlsplit(cited)
    soup = soup_of(client, f"{parts.path}?{parts.query}")
    marked = [one["id"] for one in soup.select(".block.cited")]
    assert marked == ["p_2"]
    assert "пункт 2 статьи 36" in text_of(soup, "#copy-official-ru")


def test_a_pinned_text_that_is_not_held_is_a_problem_with_a_way_on(client: TestClient) -> None:
    address = f"{ARTICLE}/pinned?lang=ru&edition=2021-05-24"
    assert client.get(address).status_code == 422
    soup = soup_of(client, f"{address}&text={'0' * 16}&ui=kk", 404)
    assert soup.html is not None
    assert soup.html["lang"] == "kk"
    nearest = {" ".join(one.get_text().split()): str(one["href"]) for one in soup.select("main a")}
    assert nearest["24.05.2021 редакциясы"] == f"{ARTICLE}?lang=ru&edition=2021-05-24&ui=kk"
    assert client.get(nearest["24.05.2021 редакциясы"]).status_code == 200


def test_only_the_page_for_frames_may_be_framed(client: TestClient) -> None:
    framed = client.get(f"/embed{ARTICLE}?lang=ru&edition=2021-05-24")
    assert "frame-ancestors *" in framed.headers["content-security-policy"]
    assert "unsafe" not in framed.headers["content-security-policy"]
    soup = BeautifulSoup(framed.text, "lxml")
    assert not soup.select("script, form, [style]")
    assert "сами жители" in text_of(soup, ".wording")
    assert "статья 36 Закона Республики Казахстан" in text_of(soup, "footer")
    for other in (ARTICLE, "/", f"/acts/{LOCAL}", permalink(client, "lang=ru")):
        assert "frame-ancestors 'none'" in client.get(other).headers["content-security-policy"]
    refused = client.get(f"/embed{ARTICLE}?edition=1990-01-01")
    assert refused.status_code == 404
    assert "frame-ancestors *" in refused.headers["content-security-policy"]


def test_a_frame_may_show_a_point_alone(client: TestClient) -> None:
    soup = soup_of(client, f"/embed{ARTICLE}__p_2?lang=ru&edition=2021-05-24")
    assert text_of(soup, ".wording") == "2. Выборы назначает комиссия района."


@pytest.mark.parametrize("name", ["quote", "frame", "bibtex", "ris", "csl"])
def test_what_is_copied_can_be_selected_without_a_script(client: TestClient, name: str) -> None:
    soup = soup_of(client, f"{ARTICLE}?lang=ru&edition=2021-05-24")
    shown = soup.select_one(f"#copy-{name}")
    assert shown is not None
    if name in ("quote", "frame"):
        assert permalink(client, "lang=ru&edition=2021-05-24").partition("?")[2] in (
            shown.get_text().replace("&amp;", "&")
        )
    else:
        address = f"/v1{ARTICLE}/cite?lang=ru&edition=2021-05-24&format={name}"
        assert client.get(address).text.replace("\r\n", "\n") == shown.get_text()


def test_the_quotation_is_html_of_its_own_with_the_words_and_where_they_are_from(
    client: TestClient,
) -> None:
    soup = soup_of(client, f"{ARTICLE}?lang=ru&edition=2021-05-24")
    quoted = BeautifulSoup(text_of(soup, "#copy-quote"), "lxml").blockquote
    assert quoted is not None
    assert quoted["lang"] == "ru"
    (link,) = quoted.select("a")
    assert link["href"] == quoted["cite"]
    assert "сами жители" in quoted.get_text()
    assert "24.05.2021" in quoted.get_text()
    assert not quoted.select("script, [style], [class]")


def test_hostile_law_stays_words_in_what_is_copied(own_house: House) -> None:
    bad = law.article("1", "Сад", law.point("1", BAD), law.table((BAD,)), divisions=())
    with own_house.store.write() as session:
        one = law.edition("Z0300000001", "2020-01-01", bad, title=BAD)
        store_editions(session, own_house.snapshots, [one])
    client = own_house.client()
    soup = soup_of(client, "/acts/Z0300000001/articles/art_1")
    for name in ("quote", "frame"):
        shown = soup.select_one(f"#copy-{name}")
        assert shown is not None
        pasted = BeautifulSoup(shown.get_text(), "lxml")
        assert not pasted.select("img, script")
        assert not any("onerror" in one.attrs for one in pasted.select("*"))
    framed = client.get("/embed/acts/Z0300000001/articles/art_1").text
    assert not BeautifulSoup(framed, "lxml").select("img, script")


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_the_hash_tells_the_language_where_none_is_given(client: TestClient, lang: str) -> None:
    cited = client.get(f"/v1{ARTICLE}", params={"edition": "2021-05-24", "lang": lang}).json()
    asked = {"edition": "2021-05-24", "snapshot": cited["provenance"]["snapshot_sha256"]}
    pinned = client.get(f"/v1{ARTICLE}/pinned", params=asked)
    assert pinned.status_code == 200, pinned.text
    assert pinned.json()["article"]["lang"] == lang
    page = client.get(f"{ARTICLE}/pinned", params=asked)
    assert page.status_code == 200
    assert f'lang="{lang}"' in page.text.partition('class="wording')[2]


def test_a_hash_that_no_language_has_is_told_with_what_is_held(client: TestClient) -> None:
    asked = {"edition": "2021-05-24", "text": "0" * 64}
    problem = client.get(f"/v1{ARTICLE}/pinned", params=asked)
    assert problem.status_code == 404
    assert problem.json()["type"] == "/problems/pinned-text-not-held"
    assert client.get("/v1/acts/Z9/articles/art_1/pinned", params=asked).status_code == 404

"""Every feed is valid in both formats, whatever the law's text holds."""

from __future__ import annotations

from datetime import timedelta

import pytest
from fastapi.testclient import TestClient

from corpus.law import Article, Block, BlockKind, Language
from corpus.store.writes import Snapshots
from tests.api import law
from tests.api.feeds.reading import atom_of, json_of
from tests.api.filling import store_changes, store_editions
from tests.api.house import House

ACT = f"/feeds/acts/{law.LOCAL}"
FEEDS = [
    "/feeds/changes",
    ACT,
    f"{ACT}/articles/art_36",
    f"{ACT}/articles/ch_3",
    "/feeds/regimes/2020",
    "/feeds/regimes/R3a",
    "/feeds/search",
    f"/feeds/acts/{law.WATCHED}",
]


@pytest.mark.parametrize("lang", [*Language, ""])
@pytest.mark.parametrize("feed", FEEDS)
def test_every_feed_is_valid_in_both_formats_and_says_the_same(
    client: TestClient, feed: str, lang: str
) -> None:
    asked = {"lang": lang, **({"q": "аким"} if feed.endswith("search") else {})}
    entries = atom_of(client, f"{feed}.atom", **asked)
    document = json_of(client, f"{feed}.json", **asked)
    assert [entry.id for entry in entries] == [item["id"] for item in document["items"]]
    assert [entry.html for entry in entries] == [item["content_html"] for item in document["items"]]
    assert document["language"] == (lang or "ru")


def test_an_entry_tells_the_change_its_act_and_its_dates(client: TestClient) -> None:
    feed = json_of(client, f"{ACT}/articles/art_36.json")
    (newest, older) = feed["items"]
    assert newest["title"] == (
        "Статья 36. Избрание акима: изменение (редакция 05.11.2022) · "
        "О местном управлении (пересказ)"
    )
    assert "<ins>3. Итоги подводят в тот же день.</ins>" in newest["content_html"]
    assert "неизвестен" in newest["content_html"]  # no note of that edition names an act
    assert newest["url"] == (
        f"http://testserver/acts/{law.LOCAL}/articles/art_36?lang=ru&edition=2022-11-05"
    )
    assert newest["external_url"].startswith("https://old.adilet.zan.kz/ru/docs/")
    assert "О поправках в местное управление" in older["content_html"]
    details = older["_nusqa"]
    assert (details["type"], details["kind"], details["legal"]) == ("change", "amended", True)
    titles = [act["title"] for act in details["amending_acts"]]
    assert "О поправках в местное управление" in titles
    assert details["in_force"]["ground"] == "unknown"


@pytest.mark.parametrize(
    ("lang", "words"),
    [("ru", "изменение"), ("kk", "өзгеріс"), ("en", "amended")],
)
def test_a_feed_of_one_act_speaks_the_language_asked_for(
    client: TestClient, lang: str, words: str
) -> None:
    feed = json_of(client, "/feeds/search.json", q="аким", lang=lang)
    titles = [item["title"] for item in feed["items"]]
    assert all(words in title for title in titles[:1])
    assert bool(titles) is (lang == "ru")  # texts changed in Russian only


WILD = "Слово\x00 \x0b\x1b и \ufffe, \U0001f600, ]]> &amp; <script>alert(1)</script> {braces}"


def test_no_text_of_the_law_breaks_a_feed(own_house: House) -> None:
    def worded(text: str) -> Article:
        block = Block(BlockKind.POINT, text, "1", "1.", "p_1")
        return law.article("1", f"О {text}", block, divisions=())

    def stored(snapshots: Snapshots) -> None:
        editions = [
            law.edition(law.RULES, label, worded(text), title=f"Закон <b>{WILD[12:]}</b>")
            for label, text in (("2001-01-01", "Было."), ("2002-01-01", WILD.replace("\x00", "")))
        ]
        with own_house.store.write() as session:
            store_editions(session, snapshots, editions)
            store_changes(session, law.RULES, Language.RU)

    stored(own_house.snapshots)
    client = own_house.client()
    (entry,) = atom_of(client, f"/feeds/acts/{law.RULES}.atom")
    assert "&lt;script&gt;" in entry.html
    assert "<script" not in entry.html
    assert "{braces}" in entry.html
    (item,) = json_of(client, f"/feeds/acts/{law.RULES}.json")["items"]
    assert item["id"] == entry.id
    assert "\x0b" in item["content_html"]  # JSON can hold it


def test_ids_are_the_same_at_every_address(house: House, client: TestClient) -> None:
    public = house.settings.model_copy(update={"public_url": "https://law.example/nusqa"})
    other = TestClient(House(public, house.store, house.engine, house.snapshots).app())
    here, there = json_of(client, f"{ACT}.json"), json_of(other, f"{ACT}.json")
    assert [item["id"] for item in here["items"]] == [item["id"] for item in there["items"]]
    assert here["_nusqa"]["id"] == there["_nusqa"]["id"]
    assert there["feed_url"] == f"https://law.example/nusqa{ACT}.json"
    assert there["items"][0]["url"].startswith("https://law.example/nusqa/acts/")


def test_an_entry_keeps_its_id_in_every_feed_and_each_language_has_its_own_feed(
    client: TestClient,
) -> None:
    of_act, of_all = json_of(client, f"{ACT}.json"), json_of(client, "/feeds/changes.json")
    assert [item["id"] for item in of_act["items"]] == [item["id"] for item in of_all["items"]]
    ids = {
        json_of(client, f"{ACT}.json", lang=language)["_nusqa"]["id"] for language in Language
    } | {of_all["_nusqa"]["id"]}
    assert len(ids) == 4


def test_a_moment_between_seconds_is_written_so_that_order_is_kept(client: TestClient) -> None:
    entries = atom_of(client, f"{ACT}.atom")
    assert all(entry.updated.utcoffset() == timedelta(0) for entry in entries)

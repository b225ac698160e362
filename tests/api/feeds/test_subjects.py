"""What each feed is about: which changes it has and which it has not."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.questions.following.subjects import of_regime
from corpus.bundled import own_regimes
from corpus.law import Language
from tests.api.feeds.acts import (
    FIRST,
    NGR,
    SECOND,
    THIRD,
    article,
    edition,
    take,
    without_note,
)
from tests.api.feeds.reading import json_of
from tests.api.house import House

ACT = f"/feeds/acts/{NGR}"


def items(client: TestClient, url: str, **asked: Any) -> list[tuple[str, str]]:
    """The key and the kind of each item, newest first."""
    found = json_of(client, url, **asked)["items"]
    return [(one["_nusqa"]["key"], one["_nusqa"].get("kind", "announced")) for one in found]


AMENDED, HEADING = ("art_2", "amended"), ("ch_1", "amended")
ADDED, ANNOUNCED, SPACES = ("art_4", "added"), ("art_3", "announced"), ("art_1", "technical")


def test_a_feed_has_legal_changes_and_announced_ones_but_not_technical_ones(
    gardens: TestClient,
) -> None:
    assert sorted(items(gardens, f"{ACT}.json")) == sorted([AMENDED, HEADING, ADDED, ANNOUNCED])
    assert SPACES in items(gardens, f"{ACT}.json", technical=True)
    assert items(gardens, f"{ACT}.json", kind="technical")[-1] == SPACES


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("amended", [HEADING, AMENDED]), ("added,announced", [ADDED, ANNOUNCED]), ("moved", [])],
)
def test_a_feed_is_narrowed_to_kinds(
    gardens: TestClient, kind: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(items(gardens, f"{ACT}.json", kind=kind)) == sorted(expected)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("art_2", [AMENDED]),
        ("art_3", [ANNOUNCED]),
        ("art_1", []),
        ("art_2__p_1", [AMENDED]),
        ("art_2__p_2", []),  # the other point changed
        ("art_4__p_2", [ADDED]),  # it came with its article
        ("ch_1", [AMENDED, HEADING, ADDED, ANNOUNCED]),
    ],
)
def test_a_place_has_a_feed_of_its_own(
    gardens: TestClient, key: str, expected: list[tuple[str, str]]
) -> None:
    assert sorted(items(gardens, f"{ACT}/articles/{key}.json")) == sorted(expected)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("груши", {AMENDED: "stays"}),
        ("вишни", {ADDED: "entered"}),
        ("летом", {AMENDED: "left"}),
        ("груши осенью", {AMENDED: "entered"}),
        ("сажать", {AMENDED: "stays", ADDED: "entered", ANNOUNCED: None}),
        ("-весной сад", {AMENDED: "stays", ANNOUNCED: None}),
        ("огурцы", {}),
        ("груши ~2 осенью", {AMENDED: "entered"}),
        ("note:7", {AMENDED: "entered"}),
        ("act:садах article:2", {AMENDED: "stays"}),
        (f"акт:{NGR} heading:4", {ADDED: "entered"}),
        ("act:огороды", {}),
        ("статья:2 status:repealed", {AMENDED: "stays"}),
    ],
)
def test_a_search_has_the_changes_of_what_fits_before_or_after(
    gardens: TestClient, words: str, expected: dict[tuple[str, str], str | None]
) -> None:
    found = json_of(gardens, "/feeds/search.json", q=words)["items"]
    assert {
        (one["_nusqa"]["key"], one["_nusqa"].get("kind", "announced")): one["_nusqa"].get("matched")
        for one in found
    } == expected
    same = json_of(gardens, "/feeds/search.json", q=words, act=NGR, lang="ru")["items"]
    assert [one["id"] for one in same] == [one["id"] for one in found]


def test_a_status_which_changes_are_not_followed_by_is_told_of(gardens: TestClient) -> None:
    feed = json_of(gardens, "/feeds/search.json", q="груши status:in_force")
    assert feed["description"].endswith(
        "Не учтено в запросе: состояние: по нему изменения не отслеживаются (status:in_force)"
    )
    whole = json_of(gardens, "/feeds/search.json", q="груши")
    assert "Не учтено" not in whole["description"]
    assert feed["items"] == whole["items"]


def test_a_search_that_finds_little_goes_on_page_by_page(
    gardens: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.questions.following.feed_pages.MOST_LOOKED_AT", 1)
    address, found, pages = f"{ACT}.json", [], 0
    url: str | None = "/feeds/search.json?q=груши&limit=1&technical=true"
    while url:
        page = gardens.get(url).json()
        found += [one["_nusqa"]["key"] for one in page["items"]]
        url, pages = page.get("next_url"), pages + 1
    assert found == ["art_2"]
    assert pages > 2
    assert items(gardens, address)


def test_a_regime_has_the_provisions_of_all_its_phases() -> None:
    regime = of_regime(own_regimes(), "2020", Language.RU)
    phase = of_regime(own_regimes(), "R3a", Language.RU)
    assert set(phase.sets or ()) < set(regime.sets or ())
    assert regime.acts == tuple(sorted({one.ngr for one in regime.sets or ()}))


@pytest.mark.parametrize(
    ("url", "status", "slug"),
    [
        ("/feeds/acts/Z1.atom", 404, "unknown-act"),
        (f"{ACT}/articles/art_99.atom", 404, "unknown-article"),
        ("/feeds/regimes/1789.atom", 404, "unknown-regime"),
        ("/feeds/search.atom", 422, "invalid-request"),
        ("/feeds/search.atom?q=%22", 422, "invalid-request"),
        (f"{ACT}.rss", 422, "invalid-request"),
        (f"{ACT}.atom?kind=abolished", 422, "invalid-request"),
        (f"{ACT}.atom?lang=de", 422, "invalid-request"),
        (f"{ACT}.atom?before=12", 422, "invalid-request"),
        (f"{ACT}.atom?before=1.2.3", 422, "invalid-request"),
        (f"{ACT}.atom?before=99999999999.1", 422, "invalid-request"),
        (f"{ACT}.atom?before=%D9%A1.%D9%A1", 422, "invalid-request"),
        (f"{ACT}.atom?limit=0", 422, "invalid-request"),
        ("/feeds/nothing.atom", 404, "not-found"),
    ],
)
def test_what_cannot_be_followed_is_told_as_a_problem(
    gardens: TestClient, url: str, status: int, slug: str
) -> None:
    answer = gardens.get(url)
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{slug}"), answer.text
    assert answer.headers["content-type"] == "application/problem+json"


def test_a_registrys_correction_is_told_as_one_and_is_no_change_of_the_law(
    own_house: House,
) -> None:
    take(own_house, FIRST)
    one, _, three = FIRST.articles
    corrected = edition("2001-01-01", one, article("2", "Груши сажают зимой."), three)
    take(own_house, corrected, minutes=5)
    client = own_house.client()
    (item,) = json_of(client, f"{ACT}.json")["items"]
    assert "исправление реестра" in item["title"]
    assert "закон при этом не менялся" in item["content_html"]
    assert item["_nusqa"]["nature"] == "correction"
    assert item["_nusqa"]["legal"] is False
    assert item["_nusqa"]["amending_acts"] == []


def test_a_change_that_no_longer_holds_comes_again_marked_as_withdrawn(own_house: House) -> None:
    take(own_house, FIRST, THIRD)
    client = own_house.client()
    (before,) = json_of(client, f"{ACT}/articles/art_2.json")["items"]
    take(own_house, SECOND, minutes=5)
    again, right = json_of(client, f"{ACT}/articles/art_2.json")["items"]
    if again["id"] != before["id"]:
        again, right = right, again
    assert again["id"] == before["id"]
    assert again["date_published"] == before["date_published"]
    assert again["date_modified"] > before["date_modified"]
    assert again["title"].startswith("Отозвано: ")
    assert "больше не верна" in again["content_html"]
    assert "withdrawn" in again["tags"]
    assert again["_nusqa"]["withdrawn_at"]
    assert "withdrawn" not in right["tags"]


def test_an_announced_change_is_an_item_with_its_day_and_goes_when_no_note_says_it(
    own_house: House,
) -> None:
    take(own_house, FIRST, THIRD)
    client = own_house.client()
    (item,) = json_of(client, f"{ACT}/articles/art_3.json")["items"]
    assert item["title"] == (
        "Статья 3. Сад 3: предусмотрены изменения с 01.01.2030 (редакция 09.09.2003) · О садах"
    )
    assert "№ 9-II" in item["content_html"]
    details = item["_nusqa"]
    assert (details["type"], details["target"]["key"]) == ("announced", "art_3")
    assert (details["in_force"]["from"], details["in_force"]["ground"]) == ("2030-01-01", "stated")
    english = json_of(client, f"{ACT}/articles/art_3.json", lang="en")
    assert english["items"] == []  # the texts are Russian
    take(own_house, without_note(THIRD), minutes=5)
    (gone,) = json_of(client, f"{ACT}/articles/art_3.json", kind="announced")["items"]
    assert gone["id"] == item["id"]
    assert gone["title"] == f"Отозвано: {item['title']}"
    assert gone["date_modified"] > item["date_modified"]
    assert "withdrawn" in gone["tags"]


def test_an_empty_feed_dates_from_the_last_text_that_was_recorded(gardens: TestClient) -> None:
    newest = json_of(gardens, f"{ACT}.json")["_nusqa"]["updated"]
    empty = json_of(gardens, f"{ACT}.json", kind="moved")["_nusqa"]["updated"]
    assert empty[:4] == newest[:4] != "1970"

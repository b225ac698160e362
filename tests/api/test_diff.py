from __future__ import annotations

from fastapi.testclient import TestClient

from diffing.redline import Redline
from tests.api.law import ELECTIONS, LOCAL

DIFF = f"/v1/acts/{LOCAL}/diff"


def test_two_editions_are_compared_article_by_article(client: TestClient) -> None:
    diff = client.get(DIFF, params={"from": "2013-06-13", "to": "2021-05-24"}).json()
    assert {change["key"]: change["kind"] for change in diff["changes"]} == {
        "art_36": "amended",
        "art_36-1": "added",
        "art_37": "repealed",
    }
    assert diff["unchanged"] == 2  # the preamble and article 35


def test_a_redline_applied_to_the_old_wording_gives_the_new_one(client: TestClient) -> None:
    diff = client.get(DIFF, params={"from": "2013-06-13", "to": "2021-05-24"}).json()
    redline = Redline.from_json(diff["changes"][0]["redline"])
    old = client.get(f"/v1/acts/{LOCAL}/articles/art_36", params={"edition": "2013-06-13"}).json()
    new = client.get(f"/v1/acts/{LOCAL}/articles/art_36", params={"edition": "2021-05-24"}).json()
    assert [block.text for block in redline.old.blocks] == [one["text"] for one in old["blocks"]]
    assert [block.text for block in redline.new.blocks] == [one["text"] for one in new["blocks"]]


def test_the_html_of_a_redline_is_given_only_on_request(client: TestClient) -> None:
    sides = {"from": "2013-06-13", "to": "2021-05-24"}
    plain = client.get(DIFF, params=sides).json()["changes"][0]
    rich = client.get(DIFF, params={**sides, "html": "true"}).json()["changes"][0]
    assert plain["html"] is None
    assert "<del>депутаты маслихата</del><ins>сами жители</ins>" in rich["html"]


def test_the_sides_may_be_given_the_other_way_round(client: TestClient) -> None:
    diff = client.get(DIFF, params={"from": "2021-05-24", "to": "2013-06-13"}).json()
    kinds = {change["key"]: change["kind"] for change in diff["changes"]}
    assert kinds["art_36-1"] == "repealed"


def test_what_one_side_does_not_hold_is_named_and_not_called_repealed(client: TestClient) -> None:
    path = f"/v1/acts/{ELECTIONS}/diff"
    diff = client.get(path, params={"from": "1998", "to": "2022-02-07"}).json()
    assert diff["not_comparable"] == ["art_1"]
    assert [change["kind"] for change in diff["changes"]] == ["added"]


def test_the_feed_is_paged_by_its_cursor_and_its_link_header(client: TestClient) -> None:
    first = client.get("/v1/changes", params={"limit": 3})
    assert first.json()["more"] is True
    following = first.headers["link"].removeprefix("<").split(">")[0]
    assert 'rel="next"' in first.headers["link"]
    second = client.get(following)
    ids = [change["id"] for page in (first, second) for change in page.json()["changes"]]
    assert ids == sorted(set(ids))
    assert len(ids) == 4  # three changes of 2021, one of 2022
    assert second.json()["more"] is False
    assert list(second.links) == ["first"]


def test_the_last_cursor_gives_an_empty_page_until_something_is_recorded(
    client: TestClient,
) -> None:
    cursor = client.get("/v1/changes").json()["cursor"]
    after = client.get("/v1/changes", params={"cursor": cursor}).json()
    assert (after["changes"], after["cursor"]) == ([], cursor)


def test_the_feed_begins_at_the_time_that_is_named(client: TestClient) -> None:
    at = client.get("/v1/changes", params={"since": "2026-11-02T13:16:00+05:00"}).json()
    after = client.get("/v1/changes", params={"since": "2026-11-02T08:16:01Z"}).json()
    assert len(at["changes"]) == 4
    assert after["changes"] == []


def test_the_feed_can_follow_one_article(client: TestClient) -> None:
    feed = client.get("/v1/changes", params={"act": LOCAL, "key": "art_36", "html": "true"}).json()
    assert [(one["from"]["edition"], one["to"]["edition"]) for one in feed["changes"]] == [
        ("2013-06-13", "2021-05-24"),
        ("2021-05-24", "2022-11-05"),
    ]
    assert "<ins>" in feed["changes"][0]["html"]

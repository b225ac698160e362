"""Two sides rule by rule over HTTP: regimes, phases, any sets of provisions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from corpus.law import Act, Language
from corpus.store import writes
from diffing.redline import Redline
from tests.api.filling import store_editions
from tests.api.house import House, empty_house
from tests.api.law import article, point
from tests.api.rule_books import (
    BEES,
    COUNT,
    EDITIONS,
    ELECTIONS,
    FIRST,
    GATE,
    LOCAL,
    OPENS,
    POND,
    SECOND,
    elections,
    rules,
)

OLD, NEW = f"{FIRST}:app_1@2005-07-08", f"{SECOND}:app_1@2013-04-24"


@pytest.fixture(scope="module")
def garden(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    house = empty_house(tmp_path_factory.mktemp("garden"))
    with house.store.write() as session:
        for ngr in (FIRST, SECOND, ELECTIONS):
            writes.upsert_act(session, Act(ngr, {Language.RU: f"{ngr} (пересказ)"}))
        store_editions(session, house.snapshots, EDITIONS)
    yield house
    house.store.close()


@pytest.fixture(scope="module")
def client(garden: House) -> TestClient:
    return garden.client()


def compared(client: TestClient, left: str | list[str], right: str | list[str], **more: str) -> Any:
    answer = client.get("/v1/compare", params={"left": left, "right": right, **more})
    assert answer.status_code == 200, answer.text
    return answer.json()


def rows(document: Any) -> list[tuple[str, list[str], list[str]]]:
    return [
        (one["relation"], [a["key"] for a in one["left"]], [b["key"] for b in one["right"]])
        for one in document["correspondences"]
    ]


def test_two_sets_of_provisions_are_compared_rule_by_rule(client: TestClient) -> None:
    document = compared(client, OLD, NEW)
    assert rows(document) == [
        ("dropped", ["app_1__p_1"], []),
        ("edited", ["app_1__p_2"], ["app_1__p_1"]),
        ("new", [], ["app_1__p_2"]),
        ("edited", ["app_1__p_34"], ["app_1__p_15"]),
    ]
    pair = document["correspondences"][1]
    assert pair["left"][0] == {
        "ngr": FIRST,
        "key": "app_1__p_2",
        "label": "2005-07-08",
        "heading": "2.",
    }
    assert pair["route"] == "similarity"
    assert 0 < pair["runner_up"] < pair["score"] < 1
    assert document["totals"]["edited"] == 2
    assert (document["totals"]["left"], document["totals"]["right"]) == (3, 3)


def test_a_lawyers_pair_gives_its_reason(client: TestClient) -> None:
    pair = compared(client, OLD, NEW)["correspondences"][3]
    assert (pair["route"], pair["ground"]) == ("curated", "period of nomination")


def test_a_redline_gives_both_wordings_back(client: TestClient) -> None:
    pair = compared(client, OLD, NEW)["correspondences"][1]
    redline = Redline.from_json(pair["redline"])
    assert [block.text for block in redline.old.blocks] == [GATE]
    assert [block.text for block in redline.new.blocks] == [GATE.replace("на ночь", "на зиму")]
    assert pair["html"] is None


def test_html_is_given_on_request(client: TestClient) -> None:
    pair = compared(client, OLD, NEW, html="true")["correspondences"][1]
    assert "<del>ночь</del><ins>зиму</ins>" in pair["html"]


def test_regimes_are_compared_by_name_and_by_phase(client: TestClient) -> None:
    by_path = client.get("/v1/regimes/1999/compare/2013")
    assert by_path.status_code == 200
    assert by_path.json() == compared(client, "1999", "2013")
    assert by_path.json() == client.get("/v1/regimes/r1-1484/compare/R2A").json()
    assert rows(by_path.json()) == rows(compared(client, OLD, NEW))
    left = by_path.json()["left"]
    assert (left["name"], left["on"]) == ("R1-1484", "2005-07-08")
    assert left["held"][0]["provisions"] == OLD
    assert left["held"][0]["answered"]["question"] == "on"


def test_what_is_not_held_of_a_regime_is_named_and_general_rules_are_not_new(
    client: TestClient,
) -> None:
    document = compared(client, "1999", "2020")
    assert ("identical", ["app_1__p_1"], ["art_9__p_1"]) in rows(document)
    assert not any("art_9__p_2" in new for _, _, new in rows(document))
    right = document["right"]
    assert [one["general"] for one in right["held"]] == [False, True]
    missing = {one["provisions"]: one["reason"] for one in right["not_held"]}
    assert f"{LOCAL}:art_36" in missing
    assert any(f"{ELECTIONS}:art_1,art_3" in provisions for provisions in missing)
    assert right["without_wording"] == ["art_113-2"]
    assert right["held"][0]["holds"] == "parts"


def test_several_sets_make_one_side_in_whatever_order(client: TestClient) -> None:
    sets = [f"{ELECTIONS}:art_9", f"{FIRST}:app_1__p_2", f"{FIRST}:app_1__p_2"]
    document = compared(client, sets, NEW)
    assert rows(document) == rows(compared(client, sets[::-1], NEW))
    assert len(document["left"]["held"]) == 2
    assert ("edited", ["app_1__p_2"], ["app_1__p_1"]) in rows(document)


def test_the_same_edition_twice_is_all_identical(client: TestClient) -> None:
    document = compared(client, OLD, OLD)
    assert {one["relation"] for one in document["correspondences"]} == {"identical"}
    assert (
        document["totals"]["words"]
        == {
            "kept": len(f"{POND} {GATE} {OPENS}".split()),
            "in_": 0,
            "out": 0,
        }
        or document["totals"]["words"]["kept"] > 0
    )


def test_without_a_label_the_newest_edition_is_read_and_a_day_finds_its_edition(
    client: TestClient,
) -> None:
    newest = compared(client, FIRST, SECOND)
    assert newest["left"]["held"][0]["provisions"] == f"{FIRST}@2005-07-08"
    of_day = compared(client, f"{FIRST}@2006-01-01", SECOND)
    assert of_day["left"]["held"][0]["provisions"] == f"{FIRST}@2005-07-08"
    assert of_day["left"]["held"][0]["answered"]["question"] == "on"


@pytest.mark.parametrize(
    ("left", "status", "slug", "says"),
    [
        ("U0400014840", 404, "unknown-act", FIRST),
        (f"{FIRST}:app_1__p_35", 404, "unknown-article", "app_1__p_34"),
        (f"{FIRST}@2001-01-01", 404, "before-first-edition", "2005-07-08"),
        (f"{FIRST}@1998", 404, "unknown-edition", "2005-07-08"),
        (f"{ELECTIONS}:art_40", 404, "article-not-held", "ch_13-1"),
        (f"{ELECTIONS}:art_40__p_1", 404, "article-not-held", "ch_13-1"),
        (f"{ELECTIONS}:art_113-1__p_7", 404, "unknown-article", "Nearest: art_113-1, "),
        ("1998", 422, "invalid-request", "Nearest: 1999"),
        ("spring", 422, "invalid-request", "NGR:KEY,KEY"),
        (f"{FIRST}:app_1,", 422, "invalid-request", "NGR:KEY,KEY"),
        (f"{FIRST}@2005-02-30", 422, "invalid-request", "2005-02-30"),
        ("R1-pilot", 404, "regime-not-held", "R1-pilot"),
        ("R2b", 404, "regime-not-held", LOCAL),
        ("", 422, "invalid-request", "NGR:KEY,KEY"),
        ("U" * 301, 422, "invalid-request", "left: give at most 300 characters"),
        ("U04\n1484", 422, "invalid-request", "left: leave out control characters"),
    ],
)
def test_a_side_that_is_not_there_is_a_problem_that_says_what_is(
    client: TestClient, left: str, status: int, slug: str, says: str
) -> None:
    answer = client.get("/v1/compare", params={"left": left, "right": NEW})
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{slug}")
    assert answer.headers["content-type"] == "application/problem+json"
    assert says in answer.json()["detail"]


@pytest.mark.parametrize("regime", ["1998", "R3e", "U040001484_"])
def test_an_unknown_regime_in_the_address_is_not_found_and_the_nearest_are_named(
    client: TestClient, regime: str
) -> None:
    answer = client.get(f"/v1/regimes/{regime}/compare/2013")
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (404, "/problems/unknown-regime")
    assert "R2a" in problem["known"]
    assert problem["nearest"] == [] or problem["nearest"][0] in problem["known"]


def test_a_side_is_asked_for_and_no_more_than_twenty_sets(client: TestClient) -> None:
    assert client.get("/v1/compare", params={"left": OLD}).status_code == 422
    many = [f"{FIRST}:app_1__p_{n}" for n in range(21)]
    answer = client.get("/v1/compare", params={"left": many, "right": NEW})
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-request")


def test_who_holds_a_comparison_already_gets_no_body(client: TestClient) -> None:
    first = client.get("/v1/regimes/1999/compare/2013")
    again = client.get(
        "/v1/regimes/1999/compare/2013", headers={"If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")
    assert client.head("/v1/regimes/1999/compare/2013").headers["etag"] == first.headers["etag"]


@pytest.fixture
def own(own_house: House) -> House:
    """A store that a test may write to."""
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, EDITIONS)
    return own_house


def test_a_remembered_answer_is_forgotten_when_the_store_is_written_to(own: House) -> None:
    client = own.client()
    before = compared(client, FIRST, NEW)
    assert compared(client, FIRST, NEW) == before
    with own.store.write() as session:
        newer = rules(FIRST, "2006-01-01", BEES, GATE)
        store_editions(session, own.snapshots, [newer])
    after = compared(client, FIRST, NEW)
    assert after["left"]["held"][0]["provisions"] == f"{FIRST}@2006-01-01"
    assert ("identical", ["app_1__p_1"], ["app_1__p_2"]) in rows(after)


def test_two_languages_are_no_comparison(own: House) -> None:
    with own.store.write() as session:
        kazakh = rules(LOCAL, "2006-01-01", "Күзетші қақпаны жабады.", language=Language.KK)
        store_editions(session, own.snapshots, [kazakh])
    answer = own.client().get("/v1/compare", params={"left": LOCAL, "right": NEW})
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/not-comparable")
    assert "one language" in answer.json()["detail"]
    asked = {"left": OLD, "right": NEW, "lang": "kk"}
    not_held = own.client().get("/v1/compare", params=asked)
    assert (not_held.status_code, not_held.json()["held"]) == (404, ["ru"])


def test_one_article_in_two_editions_is_no_side(own: House) -> None:
    with own.store.write() as session:
        store_editions(session, own.snapshots, [rules(FIRST, "2006-01-01", BEES)])
    sides = {"left": [OLD, f"{FIRST}@2006-01-01"], "right": NEW}
    answer = own.client().get("/v1/compare", params=sides)
    assert (answer.status_code, answer.json()["type"]) == (409, "/problems/not-comparable")
    assert f"{FIRST}:app_1__p_1 is named in the editions" in answer.json()["detail"]


def test_a_point_of_an_article_can_be_named_and_its_parts_too(own: House) -> None:
    with own.store.write() as session:
        text = article("7", "Итог", point("1", COUNT), point("2", POND), divisions=())
        store_editions(session, own.snapshots, [elections("2024-01-01", text)])
    document = compared(own.client(), f"{ELECTIONS}:art_7__p_2", FIRST)
    assert rows(document)[0] == ("identical", ["art_7__p_2"], ["app_1__p_1"])
    assert document["correspondences"][0]["left"][0]["heading"] == "Статья 7. Итог / 2."

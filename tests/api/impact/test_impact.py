"""`POST /v1/impact`: what became of cited provisions."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.questions.impact.answering import MOST_ENTRIES
from corpus.law import (
    Act,
    Article,
    ArticleKind,
    Block,
    BlockKind,
    EditionLabel,
    Language,
    ListedEdition,
)
from corpus.store.writes import list_editions, upsert_act
from tests.api import law
from tests.api.filling import store_changes, store_editions
from tests.api.house import House
from tests.api.law import LOCAL

LAW = "Закона № 148"
SEEN = datetime(2026, 11, 2, tzinfo=UTC)


def asked(client: TestClient, *entries: object) -> list[dict[str, Any]]:
    answer = client.post("/v1/impact", json=list(entries))
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["entries"]
    return found


def one(client: TestClient, citation: str, written: str, lang: str = "ru") -> dict[str, Any]:
    (entry,) = asked(client, {"citation": citation, "written": written, "lang": lang})
    (found,) = entry["provisions"]
    assert entry["verdict"] == found["verdict"]
    provision: dict[str, Any] = found
    return provision


@pytest.fixture
def listed(own_house: House) -> TestClient:
    """The editions of the local law in Russian, with a registry's list that names no other."""
    editions = [one for one in law.LOCAL_EDITIONS if one.language is Language.RU]
    with own_house.store.write() as session:
        upsert_act(session, Act(LOCAL, {Language.RU: law.LOCAL_TITLE}, form="law", number="148"))
        store_editions(session, own_house.snapshots, editions)
        labels = [ListedEdition(EditionLabel.parse(str(one.label))) for one in editions]
        list_editions(session, LOCAL, Language.RU, labels, "adilet", SEEN)
        store_changes(session, LOCAL, Language.RU)
    return own_house.client()


def test_a_changed_article_is_told_with_both_wordings_and_the_steps(listed: TestClient) -> None:
    found = one(listed, f"ст. 36 {LAW}", "2014-01-01")
    assert found["verdict"] == "changed"
    assert "депутаты маслихата" in found["then"]["text"]
    assert "сами жители" in found["now"]["text"]
    assert [(step["from"], step["to"], step["kind"]) for step in found["changes"]] == [
        ("2013-06-13", "2021-05-24", "amended"),
        ("2021-05-24", "2022-11-05", "amended"),
    ]
    assert found["then"]["provenance"]["snapshot_sha256"]


def test_a_point_is_judged_by_its_own_words(listed: TestClient) -> None:
    found = one(listed, f"п. 2 ст. 36 {LAW}", "2015-01-01")
    assert found["verdict"] == "unchanged"
    assert found["article_changed"] is True
    assert found["vouched_until"] == "2026-11-02"
    assert one(listed, f"п. 1 ст. 36 {LAW}", "2015-01-01")["verdict"] == "changed"


def test_where_an_older_wording_may_have_been_in_force_nothing_is_called_unchanged(
    listed: TestClient,
) -> None:
    soon = one(listed, f"п. 2 ст. 36 {LAW}", "2013-07-01")
    assert soon["verdict"] == "no change seen"
    assert "older one that is not held" in soon["why"]
    unexplained = one(listed, f"п. 1 ст. 36 {LAW}", "2022-01-01")
    assert (unexplained["verdict"], unexplained["then_by"]) == ("no change seen", "edition label")
    assert "2013-06-13" in unexplained["doubt"]


def test_a_point_that_came_later_was_not_there_then(listed: TestClient) -> None:
    found = one(listed, f"п. 3 ст. 36 {LAW}", "2014-01-01")
    assert found["verdict"] == "not there then"
    assert found["now"]["key"] == "art_36__p_3"
    assert one(listed, f"ст. 36-1 {LAW}", "2014-01-01")["verdict"] == "not there then"


def test_a_repealed_article_is_told(listed: TestClient) -> None:
    found = one(listed, f"ст. 37 {LAW}", "2014-01-01")
    assert found["verdict"] == "repealed"
    assert found["changes"][0]["kind"] == "repealed"


def test_a_day_before_the_first_edition_is_unknown_with_the_day_it_is_known_from(
    listed: TestClient,
) -> None:
    found = one(listed, f"ст. 36 {LAW}", "2005-01-01")
    assert found["verdict"] == "unknown"
    assert found["then"] is None
    assert "not known" in found["why"]


def test_without_a_list_of_editions_nothing_is_called_unchanged(own_house: House) -> None:
    editions = [one for one in law.LOCAL_EDITIONS if one.language is Language.RU]
    with own_house.store.write() as session:
        upsert_act(session, Act(LOCAL, {Language.RU: law.LOCAL_TITLE}, form="law", number="148"))
        store_editions(session, own_house.snapshots, editions)
    found = one(own_house.client(), f"ст. 35 {LAW}", "2014-01-01")
    assert found["verdict"] == "no change seen"
    assert found["vouched_until"] is None
    assert "No list" in found["why"]


def test_a_missing_edition_keeps_a_change_from_being_ruled_out(client: TestClient) -> None:
    found = one(client, f"ст. 35 {LAW}", "2014-01-01")  # 2018-12-28 is listed and not held
    assert found["verdict"] == "no change seen"
    assert found["missing"] == ["2018-12-28"]


def test_a_change_over_a_missing_edition_names_it(client: TestClient) -> None:
    found = one(client, f"ст. 36 {LAW}", "2014-01-01")
    assert found["verdict"] == "changed"
    assert found["changes"][0]["missing"] == ["2018-12-28"]


def test_a_moved_article_is_followed_to_where_it_lives_now(own_house: House) -> None:
    words = law.point("1", "Аким вправе уйти сам, если скажет об этом за месяц маслихату и всем.")
    other = law.article("1", "Первая", law.point("1", "Совсем о другом говорит эта статья закона."))
    old = law.edition(LOCAL, "2013-06-13", other, law.article("37", "Как аким уходит", words),
                      title="О деле")  # fmt: skip
    new = law.edition(LOCAL, "2021-05-24", other, law.article("40", "Как аким уходит", words),
                      title="О деле")  # fmt: skip
    with own_house.store.write() as session:
        upsert_act(session, Act(LOCAL, {Language.RU: "О деле"}, form="law", number="148"))
        store_editions(session, own_house.snapshots, [old, new])
    found = one(own_house.client(), f"ст. 37 {LAW}", "2014-01-01")
    assert (found["verdict"], found["moved"]) == ("moved", True)
    assert found["now"]["key"] == "art_40"


def test_a_repealed_act_says_so_and_names_the_rule_that_lawyers_hold_for_the_same(
    own_house: House,
) -> None:
    rules = Article(
        ArticleKind.POINT, "app_1__p_18", "18", "18.",
        body=(Block(BlockKind.PART, "Список пишут заранее.", key="part_1"),),
        divisions=("app_1",),
    )  # fmt: skip
    with own_house.store.write() as session:
        act = Act("U040001484_", {Language.RU: "О выборах"}, "presidential decree", "1484",
                  repealed_on=date(2011, 5, 19))  # fmt: skip
        upsert_act(session, act)
        edition = law.edition("U040001484_", "2005-07-08", rules, title="О выборах")
        store_editions(session, own_house.snapshots, [edition])
    found = one(own_house.client(), "п. 18 Правил № 1484", "2006-01-01")
    assert (found["verdict"], found["repealed_on"]) == ("act repealed", "2011-05-19")
    assert [after["provisions"] for after in found["successors"]] == ["U1300000555:app_1__p_48"]


def test_bad_entries_are_answered_one_by_one(client: TestClient) -> None:
    answers = asked(
        client,
        "x",
        {"citation": "ст. 36", "written": "31.02.2021"},
        {"citation": "", "written": "2021-01-01"},
        {"citation": 5, "written": "2021-01-01"},
        {"citation": "ст. 36", "written": "2999-01-01"},
        {"citation": "ст. 36", "written": "2021-01-01", "lang": "de"},
        {"citation": "я" * 2000, "written": "2021-01-01"},
        {"citation": f"ст. 36 {LAW}", "written": "24.05.2021"},
    )
    assert all(one["error"] for one in answers[:7])
    assert all(one["verdict"] == "not resolved" for one in answers[:7])
    assert answers[7]["error"] is None
    assert answers[7]["verdict"] == "changed"


def test_a_citation_of_too_many_provisions_is_refused_by_itself(own_house: House) -> None:
    articles = [law.article(str(number), "О деле", law.point("1", "Слова.")) for number in
                range(1, 31)]  # fmt: skip
    with own_house.store.write() as session:
        upsert_act(session, Act(LOCAL, {Language.RU: "О деле"}, form="law", number="148"))
        edition = law.edition(LOCAL, "2013-06-13", *articles, title="О деле")
        store_editions(session, own_house.snapshots, [edition])
    entry = {"citation": f"статьи 1–30 {LAW}", "written": "2014-01-01"}
    (answer,) = asked(own_house.client(), entry)
    assert "30 provisions" in answer["error"]


def test_an_ambiguous_citation_gives_its_choices(client: TestClient) -> None:
    (answer,) = asked(client, {"citation": "№ 9999", "written": "2021-01-01"})
    assert (answer["verdict"], answer["not_found"]) == ("not resolved", "act")


@pytest.mark.parametrize("body", [{"citation": "x"}, "x", None, 5])
def test_what_is_no_list_is_refused(client: TestClient, body: object) -> None:
    answer = client.post("/v1/impact", json=body)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_too_many_entries_are_refused(client: TestClient) -> None:
    entry = {"citation": "ст. 36", "written": "2021-01-01"}
    assert client.post("/v1/impact", json=[entry] * (MOST_ENTRIES + 1)).status_code == 422
    assert client.post("/v1/impact", json=[entry] * MOST_ENTRIES).status_code == 200
    assert client.post("/v1/impact", content=b"[" + b" " * 5_000_000).status_code == 413


def test_a_list_that_cites_too_much_in_all_is_answered_as_far_as_it_goes(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.routers.impact.MOST_AT_ONCE", 3)
    one, two = (
        {"citation": f"{cited} {LAW}", "written": "2021-07-01"}
        for cited in ("ст. 36", "ст. 36, 37")
    )
    answers = asked(client, one, two, one, {"citation": "№ 9999", "written": "2021-01-01"})
    assert [len(answer["provisions"]) for answer in answers] == [1, 2, 0, 0]
    assert ["in all" in (answer["error"] or "") for answer in answers] == [
        False,
        False,
        True,
        False,
    ]


def test_get_is_told_to_post(client: TestClient) -> None:
    answer = client.get("/v1/impact")
    assert answer.status_code == 405
    assert "POST" in answer.headers["allow"]

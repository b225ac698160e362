from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from fastapi.testclient import TestClient

from corpus.amending_acts import AmendingActs
from corpus.law import Act, Edition, Footnote
from corpus.store import writes
from corpus.watched import Watchlist
from crawler.amending import refresh_amendments
from tests.api import law
from tests.api.filling import RECORDED, store_editions
from tests.api.gardens import NGR, plant
from tests.api.house import House


@pytest.fixture
def garden(own_house: House) -> TestClient:
    plant(own_house)
    return own_house.client()


def test_what_does_not_add_up_is_listed_the_most_serious_first(garden: TestClient) -> None:
    found = garden.get("/v1/anomalies").json()
    kinds = [one["kind"] for one in found["anomalies"]]
    assert kinds[0] == "unexplained-change"
    (change,) = [one for one in found["anomalies"] if one["kind"] == "unexplained-change"]
    assert (change["ngr"], change["key"], change["older"], change["edition"]) == (
        NGR,
        "art_3",
        "2002-02-05",
        "2002-12-06",
    )
    assert change["severity"] == "serious"
    assert found["counts"] == {"unexplained-change": 1, "listed-not-held": 1}


@pytest.mark.parametrize(
    ("query", "kinds"),
    [
        ("kind=listed-not-held", ["listed-not-held"]),
        ("kind=listed-not-held,number-gap", ["listed-not-held"]),
        (f"act={NGR}&kind=unexplained-change", ["unexplained-change"]),
        ("lang=kk", []),
        ("kind=number-gap", []),
    ],
)
def test_findings_are_narrowed_by_act_kind_and_language(
    garden: TestClient, query: str, kinds: list[str]
) -> None:
    found = garden.get(f"/v1/anomalies?{query}").json()
    assert [one["kind"] for one in found["anomalies"]] == kinds


def test_an_unknown_kind_or_act_is_refused(garden: TestClient) -> None:
    assert garden.get("/v1/anomalies?kind=nonsense").status_code == 422
    assert garden.get("/v1/anomalies?act=Z0").status_code == 404


def test_many_acts_are_told_page_by_page_each_act_once(
    own_house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("api.questions.anomalies._EDITIONS_A_PAGE", 3)
    acts = ["Z990000101_", "Z990000102_", "Z990000103_"]
    with own_house.store.write() as session:
        for ngr in acts:
            store_editions(session, own_house.snapshots, _act_with_a_gap(ngr))
    client = own_house.client()
    address, told = "/v1/anomalies?kind=number-gap", []
    for _ in acts:
        answer = client.get(address)
        told.append([one["ngr"] for one in answer.json()["anomalies"]])
        link = answer.links.get("next")
        assert (link is None) == (answer.json()["cursor"] is None)
        if link is None:
            break
        address = link["url"]
    assert told == [[ngr] for ngr in acts]


def test_what_labels_tell_is_on_one_page(own_house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.questions.anomalies._EDITIONS_A_PAGE", 1)
    plant(own_house)
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, _act_with_a_gap("Z990000101_"))
    found = own_house.client().get("/v1/anomalies?kind=listed-not-held").json()
    assert (len(found["anomalies"]), found["cursor"]) == (1, None)


@pytest.mark.parametrize("query", [f"act={NGR}&cursor={NGR}", "cursor=Z0", "cursor=~anomalies~0"])
def test_a_cursor_that_names_no_finding_or_act_is_refused(garden: TestClient, query: str) -> None:
    answer = garden.get(f"/v1/anomalies?{query}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["parameter"] == "cursor"


def test_findings_are_told_one_at_a_time_with_their_own_counts(garden: TestClient) -> None:
    whole = garden.get("/v1/anomalies").json()["anomalies"]
    assert len(whole) == 2
    for query in ("limit=1", f"limit=1&act={NGR}"):
        answer, told = garden.get(f"/v1/anomalies?{query}"), []
        while True:
            found = answer.json()
            (kind,) = [one["kind"] for one in found["anomalies"]]
            assert found["counts"] == {kind: 1}
            told += found["anomalies"]
            assert answer.links["first"]["url"] == f"/v1/anomalies?{query}"
            if found["cursor"] is None:
                break
            answer = garden.get(answer.links["next"]["url"])
        assert told == whole


def _act_with_a_gap(ngr: str) -> list[Edition]:
    """Two editions of an act without an article 2."""
    numbered = [law.article(one, "О саде", law.point("1", "Сад."), divisions=()) for one in "134"]
    days = ("2001-01-01", "2002-01-01")
    return [law.edition(ngr, day, *numbered, title="О саде") for day in days]


@pytest.mark.parametrize("listed", [True, False])
def test_acts_that_amended_each_other_in_a_circle_are_told_once(
    own_house: House, *, listed: bool
) -> None:
    acts = {"Z010000011_": (date(2001, 1, 1), "11"), "Z020000012_": (date(2002, 1, 1), "12")}
    others = reversed(acts.values())
    with own_house.store.write() as session:
        for (ngr, (adopted, number)), (day, other) in zip(acts.items(), others, strict=True):
            by = f"{day:%d.%m.%Y} № {other}"
            note = f"Сноска. Статья 1 с изменениями, внесенными Законом РК от {by}."
            text = law.article("1", "О саде", law.point("1", "Сад."), Footnote(note), divisions=())
            if listed:  # else the words under its title alone say so
                writes.upsert_act(session, Act(ngr, number=number, adopted=adopted))
            edition = replace(
                law.edition(ngr, "2003-01-01", text, title="О саде"),
                requisites=f"Закон Республики Казахстан от {adopted:%d.%m.%Y} № {number}",
            )
            store_editions(session, own_house.snapshots, [edition])
            refresh_amendments(session, ngr, RECORDED, AmendingActs(Watchlist(())))
    client = own_house.client()
    for query in ("", "&act=Z010000011_", "&act=Z020000012_"):
        (found,) = client.get(f"/v1/anomalies?kind=amendment-cycle{query}").json()["anomalies"]
        assert found["ngr"] == "Z010000011_"
        assert "Z020000012_ (2002-01-01)" in found["words"]

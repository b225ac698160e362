from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

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

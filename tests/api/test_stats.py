"""The measures of an act over the API."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api import law
from tests.api.filling import store_editions
from tests.api.house import House
from tests.diffing.measures.acts import NGR, four_editions


def stats(client: TestClient, ngr: str = law.LOCAL, **query: str) -> dict[str, Any]:
    answer = client.get(f"/v1/acts/{ngr}/stats", params=query)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_every_edition_says_what_it_changed(client: TestClient) -> None:
    found = stats(client)
    assert (found["ngr"], found["lang"], found["sample"]) == (law.LOCAL, "ru", False)
    first, second, third = found["editions"]
    assert (first["edition"], first["steps"], first["first_held"]) == ("2013-06-13", [], 4)
    (step,) = second["steps"]
    assert step["compared_with"] == "2013-06-13"
    kinds = {change["key"]: change["kind"] for change in step["changes"]}
    assert kinds == {"art_36": "amended", "art_36-1": "added", "art_37": "repealed"}
    assert (step["counts"]["unchanged"], step["counts"]["amended"]) == (2, 1)
    (amended,) = (change for change in step["changes"] if change["key"] == "art_36")
    assert amended["words"]["in"] == 2
    assert amended["words"]["out"] == 2
    assert third["steps"][0]["counts"]["amended"] == 1


def test_an_edition_that_is_missing_in_between_is_named(client: TestClient) -> None:
    second = stats(client)["editions"][1]
    assert second["steps"][0]["missing_between"] == [
        {"edition": "2018-12-28", "named_by": "adilet"}
    ]


def test_where_texts_come_from_is_said(client: TestClient) -> None:
    editions = stats(client)["editions"]
    assert editions
    for edition in editions:
        assert edition["provenance"]["registry"] == "adilet"
        assert len(edition["provenance"]["snapshot_sha256"]) == 64


def test_similarity_is_a_matrix_of_all_editions(client: TestClient) -> None:
    found = stats(client)["similarity"]
    assert found["editions"] == ["2013-06-13", "2021-05-24", "2022-11-05"]
    matrix = found["matrix"]
    assert [matrix[place][place] for place in range(3)] == [1, 1, 1]
    assert matrix[0][1] == matrix[1][0]
    assert matrix[1][2] > matrix[0][2]


def test_wordings_and_their_half_life_are_given_with_what_they_were_made_from(
    own_house: House,
) -> None:
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, four_editions())
    found = stats(own_house.client(), NGR)
    survival = found["survival"]
    assert (survival["wordings"], survival["events"], survival["censored"]) == (7, 3, 4)
    assert survival["early"]["half_life_days"] == 2191
    assert survival["early"] == survival["late"]
    assert len(found["wordings"]) == 7
    first = found["wordings"][1]
    assert (first["key"], first["first"], first["ended_by"], first["days_at_most"]) == (
        "art_2",
        "2001-01-01",
        "2002-01-01",
        365,
    )


def test_one_edition_has_nothing_to_compare_and_still_its_row(client: TestClient) -> None:
    found = stats(client, lang="kk")
    (only,) = found["editions"]
    assert (only["articles"], only["steps"]) == (1, [])
    assert found["similarity"]["matrix"] == [[1.0]]
    assert found["survival"]["early"]["half_life_days"] is None


def test_editions_of_a_year_and_of_a_part_are_measured_as_far_as_they_hold(
    client: TestClient,
) -> None:
    found = stats(client, law.ELECTIONS)
    assert [(one["edition"], one["holding"]["kind"]) for one in found["editions"]] == [
        ("1998", "whole"),
        ("2022-02-07", "parts"),
    ]
    (step,) = found["editions"][1]["steps"]
    assert {kind: count for kind, count in step["counts"].items() if count} == {"added": 1}
    assert found["similarity"]["matrix"][0][1] == 0


@pytest.mark.parametrize(
    ("path", "status", "slug"),
    [
        ("/v1/acts/Z999999999_/stats", 404, "unknown-act"),
        (f"/v1/acts/{law.LOCAL}/stats?lang=en", 404, "language-not-held"),
        (f"/v1/acts/{law.WATCHED}/stats", 404, "language-not-held"),
        (f"/v1/acts/{law.LOCAL}/stats?lang=de", 422, "invalid-request"),
    ],
)
def test_what_cannot_be_measured_says_why(
    client: TestClient, path: str, status: int, slug: str
) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{slug}")
    assert answer.json()["detail"]


def test_an_answer_is_tagged_and_changes_with_the_store(own_house: House) -> None:
    client = own_house.client()
    older, newer = four_editions()[:2], four_editions()[2:]
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, older)
    first = client.get(f"/v1/acts/{NGR}/stats")
    again = client.get(f"/v1/acts/{NGR}/stats", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, newer)
    then = client.get(f"/v1/acts/{NGR}/stats", headers={"If-None-Match": first.headers["etag"]})
    assert then.status_code == 200
    assert len(then.json()["editions"]) == 4

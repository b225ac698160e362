from __future__ import annotations

from fastapi.testclient import TestClient

from tests.api.law import ELECTIONS, LOCAL, LOCAL_TITLE, WATCHED


def test_every_act_is_listed_also_one_of_which_nothing_is_held(client: TestClient) -> None:
    acts = client.get("/v1/acts").json()["acts"]
    assert {act["ngr"]: act["editions"] for act in acts} == {
        LOCAL: {"ru": 3, "kk": 1},
        WATCHED: {},
        ELECTIONS: {"ru": 2},
    }


def test_an_act_says_what_is_known_of_it(client: TestClient) -> None:
    act = client.get(f"/v1/acts/{LOCAL}").json()
    assert act["titles"]["ru"] == LOCAL_TITLE
    assert (act["number"], act["adopted"], act["newest"]) == ("148", "2001-01-23", "2022-11-05")


def test_the_editions_of_an_act_have_windows_and_causes(client: TestClient) -> None:
    editions = client.get(f"/v1/acts/{LOCAL}/editions", params={"lang": "ru"}).json()["editions"]
    assert [(one["edition"], one["from"], one["to"]) for one in editions] == [
        ("2013-06-13", "2013-06-13", "2018-12-28"),
        ("2021-05-24", "2021-05-24", "2022-11-05"),
        ("2022-11-05", "2022-11-05", None),
    ]
    assert editions[1]["cause"]["title"] == "О поправках в местное управление"
    assert [one["articles"] for one in editions] == [4, 5, 5]


def test_an_edition_held_in_part_says_which_part(client: TestClient) -> None:
    editions = client.get(f"/v1/acts/{ELECTIONS}/editions").json()["editions"]
    assert editions[1]["holding"] == {"kind": "parts", "keys": ["ch_13-1"]}


def test_an_act_that_is_only_watched_has_an_empty_list_of_editions(client: TestClient) -> None:
    answer = client.get(f"/v1/acts/{WATCHED}/editions")
    assert answer.status_code == 200
    assert answer.json()["editions"] == []

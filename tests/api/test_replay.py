"""`/instructions`, `/replay` and `/pending` of an act."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from corpus.law import Act, Edition, EditionLabel, Language
from corpus.store import writes
from corpus.structure.lines import Line
from corpus.structure.reading import read_structure
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.walking import walked_in_parts

LAW, AMENDING, RIVAL = "Z1500000077", "Z2000000005", "Z2100000009"
OLD = "Статья 1. Полив\n1. Поливают утром.\n2. Лес не поливают.\nСтатья 2. Конец\nВсе."
NEW = OLD.replace("утром", "ночью")
INSTRUCTIONS = """Статья 1.
Внести в Закон Республики Казахстан от 3 марта 2015 года № 77-V "О садах" изменения:
1) в пункте 1 статьи 1 слово "утром" заменить словом "ночью";
2) пункты 5 и 6 статьи 1 считать пунктами 7 и 8.
Статья 2.
Настоящий Закон вводится в действие с 1 января 2021 года, за исключением подпункта 2) статьи 1,
который вводится в действие с 1 июня 2025 года."""
BACK = """Статья 1.
Внести в Закон от 1 июня 2020 года № 5-VI "О внесении изменений в Закон о садах" изменения:
1) статью 2 исключить."""


def edition(ngr: str, label: str, title: str, text: str) -> Edition:
    lines = [Line(line) for line in text.replace(",\n", ", ").splitlines()]
    content = read_structure(lines, Language.RU)
    return Edition(ngr, Language.RU, EditionLabel.parse(label), title, content)


@pytest.fixture
def gardens(own_house: House) -> TestClient:
    """A law in two editions, the act between them, and an act that amends that one."""
    amending = "О внесении изменений в Закон о садах"
    acts = [
        Act(LAW, {Language.RU: "О садах"}, "law", "77-V", date(2015, 3, 3)),
        Act(AMENDING, {Language.RU: amending}, "law", "5-VI", date(2020, 6, 1)),
        Act(RIVAL, {Language.RU: f"{amending} еще раз"}, "law", "9-VII", date(2021, 6, 1)),
    ]
    editions = [
        edition(LAW, "2015-03-03", "О садах", OLD),
        edition(LAW, "2021-01-01", "О садах", NEW),
        edition(AMENDING, "2020-06-01", amending, INSTRUCTIONS),
        edition(RIVAL, "2021-06-01", f"{amending} еще раз", BACK),
    ]
    with own_house.store.write() as session:
        for act in acts:
            writes.upsert_act(session, act)
        store_editions(session, own_house.snapshots, editions)
    return own_house.client()


def answer(client: TestClient, address: str, status: int = 200) -> Any:
    found = client.get(address)
    assert found.status_code == status, found.text
    return found.json()


def test_instructions_are_told_with_what_was_not_read(gardens: TestClient) -> None:
    told = answer(gardens, f"/v1/acts/{AMENDING}/instructions")
    assert told["acts"][0]["ngr"] == LAW
    (operation,) = told["operations"]
    assert operation["targets"] == ["art_1__p_1"]
    assert operation["clause"]["on"] == "2021-01-01"
    (unread,) = told["unread"]
    assert unread["reason"] == "unknown form"
    assert "считать пунктами" in unread["words"]
    assert told["our_reading"] is True
    assert len(told["provenance"]["snapshot_sha256"]) == 64


def test_a_replay_that_agrees_is_proof_with_both_provenances(gardens: TestClient) -> None:
    told = answer(gardens, f"/v1/acts/{AMENDING}/replay?act={LAW}")
    (stage,) = told["acts"][0]["stages"]
    assert (stage["from"]["edition"], stage["to"]["edition"]) == ("2015-03-03", "2021-01-01")
    assert stage["from"]["provenance"]["snapshot_sha256"]
    assert stage["to"]["provenance"]["snapshot_sha256"]
    (reading,) = stage["readings"]
    assert (reading["key"], reading["verdict"], reading["rules"]) == ("art_1", "agrees", [])
    assert reading["ours"] == reading["registry"]


def test_what_is_asked_of_the_wrong_act_is_a_problem(gardens: TestClient) -> None:
    problem = answer(gardens, f"/v1/acts/{AMENDING}/replay?act={RIVAL}", 404)
    assert problem["type"].endswith("nothing-to-replay")
    assert LAW in problem["detail"]


def test_an_edition_that_is_not_held_is_a_problem(gardens: TestClient) -> None:
    problem = answer(gardens, f"/v1/acts/{AMENDING}/replay?from=1999-01-01", 404)
    assert problem["type"].endswith("unknown-edition")


def test_a_label_that_is_none_is_a_problem(gardens: TestClient) -> None:
    assert answer(gardens, f"/v1/acts/{AMENDING}/replay?from=вчера", 422)["status"] == 422


def test_acts_that_amend_each_other_are_answered(gardens: TestClient) -> None:
    told = answer(gardens, f"/v1/acts/{AMENDING}/pending")
    assert [one["amending_act"]["ngr"] for one in told["pending"]] == [RIVAL]
    assert told["pending"][0]["in_force"]["ground"] == "inferred from edition label"
    assert answer(gardens, f"/v1/acts/{RIVAL}/replay")["acts"][0]["act"]["ngr"] == AMENDING


@pytest.mark.parametrize(
    ("address", "members"),
    [
        (f"/v1/acts/{AMENDING}/pending", ("pending", "readings")),
        (f"/v1/acts/{AMENDING}/instructions", ("operations", "unread", "frames")),
        (f"/v1/acts/{AMENDING}/replay", ("acts",)),
    ],
)
def test_the_parts_are_told_one_by_one_on_request(
    gardens: TestClient, address: str, members: tuple[str, ...]
) -> None:
    assert walked_in_parts(gardens, address, members) == {
        member: answer(gardens, address)[member] for member in members
    }


def test_what_is_not_consolidated_yet_is_our_reading(gardens: TestClient) -> None:
    told = answer(gardens, f"/v1/acts/{RIVAL}/replay")
    (stage,) = told["acts"][0]["stages"]
    assert stage["to"] is None
    assert stage["our_reading"] is True
    assert stage["counts"] == {}


def test_an_act_that_amends_none_that_is_held_says_so(client: TestClient) -> None:
    told = answer(client, "/v1/acts/Z010000148_/replay")
    assert told["acts"] == []
    assert told["instructions"]["operations"] == []


def test_a_text_that_did_not_change_is_not_sent_again(gardens: TestClient) -> None:
    first = gardens.get(f"/v1/acts/{AMENDING}/replay")
    again = gardens.get(
        f"/v1/acts/{AMENDING}/replay", headers={"If-None-Match": first.headers["etag"]}
    )
    assert again.status_code == 304


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"from": "2021-01-01", "to": "2015-03-03"}, "From 2021-01-01 to 2015-03-03"),
        ({"to": "1999-01-01"}, "was adopted on 2020-06-01"),
    ],
)
def test_a_replay_that_runs_backwards_or_before_the_act_is_refused(
    gardens: TestClient, asked: dict[str, str], said: str
) -> None:
    answer = gardens.get(f"/v1/acts/{AMENDING}/replay", params=asked)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-request")
    assert said in answer.json()["detail"]

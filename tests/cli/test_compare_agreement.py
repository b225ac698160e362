"""Two editions of one act are one question: page, JSON, table, assistants, commands agree."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from api.mcp.server import law_server
from api.services import Services
from tests.api.comparing import comparing_house
from tests.api.house import House
from tests.api.mcp.asking import answer, called
from tests.api.meadows import MEADOW
from tests.cli.conftest import Nusqa

FIRST, SECOND, PART = "2001-01-01", "2005-02-01", "2010-03-03"
Row = tuple[str, str]
"""A key, and what became of it."""


@dataclass(frozen=True)
class Case:
    """The same provisions in two editions."""

    keys: str
    left: str = FIRST
    right: str = SECOND

    @property
    def sides(self) -> dict[str, str]:
        """Both sides as they are written."""
        named = f"{MEADOW}:{self.keys}" if self.keys else MEADOW
        return {"left": f"{named}@{self.left}", "right": f"{named}@{self.right}"}


CASES = [
    Case(""),
    Case("", SECOND, FIRST),
    Case("", SECOND, SECOND),
    Case("", FIRST, PART),
    Case("art_4"),
    Case("art_5"),
    Case("art_8"),
    Case("art_1"),
    Case("ch_1"),
    Case("art_3,art_4"),
    Case("art_1,art_6"),
]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    found = comparing_house(tmp_path_factory.mktemp("meadow"))
    yield found
    found.store.close()


@pytest.fixture(scope="module")
def client(house: House) -> TestClient:
    return house.client()


def document_of(client: TestClient, **given: str) -> Any:
    found = client.get("/v1/compare", params=given)
    assert found.status_code == 200, found.text
    return found.json()


def rows_of(document: Any) -> list[Row]:
    """What changed, as `/v1/compare` tells it."""
    return [
        ((one["right"] or one["left"])[0]["key"], one["change"])
        for one in document["correspondences"]
        if one["change"] != "unchanged"
    ]


# Of the same edition on both sides the page says so and shows nothing, see tests/api/pages.
@pytest.mark.parametrize("case", [one for one in CASES if one.left != one.right], ids=str)
def test_the_page_shows_the_rows_of_the_document(client: TestClient, case: Case) -> None:
    given = {**case.sides, "technical": "true", "lang": "ru"}
    page = client.get("/compare", params=given, headers={"Accept": "text/html"})
    shown = [
        str(one["id"]).removeprefix("c-")
        for one in BeautifulSoup(page.text, "lxml").select("section.item")
    ]
    document = document_of(client, **case.sides)
    assert document["by"] == "editions"
    assert shown == [key for key, _ in rows_of(document)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_comparison_of_the_act_tells_the_same_articles(client: TestClient, case: Case) -> None:
    asked = {"from": case.left, "to": case.right}
    diff = client.get(f"/v1/acts/{MEADOW}/diff", params=asked).json()
    told = [*diff["changes"], *diff["headings"]]
    rows = rows_of(document_of(client, **case.sides))
    every = {(one["key"], one["kind"]) for one in told}
    if not case.keys or case.keys == "ch_1":
        assert sorted(rows) == sorted(every)
    else:
        keys = set(case.keys.split(","))
        assert sorted(rows) == sorted(one for one in every if one[0] in keys)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_table_has_rows_of_the_same_articles(client: TestClient, case: Case) -> None:
    given = {**case.sides, "technical": "true", "bom": "false"}
    table = client.get("/v1/compare.csv", params=given)
    assert table.status_code == 200, table.text
    told = {
        key
        for row in csv.DictReader(io.StringIO(table.text, newline=""))
        for key in (row["Ключ справа"] or row["Ключ слева"]).split()
    }
    assert told == {key for key, _ in rows_of(document_of(client, **case.sides))}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_assistants_are_told_the_same_rows(house: House, client: TestClient, case: Case) -> None:
    server = law_server(Services(house.settings, house.store, house.engine))
    asked = {**case.sides, "relation": "identical,edited,split,merged,moved,new,dropped"}
    (found,) = called(server, ("compare", {**asked, "limit": 50}))
    told = answer(found)
    rows = [
        ((one["right"] or one["left"])[0].partition(":")[2], one["change"])
        for one in told["rules"]
        if one["change"] != "unchanged"
    ]
    document = document_of(client, **case.sides)
    assert (told["by"], rows) == ("editions", rows_of(document))
    counts = {name: n for name, n in document["totals"].items() if name in told["totals"]}
    assert told["totals"] == counts


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_command_line_prints_the_document(
    nusqa: Nusqa, house: House, client: TestClient, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUSQA_DATA_DIR", str(house.settings.data_dir))
    sides = case.sides.values()
    assert nusqa("compare", *sides, "--json").document == document_of(client, **case.sides)
    printed = nusqa("compare", *sides).out
    for key, change in rows_of(document_of(client, **case.sides)):
        assert any(line.startswith(change) and key in line for line in printed.splitlines()), (
            key,
            change,
        )


def test_a_picture_of_two_editions_has_bands_for_articles_only(
    nusqa: Nusqa, house: House, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUSQA_DATA_DIR", str(house.settings.data_dir))
    picture = tmp_path / "bands.svg"
    assert nusqa("compare", *Case("").sides.values(), "--plot", picture).status == 0
    assert "<svg" in picture.read_text(encoding="utf-8")


def test_each_change_of_two_editions_names_its_act_and_its_points(client: TestClient) -> None:
    document = document_of(client, **Case("").sides)
    rows = {(one["right"] or one["left"])[0]["key"]: one for one in document["correspondences"]}
    bridge = rows["art_4"]
    assert [one["number"] for one in bridge["amending_acts"]] == ["11"]
    assert (bridge["relation"], bridge["route"]) == ("edited", "same key")
    assert [one["relation"] for one in bridge["points"]] == ["edited", "new"]
    assert (rows["ch_1"]["is_heading"], rows["ch_1"]["points"]) == (True, [])
    assert (rows["art_2"]["change"], rows["art_2"]["relation"]) == ("technical", "identical")
    assert (rows["art_1"]["change"], rows["art_1"]["redline"]) == (
        "unchanged",
        rows["art_1"]["redline"],
    )
    assert (rows["art_5"]["relation"], rows["art_5"]["right"]) == ("dropped", [])
    assert document["totals"]["left"] == 7


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (f"{MEADOW}:art_4__p_1@{FIRST}", f"{MEADOW}:art_4__p_1@{SECOND}"),
        (f"{MEADOW}:art_3@{FIRST}", f"{MEADOW}:art_4@{SECOND}"),
    ],
)
def test_points_and_different_provisions_are_compared_rule_by_rule_everywhere(
    client: TestClient, left: str, right: str
) -> None:
    document = document_of(client, left=left, right=right)
    assert document["by"] == "rules"
    assert all(one["change"] is None for one in document["correspondences"])
    page = client.get("/compare", params={"left": left, "right": right, "lang": "ru"})
    shown = BeautifulSoup(page.text, "lxml").select("section.item")
    assert shown
    assert all(str(one["id"]).startswith("r-") for one in shown)

"""A comparison of two regimes narrowed to themes of the matrix: as JSON and as tables."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Any
from zipfile import ZipFile

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response
from openpyxl import load_workbook

from tests.api.rule_books import ELECTIONS, SECOND
from tests.api.themed_house import HOSTILE, OF_DEPOSIT, OF_SIGNATURES, themed_house

REGIMES = "/v1/regimes/2013/compare/2020"
SIDES = {"left": "2013", "right": "2020"}
Row = tuple[tuple[str, ...], tuple[str, ...]]


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    house = themed_house(tmp_path_factory.mktemp("themed"))
    yield house.client()
    house.store.close()


def rows(answer: Any) -> list[Row]:
    return [
        (tuple(rule["key"] for rule in one["left"]), tuple(rule["key"] for rule in one["right"]))
        for one in answer["correspondences"]
    ]


def asked(client: TestClient, address: str = REGIMES, **params: Any) -> list[Row]:
    answer = client.get(address, params=params)
    assert answer.status_code == 200, answer.text
    return rows(answer.json())


def of(found: list[Row], keys: set[str]) -> list[Row]:
    return [row for row in found if keys & {*row[0], *row[1]}]


@pytest.mark.parametrize(
    ("theme", "keys"),
    [
        ("signatures", OF_SIGNATURES),
        ("deposit", OF_DEPOSIT),
        ("signatures,deposit", OF_SIGNATURES | OF_DEPOSIT),
        (" Deposit ", OF_DEPOSIT),
    ],
)
def test_only_rows_with_a_rule_of_the_themes_are_left_in_their_order(
    client: TestClient, theme: str, keys: set[str]
) -> None:
    narrowed = asked(client, theme=theme)
    assert narrowed == of(asked(client), keys)
    assert {key for left, right in narrowed for key in (*left, *right)} >= keys
    assert len(narrowed) < len(asked(client))
    assert asked(client, "/v1/compare", **SIDES, theme=theme) == narrowed


def test_themes_given_again_are_the_same_as_parted_by_commas(client: TestClient) -> None:
    again = client.get(f"{REGIMES}?theme=deposit&theme=signatures&theme=deposit").json()
    assert rows(again) == asked(client, theme="signatures,deposit")


def test_the_totals_are_of_what_is_left(client: TestClient) -> None:
    narrowed = client.get(REGIMES, params={"theme": "deposit"}).json()
    totals, found = narrowed["totals"], rows(narrowed)
    relations = [one["relation"] for one in narrowed["correspondences"]]
    assert {name: totals[name] for name in set(relations)} == Counter(relations)
    assert totals["left"] == len({key for left, _ in found for key in left})
    assert totals["right"] == len({key for _, right in found for key in right})


def test_a_page_of_a_narrowed_list_goes_on_narrowed(client: TestClient) -> None:
    first = client.get(REGIMES, params={"theme": "signatures,deposit", "limit": 1})
    found = rows(first.json())
    following = first.links.get("next")
    while following:
        assert "theme=" in following["url"]
        answer = client.get(following["url"])
        found += rows(answer.json())
        following = answer.links.get("next")
    assert found == asked(client, theme="signatures,deposit")


def table(client: TestClient, address: str, **params: Any) -> list[Row]:
    answer = client.get(address, params={"unchanged": "true", "technical": "true"} | params)
    assert answer.status_code == 200, answer.text
    _, *lines = csv.reader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""))
    return [(tuple(line[7].split()), tuple(line[8].split())) for line in lines]


@pytest.mark.parametrize("theme", ["signatures", "deposit", "deposit,signatures"])
def test_the_table_has_the_rows_that_the_json_has(client: TestClient, theme: str) -> None:
    expected = asked(client, theme=theme)
    assert table(client, f"{REGIMES}.csv", theme=theme) == expected
    assert table(client, "/v1/compare.csv", **SIDES, theme=theme) == expected
    accepted = client.get(REGIMES, params={"theme": theme}, headers={"Accept": "text/csv"})
    named = client.get(f"{REGIMES}.csv", params={"theme": theme})
    assert accepted.content == named.content


def words_of(answer: Response, ending: str) -> str:
    """All that a table says."""
    if ending == "xlsx":
        book = load_workbook(io.BytesIO(answer.content))
        cells = (cell for sheet in book for row in sheet.iter_rows() for cell in row)
        return "\n".join(str(cell.value) for cell in cells)
    if ending == "docx":
        with ZipFile(io.BytesIO(answer.content)) as parts:
            return parts.read("word/document.xml").decode()
    return answer.text


@pytest.mark.parametrize("ending", ["docx", "xlsx", "html", "md"])
def test_every_form_is_narrowed_and_says_to_what(client: TestClient, ending: str) -> None:
    answer = client.get(f"{REGIMES}.{ending}", params={"theme": "deposit", "ui": "ru"})
    assert answer.status_code == 200
    told = words_of(answer, ending)
    assert "Только темы: Избирательный взнос." in told
    assert "Правила № 555, п. 20; справа: Закон о выборах, ст. 113-5 п. 2" in told
    assert "взнос, который вернут" in told
    assert "подписей проверяют" not in told
    assert ending == "xlsx" or HOSTILE not in told


def test_the_file_is_called_after_its_themes(client: TestClient) -> None:
    named = client.get(f"{REGIMES}.docx", params={"theme": "signatures,deposit"}).headers
    assert 'filename="comparison_2013_2020_signatures_deposit.docx"' in named["content-disposition"]


def test_what_the_matrix_names_nowhere_is_said_to_be_named_nowhere(client: TestClient) -> None:
    themes = client.get("/v1/matrix?phase=R2a,R3a&limit=200").json()["themes"]
    silent = next(
        one["key"]
        for one in themes
        if one["cells"][0]["phase"] == "R2a" and not one["cells"][0]["provisions"]
    )
    told = client.get(f"{REGIMES}.md", params={"theme": silent, "ui": "en"}).text
    assert "names for them on the left: nothing; on the right: " in told


@pytest.mark.parametrize("address", [REGIMES, f"{REGIMES}.docx", "/v1/compare", "/v1/compare.md"])
def test_an_unknown_theme_is_refused_with_the_nearest_ones(
    client: TestClient, address: str
) -> None:
    params = {"theme": "deposit,signature"} | (SIDES if "regimes" not in address else {})
    answer = client.get(address, params=params)
    assert answer.status_code == 404
    problem = answer.json()
    assert (problem["key"], problem["nearest"]) == ("signature", ["signatures"])
    assert [one["parameter"] for one in problem["errors"]] == ["theme"]


@pytest.mark.parametrize("address", ["/v1/compare", "/v1/compare.csv"])
@pytest.mark.parametrize(
    "sides",
    [
        {"left": f"{SECOND}:app_1", "right": "2020"},
        {"left": f"{SECOND}@2013-04-24", "right": ELECTIONS},
        {"left": f"{ELECTIONS}:art_113-4@2022-02-07", "right": f"{ELECTIONS}:art_113-4"},
    ],
)
def test_themes_of_what_is_no_regime_are_refused(
    client: TestClient, address: str, sides: dict[str, str]
) -> None:
    assert client.get(address, params=sides).status_code == 200
    answer = client.get(address, params=sides | {"theme": "deposit"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["parameter"] == "theme"


def test_the_specification_describes_the_parameter_wherever_it_is_taken(
    client: TestClient,
) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    for path in ("/v1/compare", "/v1/compare.{ending}", "/v1/regimes/{a}/compare/{b}"):
        (theme,) = (one for one in paths[path]["get"]["parameters"] if one["name"] == "theme")
        assert "the matrix names" in theme["description"]

"""Two sides that are editions of one act: the table is that of `diff`, by whatever address."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.answering.forms import Form
from api.tables.answers import TABLE_FORMS
from tests.api.comparing import NEW, OLD, comparing_house
from tests.api.meadows import HOSTILE_ACT, MEADOW

FIRST, SECOND = "2001-01-01", "2005-02-01"
DIFF = f"/v1/acts/{MEADOW}/diff"


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    house = comparing_house(tmp_path_factory.mktemp("meadow"))
    yield house.client()
    house.store.close()


def body(client: TestClient, path: str, **params: str) -> bytes:
    answer = client.get(path, params=params)
    assert answer.status_code == 200, answer.text
    return answer.content


def rows(client: TestClient, **params: str) -> list[dict[str, str]]:
    text = body(client, "/v1/compare.csv", **params).decode("utf-8-sig")
    return [*csv.DictReader(io.StringIO(text, newline=""))]


def side(keys: str, label: str) -> str:
    return f"{MEADOW}:{keys}@{label}"


@pytest.mark.parametrize("form", TABLE_FORMS, ids=lambda form: form.ending)
@pytest.mark.parametrize("more", [{}, {"technical": "true", "unchanged": "true", "ui": "kk"}])
def test_two_whole_editions_give_the_table_of_the_diff(
    client: TestClient, form: Form, more: dict[str, str]
) -> None:
    diff = body(client, f"{DIFF}.{form.ending}", **{"from": FIRST, "to": SECOND}, **more)
    assert body(client, f"/v1/compare.{form.ending}", left=OLD, right=NEW, **more) == diff


def test_a_changed_heading_a_technical_change_and_the_amending_act_are_told(
    client: TestClient,
) -> None:
    found = rows(client, left=OLD, right=NEW)
    headings = [row for row in found if row["Структурный элемент"].startswith("Глава 1.")]
    assert ["Покос и сено" in str(row) for row in headings] == [True]
    (bridge,) = [row for row in found if "Мост держит" in str(row)]
    assert "№ 11" in bridge["Основание (изменяющий акт)"].replace("\xa0", " ")
    told = body(client, "/v1/compare.md", left=OLD, right=NEW).decode()
    shown = rows(client, left=OLD, right=NEW, technical="true")
    assert len(shown) == len(found) + 1
    assert ["литовкой" in str(row) for row in shown].count(True) == 1
    assert "литовкой" not in told


def test_sides_the_other_way_round_are_the_diff_the_other_way_round(client: TestClient) -> None:
    back = body(client, "/v1/compare.md", left=NEW, right=OLD)
    assert back == body(client, f"{DIFF}.md", **{"from": SECOND, "to": FIRST})
    assert "справа налево" in back.decode()
    assert "№ 11" in back.decode().replace("\xa0", " ")


@pytest.mark.parametrize("key", ["art_4", "art_2", "art_5", "art_8", "ch_1"])
def test_one_article_or_chapter_of_both_is_the_diff_of_it(client: TestClient, key: str) -> None:
    """Also what only one of the two has: it came, or it is gone."""
    asked = {"left": side(key, FIRST), "right": side(key, SECOND)}
    diff = body(client, f"{DIFF}.md", **{"from": FIRST, "to": SECOND, "article": key})
    assert body(client, "/v1/compare.md", **asked) == diff
    whole = {"left": OLD, "right": NEW, "article": key}
    assert body(client, "/v1/compare.md", **whole) == diff


def test_an_article_inside_the_chapter_named_is_told_alone(client: TestClient) -> None:
    sides = {"left": side("ch_1", FIRST), "right": side("ch_1", SECOND)}
    diff = body(client, f"{DIFF}.md", **{"from": FIRST, "to": SECOND, "article": "art_4"})
    assert body(client, "/v1/compare.md", **sides, article="art_4") == diff


def test_a_day_is_answered_by_its_edition(client: TestClient) -> None:
    asked = {"left": f"{MEADOW}@2003-03-03", "right": NEW}
    diff = body(client, f"{DIFF}.md", **{"from": FIRST, "to": SECOND})
    assert body(client, "/v1/compare.md", **asked) == diff


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (side("art_6__p_6", FIRST), side("art_6__p_6", SECOND)),
        (side("art_3", FIRST), side("art_4", SECOND)),
        (OLD, f"{HOSTILE_ACT}@2001-01-01"),
    ],
    ids=["a point", "two articles", "two acts"],
)
def test_points_and_different_places_are_compared_rule_by_rule(
    client: TestClient, left: str, right: str
) -> None:
    found = rows(client, left=left, right=right)
    assert found
    assert all("Соотношение и как оно найдено" in row for row in found)


def test_a_point_asked_for_in_whole_editions_is_found(client: TestClient) -> None:
    (row,) = rows(client, left=OLD, right=NEW, article="art_6__p_6")
    assert "староста" in str(row)
    asked = {"from": FIRST, "to": SECOND, "article": "art_6__p_6"}
    diff = body(client, f"{DIFF}.csv", **asked)
    assert body(client, "/v1/compare.csv", left=OLD, right=NEW, article="art_6__p_6") == diff


@pytest.mark.parametrize(
    ("left", "right", "slug"),
    [
        (side("art_99", FIRST), side("art_99", SECOND), "unknown-article"),
        (f"{MEADOW}@1990", NEW, "unknown-edition"),
        (side("art_1", FIRST), side("art_1", "2010-03-03"), "not-held"),
    ],
)
def test_what_is_not_there_is_a_problem(
    client: TestClient, left: str, right: str, slug: str
) -> None:
    answer = client.get("/v1/compare.docx", params={"left": left, "right": right})
    assert answer.status_code == 404
    assert slug in answer.json()["type"]


def test_the_data_of_the_comparison_stays_rule_by_rule(client: TestClient) -> None:
    answer = client.get("/v1/compare", params={"left": OLD, "right": NEW}).json()
    assert {one["relation"] for one in answer["correspondences"]} >= {"identical", "edited", "new"}

"""A law that holds scripts and tags is text, in both views and wherever its words stand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from tests.api.comparing import comparing_house
from tests.api.law import HOSTILE
from tests.api.meadows import HOSTILE_ACT, IMAGE


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    house = comparing_house(tmp_path_factory.mktemp("hostile"))
    yield house.client()
    house.store.close()


@pytest.mark.parametrize("view", ["side", "inline"])
@pytest.mark.parametrize("show", ["", "all"])
@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_law_is_escaped(client: TestClient, view: str, show: str, ui: str) -> None:
    sides = {"left": f"{HOSTILE_ACT}@2001-01-01", "right": f"{HOSTILE_ACT}@2002-02-02"}
    answer = client.get("/compare", params={**sides, "view": view, "show": show, "ui": ui})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.text
    assert "<img" not in answer.text
    soup = BeautifulSoup(answer.text, "lxml")
    assert all(one.has_attr("src") and not one.get_text() for one in soup.select("script"))
    assert not soup.select("main img, main b, [onerror]")
    told = soup.select_one("#c-art_1")
    assert told is not None
    assert HOSTILE.partition(" &")[0] in told.get_text()
    assert IMAGE in told.get_text()


def test_an_address_is_escaped_where_it_is_told(client: TestClient) -> None:
    evil = '"><img src=x onerror=alert(1)>'
    answer = client.get("/compare", params={"left": evil, "right": evil + "x", "article": evil})
    assert "<img" not in answer.text
    soup = BeautifulSoup(answer.text, "lxml")
    assert not soup.select("img")
    assert any(
        evil.replace(" ", "")[:5] in str(one["value"]) for one in soup.select("option[value]")
    )


def test_hostile_rules_are_escaped_too(client: TestClient) -> None:
    answer = client.get(
        "/compare",
        params={
            "left": f"{HOSTILE_ACT}:art_1__p_1@2001-01-01",
            "right": f"{HOSTILE_ACT}:art_1__p_1@2002-02-02",
        },
    )
    assert answer.status_code == 200
    assert "<img" not in answer.text
    assert "<script>alert" not in answer.text

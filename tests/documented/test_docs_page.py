"""The page of the API shows every operation, and what it offers to try can be tried."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from lxml import html

from api.app import create_app
from api.openapi import operations
from api.pages.documents import TASKS
from corpus.settings import Settings
from tests.documented.test_cookbook import RECIPES


@pytest.fixture(scope="module")
def client(sample_kept: Path) -> Iterator[TestClient]:
    """A client of the application on the sample."""
    with TestClient(create_app(Settings(data_dir=sample_kept))) as client:
        yield client


def test_every_operation_has_its_place_and_every_link_leads_to_one(client: TestClient) -> None:
    page = html.fromstring(client.get("/docs").content)
    anchors = {one.get("id") for one in page.iter() if one.get("id")}
    named = {one["operationId"] for one in operations(client.get("/openapi.json").json())}
    assert named <= anchors
    links = {one.get("href") or "" for one in page.iter("a")}
    assert {link[1:] for link in links if link.startswith("#")} <= anchors
    assert "`" not in page.text_content().partition("Example answer")[0]


def test_the_tasks_of_the_cookbook_begin_somewhere_on_the_page(client: TestClient) -> None:
    named = {one["operationId"] for one in operations(client.get("/openapi.json").json())}
    assert {operation for _words, operation in TASKS} <= named
    assert len(TASKS) == len({one.heading for one in RECIPES}) + 1  # the fifth has two


def test_what_the_page_offers_to_try_is_answered(client: TestClient) -> None:
    page = html.fromstring(client.get("/docs").content)
    offered = [one.get("href") for one in page.xpath("//p[starts-with(., 'Try it')]/a")]
    assert len(offered) > 45
    refused = [(one, client.get(one).status_code) for one in offered]
    assert [(one, status) for one, status in refused if status != 200] == []

"""A cluster that does not answer: search is told to be down, and nothing of the cluster is."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from corpus.search import open_engine
from corpus.settings import Settings
from corpus.store import open_store
from tests.api.house import House


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port at which nobody listens, as long as the test lasts."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield held.getsockname()[1]


@pytest.fixture
def client(tmp_path: Path, closed_port: int) -> Iterator[TestClient]:
    settings = Settings(
        data_dir=tmp_path,
        search_engine="opensearch",
        opensearch_urls=(f"http://127.0.0.1:{closed_port}",),
    )
    store = open_store(settings.database)
    store.migrate()
    house = House(settings, store, open_engine(settings), tmp_path)  # type: ignore[arg-type]
    yield house.client()
    store.close()


@pytest.mark.parametrize(
    ("address", "status"),
    [("/v1/search?q=аким", 503), ("/search?q=аким", 503), ("/healthz", 200)],
)
def test_search_is_told_to_be_down_without_a_word_about_the_cluster(
    client: TestClient, closed_port: int, address: str, status: int
) -> None:
    answer = client.get(address)
    assert answer.status_code == status
    told = answer.text.replace("opensearchdescription+xml", "").replace("/opensearch.xml", "")
    assert "opensearch" not in told.lower()  # the description of the search is a standard's
    assert str(closed_port) not in answer.text


def test_the_problem_says_who_knows_more(client: TestClient) -> None:
    problem = client.get("/v1/search", params={"q": "аким"})
    assert problem.headers["Retry-After"]
    assert problem.json()["type"] == "/problems/search-unavailable"
    assert "/healthz" in problem.json()["detail"]


def test_the_page_sends_nobody_to_build_what_cannot_be_built(client: TestClient) -> None:
    page = client.get("/search?q=аким&ui=ru").text
    assert "Поиск сейчас не отвечает" in page
    assert "index rebuild" not in page

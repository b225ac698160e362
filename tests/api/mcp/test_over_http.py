"""The tools over HTTP: a real server, the SDK's client, and who may ask."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from fastapi.testclient import TestClient

from tests.api.filling import fill
from tests.api.house import empty_house
from tests.api.law import LOCAL
from tests.api.mcp.asking import answer, called, called_at_once, refusal, tools_of
from tests.cli.serving import Served, serving

READ = ("read_article", {"ngr": LOCAL, "key": "art_36"})
LIST = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
ACCEPT = {"Accept": "application/json, text/event-stream"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the acts of the API's tests and an index."""
    path = tmp_path_factory.mktemp("served")
    house = empty_house(path)
    fill(house.store, house.snapshots)
    house.index()
    house.store.close()
    return path


@pytest.fixture(scope="module")
def served(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    with serving(folder, tmp_path_factory.mktemp("log") / "said.txt") as server:
        yield server


def posted(served: Served, body: Any = LIST, **headers: str) -> httpx2.Response:
    return httpx2.post(
        f"{served.url}/mcp", json=body, headers=ACCEPT | headers, trust_env=False, timeout=60
    )


def test_the_sdks_client_is_answered_and_the_permalink_leads_back(served: Served) -> None:
    url = f"{served.url}/mcp"
    assert len(tools_of(url)) == 7
    (found,) = called(url, READ)
    source = answer(found)["source"]
    assert source["permalink"].startswith(f"{served.url}/acts/{LOCAL}/articles/art_36/pinned?")
    page = httpx2.get(source["permalink"], trust_env=False, timeout=60)
    assert page.status_code == 200
    assert "Акима сельского округа избирают" in page.text


def test_an_error_of_a_tool_comes_as_one(served: Served) -> None:
    (found,) = called(f"{served.url}/mcp", ("read_article", {"ngr": "Z0", "key": "art_1"}))
    assert "list_acts" in refusal(found)


def test_many_clients_at_once_are_answered_each_its_own(served: Served) -> None:
    editions = ["2013-06-13", "2021-05-24", "2022-11-05"] * 20
    calls = [("read_article", READ[1] | {"edition": one}) for one in editions]
    found = called_at_once(f"{served.url}/mcp", calls)
    assert [answer(one)["source"]["edition"] for one in found] == editions


def test_only_known_names_and_pages_may_ask(served: Served) -> None:
    assert posted(served).status_code == 200
    assert posted(served, Host="nusqa.attacker.example").status_code == 421
    assert posted(served, Origin="https://attacker.example").status_code == 403
    assert posted(served, Origin="http://localhost:3000").status_code == 200


def test_the_public_name_may_be_asked_and_is_in_the_permalinks(
    folder: Path, tmp_path: Path
) -> None:
    public = "https://law.example.kz"
    with serving(folder, tmp_path / "said.txt", NUSQA_PUBLIC_URL=public) as server:
        assert posted(server, Host="law.example.kz", Origin=public).status_code == 200
        assert posted(server, Host="other.example.kz").status_code == 421
        (found,) = called(f"{server.url}/mcp", READ)
    assert answer(found)["source"]["permalink"].startswith(f"{public}/acts/")


def test_there_are_no_sessions_and_no_streams(served: Served) -> None:
    url = f"{served.url}/mcp"
    for method in ("GET", "DELETE", "PUT"):
        refused = httpx2.request(method, url, trust_env=False, timeout=60)
        assert (refused.status_code, refused.headers["allow"]) == (405, "POST"), method
    assert "mcp-session-id" not in posted(served).headers


def test_what_is_no_message_or_too_much_is_refused(served: Served) -> None:
    url = f"{served.url}/mcp"
    for body in (b"", b"{", b"[]", b"\xff\xfe", b"null"):
        refused = httpx2.post(
            url,
            content=body,
            headers=ACCEPT | {"Content-Type": "application/json"},
            trust_env=False,
            timeout=60,
        )
        assert 400 <= refused.status_code < 500, body
        assert b"Traceback" not in refused.content
    big = posted(served, LIST | {"params": {"padding": "я" * 200_000}})
    assert big.status_code == 413
    assert posted(served).status_code == 200


def test_a_server_that_no_assistant_asks_does_not_bear_the_sdk() -> None:
    code = "import api.app, sys; sys.exit('mcp' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_address_answers_only_while_the_application_runs(folder: Path) -> None:
    house = empty_house(folder)
    client = house.client()
    assert client.post("/mcp", json=LIST, headers=ACCEPT).status_code == 503
    with TestClient(house.app(), base_url="http://localhost") as started:
        assert started.post("/mcp", json=LIST, headers=ACCEPT).status_code == 200
    house.store.close()

"""The page of all files: a button for each, with sizes and sums once they are known."""

from __future__ import annotations

import hashlib
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from fastapi.testclient import TestClient

from api.dumps.files import FILES
from tests.api.house import House
from tests.api.pages.test_pages import soup_of, text_of


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_every_file_has_a_button_that_takes_it(client: TestClient, ui: str) -> None:
    soup = soup_of(client, f"/exports?ui={ui}")
    links = [str(one["href"]) for one in soup.select("table.exports a[download]")]
    assert sorted(links) == sorted(f"/v1/exports/{name}" for name in FILES)
    assert client.head(links[0]).status_code == 200


def test_the_foot_of_every_page_leads_there(client: TestClient) -> None:
    link = soup_of(client, "/?ui=kk").select_one("footer a[href*=exports]")
    assert link is not None
    assert link["href"] == "/exports?ui=kk"


def test_sums_are_true_and_stand_on_the_page_once_they_were_asked_for(house: House) -> None:
    client = house.client()
    assert "ещё не подсчитан" in text_of(soup_of(client, "/exports?ui=ru"), "table.exports")
    answer = client.get("/v1/exports/SHA256SUMS")
    assert answer.status_code == 200
    lines = {file: sum_ for sum_, file in (one.split("  ") for one in answer.text.splitlines())}
    assert len(lines) == len(FILES)
    table = text_of(soup_of(client, "/exports?ui=ru"), "table.exports")
    assert "ещё не подсчитан" not in table
    listed = client.get("/v1/exports").json()["exports"]
    for one in listed:
        body = client.get(one["path"]).content
        assert hashlib.sha256(body).hexdigest() == lines[one["file"]] == one["sha256"]
        assert one["bytes"] == len(body)
        assert one["sha256"] in table
    again = client.get("/v1/exports/SHA256SUMS", headers={"If-None-Match": answer.headers["etag"]})
    assert again.status_code == 304


def test_asking_for_the_head_of_the_sums_makes_nothing(house: House) -> None:
    client = house.client()
    assert client.head("/v1/exports/SHA256SUMS").status_code == 200
    assert client.get("/v1/exports").json()["exports"][0]["sha256"] is None


def test_the_commands_on_the_page_name_addresses_of_this_service(client: TestClient) -> None:
    text = text_of(soup_of(client, "/exports?ui=en"), "main")
    base = urlsplit(str(client.base_url))
    assert f"{base.scheme}://{base.netloc}/v1/exports/SHA256SUMS" in text


def test_the_query_on_the_page_runs_on_the_file(client: TestClient, tmp_path: Path) -> None:
    text = text_of(soup_of(client, "/exports?ui=ru"), "main")
    query = re.search('"(select [^"]+)"', text)
    assert query is not None
    file = tmp_path / "corpus.sqlite"
    file.write_bytes(client.get("/v1/exports/corpus.sqlite").content)
    with closing(sqlite3.connect(file)) as opened:
        assert len(opened.execute(query[1]).fetchall()) > 0

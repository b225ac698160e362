"""Dumps over HTTP: what they hold, in what names, and what they say of themselves."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import sqlite3
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
import zstandard
from fastapi.testclient import TestClient

from api.dumps.files import FILES
from corpus.law import Act
from corpus.store import writes
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.law import ELECTIONS, HOSTILE, HOSTILE_EDITION, LOCAL

TABLES = ("acts", "editions", "articles", "changes", "amendments")


def rows(client: TestClient, table: str, query: str = "") -> list[dict[str, Any]]:
    answer = client.get(f"/v1/exports/{table}.jsonl{query}")
    assert answer.status_code == 200, answer.text
    return [json.loads(line) for line in answer.text.splitlines()]


@pytest.mark.parametrize("table", TABLES)
def test_every_form_of_a_table_has_the_same_rows(client: TestClient, table: str) -> None:
    lines = client.get(f"/v1/exports/{table}.jsonl")
    found = [json.loads(line) for line in lines.text.splitlines()]
    assert found
    document = client.get(f"/v1/exports/{table}.json").json()
    assert document[table] == found
    assert gzip.decompress(client.get(f"/v1/exports/{table}.jsonl.gz").content) == lines.content
    packed = client.get(f"/v1/exports/{table}.jsonl.zst").content
    unpacked = zstandard.ZstdDecompressor().stream_reader(io.BytesIO(packed)).read()
    assert unpacked == lines.content
    parquet = pyarrow.parquet.read_table(
        io.BytesIO(client.get(f"/v1/exports/{table}.parquet").content)
    )
    assert parquet.num_rows == len(found)
    assert parquet.column_names == list(found[0])


def test_rows_of_acts_and_editions_are_those_of_their_own_addresses(client: TestClient) -> None:
    of_a_day = {"as_of", "today", "repeal"}
    acts = [
        {name: told for name, told in act.items() if name not in of_a_day}
        for act in client.get("/v1/acts").json()["acts"]
    ]
    assert rows(client, "acts") == acts
    editions = client.get(f"/v1/acts/{LOCAL}/editions").json()["editions"]
    key = lambda one: (one["lang"], one["edition"])  # noqa: E731
    assert sorted(rows(client, "editions", f"?act={LOCAL}"), key=key) == sorted(editions, key=key)


def test_rows_of_changes_and_amendments_are_those_of_the_feeds(client: TestClient) -> None:
    feed = client.get("/v1/changes?limit=100").json()["changes"]
    assert [one.pop("html") for one in feed] == [None] * len(feed)
    assert rows(client, "changes") == feed
    assert (
        rows(client, "amendments")
        == client.get("/v1/amendments?limit=100&role=any").json()["amendments"]
    )


def test_a_wording_has_the_names_and_values_that_the_article_has(client: TestClient) -> None:
    row = next(
        one
        for one in rows(client, "articles", f"?act={LOCAL}&lang=ru")
        if one["key"] == "art_36" and one["newest"]
    )
    label = row["editions"][-1]
    article = client.get(f"/v1/acts/{LOCAL}/articles/art_36?lang=ru&edition={label}").json()
    own = {"from", "to", "editions", "newest"}
    assert set(row) - own <= set(article)
    assert {name: row[name] for name in set(row) - own} == {
        name: article[name] for name in set(row) - own
    }
    history = client.get(f"/v1/acts/{LOCAL}/articles/art_36/history?lang=ru").json()["wordings"]
    assert {name: row[name] for name in ("from", "to", "editions")} == {
        name: history[-1][name] for name in ("from", "to", "editions")
    }


def test_filters_narrow_as_they_do_elsewhere(client: TestClient) -> None:
    assert {one["ngr"] for one in rows(client, "articles", f"?act={ELECTIONS}")} == {ELECTIONS}
    assert {one["lang"] for one in rows(client, "articles", "?lang=kk")} == {"kk"}
    assert rows(client, "changes", "?since=2999-01-01") == []
    assert rows(client, "editions", "?since=2999-01-01") == []
    assert rows(client, "amendments", "?since=0001-01-01") == rows(client, "amendments")


@pytest.mark.parametrize(
    ("address", "status", "slug"),
    [
        ("/v1/exports/articles.jsonl?act=Z99", 404, "unknown-act"),
        (f"/v1/exports/articles.jsonl?act={LOCAL}&lang=en", 404, "language-not-held"),
        ("/v1/exports/article.jsonl", 404, "unknown-export"),
        ("/v1/exports/articles.docx", 404, "unknown-export"),
        ("/v1/exports/acts.jsonl?since=2026-01-01", 422, "invalid-request"),
        ("/v1/exports/corpus.sqlite?since=2026-01-01", 422, "invalid-request"),
        ("/v1/exports/metadata.json?lang=ru", 422, "invalid-request"),
        ("/v1/exports/articles.jsonl?language=ru", 422, "unknown-parameter"),
        ("/v1/exports/articles.jsonl?lang=de", 422, "invalid-request"),
        ("/v1/exports/articles.jsonl?since=soon", 422, "invalid-request"),
        (f"/v1/exports/{'x' * 500}", 422, "invalid-request"),
    ],
)
def test_what_cannot_be_exported_is_a_problem_before_anything_is_sent(
    client: TestClient, address: str, status: int, slug: str
) -> None:
    answer = client.get(address)
    assert (answer.status_code, answer.headers["content-type"]) == (
        status,
        "application/problem+json",
    )
    assert answer.json()["type"] == f"/problems/{slug}"


def test_a_misspelt_export_is_told_the_nearest(client: TestClient) -> None:
    assert "articles.jsonl" in client.get("/v1/exports/article.jsonl").json()["nearest"]


def test_parquet_has_days_as_days_and_says_what_it_is(client: TestClient) -> None:
    body = client.get("/v1/exports/articles.parquet").content
    schema = pyarrow.parquet.read_schema(io.BytesIO(body))
    assert str(schema.field("from").type) == "date32[day]"
    assert str(schema.field("provenance").type.field("fetched_at").type) == "timestamp[us, tz=UTC]"
    assert schema.field("editions").metadata[b"meaning"].startswith(b"Labels")
    assert schema.metadata[b"sample"] == b"false"
    column = pyarrow.parquet.ParquetFile(io.BytesIO(body)).metadata.row_group(0).column(6)
    assert column.path_in_schema == "ngr"
    assert any("DICTIONARY" in encoding for encoding in column.encodings)


def test_who_holds_the_present_state_is_told_so(client: TestClient) -> None:
    for name in FILES:
        whole = client.get(f"/v1/exports/{name}")
        assert whole.status_code == 200, name
        tag = whole.headers["etag"]
        held = client.get(f"/v1/exports/{name}", headers={"If-None-Match": tag})
        assert (held.status_code, held.content) == (304, b"")
    assert client.get("/v1/exports/acts.json").headers["etag"] != tag


def test_the_list_tells_sums_once_a_file_was_sent_whole(house: House) -> None:
    client = house.client()
    before = {one["path"]: one for one in client.get("/v1/exports").json()["exports"]}
    assert before["/v1/exports/acts.jsonl"]["sha256"] is None
    client.get("/v1/exports/acts.jsonl?lang=ru")
    body = client.get("/v1/exports/acts.jsonl").content
    listed = {one["path"]: one for one in client.get("/v1/exports").json()["exports"]}
    one = listed["/v1/exports/acts.jsonl"]
    assert (one["bytes"], one["sha256"]) == (len(body), hashlib.sha256(body).hexdigest())
    assert one["rows"] == len(body.splitlines())
    for path in listed:
        assert client.get(path).status_code == 200, path


def test_the_sqlite_file_is_whole_and_finds_words(client: TestClient, tmp_path: Path) -> None:
    answer = client.get("/v1/exports/corpus.sqlite")
    assert answer.headers["content-disposition"].startswith(
        'attachment; filename="nusqa-corpus.sqlite"'
    )
    file = tmp_path / "corpus.sqlite"
    file.write_bytes(answer.content)
    database = sqlite3.connect(file)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in TABLES:
        wanted = len({(one["ngr"], one["key"]) for one in rows(client, "articles")})
        if table != "articles":
            wanted = len(rows(client, table))
        count = database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]  # noqa: S608
        assert count == wanted, table
    found = database.execute(
        "SELECT count(*) FROM wordings_fts WHERE wordings_fts MATCH 'акима'"
    ).fetchone()[0]
    assert found
    database.close()


def test_four_exports_are_sent_at_once_and_a_fifth_is_told_to_wait(house: House) -> None:
    app = house.app()
    client = TestClient(app)
    turns = [app.state.services.dumping.turn() for _ in range(4)]
    for one in turns:
        one.__enter__()
    answer = client.get("/v1/exports/acts.jsonl")
    assert answer.status_code == 503
    assert answer.headers["retry-after"] == "60"
    assert answer.json()["type"] == "/problems/too-many-exports"
    turns[0].__exit__(None, None, None)
    assert client.get("/v1/exports/acts.jsonl").status_code == 200
    assert client.get("/v1/exports/acts.jsonl").status_code == 200
    for one in turns[1:]:
        one.__exit__(None, None, None)


def test_law_text_that_looks_like_markup_stays_as_it_is(own_house: House) -> None:
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [HOSTILE_EDITION])
    (row,) = rows(own_house.client(), "articles")
    assert HOSTILE in row["text"]
    assert [note["text"] for note in row["footnotes"]] == [HOSTILE]


def test_the_newest_texts_in_sqlite_tell_which_act_was_repealed(
    own_house: House, tmp_path: Path
) -> None:
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [HOSTILE_EDITION])
        repealed = Act(HOSTILE_EDITION.ngr, {}, repealed_on=date(2011, 5, 19))
        writes.upsert_act(session, repealed)
    file = tmp_path / "corpus.sqlite"
    file.write_bytes(own_house.client().get("/v1/exports/corpus.sqlite").content)
    database = sqlite3.connect(file)
    told = database.execute("SELECT DISTINCT repealed_on FROM texts_now").fetchall()
    database.close()
    assert told == [("2011-05-19",)]

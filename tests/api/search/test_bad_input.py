from __future__ import annotations

import re
import time
from typing import Any
from urllib.parse import quote

import anyio
import pytest
from fastapi.testclient import TestClient

from tests.api.searching import refused, search

TOO_LONG_SECONDS = 0.1
"""Of its own processor time: other work on the machine is no fault of ours."""
QUERIES = {
    "a thousand wildcards": "а* " * 1_000,
    "a hundred and sixty wildcards": "аб* " * 120,
    "a lone asterisk": "*",
    "asterisks": "* * *",
    "control characters": "аким\x00\x01\x1b[31m\x7f",
    "marks of direction": "\u202eаким\u202c \u2066выборы\u2069 \u200f",
    "zero-width signs": "\u200bа\u200cк\u200dи\ufeffм",
    "brackets": "(" * 500,
    "closing brackets": ")" * 500,
    "quotes": '"' * 499,
    "operators": "OR AND NOT - ~5 OR",
    "near nothing": "~5 ~ ~99999999999999999999",
    "fields": "act: article: note: heading: status:",
    "a field of a field": "act:article:note:heading:аким",
    "an unknown field": "path:/etc/passwd",
    "a template": "{{7*7}} ${7*7} #{7*7} <%= 7*7 %>",
    "an SQL string": "'; DROP TABLE editions; --",
    "a regular expression": "/(а+)+$/ [а-я]{1,999}",
    "an engine's own syntax": "title:аким^5 AND body:[a TO z] _exists_:x",
    "surrogates": "\U0001f3db аким \U00010428",
    "combining signs": "и" + "\u0306" * 400,
    "citations": "ст. 1 п. 1 пп. 1) " * 25,
    "a list of articles": "статьи " + ", ".join(map(str, range(1, 120))),
    "one long word": "а" * 500,
    "one long number": "9" * 500,
    "numbers": "ст. 99999999999999999999999999999999",
    "an empty query": "",
    "spaces": "   \t  ",
}
NEVER_TOLD = ("tantivy", "whoosh", "opensearch", "traceback", "sqlite", "site-packages", ".py")


@pytest.mark.parametrize("path", ["/v1/search", "/search"])
@pytest.mark.parametrize("what", QUERIES)
def test_any_query_is_answered_or_refused_soon_and_tells_nothing_of_the_inside(
    client: TestClient, path: str, what: str
) -> None:
    client.get(path, params={"q": "аким"})  # what is read once
    answer, seconds = None, 0.0
    for _ in range(3):
        began = time.thread_time() + time.process_time()
        answer = client.get(f"{path}?q={quote(QUERIES[what])}")
        spent = time.thread_time() + time.process_time() - began
        seconds = min(seconds or spent, spent)
    assert answer is not None
    assert answer.status_code in {200, 422}, answer.text
    assert seconds < 2 * TOO_LONG_SECONDS
    described = re.sub(r"<link rel=\"search\"[^>]*>", "", answer.text)  # a standard, not an engine
    told = described.replace(QUERIES[what], "").casefold()
    assert not [word for word in NEVER_TOLD if word in told]
    if answer.status_code == 422 and path.startswith("/v1"):
        assert answer.json()["errors"][0]["parameter"] == "q"


@pytest.mark.parametrize("path", ["/v1/search", "/search"])
def test_a_query_of_a_hundred_thousand_signs_is_refused(client: TestClient, path: str) -> None:
    spent = []
    for _ in range(5):
        began = time.process_time()
        status, body = anyio.run(_asked_raw, client.app, path, b"q=" + b"a" * 100_000)
        spent.append(time.process_time() - began)
        assert status == 422
        assert len(body) < 30_000  # a page with its form and sheet, without what was sent
    assert min(spent) < TOO_LONG_SECONDS


async def _asked_raw(app: Any, path: str, query: bytes) -> tuple[int, bytes]:
    """What an application answers to a query that a client library would not send."""
    sent: list[dict[str, Any]] = []
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query,
        "headers": [(b"host", b"testserver")],
        "server": ("testserver", 80),
        "http_version": "1.1",
        "scheme": "http",
        "root_path": "",
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    return sent[0]["status"], b"".join(one.get("body", b"") for one in sent[1:])


@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        ("limit", "0"),
        ("limit", "-1"),
        ("limit", "101"),
        ("limit", "много"),
        ("offset", "-1"),
        ("offset", "10001"),
        ("lang", "xx"),
        ("lang", "ru,xx"),
        ("on", "2022-02-30"),
        ("on", "вчера"),
        ("on", "2022"),
        ("changed", "2022-01-01"),
        ("changed", "2022-01-01..2022-01-01"),
        ("changed", "2022-01-02..2022-01-01"),
        ("changed", ".."),
        ("changed", "2022-01-01...2023-01-01"),
        ("form", "закон"),
        ("regime", "1789"),
        ("status", "alive"),
        ("year", "99"),
        ("year", "-2001"),
        ("year", "٢٠٠١"),
        ("theme", "weather"),
        ("act", "\x00"),
        ("act", "Z" * 65),
        ("act", ",".join(f"Z{number}" for number in range(51))),
        ("facets", "maybe"),
        ("cross", "maybe"),
    ],
)
def test_a_value_that_makes_no_sense_is_refused_by_its_name(
    client: TestClient, parameter: str, value: str
) -> None:
    problem = refused(client, "аким", **{parameter: value})
    assert {fault["parameter"] for fault in problem["errors"]} == {parameter}
    assert client.get("/search", params={"q": "аким", parameter: value}).status_code == 422


def test_a_value_that_is_misspelt_is_told_with_the_nearest(client: TestClient) -> None:
    assert "Nearest: in_force" in refused(client, "аким", status="inforce")["detail"]
    problem = refused(client, "аким", form="constitutional-law")
    assert "Nearest: constitutional law" in problem["detail"]


def test_an_act_that_there_is_not_is_told(client: TestClient) -> None:
    answer = client.get("/v1/search", params={"q": "аким", "act": "Z010000149_"})
    assert answer.status_code == 404
    assert answer.json()["type"] == "/problems/unknown-act"
    assert answer.json()["nearest"][0] == "Z010000148_"


def test_a_day_and_a_stretch_of_days_make_no_sense_together(client: TestClient) -> None:
    problem = refused(client, "аким", on="any", changed="2013-01-01..2022-01-01")
    assert "not both" in problem["detail"]


def test_empty_fields_of_a_form_are_as_if_not_given(client: TestClient) -> None:
    empty = dict.fromkeys(["on", "changed", "lang", "act", "form", "year", "theme", "cursor"], "")
    assert search(client, "аким", **empty)["hits"] == search(client, "аким")["hits"]

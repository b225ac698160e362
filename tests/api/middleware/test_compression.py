"""Answers compressed for whoever takes that."""

from __future__ import annotations

import gzip

import pytest
from fastapi.testclient import TestClient

from tests.api.law import LOCAL

PAGE = f"/acts/{LOCAL}/articles/art_36"
SIDES = (f"{LOCAL}@2013-06-13", f"{LOCAL}@2021-05-24")
PLAIN = {"Accept-Encoding": "identity"}
GZIP = {"Accept-Encoding": "gzip"}


@pytest.mark.parametrize("url", [PAGE, f"/v1{PAGE}", "/feeds/changes.atom", "/openapi.json"])
def test_what_is_compressed_is_the_same(client: TestClient, url: str) -> None:
    plain, small = client.get(url, headers=PLAIN), client.get(url, headers=GZIP)
    assert "content-encoding" not in plain.headers
    assert small.headers["content-encoding"] == "gzip"
    assert int(small.headers["content-length"]) < len(plain.content) / 2
    assert small.content == plain.content  # the client has unpacked it
    assert "Accept-Encoding" in small.headers["vary"]


def test_a_compressed_answer_has_a_weak_tag_that_is_still_known(client: TestClient) -> None:
    plain, small = client.get(PAGE, headers=PLAIN), client.get(PAGE, headers=GZIP)
    assert not plain.headers["etag"].startswith("W/")
    assert small.headers["etag"] == f"W/{plain.headers['etag']}"
    for tag in (plain.headers["etag"], small.headers["etag"]):
        again = client.get(PAGE, headers={**GZIP, "If-None-Match": tag})
        assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize("url", [PAGE, f"/v1{PAGE}", "/feeds/changes.atom", "/v1/compare.html"])
def test_who_is_told_that_nothing_is_new_learns_by_what_answers_differ(
    client: TestClient, url: str
) -> None:
    # A cache writes the headers of a 304 over those that it holds (RFC 9111 4.3.4): without this
    # it would send what is compressed to whoever cannot read that.
    query = {"left": SIDES[0], "right": SIDES[1]} if "compare" in url else {}
    first = client.get(url, headers=GZIP, params=query)
    again = client.get(url, headers={**GZIP, "If-None-Match": first.headers["etag"]}, params=query)
    assert (first.status_code, again.status_code) == (200, 304)
    assert again.headers["vary"] == first.headers["vary"]


def test_a_small_answer_is_left_as_it_is(client: TestClient) -> None:
    answer = client.get("/v1/acts/Z0", headers=GZIP)
    assert answer.status_code == 404
    assert "content-encoding" not in answer.headers


def test_the_bytes_on_the_line_are_gzip(client: TestClient) -> None:
    with client.stream("GET", PAGE, headers=GZIP) as answer:
        raw = b"".join(answer.iter_raw())
    assert gzip.decompress(raw).startswith(b"<!doctype html>")

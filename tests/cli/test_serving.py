"""What a served corpus says to requests that are too long."""

from __future__ import annotations

from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from tests.cli.serving import serving

QUERY = "әкім сайлауы " * 4_500


@pytest.mark.parametrize(
    ("path", "media_type"),
    [("/v1/search", "application/problem+json"), ("/search", "text/html; charset=utf-8")],
)
def test_a_query_of_a_hundred_kilobytes_is_refused_in_our_own_words(
    path: str, media_type: str, sample_folder: Path, tmp_path: Path
) -> None:
    assert len(QUERY.encode()) > 100_000
    with serving(sample_folder, tmp_path / "log") as served:
        connection = HTTPConnection(urlsplit(served.url).netloc, timeout=60)
        connection.request("GET", f"{path}?q={quote(QUERY)}")
        answer = connection.getresponse()
        connection.close()
    assert (answer.status, answer.headers["content-type"]) == (422, media_type)

"""`--theme` of `nusqa compare` and `nusqa export comparison`: as the API narrows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from corpus.settings import Settings
from tests.cli.conftest import Nusqa

REGIMES = ("2013", "2020")
EDITIONS = ("Z010000148_", "--from", "2013-06-13", "--to", "2022-11-05")


def test_the_comparison_is_the_one_that_the_api_narrows(sample: Nusqa, sample_folder: Path) -> None:
    ran = sample("compare", *REGIMES, "--theme", "signatures, deposit", "--json")
    assert ran.status == 0, ran.err
    own = json.loads(ran.out)["correspondences"]
    with TestClient(create_app(Settings(data_dir=sample_folder))) as client:
        params = {"theme": "signatures,deposit", "limit": "1000"}
        sent = client.get("/v1/regimes/2013/compare/2020", params=params).json()
    keys = [[[rule["key"] for rule in one[side]] for side in ("left", "right")] for one in own]
    told = [
        [[rule["key"] for rule in one[side]] for side in ("left", "right")]
        for one in sent["correspondences"]
    ]
    assert keys == told
    assert 0 < len(keys) < 20


@pytest.mark.parametrize("ending", ["docx", "csv"])
def test_the_file_is_the_one_that_the_api_sends(
    sample: Nusqa, sample_folder: Path, tmp_path: Path, ending: str
) -> None:
    out = tmp_path / f"table.{ending}"
    words = ("--theme", "signatures,deposit", "--ui", "kk", "--out", out)
    ran = sample("export", "comparison", *REGIMES, *words)
    assert ran.status == 0, ran.err
    with TestClient(create_app(Settings(data_dir=sample_folder))) as client:
        params = {"theme": "signatures,deposit", "ui": "kk", "left": "2013", "right": "2020"}
        assert client.get(f"/v1/compare.{ending}", params=params).content == out.read_bytes()


@pytest.mark.parametrize(
    ("command", "status", "told"),
    [
        (("compare", *REGIMES, "--theme", "depozit"), 1, "Nearest: deposit."),
        (("compare", "Z010000148_", "2020", "--theme", "deposit"), 2, "two regimes or phases"),
        (("export", "comparison", *REGIMES, "--theme", "depozit"), 1, "Nearest: deposit."),
        (("export", "comparison", *EDITIONS, "--theme", "deposit"), 2, "two regimes or phases"),
    ],
)
def test_what_cannot_be_narrowed_is_one_line_and_no_file(
    sample: Nusqa, tmp_path: Path, command: tuple[str, ...], status: int, told: str
) -> None:
    out = tmp_path / "table.md"
    ran = sample(*command, *(("--out", out) if command[0] == "export" else ()))
    assert ran.status == status, ran.err
    assert told in " ".join(ran.err.split())
    assert not out.exists()

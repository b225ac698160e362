"""`nusqa export dump` and `nusqa export history`, as a user runs them."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from corpus.settings import Settings
from tests.cli.conftest import Nusqa

ELECTIONS = "Z950002464_"


def test_the_same_corpus_gives_the_same_bytes(sample: Nusqa, tmp_path: Path) -> None:
    for form in ("jsonl", "json", "parquet", "sqlite"):
        first, second = tmp_path / f"{form}-1", tmp_path / f"{form}-2"
        for folder in (first, second):
            assert sample("export", "dump", "--form", form, "--out", folder).status == 0
        names = sorted(path.name for path in first.iterdir())
        assert names == sorted(path.name for path in second.iterdir())
        for name in names:
            assert (first / name).read_bytes() == (second / name).read_bytes(), name


def test_a_sample_says_so_in_names_manifest_rows_and_tables(sample: Nusqa, tmp_path: Path) -> None:
    sample("export", "dump", "--out", tmp_path / "dump")
    manifest = json.loads((tmp_path / "dump" / "manifest.json").read_text("utf-8"))
    assert manifest["sample"] is True
    assert "not official" in manifest["warning"]
    assert all(one["file"].startswith("nusqa-sample-") for one in manifest["files"])
    lines = (tmp_path / "dump" / "nusqa-sample-articles.jsonl").read_text("utf-8").splitlines()
    assert all(json.loads(line)["provenance"]["sample"] for line in lines)
    sample("export", "dump", "--form", "sqlite", "--out", tmp_path / "file.sqlite")
    database = sqlite3.connect(tmp_path / "file.sqlite")
    about = dict(database.execute("SELECT name, value FROM about"))
    database.close()
    assert about["sample"] == "true"
    assert "not official" in about["warning"]


def test_the_command_writes_what_the_api_sends(
    sample: Nusqa, sample_folder: Path, tmp_path: Path
) -> None:
    with TestClient(create_app(Settings(data_dir=sample_folder))) as client:
        for name, options in {
            "articles.jsonl": ("--table", "articles"),
            "changes.parquet": ("--table", "changes", "--form", "parquet"),
            "corpus.sqlite": ("--form", "sqlite"),
            "editions.jsonl.zst": ("--table", "editions", "--compress", "zst"),
        }.items():
            assert sample("export", "dump", *options, "--out", tmp_path / name).status == 0
            sent = client.get(f"/v1/exports/{name}").content
            assert (tmp_path / name).read_bytes() == sent, name
        sample("export", "history", ELECTIONS, "--out", tmp_path / "act.bundle")
        sent = client.get(f"/v1/acts/{ELECTIONS}/history.bundle").content
        assert (tmp_path / "act.bundle").read_bytes() == sent


def test_nothing_is_replaced_unasked(sample: Nusqa, tmp_path: Path) -> None:
    out = tmp_path / "acts.jsonl"
    out.write_text("mine")
    ran = sample("export", "dump", "--table", "acts", "--out", out)
    assert (ran.status, out.read_text()) == (1, "mine")
    assert "is there already" in ran.err
    assert sample("export", "dump", "--table", "acts", "--out", out, "--force").status == 0
    assert json.loads(out.read_text("utf-8").splitlines()[0])["ngr"]
    (tmp_path / "act").mkdir()
    ran = sample("export", "history", ELECTIONS, "--out", tmp_path / "act")
    assert (ran.status, list((tmp_path / "act").iterdir())) == (1, [])


def test_a_dump_that_fails_leaves_nothing(sample: Nusqa, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    ran = sample("export", "dump", "--act", "Z99", "--out", tmp_path / "full")
    assert ran.status == 1
    assert "No act Z99 is known" in ran.err
    assert list((tmp_path / "full").iterdir()) == []
    ran = sample("export", "history", "Z99", "--out", tmp_path / "none")
    assert ran.status == 1
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "words",
    [
        ("dump", "--out", "-"),
        ("dump", "--out", "all.jsonl"),
        ("dump", "--form", "docx", "--out", "x"),
        ("dump", "--form", "parquet", "--compress", "gz", "--out", "x"),
        ("dump", "--form", "sqlite", "--table", "acts", "--out", "x"),
        ("dump", "--form", "sqlite", "--since", "2026-01-01", "--out", "x"),
        ("dump", "--table", "acts", "--since", "2026-01-01", "--out", "x"),
        ("dump", "--table", "laws", "--out", "x"),
        ("dump", "--since", "soon", "--out", "x"),
        ("history", ELECTIONS, "--out", "x.bundle", "--bare"),
        ("history", ELECTIONS, "--out", "x", "--force"),
    ],
)
def test_what_makes_no_sense_is_used_wrongly(sample: Nusqa, words: tuple[str, ...]) -> None:
    ran = sample("export", *words)
    assert ran.status == 2
    assert "Traceback" not in ran.err
    assert ran.out == ""
    assert not Path("x").exists()

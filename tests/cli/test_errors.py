"""Errors are one clear line; the exit status tells failure (1) from wrong use (2)."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from corpus.store.errors import UnknownAct
from tests.cli.conftest import Nusqa

NGR = "Z990000777_"


@pytest.mark.parametrize(
    "command", [["acts"], ["editions", NGR], ["search", "аким"], ["changes"], ["quarantine"]]
)
def test_reading_before_anything_is_stored_says_how_to_begin(
    nusqa: Nusqa, command: list[str]
) -> None:
    ran = nusqa(*command)
    assert ran.status == 1
    assert "nusqa demo" in ran.err
    assert ran.out == ""


TABLES = [".docx", ".pdf", ".html", ".xlsx", ".csv", ".md"]


@pytest.mark.parametrize(
    ("command", "endings"),
    [
        (["compare", "2013", "2020", "--plot"], [".svg"]),
        (["regimes", "--plot"], [".svg"]),
        (["stats", NGR, "--plot"], [".svg"]),
        (["stats", NGR, "--out"], [".csv", ".parquet"]),
        (["compare", "2013", "2020", "--out"], [".csv", ".parquet"]),
        (["matrix", "--out"], TABLES),
        (
            ["export", "comparison", NGR, "--out"],
            [".docx", ".pdf", ".html", ".xlsx", ".csv", ".md"],
        ),
    ],
)
def test_a_file_of_no_known_form_is_wrong_use_and_the_forms_are_named(
    nusqa: Nusqa, command: list[str], endings: list[str]
) -> None:
    ran = nusqa(*command, "table.odt")
    assert ran.status == 2
    assert [one for one in endings if one not in ran.err] == []


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (["show", "Z990000778_", "art_1"], NGR),
        (["show", NGR, "art_99"], "art_"),
        (["show", NGR, "art_1", "--lang", "kk"], "ru"),
        (["show", NGR, "art_1", "--edition", "1999-01-01"], "2001-01-01"),
        (["show", NGR, "art_1", "--on", "1999-01-01"], "2001-01-01"),
        (["diff", NGR, "2001-01-01", "2005-01-01"], "2002-01-01"),
    ],
)
def test_what_is_not_there_fails_with_the_nearest_that_is(
    nusqa: Nusqa, saved: Path, command: list[str], said: str
) -> None:
    nusqa("import", saved)
    ran = nusqa(*command)
    assert ran.status == 1
    assert ran.err.startswith("nusqa: ")
    assert len(ran.err.strip().splitlines()) == 1
    assert said in ran.err


@pytest.mark.parametrize(
    "command",
    [
        ["show", NGR, "art_1", "--on", "31.02.2021"],
        ["show", NGR, "art_1", "--on", "yesterday"],
        ["show", NGR, "art_1", "--lang", "fr"],
        ["show", NGR, "art_1", "--on", "2001-01-01", "--edition", "2001-01-01"],
        ["diff", NGR, "2001-01-01"],
        ["no-such-command"],
        ["import", "no/such/path"],
    ],
)
def test_wrong_use_exits_with_two(nusqa: Nusqa, saved: Path, command: list[str]) -> None:
    nusqa("import", saved)
    ran = nusqa(*command)
    assert ran.status == 2
    assert ran.out == ""
    assert "Traceback" not in ran.err


def test_a_misspelt_setting_is_named(nusqa: Nusqa, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NUSQA_SEARCH_ENGIN", "whoosh")
    ran = nusqa("acts")
    assert ran.status == 2
    assert "NUSQA_SEARCH_ENGIN" in ran.err


def test_debug_shows_the_traceback(nusqa: Nusqa, saved: Path) -> None:
    nusqa("import", saved)
    with pytest.raises(UnknownAct):
        nusqa("--debug", "show", "Z990000778_", "art_1")


def test_a_broken_manifest_names_its_line(nusqa: Nusqa, saved: Path) -> None:
    manifest = saved / "manifest.toml"
    manifest.write_text(
        manifest.read_text("utf-8").replace('lang = "ru"', 'lang = "xx"', 1), "utf-8"
    )
    ran = nusqa("import", saved)
    assert ran.status == 2
    assert "manifest.toml, [[file]] at line 1" in ran.err


def test_a_database_that_is_none_is_one_line(nusqa: Nusqa, saved: Path, tmp_path: Path) -> None:
    nusqa("import", saved)
    (tmp_path / "var" / "nusqa.db").write_bytes(b"no database at all " * 500)
    for command in (["acts"], ["import", saved]):
        ran = nusqa(*command)
        assert ran.status == 1
        assert ran.err.strip().startswith("nusqa: ")
        assert "not a database" in ran.err
        assert len(ran.err.strip().splitlines()) == 1


def test_a_data_folder_that_cannot_be_made_is_one_line(
    nusqa: Nusqa, saved: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("NUSQA_DATA_DIR", str(tmp_path / "file" / "var"))
    ran = nusqa("import", saved)
    assert ran.status == 1
    assert ran.err.strip().startswith("nusqa: ")
    assert len(ran.err.strip().splitlines()) == 1


def test_what_was_stored_before_an_import_broke_off_is_found(
    nusqa: Nusqa, saved: Path, tmp_path: Path
) -> None:
    shallow = tmp_path / "clone"
    (shallow / ".git").mkdir(parents=True)
    ran = nusqa("import", saved, shallow)
    assert ran.status == 1
    assert nusqa("search", "акимы", "--json").document["total"] == 1


def test_a_taken_port_is_one_line_and_a_failure(nusqa: Nusqa, saved: Path) -> None:
    nusqa("import", saved)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        ran = nusqa("serve", "--port", str(taken.getsockname()[1]))
    assert ran.status == 1
    assert "NUSQA_PORT" in ran.err
    assert "Serving" not in ran.err

"""An index that is damaged under a running server: it lives, says so, and builds it anew."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from tests.cli.conftest import Nusqa
from tests.cli.serving import PROGRAM, Served, serving, wait_for

ENGINES = ["tantivy", "whoosh"]
_MAPPED = {".store", ".term", ".idx", ".pos", ".fast", ".fieldnorm", ".npy", ".col"}
_BUILDS = "the search index is built: there was none"
"""Said by who looks after the index, and not by who only follows the store."""


@pytest.fixture
def folder(tmp_path: Path, sample_folder: Path) -> Path:
    """The whole sample in a data folder of the test's own."""
    return shutil.copytree(sample_folder, tmp_path / "var")


def files_of(folder: Path, engine: str) -> list[Path]:
    """The files of the index in use that its library maps into memory."""
    (pointer,) = (folder / "index" / engine).rglob("current.json")
    generation = pointer.parent / json.loads(pointer.read_text())["generation"]
    return [one for one in generation.iterdir() if one.suffix in _MAPPED and one.stat().st_size]


def empty(folder: Path, engine: str) -> None:
    for one in files_of(folder, engine):
        os.truncate(one, 0)


def cut(folder: Path, engine: str) -> None:
    for one in files_of(folder, engine):
        os.truncate(one, one.stat().st_size // 2)


def scribble(folder: Path, engine: str) -> None:
    """Other bytes in the middle; every file is as long as before."""
    for one in files_of(folder, engine):
        size = one.stat().st_size
        with one.open("r+b") as file:
            file.seek(size // 3)
            file.write(b"\xa5" * (size // 3 + 1))


def copy_over(folder: Path, engine: str) -> None:
    """Files are written over by others, as `cp` does it: cut to nothing, then filled."""
    files = files_of(folder, engine)
    contents = [one.read_bytes() for one in files]
    for one, content in zip(files, contents[1:] + contents[:1], strict=True):
        one.write_bytes(content)


_NUMBERS = count()


def fresh() -> str:
    """A question that nobody has asked yet, so that no remembered answer is given."""
    return f"выборы OR акима OR закон OR әкім OR слово{next(_NUMBERS)}"


def said(served: Served) -> str:
    return served.log.read_text(encoding="utf-8")


def _says_more(served: Served, builds: int) -> bool:
    """Whether it was told of another building than of so many."""
    return said(served).count(_BUILDS) > builds


def asked_until_mended(served: Served) -> set[int]:
    """The statuses of answers, until the index answers again."""

    def answers() -> bool:
        answer = served.search(q=fresh(), on="any")
        statuses.append(answer.status_code)
        if answer.status_code == 503:
            problem = answer.json()
            assert problem["type"] == "/problems/search-unavailable"
            assert "is building it" in problem["detail"]
            assert answer.headers["Retry-After"].isdecimal()
        return answer.status_code == 200

    statuses: list[int] = []
    wait_for(answers)
    return set(statuses)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_server_outlives_what_is_done_to_files_that_it_has_open_and_builds_them_anew(
    folder: Path, tmp_path: Path, engine: str
) -> None:
    with serving(folder, tmp_path / "log", NUSQA_SEARCH_ENGINE=engine) as served:
        wait_for(lambda: served.total(q=fresh(), on="any"))
        before = served.total(q=fresh(), on="any")
        for harm in (empty, cut, scribble, copy_over):
            told = len(said(served))
            harm(folder, engine)
            assert asked_until_mended(served) <= {200, 503}
            wait_for(lambda: served.total(q=fresh(), on="any") == before)
            assert said(served)[told:].count("built anew: it could not be read") == 1, harm
            assert served.get("/healthz").json()["status"] == "ok"
        assert "Traceback" not in said(served)


@pytest.mark.parametrize("engine", ENGINES)
def test_an_index_that_goes_away_under_a_server_is_built_anew_and_the_log_says_so(
    folder: Path, tmp_path: Path, engine: str
) -> None:
    with serving(folder, tmp_path / "log", NUSQA_SEARCH_ENGINE=engine) as served:
        wait_for(lambda: served.total(q=fresh(), on="any"))
        for lost in (folder / "index", folder / "index" / engine / "current.json"):
            builds = said(served).count(_BUILDS)
            shutil.rmtree(lost) if lost.is_dir() else lost.unlink()
            wait_for(partial(_says_more, served, builds))
            assert asked_until_mended(served) <= {200, 503}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_command_tells_damage_in_one_line(
    folder: Path, nusqa: Nusqa, monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    monkeypatch.setenv("NUSQA_SEARCH_ENGINE", engine)
    assert nusqa("index", "rebuild").status == 0
    scribble(folder, engine)
    # In a process of its own: a library's last words would go past what catches Python's.
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAM, "search", "маслихат"],
        env=os.environ | {"NUSQA_DATA_DIR": str(folder), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert ran.stderr.splitlines() == [
        "nusqa: the search index cannot be read: build it anew with `nusqa index rebuild`"
    ]

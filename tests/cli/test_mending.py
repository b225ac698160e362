"""A server that starts on an index which is missing, damaged or of another program."""

from __future__ import annotations

import json
import shutil
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from corpus.search.keeping.turns import its_turn
from corpus.settings import Settings
from corpus.store import open_store
from tests.cli.conftest import Nusqa
from tests.cli.serving import Served, serving, wait_for

_QUERY = "выборы акима"


@pytest.fixture
def folder(tmp_path: Path, sample_folder: Path, nusqa: Nusqa) -> Path:
    """The whole sample in a data folder of the test's own, with its index."""
    folder = shutil.copytree(sample_folder, tmp_path / "var")
    assert nusqa("index", "rebuild").status == 0
    return folder


def pointer_of(folder: Path) -> Path:
    (pointer,) = (folder / "index").rglob("current.json")
    return pointer


def lose(folder: Path) -> None:
    shutil.rmtree(folder / "index")


def tear(folder: Path) -> None:
    pointer_of(folder).write_text("?")


def age(folder: Path) -> None:
    """The index of a program that wrote otherwise."""
    pointer = pointer_of(folder)
    pointer.write_text(json.dumps(json.loads(pointer.read_text()) | {"layout": "tantivy 0"}))


def rot(folder: Path) -> None:
    """Files that are gone."""
    for one in pointer_of(folder).parent.rglob("*.store"):
        one.unlink()


@pytest.mark.parametrize("harm", [lose, tear, age, rot])
def test_while_it_is_built_anew_all_but_the_search_answers(
    folder: Path, tmp_path: Path, harm: Any
) -> None:
    harm(folder)
    until_looked = ExitStack()
    until_looked.enter_context(its_turn(Settings(data_dir=folder).index_dir))
    with until_looked, serving(folder, tmp_path / "log") as served:
        refused = served.search(q=_QUERY)
        assert refused.status_code == 503
        assert refused.headers["Retry-After"].isdecimal()
        assert "index" in refused.json()["title"].casefold() + refused.json()["detail"].casefold()
        assert str(folder) not in refused.text
        assert served.get("/v1/acts").status_code == 200
        assert served.get("/healthz").json()["status"] == "degraded"
        until_looked.close()
        wait_for(lambda: served.total(q=_QUERY, on="any"))
        assert served.get("/healthz").json()["status"] == "ok"


def logs(served: list[Served]) -> str:
    return "".join(one.log.read_text(encoding="utf-8") for one in served)


def test_of_servers_that_start_at_once_one_builds_it_anew_and_tells_why(
    folder: Path, tmp_path: Path, nusqa: Nusqa
) -> None:
    tear(folder)
    with ExitStack() as servers:
        served = [servers.enter_context(serving(folder, tmp_path / f"log-{n}")) for n in range(3)]
        wait_for(lambda: all(one.total(q=_QUERY, on="any") for one in served))
    assert logs(served).count("the search index is built anew: it could not be read") == 1
    (found,) = (
        one
        for one in nusqa("doctor", "--json").document["findings"]
        if one["what"].startswith("search index")
    )
    assert found["ok"]
    for told in ("search index (tantivy)", "wordings", "layout tantivy", "state", "built anew 20"):
        assert told in f"{found['what']} {found['said']}"
    assert "it could not be read" in found["said"]


def test_an_act_that_cannot_be_read_is_told_and_the_others_are_found(
    folder: Path, nusqa: Nusqa
) -> None:
    with closing(open_store(Settings(data_dir=folder).database)) as store, store.write() as session:
        session.execute(
            text(
                "update texts set body = '{' where hash in (select c.text_hash from"
                " edition_contents c join editions e on e.id = c.edition_id where e.ngr = :ngr)"
            ),
            {"ngr": "U1300000555"},
        )
    ran = nusqa("index", "rebuild", "--json")
    assert ran.status == 1
    assert [one["ngr"] for one in ran.document["failed"]] == ["U1300000555"]
    assert "not in the search index: U1300000555" in ran.err
    doctor = nusqa("doctor")
    assert doctor.status == 1
    assert "goes without U1300000555" in doctor.out.replace("\n", " ")
    with serving(folder, folder / "log") as served:
        assert served.total(q=_QUERY, on="any", act="Z950002464_") > 0
        assert served.total(q=_QUERY, on="any", act="U1300000555") == 0


def test_the_doctor_says_what_is_wrong_with_an_index(folder: Path, nusqa: Nusqa) -> None:
    rot(folder)
    ran = nusqa("doctor")
    assert ran.status == 1
    assert "must be built anew" in ran.out.replace("\n", " ")
    assert nusqa("index", "rebuild").status == 0
    assert nusqa("doctor").status == 0

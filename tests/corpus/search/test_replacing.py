"""A new index takes the old one's place: no moment without search, nothing lost to a crash."""

from __future__ import annotations

import gc
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from corpus.search import (
    IndexMissingError,
    IndexUnreadableError,
    SearchDocument,
    SearchEngine,
    open_engine,
)
from corpus.search.documents import DAYS
from corpus.search.engines.folder import IndexFolder
from corpus.search.scoring import MERITS_MARK
from corpus.search.words.analysis import VERSION

from .asking import asking
from .conftest import IN_A_FOLDER, Settings
from .reading_beside import reading
from .texts import document, own_documents

GENERATION = [document(f"поколение слово{turn % 2}", key=f"art_{turn}") for turn in range(60)]


def wait_until(it_is_so: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not it_is_so():
        assert time.monotonic() < end, "no reader gets there"
        time.sleep(0.01)


def test_what_is_written_is_told_apart_by_its_days_its_words_and_by_what_ranks_documents(
    engine: SearchEngine,
) -> None:
    assert re.search(rf"\b{DAYS}\W.*\b{VERSION}\W.*\b{MERITS_MARK}$", engine.layout)


@IN_A_FOLDER
def test_readers_keep_answering_while_the_index_is_replaced(
    engine_name: str, tmp_path: Path
) -> None:
    settings = Settings(engine_name, tmp_path / engine_name)
    writer, shared = open_engine(settings), open_engine(settings)
    writer.rebuild(GENERATION[:30])
    # Two threads share an engine, as an API process does; one has its own, as another process.
    with reading((shared, shared, open_engine(settings)), "поколение") as (seen, was_seen):
        wait_until(lambda: was_seen(30))
        for turn in range(8):
            if turn % 2:
                writer.update(GENERATION[30:], [], f"{turn}")
            else:
                writer.rebuild(GENERATION[:30], f"{turn}")
        wait_until(lambda: was_seen(60))
    assert seen == {30, 60}
    assert shared.search(asking("поколение")).total == 60
    assert shared.state() == "7"
    assert len(list((tmp_path / engine_name).glob("generation-*"))) == 1


@IN_A_FOLDER
def test_readers_that_were_late_for_a_replaced_index_read_the_one_in_its_place(
    engine_name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(engine_name, tmp_path / engine_name)
    writer, reader = open_engine(settings), open_engine(settings)
    writer.rebuild(GENERATION[:30])
    folder = IndexFolder(tmp_path / engine_name, writer.layout)
    replaced = folder.pointer()
    list_of_files = folder.generation(replaced) / "manifest.json"
    listed = list_of_files.read_bytes()
    writer.rebuild(GENERATION)
    # The old files are being removed, and their list is not gone yet.
    list_of_files.parent.mkdir()
    list_of_files.write_bytes(listed)
    look = IndexFolder.pointer
    for _ in range(2):  # two threads looked which index is in use before it was replaced
        looks = [replaced]
        monkeypatch.setattr(
            IndexFolder,
            "pointer",
            lambda own, looks=looks: looks.pop() if looks else look(own),
        )
        assert reader.search(asking("поколение")).total == 60
        assert looks == []


def test_a_build_that_fails_leaves_the_old_index(engine: SearchEngine) -> None:
    old = document("прежнее слово")
    engine.rebuild([old], "old")

    def broken() -> Iterator[SearchDocument]:
        yield document("новое слово")
        raise RuntimeError("the database is gone")

    for updating in (False, True):
        build = partial(engine.update, remove=[old.id]) if updating else engine.rebuild
        with pytest.raises(RuntimeError, match="the database is gone"):
            build(broken(), state="new")
        assert engine.search(asking("прежнее")).total == 1
        assert engine.search(asking("новое")).total == 0
        assert engine.state() == "old"
    engine.rebuild([document("новое слово")], "new")
    assert (engine.search(asking("новое")).total, engine.state()) == (1, "new")


KILLED = """
import itertools, sys
from pathlib import Path
from corpus.search import open_engine
from tests.corpus.search.conftest import Settings
from tests.corpus.search.texts import document

def endless():
    for number in itertools.count():
        if number == 200:
            print("building", flush=True)
        yield document(f"новое слово {number}")

open_engine(Settings(sys.argv[1], Path(sys.argv[2]))).rebuild(endless())
"""


@IN_A_FOLDER
def test_a_killed_build_leaves_the_old_index_and_its_rest_is_swept(
    engine_name: str, tmp_path: Path
) -> None:
    engine = open_engine(Settings(engine_name, tmp_path / engine_name))
    engine.rebuild(own_documents())
    with subprocess.Popen(
        [sys.executable, "-c", KILLED, engine_name, str(tmp_path / engine_name)],
        stdout=subprocess.PIPE,
    ) as build:
        assert build.stdout is not None
        assert build.stdout.readline() == b"building\n"
        build.send_signal(signal.SIGKILL)
    assert engine.count() == len(own_documents())
    assert (
        open_engine(Settings(engine_name, tmp_path / engine_name)).search(asking("новое")).total
        == 0
    )
    assert len(list((tmp_path / engine_name).glob("generation-*"))) == 2
    engine.rebuild(own_documents())
    assert len(list((tmp_path / engine_name).glob("generation-*"))) == 1


def test_without_an_index_the_error_says_what_to_do(engine: SearchEngine) -> None:
    assert engine.state() is None
    for attempt in (
        lambda: engine.search(asking("слово")),
        engine.count,
        lambda: engine.ids("Z950002464_"),
        lambda: engine.update([], []),
    ):
        with pytest.raises(IndexMissingError, match="nusqa index rebuild"):
            attempt()


# Whoosh leaves files open when it cannot read them; they are collected here, not in another test.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@IN_A_FOLDER
@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        ("cut file", "bytes instead of"),
        ("no file", "cannot be read"),
        ("no list of files", "manifest.json"),
        ("no pointer", "current.json"),
        ("pointer to nowhere", "manifest.json"),
        ("other layout", "it was written as"),
    ],
)
def test_a_damaged_index_is_noticed_and_a_rebuild_mends_it(
    engine_name: str, tmp_path: Path, damage: str, reason: str
) -> None:
    settings = Settings(engine_name, tmp_path / engine_name)
    open_engine(settings).rebuild(own_documents())
    folder = tmp_path / engine_name
    damaged(folder, damage)
    engine = open_engine(settings)
    for attempt in (lambda: engine.search(asking("закон")), engine.verify):
        with pytest.raises(IndexUnreadableError, match="nusqa index rebuild") as raised:
            attempt()
        assert reason in raised.value.reason
        assert str(tmp_path) not in str(raised.value)
    gc.collect()
    engine.rebuild(own_documents(), reason="it was damaged")
    engine.verify()
    assert engine.count() == len(own_documents())
    record = engine.record()
    assert record
    assert record.reason == "it was damaged"


def damaged(folder: Path, damage: str) -> None:
    pointer = folder / "current.json"
    (generation,) = folder.glob("generation-*")
    largest = max(generation.iterdir(), key=lambda file: file.stat().st_size)
    if damage == "no pointer":
        pointer.write_text("{}")
    elif damage == "other layout":
        pointer.write_text(pointer.read_text().replace(f"{folder.name} ", "another "))
    elif damage == "pointer to nowhere":
        generation.rename(folder / "elsewhere")
    elif damage == "no list of files":
        (generation / "manifest.json").unlink()
    elif damage == "no file":
        largest.unlink()
    elif damage == "cut file":
        largest.write_bytes(largest.read_bytes()[: largest.stat().st_size // 2])
    else:
        content = bytearray(largest.read_bytes())
        content[len(content) // 2] ^= 1
        largest.write_bytes(content)


@IN_A_FOLDER
def test_one_wrong_bit_is_noticed_when_the_files_are_read(engine_name: str, tmp_path: Path) -> None:
    settings = Settings(engine_name, tmp_path / engine_name)
    engine = open_engine(settings)
    engine.rebuild(own_documents()[:20])
    engine.update(own_documents()[20:], [])
    engine.verify()
    damaged(tmp_path / engine_name, "a bit")
    with pytest.raises(IndexUnreadableError) as raised:
        open_engine(settings).verify()
    assert "is not what was written" in raised.value.reason


def test_an_update_keeps_when_and_why_the_index_was_built(engine: SearchEngine) -> None:
    engine.rebuild([document("слово")], "1", "there was none")
    built = engine.record()
    engine.update([document("другое")], [], "2")
    updated = engine.record()
    assert built
    assert updated == replace(built, state="2")
    assert updated.reason == "there was none"


@IN_A_FOLDER
def test_an_update_leaves_the_files_of_readers_alone(engine_name: str, tmp_path: Path) -> None:
    settings = Settings(engine_name, tmp_path / engine_name)
    engine = open_engine(settings)
    engine.rebuild(own_documents())
    (generation,) = (tmp_path / engine_name).glob("generation-*")
    before = {file.name: file.read_bytes() for file in generation.iterdir()}
    kept = tmp_path / "kept"
    kept.mkdir()
    for name in before:
        (kept / name).hardlink_to(generation / name)
    engine.update([document("новое")], [own_documents()[0].id])
    assert {file.name: file.read_bytes() for file in kept.iterdir()} == before

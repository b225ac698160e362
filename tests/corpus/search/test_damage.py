"""Damage in the files of an index: whatever a library makes of it, it is told as damage."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpus.search import IndexUnreadableError, SearchEngine, open_engine

from .asking import asking
from .conftest import IN_A_FOLDER, Settings
from .texts import own_documents

_MAPPED = {".store", ".term", ".idx", ".pos", ".fast", ".fieldnorm", ".npy", ".col"}
_WORDS = ("выборы", "порядок OR закон*", '"порядок выборов"', "акима ~5 выборы")


def files_of(path: Path) -> list[Path]:
    return sorted(one for one in path.glob("generation-*/*") if one.suffix in _MAPPED)


def scribbled(path: Path) -> None:
    """Other bytes in every file, which looks untouched: as a disk does that fails."""
    for one in files_of(path):
        before, content = one.stat(), bytearray(one.read_bytes())
        third = len(content) // 3
        content[third : 2 * third + 1] = b"\xa5" * (third + 1)
        with one.open("r+b") as file:
            file.write(content)
        os.utime(one, ns=(before.st_atime_ns, before.st_mtime_ns))


def ask_everything(engine: SearchEngine) -> None:
    for words in _WORDS:
        engine.search(asking(words, count_facets=True))
    engine.lexicon()


@pytest.fixture
def path(engine_name: str, tmp_path: Path) -> Path:
    return tmp_path / engine_name


@IN_A_FOLDER
def test_what_a_library_fails_with_on_damaged_files_is_told_as_damage(
    engine_name: str, path: Path
) -> None:
    writer, running = (open_engine(Settings(engine_name, path)) for _ in range(2))
    writer.rebuild(own_documents())
    running.search(asking("нечто"))
    scribbled(path)
    for engine in (running, open_engine(Settings(engine_name, path))):
        with pytest.raises(IndexUnreadableError) as told:
            ask_everything(engine)
        assert told.value.reason.endswith("is not what was written")
        with pytest.raises(IndexUnreadableError):  # from now on it is not even tried
            engine.look()
    writer.rebuild(own_documents())
    ask_everything(running)


@IN_A_FOLDER
def test_a_file_that_was_only_touched_is_read_and_used_on(engine_name: str, path: Path) -> None:
    engine = open_engine(Settings(engine_name, path))
    engine.rebuild(own_documents())
    found = engine.search(asking("выборы")).total
    for one in files_of(path):
        os.utime(one)
    assert engine.search(asking("выборы")).total == found
    assert open_engine(Settings(engine_name, path)).search(asking("выборы")).total == found


@IN_A_FOLDER
def test_nothing_is_built_on_files_that_were_written_to(engine_name: str, path: Path) -> None:
    open_engine(Settings(engine_name, path)).rebuild(own_documents(), "old")
    largest = max(files_of(path), key=lambda one: one.stat().st_size)
    with largest.open("r+b") as file:
        file.seek(largest.stat().st_size // 2)
        file.write(b"\xa5\x5a\xa5")
    engine = open_engine(Settings(engine_name, path))
    with pytest.raises(IndexUnreadableError, match="cannot be read"):
        engine.update([], [own_documents()[0].id], "new")
    assert engine.state() == "old"


@IN_A_FOLDER
def test_published_files_are_read_only(engine_name: str, path: Path) -> None:
    engine = open_engine(Settings(engine_name, path))
    engine.rebuild(own_documents())
    engine.update([], [own_documents()[0].id])
    assert {one.stat().st_mode & 0o222 for one in files_of(path)} == {0}

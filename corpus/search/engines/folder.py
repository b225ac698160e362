"""The folder of an index: complete generations, and a pointer to the one that is in use.

A new index is built in a folder of its own. Then the pointer file is replaced, which is atomic:
a reader sees the old index or the new one, and a killed build leaves the old one in place.
"""

from __future__ import annotations

import fcntl
import json
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from corpus.search.engine import IndexMissingError, IndexUnreadableError


@dataclass(frozen=True)
class Pointer:
    """Which generation is in use, the store's state it shows, and a mark that changes with it."""

    generation: str
    state: str
    mark: str


class IndexFolder:
    """One engine's folder. Readers ask for the pointer; writers hold the lock."""

    def __init__(self, path: Path, layout: str) -> None:
        """`layout` names the engine and the version of what it writes; another is unreadable."""
        self._path = path
        self._layout = layout

    def pointer(self) -> Pointer:
        """What is in use now. Raises IndexMissingError, IndexUnreadableError."""
        try:
            written = json.loads((self._path / "current.json").read_bytes())
            pointer = Pointer(written["generation"], written["state"], written["mark"])
        except FileNotFoundError:
            raise IndexMissingError from None
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise IndexUnreadableError from error
        if written.get("layout") != self._layout:
            raise IndexUnreadableError
        return pointer

    def generation(self, pointer: Pointer) -> Path:
        """The folder of a generation."""
        return self._path / pointer.generation

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the writers' lock: across threads and processes, released when they die."""
        self._path.mkdir(parents=True, exist_ok=True)
        with (self._path / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def new_generation(self) -> Path:
        """An empty folder to build in; needs the lock."""
        path = self._path / f"generation-{uuid.uuid4().hex}"
        path.mkdir()
        return path

    def publish(self, generation: Path, state: str) -> None:
        """Point to a generation, and remove the others; needs the lock."""
        written = {
            "generation": generation.name,
            "layout": self._layout,
            "mark": uuid.uuid4().hex,
            "state": state,
        }
        beside = self._path / "current.json.new"
        beside.write_text(json.dumps(written), encoding="utf-8")
        beside.replace(self._path / "current.json")
        for other in self._path.glob("generation-*"):
            if other != generation:
                shutil.rmtree(other, ignore_errors=True)

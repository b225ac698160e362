"""The folder of an index: complete generations, and a pointer to the one that is in use.

Every change is made in a folder of its own: a rebuild begins with an empty one, an update with
links to the files of the generation in use. Then the pointer file is replaced, which is atomic: a
reader sees the old index or the new one, and a killed writer leaves the old one in place. No file
of a published generation is ever written to again: engines replace files, they do not change them.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from corpus.search.engine import IndexMissingError, IndexRecord, IndexUnreadableError
from corpus.search.engines.manifest import Manifest

_POINTER = "current.json"


@dataclass(frozen=True)
class Pointer:
    """Which generation is in use, and what is kept of it."""

    generation: str
    record: IndexRecord

    @property
    def state(self) -> str:
        """The store's state that the index shows."""
        return self.record.state


class IndexFolder:
    """One engine's folder. Readers ask for the pointer; writers wait for each other."""

    def __init__(self, path: Path, layout: str) -> None:
        """`layout` names the engine and the version of what it writes; another is unreadable."""
        self._path = path
        self._layout = layout

    def pointer(self) -> Pointer:
        """What is in use now. Raises IndexMissingError, IndexUnreadableError."""
        written = self._written()
        if written is None:
            raise IndexMissingError
        try:
            record = IndexRecord(
                written["state"], datetime.fromisoformat(written["built"]), written["reason"]
            )
            pointer = Pointer(written["generation"], record)
            layout = written["layout"]
        except (KeyError, TypeError, ValueError) as error:
            raise IndexUnreadableError(f"{_POINTER} lacks something: {error!r}") from error
        if layout != self._layout:
            raise IndexUnreadableError(f"it was written as {layout!r}, not as {self._layout!r}")
        return pointer

    def record(self) -> IndexRecord | None:
        """What is kept of the index in use; None without one. Raises IndexUnreadableError."""
        try:
            return self.pointer().record
        except IndexMissingError:
            return None

    def generation(self, pointer: Pointer) -> Path:
        """The folder of a generation."""
        return self._path / pointer.generation

    def files(self, pointer: Pointer) -> tuple[str, ...]:
        """The paths of a generation's files. Raises IndexUnreadableError."""
        folder = self.generation(pointer)
        return tuple(str(folder / name) for name in Manifest.read(folder).names)

    def check(self, pointer: Pointer, *, whole: bool = False) -> None:
        """Raise IndexUnreadableError where a file is missing or has another size.

        `whole`: or has anything else in it than was written. All of it is read then, and also
        where a file is younger than it may be.
        """
        folder = self.generation(pointer)
        manifest = Manifest.read(folder)
        try:
            whole = whole or manifest.is_suspect(folder)
        except OSError as error:  # the folder has gone since
            raise IndexUnreadableError(f"{folder.name}: {error.strerror}") from error
        if fault := manifest.fault(folder, whole=whole):
            raise IndexUnreadableError(fault)

    def verify(self) -> None:
        """Read every file of the generation in use, and compare it with what was written."""
        while True:
            pointer = self.pointer()
            try:
                self.check(pointer, whole=True)
            except IndexUnreadableError:
                if self.pointer() == pointer:
                    raise
            else:
                return

    @contextmanager
    def building(self, state: str, reason: str) -> Iterator[Path]:
        """An empty folder; filled, it is the index in use. A failure leaves the old index.

        `state` is the store's that it shows, `reason` why it is built anew.
        """
        with self._writing(), self._published(self._new_generation(), state, reason) as path:
            yield path

    @contextmanager
    def changing(self, state: str) -> Iterator[Path]:
        """A folder with the files in use; changed, it is the index in use. As `building`.

        Raises IndexMissingError, IndexUnreadableError.
        """
        with self._writing():
            before = self.pointer()
            self.check(before)
            path = self._new_generation()
            old = self.generation(before)
            with self._published(path, state):
                for name in Manifest.read(old).names:
                    _link(old / name, path / name)
                yield path

    def withdraw(self) -> None:
        """Point to nothing. The generation goes with the next writer."""
        with self._writing():
            (self._path / _POINTER).unlink(missing_ok=True)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the writers' lock: across threads and processes, released when they die.

        What a killed writer left behind is removed.
        """
        self._path.mkdir(parents=True, exist_ok=True)
        with (self._path / "lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self._remove_all_but(self._named())
            yield

    def _new_generation(self) -> Path:
        path = self._path / f"generation-{uuid.uuid4().hex}"
        path.mkdir()
        return path

    @contextmanager
    def _published(self, generation: Path, state: str, reason: str | None = None) -> Iterator[Path]:
        """Point to a generation when it is made, or remove it where that fails."""
        try:
            yield generation
        except BaseException:
            shutil.rmtree(generation, ignore_errors=True)
            raise
        self._publish(generation, state, reason)

    def _publish(self, generation: Path, state: str, reason: str | None) -> None:
        """Point to a generation, and remove the others.

        Without `reason` it was not built anew, so what was kept of that stays.
        """
        if reason is None:
            before = self.pointer()
            old = self.generation(before)
            manifest = Manifest.of(generation, (old, Manifest.read(old)))
            record = IndexRecord(state, before.record.built, before.record.reason)
        else:
            manifest = Manifest.of(generation)
            record = IndexRecord(state, datetime.now(UTC), reason)
        manifest.protect(generation)
        manifest.write(generation)
        written = {
            "generation": generation.name,
            "layout": self._layout,
            "state": record.state,
            "built": record.built.isoformat(),
            "reason": record.reason,
        }
        beside = self._path / f"{_POINTER}.new"
        beside.write_text(json.dumps(written, ensure_ascii=False), encoding="utf-8")
        beside.replace(self._path / _POINTER)
        self._remove_all_but(generation.name)

    def _written(self) -> dict[str, str] | None:
        """What the pointer file says; None without one."""
        try:
            written = json.loads((self._path / _POINTER).read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, ValueError) as error:
            raise IndexUnreadableError(f"{_POINTER}: {error}") from error
        if not isinstance(written, dict):
            raise IndexUnreadableError(f"{_POINTER} is no object")
        return written

    def _named(self) -> str | None:
        """The generation that the pointer names, even if it cannot be read otherwise."""
        try:
            return (self._written() or {}).get("generation")
        except IndexUnreadableError:
            return None

    def _remove_all_but(self, kept: str | None) -> None:
        for other in self._path.glob("generation-*"):
            if other.name != kept:
                shutil.rmtree(other, ignore_errors=True)


def _link(old: Path, new: Path) -> None:
    try:
        os.link(old, new)
    except OSError:  # a file system without links
        shutil.copy2(old, new)

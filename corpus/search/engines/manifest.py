"""Which files an index is made of, with sizes and checksums: damage is noticed, not searched in."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from corpus.search.engine import IndexUnreadableError

_NAME = "manifest.json"
_CHUNK = 1 << 20
_WRITABLE = 0o222

Mark = tuple[int, int, int] | None
"""Of a file: another one when it was replaced, cut or written to; None where it is not there."""


@dataclass(frozen=True)
class Manifest:
    """For each file of a folder its size in bytes and its CRC-32."""

    files: Mapping[str, tuple[int, int]]

    @property
    def names(self) -> tuple[str, ...]:
        """The files."""
        return tuple(self.files)

    @classmethod
    def of(cls, folder: Path, earlier: tuple[Path, Manifest] | None = None) -> Manifest:
        """That of a folder as it is; locks are left out, for writers open them to write.

        What is the same file as in an earlier folder is not read again.
        """
        files = {}
        for path in sorted(folder.iterdir()):
            if path.name == _NAME or path.name.casefold().endswith("lock"):
                continue
            known = earlier[1].files.get(path.name) if earlier else None
            if earlier and known and _is_same(path, earlier[0] / path.name):
                files[path.name] = known
            else:
                files[path.name] = path.stat().st_size, _checksum(path)
        return cls(files)

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """That of a folder as it was. Raises IndexUnreadableError."""
        try:
            written = json.loads((folder / _NAME).read_bytes())
            return cls({name: (size, checksum) for name, (size, checksum) in written.items()})
        except (OSError, ValueError, TypeError, AttributeError) as error:
            raise IndexUnreadableError(f"{_NAME}: {error}") from error

    def protect(self, folder: Path) -> None:
        """Make the files read-only, lest one is emptied by mistake. They can still be replaced."""
        for name in self.files:
            mode = (folder / name).stat().st_mode
            if mode & _WRITABLE:
                with suppress(OSError):  # another's file, or a file system without rights
                    (folder / name).chmod(mode & ~_WRITABLE)

    def write(self, folder: Path) -> None:
        """Keep it in its folder."""
        (folder / _NAME).write_text(json.dumps(self.files), encoding="utf-8")

    def is_suspect(self, folder: Path) -> bool:
        """Whether a file was written to after this, which is written last."""
        written = (folder / _NAME).stat().st_mtime_ns
        marks = (mark_of(str(folder / name)) for name in self.files)
        return any(mark is not None and mark[2] > written for mark in marks)

    def fault(self, folder: Path, *, whole: bool) -> str | None:
        """What is wrong with a folder; its files are read only when `whole` says so."""
        for name, (size, checksum) in self.files.items():
            path = folder / name
            try:
                held = path.stat().st_size
                if held != size:
                    return f"{name} has {held} bytes instead of {size}"
                if whole and _checksum(path) != checksum:
                    return f"{name} is not what was written"
            except OSError as error:
                return f"{name} cannot be read: {error.strerror}"
        return None


def mark_of(path: str) -> Mark:
    """That of a file; it is asked for before every answer, of every file."""
    try:
        told = os.stat(path)  # noqa: PTH116 - a Path would take twice as long
    except OSError:
        return None
    return told.st_ino, told.st_size, told.st_mtime_ns


def _is_same(one: Path, other: Path) -> bool:
    return other.exists() and one.samefile(other)


def _checksum(path: Path) -> int:
    checksum = 0
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            checksum = zlib.crc32(chunk, checksum)
    return checksum

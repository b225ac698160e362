"""Which files a dump consists of, with what can be checked of each."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from exports.dumps.about import About

Row = TypeVar("Row")


@dataclass(frozen=True)
class Written:
    """A file that was written: its size, its sha256 and how many rows it has."""

    file: str
    bytes: int
    sha256: str
    rows: int | None


class Measured:
    """Counts bytes and rows that pass through, and takes their sha256."""

    def __init__(self) -> None:
        self._sha256 = hashlib.sha256()
        self.bytes = 0
        self.rows: int | None = None
        """None where nothing is counted: a file of several tables."""

    def counted(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows, each counted."""
        self.rows = 0
        for row in rows:
            self.rows += 1
            yield row

    def summed(self, parts: Iterable[bytes]) -> Generator[bytes]:
        """The parts, each counted and summed."""
        for part in parts:
            self.bytes += len(part)
            self._sha256.update(part)
            yield part

    @property
    def sha256(self) -> str:
        """Of all that has passed, as 64 hexadecimal digits."""
        return self._sha256.hexdigest()


def manifest(about: About, files: Sequence[Written]) -> bytes:
    """`manifest.json`: what the files were made from, and each file; no time of making.

    The same corpus gives the same manifest, whenever it is written.
    """
    document = {
        **about.to_json(),
        "files": [
            {"file": one.file, "bytes": one.bytes, "sha256": one.sha256, "rows": one.rows}
            for one in files
        ],
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()

"""Parquet, written in a process of its own: rows in, the file out.

Arrow and what it imports take 45 MB, and its buffers some more that are not given back: a server
that once wrote Parquet would be a fifth larger for as long as it runs. A child takes them with it.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import IO

from exports.dumps.about import About
from exports.dumps.columns import TableShape
from exports.dumps.groups import ROWS_IN_A_GROUP

_LENGTH = 8
"""Bytes before each piece, which say how long it is."""


class NotWritten(Exception):
    """The writing process ended before the file was whole; why, it said on standard error."""

    def __init__(self) -> None:
        super().__init__(
            "The Parquet file was not written: the process that writes it ended early and says "
            "why, if it can, on standard error. Where memory is short, ask for one act or table "
            "at a time, or for JSON Lines."
        )


def parquet_apart(shape: TableShape, about: About, rows: Iterable[bytes]) -> Generator[bytes]:
    """The file in pieces, one a row group, of the same rows as `exports.dumps.parquet` takes.

    Raises NotWritten, and what the rows raise. Whoever stops early closes the iterator: the child
    is ended then.
    """
    left = iter(rows)
    with _child() as child:
        child.tell(pickle.dumps((shape, about)))
        while True:
            sent = 0
            for row in islice(left, ROWS_IN_A_GROUP):
                child.tell(row + b"\n")
                sent += 1
            if sent < ROWS_IN_A_GROUP:
                break
            yield child.piece()
        child.tell_no_more()
        if sent:
            yield child.piece()
        yield child.piece()


class _Child:
    """What writes: it gives a piece for each full group it was told, and the rest at the end."""

    def __init__(self, told: IO[bytes], written: IO[bytes]) -> None:
        self._told, self._written = told, written

    def tell(self, what: bytes) -> None:
        try:
            self._told.write(what)
        except BrokenPipeError:
            raise NotWritten from None

    def tell_no_more(self) -> None:
        try:
            self._told.close()
        except BrokenPipeError:
            raise NotWritten from None

    def piece(self) -> bytes:
        if not self._told.closed:
            try:
                self._told.flush()
            except BrokenPipeError:
                raise NotWritten from None
        head = self._written.read(_LENGTH)
        length = int.from_bytes(head)
        piece = self._written.read(length)
        if len(head) < _LENGTH or len(piece) < length:
            raise NotWritten
        return piece


@contextmanager
def _child() -> Iterator[_Child]:
    command = [sys.executable, "-P", "-m", __name__]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe) as process:  # noqa: S603 - this module
        if process.stdin is None or process.stdout is None:
            raise TypeError("both are pipes")
        try:
            yield _Child(process.stdin, process.stdout)
        finally:
            process.kill()  # unless it has ended: nobody wants the rest
            with suppress(BrokenPipeError):
                process.stdin.close()


def _main() -> None:
    from exports.dumps.parquet import parquet  # noqa: PLC0415 - only for the child

    shape, about = pickle.load(sys.stdin.buffer)  # noqa: S301 - by the process that started this one
    for piece in parquet(shape, about, sys.stdin.buffer):
        sys.stdout.buffer.write(len(piece).to_bytes(_LENGTH))
        sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    _main()

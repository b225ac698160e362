"""Rows as JSON: a line each, or one document; written as they come."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from exports.dumps.about import About

_CHUNK = 64 * 1024


def json_lines(rows: Iterable[bytes]) -> Iterator[bytes]:
    """Each row's JSON object on a line of its own (JSON Lines), in pieces of some 64 kB."""
    return _in_pieces(row + b"\n" for row in rows)


def json_document(table: str, about: About, rows: Iterable[bytes]) -> Iterator[bytes]:
    """One JSON object: what the dump says of itself, and the rows under the table's name."""
    return _in_pieces(_document(table, about, rows))


def _document(table: str, about: About, rows: Iterable[bytes]) -> Iterator[bytes]:
    head = json.dumps(about.to_json(), ensure_ascii=False)
    yield f"{head.removesuffix('}')}, {json.dumps(table)}: [".encode()
    for number, row in enumerate(rows):
        yield (b",\n" if number else b"\n") + row
    yield b"\n]}\n"


def _in_pieces(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The same bytes in larger pieces: each costs a turn of the server."""
    kept: list[bytes] = []
    size = 0
    for part in parts:
        kept.append(part)
        size += len(part)
        if size >= _CHUNK:
            yield b"".join(kept)
            kept, size = [], 0
    if kept:
        yield b"".join(kept)

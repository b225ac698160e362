"""Compressing what is streamed: the same bytes in give the same bytes out."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from enum import StrEnum

import zstandard

_GZIP = 16 + zlib.MAX_WBITS
_ZSTANDARD_LEVEL = 9


class Compression(StrEnum):
    """How a dump is compressed: the ending of its name."""

    GZIP = "gz"
    ZSTANDARD = "zst"


def compressed(parts: Iterable[bytes], how: Compression | None) -> Iterator[bytes]:
    """The parts compressed; None: as they are. The gzip header names no time and no file."""
    if how is None:
        return iter(parts)
    return _gzip(parts) if how is Compression.GZIP else _zstandard(parts)


def _gzip(parts: Iterable[bytes]) -> Iterator[bytes]:
    packer = zlib.compressobj(wbits=_GZIP)
    for part in parts:
        if packed := packer.compress(part):
            yield packed
    yield packer.flush()


def _zstandard(parts: Iterable[bytes]) -> Iterator[bytes]:
    packer = zstandard.ZstdCompressor(level=_ZSTANDARD_LEVEL, write_checksum=True).compressobj()
    for part in parts:
        if packed := packer.compress(part):
            yield packed
    yield packer.flush()

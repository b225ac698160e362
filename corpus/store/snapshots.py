"""Snapshots: a registry's responses, byte for byte.

The bytes lie compressed in a folder (or an object store), named by their sha256, each body once;
the table has a row a response. The body is written before the row, so a row never names bytes
that are not there.
"""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import zstandard
from fsspec.core import url_to_fs
from sqlalchemy import Row, insert, select
from sqlalchemy.orm import Session

from corpus.store.errors import SnapshotDamaged, SnapshotMissing
from corpus.store.tables import EDITION_SNAPSHOTS, SNAPSHOTS

_LEVEL = 9


@dataclass(frozen=True)
class Fetched:
    """One response of a registry; `fetched_at` is an aware moment."""

    url: str
    fetched_at: datetime
    status: int
    headers: Mapping[str, str]
    body: bytes


@dataclass(frozen=True)
class SnapshotRecord:
    """A stored response: everything but its bytes, which `Snapshots.get` gives by sha256."""

    id: int
    url: str
    fetched_at: datetime
    status: int
    headers: dict[str, str]
    sha256: str
    size: int


class Snapshots:
    """The bytes, at an fsspec URL: a folder, `s3://bucket/snapshots`, `memory://x`."""

    def __init__(self, url: str) -> None:
        self.url = url
        self._files, root = url_to_fs(url)
        self._root = str(root).rstrip("/")
        self._local = type(self._files).__name__ == "LocalFileSystem"

    def put(self, body: bytes) -> str:
        """Store a body, once; gives its sha256. A damaged file of it is written anew."""
        sha256 = hashlib.sha256(body).hexdigest()
        path = self._path(sha256)
        if not self._sound(sha256):
            packed = zstandard.ZstdCompressor(level=_LEVEL).compress(body)
            self._files.makedirs(path.rpartition("/")[0], exist_ok=True)
            if self._local:
                _write_whole(Path(path), packed)
            else:
                self._files.pipe_file(path, packed)
        return sha256

    def get(self, sha256: str) -> bytes:
        """A body by its sha256; raises SnapshotMissing or SnapshotDamaged."""
        try:
            packed = self._files.cat_file(self._path(sha256))
        except FileNotFoundError:
            raise SnapshotMissing(sha256, self.url) from None
        try:
            body = zstandard.ZstdDecompressor().decompress(packed)
        except zstandard.ZstdError:
            raise SnapshotDamaged(sha256, self.url) from None
        if hashlib.sha256(body).hexdigest() != sha256:
            raise SnapshotDamaged(sha256, self.url)
        return body

    def has(self, sha256: str) -> bool:
        """Whether the body is there."""
        return bool(self._files.exists(self._path(sha256)))

    def _sound(self, sha256: str) -> bool:
        """Whether the body is there and reads back as it was."""
        try:
            self.get(sha256)
        except (SnapshotMissing, SnapshotDamaged):
            return False
        return True

    def _path(self, sha256: str) -> str:
        return f"{self._root}/{sha256[:2]}/{sha256}.zst"


def record_snapshot(session: Session, snapshots: Snapshots, fetched: Fetched) -> SnapshotRecord:
    """Store a response: its bytes, then its row. The same response again gives its first row."""
    sha256 = snapshots.put(fetched.body)
    table = SNAPSHOTS.c
    known = session.execute(
        select(SNAPSHOTS).where(
            table.url == fetched.url,
            table.fetched_at == fetched.fetched_at,
            table.sha256 == sha256,
        )
    ).first()
    if known:
        return _record(known)
    values: dict[str, Any] = {
        "url": fetched.url,
        "fetched_at": fetched.fetched_at,
        "status": fetched.status,
        "headers": dict(fetched.headers),
        "sha256": sha256,
        "size": len(fetched.body),
    }
    made = session.execute(insert(SNAPSHOTS).returning(SNAPSHOTS), values).one()
    return _record(made)


def latest_snapshot(session: Session, url: str) -> SnapshotRecord | None:
    """The last response stored for an address: what a conditional request refers to."""
    found = session.execute(
        select(SNAPSHOTS)
        .where(SNAPSHOTS.c.url == url)
        .order_by(SNAPSHOTS.c.fetched_at.desc(), SNAPSHOTS.c.id.desc())
        .limit(1)
    ).first()
    return _record(found) if found else None


def snapshots_of(
    session: Session, edition_id: int, *, confirming: bool = False
) -> list[SnapshotRecord]:
    """The responses an edition was read from, in order; `confirming`: those that said the same."""
    links = EDITION_SNAPSHOTS.c
    rows = session.execute(
        select(SNAPSHOTS)
        .join(EDITION_SNAPSHOTS, links.snapshot_id == SNAPSHOTS.c.id)
        .where(links.edition_id == edition_id, links.confirms.is_(confirming))
        .order_by(links.position)
    )
    return [_record(row) for row in rows]


def all_snapshots(session: Session) -> list[SnapshotRecord]:
    """Every response, in the order of their records."""
    return [_record(row) for row in session.execute(select(SNAPSHOTS).order_by(SNAPSHOTS.c.id))]


def bytes_hash(session: Session, snapshot_ids: Sequence[int]) -> str:
    """One hash for the bodies of several responses, in order; raises on an unknown id."""
    rows = session.execute(
        select(SNAPSHOTS.c.id, SNAPSHOTS.c.sha256).where(SNAPSHOTS.c.id.in_(snapshot_ids))
    )
    found = {row.id: row.sha256 for row in rows}
    if missing := [number for number in snapshot_ids if number not in found]:
        raise ValueError(f"no snapshots with the ids {missing}: record them first")
    return hashlib.sha256("".join(found[number] for number in snapshot_ids).encode()).hexdigest()


def _record(row: Row[Any]) -> SnapshotRecord:
    return SnapshotRecord(**row._mapping)  # noqa: SLF001 - SQLAlchemy's public name for it


def _write_whole(path: Path, body: bytes) -> None:
    """Write a file so that it is there whole or not at all, also after a power cut."""
    draft = path.with_name(f".{uuid.uuid4().hex}.part")
    with draft.open("wb") as file:
        file.write(body)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    for folder in (path.parent, path.parent.parent):
        _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    """Bring a folder's names to the disk, where the system can (Windows cannot)."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)

"""Snapshots: the bytes as they came, once each, and never silently wrong."""

from __future__ import annotations

import hashlib
import os
import stat
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
import zstandard

from corpus.store import Store
from corpus.store.errors import SnapshotDamaged, SnapshotMissing
from corpus.store.snapshots import Fetched, Snapshots, latest_snapshot, record_snapshot

BODY = ("<p>Статья 1.</p>" * 500).encode()
MOMENT = datetime(2026, 11, 1, 12, 30, 15, 123456, tzinfo=UTC)


def fetched(url: str = "https://registry.example/a", **changes: object) -> Fetched:
    values = {"fetched_at": MOMENT, "status": 200, "headers": {"ETag": '"x"'}, "body": BODY}
    return Fetched(url=url, **{**values, **changes})  # type: ignore[arg-type]  # any field


@pytest.mark.parametrize("body", [b"", b"\x00\xff", BODY])
def test_a_body_comes_back_byte_for_byte(snapshots: Snapshots, body: bytes) -> None:
    sha256 = snapshots.put(body)
    assert sha256 == hashlib.sha256(body).hexdigest()
    assert snapshots.get(sha256) == body
    assert snapshots.has(sha256)


def test_a_body_is_compressed_and_stored_once(snapshots: Snapshots) -> None:
    snapshots.put(BODY)
    snapshots.put(BODY)
    files = [path for path in Path(snapshots.url).rglob("*") if path.is_file()]
    assert len(files) == 1
    assert files[0].stat().st_size < len(BODY) / 5


def test_another_file_system_of_fsspec_does_as_well() -> None:
    snapshots = Snapshots("memory://nusqa-test-snapshots")
    assert snapshots.get(snapshots.put(BODY)) == BODY


def test_a_missing_body_is_an_error_that_says_where_it_was_looked_for(
    snapshots: Snapshots,
) -> None:
    assert not snapshots.has("0" * 64)
    with pytest.raises(SnapshotMissing, match="NUSQA_SNAPSHOTS_URL"):
        snapshots.get("0" * 64)


@pytest.mark.parametrize(
    "damage",
    [b"no zstd", zstandard.compress(b"another body")],
    ids=["not compressed", "another body"],
)
def test_a_damaged_body_is_an_error(snapshots: Snapshots, damage: bytes) -> None:
    sha256 = snapshots.put(BODY)
    (path,) = [path for path in Path(snapshots.url).rglob("*") if path.is_file()]
    path.write_bytes(damage)
    with pytest.raises(SnapshotDamaged, match=sha256):
        snapshots.get(sha256)


@pytest.mark.parametrize(
    "damage",
    [b"", b"no zstd", zstandard.compress(b"another body"), zstandard.compress(BODY)[:-9]],
    ids=["empty", "not compressed", "another body", "cut"],
)
def test_a_damaged_body_is_healed_when_it_comes_again(snapshots: Snapshots, damage: bytes) -> None:
    sha256 = snapshots.put(BODY)
    (path,) = [path for path in Path(snapshots.url).rglob("*") if path.is_file()]
    path.write_bytes(damage)
    assert snapshots.put(BODY) == sha256
    assert snapshots.get(sha256) == BODY


def test_a_sound_body_is_not_written_again(snapshots: Snapshots) -> None:
    snapshots.put(BODY)
    (path,) = [path for path in Path(snapshots.url).rglob("*") if path.is_file()]
    before = path.stat()
    snapshots.put(BODY)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_folder_is_on_the_disk_before_the_row_names_the_body(
    snapshots: Snapshots, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[bool] = []
    really = os.fsync

    def watch(descriptor: int) -> None:
        synced.append(stat.S_ISDIR(os.fstat(descriptor).st_mode))
        really(descriptor)

    monkeypatch.setattr(os, "fsync", watch)
    snapshots.put(BODY)
    assert synced[0] is False
    assert synced[-1] is True


def test_a_response_is_recorded_with_all_that_came_with_it(
    store: Store, snapshots: Snapshots
) -> None:
    with store.write() as session:
        record = record_snapshot(session, snapshots, fetched())
    with store.read() as session:
        assert latest_snapshot(session, "https://registry.example/a") == record
    assert (record.fetched_at, record.status, record.size) == (MOMENT, 200, len(BODY))
    assert record.headers == {"ETag": '"x"'}


def test_the_same_response_is_recorded_once_and_a_later_one_again(
    store: Store, snapshots: Snapshots
) -> None:
    with store.write() as session:
        first = record_snapshot(session, snapshots, fetched())
        assert record_snapshot(session, snapshots, fetched()) == first
        later = fetched(fetched_at=MOMENT + timedelta(days=1))
        second = record_snapshot(session, snapshots, later)
        assert second.id != first.id
        assert latest_snapshot(session, first.url) == second
        assert latest_snapshot(session, "https://registry.example/none") is None


def test_a_moment_of_another_zone_is_the_same_moment(store: Store, snapshots: Snapshots) -> None:
    astana = timezone(timedelta(hours=5))
    with store.write() as session:
        record = record_snapshot(session, snapshots, fetched(fetched_at=MOMENT.astimezone(astana)))
    assert record.fetched_at == MOMENT
    assert record.fetched_at.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(store: Store, snapshots: Snapshots) -> None:
    with store.write() as session, pytest.raises(Exception, match="no time zone"):
        record_snapshot(session, snapshots, fetched(fetched_at=MOMENT.replace(tzinfo=None)))

"""A real OpenSearch cluster for the tests: two nodes, one cluster a run; who asks first starts it.

The one that NUSQA_TEST_OPENSEARCH names (addresses, parted by commas); else one of our own.
"""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.opensearch.installation import ADVICE, VARIABLE, find_java, jars_folder
from tests.servers.opensearch.nodes import START_SECONDS, TRIES

REPOSITORY = Path(__file__).resolve().parents[3]
END_SECONDS = 30
ROOM = 1 << 30


def can_start() -> bool:
    """Whether a server of our own can be started."""
    return jars_folder().is_dir() and find_java() is not None


def pytest_report_header() -> str | None:
    """Say once, before the tests, what is skipped and how to have it."""
    return None if VARIABLE in os.environ or can_start() else ADVICE


def require_jars() -> None:
    """Skip where no server of our own can be started."""
    if not can_start():
        pytest.skip("no OpenSearch (see the head of this report)")


@pytest.fixture(scope="session")
def opensearch_urls() -> Iterator[tuple[str, ...]]:
    """The addresses of a cluster for this run (with xdist: for all workers)."""
    named = os.environ.get(VARIABLE)
    if named:
        yield tuple(url.strip() for url in named.split(","))
        return
    require_jars()
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    folder = _quickest_folder() / f"nusqa-opensearch-{run or uuid.uuid4().hex}"
    yield _started(folder, os.getppid() if run else os.getpid())
    if run is None:
        (folder / "stop").touch()
        end = time.monotonic() + END_SECONDS
        while folder.exists() and time.monotonic() < end:
            time.sleep(0.05)


def _quickest_folder() -> Path:
    """In memory where there is room: a cluster waits for its disk at every change."""
    memory = Path("/dev/shm")  # noqa: S108 - what is made there has a name of its own
    if memory.is_dir() and shutil.disk_usage(memory).free > ROOM:
        return memory
    return Path(tempfile.gettempdir())


def _started(folder: Path, pid: int) -> tuple[str, ...]:
    """The addresses of the cluster in a folder; the first who asks starts it."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            folder.mkdir()
            subprocess.run(
                [sys.executable, "-m", "tests.servers.opensearch.keeper", folder, str(pid)],
                cwd=REPOSITORY,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=True,
            )
        end = time.monotonic() + TRIES * START_SECONDS
        while time.monotonic() < end:
            if (folder / "urls.json").exists():
                return tuple(json.loads((folder / "urls.json").read_text()))
            if (folder / "failure.txt").exists():
                pytest.fail(f"OpenSearch did not start: {(folder / 'failure.txt').read_text()}")
            time.sleep(0.1)
    pytest.fail("OpenSearch did not start in time")

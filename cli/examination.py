"""What `nusqa doctor` looks at: each finding says what was found and how to mend it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from importlib.util import find_spec

from fsspec.core import url_to_fs
from sqlalchemy.exc import SQLAlchemyError

from cli.workplace import NothingHere, Workplace, now
from corpus.notes import READER_VERSION
from corpus.search.engine import EngineUnreachableError
from corpus.search.keeping.keeper import MISSING
from corpus.search.keeping.state import IndexState
from corpus.store import open_store, reads
from corpus.store.amendments.note_readings import unread_editions
from corpus.store.errors import StoreError
from corpus.store.watches.claims import due_since
from corpus.store.watches.keeping import count_watches

_REBUILD = "`nusqa serve` does it as it starts, and `nusqa index rebuild` at once."
_BRING_UP = "`nusqa serve` brings it up as it starts, `nusqa index rebuild` builds it anew."
_TOLERABLE_WAIT = timedelta(minutes=5)
"""A message that is due for longer has nobody who sends it."""


@dataclass(frozen=True)
class Finding:
    """One thing looked at. `mend` is what to do, None where nothing needs doing."""

    what: str
    ok: bool
    said: str
    mend: str | None = None


def examine(workplace: Workplace) -> list[Finding]:
    """Look at everything the program needs."""
    looks: list[Callable[[Workplace], Finding]] = [
        _python,
        _data_folder,
        _database,
        _snapshots,
        _index,
        _notes,
        _quarantine,
        _watches,
        _contact,
        _certificates,
        _git,
        _fast_diff,
    ]
    return [look(workplace) for look in looks]


def _python(_: Workplace) -> Finding:
    said = ".".join(map(str, sys.version_info[:3]))
    return Finding("Python", sys.version_info >= (3, 11), said)


def _data_folder(workplace: Workplace) -> Finding:
    folder = workplace.settings.data_dir
    if not folder.exists():
        mend = "Nothing to do: the first crawl or import makes it."
        return Finding("data folder", True, f"{folder} is not there yet", mend)
    probe = folder / ".doctor"
    try:
        probe.touch()
        probe.unlink()
    except OSError as error:
        mend = "Give yourself the right to write there, or set NUSQA_DATA_DIR."
        return Finding("data folder", False, f"{folder}: {error.strerror}", mend)
    return Finding("data folder", True, str(folder))


def _database(workplace: Workplace) -> Finding:
    if not workplace.holds_database:
        return Finding(
            "database", True, "none yet", "`nusqa demo`, `nusqa crawl` or `nusqa import` makes one."
        )
    try:
        store = open_store(workplace.settings.database)
        store.ensure_current()
        with store.read() as session:
            held = sum(act.editions for act in reads.acts(session))
        store.close()
    except (StoreError, SQLAlchemyError) as error:
        mend = "Check NUSQA_DATABASE_URL and that the server runs."
        return Finding("database", False, str(error).splitlines()[0], mend)
    return Finding("database", True, f"{held} editions are held")


def _snapshots(workplace: Workplace) -> Finding:
    try:
        files, root = url_to_fs(workplace.settings.snapshots)
        there = files.exists(root)
    except (ImportError, ValueError, OSError) as error:
        mend = "Install the package that fsspec names, or set NUSQA_SNAPSHOTS_URL to a folder."
        return Finding("snapshots", False, str(error), mend)
    return Finding("snapshots", True, workplace.settings.snapshots if there else "none yet")


def _index(workplace: Workplace) -> Finding:
    what = f"search index ({workplace.settings.search_engine})"
    try:
        return _index_on(workplace, what)
    except NothingHere:
        return Finding(what, True, "none yet")
    except EngineUnreachableError as error:
        return Finding(what, False, str(error), "Start the search server, or set another engine.")
    except (StoreError, SQLAlchemyError):
        return Finding(what, False, "the database cannot be read", "Mend the database first.")


def _index_on(workplace: Workplace, what: str) -> Finding:
    """What the index of a store is like, looked at whole."""
    keeper = workplace.keeper(workplace.store)
    trouble = keeper.trouble()
    record = None if trouble else keeper.engine.record()
    if record is None:
        said = f"it must be built anew: {trouble}" if trouble not in {None, MISSING} else "none yet"
        return Finding(what, False, said, _REBUILD)
    indexed, current = IndexState.parse(record.state), keeper.current_state()
    version, failed = (indexed.version, indexed.failed) if indexed else (0, ())
    said = (
        f"{keeper.engine.count()} wordings; layout {keeper.engine.layout}; state {version}; "
        f"built anew {record.built:%Y-%m-%d %H:%M} UTC: {record.reason or 'no reason is kept'}"
    )
    if failed:
        mend = "`nusqa index rebuild` says why; `nusqa reparse` reads their pages anew."
        return Finding(what, False, f"{said}; it goes without {', '.join(failed)}", mend)
    if version < current.version:
        return Finding(what, False, f"{said}; the store is at {current.version}", _BRING_UP)
    return Finding(what, True, said)


def _notes(workplace: Workplace) -> Finding:
    """Whether all that the amendments and their days are made from was read by this reader."""
    try:
        with workplace.store.read() as session:
            unread = unread_editions(session, READER_VERSION)
    except (NothingHere, StoreError, SQLAlchemyError):
        return Finding("amendments", True, "nothing to look at")
    if unread:
        editions = "1 edition" if len(unread) == 1 else f"{len(unread)} editions"
        said = f"the notes of {editions} are not read, or by another reader"
        return Finding("amendments", False, said, "Run `nusqa derive`.")
    return Finding("amendments", True, "the notes of all editions are read")


def _quarantine(workplace: Workplace) -> Finding:
    try:
        with workplace.store.read() as session:
            count = len(reads.quarantined(session))
    except (NothingHere, StoreError, SQLAlchemyError):
        return Finding("quarantine", True, "nothing to look at")
    if count:
        return Finding("quarantine", True, f"{count} pages", "`nusqa quarantine` says why.")
    return Finding("quarantine", True, "empty")


def _watches(workplace: Workplace) -> Finding:
    try:
        with workplace.store.read() as session:
            count = count_watches(session)
            since = due_since(session, now())
    except (NothingHere, StoreError, SQLAlchemyError):
        return Finding("watches", True, "nothing to look at")
    said = f"{count}; nothing waits to be sent"
    if since is not None and now() - since > _TOLERABLE_WAIT:
        said = f"{count}; messages wait since {since:%Y-%m-%d %H:%M} UTC: nobody sends them"
        return Finding("watches", False, said, "Run `nusqa deliver`, or `nusqa serve`.")
    return Finding("watches", True, said)


def _contact(workplace: Workplace) -> Finding:
    if workplace.settings.contact:
        return Finding("contact", True, workplace.settings.contact)
    mend = "Before crawling a public registry set NUSQA_CONTACT to an address or a page."
    return Finding("contact", True, "not set", mend)


def _certificates(workplace: Workplace) -> Finding:
    bundle = workplace.settings.ca_bundle
    if bundle is None:
        mend = (
            "If a registry's certificate is not trusted, save its chain as a PEM file and set "
            "NUSQA_CA_BUNDLE."
        )
        return Finding("certificates", True, "the system's", mend)
    return Finding("certificates", True, f"the system's and {bundle}")


def _git(_: Workplace) -> Finding:
    found = shutil.which("git")
    if found:
        return Finding("git", True, found)
    return Finding("git", True, "not found", "Install git to import mirror clones.")


def _fast_diff(_: Workplace) -> Finding:
    if find_spec("fast_diff_match_patch"):
        return Finding("comparing", True, "with the C++ engine")
    mend = "pip install 'nusqa[fast]' makes comparing several times faster (up to Python 3.12)."
    return Finding("comparing", True, "with the pure Python engine", mend)

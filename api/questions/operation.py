"""What an operator wants to know: runs, what was not believed, the index, versions."""

from __future__ import annotations

import platform
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version

from sqlalchemy.orm import Session

from corpus.notes import READER_VERSION
from corpus.search import EngineUnreachableError, IndexMissingError, IndexUnreadableError
from corpus.search.engine import SearchEngine
from corpus.search.keeping.state import IndexState
from corpus.store import reads
from corpus.store.quarantine import QuarantineRecord
from corpus.store.runs import Absence, RequestOutcome, RequestRecord, RunRecord
from corpus.store.watches.claims import due_since
from corpus.store.watches.keeping import count_watches
from diffing.anomalies.catalogue import Anomaly, AnomalyKind

_RUNS = 20
_TROUBLE = (RequestOutcome.REFUSED, RequestOutcome.MISSING, RequestOutcome.FAILED)
MOST_TROUBLE = 100
"""Requests of a run that are told one by one."""


@dataclass(frozen=True)
class IndexStanding:
    """The search index against the store: `behind` is how many writings it has not followed.

    None: it shows another store, or what is made of a store has changed with the program.
    """

    layout: str
    built: datetime
    behind: int | None


@dataclass(frozen=True)
class Versions:
    """The program, its Python, its reader of notes; and by format the parsers of what is held."""

    program: str
    python: str
    note_reader: str
    parsers: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True)
class Operation:
    """All of it; `index` is None where there is none that can be read."""

    runs: tuple[RunRecord, ...]
    quarantine: tuple[QuarantineRecord, ...]
    absences: tuple[Absence, ...]
    index: IndexStanding | None
    versions: Versions
    watches: int
    waiting_since: datetime | None
    """Since when messages of watches are due."""


@dataclass(frozen=True)
class RunTold:
    """A run and what went wrong in it, request by request."""

    run: RunRecord
    trouble: tuple[RequestRecord, ...]
    more: int
    """How many more requests had trouble."""


def operation(session: Session, engine: SearchEngine, now: datetime) -> Operation:
    """What an operator looks at first."""
    return Operation(
        runs=tuple(reads.runs(session, _RUNS)),
        quarantine=tuple(reads.quarantined(session)),
        absences=tuple(reads.confirmed_absences(session)),
        index=_index(session, engine),
        versions=Versions(
            program=version("nusqa"),
            python=platform.python_version(),
            note_reader=str(READER_VERSION),
            parsers=tuple(reads.parsers_of_editions(session)),
        ),
        watches=count_watches(session),
        waiting_since=due_since(session, now),
    )


def run_told(session: Session, run_id: int) -> RunTold:
    """A run with its trouble; raises LookupError for an unknown id."""
    run = reads.run(session, run_id)
    trouble = reads.run_requests(session, run_id, *_TROUBLE)
    told = tuple(trouble[:MOST_TROUBLE])
    return RunTold(run, told, len(trouble) - len(told))


def counted(found: Sequence[Anomaly]) -> dict[AnomalyKind, int]:
    """How many anomalies there are of each kind, in the order of the catalogue."""
    counts = Counter(one.kind for one in found)
    return {kind: counts[kind] for kind in AnomalyKind if counts[kind]}


def _index(session: Session, engine: SearchEngine) -> IndexStanding | None:
    try:
        record = engine.record()
    except (IndexMissingError, IndexUnreadableError, EngineUnreachableError):
        return None
    if record is None:
        return None
    shown, now = IndexState.parse(record.state), IndexState.of(session)
    same = shown is not None and shown.store == now.store
    behind = max(0, now.version - shown.version) if same and shown else None
    return IndexStanding(engine.layout, record.built, behind)

"""The record of runs (crawl, import, reparse): what was asked, and what came of it.

And of what was not there: a page that a registry no longer has is never a deletion; only two
healthy runs that agree make it a confirmed absence.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Row, func, insert, select, update
from sqlalchemy.orm import Session

from corpus.law import EditionLabel, Language
from corpus.store.listing import WATCH_LIST
from corpus.store.tables import (
    ABSENCES,
    EDITION_SNAPSHOTS,
    EDITIONS,
    LISTED_EDITIONS,
    RUN_REQUESTS,
    RUNS,
    SNAPSHOTS,
)

_AGREEING = 2


class RunOutcome(StrEnum):
    """How a run ended; a run that was killed has no outcome."""

    FINISHED = "finished"
    STOPPED = "stopped"
    """A rule of the registry, a block or the user ended it early."""
    FAILED = "failed"


class RequestOutcome(StrEnum):
    """What came of one request."""

    FETCHED = "fetched"
    UNCHANGED = "unchanged"
    """The server said so, or the bytes are those that are held."""
    HELD = "held"
    """Not asked, for the edition is held and closed."""
    REFUSED = "refused"
    """The page came and was not believed."""
    MISSING = "missing"
    """The registry said that there is no such page."""
    FAILED = "failed"


@dataclass(frozen=True)
class RequestRecord:
    """One request of a run; `reason` says why it was refused or failed."""

    url: str
    outcome: RequestOutcome
    at: datetime
    reason: str | None = None
    ngr: str | None = None
    language: Language | None = None
    label: EditionLabel | None = None
    snapshot_id: int | None = None
    edition_id: int | None = None


@dataclass(frozen=True)
class RunRecord:
    """A run and its sums."""

    id: int
    kind: str
    registry: str
    started_at: datetime
    finished_at: datetime | None
    outcome: RunOutcome | None
    remark: str | None
    counts: dict[RequestOutcome, int]

    @property
    def asked(self) -> int:
        """How many requests were sent."""
        return sum(n for outcome, n in self.counts.items() if outcome is not RequestOutcome.HELD)

    @property
    def healthy(self) -> bool:
        """Whether it finished and nothing in it failed."""
        return self.outcome is RunOutcome.FINISHED and not self.counts.get(RequestOutcome.FAILED)


@dataclass(frozen=True)
class Absence:
    """An edition that healthy runs agree the registry does not have any more."""

    ngr: str
    language: Language
    label: EditionLabel
    run_ids: tuple[int, ...]


def start_run(session: Session, kind: str, registry: str, started_at: datetime) -> int:
    """Begin the record of a run (`crawl`, `import`, `reparse`); gives its id."""
    made = session.execute(
        insert(RUNS).returning(RUNS.c.id),
        {"kind": kind, "registry": registry, "started_at": started_at},
    )
    return int(made.scalar_one())


def record_request(session: Session, run_id: int, request: RequestRecord) -> None:
    """Add one request to a run's record."""
    session.execute(
        insert(RUN_REQUESTS),
        {
            "run_id": run_id,
            "at": request.at,
            "url": request.url,
            "outcome": request.outcome,
            "reason": request.reason,
            "ngr": request.ngr,
            "language": request.language,
            "label": None if request.label is None else str(request.label),
            "snapshot_id": request.snapshot_id,
            "edition_id": request.edition_id,
        },
    )


def finish_run(
    session: Session,
    run_id: int,
    outcome: RunOutcome,
    finished_at: datetime,
    remark: str | None = None,
) -> RunRecord:
    """End the record of a run."""
    session.execute(
        update(RUNS)
        .where(RUNS.c.id == run_id)
        .values(outcome=outcome, finished_at=finished_at, remark=remark)
    )
    return run(session, run_id)


def run(session: Session, run_id: int) -> RunRecord:
    """One run; raises LookupError for an unknown id."""
    found = _runs(session, RUNS.c.id == run_id)
    if not found:
        raise LookupError(f"no run has the id {run_id}")
    return found[0]


def runs(session: Session, limit: int = 20) -> list[RunRecord]:
    """The last runs, newest first."""
    newest = select(RUNS.c.id).order_by(RUNS.c.id.desc()).limit(limit)
    return _runs(session, RUNS.c.id.in_(newest))[::-1]


def run_requests(session: Session, run_id: int, *outcomes: RequestOutcome) -> list[RequestRecord]:
    """The requests of a run in order; those of the named outcomes, or all."""
    table = RUN_REQUESTS.c
    which = [table.run_id == run_id, *([table.outcome.in_(outcomes)] if outcomes else [])]
    return [
        RequestRecord(
            url=row.url,
            outcome=RequestOutcome(row.outcome),
            at=row.at,
            reason=row.reason,
            ngr=row.ngr,
            language=None if row.language is None else Language(row.language),
            label=None if row.label is None else EditionLabel.parse(row.label),
            snapshot_id=row.snapshot_id,
            edition_id=row.edition_id,
        )
        for row in session.execute(select(RUN_REQUESTS).where(*which).order_by(table.id))
    ]


def record_absence(
    session: Session, ngr: str, language: Language, label: EditionLabel, run_id: int
) -> None:
    """Note that a run asked for an edition and the registry said that there is none."""
    values = {"ngr": ngr, "language": language, "label": str(label), "run_id": run_id}
    known = select(ABSENCES.c.run_id).where(*(ABSENCES.c[name] == values[name] for name in values))
    if session.execute(known).first() is None:
        session.execute(insert(ABSENCES), values)


def confirmed_absences(session: Session) -> list[Absence]:
    """The editions that two healthy runs, with no sight of them since, agree are not there."""
    runs_of: dict[tuple[str, str, str], list[RunRecord]] = {}
    absences = session.execute(select(ABSENCES).order_by(ABSENCES.c.run_id)).all()
    known = {one.id: one for one in _runs(session, RUNS.c.id.in_({row.run_id for row in absences}))}
    for row in absences:
        if known[row.run_id].healthy:
            key = (row.ngr, row.language, row.label)
            runs_of.setdefault(key, []).append(known[row.run_id])
    found = []
    for (ngr, language, label), agreeing in runs_of.items():
        seen = _last_seen(session, ngr, language, label)
        since = [one.id for one in agreeing if seen is None or one.started_at > seen]
        if len(since) >= _AGREEING:
            edition = EditionLabel.parse(label)
            found.append(Absence(ngr, Language(language), edition, tuple(since)))
    return found


def _last_seen(session: Session, ngr: str, language: str, label: str) -> datetime | None:
    """When a registry last named the edition or served its text."""
    listed, table = LISTED_EDITIONS.c, EDITIONS.c
    named = session.scalar(
        select(func.max(listed.last_seen_at)).where(
            listed.ngr == ngr,
            listed.language == language,
            listed.label == label,
            listed.origin != WATCH_LIST,
        )
    )
    served = session.scalar(
        select(func.max(SNAPSHOTS.c.fetched_at))
        .join(EDITION_SNAPSHOTS, EDITION_SNAPSHOTS.c.snapshot_id == SNAPSHOTS.c.id)
        .join(EDITIONS, table.id == EDITION_SNAPSHOTS.c.edition_id)
        .where(table.ngr == ngr, table.language == language, table.label == label)
    )
    return max((one for one in (named, served) if one is not None), default=None)


def _runs(session: Session, which: ColumnElement[bool]) -> list[RunRecord]:
    found = session.execute(select(RUNS).where(which).order_by(RUNS.c.id)).all()
    table = RUN_REQUESTS.c
    counted = session.execute(
        select(table.run_id, table.outcome, func.count().label("requests"))
        .where(table.run_id.in_({row.id for row in found}))
        .group_by(table.run_id, table.outcome)
    )
    counts: dict[int, Counter[RequestOutcome]] = {}
    for row in counted:
        counts.setdefault(row.run_id, Counter())[RequestOutcome(row.outcome)] = row.requests
    return [_record(row, counts.get(row.id, Counter())) for row in found]


def _record(row: Row[Any], counts: Counter[RequestOutcome]) -> RunRecord:
    return RunRecord(
        id=row.id,
        kind=row.kind,
        registry=row.registry,
        started_at=row.started_at,
        finished_at=row.finished_at,
        outcome=None if row.outcome is None else RunOutcome(row.outcome),
        remark=row.remark,
        counts=dict(counts),
    )

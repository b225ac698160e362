"""A crawl's memory: what the store holds already, and what became of each page of this run.

Each page's fate is written at once, in its own transaction: a run that is killed leaves its record
and everything that was stored, and the next one goes on from there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from corpus.law import EditionLabel, HoldingKind, Language, ListedEdition
from corpus.store import Store
from corpus.store.errors import LanguageNotHeld, UnknownAct
from corpus.store.listing import listed_labels, touch_listed
from corpus.store.reads import editions, labelled_editions
from corpus.store.runs import (
    RequestOutcome,
    RequestRecord,
    RunOutcome,
    confirmed_absences,
    finish_run,
    record_absence,
    record_request,
    start_run,
)
from corpus.store.snapshots import (
    Fetched,
    SnapshotRecord,
    Snapshots,
    latest_snapshot,
    record_snapshot,
    snapshots_of,
)
from crawler.registries.pages import Request
from crawler.report import OnProgress, PageEntry, PageOutcome, Progress, RunReport

Clock = Callable[[], datetime]

_OK = 200
_OUTCOMES = {
    PageOutcome.STORED: RequestOutcome.FETCHED,
    PageOutcome.UNCHANGED: RequestOutcome.UNCHANGED,
    PageOutcome.REFUSED: RequestOutcome.REFUSED,
    PageOutcome.FAILED: RequestOutcome.FAILED,
    PageOutcome.MISSING: RequestOutcome.MISSING,
}


class Ledger:
    """Reads what is held and keeps the record of one run."""

    def __init__(
        self,
        store: Store,
        snapshots: Snapshots,
        clock: Clock,
        *,
        registry: str,
        base_url: str,
        on_progress: OnProgress | None = None,
    ) -> None:
        self._store = store
        self._snapshots = snapshots
        self._clock = clock
        self._registry = registry
        self._base_url = base_url
        self._on_progress = on_progress
        self._entries: list[PageEntry] = []
        self._skipped: list[str] = []
        self._held = 0
        self._planned = 0
        self._done = 0
        self._started_at = clock()
        self.stopped: str | None = None
        """Why the crawl ended before its end."""
        self.fault: Exception | None = None
        """What went wrong on our side, if anything did: the crawl ends there."""
        self.finished = False
        """Whether the spider came to its end, planned or not."""
        with store.write() as session:
            self.run_id = start_run(session, "crawl", registry, self._started_at)

    def held(self, ngr: str, language: Language) -> frozenset[EditionLabel]:
        """The labels of the editions that are held: whole, or as much as this registry gave."""
        try:
            with self._store.read() as session:
                held = editions(session, ngr, language)
        except (UnknownAct, LanguageNotHeld):
            return frozenset()
        return frozenset(
            edition.label
            for edition in held
            if edition.holding.kind is HoldingKind.WHOLE or edition.registry == self._registry
        )

    def dropped(
        self, ngr: str, language: Language, listed: Iterable[ListedEdition]
    ) -> list[EditionLabel]:
        """Editions that this registry listed once and lists no more, oldest first.

        Without those that enough healthy crawls have agreed on: they are on record as absent.
        """
        with self._store.read() as session:
            once = listed_labels(session, ngr, language, self._registry)
            agreed = confirmed_absences(session)
        once -= {edition.label for edition in listed}
        once -= {one.label for one in agreed if (one.ngr, one.language) == (ngr, language)}
        return sorted(once, key=str)

    def last_answer(self, url: str) -> SnapshotRecord | None:
        """The last answer stored for an address, if it was a healthy one."""
        with self._store.read() as session:
            last = latest_snapshot(session, url)
        return last if last and last.status == _OK and self._snapshots.has(last.sha256) else None

    def proof(self, request: Request, label: EditionLabel) -> SnapshotRecord | None:
        """The last answer for an address that the label's current edition rests on.

        None for an edition of several pages: the first page says nothing of the others.
        """
        with self._store.read() as session:
            wanted = (request.ngr, request.language, str(label))
            current = [one.id for one in labelled_editions(session, [wanted])]
            read_from = [one for row in current for one in snapshots_of(session, row)]
            confirming = [
                one for row in current for one in snapshots_of(session, row, confirming=True)
            ]
        if len(read_from) > 1:
            return None
        proofs = [
            record
            for record in (*read_from, *confirming)
            if record.url == request.url and self._snapshots.has(record.sha256)
        ]
        return max(proofs, key=lambda record: record.fetched_at, default=None)

    def fetched(self, record: SnapshotRecord) -> Fetched:
        """A stored answer as it once came."""
        body = self._snapshots.get(record.sha256)
        return Fetched(record.url, record.fetched_at, record.status, record.headers, body)

    def record(self, fetched: Fetched) -> int:
        """Keep an answer that the funnel has no use for (an error page); gives its id."""
        with self._store.write() as session:
            return record_snapshot(session, self._snapshots, fetched).id

    def list_stands(self, request: Request) -> None:
        """Keep that the registry's list of editions is still the one that is held."""
        with self._store.write() as session:
            seen_at = self._clock()
            touch_listed(session, request.ngr, request.language, self._registry, seen_at)

    def plan(self, pages: int) -> None:
        """Count pages that will be asked for."""
        self._planned += pages

    def keep(self, editions: int) -> None:
        """Count listed editions that are held and not asked for again."""
        self._held += editions

    def skip(self, remark: str) -> None:
        """Note an act that the registry cannot be asked for."""
        self._skipped.append(remark)

    def note(self, entry: PageEntry, snapshot_id: int | None = None) -> None:
        """Write down what became of a page."""
        self._entries.append(entry)
        unlisted = entry.outcome is PageOutcome.MISSING and not entry.asked
        language = Language(entry.language)
        label = EditionLabel.parse(entry.label) if entry.label else None
        outcome = _OUTCOMES[entry.outcome]
        if not entry.asked and outcome in (RequestOutcome.FETCHED, RequestOutcome.UNCHANGED):
            outcome = RequestOutcome.HELD
        with self._store.write() as session:
            if not unlisted:
                request = RequestRecord(
                    url=entry.url,
                    outcome=outcome,
                    at=self._clock(),
                    reason=": ".join(filter(None, (entry.reason, entry.message))) or None,
                    ngr=entry.ngr,
                    language=language,
                    label=label,
                    snapshot_id=snapshot_id,
                )
                record_request(session, self.run_id, request)
            if label and entry.outcome is PageOutcome.MISSING:
                record_absence(session, entry.ngr, language, label, self.run_id)
        self._done += not unlisted
        if self._on_progress:
            self._on_progress(Progress(self._done, self._planned, entry))

    def close(self, *, fault: str | None = None) -> RunReport:
        """End the run's record; `fault` is an error of ours that ended it."""
        finished_at = self._clock()
        if fault:
            self.stopped = fault
        elif not self.finished and self.stopped is None:
            self.stopped = "interrupted: run the same command again, it goes on from here"
        report = RunReport(
            registry=self._registry,
            base_url=self._base_url,
            started_at=self._started_at,
            finished_at=finished_at,
            entries=tuple(self._entries),
            held=self._held,
            skipped=tuple(self._skipped),
            stopped=self.stopped,
            run_id=self.run_id,
        )
        outcome = RunOutcome.FINISHED
        if self.stopped:
            outcome = RunOutcome.FAILED if fault else RunOutcome.STOPPED
        unlisted = [str(entry) for entry in report.missing if not entry.asked]
        remark = "; ".join(filter(None, [self.stopped, *unlisted])) or None
        with self._store.write() as session:
            finish_run(session, self.run_id, outcome, finished_at, remark)
        return report

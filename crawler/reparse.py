"""Reading every edition anew from its snapshots, without the network.

Done after the parser improved. What comes out the same is left alone; what comes out differently
is a new row beside the old one, recorded as technical; what was in quarantine may be released.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.store import reads
from corpus.store.errors import SnapshotDamaged, SnapshotMissing
from corpus.store.law_json import from_json
from corpus.store.quarantine import QuarantineRecord
from corpus.store.records import ActSummary, EditionSummary
from corpus.store.snapshots import SnapshotRecord
from crawler.ingest import Ingest, Received, ReceivedKind
from crawler.registries.pages import EDITION_LIST_FORMATS, Format, PageSource

OnReread = Callable[[int, int], None]
"""Told how many editions are done, of how many."""


@dataclass(frozen=True)
class _Task:
    """What is to be read: whose pages, and from which snapshots."""

    source: PageSource
    registry: str
    snapshots: Sequence[SnapshotRecord]
    reasons: frozenset[str] = frozenset()
    """Why it is in quarantine."""


@dataclass(frozen=True)
class Reread:
    """What became of one edition or quarantined page; `expected`: refused for that before."""

    received: Received
    expected: bool = False

    @property
    def is_failure(self) -> bool:
        """Whether it was not read, and nobody knew that before."""
        bad = self.received.kind in {ReceivedKind.REFUSED, ReceivedKind.DAMAGED}
        return bad and not self.expected


def reparse(ingest: Ingest, on_progress: OnReread | None = None) -> Iterator[Reread]:
    """Read every current edition and every quarantined page again; gives what became of each.

    A snapshot that is missing or damaged is a fate of its own edition, not of the others.
    """
    tasks = _tasks(ingest)
    for done, task in enumerate(tasks, start=1):
        received = _read(ingest, task)
        refused = received.kind is ReceivedKind.REFUSED
        yield Reread(received, expected=refused and received.reason in task.reasons)
        if on_progress:
            on_progress(done, len(tasks))


def _read(ingest: Ingest, task: _Task) -> Received:
    try:
        bodies = [ingest.snapshots.get(record.sha256) for record in task.snapshots]
    except (SnapshotMissing, SnapshotDamaged) as error:
        return Received(ReceivedKind.DAMAGED, task.source, "damaged", str(error))
    return replace(ingest, registry=task.registry).read_again(task.snapshots, bodies, task.source)


def _tasks(ingest: Ingest) -> list[_Task]:
    """All that can be read again, each act's editions oldest first."""
    with ingest.store.read() as session:
        records = {record.id: record for record in reads.all_snapshots(session)}
        tasks = [
            _Task(
                _source(act, edition),
                edition.registry,
                reads.snapshots_of(session, edition.id),
            )
            for act in reads.acts(session)
            if act.editions
            for edition in reads.editions(session, act.ngr)
        ]
        tasks += [
            _Task(
                source,
                record.source.registry,
                [records[number] for number in record.snapshot_ids],
                frozenset(objection.gate for objection in record.objections),
            )
            for record in reads.quarantined(session)
            if (source := _quarantined_source(record)) is not None
        ]
    return tasks


def _source(act: ActSummary, edition: EditionSummary) -> PageSource:
    return PageSource(
        ngr=edition.ngr,
        language=edition.language,
        format=Format(edition.format),
        label=edition.label,
        holding=edition.holding,
        cause=edition.cause,
        url=edition.url,
        title=edition.title,
        known_on=edition.known_on,
        reference_bank_id=act.reference_bank_id,
        sample=edition.sample,
    )


def _quarantined_source(record: QuarantineRecord) -> PageSource | None:
    """What was known of a quarantined page; None for an edition list."""
    if record.page is None or record.source.format in EDITION_LIST_FORMATS:
        return None
    return from_json(PageSource, record.page)

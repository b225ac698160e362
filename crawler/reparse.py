"""Reading every edition anew from its snapshots, without the network.

Done after the parser improved. What comes out the same is left alone; what comes out differently
is a new row beside the old one, recorded as technical; what was in quarantine may be released.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.store import reads
from corpus.store.law_json import from_json
from corpus.store.quarantine import QuarantineRecord
from corpus.store.records import ActSummary, EditionSummary
from corpus.store.snapshots import SnapshotRecord
from crawler.ingest import Ingest, Received
from crawler.registries.pages import EDITION_LIST_FORMATS, Format, PageSource

OnReread = Callable[[int, int], None]
"""Told how many editions are done, of how many."""


@dataclass(frozen=True)
class _Task:
    """What is to be read: whose pages, and from which snapshots."""

    source: PageSource
    registry: str
    snapshots: Sequence[SnapshotRecord]


def reparse(ingest: Ingest, on_progress: OnReread | None = None) -> Iterator[Received]:
    """Read every current edition and every quarantined page again; gives what became of each."""
    tasks = _tasks(ingest)
    for done, task in enumerate(tasks, start=1):
        bodies = [ingest.snapshots.get(record.sha256) for record in task.snapshots]
        yield replace(ingest, registry=task.registry).read_again(
            task.snapshots, bodies, task.source
        )
        if on_progress:
            on_progress(done, len(tasks))


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

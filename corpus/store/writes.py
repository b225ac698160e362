"""Everything that writes to the store, in one place to look it up."""

from corpus.store.amendments.note_readings import Mention, record_readings
from corpus.store.amendments.recording import FoundAmendment, replace_amendments
from corpus.store.changes.recording import keep_only_pairs, replace_changes
from corpus.store.changes.rows import ChangeRow
from corpus.store.listing import WATCH_LIST, list_editions, touch_listed, upsert_act
from corpus.store.quarantine import QuarantineRecord, quarantine
from corpus.store.records import EditionSource, Outcome, RevisionReason, StoredEdition
from corpus.store.runs import (
    RequestOutcome,
    RequestRecord,
    RunOutcome,
    RunRecord,
    finish_run,
    record_absence,
    record_request,
    start_run,
)
from corpus.store.snapshots import Fetched, SnapshotRecord, Snapshots, record_snapshot
from corpus.store.storing import store_edition
from corpus.store.watches.deliveries import send_anew
from corpus.store.watches.keeping import remove_watch, set_state

__all__ = [
    "WATCH_LIST",
    "ChangeRow",
    "EditionSource",
    "Fetched",
    "FoundAmendment",
    "Mention",
    "Outcome",
    "QuarantineRecord",
    "RequestOutcome",
    "RequestRecord",
    "RevisionReason",
    "RunOutcome",
    "RunRecord",
    "SnapshotRecord",
    "Snapshots",
    "StoredEdition",
    "finish_run",
    "keep_only_pairs",
    "list_editions",
    "quarantine",
    "record_absence",
    "record_readings",
    "record_request",
    "record_snapshot",
    "remove_watch",
    "replace_amendments",
    "replace_changes",
    "send_anew",
    "set_state",
    "start_run",
    "store_edition",
    "touch_listed",
    "upsert_act",
]

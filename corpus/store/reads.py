"""Every question to the store, in one place to look them up."""

from corpus.store.amendments.feed import amendments, amendments_of_place, amendments_of_places
from corpus.store.amendments.lists import (
    newest_adopted,
    newest_learned,
    read_at,
    years_of_amendments,
)
from corpus.store.amendments.records import AmendmentCursor, AmendmentRecord, Axis
from corpus.store.changes.feed import changes, changes_between, newest_changes, version_of
from corpus.store.changes.rows import ChangeRecord
from corpus.store.edition_reader import EditionReader
from corpus.store.finding import (
    act,
    act_titles,
    acts,
    edition_by_id,
    editions,
    editions_by_id,
    find_edition,
    holds_sample,
    labelled_editions,
    revisions,
)
from corpus.store.history import (
    acts_touched_since,
    history,
    store_version,
    wordings,
)
from corpus.store.quarantine import QuarantineRecord, quarantined
from corpus.store.recorded import last_recorded, parsers_of_editions
from corpus.store.records import (
    ActSummary,
    ArticleRecord,
    Certainty,
    EditionSummary,
    RevisionReason,
    Wording,
    WordingWindow,
)
from corpus.store.runs import confirmed_absences, run, run_requests, runs
from corpus.store.snapshots import SnapshotRecord, all_snapshots, latest_snapshot, snapshots_of
from corpus.store.texts import article, edition, find_article
from corpus.store.watches.keeping import watch, watches
from corpus.store.watches.log import deliveries, delivery

__all__ = [
    "ActSummary",
    "AmendmentCursor",
    "AmendmentRecord",
    "ArticleRecord",
    "Axis",
    "Certainty",
    "ChangeRecord",
    "EditionReader",
    "EditionSummary",
    "QuarantineRecord",
    "RevisionReason",
    "SnapshotRecord",
    "Wording",
    "WordingWindow",
    "act",
    "act_titles",
    "acts",
    "acts_touched_since",
    "all_snapshots",
    "amendments",
    "amendments_of_place",
    "amendments_of_places",
    "article",
    "changes",
    "changes_between",
    "confirmed_absences",
    "deliveries",
    "delivery",
    "edition",
    "edition_by_id",
    "editions",
    "editions_by_id",
    "find_article",
    "find_edition",
    "history",
    "holds_sample",
    "labelled_editions",
    "last_recorded",
    "latest_snapshot",
    "newest_adopted",
    "newest_changes",
    "newest_learned",
    "parsers_of_editions",
    "quarantined",
    "read_at",
    "revisions",
    "run",
    "run_requests",
    "runs",
    "snapshots_of",
    "store_version",
    "version_of",
    "watch",
    "watches",
    "wordings",
    "years_of_amendments",
]

"""The funnel: every page that comes in, by crawl, import or reparse, goes through here.

The response is stored first, as evidence; then it is read, checked by the gates, stored as an
edition, compared with its neighbours and asked for the amendments that its notes state, all in one
transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from corpus.amending_acts import AmendingActs
from corpus.gates import Objection, check
from corpus.law import Act, Edition, EditionLabel, ListedEdition
from corpus.notes import READER_VERSION
from corpus.store import Store, reads
from corpus.store.amendments.note_readings import unread_editions
from corpus.store.known import HeldEdition, known_editions, label_order
from corpus.store.law_json import to_json
from corpus.store.records import EditionSource, Outcome
from corpus.store.writes import (
    WATCH_LIST,
    Fetched,
    SnapshotRecord,
    Snapshots,
    list_editions,
    quarantine,
    record_snapshot,
    store_edition,
    upsert_act,
)
from corpus.watchlist import NotWatched, Watchlist
from crawler.amending import refresh_amendments
from crawler.comparing import refresh_changes
from crawler.own_clauses import amended_by
from crawler.registries import PARSER_VERSION, read, read_edition_list
from crawler.registries.pages import PageSource
from crawler.registries.refusals import Refusal

Clock = Callable[[], datetime]


class SampleAndOfficial(Exception):
    """Sample text and official text must not meet in one corpus."""

    def __init__(self, *, incoming_sample: bool) -> None:
        held, incoming = ("official", "sample") if incoming_sample else ("sample", "official")
        super().__init__(
            f"This data folder holds {held} texts and the page is {incoming} text; the two never "
            "share a corpus. Set NUSQA_DATA_DIR to another folder."
        )


class ReceivedKind(StrEnum):
    """What became of a page."""

    STORED = "stored"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    """Not believed: snapshot and reasons are in quarantine."""
    DAMAGED = "damaged"
    """Stored once, and its bytes are not there any more or not those that came."""


@dataclass(frozen=True)
class Received:
    """What became of an edition's pages, and why."""

    kind: ReceivedKind
    source: PageSource
    reason: str | None = None
    message: str | None = None
    edition: Edition | None = None
    changes: int = 0
    """How many changes to its neighbours were written."""


@dataclass(frozen=True)
class Ingest:
    """Takes pages of one registry into the corpus."""

    store: Store
    snapshots: Snapshots
    watchlist: Watchlist
    registry: str
    clock: Clock

    def receive(self, fetched: Fetched, source: PageSource) -> Received:
        """Take an edition that is one page."""
        return self.receive_pages([fetched], source)

    def receive_pages(self, pages: Sequence[Fetched], source: PageSource) -> Received:
        """Take an edition that is one or several pages, in order.

        Raises SampleAndOfficial; what the pages themselves are to blame for is a result.
        """
        with self.store.write() as session:
            evidence = [record_snapshot(session, self.snapshots, page) for page in pages]
        return self.read_again(evidence, [page.body for page in pages], source)

    def read_again(
        self, evidence: Sequence[SnapshotRecord], bodies: Sequence[bytes], source: PageSource
    ) -> Received:
        """Read pages whose snapshots are stored already."""
        try:
            edition = read(source.format, bodies, source)
        except Refusal as refusal:
            objection = Objection(refusal.reason, str(refusal))
            with self.store.write() as session:
                self._quarantine(session, evidence, source, [objection], None)
            return Received(ReceivedKind.REFUSED, source, refusal.reason, str(refusal))
        with self.store.write() as session:
            return self._take(session, evidence, source, edition)

    def receive_list(self, fetched: Fetched, source: PageSource) -> tuple[ListedEdition, ...]:
        """Take a registry's list of an act's editions. Raises a Refusal, which is on record."""
        with self.store.write() as session:
            evidence = record_snapshot(session, self.snapshots, fetched)
        try:
            listed = read_edition_list(source.format, fetched.body, source)
        except Refusal as refusal:
            objection = Objection(refusal.reason, str(refusal))
            with self.store.write() as session:
                self._quarantine(session, [evidence], source, [objection], None)
            raise
        with self.store.write() as session:
            _refuse_mixture(session, sample=source.sample)
            list_editions(
                session,
                source.ngr,
                source.language,
                listed,
                origin=self.registry,
                seen_at=fetched.fetched_at,
            )
            self._introduce(session, source.ngr)
            # An edition that is known now may part two that seemed to follow each other.
            self._refresh_amendments(session, source.ngr)
        return listed

    def _take(
        self,
        session: Session,
        evidence: Sequence[SnapshotRecord],
        source: PageSource,
        edition: Edition,
    ) -> Received:
        _refuse_mixture(session, sample=edition.sample)
        watched = self._introduce(session, edition.ngr, edition.label)
        earlier = _previous(session, edition)
        previous = reads.edition(session, earlier.id) if earlier else None
        objections = check(edition, previous, watched)
        if objections:
            self._quarantine(session, evidence, source, objections, edition)
            message = " ".join(objection.message for objection in objections)
            return Received(
                ReceivedKind.REFUSED, source, objections[0].gate, message, edition=edition
            )
        if watched is None and edition.title and _is_newest(session, edition):
            upsert_act(session, Act(edition.ngr, {edition.language: edition.title}))
        moment = self.clock()
        stored = store_edition(
            session,
            edition,
            snapshot_ids=[record.id for record in evidence],
            source=self._edition_source(source),
            recorded_at=moment,
        )
        if not stored.stored:
            if unread_editions(session, READER_VERSION, edition.ngr):
                self._refresh_amendments(session, edition.ngr, {stored.id: edition})
            return Received(ReceivedKind.UNCHANGED, source, edition=edition)
        if stored.outcome is Outcome.BESIDE:
            message = f"kept beside what is held under that label: {stored.reason}"
            return Received(ReceivedKind.STORED, source, message=message, edition=edition)
        at_hand = {stored.id: edition}
        if earlier and previous:
            at_hand[earlier.id] = previous
        changes = refresh_changes(session, stored, moment, at_hand)
        self._refresh_amendments(session, edition.ngr, at_hand)
        return Received(ReceivedKind.STORED, source, edition=edition, changes=changes)

    def _refresh_amendments(
        self, session: Session, ngr: str, at_hand: Mapping[int, Edition] | None = None
    ) -> int:
        """Of an act, and of those that it amends: its text may say from when."""
        acts, moment = AmendingActs(self.watchlist), self.clock()
        return sum(
            refresh_amendments(session, one, moment, acts, at_hand=at_hand)
            for one in (ngr, *amended_by(session, reads.act(session, ngr)))
        )

    def _introduce(
        self, session: Session, ngr: str, incoming: EditionLabel | None = None
    ) -> Act | None:
        """Store what the watch list says of an act and of editions nobody has seen yet.

        Gives the act as the watch list has it; None for one that is not watched.
        """
        try:
            watched = self.watchlist.act(ngr)
        except NotWatched:
            return None
        if watched.act is None:
            return None
        upsert_act(session, watched.act)
        known = known_editions(session, ngr)
        seen = {held.label for held in known.held} | known.listed_by_registries
        unseen = watched.still_unseen([*seen, *([incoming] if incoming else [])])
        for language in watched.languages:
            list_editions(session, ngr, language, unseen, origin=WATCH_LIST, seen_at=self.clock())
        return watched.act

    def _quarantine(
        self,
        session: Session,
        evidence: Sequence[SnapshotRecord],
        source: PageSource,
        objections: Sequence[Objection],
        edition: Edition | None,
    ) -> None:
        quarantine(
            session,
            ngr=source.ngr,
            language=source.language,
            label=edition.label if edition else source.label,
            url=evidence[0].url,
            snapshot_ids=[record.id for record in evidence],
            source=self._edition_source(source),
            page=to_json(source),
            objections=objections,
            recorded_at=self.clock(),
            edition=edition,
        )

    def _edition_source(self, source: PageSource) -> EditionSource:
        return EditionSource(self.registry, source.format, PARSER_VERSION)


def _previous(session: Session, edition: Edition) -> HeldEdition | None:
    """The newest edition held that is surely older than one."""
    earlier = [
        held
        for held in known_editions(session, edition.ngr).of(edition.language)
        if held.label.surely_before(edition.label)
    ]
    return max(earlier, key=lambda held: label_order(held.label), default=None)


def _is_newest(session: Session, edition: Edition) -> bool:
    """Whether no edition with a later label is held in that language."""
    held = known_editions(session, edition.ngr).of(edition.language)
    own = label_order(edition.label)
    return all(label_order(one.label) <= own for one in held)


def _refuse_mixture(session: Session, *, sample: bool) -> None:
    holds_sample = reads.holds_sample(session)
    if holds_sample is not None and holds_sample is not sample:
        raise SampleAndOfficial(incoming_sample=sample)

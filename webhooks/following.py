"""From the feeds to the queues: what was recorded since becomes messages for those who watch it.

Looking is done in a reading transaction; what came of it is stored in one short writing one: the
messages, the moves and the watch's place in the feed together. A watch that was changed, removed or
served by another process in between is left out, and looked at again. So nothing is lost and
nothing queued twice, wherever a process is ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.orm import Session

from corpus.amendments import Role
from corpus.search.matching import Matcher
from corpus.search.words.analysis import Analyser
from corpus.store import Store, reads
from corpus.store.amendments.narrowing import WantedAmendments
from corpus.store.amendments.records import AmendmentCursor, AmendmentRecord
from corpus.store.divisions_of import Surroundings
from corpus.store.watches.deliveries import Message, enqueue, told_of
from corpus.store.watches.keeping import (
    add_moves,
    advance,
    head_of,
    moves,
    still_at,
    watches_behind,
    withdraw_moves,
)
from corpus.watches import EventFeed, Move, Watch
from webhooks.lineage import Lineage
from webhooks.matching import (
    follow_part,
    lineage_of,
    matcher_of,
    pair_of,
    wants,
)
from webhooks.messages import Describes, JsonObject, record_message
from webhooks.parts import WatchedParts
from webhooks.searched_texts import Texts, texts_of_amendments, texts_of_changes

PAGE = 500
"""How many records of a feed are looked at in one go."""

MOST_WATCHES = 1_000
"""How many watches are looked at together: databases take only so many values in a statement."""

Record = reads.ChangeRecord | AmendmentRecord
Described = Mapping[int, JsonObject]


@dataclass
class _Found:
    """What a page of a feed means for one watch."""

    watch: Watch
    line: Lineage
    records: list[tuple[Record, tuple[Move, ...]]] = field(default_factory=list)
    moves: tuple[Move, ...] = ()
    withdrawn: dict[int, datetime] = field(default_factory=dict)
    """The changes that no longer hold, from which moves may have been read."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The watched article's keys by now."""
        return self.line.keys_now()

    def messages(self, described: Described, at: datetime) -> list[Message]:
        """What the watch is to be told, in the feed's order."""
        return [
            record_message(self.watch, self.keys, record, described[record.id], moved, at)
            for record, moved in self.records
        ]


@dataclass(frozen=True)
class Follower:
    """Brings the watches up to the feeds."""

    store: Store
    analyser: Analyser
    describes: Describes
    page: int = PAGE

    def catch_up(self, now: datetime) -> int:
        """Queue messages for all that was recorded since the last time; gives how many."""
        queued = 0
        for feed in EventFeed:
            while (step := self._step(feed, now)) is not None:
                queued += step
        return queued

    def _step(self, feed: EventFeed, now: datetime) -> int | None:
        """Look at a page for the watches that are furthest behind; None when none is."""
        with self.store.read() as session:
            head = head_of(session, feed)
            behind = watches_behind(session, feed, head)
            if not behind:
                return None
            place = behind[0].place_in(feed)
            batch = [one for one in behind if one.place_in(feed) == place][:MOST_WATCHES]
            wanting = [one for one in batch if feed in one.wanted.feeds]
            if feed is EventFeed.CHANGES:
                end, found, described = self._changes(session, wanting, place, head)
            else:
                end, found, described = self._amendments(session, wanting, place, head)
        queued = 0
        with self.store.write() as session:
            still = still_at(session, [one.id for one in batch], feed, place)
            for one in found:
                if one.watch.id in still:
                    messages = one.messages(described, now)
                    enqueue(session, messages, at=now)
                    withdraw_moves(session, one.watch.id, one.withdrawn)
                    add_moves(session, one.watch.id, one.moves)
                    queued += len(messages)
            advance(session, sorted(still), feed, end)
        return queued

    def _changes(
        self, session: Session, watches: Sequence[Watch], place: int, head: int
    ) -> tuple[int, list[_Found], Described]:
        page, more = self._page_of_changes(session, place) if watches else ([], False)
        end = page[-1].sequence if more else head
        withdrawn = {one.id: one.withdrawn_at for one in page if one.withdrawn_at}
        known = moves(session, [one.id for one in watches])
        parts = WatchedParts(session, watches)
        found = []
        for watch in watches:
            held = [move for move in known[watch.id] if move.change_id not in withdrawn]
            line = lineage_of(watch, parts.named(watch), held)
            found.append(_Found(watch, line, withdrawn=withdrawn))
        told = told_of(session, list(known), EventFeed.CHANGES, withdrawn)
        texts = texts_of_changes(session, page) if _searches(watches) else {}
        for one in found:
            self._look_at_changes(one, page, texts, parts)
            one.records += [(record, ()) for record in page if (one.watch.id, record.id) in told]
            one.records.sort(key=lambda pair: pair[0].sequence)
        matched = _distinct(record for one in found for record, _ in one.records)
        told_changes = [one for one in matched if isinstance(one, reads.ChangeRecord)]
        written = self.describes.changes(session, told_changes) if told_changes else []
        ids = [one.id for one in told_changes]
        return end, found, dict(zip(ids, written, strict=True))

    def _look_at_changes(
        self,
        found: _Found,
        page: Sequence[reads.ChangeRecord],
        texts: Texts,
        parts: WatchedParts,
    ) -> None:
        watch = found.watch
        if watch.subject.key is not None:
            if any(one.ngr == watch.subject.ngr for one in page):
                part = follow_part(watch, parts.of(watch), found.line, page)
                found.line, found.moves = part.line, part.moves
                found.records = [(one.record, one.moved) for one in part.matched]
            return
        matcher = matcher_of(watch, self.analyser)
        found.records = [
            (record, ())
            for record in page
            if record.withdrawn_at is None
            and wants(watch, record)
            and (
                any(map(matcher.fits, texts.get(record.id, ())))
                if matcher
                else record.ngr == watch.subject.ngr
            )
        ]

    def _amendments(
        self, session: Session, watches: Sequence[Watch], place: int, head: int
    ) -> tuple[int, list[_Found], Described]:
        page: list[AmendmentRecord] = []
        end = head
        if watches:
            page, cursor = reads.amendments(
                session,
                WantedAmendments(withdrawn=True),
                cursor=AmendmentCursor(since=place),
                limit=self.page,
            )
            end = head if cursor.horizon is None else page[-1].sequence
        withdrawn = [one.id for one in page if one.withdrawn_at]
        known = moves(session, [one.id for one in watches])
        told = told_of(session, list(known), EventFeed.AMENDMENTS, withdrawn)
        texts = texts_of_amendments(session, page) if _searches(watches) else {}
        found, places, parts = [], Surroundings(session), WatchedParts(session, watches)
        for watch in watches:
            one = _Found(watch, lineage_of(watch, parts.named(watch), known[watch.id]))
            matcher = matcher_of(watch, self.analyser)
            one.records = [
                (record, ())
                for record in page
                if (
                    (watch.id, record.id) in told
                    if record.withdrawn_at
                    else _is_about(one, record, matcher, texts, places, parts)
                )
            ]
            found.append(one)
        matched = _distinct(record for one in found for record, _ in one.records)
        told_amendments = [one for one in matched if isinstance(one, AmendmentRecord)]
        written = self.describes.amendments(session, told_amendments) if told_amendments else []
        ids = [one.id for one in told_amendments]
        return end, found, dict(zip(ids, written, strict=True))

    def _page_of_changes(
        self, session: Session, place: int
    ) -> tuple[list[reads.ChangeRecord], bool]:
        """A page and whether there is more.

        It ends where a pair of editions does: articles move within a pair.
        """
        limit = self.page
        while True:
            found = reads.changes(session, after_cursor=place, limit=limit, withdrawn=True)
            if len(found) < limit:
                return found, False
            last = pair_of(found[-1])
            whole = len(found)
            while whole and pair_of(found[whole - 1]) == last:
                whole -= 1
            if whole:
                return found[:whole], True
            limit *= 2


def _searches(watches: Iterable[Watch]) -> bool:
    return any(one.subject.query is not None for one in watches)


def _is_about(
    found: _Found,
    record: AmendmentRecord,
    matcher: Matcher | None,
    texts: Texts,
    places: Surroundings,
    parts: WatchedParts,
) -> bool:
    """Whether an amendment is of a watched act, of its watched part, or found by a search.

    Of an article also what is done to its chapter or the whole act. An act that a note only cites
    amended nothing.
    """
    watch = found.watch
    if record.amendment.role is Role.CITED:  # it changed no word
        return False
    if watch.wanted.language not in (None, record.language):
        return False
    if matcher is not None:
        return any(map(matcher.fits, texts.get(record.id, ())))
    if record.ngr != watch.subject.ngr:
        return False
    if watch.subject.key is None:
        return True
    return parts.of(watch).is_amended(record, found.line, places)


def _distinct(records: Iterable[Record]) -> list[Record]:
    return list({one.id: one for one in records}.values())

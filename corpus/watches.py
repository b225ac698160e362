"""Watches: who wants to be told what, where to, and what became of each message.

Plain values, no input or output. Secrets are no part of a watch: `corpus.store.watches.keeping`
hands them out apart, so that whoever prints or logs a watch prints no secret.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corpus.law import EditionLabel, Language


class EventFeed(StrEnum):
    """Which feed of the store a watch follows."""

    CHANGES = "changes"
    AMENDMENTS = "amendments"


class WatchState(StrEnum):
    """Whether a watch is told anything now."""

    ACTIVE = "active"
    PAUSED = "paused"
    """By its owner: what is recorded meanwhile is sent when it is resumed."""
    DISABLED = "disabled"
    """By us: the receiver said 410, or could not be reached for days. Resuming ends it."""


@dataclass(frozen=True)
class Subject:
    """What is watched: an act, a part of it, or whatever a search finds; exactly one."""

    ngr: str | None = None
    key: str | None = None
    """An article, as it was called when the watch was made (see `Move`), a division or a point."""
    query: str | None = None

    def __str__(self) -> str:
        if self.query is not None:
            return f"search {self.query!r}"
        return f"{self.ngr} {self.key}" if self.key else str(self.ngr)


@dataclass(frozen=True)
class Wanted:
    """What the owner of a watch asks for."""

    subject: Subject
    url: str
    language: Language | None = None
    legal_only: bool = False
    """Leave out changes that are only technical."""
    feeds: tuple[EventFeed, ...] = (EventFeed.CHANGES, EventFeed.AMENDMENTS)


@dataclass(frozen=True)
class Watch:
    """A watch as it stands.

    `anchor` is the act's newest label when the watch was made, one still to come included: what
    its key is the key at. The cursors are the places in the feeds up to which everything has been
    looked at. `failing_since` is the first failed attempt since the last message that arrived;
    None while all is well.
    """

    id: str
    wanted: Wanted
    state: WatchState
    state_reason: str | None
    anchor: EditionLabel | None
    changes_cursor: int
    amendments_cursor: int
    created_at: datetime
    delivered_at: datetime | None = None
    failing_since: datetime | None = None

    @property
    def subject(self) -> Subject:
        """What is watched."""
        return self.wanted.subject

    def place_in(self, feed: EventFeed) -> int:
        """The place in a feed up to which everything has been looked at."""
        return self.changes_cursor if feed is EventFeed.CHANGES else self.amendments_cursor


@dataclass(frozen=True)
class Move:
    """A watched article that got another key between two editions in one language.

    An article that was split has one move for each of its parts, the one that stays among them.
    """

    language: Language
    older_label: EditionLabel
    newer_label: EditionLabel
    from_key: str
    to_key: str
    change_id: int
    recorded_at: datetime


class DeliveryState(StrEnum):
    """What became of a message."""

    PENDING = "pending"
    DELIVERED = "delivered"
    DEAD = "dead"
    """Every attempt failed, or the receiver wants no more; it can be sent anew."""


class AttemptOutcome(StrEnum):
    """How one attempt ended."""

    DELIVERED = "delivered"
    REFUSED = "refused"
    """The receiver answered, with a status that is no success."""
    GONE = "gone"
    """The receiver answered 410: it wants no more."""
    UNREACHABLE = "unreachable"
    """No name, no connection, no trusted certificate, or no answer that is HTTP."""
    TIMED_OUT = "timed out"
    FORBIDDEN = "forbidden target"
    """The address led where webhooks must not go."""
    UNSIGNED = "not signed"
    """The watch's secret could not be opened: nothing was sent."""
    FAILED = "failed here"
    """A defect on our side; the service's log has the details."""
    INTERRUPTED = "interrupted"
    """The deliverer ended before the attempt did: the receiver may have the message."""


@dataclass(frozen=True)
class Attempt:
    """One try to deliver a message. `status` is the receiver's HTTP status, where it answered."""

    number: int
    started_at: datetime
    finished_at: datetime | None = None
    outcome: AttemptOutcome | None = None
    status: int | None = None
    latency_ms: int | None = None
    error: str | None = None


@dataclass(frozen=True)
class Delivery:
    """A message for a watch, and how far it got.

    `id` is what receivers see as `webhook-id`; it stays the same from attempt to attempt.
    `next_attempt_at` is None once nothing more will be tried.
    """

    id: str
    watch_id: str
    type: str
    state: DeliveryState
    created_at: datetime
    next_attempt_at: datetime | None
    finished_at: datetime | None
    body: str
    attempts: tuple[Attempt, ...] = ()
    place: int = 0
    """Its place in the log: the log's cursor."""

"""A page of a feed: recorded changes and announced amendments, newest first.

Each of the two has its own order in the store, that of the commits; a page goes back along both,
and its end is a place in each. So a reader who walks back from the first page to what he has seen
misses nothing, whatever is written meanwhile: what comes, or is withdrawn, comes before the first
page that he read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from sqlalchemy.orm import Session

from api.questions.following.fitting import Matched, fitting_announced, fitting_changes
from api.questions.following.told_changes import ToldChange, tell_changes
from corpus.search.matching import Matcher
from corpus.search.querying.ignored import Ignored
from corpus.store.amendments.pending import newest_announced
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.changes.feed import Selection, newest_changes
from corpus.store.changes.rows import ChangeRecord
from diffing.followed_points import announced_for_points, touches_points

MOST_LOOKED_AT = 400
"""A page whose items must be looked for one by one ends after so many; the next goes on."""
_CHUNK = 200

Record = TypeVar("Record", ChangeRecord, AmendmentRecord)


@dataclass(frozen=True)
class Followed:
    """What a feed follows: which changes, announced amendments or not; points; a query.

    `points` are, by act and article, the paths of its points that are followed alone. `ignored`
    was left out of the query.
    """

    selection: Selection
    announced: bool = True
    points: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    matcher: Matcher | None = None
    ignored: tuple[Ignored, ...] = ()


@dataclass(frozen=True)
class Place:
    """How far back a reader has come: what is older has a smaller sequence; 0: nothing is."""

    changes: int
    announced: int

    @classmethod
    def parse(cls, text: str) -> Place:
        """Read what `str` wrote; raises ValueError."""
        changes, _, announced = text.partition(".")
        if not (changes + announced).isascii() or max(len(changes), len(announced)) > _DIGITS:
            raise ValueError(f"{text!r} is no place in a feed")
        return cls(int(changes), int(announced))

    def __str__(self) -> str:
        return f"{self.changes}.{self.announced}"


_DIGITS = 9  # what the database's integers hold


@dataclass(frozen=True)
class FeedChange:
    """A change of a page, told; where a query's words stand in it, if there is a query."""

    told: ToldChange
    matched: Matched | None


@dataclass(frozen=True)
class FeedPage:
    """Items, newest first; the moment up to which was looked; where the next page begins."""

    items: tuple[FeedChange | AmendmentRecord, ...]
    newest: datetime | None
    next: Place | None


_Item = tuple[ChangeRecord | AmendmentRecord, Matched | None]


@dataclass(frozen=True)
class _Found(Generic[Record]):
    """What was found going back along one order, and how far was looked."""

    records: list[tuple[Record, Matched | None]]
    floor: int
    newest: datetime | None


def feed_page(session: Session, followed: Followed, limit: int, before: Place | None) -> FeedPage:
    """A page of a feed: from its end, or from where the page before it ended."""
    which = followed.selection

    def older_announced(before: int | None, size: int) -> list[AmendmentRecord]:
        if not followed.announced:
            return []
        return newest_announced(session, which.parts, which.language, size, before)

    changes = _back(
        lambda before, size: newest_changes(session, which, size, before),
        lambda records: _wanted_changes(session, followed, records),
        limit,
        before.changes if before else None,
    )
    announced = _back(
        older_announced,
        lambda records: _wanted_announced(session, followed, records),
        limit,
        before.announced if before else None,
    )
    taken = _merged(changes, announced, limit)
    own = [record for record, _ in taken if isinstance(record, ChangeRecord)]
    told = {one.record.id: one for one in tell_changes(session, own)}
    moments = [one for one in (changes.newest, announced.newest) if one]
    return FeedPage(
        tuple(
            FeedChange(told[one.id], matched) if isinstance(one, ChangeRecord) else one
            for one, matched in taken
        ),
        max(moments, default=None),
        _next(changes, announced, taken),
    )


def updated_at(record: ChangeRecord | AmendmentRecord) -> datetime:
    """When a record was made, or withdrawn."""
    return max(record.recorded_at, record.withdrawn_at or record.recorded_at)


def _back(
    fetch: Callable[[int | None, int], list[Record]],
    wanted: Callable[[list[Record]], list[tuple[Record, Matched | None]]],
    limit: int,
    before: int | None,
) -> _Found[Record]:
    """Go back along one order until a page is full and one more is there."""
    found: list[tuple[Record, Matched | None]] = []
    newest: datetime | None = None
    floor, looked_at = before, 0
    size = min(limit + 1, _CHUNK)
    while len(found) <= limit and looked_at < MOST_LOOKED_AT and floor != 0:
        chunk = fetch(floor, size)
        newest = newest or (updated_at(chunk[0]) if chunk else None)
        found += wanted(chunk)
        looked_at += len(chunk)
        floor = chunk[-1].sequence if len(chunk) == size else 0
    return _Found(found, floor or 0, newest)


def _merged(
    changes: _Found[ChangeRecord], announced: _Found[AmendmentRecord], limit: int
) -> list[_Item]:
    """The later ones of both, neither out of its own order."""
    one: list[_Item] = list(changes.records[:limit])
    other: list[_Item] = list(announced.records[:limit])
    taken: list[_Item] = []
    while len(taken) < limit and (one or other):
        first = one and (not other or updated_at(one[0][0]) >= updated_at(other[0][0]))
        taken.append(one.pop(0) if first else other.pop(0))
    return taken


def _next(
    changes: _Found[ChangeRecord], announced: _Found[AmendmentRecord], taken: Sequence[_Item]
) -> Place | None:
    """Where the next page begins."""
    own = sum(isinstance(record, ChangeRecord) for record, _ in taken)
    place = Place(_below(changes, own), _below(announced, len(taken) - own))
    return place if place.changes or place.announced else None


def _below(found: _Found[Record], taken: int) -> int:
    """Below what was taken of an order; where all was, below what was looked at."""
    if taken == len(found.records):
        return found.floor
    following, _ = found.records[taken]
    return following.sequence + 1


def _wanted_changes(
    session: Session, followed: Followed, records: list[ChangeRecord]
) -> list[tuple[ChangeRecord, Matched | None]]:
    if followed.matcher is not None:
        return fitting_changes(session, followed.matcher, records)
    return [(one, None) for one in records if touches_points(followed.points, one)]


def _wanted_announced(
    session: Session, followed: Followed, records: list[AmendmentRecord]
) -> list[tuple[AmendmentRecord, Matched | None]]:
    if followed.matcher is not None:
        return fitting_announced(session, followed.matcher, records)
    return [(one, None) for one in records if announced_for_points(followed.points, one)]

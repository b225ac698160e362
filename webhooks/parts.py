"""What part of an act a watch follows, and what of a feed is about it.

An article is followed as it moves (see `webhooks.lineage`). A division is what stands in it in each
edition: what comes into it is told from then on, what leaves it until it has left. A point is
followed inside its article as long as that keeps its key; once the article has moved, all that
happens to it is told, for the point may stand elsewhere in it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from corpus.amendments import Role, Verb
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.divisions_held import DivisionHeld, division_held
from corpus.store.divisions_of import Surroundings
from corpus.store.parts_named import PartNamed, parts_named
from corpus.store.reads import ChangeRecord
from corpus.watches import Watch
from diffing.concerning import concerns
from diffing.followed_points import announced_for_points, touches_points
from webhooks.lineage import Keys, Lineage


@dataclass(frozen=True)
class WatchedPart:
    """An article, a point of it, or a division, with what stood in it."""

    ngr: str
    named: PartNamed
    division: DivisionHeld | None = None

    def is_changed(self, record: ChangeRecord, before: Keys, after: Keys) -> bool:
        """Whether a change is of the part, with its article's keys on both sides of the change."""
        change = record.change
        if self.division is not None and (
            self.division.holds(record.older_edition_id, change.old_key)
            or self.division.holds(record.newer_edition_id, change.new_key)
        ):
            return True
        own = change.old_key in before or change.new_key in after
        return own and touches_points(self._points, record)

    def is_amended(self, record: AmendmentRecord, line: Lineage, places: Surroundings) -> bool:
        """Whether an amendment of its act is about the part, or about what the part stands in."""
        keys = line.keys_at(record.language, record.first_label) | line.keys_at(
            record.language, record.last_label
        )
        if self.division is not None and _is_in(self.division, record, places):
            return True
        around = places.around(record, keys)
        return concerns(record.amendment, keys, around) and announced_for_points(
            self._points, record
        )

    @property
    def _points(self) -> Mapping[tuple[str, str], tuple[str, ...]]:
        if not self.named.point:
            return {}
        return {(self.ngr, self.named.unit): (self.named.point,)}


class WatchedParts:
    """The parts that several watches follow; each is looked for once."""

    def __init__(self, session: Session, watches: Sequence[Watch]) -> None:
        self._session = session
        self._named = parts_named(session, {_place(one) for one in watches if one.subject.key})
        self._found: dict[tuple[str, str], WatchedPart] = {}

    def named(self, watch: Watch) -> PartNamed | None:
        """What a watch's key names; None where it follows no part."""
        return self._named.get(_place(watch))

    def of(self, watch: Watch) -> WatchedPart:
        """The part that a watch follows."""
        place = _place(watch)
        if place not in self._found:
            named = self._named[place]
            held = division_held(self._session, *place) if named.division else None
            self._found[place] = WatchedPart(place[0], named, held)
        return self._found[place]


def _place(watch: Watch) -> tuple[str, str]:
    return (watch.subject.ngr or "", watch.subject.key or "")


def _is_in(division: DivisionHeld, record: AmendmentRecord, places: Surroundings) -> bool:
    """Whether an amendment is of a division, of what stood in it, or of what it stood in."""
    amendment = record.amendment
    target = amendment.target.key
    if target is None and _is_announced(record):
        return True
    if target in division.smaller:
        return True
    if target is not None and target in division.ever:
        stood = places.around(record, frozenset({target}))
        return stood is None or division.key in stood
    return concerns(amendment, {division.key}, division.around_when(record))


def _is_announced(record: AmendmentRecord) -> bool:
    """Whether the wording does not have it yet; announced for the whole act, it is for its parts.

    The same as `corpus.store.amendments.pending` asks the store for.
    """
    later = record.amendment.verb is Verb.LATER_START and record.entry.on is not None
    return later or record.amendment.role is Role.FORESEEN

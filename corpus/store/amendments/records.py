"""What the store gives of amendments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corpus.amendments import Amendment, EntryIntoForce
from corpus.law import EditionLabel, Language


class Axis(StrEnum):
    """By which day amendments are listed."""

    SEEN = "seen"
    """When Nusqa learned of it."""
    IN_FORCE = "in_force"
    ADOPTED = "adopted"


@dataclass(frozen=True)
class AmendmentRecord:
    """A stored amendment: stated by the notes of one edition or several.

    `sequence` is its place in the feed, a later one once it is withdrawn (no edition held states
    it any more, or it is now known otherwise). `first_label` and `last_label` are the oldest and
    the newest edition held that states it; the snapshot is the first one's.
    """

    id: int
    sequence: int
    ngr: str
    language: Language
    amendment: Amendment
    entry: EntryIntoForce
    heading: str
    """The place's printed heading in the newest edition that states it."""
    first_label: EditionLabel
    last_label: EditionLabel
    edition_id: int
    """The edition of `first_label`."""
    snapshot_sha256: str | None
    url: str | None
    sample: bool
    recorded_at: datetime
    withdrawn_at: datetime | None


@dataclass(frozen=True)
class AmendmentCursor:
    """Where a follower stands: the round's end, and the last row given in it (None: a new round).

    A round lists what was recorded up to `horizon` in the axis's order; what comes later is the
    next round's. So nothing is skipped or given twice however many rows arrive meanwhile.
    """

    since: int = 0
    """The last round's horizon: rows up to this sequence were given before."""
    horizon: int | None = None
    """Of the round under way."""
    day: str | None = None
    """The axis's day of the last row given in it, in ISO form; "" for unknown."""
    sequence: int | None = None
    """That row's place in the feed."""

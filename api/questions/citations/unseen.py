"""What of an act was not looked through for a provision that none of its editions held has.

That no edition held has an article says that there never was one only where every edition of the
act is known and held. Else it may have stood in what is not held, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.orm import Session

from corpus.amendments import Role, Verb
from corpus.bundled import own_regimes
from corpus.keys import SEPARATOR, covers, key_order
from corpus.law import Edition, EditionLabel, HoldingKind
from corpus.phases import Phase
from corpus.store import reads
from corpus.store.amendments.of_act import amendments_of_act
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.completeness import completeness
from corpus.store.known import label_order
from corpus.store.texts import partial_outlines

_ARTICLE = "art_"
_NAMED = 3
"""How many labels a sentence names."""


@dataclass(frozen=True)
class Unseen:
    """An act's editions, for a provision `key` that none of those held has.

    `without` hold its place and have none there; `in_part` are held only in part, without its
    place; `not_held` are known and not held in any language. All oldest first. `all_listed`:
    registries' lists say which editions there are in every language; else there may be others.
    `phases` of regimes and `amendments` that notes tell of name it all the same: it did exist.
    """

    ngr: str
    key: str
    without: tuple[EditionLabel, ...]
    in_part: tuple[EditionLabel, ...]
    not_held: tuple[EditionLabel, ...]
    all_listed: bool
    phases: tuple[Phase, ...] = ()
    amendments: tuple[AmendmentRecord, ...] = ()

    @property
    def existed(self) -> bool:
        """Whether something that is held says that there was such a provision."""
        return bool(self.phases or self.amendments)

    @property
    def never_was(self) -> bool:
        """Whether it is known that no edition of the act ever had it."""
        everything = self.all_listed and not (self.in_part or self.not_held)
        return everything and bool(self.without) and not self.existed

    def __str__(self) -> str:
        """Sentences for programs and the command line."""
        looked = f" Looked through: {_labels(self.without)}." if self.without else ""
        if self.never_was:
            return f"No edition of {self.ngr} has {self.key}, and all of them are held.{looked}"
        told = [f"No text held of {self.ngr} has {self.key}.{looked}"]
        if self.not_held:
            told.append(f"Editions known and not held: {_labels(self.not_held)}.")
        if self.in_part:
            told.append(f"Held in part, without its place: {_labels(self.in_part)}.")
        if not self.all_listed:
            told.append("No registry's list says which editions there are.")
        if self.phases:
            told.append(f"It is named by phases of regimes: {', '.join(self._phase_keys)}.")
        if self.amendments:
            acts = dict.fromkeys(map(_act_words, self.amendments))
            told.append(f"Notes tell of it: {'; '.join(acts)}.")
        if not self.existed:
            told.append("Whether it ever existed is not known.")
        return " ".join(told)

    @property
    def _phase_keys(self) -> list[str]:
        return [phase.key for phase in self.phases]


def unseen(session: Session, ngr: str, key: str) -> Unseen:
    """What of an act could not be looked through for a key; `key` may be its last part only."""
    told = completeness(session, ngr)
    held = reads.editions(session, ngr)
    shapes = partial_outlines(session, held)
    without = {
        one.label for one in held if one.id not in shapes or _holds_place(shapes[one.id], key)
    }
    labels = {one.label for one in held}
    known = labels | {missing.label for one in told for missing in one.missing}
    return Unseen(
        ngr,
        key,
        _sorted(without),
        _sorted(labels - without),
        _sorted(known - labels),
        bool(told) and all(one.listed is not None for one in told),
        tuple(phase for phase in own_regimes().phases if _names(phase, ngr, key)),
        _told_once(one for one in amendments_of_act(session, ngr) if _tells_of(one, key)),
    )


def _told_once(records: Iterable[AmendmentRecord]) -> tuple[AmendmentRecord, ...]:
    """The first of those that say the same of an act, in one language or in both."""
    found: dict[tuple[object, ...], AmendmentRecord] = {}
    for one in records:
        act = one.amendment.act
        found.setdefault((act.adopted, act.bare_number, one.amendment.verb), one)
    return tuple(found.values())


def _sorted(labels: set[EditionLabel]) -> tuple[EditionLabel, ...]:
    return tuple(sorted(labels, key=label_order))


def _holds_place(edition: Edition, key: str) -> bool:
    """Whether an edition that is held in part holds the place where a key would stand.

    A beginning that goes on behind an article's number does.
    """
    if covers(edition, key):
        return True
    is_beginning = edition.holding.kind is HoldingKind.BEGINNING
    return is_beginning and any(
        one.startswith(_ARTICLE) and key.startswith(_ARTICLE) and key_order(one) > key_order(key)
        for one in edition.by_key
    )


def _names(phase: Phase, ngr: str, key: str) -> bool:
    named = (one for one in (*phase.provisions, *phase.general) if one.ngr == ngr)
    return any(own == key or own.startswith(key + SEPARATOR) for one in named for own in one.keys)


def _tells_of(record: AmendmentRecord, key: str) -> bool:
    """Whether a note says that an act did something to the provision, and so that there was one."""
    amendment = record.amendment
    own = amendment.target.key
    if own is None or amendment.role is not Role.AMENDS or amendment.verb is Verb.UNREAD:
        return False
    return own == key or own.endswith(SEPARATOR + key)


def _labels(labels: tuple[EditionLabel, ...]) -> str:
    named = ", ".join(map(str, labels[-_NAMED:]))
    earlier = len(labels) - _NAMED
    return f"{named} and {earlier} earlier" if earlier > 0 else named


def _act_words(record: AmendmentRecord) -> str:
    amendment = record.amendment
    return " ".join(filter(None, (amendment.verb, "by act", amendment.act.named)))

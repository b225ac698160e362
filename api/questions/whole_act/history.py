"""The editions of an act in time: those held and those only known, and the acts that made each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from api.questions.explained import ExplainingAct
from api.questions.following.told_changes import tell_changes
from corpus.amendments import AmendingAct, EntryIntoForce, Role
from corpus.law import EditionLabel, Language
from corpus.store import reads
from corpus.store.amendments.of_act import amendments_of_act
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.completeness import Completeness, MissingEdition
from corpus.store.known import label_order
from corpus.store.records import EditionSummary
from diffing.in_force.staged import cause_of

_EXPLAINED = 5
"""Changes of an edition that are looked through for the acts behind them."""


@dataclass(frozen=True)
class MakingAct:
    """An act that an edition is the first known one to have, and from when that is in force.

    `records` are one amendment for each different day (or for an unknown one); empty where only the
    registry names the act, by `title`. `staged`: other parts of it have other days, in whatever
    edition.
    """

    act: AmendingAct
    records: tuple[AmendmentRecord | ExplainingAct, ...] = ()
    title: str | None = None
    staged: bool = False

    def starts_after(self, day: date) -> bool:
        """Whether a part of what it did here begins later than a day."""
        return any(one.entry.on is not None and one.entry.on > day for one in self.records)


@dataclass(frozen=True)
class KnownEdition:
    """An edition that is held (`held`) or only known to exist (`missing`); one of the two is None.

    `before` is the edition held before it, to compare it with.
    """

    label: EditionLabel
    held: EditionSummary | None
    missing: MissingEdition | None
    acts: tuple[MakingAct, ...] = ()
    before: EditionLabel | None = None
    ended: bool = False
    """Whether a wording for a time, noted in an edition before, came to its end with this one."""

    earlier: bool = False
    """Whether its notes name acts of editions between it and `before`, which are not held."""

    @property
    def staged(self) -> bool:
        """Whether an act that made it comes into force in stages."""
        return any(one.staged for one in self.acts)

    def is_future(self, today: date) -> bool:
        """Whether its label, or a part of what made it, has not come yet."""
        late = self.label.first_day is not None and self.label.first_day > today
        return late or any(one.starts_after(today) for one in self.acts)


def edition_history(
    session: Session,
    ngr: str,
    language: Language,
    held: Sequence[EditionSummary],
    complete: Completeness | None,
) -> tuple[KnownEdition, ...]:
    """The editions of an act in one language, oldest first; undated ones at the end.

    `held` are those of that language. An amending act belongs to the first edition whose notes name
    it, where it was adopted, or came into force, after the edition known before: what older notes
    say is no news of the edition that happens to be held first.
    """
    by_label: dict[EditionLabel, EditionSummary | MissingEdition] = {
        one.label: one for one in (complete.missing if complete else ())
    }
    by_label |= {one.label: one for one in held}
    labels = sorted(by_label, key=label_order)
    records = [one for one in amendments_of_act(session, ngr) if one.language is language]
    staged = _staged(records)
    found: list[KnownEdition] = []
    known_before: EditionLabel | None = None
    held_before: EditionLabel | None = None
    for label in labels:
        one = by_label[label]
        if isinstance(one, EditionSummary):
            acts = tuple(_acts(one, records, known_before, staged))
            comparable = held_before if label.first_day is not None else None
            over = _has_ended(records, known_before, label)
            earlier = _names_earlier(one, records, held_before, known_before)
            found.append(KnownEdition(label, one, None, acts, comparable, over, earlier))
            held_before = label
        else:
            found.append(KnownEdition(label, None, one))
        known_before = label
    return _with_ends_explained(session, found)


def _with_ends_explained(
    session: Session, editions: Sequence[KnownEdition]
) -> tuple[KnownEdition, ...]:
    """The editions that only the end of a wording brought, with the acts that ordered what follows.

    No note of theirs names one; the acts' own texts may.
    """
    before = {one.label: one.held for one in editions if one.held}
    found = []
    for one in editions:
        older = before.get(one.before) if one.before else None
        if one.ended and not one.acts and one.held and older:
            changes = reads.changes_between(session, older.id, one.held.id)[:_EXPLAINED]
            told = (act for change in tell_changes(session, changes) for act in change.acts)
            acts = {_name(each.amendment.act): each for each in told}
            made = (MakingAct(each.amendment.act, (each,), each.title) for each in acts.values())
            found.append(replace(one, acts=tuple(act for act in made if _is_named(act.act))))
        else:
            found.append(one)
    return tuple(found)


def _is_named(act: AmendingAct) -> bool:
    return bool(act.adopted or act.number)


def _staged(records: Iterable[AmendmentRecord]) -> frozenset[tuple[date | None, str | None]]:
    """The acts, by day and number, that begin on more than one day that is known."""
    days: dict[tuple[date | None, str | None], set[date]] = {}
    for one in records:
        if one.entry.on is not None and one.amendment.role in {Role.AMENDS, Role.FORESEEN}:
            days.setdefault(_name(one.amendment.act), set()).add(one.entry.on)
    return frozenset(name for name, starts in days.items() if len(starts) > 1)


def _name(act: AmendingAct) -> tuple[date | None, str | None]:
    return act.adopted, act.bare_number


def _acts(
    edition: EditionSummary,
    records: Iterable[AmendmentRecord],
    before: EditionLabel | None,
    staged: frozenset[tuple[date | None, str | None]],
) -> Iterator[MakingAct]:
    cause, title = cause_of(edition), edition.cause.title if edition.cause else None
    made: dict[tuple[date | None, str | None], dict[EntryIntoForce, AmendmentRecord]] = {}
    for one in records:
        amendment = one.amendment
        first_here = one.first_label == edition.label and amendment.role is Role.AMENDS
        if not first_here or not _is_named(amendment.act):
            continue
        is_cause = cause is not None and cause.is_same_act(amendment.act)
        if is_cause or _is_news(one, edition.label, before):
            made.setdefault(_name(amendment.act), {}).setdefault(one.entry, one)
    named_cause = False
    for name, entries in sorted(made.items(), key=lambda item: item[0][0] or date.min):
        found = sorted(entries.values(), key=lambda one: one.entry.on or date.max)
        act = found[0].amendment.act
        is_cause = cause is not None and cause.is_same_act(act)
        named_cause = named_cause or is_cause
        yield MakingAct(act, tuple(found), title if is_cause else None, name in staged)
    if not named_cause and (cause is not None or title):
        yield MakingAct(cause or AmendingAct(), (), title)


def _has_ended(
    records: Iterable[AmendmentRecord], before: EditionLabel | None, label: EditionLabel
) -> bool:
    after = before.last_day if before else None
    if after is None or label.last_day is None:
        return False
    ends = (one.amendment.until for one in records if one.first_label.surely_before(label))
    return any(end is not None and after < end <= label.last_day for end in ends)


def _names_earlier(
    edition: EditionSummary,
    records: Iterable[AmendmentRecord],
    held_before: EditionLabel | None,
    known_before: EditionLabel | None,
) -> bool:
    """Whether notes first seen here name acts adopted after the edition held before.

    And no later than one known since and not held: such an act made that one, or one before it.
    """
    if held_before is None or held_before == known_before or known_before is None:
        return False
    after, until = held_before.last_day, known_before.last_day
    if after is None or until is None:
        return False
    named = (one.amendment.act.adopted for one in records if one.first_label == edition.label)
    return any(day is not None and after < day <= until for day in named)


def _is_news(one: AmendmentRecord, label: EditionLabel, before: EditionLabel | None) -> bool:
    """Whether what a note says can have come with the edition: after the one known before it.

    Of the oldest edition known only what has its own day did.
    """
    if label.first_day is None or label.last_day is None:
        return False
    days = [day for day in (one.amendment.act.adopted, one.entry.on) if day is not None]
    if before is None or before.last_day is None:
        return any(label.first_day <= day <= label.last_day for day in days)
    return any(day > before.last_day for day in days)

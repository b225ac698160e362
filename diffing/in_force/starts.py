"""An article's wordings in order, and from when each applies: what `wording` walks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from corpus.amendments import (
    UNKNOWN_ENTRY,
    Amendment,
    ClauseKind,
    EntryIntoForce,
    Ground,
    Verb,
)
from corpus.law import EditionLabel, Precision
from diffing.explaining import CHANGING, Explanation, NotedAt, of_heading

_SHAPING = CHANGING - {Verb.TEMPORARY, Verb.UNREAD}
"""What surely changes the words that last."""


@dataclass(frozen=True)
class InferredDay:
    """A first day in force that the watch list infers and no text names, and by what."""

    on: date
    basis: str


@dataclass(frozen=True)
class Start:
    """An amendment and when it enters into force. `rewrites`: it words the whole article anew.

    `shapes`: the article's own notes say that it changed its words; one of a division around it or
    of the whole act may have changed others.
    `inferred` stands beside an unknown entry only: it decides nothing unless it is asked for.
    """

    amendment: Amendment
    entry: EntryIntoForce
    rewrites: bool = False
    shapes: bool = False
    inferred: InferredDay | None = None

    @property
    def earliest(self) -> date | None:
        """The day before which it surely is not in force, where no day is known."""
        return earliest_of(self.amendment)


def earliest_of(amendment: Amendment) -> date | None:
    """The day before which an amendment is surely not in force, by its act's day and its count."""
    adopted, clause = amendment.act.adopted, amendment.clause
    if adopted is None or clause.kind is not ClauseKind.DAYS_AFTER_PUBLICATION:
        return adopted
    try:
        return adopted + timedelta(days=(clause.days or 0) + 1)
    except OverflowError:  # a slip of figures; a day that never comes
        return date.max


@dataclass(frozen=True)
class Stage:
    """A wording, and how it came to be after the stage before it.

    `starts` are the amendments that explain the step to it; of the oldest wording held all that its
    notes name. `lacking` is the newest edition that surely does not have it yet, `silent` are the
    known editions between the two that are not held. `limits` are the later starts, ends and
    suspensions that its notes name. A stage that is not `held` stands for the next edition known:
    what it says is unknown.
    """

    label: EditionLabel
    starts: tuple[Start, ...] = ()
    lacking: EditionLabel | None = None
    silent: tuple[EditionLabel, ...] = ()
    limits: tuple[Start, ...] = ()
    held: bool = True
    same: bool = False
    """Whether the wording is that of the stage before: a note that no change shows."""
    told: bool = True
    """Whether notes tell how it came to be; without notes no starts say nothing."""
    announced: tuple[Start, ...] = ()
    """What its newest edition announces and does not have yet, and a repeal of the act."""
    announced_in: EditionLabel | None = None
    undated: tuple[Start, ...] = ()
    """What the notes of undated copies name and no dated edition has."""

    @property
    def excluded(self) -> bool:
        """Whether the whole was excluded by the last of what its notes name.

        Had it come back in an edition that is not held, a later exclusion would be named.
        """
        if not self.starts or any(one.amendment.act.adopted is None for one in self.starts):
            return False
        last = max(self.starts, key=lambda one: one.amendment.act.adopted or date.min)
        return last.rewrites and last.amendment.verb is Verb.REPEALED

    @property
    def changes_nothing(self) -> bool:
        """Whether it does not matter if its amendment is in force once all before it is."""
        return self.same and len(self.starts) == 1 and not self.silent

    def announcing(self, announced: tuple[Start, ...], label: EditionLabel) -> Stage:
        """The stage with what its newest edition announces."""
        return replace(self, announced=announced, announced_in=label)

    def also_limited(self, limits: tuple[Start, ...]) -> Stage:
        """The stage with the limits that another edition of the same wording names."""
        more = tuple(one for one in limits if one not in self.limits)
        return replace(self, limits=(*self.limits, *more)) if more else self


def start_of(
    amendment: Amendment, entry: EntryIntoForce, at: NotedAt, *, came: bool, went: bool
) -> Start:
    """An amendment of an article as a start, by what its note stands at.

    `came`: the article was not there before; `went`: no wording of it is left. Only a rewording or,
    with those, an addition or exclusion of the article or a division around it makes the whole.
    """
    whole = not amendment.target.place and not amendment.target.words
    verb = amendment.verb
    rewrites = (
        whole
        and amendment.target.key is not None
        and not of_heading(amendment)
        and (
            verb is Verb.REWORDED
            or (verb is Verb.ADDED and came)
            or (verb is Verb.REPEALED and went)
        )
    )
    shapes = at is NotedAt.ARTICLE and verb in _SHAPING
    return Start(amendment, entry, rewrites, shapes)


def started_anew(start: Start, before: Iterable[Amendment]) -> Start:
    """A start of an amendment that the edition before noted already.

    What was adopted no earlier and noted there may stand on its rewording: it undoes nothing then.
    """
    adopted = start.amendment.act.adopted
    latest = [
        one
        for one in before
        if not one.act.is_same_act(start.amendment.act)
        and (adopted is None or one.act.adopted is None or one.act.adopted >= adopted)
    ]
    return replace(start, rewrites=False) if latest else start


def at_the_end(temporary: Amendment) -> EntryIntoForce:
    """What follows a temporary wording applies from its end."""
    return EntryIntoForce(temporary.until, Ground.STATED) if temporary.until else UNKNOWN_ENTRY


def by_label(cause: Explanation, label: EditionLabel, *, alone: bool) -> EntryIntoForce:
    """A label after the adoption of the act that made the edition is the start of a stage of it."""
    day, adopted = label.first_day, cause.amendment.act.adopted
    if not alone or label.precision is not Precision.DAY or day is None or adopted is None:
        return UNKNOWN_ENTRY
    return EntryIntoForce(day, Ground.INFERRED, label=label) if day > adopted else UNKNOWN_ENTRY


def closed(stages: Sequence[Stage], following: EditionLabel | None) -> tuple[Stage, ...]:
    """The stages, and after them the next edition that is known and not held, if there is one."""
    if following is None:
        return tuple(stages)
    return (*stages, replace(Stage(following), held=False, lacking=stages[-1].label))

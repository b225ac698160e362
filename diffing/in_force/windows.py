"""On which days each wording of an article was in force, surely or perhaps.

What the question for one day answers, asked once for each stretch of days on which the answer is
the same: the days on which it may change are those that its stages name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from corpus.law import EditionLabel
from diffing.in_force.presuming import WITHIN, presumed_in_force
from diffing.in_force.sides import surely_lacks
from diffing.in_force.starts import Stage, Start
from diffing.in_force.wording import Doubt, InForce, Why, wording_in_force


@dataclass(frozen=True)
class Answer:
    """Which stages' wordings were in force on a day, by their places.

    `sure` with one: that one was; with none: none was, for the article or the act was not there or
    no longer. Not `sure`: each of them may have been; of several one, or none of them.
    """

    places: tuple[int, ...]
    sure: bool


NOTHING_KNOWN = Answer((), sure=False)
NOTHING = Answer((), sure=True)


@dataclass(frozen=True)
class Stretch:
    """The days from `begins` on and before `ends` (None: for good), all with one answer."""

    begins: date
    ends: date | None
    answer: Answer


def answer_on(stages: Sequence[Stage], day: date) -> Answer:
    """What was in force on a day, by an article's stages; the day is not before the oldest's label.

    Where no wording can be named, those may have been in force that are in question still if acts
    are presumed to begin within a year of their adoption: nobody takes the wording before an act of
    years ago for the law of today. What a note says is repealed is not in force.
    """
    found = wording_in_force(stages, day)
    if isinstance(found, InForce):
        return Answer((found.place,), sure=True)
    if found.why is Why.REPEALED:
        return Answer((), sure=_is_sure(found, stages[found.place], day))
    likely = presumed_in_force(stages, day)
    if isinstance(likely, InForce):
        return Answer((likely.place,), sure=False)
    narrowed = tuple(one for one in found.candidates if one in likely.candidates)
    return Answer(narrowed or found.candidates, sure=False)


def _is_sure(repeal: Doubt, stage: Stage, day: date) -> bool:
    days = [start.entry.on for start in repeal.starts]
    begun = all(one is not None and one <= day for one in days)
    return begun and not surely_lacks(stage.announced_in, day)


def stretches(days: Iterable[date], answer: Callable[[date], Answer]) -> tuple[Stretch, ...]:
    """What `answer` says of all days, given all days on which it may come to say another thing.

    It begins with the first of the days; neighbours that say the same are one.
    """
    found: list[Stretch] = []
    ordered = sorted(set(days))
    for begins, ends in pairwise([*ordered, None]):
        if begins is None:
            break
        said = answer(begins)
        if found and found[-1].answer == said:
            found[-1] = Stretch(found[-1].begins, ends, said)
        else:
            found.append(Stretch(begins, ends, said))
    return tuple(found)


def decisive_days(stages: Iterable[Stage], labels: Iterable[EditionLabel]) -> frozenset[date]:
    """All days on which an article's stages may come to say another thing of what is in force.

    A day counts as it is and as the one before: some rules include it and some do not.
    """
    days = {*_days_of_labels(labels), *(day for stage in stages for day in _days_of_stage(stage))}
    return frozenset(days | {day + timedelta(days=1) for day in days if day < date.max})


def _days_of_stage(stage: Stage) -> Iterator[date]:
    own = (stage.label, stage.lacking, stage.announced_in, *stage.silent)
    yield from _days_of_labels(label for label in own if label is not None)
    for start in (*stage.starts, *stage.limits, *stage.announced, *stage.undated):
        yield from _days_of_start(start)


def _days_of_labels(labels: Iterable[EditionLabel]) -> Iterator[date]:
    for label in labels:
        yield from (day for day in (label.first_day, label.last_day) if day is not None)


def _days_of_start(start: Start) -> Iterator[date]:
    adopted = start.amendment.act.adopted
    inferred = start.inferred.on if start.inferred else None
    for day in (start.entry.on, start.earliest, start.amendment.until, adopted, inferred):
        if day is not None:
            yield day
    if adopted is not None and adopted <= date.max - WITHIN:
        yield adopted + WITHIN

"""An article's life as stretches of time: what is drawn, before it is drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from diffing.classify import REWORDED, ChangeKind
from diffing.measures.lives import Life, Stage, State
from diffing.measures.measure import EditionMeasures

STEPS = (0.1, 0.25, 0.5, 0.75)
"""Where the shades of rewriting part."""

_RESTARTS = frozenset({ChangeKind.ADDED, ChangeKind.RESTORED})


@dataclass(frozen=True)
class Span:
    """The days for which an edition answers, and where the next one begins.

    Between `known_until` and `next` another edition may have stood. One that answers for no day
    begins where its label ends, by when it had come, and nothing is known from there on.
    """

    begin: date
    known_until: date
    next: date


@dataclass(frozen=True)
class Stretch:
    """Some days of an article.

    `shade` tells how much of the wording was rewritten when it came (0 nothing or new, 1 to 5 up to
    all of it); None where no wording is known. `known` is False where an edition, or that part of
    it, is not held: a shade then means that before and after the wording is the same.
    """

    begin: date
    end: date
    shade: int | None
    known: bool = True


def spans(editions: Sequence[EditionMeasures], end: date) -> list[Span]:
    """The days of editions in order, up to the end of the picture (or the act's repeal)."""
    begins = [day for one in editions if (day := one.from_ or one.edition.label.last_day)]
    found = []
    for edition, begin, following in zip(editions, begins, [*begins[1:], end], strict=True):
        ends = edition.to or following if edition.from_ else begin
        known_until = min(following, ends)
        found.append(Span(begin, max(begin, known_until), max(begin, following)))
    return found


def shade(rewritten: float) -> int:
    """The shade of an amended wording, 1 to 5."""
    return 1 + sum(rewritten >= step for step in STEPS)


def stretches(life: Life, days: Sequence[Span], begin: date) -> list[Stretch]:
    """The days from the beginning of the picture on that have something to draw.

    An article that was seen to be gone is gone until an edition has it again.
    """
    found: list[Stretch] = []
    if life.stages[0].state is not State.ABSENT:
        found.append(Stretch(begin, days[0].begin, None, known=False))
    now: int | None = None
    gone = life.stages[0].state is State.ABSENT
    for place, (stage, span) in enumerate(zip(life.stages, days, strict=True)):
        now = _shade_now(stage, now)
        unknown_from = span.begin
        if stage.state is State.WORDING:
            found.append(Stretch(span.begin, span.known_until, now))
        if stage.state is not State.NOT_HELD:
            gone = stage.state is not State.WORDING
            unknown_from = span.known_until
        following = _following(life.stages[place + 1 :])
        if gone and (following is None or following.state is not State.WORDING):
            continue
        same = following is not None and not (following.change and following.change.of_substance)
        found.append(Stretch(unknown_from, span.next, now if same else None, known=False))
    return _joined(found)


def _shade_now(stage: Stage, before: int | None) -> int | None:
    """The shade of the wording that an edition has, from the one before it."""
    if stage.state is State.NOT_HELD:
        return before
    if stage.state is not State.WORDING:
        return None
    kind = stage.change.kind if stage.change else None
    if stage.change and stage.change.old and kind in REWORDED:
        return shade(stage.change.words.rewritten)
    return 0 if before is None or kind in _RESTARTS else before


def _following(stages: Sequence[Stage]) -> Stage | None:
    """The next edition that holds the article's place."""
    return next((stage for stage in stages if stage.state is not State.NOT_HELD), None)


def _joined(found: Sequence[Stretch]) -> list[Stretch]:
    """Neighbours that look the same as one; nothing unknown that lasts no day."""
    joined: list[Stretch] = []
    for one in found:
        if one.begin >= one.end and not one.known:
            continue
        last = joined[-1] if joined else None
        if last and last.end == one.begin and (last.shade, last.known) == (one.shade, one.known):
            joined[-1] = replace(last, end=one.end)
        else:
            joined.append(one)
    return joined

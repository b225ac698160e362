"""From when the text of one article is held: what to say of a day without an answer.

An act's editions may be held in part, without the article; so its own texts are sought.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from corpus.store.day_errors import BeforeFirstEdition, EditionNotHeld
from corpus.store.known import label_order
from corpus.store.naming_editions import Missing
from corpus.store.standing import Place, Standing
from corpus.store.windows import Timeline

_IN_PART = "held without that place"


def before_the_first_text(
    timeline: Timeline, key: str, places: Sequence[Standing], day: date
) -> BeforeFirstEdition | EditionNotHeld | None:
    """The error for a day before an article's first text that is held; None for a later day.

    `places` is the article in each edition held. An edition that has come by the day, and that is
    not held or not held with the article's place, may have it.
    """
    having = {one.edition.label for one in places if one.place is Place.HERE}
    first = timeline.first_held(having)
    if first is None or first.label.last_day is None or day >= first.label.last_day:
        return None
    missing = [
        one for one in _missing(timeline, places) if label_order(one[0]) < label_order(first.label)
    ]
    ngr, language = timeline.ngr, timeline.language
    begun = _begun(missing, day)
    if begun:
        return EditionNotHeld(ngr, language, day, begun, None, first, key)
    return BeforeFirstEdition(ngr, language, day, first, missing, key)


def between_texts(
    timeline: Timeline, key: str, places: Sequence[Standing], day: date
) -> EditionNotHeld | None:
    """The error for a day after a text of an article that an edition which is not held may end."""
    having = [one.edition.label for one in places if one.place is Place.HERE]
    begun = [one for one in having if one.last_day is not None and one.last_day <= day]
    if not begun:
        return None
    last = max(begun, key=label_order)
    missing = [
        one
        for one in _begun(_missing(timeline, places), day)
        if one[0].last_day and last.first_day and one[0].last_day > last.first_day
    ]
    following = timeline.first_held(having, after=day)
    ngr, language = timeline.ngr, timeline.language
    return EditionNotHeld(ngr, language, day, missing, last, following, key) if missing else None


def _missing(timeline: Timeline, places: Sequence[Standing]) -> Missing:
    """The editions known that are not held with the article's place, the oldest first."""
    partly = [
        (one.edition.label, _IN_PART)
        for one in places
        if one.place in {Place.NOT_HELD, Place.CUT} and one.edition.label.first_day is not None
    ]
    return sorted(
        [*timeline.not_held, *partly], key=lambda entry: (label_order(entry[0]), entry[1])
    )


def _begun(missing: Missing, day: date) -> Missing:
    return [one for one in missing if one[0].first_day and one[0].first_day <= day]

"""When an act itself begins: what the watch list says of the first day on which it was in force.

A day that a text names is one like all others. A day that the watch list only infers is none: it
is kept beside the unknown one, for who asks for what is likely (`presuming`).
"""

from __future__ import annotations

from datetime import date

from corpus.amendments import (
    UNKNOWN_ENTRY,
    AmendingAct,
    Amendment,
    EntryIntoForce,
    Ground,
    Target,
    Verb,
)
from corpus.law import EditionLabel
from corpus.store.records import ActSummary
from corpus.watched import WatchedAct, Watchlist
from diffing.in_force.starts import InferredDay, Start


def own_start(act: ActSummary, watchlist: Watchlist) -> Start:
    """The start of an act as it was adopted; unknown where the watch list tells no ground.

    An entry under the act's number with another day of adoption is of another act: a number that
    was guessed. A day before the adoption is not believed.
    """
    own = AmendingAct(act.adopted, act.number, act.form, act.ngr)
    entry, inferred = UNKNOWN_ENTRY, None
    if (told := _told(act, watchlist)) and (day := _day(told)):
        if told.in_force_ground == "stated":
            entry = EntryIntoForce(day, Ground.WATCHED)
        elif told.in_force_ground == "inferred":
            inferred = InferredDay(day, told.in_force_basis or "")
    return Start(Amendment(Target(), Verb.ADDED, own), entry, inferred=inferred)


def _told(act: ActSummary, watchlist: Watchlist) -> WatchedAct | None:
    if act.adopted is None:
        return None
    adopted = EditionLabel.on(act.adopted)
    return next(
        (one for one in watchlist.acts if one.ngr == act.ngr and one.adopted == adopted), None
    )


def _day(told: WatchedAct) -> date | None:
    day, adopted = told.in_force_from, told.adopted
    possible = day and adopted and adopted.first_day and day >= adopted.first_day
    return day if possible else None

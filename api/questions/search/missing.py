"""Provisions that a query cites and that did not exist on the day asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from api.questions.search.asides import Asides
from api.questions.search.cited import CitedInQuery
from corpus.citations.provisions import CitedProvision
from corpus.search import Query, Results
from corpus.search.queries import OnDay
from corpus.search.results import FoundWording

_MOST_TOLD = 5


@dataclass(frozen=True)
class AbsentThen:
    """A cited provision of which no wording was in force on the day, as far as is known.

    Only wordings whose days are known are named here. `ended`: the last that had ended by then;
    `begins`: the first that came later. With neither, no day of any of its wordings is known.
    `act_is_gone`: its act was repealed by then.
    """

    cited: CitedProvision
    day: date
    ended: FoundWording | None = None
    begins: FoundWording | None = None
    act_is_gone: bool = False

    @property
    def is_certain(self) -> bool:
        """Whether it surely did not exist: nothing followed what had ended, or came before."""
        ended = self.ended is not None and self.ended.after_is_known
        gone = self.act_is_gone or ended
        return gone or (self.begins is not None and self.begins.before_is_known)


def absent_then(
    asides: Asides,
    query: Query,
    results: Results,
    cited: CitedInQuery,
    repeals: Mapping[str, date],
    mark: str | None,
) -> tuple[AbsentThen, ...]:
    """The cited provisions that had no wording on the day asked for; of many the first few.

    Told on the first page only, where they would stand. `repeals` are the days from which acts are
    no longer in force.
    """
    if not isinstance(query.when, OnDay) or query.after is not None or query.offset:
        return ()
    shown = {(hit.ngr, hit.key) for hit in results.hits if hit.pinned}
    if sum(hit.pinned for hit in results.hits) >= query.limit:
        return ()
    sought = {(one.act.ngr, one.key): one for one in cited.provisions}
    missing = {place: one for place, one in sought.items() if place not in shown}
    missing = dict(list(missing.items())[:_MOST_TOLD])
    if not missing:
        return ()
    wanted = query.filters.languages
    held: dict[tuple[str, str], list[FoundWording]] = {place: [] for place in missing}
    for (ngr, language, key), wordings in asides.wordings(missing, query.today, mark).items():
        if not wanted or language in wanted:
            held[ngr, key] += wordings
    day = query.when.day
    return tuple(
        AbsentThen(
            one,
            day,
            _nearest_before(held[place], day),
            _nearest_after(held[place], day),
            act_is_gone=repeals.get(place[0], date.max) <= day,
        )
        for place, one in missing.items()
        if held[place] and not any(wording.holds_on(day) for wording in held[place])
    )


def _nearest_before(wordings: list[FoundWording], day: date) -> FoundWording | None:
    ended = [one for one in _sure(wordings) if one.valid_to is not None and one.valid_to <= day]
    return max(ended, key=lambda one: one.valid_to or day, default=None)


def _nearest_after(wordings: list[FoundWording], day: date) -> FoundWording | None:
    later = [one for one in _sure(wordings) if one.valid_from and one.valid_from > day]
    return min(later, key=lambda one: one.valid_from or day, default=None)


def _sure(wordings: list[FoundWording]) -> list[FoundWording]:
    return [one for one in wordings if not one.doubtful]

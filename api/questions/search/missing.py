"""Provisions that a query cites and that did not exist on the day asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from api.questions.citations.repeal import Repeal
from api.questions.search.asides import Asides
from api.questions.search.cited import CitedInQuery
from corpus.citations.provisions import CitedProvision
from corpus.law import EditionLabel, Language
from corpus.search import Query, Results
from corpus.search.queries import OnDay
from corpus.search.results import FoundWording

Repealed = Callable[[str, date], Repeal | None]
"""The repeal of an act that had come by a day, or whose day is not known."""
_MOST_TOLD = 5


@dataclass(frozen=True)
class AbsentThen:
    """A cited provision of which no wording was in force on the day, as far as is known.

    Only wordings whose days are known are named here. `ended`: the last that had ended by then;
    `begins`: the first that came later. With neither, no day of any of its wordings is known.
    `repeal` is that of its act, if it had come by then or its day is not known; `last` is then the
    newest text of the provision, with its language.
    """

    cited: CitedProvision
    day: date
    ended: FoundWording | None = None
    begins: FoundWording | None = None
    repeal: Repeal | None = None
    last: tuple[Language, FoundWording] | None = None

    @property
    def act_is_gone(self) -> bool:
        """Whether its act was repealed by then."""
        return self.repeal is not None and self.repeal.on is not None

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
    repealed: Repealed,
    mark: str | None,
) -> tuple[AbsentThen, ...]:
    """The cited provisions that had no wording on the day asked for; of many the first few.

    Told on the first page only, where they would stand.
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
    last: dict[tuple[str, str], tuple[Language, FoundWording]] = {}
    for (ngr, language, key), wordings in asides.wordings(missing, query.today, mark).items():
        if not wanted or language in wanted:
            held[ngr, key] += wordings
            texts = [(language, one) for one in wordings]
            texts += [last[ngr, key]] if (ngr, key) in last else []
            last[ngr, key] = max(texts, key=lambda one: _newest(one, cited.language))
    day = query.when.day
    found = (
        AbsentThen(one, day, _nearest_before(held[place], day), _nearest_after(held[place], day))
        for place, one in missing.items()
        if held[place] and not any(wording.holds_on(day) for wording in held[place])
    )
    return tuple(
        _with_repeal(repealed, one, last[one.cited.act.ngr, one.cited.key]) for one in found
    )


def _with_repeal(
    repealed: Repealed, absent: AbsentThen, last: tuple[Language, FoundWording]
) -> AbsentThen:
    repeal = repealed(absent.cited.act.ngr, absent.day)
    return replace(absent, repeal=repeal, last=last) if repeal else absent


def _newest(text: tuple[Language, FoundWording], preferred: Language | None) -> tuple[object, ...]:
    """Sorts texts by the labels of their editions; of one label that of a language stands last."""
    language, wording = text
    return EditionLabel.parse(wording.label).first_day or date.min, language is preferred


def _nearest_before(wordings: list[FoundWording], day: date) -> FoundWording | None:
    ended = [one for one in _sure(wordings) if one.valid_to is not None and one.valid_to <= day]
    return max(ended, key=lambda one: one.valid_to or day, default=None)


def _nearest_after(wordings: list[FoundWording], day: date) -> FoundWording | None:
    later = [one for one in _sure(wordings) if one.valid_from and one.valid_from > day]
    return min(later, key=lambda one: one.valid_from or day, default=None)


def _sure(wordings: list[FoundWording]) -> list[FoundWording]:
    return [one for one in wordings if not one.doubtful]

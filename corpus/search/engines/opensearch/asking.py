"""What is asked of an index as one condition: words or pins, days, filters, what counts more."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.law import Language
from corpus.search.documents import BEYOND, Status
from corpus.search.engines.opensearch.conditions import (
    NOTHING,
    Condition,
    OpenSearchConditions,
    any_of,
    filtered,
    status_condition,
    unscored,
)
from corpus.search.engines.opensearch.pointer import Pointer
from corpus.search.queries import ChangedBetween, Filters, OnDay, Pin
from corpus.search.querying.tree import Node
from corpus.search.scoring import IN_FORCE_BONUS, PIN_SCORE
from corpus.search.snapshots import Asked
from corpus.search.words.analysis import Analyser


def visible(pointer: Pointer) -> Condition:
    """The documents that are to be seen; of all else that an index holds nothing may show."""
    seen: Condition = {"filter": [{"range": {"since": {"lte": pointer.number}}}]}
    if pointer.gone is not None:
        listed = {"index": pointer.index, "id": pointer.gone, "path": "gone"}
        seen["must_not"] = [{"terms": {"id": listed}}]
    return {"bool": seen}


@dataclass(frozen=True)
class Asking:
    """Compiles what is asked of the documents that a pointer shows."""

    analyser: Analyser
    pointer: Pointer

    def compiled(self, asked: Asked, *, scored: bool = True) -> Condition:
        """The condition; without scores where only the set is wanted."""
        pins = [_pin(pin) for pin in dict.fromkeys(asked.pins)]
        alternatives = []
        if asked.root is not None:
            worded = self._worded(asked.root, asked)
            alternatives.append(_with_bonuses(worded, asked) if scored else worded)
        if pins and scored:
            # What is pinned has the score of a pin and no other.
            alternatives = [{"bool": {"must": [a], "must_not": pins}} for a in alternatives]
        alternatives += [unscored(pin, PIN_SCORE - turn) for turn, pin in enumerate(pins)]
        wanted = any_of(alternatives) if alternatives else NOTHING
        return {"bool": {"must": [wanted], "filter": [*_limits(asked), visible(self.pointer)]}}

    def _worded(self, root: Node, asked: Asked) -> Condition:
        """Languages in which the words have the same stems are looked at together."""
        alike: list[tuple[Condition, list[Language]]] = []
        for language in asked.languages:
            conditions = OpenSearchConditions(self.analyser, language, asked.today)
            compiled = conditions.compiled(root)
            for known, languages in alike:
                if known == compiled:
                    languages.append(language)
                    break
            else:
                alike.append((compiled, [language]))
        if len(alike) == 1:
            return alike[0][0]  # the limits see to the languages
        return any_of(
            [
                {"bool": {"must": [compiled], "filter": [_one_of("lang", languages)]}}
                for compiled, languages in alike
            ]
        )


def _with_bonuses(worded: Condition, asked: Asked) -> Condition:
    """The condition, its score raised by what a document is."""
    functions: list[Condition] = [
        {"field_value_factor": {"field": "merit", "missing": 0}},
    ]
    if not isinstance(asked.when, OnDay):
        held = [status_condition(one, asked.today) for one in (Status.IN_FORCE, Status.UNKNOWN)]
        functions.append({"filter": any_of(held), "weight": IN_FORCE_BONUS})
    return {
        "function_score": {
            "query": worded,
            "functions": functions,
            "score_mode": "sum",
            "boost_mode": "sum",
        }
    }


def _pin(pin: Pin) -> Condition:
    named: list[Condition] = [{"term": {"ngr": pin.ngr}}, {"term": {"key": pin.key}}]
    return filtered([*named, _one_of("lang", [pin.language])] if pin.language else named)


def _limits(asked: Asked) -> list[Condition]:
    limits: list[Condition] = []
    match asked.when:
        case OnDay(day):
            limits.append({"range": {"begins": {"lte": day.toordinal()}}})
            limits.append({"range": {"ends": {"gt": day.toordinal()}}})
        case ChangedBetween():
            limits.append({"range": {"begins": {"lt": BEYOND}}})
    if set(asked.languages) < set(Language):
        limits.append(_one_of("lang", asked.languages))
    return limits + _filters(asked.filters, asked.today)


def _filters(filters: Filters, today: int) -> list[Condition]:
    listed = (
        ("ngr", filters.acts),
        ("form", filters.forms),
        ("regimes", filters.regimes),
        ("year", filters.years),
        ("themes", filters.themes),
    )
    limits = [_one_of(name, values) for name, values in listed if values]
    if filters.statuses:
        limits.append(any_of([status_condition(one, today) for one in filters.statuses]))
    return limits


def _one_of(field: str, values: tuple[object, ...] | list[Language]) -> Condition:
    return {"terms": {field: [v if isinstance(v, int) else str(v) for v in values]}}

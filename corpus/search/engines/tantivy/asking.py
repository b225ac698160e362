"""What is asked of an index as one condition: words or pins, days, filters, and bonuses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import tantivy
from tantivy import FieldType, Occur
from tantivy import Query as Condition

from corpus.law import Language
from corpus.search.documents import BEYOND, Status
from corpus.search.engines.tantivy.conditions import (
    TantivyConditions,
    all_of,
    any_of,
    status_condition,
    unscored,
)
from corpus.search.queries import ChangedBetween, Filters, OnDay, Pin
from corpus.search.querying.tree import AllOf, AnyOf, Near, Node, Not, Words
from corpus.search.scoring import IN_FORCE_BONUS, PIN_SCORE
from corpus.search.snapshots import Asked
from corpus.search.words.analysis import Analyser


@dataclass(frozen=True)
class Asking:
    """Compiles what is asked.

    `merits` are all that the index's documents have; `frequency` tells in how many of them a field
    has a word.
    """

    schema: tantivy.Schema
    analyser: Analyser
    merits: Sequence[float]
    frequency: Callable[[str, str], int]

    def compiled(self, asked: Asked, *, scored: bool = True) -> Condition:
        """The condition; without scores where only the set is wanted."""
        alternatives = []
        pins = [self._pin(pin) for pin in dict.fromkeys(asked.pins)]
        if asked.root is not None:
            worded = [(Occur.Must, self._worded(asked.root, asked, scored))]
            worded += [(Occur.MustNot, pin) for pin in pins]
            if scored:
                worded += [(Occur.Should, bonus) for bonus in self._bonuses(asked)]
            alternatives.append(Condition.boolean_query(worded))
        alternatives += [unscored(pin, PIN_SCORE - turn) for turn, pin in enumerate(pins)]
        limits = [unscored(one) for one in self._limits(asked)]
        return all_of([any_of(alternatives), *limits])

    def _worded(self, root: Node, asked: Asked, scored: bool) -> Condition:
        """The words in the forms of each language, for texts of it.

        Languages in which they have the same stems are asked for together.
        """
        words = list(_words_in_any_form(root))
        alike: dict[tuple[str, ...], list[Language]] = {}
        for language in asked.languages:
            alike.setdefault(tuple(self.analyser.stems(words, language)), []).append(language)
        alternatives = []
        for languages in alike.values():
            compiled = TantivyConditions(
                self.schema, self.analyser, languages[0], asked.today, self.frequency, scored
            ).compiled(root)
            if len(alike) == 1:
                return compiled  # the limits see to the languages
            alternatives.append(all_of([compiled, unscored(self._in_languages(languages))]))
        return any_of(alternatives)

    def _in_languages(self, languages: Sequence[Language]) -> Condition:
        return any_of([self._term("lang", str(language)) for language in languages])

    def _pin(self, pin: Pin) -> Condition:
        named = [self._term("ngr", pin.ngr), self._term("key", pin.key)]
        return all_of([*named, self._in_languages([pin.language])] if pin.language else named)

    def _bonuses(self, asked: Asked) -> list[Condition]:
        bonuses = [
            unscored(self._term("merit", str(merit)), merit) for merit in self.merits if merit
        ]
        if not isinstance(asked.when, OnDay):
            held = [
                status_condition(self.schema, status, asked.today)
                for status in (Status.IN_FORCE, Status.UNKNOWN)
            ]
            bonuses.append(unscored(any_of(held), IN_FORCE_BONUS))
        return bonuses

    def _limits(self, asked: Asked) -> list[Condition]:
        limits = []
        match asked.when:
            case OnDay(day):
                limits.append(self._days("from", None, day.toordinal()))
                limits.append(self._days("to", day.toordinal() + 1, None))
            case ChangedBetween():
                limits.append(self._days("from", None, BEYOND - 1))
        if set(asked.languages) < set(Language):
            limits.append(self._in_languages(asked.languages))
        return limits + self._filters(asked.filters, asked.today)

    def _filters(self, filters: Filters, today: int) -> list[Condition]:
        listed = (
            ("ngr", filters.acts),
            ("form", filters.forms),
            ("regime", filters.regimes),
            ("year", tuple(map(str, filters.years))),
            ("theme", filters.themes),
        )
        limits = [
            any_of([self._term(name, one) for one in values]) for name, values in listed if values
        ]
        if filters.statuses:
            wanted = [status_condition(self.schema, one, today) for one in filters.statuses]
            limits.append(any_of(wanted))
        return limits

    def _term(self, field: str, value: str) -> Condition:
        return Condition.term_query(self.schema, field, value, "basic")

    def _days(self, field: str, least: int | None, most: int | None) -> Condition:
        return Condition.range_query(self.schema, field, FieldType.Integer, least, most)


def _words_in_any_form(node: Node) -> Iterator[str]:
    match node:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from _words_in_any_form(part)
        case Not(part):
            yield from _words_in_any_form(part)
        case Words(words):
            yield from words
        case Near(left, right):
            yield from (left, right)

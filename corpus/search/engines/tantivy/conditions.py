"""A query's tree as Tantivy's conditions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import tantivy
from tantivy import FieldType, Occur
from tantivy import Query as Condition

from corpus.law import Language
from corpus.search.documents import BEYOND, Status
from corpus.search.querying.tree import (
    AllOf,
    AnyOf,
    HasStatus,
    Near,
    Node,
    Not,
    Numbered,
    Phrase,
    Prefix,
    Where,
    Words,
)
from corpus.search.scoring import (
    NEAR,
    NEAR_BOOST,
    PART_BOOSTS,
    PREFIX_SCORE,
    SIDE_BY_SIDE_BOOST,
    SYNONYM_BOOST,
    TITLE_BONUS,
    together,
)
from corpus.search.words.analysis import Analyser

_NEARNESS_UP_TO = 10_000
"""Where the rarest of the words stands in more texts, nearness is not looked at: it takes longer
than all else together, and what is side by side still counts more."""


@dataclass(frozen=True)
class TantivyConditions:
    """Turns conditions into Tantivy's queries, for texts of one language.

    `today` is the day, by number, on which statuses are asked for. `frequency` tells in how many
    documents a field has a word. `scored` False: only the set is wanted, and what would only raise
    scores is left out.
    """

    schema: tantivy.Schema
    analyser: Analyser
    language: Language
    today: int
    frequency: Callable[[str, str], int]
    scored: bool = True

    def compiled(self, node: Node) -> Condition:
        """The condition for a node of the tree."""
        match node:
            case Not(part):
                return all_but(self.compiled(part))
            case AnyOf(parts, synonyms):
                alternatives = [self.compiled(part) for part in parts]
                if synonyms:
                    alternatives[1:] = [
                        Condition.boost_query(one, SYNONYM_BOOST) for one in alternatives[1:]
                    ]
                return any_of(alternatives)
            case AllOf(parts):
                wanted = [self._demanded(part) for part in parts]
                if all(isinstance(part, Not) for part in parts):
                    wanted.append((Occur.Must, unscored(Condition.all_query())))
                together = [(Occur.Should, one) for one in self._together(parts)]
                return Condition.boolean_query(wanted + together)
            case HasStatus(status):
                return status_condition(self.schema, status, self.today)
            case Numbered(number, prefix):
                looked_up = self._beginning if prefix else self._term
                return unscored(looked_up("number", number))
            case _:
                return self._in_texts(node)

    def _demanded(self, part: Node) -> tuple[Occur, Condition]:
        if isinstance(part, Not):
            return Occur.MustNot, self.compiled(part.part)
        return Occur.Must, self.compiled(part)

    def _in_texts(self, leaf: Words | Phrase | Prefix | Near) -> Condition:
        match leaf:
            case Words(words, where):
                stems = self._stems(words)
                return self._fields(where, "stems", lambda name: self._in_row(name, stems))
            case Phrase(words, where):
                return self._fields(where, "words", lambda name: self._in_row(name, words))
            case Prefix(start, where):
                return self._fields(
                    where,
                    "words",
                    lambda name: unscored(self._beginning(name, start), PREFIX_SCORE),
                )
            case Near(left, right, within, where):
                pair = self._stems((left, right))
                return self._fields(where, "stems", lambda name: self._near(name, pair, within))

    def _fields(self, where: Where, stream: str, one: Callable[[str], Condition]) -> Condition:
        return any_of(
            [
                Condition.boost_query(one(f"{part}_{stream}"), boost)
                for part, boost in PART_BOOSTS[where]
            ]
        )

    def _stems(self, words: Sequence[str]) -> list[str]:
        return self.analyser.stems(words, self.language)

    def _term(self, field: str, term: str) -> Condition:
        return Condition.term_query(self.schema, field, term, "basic")

    def _in_row(self, field: str, terms: Sequence[str], slop: int = 0) -> Condition:
        if len(terms) == 1:
            return Condition.term_query(self.schema, field, terms[0], "position")
        return Condition.phrase_query(self.schema, field, list(terms), slop)

    def _near(self, field: str, pair: Sequence[str], within: int) -> Condition:
        """Slop counts a turned pair as two places farther, so both orders are asked for.

        For one stem twice it would take one place for both, so each distance is asked for.
        """
        left, right = pair
        if left != right:
            return any_of([self._in_row(field, order, within - 1) for order in (pair, pair[::-1])])
        return any_of(
            [
                Condition.phrase_query(self.schema, field, [(0, left), (distance, right)])
                for distance in range(1, within + 1)
            ]
        )

    def _beginning(self, field: str, start: str) -> Condition:
        # Words and keys hold letters, figures, hyphens and underscores: nothing to escape.
        return Condition.regex_query(self.schema, field, f"{start}.*")

    def _together(self, parts: Sequence[Node]) -> list[Condition]:
        stems = self._stems(together(parts)) if self.scored else []
        if not stems:
            return []
        side_by_side = self._fields(Where.TEXT, "stems", lambda name: self._in_row(name, stems))
        bonuses = [Condition.boost_query(side_by_side, SIDE_BY_SIDE_BOOST)]
        if min(self.frequency("body_stems", stem) for stem in stems) <= _NEARNESS_UP_TO:
            near = self._in_row("body_stems", stems, NEAR)  # a heading is short: all is near in it
            bonuses.append(Condition.boost_query(near, NEAR_BOOST))
        if all(self.frequency("act_stems", stem) for stem in stems):
            in_title = all_of([self._term("act_stems", stem) for stem in stems])
            bonuses.append(unscored(in_title, TITLE_BONUS))
        return bonuses


def status_condition(schema: tantivy.Schema, status: str, today: int) -> Condition:
    """The wordings with a status on a day; see `SearchDocument.status`."""

    def between(field: str, least: int | None, most: int | None) -> Condition:
        return unscored(Condition.range_query(schema, field, FieldType.Integer, least, most))

    begun, over = between("from", None, today), between("to", None, today)
    match status:
        case Status.UNDATED:
            return between("from", BEYOND, None)
        case Status.FUTURE:
            return between("from", today + 1, BEYOND - 1)
        case Status.IN_FORCE | Status.UNKNOWN:
            doubtful = Condition.term_query(schema, "doubtful", status == Status.UNKNOWN, "basic")
            return all_of([begun, between("to", today + 1, None), unscored(doubtful)])
        case Status.SUPERSEDED | Status.REPEALED:
            is_replaced = status == Status.SUPERSEDED
            replaced = Condition.term_query(schema, "replaced", is_replaced, "basic")
            return all_of([begun, over, unscored(replaced)])
    return Condition.empty_query()


def all_of(conditions: Sequence[Condition]) -> Condition:
    """The condition that all of these hold; scores are added."""
    return _joined(conditions, Occur.Must)


def any_of(conditions: Sequence[Condition]) -> Condition:
    """The condition that one of these holds; scores of those that do are added."""
    return _joined(conditions, Occur.Should)


def _joined(conditions: Sequence[Condition], how: Occur) -> Condition:
    if len(conditions) == 1:
        return conditions[0]
    return Condition.boolean_query([(how, condition) for condition in conditions])


def all_but(condition: Condition) -> Condition:
    """Every document for which the condition does not hold."""
    return Condition.boolean_query(
        [(Occur.Must, unscored(Condition.all_query())), (Occur.MustNot, condition)]
    )


def unscored(condition: Condition, score: float = 0.0) -> Condition:
    """The condition with the same score for every text."""
    return Condition.const_score_query(condition, score)

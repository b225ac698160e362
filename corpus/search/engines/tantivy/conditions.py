"""A query's tree as Tantivy's conditions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import tantivy
from tantivy import Occur
from tantivy import Query as Condition

from corpus.law import Language
from corpus.search.words.analysis import Analyser
from corpus.search.ordering import (
    HEADING_BOOST,
    NEAR,
    NEAR_BOOST,
    SIDE_BY_SIDE_BOOST,
    together,
)
from corpus.search.querying.tree import AllOf, AnyOf, Node, Not, Phrase, Prefix, Words


@dataclass(frozen=True)
class TantivyConditions:
    """Turns conditions into Tantivy's queries, for texts of one language."""

    schema: tantivy.Schema
    analyser: Analyser
    language: Language

    def compiled(self, node: Node) -> Condition:
        """The condition for a node of the tree."""
        match node:
            case Words(words):
                stems = self.analyser.stems(words, self.language)
                return self._either_field("stems", lambda field: self._in_row(field, stems))
            case Phrase(words):
                return self._either_field("words", lambda field: self._in_row(field, words))
            case Prefix(start):
                # Words hold letters, figures and hyphens only: nothing to escape.
                return self._either_field(
                    "words",
                    lambda field: unscored(
                        Condition.regex_query(self.schema, field, f"{start}.*"), score=1.0
                    ),
                )
            case AnyOf(parts):
                return Condition.boolean_query([(Occur.Should, self.compiled(p)) for p in parts])
            case Not(part):
                everything = unscored(Condition.all_query())
                return Condition.boolean_query(
                    [(Occur.Must, everything), (Occur.MustNot, self.compiled(part))]
                )
            case AllOf(parts):
                must = [(Occur.Must, self.compiled(part)) for part in parts]
                return Condition.boolean_query(
                    must + [(Occur.Should, near) for near in self._near(parts)]
                )

    def _either_field(self, stream: str, condition: Callable[[str], Condition]) -> Condition:
        in_heading = Condition.boost_query(condition(f"heading_{stream}"), HEADING_BOOST)
        in_body = condition(f"body_{stream}")
        return Condition.boolean_query([(Occur.Should, in_heading), (Occur.Should, in_body)])

    def _in_row(self, field: str, terms: Sequence[str], slop: int = 0) -> Condition:
        if len(terms) == 1:
            return Condition.term_query(self.schema, field, terms[0], "position")
        return Condition.phrase_query(self.schema, field, list(terms), slop)

    def _near(self, parts: Sequence[Node]) -> list[Condition]:
        stems = self.analyser.stems(together(parts), self.language)
        if not stems:
            return []
        side_by_side = self._either_field("stems", lambda field: self._in_row(field, stems))
        near = self._in_row("body_stems", stems, NEAR)  # a heading is short: all is near in it
        return [
            Condition.boost_query(side_by_side, SIDE_BY_SIDE_BOOST),
            Condition.boost_query(near, NEAR_BOOST),
        ]


def all_of(conditions: Iterable[Condition]) -> Condition:
    """The condition that all of these hold; scores are added."""
    return Condition.boolean_query([(Occur.Must, condition) for condition in conditions])


def unscored(condition: Condition, score: float = 0.0) -> Condition:
    """The condition with the same score for every text."""
    return Condition.const_score_query(condition, score)

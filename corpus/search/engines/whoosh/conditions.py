"""A query's tree as Whoosh's conditions: And, Or, Not and AndMaybe, which it gets right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from whoosh import query

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
class WhooshConditions:
    """Turns conditions into Whoosh's queries, for texts of one language."""

    analyser: Analyser
    language: Language

    def compiled(self, node: Node) -> query.Query:
        """The condition for a node of the tree."""
        match node:
            case Words(words):
                stems = self.analyser.stems(words, self.language)
                return self._either_field("stems", lambda name: _in_row(name, stems))
            case Phrase(words):
                return self._either_field("words", lambda name: _in_row(name, words))
            case Prefix(start):
                return self._either_field("words", lambda name: query.Prefix(name, start))
            case AnyOf(parts):
                return query.Or([self.compiled(part) for part in parts])
            case Not(part):
                return query.Not(self.compiled(part))
            case AllOf(parts):
                wanted = query.And([self.compiled(part) for part in parts])
                near = self._near(parts)
                return query.AndMaybe(wanted, query.Or(near)) if near else wanted

    def _either_field(self, stream: str, condition: Callable[[str], query.Query]) -> query.Query:
        in_heading = condition(f"heading_{stream}").with_boost(HEADING_BOOST)
        return query.Or([in_heading, condition(f"body_{stream}")])

    def _near(self, parts: Sequence[Node]) -> list[query.Query]:
        stems = self.analyser.stems(together(parts), self.language)
        if not stems:
            return []
        return [
            query.Phrase("heading_stems", stems, boost=SIDE_BY_SIDE_BOOST * HEADING_BOOST),
            query.Phrase("body_stems", stems, boost=SIDE_BY_SIDE_BOOST),
            # A heading is short: all is near in it.
            query.Phrase("body_stems", stems, slop=NEAR + 1, boost=NEAR_BOOST),
        ]


def _in_row(name: str, terms: Sequence[str]) -> query.Query:
    if len(terms) == 1:
        return query.Term(name, terms[0])
    return query.Phrase(name, list(terms))

"""A query's tree as the cluster's conditions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

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
    HEADING_BOOST,
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

Condition = dict[str, Any]
"""A query in the cluster's own words."""

NOTHING: Condition = {"match_none": {}}

_MOST_TOGETHER = 20
"""Of more words than that it is not looked at whether they stand together: servers refuse
conditions of more than 1,024 terms unless told otherwise."""


@dataclass(frozen=True)
class OpenSearchConditions:
    """Turns conditions into the cluster's, for texts of one language.

    `today` is the day, by number, on which statuses are asked for.
    """

    analyser: Analyser
    language: Language
    today: int

    def compiled(self, node: Node) -> Condition:  # noqa: C901, PLR0911 - a case a node
        """The condition for a node of the tree."""
        match node:
            case Words(words, where):
                stems = self._stems(words)
                return _fields(where, "stems", lambda name, boost: _in_row(name, stems, boost))
            case Phrase(words, where):
                return _fields(where, "words", lambda name, boost: _in_row(name, words, boost))
            case Prefix(start, where):
                return _fields(where, "words", lambda name, boost: _beginning(name, start, boost))
            case Near(left, right, within, where):
                first, second = self._stems((left, right))
                return _fields(
                    where, "stems", lambda name, boost: _near(name, first, second, within, boost)
                )
            case Numbered(number, True):
                return unscored({"prefix": {"numbers": number}})
            case Numbered(number):
                return unscored({"term": {"numbers": number}})
            case HasStatus(status):
                return unscored(status_condition(status, self.today))
            case Not(part):
                return {"bool": {"must_not": [self.compiled(part)]}}
            case AnyOf(parts, synonyms):
                first_part, *others = [self.compiled(part) for part in parts]
                if synonyms:
                    others = [{"bool": {"must": [o], "boost": SYNONYM_BOOST}} for o in others]
                return any_of([first_part, *others])
            case AllOf(parts):
                wanted: Condition = {"must": [self.compiled(part) for part in parts]}
                if side_by_side := self._together(parts):
                    wanted["should"] = side_by_side
                return {"bool": wanted}

    def _stems(self, words: Sequence[str]) -> list[str]:
        return self.analyser.stems(words, self.language)

    def _together(self, parts: Sequence[Node]) -> list[Condition]:
        stems = self._stems(together(parts))
        if not stems or len(stems) > _MOST_TOGETHER:
            return []
        return [
            _in_row("heading_stems", stems, HEADING_BOOST * SIDE_BY_SIDE_BOOST),
            _in_row("body_stems", stems, SIDE_BY_SIDE_BOOST),
            # A heading is short: all is near in it.
            _in_row("body_stems", stems, NEAR_BOOST, slop=NEAR),
            unscored(filtered([{"term": {"act_stems": stem}} for stem in stems]), TITLE_BONUS),
        ]


def _fields(where: Where, stream: str, one: Callable[[str, float], Condition]) -> Condition:
    return any_of([one(f"{part}_{stream}", boost) for part, boost in PART_BOOSTS[where]])


def _in_row(field: str, terms: Sequence[str], boost: float, slop: int = 0) -> Condition:
    if len(terms) == 1:
        return {"term": {field: {"value": terms[0], "boost": boost}}}
    # Split at spaces again by the field's analyser: words hold none.
    row = {"query": " ".join(terms), "slop": slop, "boost": boost}
    return {"match_phrase": {field: row}}


def _near(field: str, left: str, right: str, within: int, boost: float) -> Condition:
    spans = {
        "clauses": [{"span_term": {field: left}}, {"span_term": {field: right}}],
        "slop": within - 1,
        # Out of order, one place would do for two words that are the same.
        "in_order": left == right,
        "boost": boost,
    }
    return {"span_near": spans}


def _beginning(field: str, start: str, boost: float) -> Condition:
    return {"prefix": {field: {"value": start, "boost": boost * PREFIX_SCORE}}}


def status_condition(status: str, today: int) -> Condition:
    """The wordings with a status on a day; see `SearchDocument.status`."""
    begun, over = {"range": {"begins": {"lte": today}}}, {"range": {"ends": {"lte": today}}}
    match status:
        case Status.UNDATED:
            return {"range": {"begins": {"gte": BEYOND}}}
        case Status.FUTURE:
            return {"range": {"begins": {"gt": today, "lt": BEYOND}}}
        case Status.IN_FORCE | Status.UNKNOWN:
            doubtful = {"term": {"doubtful": status == Status.UNKNOWN}}
            return filtered([begun, {"range": {"ends": {"gt": today}}}, doubtful])
        case Status.SUPERSEDED | Status.REPEALED:
            replaced = {"term": {"replaced": status == Status.SUPERSEDED}}
            return filtered([begun, over, replaced])
    return NOTHING


def any_of(conditions: Sequence[Condition]) -> Condition:
    """The condition that one of these holds; scores of those that do are added."""
    if len(conditions) == 1:
        return conditions[0]
    return {"bool": {"should": list(conditions), "minimum_should_match": 1}}


def filtered(conditions: Sequence[Condition]) -> Condition:
    """The condition that all of these hold; none adds to the score."""
    return {"bool": {"filter": list(conditions)}}


def unscored(condition: Condition, score: float = 0.0) -> Condition:
    """The condition with the same score for every text."""
    return {"constant_score": {"filter": condition, "boost": score}}

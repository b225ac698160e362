"""The query language: text that a person types -> a tree of conditions, never an error.

    выборы акима          both words, in any form
    "порядок выборов"     these words as written, side by side, in this order («» and “” too)
    ~"порядок выборов"    the same in any form
    -отставка             without this word; before a phrase, brackets or a field too
    аким OR маслихат      one of them
    (a OR b) c            brackets
    сайлау*               words that begin so (two letters at least)
    аким ~5 выборы        both, five places apart at most, in either order
    113-3-баптың          a chunk of several words: side by side, in any form
    act: article: note: heading: status:    what follows is looked for there (see `fields`)

From the loosest: OR, AND (needs no sign), NOT, nearness, fields. What makes no sense is left out
and told. docs/searching.md tells it to lawyers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from corpus.search.querying.fields import Field, field_at, mistaken_field
from corpus.search.querying.ignored import Ignored, Reason
from corpus.search.querying.nearness import FARTHEST, near
from corpus.search.querying.parts import Parts
from corpus.search.querying.signs import QUOTES, Operator, Signs, without_unseen
from corpus.search.querying.tree import AllOf, AnyOf, Near, Node, Not

LONGEST_QUERY = 2_000
MOST_PARTS = 50
MOST_MISTAKES = 100
MOST_PAIRS = 20
"""A word near itself counts for as many pairs as the distance: engines try each."""
DEEPEST = 20
_MINUSES = re.compile("-+")


@dataclass(frozen=True)
class ParsedQuery:
    """The condition (None: nothing is asked for) and what was left out."""

    root: Node | None
    ignored: tuple[Ignored, ...] = ()


def parse_query(text: str, words_of: Callable[[str], list[str]]) -> ParsedQuery:
    """Read a query; `words_of` gives the words of a text in normal form."""
    return _Reader(text, words_of).read()


class _Reader:
    """Reads one query by recursive descent."""

    def __init__(self, text: str, words_of: Callable[[str], list[str]]) -> None:
        read = _cut(text)
        seen = without_unseen(read)
        self._signs = Signs(seen)
        self._parts = Parts(words_of)
        self._field: Field | None = None
        self._count = self._pairs = self._depth = self._mistakes = 0
        self._stopped = self._open = False
        if len(read) < len(text):
            self._ignore(Reason.TOO_LONG, limit=LONGEST_QUERY)
        if seen != read:
            self._ignore(Reason.UNSEEN)

    def read(self) -> ParsedQuery:
        alternatives = []
        while True:
            node = self._any_of()
            if node is not None:
                alternatives.append(node)
            if not self._signs.sign:
                break
            if not self._signs.ends_a_number:  # only a closing bracket ends `_any_of` early
                self._ignore(Reason.CLOSING_BRACKET)
            self._signs.at += 1
        if not alternatives and not self._parts.ignored:
            self._ignore(Reason.EMPTY)
        return ParsedQuery(_joined(AllOf, alternatives), tuple(self._parts.ignored))

    def _ignore(self, reason: Reason, fragment: str = "", limit: int | None = None) -> None:
        if self._stopped and reason in _CUT_OFF:
            return
        self._parts.ignored.add(reason, fragment, limit)
        self._count_mistake()

    def _count_mistake(self) -> None:
        self._mistakes += 1
        if self._mistakes == MOST_MISTAKES:
            self._stop(Reason.TOO_MANY_MISTAKES, MOST_MISTAKES)

    def _stop(self, reason: Reason, limit: int) -> None:
        """Leave the rest unread."""
        self._parts.ignored.add(reason, limit=limit)
        self._signs.skip_all()
        self._stopped = True

    def _any_of(self) -> Node | None:
        alternatives = []
        operator = ""  # the one before
        while True:
            node = self._all_of()
            if node is not None:
                alternatives.append(node)
            following = self._signs.chunk if self._signs.operator is Operator.OR else ""
            if node is None and (following or operator):
                self._ignore(Reason.LONE_OPERATOR, following or operator)
            if not following:
                return _joined(AnyOf, alternatives)
            self._signs.at += len(following)
            operator = following

    def _all_of(self) -> Node | None:
        conditions: list[Node] = []
        operator = ""  # AND, and nothing after it yet
        while not self._ends():
            if self._signs.operator is Operator.AND:
                lone, operator = operator or not conditions, self._signs.chunk
                if lone:
                    self._ignore(Reason.LONE_OPERATOR, operator)
                self._signs.at += len(operator)
            elif (node := self._condition()) is not None:
                conditions.append(node)
                operator = ""
        if operator:
            self._ignore(Reason.LONE_OPERATOR, operator)
        return _joined(AllOf, conditions)

    def _ends(self) -> bool:
        """Whether no further condition of these follows."""
        signs = self._signs
        return not signs.skip_space() or signs.sign == ")" or signs.operator is Operator.OR

    def _condition(self) -> Node | None:
        """The next condition; None when it made no sense and was left out."""
        minuses = _MINUSES.match(self._signs.chunk)
        if not minuses and self._signs.operator is not Operator.NOT:
            return self._chain()
        operator = minuses.group() if minuses else self._signs.chunk
        self._signs.at += len(operator)
        if (minuses and not self._signs.sign.strip()) or self._ends():
            self._ignore(Reason.LONE_OPERATOR, operator)
            return None
        node = self._deeper(self._condition)
        return None if node is None else Not(node)

    def _chain(self) -> Node | None:
        """Operands with distances between them, or one operand."""
        operands, distances = [self._operand()], []
        while self._signs.skip_space() and (distance := self._distance()) is not None:
            if self._ends() or self._signs.chunk.startswith("-") or self._signs.operator:
                self._ignore(Reason.LONE_OPERATOR, f"~{distance}")
                break
            operands.append(self._operand())
            distances.append(distance)
        conditions: list[Node] = []
        paired = False
        for left, right, distance in zip(operands, operands[1:], distances, strict=False):
            pair = self._near(left, right, distance)
            if not paired and pair is None and left is not None:
                conditions.append(left)
            paired = pair is not None
            if pair is not None:
                conditions.append(pair)
        if not paired and operands[-1] is not None:
            conditions.append(operands[-1])
        return _joined(AllOf, conditions)

    def _distance(self) -> int | None:
        if (distance := self._signs.near()) is None:
            return None
        if not 1 <= distance <= FARTHEST:
            self._ignore(Reason.DISTANCE, f"~{distance}", FARTHEST)
        return min(max(distance, 1), FARTHEST)

    def _near(self, left: Node | None, right: Node | None, distance: int) -> Node | None:
        pairs = near(left, right, distance) if left is not None and right is not None else ()
        self._pairs += sum(one.within if one.left == one.right else 1 for one in pairs)
        if not pairs:
            self._ignore(Reason.NOT_NEAR, f"~{distance}")
        elif self._pairs > MOST_PAIRS:
            self._ignore(Reason.TOO_MANY_PAIRS, f"~{distance}", MOST_PAIRS)
            return None
        return _joined(AnyOf, list(pairs))

    def _operand(self) -> Node | None:
        sign = self._signs.sign
        if sign == "(":
            return self._brackets()
        if sign == "~":
            return self._after_tilde()
        if sign in QUOTES:
            return self._phrase(self._parts.phrase)
        if found := field_at(self._signs.chunk):
            return self._in_field(*found)
        return self._word()

    def _word(self) -> Node | None:
        chunk = self._signs.chunk
        if mistaken := mistaken_field(chunk, self._signs.after(chunk)):
            self._parts.ignored.add(Reason.UNKNOWN_FIELD, mistaken[0], instead=mistaken[1])
            self._count_mistake()
        if self._signs.operator_in_capitals:
            self._ignore(Reason.ALL_CAPITALS, chunk)
        lone = self._signs.operator is not None
        self._signs.at += len(chunk) or 1
        if lone or not chunk:
            self._ignore(Reason.LONE_OPERATOR if lone else Reason.CLOSING_QUOTE, chunk)
            return None
        return self._part(chunk, self._parts.word)

    def _after_tilde(self) -> Node | None:
        if (distance := self._signs.near()) is not None:
            self._ignore(Reason.LONE_OPERATOR, f"~{distance}")
            return None
        self._signs.at += 1
        if self._signs.sign and self._signs.sign in QUOTES:
            return self._phrase(self._parts.row)
        self._ignore(Reason.NO_DISTANCE, "~")
        return None

    def _in_field(self, field: Field, length: int) -> Node | None:
        name = self._signs.chunk[:length]
        self._signs.at += length
        if self._ends():
            self._ignore(Reason.LONE_FIELD, name)
            return None
        outer, self._field = self._field, field
        node = self._deeper(self._one_after_field)
        self._field = outer
        return node

    def _one_after_field(self) -> Node | None:
        """What a field is for: one operand, which may be negated."""
        negated = self._signs.chunk.startswith("-") or self._signs.operator is Operator.NOT
        return self._condition() if negated else self._operand()

    def _brackets(self) -> Node | None:
        self._signs.at += 1
        told = len(self._parts.ignored)
        node = self._deeper(self._any_of)
        if node is None and len(self._parts.ignored) == told:
            self._ignore(Reason.EMPTY_BRACKETS)
        if self._signs.sign == ")":
            self._signs.at += 1
        elif self._depth < DEEPEST:
            self._ignore(Reason.OPEN_BRACKET)
        return node

    def _deeper(self, read: Callable[[], Node | None]) -> Node | None:
        if self._depth >= DEEPEST:
            self._ignore(Reason.TOO_DEEP, limit=DEEPEST)
            return None
        self._depth += 1
        node = read()
        self._depth -= 1
        return node

    def _phrase(self, make: Callable[[str, Field | None], Node | None]) -> Node | None:
        phrase = self._signs.quoted()
        if phrase is None:
            if self._open:  # each sign in it would be told again
                self._count_mistake()
            else:
                self._ignore(Reason.OPEN_QUOTE, self._signs.rest)
            self._open = True
            self._signs.at += 1
            return None
        return self._part(phrase, make)

    def _part(self, text: str, make: Callable[[str, Field | None], Node | None]) -> Node | None:
        self._count += 1
        if self._count > MOST_PARTS:
            self._stop(Reason.TOO_MANY_PARTS, MOST_PARTS)
            return None
        return make(text, self._field)


# What is only so because the rest of the query is not read.
_CUT_OFF = {
    *(Reason.OPEN_BRACKET, Reason.EMPTY_BRACKETS),
    *(Reason.LONE_OPERATOR, Reason.LONE_FIELD, Reason.NOT_NEAR),
}


def _cut(text: str) -> str:
    """The beginning of a query that is too long, up to the end of a word."""
    if len(text) <= LONGEST_QUERY:
        return text
    end = max(text.rfind(" ", 0, LONGEST_QUERY + 1), 0)
    return text[: end or LONGEST_QUERY]


def _joined(kind: type[AllOf] | type[AnyOf], parts: list[Node] | list[Near]) -> Node | None:
    """One condition of many, doubles left out: none for none, itself for one."""
    distinct = tuple(dict.fromkeys(parts))
    if len(distinct) > 1:
        return kind(distinct)
    return distinct[0] if distinct else None

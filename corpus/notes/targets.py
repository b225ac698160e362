"""Places that notes speak of: «пункт 2 статьи 5», «20-2-баппен», «заголовок главы 3», "Article 7".

A *place* is a path of units. Russian and English name the unit before its numbers («статьями 5-1 и
5-2») or behind an ordinal, Kazakh behind them («1, 2 және 3-тармақтар»); units that stand side by
side are one path, whichever comes first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus.keys import arabic
from corpus.notes.grammar import Read, Rule, choice, made, many, maybe, one, seq, the
from corpus.notes.tokens import Token, Tokens

ARTICLE, POINT, SUBPOINT = "art", "p", "sp"
DIVISIONS = ("app", "sec", "subsec", "ch", "par")
NUMBERED = (*DIVISIONS, ARTICLE, POINT, SUBPOINT)
"""Units that keys are made of, from the largest to the smallest."""
DETAILS = ("part", "ind", "sentence", "row", "corner", "words")
"""Units inside them that have no key of their own: their numbers are an order."""
PREAMBLE, HEADING, TEXT = "preamble", "heading", "text"
_RANKS = {kind: rank for rank, kind in enumerate((*NUMBERED, *DETAILS))}
_ROMAN = frozenset("IVXLІХ")
_INSTRUMENTAL = ("мен", "бен", "пен")


@dataclass(frozen=True)
class Unit:
    """One unit of a path: its kind and number, `""` where none is told («статья исключена»)."""

    kind: str
    number: str = ""


@dataclass(frozen=True)
class Named:
    """Places that a phrase names, each a path from the outside in; the phrase and its tokens.

    `with_it` tells Kazakh «20-2-баппен»: what was added, not what it was added to.
    """

    paths: tuple[tuple[Unit, ...], ...]
    start: int
    end: int
    words: str
    with_it: bool = False

    def has(self, *kinds: str) -> bool:
        """Whether any of the units is of these kinds."""
        return any(unit.kind in kinds for path in self.paths for unit in path)


def _roman(tokens: Tokens, at: int) -> Read[str]:
    token = tokens[at]
    letters = token.value.upper()
    if token.tag in {"word", "and"} and letters and not set(letters) - _ROMAN:
        return at + 1, arabic(letters)
    return None


_marker = maybe(one("marker"))
_suffix = maybe(seq(the("sign", "-"), one("suffix")))
_figure = made(seq(one("figure"), _suffix, _marker), lambda read: arabic(read[0].value))
_numeral: Rule[str] = choice(_figure, _roman)
_joint = choice(one("and"), made(seq(the("sign", ","), maybe(one("and"))), lambda read: read[0]))


def _no_unit_behind(tokens: Tokens, at: int) -> Read[str]:
    """A number that is not the Kazakh unit's behind it, and no day's or article's beginning."""
    read = _numeral(tokens, at)
    if read is None:
        return None
    following = tokens[read[0]]
    is_kazakh = following.value == "-" and tokens[read[0] + 1].tag == "unit"
    is_day = following.tag in {"month", "year"}
    return None if is_kazakh or is_day else read


_more = many(made(seq(_joint, _no_unit_behind), lambda read: read[1]))
_range = maybe(made(seq(the("sign", "-", "–", "—"), _no_unit_behind), lambda read: read[1]))
_dots = many(the("sign", "."), most=2)
_named_unit = made(seq(one("unit"), _dots), lambda read: read[0])


def _unit(tokens: Tokens, at: int) -> Read[Token]:
    """A unit's name; doubled in «ст.ст. 5, 6» and «п.п. 3), 4)»."""
    read = _named_unit(tokens, at)
    if read and (again := _named_unit(tokens, read[0])) and again[1].value == read[1].value:
        return again
    return read


_Units = tuple[str, list[str], bool]


def _after(read: tuple[Token, str, str | None, list[str]]) -> _Units:
    unit, first, last, more = read
    return unit.value, [*_run(first, last), *more], False


def _run(first: str, last: str | None) -> list[str]:
    """The numbers from one to another; only the ends where what lies between is not sure."""
    if last is None:
        return [first]
    if first.isdigit() and last.isdigit() and 0 < int(last) - int(first) <= _LONGEST_RUN:
        return [str(number) for number in range(int(first), int(last) + 1)]
    return [first, last]


_LONGEST_RUN = 60

unit_and_numbers: Rule[_Units] = made(
    seq(_unit, _no_unit_behind, _range, _more),
    _after,
)
"""«статьями 5-1 и 5-2», «подпункты 3), 5)», "Section VI"."""
unit_and_ordinal: Rule[_Units] = made(
    seq(_unit, choice(one("ordinal"), one("count")), many(seq(_joint, one("ordinal")))),
    lambda read: (
        read[0].value, [read[1].value, *(more.value for _, more in read[2])], False
    ),
)  # fmt: skip
"""«часть вторая», "part two"."""
ordinal_and_unit: Rule[_Units] = made(
    seq(one("ordinal"), many(seq(_joint, one("ordinal"))), one("unit")),
    lambda read: (read[2].value, [read[0].value, *(more.value for _, more in read[1])], False),
)
"""«вторая часть», «екінші бөлігі»."""
_kazakh_items = seq(_numeral, many(made(seq(_joint, _numeral), lambda read: read[1])))
numbers_and_unit: Rule[_Units] = made(
    seq(_kazakh_items, maybe(the("sign", "-", "–")), one("unit")),
    lambda read: (
        read[2].value, [read[0][0], *read[0][1]], False
    ),
)  # fmt: skip
"""«1, 2 және 3-тармақтар», «14-1) тармақша»."""
lone_marker: Rule[_Units] = made(
    seq(one("figure"), one("marker")), lambda read: (SUBPOINT, [arabic(read[0].value)], False)
)
"""«14) исключен»."""
lone_point: Rule[_Units] = made(
    seq(one("figure"), choice(one("stop"), the("sign", "."))),
    lambda read: (POINT, [arabic(read[0].value)], False),
)
"""«3. Исключен», as a point's number is printed: only where a statement begins."""
bare_unit: Rule[_Units] = made(_unit, lambda unit: (unit.value, [""], False))
"""«статья исключена»."""
heading: Rule[_Units] = made(one("heading"), lambda _: (HEADING, [""], False))

_RULES = (
    unit_and_numbers, unit_and_ordinal, ordinal_and_unit, numbers_and_unit, lone_marker, heading,
    bare_unit,
)  # fmt: skip
_STARTS = frozenset({"unit", "figure", "ordinal", "heading", "word"})
_BETWEEN = frozenset({"in", "of"})
"""«в статье 5 пункт 2», "point 2 of Article 5"."""


def place_at(tokens: Tokens, at: int, text: str) -> Named | None:
    """The places that a phrase beginning here names, if one does."""
    if tokens[at].tag not in _STARTS:
        return None
    groups: list[_Units] = []
    end = at
    place = at
    if at == 0 and (read := lone_point(tokens, at)):
        words = text[tokens[0].start : tokens[0].end]
        return Named(((Unit(POINT, words),),), at, read[0], words)
    while len(groups) < len(_RANKS) and (read := _units_at(tokens, place)):
        kind, numbers, _ = read[1]
        if any(kind == other for other, _, _ in groups):
            break
        groups.append((kind, numbers, False))
        end = place = read[0]
        while tokens[place].tag in _BETWEEN or tokens[place].value == "the":
            place += 1
    if not groups:
        return None
    last = tokens[end - 1]
    ending = text[last.start : last.end].lower()
    with_it = last.tag in {"unit", "heading"} and ending.endswith(_INSTRUMENTAL)
    words = " ".join(text[tokens[at].start : last.end].split())
    return Named(tuple(_paths(groups)), at, end, words, with_it)


def _units_at(tokens: Tokens, at: int) -> Read[_Units]:
    if tokens[at].tag == "word" and not _roman(tokens, at):
        return None
    for rule in _RULES:
        if read := rule(tokens, at):
            return read
    return None


def _paths(groups: list[_Units]) -> Iterator[tuple[Unit, ...]]:
    """Every combination of the numbers, the larger units first, a heading last."""
    in_order = sorted(groups, key=lambda group: _RANKS.get(group[0], len(_RANKS)))
    paths: list[tuple[Unit, ...]] = [()]
    for kind, numbers, _ in in_order:
        paths = [(*path, Unit(kind, number)) for path in paths for number in numbers]
    yield from paths


def joined_paths(outer: Named, inner: Named) -> Named:
    """What was added inside a place: «статья 44 дополнена пунктом 5-1»."""
    paths = tuple(_merged(around, added) for around in outer.paths for added in inner.paths)
    return replace(inner, paths=paths, start=outer.start)


def _merged(around: tuple[Unit, ...], added: tuple[Unit, ...]) -> tuple[Unit, ...]:
    first = min((_RANKS.get(unit.kind, len(_RANKS)) for unit in added), default=0)
    return (*(u for u in around if _RANKS.get(u.kind, len(_RANKS)) < first), *added)

"""Keys: what an article, division or block is called from edition to edition.

Kazakh drafting never re-uses or shifts numbers (Law on Legal Acts, articles 26(7) and 27(6)), so
a key is the path of numbers: `art_20-1`, `ch_13-1`, `app_1__p_13`, `preamble`; inside an article
`p_2__sp_3-1`. The prefixes follow the Akoma Ntoso naming convention where it has a word for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.law import Edition, HoldingKind

SEPARATOR = "__"

_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_CYRILLIC_ROMAN = str.maketrans("ІХСіхс", "IXCIXC")
_HYPHENS = re.compile("[\u2010-\u2014\u2212]")
_RAISED = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# What stands before what inside one branch of an act.
_RANKS = {"preamble": 0, "text": 0, "app": 2}
_NUMBERED_RANK = 1

KeyOrder = tuple[tuple[int, tuple[int, ...], str], ...]


def joined(*parts: str) -> str:
    """The key of a path; empty parts are left out."""
    return SEPARATOR.join(part for part in parts if part)


def arabic(number: str) -> str:
    """A unit's number in Arabic figures and plain hyphens.

    `XIII` and `ХІІІ` (Cyrillic) become `13`; `20‑1` (with another hyphen) and `20¹` become `20-1`.
    """
    number = _HYPHENS.sub("-", number)
    if raised := _RAISED.search(number):
        figures = raised.group().translate(_LOWERED)
        return f"{number[: raised.start()]}-{figures}{number[raised.end() :]}"
    letters = number.translate(_CYRILLIC_ROMAN).upper()
    if not letters or any(letter not in _ROMAN_VALUES for letter in letters):
        return number
    values = [_ROMAN_VALUES[letter] for letter in letters]
    total = sum(
        -value if value < following else value
        for value, following in zip(values, [*values[1:], 0], strict=True)
    )
    return str(total)


def number_order(number: str) -> tuple[int, ...]:
    """A sortable form of a number: `20-1` comes after `20` and before `21`."""
    return tuple(int(figure) for figure in re.findall(r"\d+", number))


def follows(number: str, previous: str) -> bool:
    """Whether a number is the next after another: `6`, `5-1` or `5-2` after `5`, `5`, `5-1`."""
    before, own = number_order(previous), number_order(number)
    if not before or not own:
        return False
    nexts = {(before[0] + 1,), (*before, 1), (*before[:-1], before[-1] + 1)}
    return own in nexts


def key_order(key: str) -> KeyOrder:
    """A sortable form of a key: preamble, then numbered units, then appendices."""
    order = []
    for part in key.split(SEPARATOR):
        prefix, _, number = part.partition("_")
        order.append((_RANKS.get(prefix, _NUMBERED_RANK), number_order(number), number))
    return tuple(order)


def covers(
    edition: Edition, key: str, divisions: Sequence[str] = (), order: Sequence[str] = ()
) -> bool:
    """Whether an edition holds the place of a key, so that its absence there means something.

    For a key that the edition lacks another edition tells its place: `divisions` are those it
    stands in there, `order` are that edition's keys in the act's order. A copy of the beginning
    holds the place if it has anything that follows it; its own last article may be cut and is
    not covered.
    """
    holding = edition.holding
    if holding.kind is HoldingKind.WHOLE:
        return True
    own = edition.by_key.get(key)
    if holding.kind is HoldingKind.PARTS:
        around = {key, *divisions, *(own.divisions if own else ())}
        return any(part in around or key.startswith(part + SEPARATOR) for part in holding.keys)
    if own is not None:
        return key != edition.articles[-1].key
    if any(division.key == key for division in edition.divisions):
        return True
    if key not in order:
        return False
    following = order[order.index(key) + 1 :]
    return any(later in edition.by_key for later in following)

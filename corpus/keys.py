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
# What stands before what inside one branch of an act.
_RANKS = {"preamble": 0, "text": 0, "app": 2}
_NUMBERED_RANK = 1

KeyOrder = tuple[tuple[int, tuple[int, ...], str], ...]


def joined(*parts: str) -> str:
    """The key of a path; empty parts are left out."""
    return SEPARATOR.join(part for part in parts if part)


def arabic(number: str) -> str:
    """A unit's number in Arabic figures: `XIII` and `ХІІІ` (Cyrillic) become `13`.

    What is no Roman number is given back as it is.
    """
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


def key_order(key: str) -> KeyOrder:
    """A sortable form of a key: preamble, then numbered units, then appendices."""
    order = []
    for part in key.split(SEPARATOR):
        prefix, _, number = part.partition("_")
        order.append((_RANKS.get(prefix, _NUMBERED_RANK), number_order(number), number))
    return tuple(order)


def covers(edition: Edition, key: str, divisions: Sequence[str] = ()) -> bool:
    """Whether an edition holds the place of a key, so that its absence there means something.

    `divisions` are the divisions the article stands in, as another edition of the act tells;
    an edition that holds only a chapter covers an article of that chapter even if the article
    is not there. The last article of a beginning may be cut and is not covered.
    """
    holding = edition.holding
    if holding.kind is HoldingKind.WHOLE:
        return True
    own = edition.by_key.get(key)
    around = {key, *divisions, *(own.divisions if own else ())}
    if holding.kind is HoldingKind.PARTS:
        return any(part in around or key.startswith(part + SEPARATOR) for part in holding.keys)
    if not edition.articles:
        return False
    return key_order(key) < key_order(edition.articles[-1].key)

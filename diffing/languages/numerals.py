"""How words of number make a number, in any language that says the greater before the smaller."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from diffing.languages.readings import Measure
from diffing.languages.tokens import Token

HUNDREDS, TENS, UNITS = 3, 2, 1
ABLATIVE = "ablative"
"""The case of «үштен»: the whole of a fraction, or the first of two numbers."""
_OPEN = 4
_TEN, _THOUSAND = 10, 1000


@dataclass(frozen=True)
class NumberWord:
    """A word that is a number or a part of one.

    `fills` is the place it takes (hundreds, tens, units); what follows must stand below `leaves`:
    nothing fits behind «пятнадцать», units fit behind «двадцать». `scale` words («тысяча», «мың»,
    «жүз») multiply what stands before. A word with a `case` ending, or an ordinal, is the last of
    its number.
    """

    value: int
    fills: int = UNITS
    leaves: int = UNITS
    scale: bool = False
    last: bool = False
    ordinal: bool = False
    case: str = ""
    certain: bool = True


@dataclass(frozen=True)
class Numeral:
    """A number in a text: the tokens from `first` up to, not including, `end`.

    `measure` is set where the word itself says what it counts («трехдневный»). One that is not
    `certain` («оба», «жарты») is surely a number only before the name of a measure.
    """

    value: Fraction
    first: int
    end: int
    ordinal: bool = False
    case: str = ""
    in_figures: bool = False
    certain: bool = True
    measure: Measure | None = None
    clock: str = ""
    """The time of day, `18:30`, where the figures may be one."""


def composed(
    tokens: Sequence[Token], first: int, word_of: Callable[[str, bool], NumberWord | None]
) -> Numeral | None:
    """The longest number that the words from `first` on make; None if none begins there.

    `word_of` is told whether the word begins the number: «бірден» is «at once», except behind
    tens.
    """
    thousands, group, place, scale = 0, 0, _OPEN, 0
    at = first
    word: NumberWord | None = None
    while at < len(tokens):
        found = word_of(tokens[at].text, at == first)
        if found is None:
            break
        if found.scale and found.value >= _THOUSAND:
            if (scale and found.value >= scale) or (at > first and not group):
                break
            thousands, group = thousands + (group or 1) * found.value, 0
            place, scale = _OPEN, found.value
        elif found.scale:  # «екі жүз»: two hundred, «жүз» alone: a hundred
            if group >= _TEN:
                break
            group, place = (group or 1) * found.value, HUNDREDS
        else:
            if found.fills >= place:
                break
            group, place = group + found.value, found.leaves
        word, at = found, at + 1
        if found.last or found.ordinal or not found.value:
            break
    if word is None:
        return None
    return Numeral(
        value=Fraction(thousands + group),
        first=first,
        end=at,
        ordinal=word.ordinal,
        case=word.case,
        certain=word.certain,
    )

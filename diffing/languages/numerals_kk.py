"""Numbers in Kazakh: words with any ending, figures, compounds such as «бескүндік», fractions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from diffing.languages.figures import ending_at, share_at, worth
from diffing.languages.numerals import ABLATIVE, NumberWord, Numeral, composed
from diffing.languages.readings import Measure
from diffing.languages.tokens import LETTER, Token
from diffing.languages.vocabulary_kk import (
    CARDINALS,
    CASES,
    COUNTED_STEMS,
    DATIVE,
    NO_NUMBERS,
    OWNED,
    OWNED_ENDINGS,
    number_words,
)

_PREFIX = re.compile(
    "|".join(word for word, value in CARDINALS.items() if 0 < value < CARDINALS["мың"])
)
_STEM = re.compile(f"({'|'.join(COUNTED_STEMS)}){LETTER}*")
_CASE_OF = {ending: case for case, endings in CASES.items() for ending in endings} | dict.fromkeys(
    OWNED_ENDINGS, OWNED
)
_ORDINAL_ENDING = re.compile(f"(?:[ыі]?н)?ш[ыі]{LETTER}{{0,6}}")
_ANY_ENDING = re.compile(f"{'|'.join(_CASE_OF)}|{_ORDINAL_ENDING.pattern}|дей|дай|тей|тай")
_TEN = 10


def number_at(tokens: Sequence[Token], first: int) -> Numeral | None:
    """The number that begins at a token: in words, in figures, or inside a compound word."""
    if found := _plain_at(tokens, first) or _one_to(tokens, first):
        return _share(tokens, found) or _with_half(tokens, found)
    found = _of_one_word(tokens[first].text)
    return found and replace(found, first=first, end=first + 1)


def _plain_at(tokens: Sequence[Token], first: int) -> Numeral | None:
    if first >= len(tokens):
        return None
    if tokens[first].is_number:
        return _in_figures(tokens, first)
    if tokens[first].text not in number_words():
        return None
    return composed(tokens, first, _word_of)


def _one_to(tokens: Sequence[Token], first: int) -> Numeral | None:
    """«Бірден үшке дейін»: from one to three; «бірден» alone is «at once»."""
    if tokens[first].text != "бірден":
        return None
    following = _plain_at(tokens, first + 1)
    if following is None or following.case != DATIVE:
        return None
    return Numeral(Fraction(1), first, first + 1, case=ABLATIVE)


def _word_of(text: str, begins: bool) -> NumberWord | None:
    return None if begins and text in NO_NUMBERS else number_words().get(text)


def _share(tokens: Sequence[Token], found: Numeral) -> Numeral | None:
    """«Үштен екісі» and «екі үштен»: a part of a whole; None if it is none."""
    following = _plain_at(tokens, found.end)
    if following is None or found.ordinal or following.ordinal:
        return None
    if found.case == ABLATIVE and following.case in {"", OWNED}:
        part, whole = following.value, found.value
    elif not found.case and following.case == ABLATIVE and following.value < _TEN:
        part, whole = found.value, following.value
    else:
        return None
    if not 0 < part < whole:
        return None
    return replace(found, value=part / whole, end=following.end, measure=Measure.SHARE, case="")


def _with_half(tokens: Sequence[Token], found: Numeral) -> Numeral:
    """«Бір жарым»."""
    if found.end < len(tokens) and tokens[found.end].text == "жарым":
        return replace(found, value=found.value + Fraction(1, 2), end=found.end + 1)
    return found


def _in_figures(tokens: Sequence[Token], first: int) -> Numeral:
    share = share_at(tokens, first)
    value, clock = (share, "") if share else worth(tokens[first].text)
    end = first + (3 if share else 1)
    while end < len(tokens) and (word := number_words().get(tokens[end].text)) and word.scale:
        value, end = value * word.value, end + 1
    ending = ending_at(tokens, end, _ANY_ENDING)
    return Numeral(
        value,
        first,
        end + 2 if ending else end,
        ordinal=bool(_ORDINAL_ENDING.fullmatch(ending)),
        case=_CASE_OF.get(ending, ""),
        in_figures=True,
        measure=Measure.SHARE if share else None,
        clock=clock,
    )


@lru_cache(maxsize=4096)
def _of_one_word(word: str) -> Numeral | None:
    """A word that is no plain word of number: «бескүндік», «жартысы», «жарты», «жартыжылдық»."""
    half = Fraction(1, 2)
    if word == "жарты":
        return Numeral(half, 0, 1, certain=False)
    if word.startswith("жартысы"):
        return Numeral(half, 0, 1, measure=Measure.SHARE)
    if word.startswith("жартыжылды"):  # «бірінші жартыжылдық» is a name
        return Numeral(half, 0, 1, measure=Measure.YEAR, certain=False)
    value, at = 0, 0
    while part := _PREFIX.match(word, at):
        value, at = value + CARDINALS[part.group()], part.end()
    stem = _STEM.fullmatch(word, at) if value else None
    if stem is None:
        return None
    measure = COUNTED_STEMS[stem[1]]
    return Numeral(Fraction(value), 0, 1, measure=measure, certain=measure is not Measure.THING)

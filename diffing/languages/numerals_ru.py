"""Numbers in Russian: words in any case, figures, compounds such as «трехдневный», fractions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from diffing.languages.figures import ending_at, share_at, worth
from diffing.languages.numerals import NumberWord, Numeral, composed
from diffing.languages.readings import Measure
from diffing.languages.tokens import Token
from diffing.languages.vocabulary_ru import (
    ADVERBS,
    COUNTED_STEMS,
    HALF,
    MULTIPLES,
    ONE_THOUSAND,
    PARTS,
    PREFIXES,
    number_words,
)

_PREFIX = re.compile("|".join(sorted(PREFIXES, key=len, reverse=True)))
_STEM = re.compile(f"({'|'.join(COUNTED_STEMS)})[а-я]*")
_OTHER_COMPOUND = re.compile("(?:сторонн|мандатн|этажн|партийн|звенн|разрядн)[а-я]*")
_HALF_PREFIX = re.compile("полутора(?=дневн|суточн|недельн|месячн|часов|годичн|летн|кратн)")
_HALF_YEAR = re.compile("полугод[а-я]*|полгода")
_PART_ENDINGS = ("ых", "их", "ая", "ья", "ой", "ей", "ую", "ью", "ыми", "ым")
_FIGURE_ENDING = re.compile("х|ти|и|м|мя|ми|ю|тью|ого|го|й|ый|ой|ий|я|ая|е|ое|му|ому|ом|ым|ых|у|ую")
_ORDINAL_ENDING = re.compile("ого|го|й|ый|ой|ий|я|ая|е|ое|му|ому|ым|у|ую")
_THREE, _TEENS = 3, 20


def number_at(tokens: Sequence[Token], first: int) -> Numeral | None:
    """The number that begins at a token: in words, in figures, or inside a compound word."""
    if tokens[first].is_number:
        return _in_figures(tokens, first)
    word = tokens[first].text
    if word not in number_words():
        found = _of_one_word(word)
        return found and replace(found, first=first, end=first + 1)
    numeral = composed(tokens, first, _word_of)
    if numeral is None or (numeral.end == first + 1 and _is_many(word)):
        return None
    return _share(tokens, numeral) or _with_half(tokens, numeral)


def _word_of(text: str, _begins: bool) -> NumberWord | None:
    return number_words().get(text)


def _is_many(word: str) -> bool:
    """«Тысячи людей» are no number."""
    return number_words()[word].scale and word not in ONE_THOUSAND


def _with_half(tokens: Sequence[Token], found: Numeral) -> Numeral:
    """«Два с половиной»."""
    following = [token.text for token in tokens[found.end : found.end + 2]]
    if following == ["с", "половиной"]:
        return replace(found, value=found.value + Fraction(1, 2), end=found.end + 2)
    return found


def _share(tokens: Sequence[Token], found: Numeral) -> Numeral | None:
    """«Две трети», «одна четвертая»: a part of a whole; None if it is none."""
    if found.ordinal or found.end >= len(tokens):
        return None
    word = tokens[found.end].text
    whole = PARTS.get(word)
    ordinal = number_words().get(word)
    if whole is None and ordinal and ordinal.ordinal and word.endswith(_PART_ENDINGS):
        after = tokens[found.end + 1].text if found.end + 1 < len(tokens) else ""
        # «Двух третьих лиц» are persons, «двух третьих частей» are not.
        whole = ordinal.value if ordinal.value != _THREE or after.startswith("част") else None
    if whole is None or not 0 < found.value < whole:
        return None
    return replace(found, value=found.value / whole, end=found.end + 1, measure=Measure.SHARE)


@lru_cache(maxsize=4096)
def _of_one_word(word: str) -> Numeral | None:
    """A word that is no plain word of number: «половина», «дважды», «трехдневный»."""
    if word in PARTS or word in HALF:
        return _single(Fraction(1, PARTS.get(word, 2)), Measure.SHARE)
    if word in {"полтора", "полторы", "полутора"}:
        return _single(Fraction(3, 2), None)
    if word in ADVERBS:
        return _single(Fraction(ADVERBS[word]), Measure.TIMES)
    if _HALF_YEAR.fullmatch(word):
        # «Первое полугодие» is a name; only a term of half a year is surely a quantity.
        return _single(Fraction(1, 2), Measure.YEAR, certain=word == "полгода")
    for stem, value in MULTIPLES.items():
        if word.startswith(stem):  # «двойное гражданство»
            return _single(Fraction(value), Measure.TIMES, certain=False)
    return _of_compound(word)


def _of_compound(word: str) -> Numeral | None:
    """«Трехдневный», «двадцатипятипроцентный», «полуторамесячный»."""
    if half := _HALF_PREFIX.match(word):
        stem = _STEM.fullmatch(word, half.end())
        return _single(Fraction(3, 2), COUNTED_STEMS[stem[1]]) if stem else None
    value, at, last = 0, 0, max(PREFIXES.values()) + 1
    while last > _TEENS - 1 and (part := _PREFIX.match(word, at)):
        if PREFIXES[part.group()] >= last:
            break
        last = PREFIXES[part.group()]
        value, at = value + last, part.end()
    if value and (stem := _STEM.fullmatch(word, at)):
        return _single(Fraction(value), COUNTED_STEMS[stem[1]])
    if value > 1 and _OTHER_COMPOUND.fullmatch(word, at):
        return _single(Fraction(value), Measure.THING, certain=False)
    return None


def _single(value: Fraction, measure: Measure | None, *, certain: bool = True) -> Numeral:
    return Numeral(value, 0, 1, measure=measure, certain=certain)


def _in_figures(tokens: Sequence[Token], first: int) -> Numeral:
    end = first + 1
    if share := share_at(tokens, first):
        return Numeral(share, first, first + 3, in_figures=True, measure=Measure.SHARE)
    ending = ending_at(tokens, end, _FIGURE_ENDING)
    if ending:
        end += 2
    value, clock = worth(tokens[first].text)
    while end < len(tokens) and (word := number_words().get(tokens[end].text)) and word.scale:
        value, end = value * word.value, end + 1
    ordinal = bool(_ORDINAL_ENDING.fullmatch(ending))
    return Numeral(value, first, end, ordinal=ordinal, in_figures=True, clock=clock)

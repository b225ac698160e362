"""Words as they are compared: one spelling for what a reader sees as the same word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

LONGEST_WORD = 100
"""Longer runs of letters are cut: engines have limits of their own and would drop them."""

# Accents, soft hyphens and zero-width signs may stand inside a word and are not seen.
_UNSEEN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_LETTER = r"[^\W_]"
# 113-3 is one number; 2021-2025 and 162-VI are two words.
WORD = re.compile(rf"\d+(?:[-‐‑]\d{{1,2}})+(?!{_LETTER})|{_LETTER}+(?:[{_UNSEEN}]+{_LETTER}*)*")
# 20-25 days is a range, 20-25 alone may be an article's number: a measure after it decides.
_MEASURES = (
    r"(?:календарн|рабоч|месячн|месяц|недел|минут|процент|тысяч|миллион|человек|метр)\w*",
    r"дн(?:я|ей|ям|ями|ях)|сут(?:ки|ок|кам|ками|ках)|лет|год(?:а|у|ов|ы|ам|ами|ах)?",
    r"час(?:а|ов|ам|ами|ах)?|раза?|тенге",
    r"(?:күн|жыл|пайыз|сағат|теңге|адам|тәулік|апта|жұмыс|айлық)\w*|ай(?:дан|ға|дың|да|ы)?",
    r"(?:calendar|working|day|week|month|year|hour|minute|percent|person)s?|per|people|tenge",
)
_RANGE = re.compile(
    rf"(?<![\w-])(\d{{1,3}})[-‐‑–—](\d{{1,2}})(?=\s*%|\s+(?:{'|'.join(_MEASURES)})(?!\w))",
    re.IGNORECASE,
)

_MAY_BE_RANGE = re.compile(r"\d[-‐‑–—]\d")
"""What every range has; found in a fraction of the time."""
_UNSEEN_SIGN = re.compile(f"[{_UNSEEN}]")
_HYPHENS = re.compile("[‐‑–—]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0259]")
_LATIN_LOOKS = "ABCEHIKMOPTXYaceikopxyhƏəǝëË"
_CYRILLIC_LOOKS = "АВСЕНІКМОРТХУасеікорхуһӘәәёЁ"
_TO_CYRILLIC = str.maketrans(_LATIN_LOOKS, _CYRILLIC_LOOKS)
_TO_LATIN = str.maketrans(_CYRILLIC_LOOKS, _LATIN_LOOKS)
_ROMAN_LOOK_ALIKE = re.compile("[IVXLCDMІХСМ]*[IVІ][IVXLCDMІХСМ]*")
_ROMAN = re.compile("M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")


def holds_range(text: str) -> bool:
    """Whether there is a range; where there is none, what stands between spaces is cut alone."""
    return bool(_ranges(text))


def surfaces(text: str) -> list[str]:
    """The words of a text as written: what stands at `word_spans`, only sooner known."""
    if _ranges(text):
        return [text[start:end] for start, end in word_spans(text)]
    return WORD.findall(text)


def word_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where the words of a text stand, in order; a range is there whole, then in its parts."""
    ranges = _ranges(text)
    if not ranges:
        yield from [match.span() for match in WORD.finditer(text)]
        return
    done = 0
    for match in WORD.finditer(text):
        if found := ranges.get(match.start()):
            yield from (found.span(), found.span(1), found.span(2))
            done = found.end()
        elif match.start() >= done:
            yield match.span()


def _ranges(text: str) -> dict[int, re.Match[str]]:
    """The ranges of numbers in a text, by where they begin."""
    if not _MAY_BE_RANGE.search(text):
        return {}
    return {
        found.start(): found for found in _RANGE.finditer(text) if int(found[1]) < int(found[2])
    }


def normal_form(surface: str) -> str:
    """The form in which a word is compared.

    Composed letters (NFC), lower case, ё as е, look-alike letters of the other alphabet
    folded (`акiм` with a Latin i is `акім`; `VІІ` with Cyrillic І is `vii`), hyphens inside
    numbers alike, invisible signs dropped.
    """
    word = surface
    if not word.isascii():
        word = unicodedata.normalize("NFC", _UNSEEN_SIGN.sub(_composed_only, word))
        word = _UNSEEN_SIGN.sub("", unicodedata.normalize("NFC", word))
        word = _one_alphabet(_HYPHENS.sub("-", word))
    word = _UNSEEN_SIGN.sub("", word.lower()).replace("ё", "е")
    return word[:LONGEST_WORD]


def _composed_only(match: re.Match[str]) -> str:
    """Keep accents, which may compose with their letter; drop what never does."""
    sign = match.group()
    return sign if unicodedata.combining(sign) else ""


def _one_alphabet(word: str) -> str:
    if _ROMAN_LOOK_ALIKE.fullmatch(word):
        numeral = word.translate(_TO_LATIN)
        if _ROMAN.fullmatch(numeral):
            return numeral
    if not (_CYRILLIC.search(word) and _LATIN.search(word)):
        return word
    cyrillic = word.translate(_TO_CYRILLIC)
    if not _LATIN.search(cyrillic):
        return cyrillic
    latin = word.translate(_TO_LATIN)
    return word if _CYRILLIC.search(latin) else latin

"""Kazakh words of number with all their endings: cardinals, ordinals, collectives."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from corpus.addresses.ordinals import KAZAKH
from diffing.languages.numerals import ABLATIVE, TENS, UNITS, NumberWord
from diffing.languages.readings import Measure

CARDINALS = {
    "нөл": 0, "ноль": 0, "бір": 1, "екі": 2, "үш": 3, "төрт": 4, "бес": 5, "алты": 6, "жеті": 7,
    "сегіз": 8, "тоғыз": 9, "он": 10, "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50,
    "алпыс": 60, "жетпіс": 70, "сексен": 80, "тоқсан": 90, "жүз": 100, "мың": 1_000,
    "миллион": 1_000_000, "млн": 1_000_000, "миллиард": 1_000_000_000, "млрд": 1_000_000_000,
}  # fmt: skip
_ORDINALS = {**KAZAKH, "жүзінші": 100, "мыңыншы": 1_000}
ORDINAL = f"(?:{'|'.join(_ORDINALS)})"
"""A pattern of the ordinals that are one word, without endings."""
_COLLECTIVES = {"біреу": 1, "екеу": 2, "үшеу": 3, "төртеу": 4, "бесеу": 5, "алтау": 6, "жетеу": 7}
DATIVE = "dative"
OWNED = "owned"
"""The case of «екісі», «бірінің»: in a fraction the part, «үштен екісі»."""
CASES = {
    DATIVE: ("ға", "ге", "қа", "ке"),
    "accusative": ("ды", "ді", "ты", "ті", "ны", "ні"),
    ABLATIVE: ("дан", "ден", "тан", "тен", "нан", "нен"),
    "locative": ("да", "де", "та", "те"),
    "genitive": ("дың", "дің", "тың", "тің", "ның", "нің"),
    "instrumental": ("мен", "бен", "пен"),
    "attributive": ("дағы", "дегі", "тағы", "тегі"),
}
OWNED_ENDINGS = tuple(
    linking + vowel + case
    for linking in ("", "с")
    for vowel, cases in (
        ("ы", ("", "н", "ның", "на", "нан", "нда", "мен")),
        ("і", ("", "н", "нің", "не", "нен", "нде", "мен")),
    )
    for case in cases
)
NO_NUMBERS = frozenset(
    {
        # Together, at once, once, the one.
        "бірге", "бірден", "бірде", "бірді", "бірдің", "бірдегі",
        # Him, there, with it.
        "онда", "оны", "онын", "онан", "онына", "онында", "ондағы", "онымен",
        # The face; in fact.
        "жүзі", "жүзін", "жүзіне", "жүзінде", "жүзінен", "жүзінің", "жүзімен",
        # For.
        "үшін",
    }
)  # fmt: skip
"""What looks like a number at its beginning; «жиырма бірден» is twenty-one all the same."""
COUNTED_STEMS = {
    "сағатты": Measure.HOUR,
    "тәулікті": Measure.DAY,
    "күнді": Measure.DAY,
    "апталы": Measure.WEEK,
    "айлы": Measure.MONTH,
    "жылды": Measure.YEAR,
    "пайызды": Measure.PERCENT,
    "процентті": Measure.PERCENT,
    "еселі": Measure.TIMES,
    "еселенген": Measure.TIMES,
    "жақты": Measure.THING,
    "мандатты": Measure.THING,
    "партиялы": Measure.THING,
}
"""The second parts of compounds such as «бескүндік» that say what is counted."""


@cache
def number_words() -> dict[str, NumberWord]:
    """Every form of every word of number, in small Cyrillic letters."""
    words: dict[str, NumberWord] = {}
    for stem, value in CARDINALS.items():
        plain = _word(value)
        words[stem] = plain
        for case, ending in _endings():
            word = replace(plain, last=True, case=case, certain=case != OWNED)
            words.setdefault(stem + ending, word)
    words["қырқы"] = replace(_word(40), last=True, case=OWNED)  # a stem that changes
    for stem, value in _COLLECTIVES.items():
        for case, ending in [("", ""), *_endings()]:
            # «Екеуі де», both of them, is said where Russian need not say it.
            word = replace(_word(value), last=True, case="" if case == OWNED else case)
            words[stem + ending] = replace(word, certain=case != OWNED)
    for stem, value in _ORDINALS.items():
        word = replace(_word(value), scale=False, last=True, ordinal=True)
        for _, ending in [("", ""), *_endings()]:
            words[stem + ending] = word
    return words


def _word(value: int) -> NumberWord:
    if value >= CARDINALS["жүз"]:
        return NumberWord(value, scale=True)
    place = TENS if value >= CARDINALS["он"] else UNITS
    return NumberWord(value, place, place)


def _endings() -> Iterator[tuple[str, str]]:
    for case, endings in {**CASES, OWNED: OWNED_ENDINGS}.items():
        for ending in endings:
            yield case, ending

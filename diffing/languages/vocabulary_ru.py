"""Russian words of number in all their cases: cardinals, ordinals, collectives, parts."""

from __future__ import annotations

from functools import cache

from corpus.addresses.ordinals import RUSSIAN_ENDINGS, RUSSIAN_STEMS, RUSSIAN_THIRD
from diffing.languages.numerals import HUNDREDS, TENS, UNITS, NumberWord
from diffing.languages.readings import Measure

_TEN, _HUNDRED = 10, 100
_CARDINALS = {
    0: "ноль ноля нолю нолем ноле нуль нуля нулю нулем нуле",
    1: "один одна одно одного одной одному одним одном одну одною одни одних одними",
    2: "два две двух двум двумя",
    3: "три трех трем тремя",
    4: "четыре четырех четырем четырьмя",
    5: "пять пяти пятью",
    6: "шесть шести шестью",
    7: "семь семи семью",
    8: "восемь восьми восемью восьмью",
    9: "девять девяти девятью",
    10: "десять десяти десятью",
    40: "сорок сорока",
    50: "пятьдесят пятидесяти пятьюдесятью",
    60: "шестьдесят шестидесяти шестьюдесятью",
    70: "семьдесят семидесяти семьюдесятью",
    80: "восемьдесят восьмидесяти восемьюдесятью восьмьюдесятью",
    90: "девяносто девяноста",
    100: "сто ста",
    200: "двести двухсот двумстам двумястами двухстах",
    300: "триста трехсот тремстам тремястами трехстах",
    400: "четыреста четырехсот четыремстам четырьмястами четырехстах",
    500: "пятьсот пятисот пятистам пятьюстами пятистах",
    600: "шестьсот шестисот шестистам шестьюстами шестистах",
    700: "семьсот семисот семистам семьюстами семистах",
    800: "восемьсот восьмисот восьмистам восемьюстами восьмьюстами восьмистах",
    900: "девятьсот девятисот девятистам девятьюстами девятистах",
}
_TEENS = {
    11: "одиннадцат",
    12: "двенадцат",
    13: "тринадцат",
    14: "четырнадцат",
    15: "пятнадцат",
    16: "шестнадцат",
    17: "семнадцат",
    18: "восемнадцат",
    19: "девятнадцат",
    20: "двадцат",
    30: "тридцат",
}
_COLLECTIVES = {
    2: "двое двоих двоим двоими",
    3: "трое троих троим троими",
    4: "четверо четверых четверым четверыми",
    5: "пятеро пятерых пятерым пятерыми",
    6: "шестеро шестерых шестерым шестерыми",
    7: "семеро семерых семерым семерыми",
}
_BOTH = "оба обе обоих обеих обоим обеим обоими обеими"
_NOUN_ENDINGS = ("", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах")
_THOUSAND = "тысяча тысячи тысяче тысячу тысячей тысячью тысяч тысячам тысячами тысячах тыс"
ONE_THOUSAND = frozenset({"тысяча", "тысячу", "тысячей", "тысячью", "миллион", "миллиард"})
"""Scales that are a number by themselves; «тысячи людей» are not."""
_ORDINALS = {
    **RUSSIAN_STEMS,
    100: "сот",
    200: "двухсот",
    300: "трехсот",
    400: "четырехсот",
    500: "пятисот",
    1_000: "тысячн",
    2_000: "двухтысячн",
}
ADJECTIVE = f"(?:{'|'.join(RUSSIAN_ENDINGS)})"
"""A pattern of the endings of adjectives, in small letters without ё."""
ORDINAL = (
    f"(?:(?:{'|'.join(sorted(_ORDINALS.values(), key=len, reverse=True))}){ADJECTIVE}"
    "|трет(?:ий|ь(?:его|ему|им|ем|я|ей|ю|е|и|их|ими)))"
)
"""A pattern of the ordinals that are one word."""
HALF = frozenset({"половина", "половины", "половине", "половину", "половиной"})
PARTS = dict.fromkeys(
    ["треть", "трети", "третей", "третям", "третями", "третях"], 3
) | dict.fromkeys(["четверть", "четверти", "четвертей", "четвертью", "четвертям", "четвертями"], 4)
"""Nouns that are parts of a whole, and into how many it is parted."""
ADVERBS = {"однажды": 1, "единожды": 1, "дважды": 2, "вдвое": 2, "трижды": 3, "втрое": 3}
MULTIPLES = {"двойн": 2, "тройн": 3}
PREFIXES = {
    "одно": 1, "двух": 2, "дву": 2, "трех": 3, "четырех": 4, "пяти": 5, "шести": 6, "семи": 7,
    "восьми": 8, "девяти": 9, "десяти": 10, **{f"{stem}и": value for value, stem in _TEENS.items()},
    "сорока": 40, "пятидесяти": 50, "шестидесяти": 60, "семидесяти": 70, "восьмидесяти": 80,
    "девяносто": 90, "сто": 100, "двухсот": 200, "трехсот": 300, "четырехсот": 400,
    "пятисот": 500, "тысяче": 1_000,
}  # fmt: skip
"""The first parts of «двадцатипятипроцентный», «трехдневный»."""
COUNTED_STEMS = {
    "минутн": Measure.MINUTE,
    "часов": Measure.HOUR,
    "суточн": Measure.DAY,
    "дневн": Measure.DAY,
    "недельн": Measure.WEEK,
    "месячн": Measure.MONTH,
    "квартальн": Measure.QUARTER,
    "летн": Measure.YEAR,
    "годичн": Measure.YEAR,
    "процентн": Measure.PERCENT,
    "кратн": Measure.TIMES,
    "разов": Measure.TIMES,
}
"""The second parts that say what is counted."""


@cache
def number_words() -> dict[str, NumberWord]:
    """Every form of every word of number, in small letters without ё."""
    words = {
        form: _word(value)
        for numbers in (_COLLECTIVES, _CARDINALS)
        for value, forms in numbers.items()
        for form in forms.split()
    }
    for value, stem in _TEENS.items():
        words |= dict.fromkeys((f"{stem}ь", f"{stem}и", f"{stem}ью"), _word(value))
    words |= dict.fromkeys(_BOTH.split(), NumberWord(2, certain=False))
    words |= dict.fromkeys(_THOUSAND.split(), NumberWord(1_000, scale=True))
    for value, stem, short in ((10**6, "миллион", "млн"), (10**9, "миллиард", "млрд")):
        forms = [short, *(stem + ending for ending in _NOUN_ENDINGS)]
        words |= dict.fromkeys(forms, NumberWord(value, scale=True))
    for value, stem in _ORDINALS.items():
        for ending in RUSSIAN_ENDINGS:
            words.setdefault(stem + ending, _word(value, ordinal=True))
    return words | dict.fromkeys(RUSSIAN_THIRD.split(), _word(3, ordinal=True))


def _word(value: int, *, ordinal: bool = False) -> NumberWord:
    fills = HUNDREDS if value >= _HUNDRED else TENS if value >= _TEN else UNITS
    leaves = UNITS if value in range(_TEN, 20) else fills
    return NumberWord(value, fills, leaves, last=ordinal, ordinal=ordinal)

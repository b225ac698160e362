"""Writes numbers out in words, in Russian and in Kazakh, in several cases: 0 to 9999."""

from __future__ import annotations

_RU_UNITS = {
    "nominative": "ноль один два три четыре пять шесть семь восемь девять",
    "genitive": "ноля одного двух трех четырех пяти шести семи восьми девяти",
    "dative": "нолю одному двум трем четырем пяти шести семи восьми девяти",
    "instrumental": "нолем одним двумя тремя четырьмя пятью шестью семью восемью девятью",
}
_RU_ONE_THOUSAND = {
    "nominative": ("одна тысяча", "две тысячи", "тысячи", "тысяч"),
    "genitive": ("одной тысячи", "двух тысяч", "тысяч", "тысяч"),
    "dative": ("одной тысяче", "двум тысячам", "тысячам", "тысячам"),
    "instrumental": ("одной тысячей", "двумя тысячами", "тысячами", "тысячами"),
}
_RU_TEENS = (
    "десят", "одиннадцат", "двенадцат", "тринадцат", "четырнадцат", "пятнадцат", "шестнадцат",
    "семнадцат", "восемнадцат", "девятнадцат",
)  # fmt: skip
_RU_SOFT = {"nominative": "ь", "genitive": "и", "dative": "и", "instrumental": "ью"}
_RU_TENS = {
    "nominative": "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто",
    "genitive": "двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста",
    "dative": "двадцати тридцати сорока пятидесяти шестидесяти семидесяти восьмидесяти девяноста",
    "instrumental": "двадцатью тридцатью сорока пятьюдесятью шестьюдесятью семьюдесятью "
    "восемьюдесятью девяноста",
}
_RU_HUNDREDS = {
    "nominative": "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот",
    "genitive": "ста двухсот трехсот четырехсот пятисот шестисот семисот восьмисот девятисот",
    "dative": "ста двумстам тремстам четыремстам пятистам шестистам семистам восьмистам девятистам",
    "instrumental": "ста двумястами тремястами четырьмястами пятьюстами шестьюстами семьюстами "
    "восемьюстами девятьюстами",
}
RUSSIAN_CASES = tuple(_RU_UNITS)


def russian(number: int, case: str = "nominative") -> str:
    """A cardinal number in Russian words, every word of it in the case."""
    if number == 0:
        return _RU_UNITS[case].split()[0]
    words = []
    thousands, rest = divmod(number, 1000)
    one, two, few, many = _RU_ONE_THOUSAND[case]
    if thousands in {1, 2}:
        words.append(one if thousands == 1 else two)
    elif thousands:
        words.append(f"{_RU_UNITS[case].split()[thousands]} {few if thousands < 5 else many}")
    hundreds, rest = divmod(rest, 100)
    if hundreds:
        words.append(_RU_HUNDREDS[case].split()[hundreds - 1])
    if 10 <= rest < 20:
        words.append(_RU_TEENS[rest - 10] + _RU_SOFT[case])
        rest = 0
    tens, units = divmod(rest, 10)
    if tens:
        words.append(_RU_TENS[case].split()[tens - 2])
    if units:
        words.append(_RU_UNITS[case].split()[units])
    return " ".join(words)


_KK_UNITS = ("бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз")
_KK_TENS = (
    "он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан",
)  # fmt: skip
_BACK = {"алты", "тоғыз", "он", "жиырма", "отыз", "қырық", "алпыс", "тоқсан", "мың"}
_KK_ENDINGS = {
    # After a vowel, after н or ң, after a voiceless consonant, after any other; back and front.
    "nominative": (("", ""), ("", ""), ("", ""), ("", "")),
    "dative": (("ға", "ге"), ("ға", "ге"), ("қа", "ке"), ("ға", "ге")),
    "accusative": (("ны", "ні"), ("ды", "ді"), ("ты", "ті"), ("ды", "ді")),
    "ablative": (("дан", "ден"), ("нан", "нен"), ("тан", "тен"), ("дан", "ден")),
    "genitive": (("ның", "нің"), ("ның", "нің"), ("тың", "тің"), ("дың", "дің")),
}
KAZAKH_CASES = tuple(_KK_ENDINGS)


def kazakh(number: int, case: str = "nominative") -> str:
    """A cardinal number in Kazakh words, its last word in the case."""
    words = []
    thousands, rest = divmod(number, 1000)
    if thousands:
        words += [_KK_UNITS[thousands - 1], "мың"]
    hundreds, rest = divmod(rest, 100)
    if hundreds:
        words += [_KK_UNITS[hundreds - 1], "жүз"] if hundreds > 1 else ["жүз"]
    tens, units = divmod(rest, 10)
    if tens:
        words.append(_KK_TENS[tens - 1])
    if units:
        words.append(_KK_UNITS[units - 1])
    words = words or ["нөл"]
    return " ".join([*words[:-1], words[-1] + _ending(words[-1], case)])


def _ending(word: str, case: str) -> str:
    last = word[-1]
    sound = 0 if last in "аыіе" else 1 if last in "нң" else 2 if last in "шстқпк" else 3
    return _KK_ENDINGS[case][sound][0 if word in _BACK else 1]

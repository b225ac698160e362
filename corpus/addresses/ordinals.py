"""Ordinal words in Russian, Kazakh and English, in all forms: «второй», «екінші», "second"."""

from __future__ import annotations

from functools import cache
from itertools import product

from corpus.law import Language

RUSSIAN_STEMS = {
    1: "перв", 2: "втор", 4: "четверт", 5: "пят", 6: "шест", 7: "седьм", 8: "восьм", 9: "девят",
    10: "десят", 11: "одиннадцат", 12: "двенадцат", 13: "тринадцат", 14: "четырнадцат",
    15: "пятнадцат", 16: "шестнадцат", 17: "семнадцат", 18: "восемнадцат", 19: "девятнадцат",
    20: "двадцат", 30: "тридцат", 40: "сороков", 50: "пятидесят", 60: "шестидесят",
    70: "семидесят", 80: "восьмидесят", 90: "девяност",
}  # fmt: skip
RUSSIAN_ENDINGS = (
    "ый", "ой", "ий", "ого", "его", "ому", "ему", "ым", "им", "ом", "ем", "ая", "яя", "ую", "юю",
    "ое", "ее", "ей", "ые", "ие", "ых", "их", "ыми", "ими",
)  # fmt: skip
RUSSIAN_THIRD = (
    "третий третьего третьему третьим третьем третья третьей третью третье третьи третьих третьими"
)
_RUSSIAN_TENS = {
    "двадцать": 20, "тридцать": 30, "сорок": 40, "пятьдесят": 50, "шестьдесят": 60,
    "семьдесят": 70, "восемьдесят": 80, "девяносто": 90,
}  # fmt: skip
KAZAKH = {
    "бірінші": 1, "екінші": 2, "үшінші": 3, "төртінші": 4, "бесінші": 5, "алтыншы": 6,
    "жетінші": 7, "сегізінші": 8, "тоғызыншы": 9, "оныншы": 10, "жиырмасыншы": 20,
    "отызыншы": 30, "қырқыншы": 40, "қырығыншы": 40, "елуінші": 50, "алпысыншы": 60,
    "жетпісінші": 70, "сексенінші": 80, "тоқсаныншы": 90,
}  # fmt: skip
_KAZAKH_TENS = {
    "он": 10, "жиырма": 20, "отыз": 30, "қырық": 40, "елу": 50, "алпыс": 60, "жетпіс": 70,
    "сексен": 80, "тоқсан": 90,
}  # fmt: skip
_KAZAKH_ENDINGS = ("", "сі", "сы", "сінің", "сының", "нің", "ның", "сінде", "сында", "сіндегі",
                   "сындағы", "дегі", "дағы", "ден", "дан")  # fmt: skip
_ENGLISH = {
    1: "one first", 2: "two second", 3: "three third", 4: "four fourth", 5: "five fifth",
    6: "six sixth", 7: "seven seventh", 8: "eight eighth", 9: "nine ninth", 10: "ten tenth",
    11: "eleven eleventh", 12: "twelve twelfth", 13: "thirteen thirteenth",
    14: "fourteen fourteenth", 15: "fifteen fifteenth", 16: "sixteen sixteenth",
    17: "seventeen seventeenth", 18: "eighteen eighteenth", 19: "nineteen nineteenth",
    20: "twenty twentieth", 30: "thirty thirtieth",
}  # fmt: skip
"""English law also numbers its parts with cardinals: "part two"."""


@cache
def ordinals(language: Language) -> dict[str, int]:
    """Every ordinal word of a language, in small letters without ё, and its number."""
    match language:
        case Language.RU:
            words = {
                stem + ending: number
                for (number, stem), ending in product(RUSSIAN_STEMS.items(), RUSSIAN_ENDINGS)
            }
            return words | dict.fromkeys(RUSSIAN_THIRD.split(), 3)
        case Language.KK:
            return {
                stem + ending: number
                for (stem, number), ending in product(KAZAKH.items(), _KAZAKH_ENDINGS)
            }
        case Language.EN:
            return {word: number for number, words in _ENGLISH.items() for word in words.split()}


@cache
def tens(language: Language) -> dict[str, int]:
    """The words that stand before an ordinal from one to nine: «двадцать» первый, «он» бірінші."""
    match language:
        case Language.RU:
            return _RUSSIAN_TENS
        case Language.KK:
            return _KAZAKH_TENS
        case Language.EN:
            return {"twenty": 20, "thirty": 30}

"""Which grammatical forms may stand for each other when a word is renamed.

«аулов» may become «сел» and never «села»: one village is not all villages. A form is known by its
ending alone, so what is told is only whether two forms can be the same case and number.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from corpus.law import Language
from corpus.search.words.analysis import Analyser
from diffing.normalise import cyrillic

_REMEMBERED = 50_000

_ADJECTIVES = {
    "s-nom": "ый ий ой ая яя ое ее",
    "s-acc": "ый ий ой ую юю ое ее",
    "s-gen": "ого его ой ей",
    "s-dat": "ому ему ой ей",
    "s-ins": "ым им ой ей ою ею",
    "s-prep": "ом ем ой ей",
    "p-nom": "ые ие",
    "p-acc": "ые ие",
    "p-gen": "ых их",
    "p-dat": "ым им",
    "p-ins": "ыми ими",
    "p-prep": "ых их",
}
_NOUNS = {
    "s-nom": "- а я о е ь й",
    "s-acc": "- а я о е ь й у ю",
    "s-gen": "а я ы и",
    "s-dat": "у ю е и",
    "s-ins": "ом ем ой ей ью ою ею",
    "s-prep": "е и у ю",
    "p-nom": "ы и а я",
    "p-acc": "ы и а я",
    "p-gen": "- ов ев ей ь й",
    "p-dat": "ам ям",
    "p-ins": "ами ями",
    "p-prep": "ах ях",
}
_KAZAKH_PLURAL = re.compile(r"(?<=\w\w)[лдт][ае]р")
_KAZAKH_CASES = {
    "gen": "ның нің дың дің тың тің",
    "dat": "ға ге қа ке на не",
    "acc": "ды ді ты ті ны ні ын ін",
    "loc": "да де та те",
    "loc-adj": "дағы дегі тағы тегі",
    "abl": "дан ден тан тен нан нен",
    "ins": "мен бен пен",
}
_VOWELS = "аеёиоуыэюя"


def _by_ending(table: dict[str, str]) -> dict[str, frozenset[str]]:
    endings = {ending for those in table.values() for ending in those.split()}
    return {
        ending.replace("-", ""): frozenset(
            case for case, those in table.items() if ending in those.split()
        )
        for ending in endings
    }


_ADJECTIVE_CASES, _NOUN_CASES = _by_ending(_ADJECTIVES), _by_ending(_NOUNS)


@lru_cache(maxsize=_REMEMBERED)
def stem(word: str, language: Language) -> str:
    """What the forms of a word have in common; a mark is its own stem, an English form too."""
    analyser = _analyser()
    forms = analyser.words(word)
    if not forms:
        return word
    stems = forms if language is Language.EN else analyser.stems(forms, language)
    return " ".join(stems)


def same_case(one: str, other: str, language: Language) -> bool:
    """Whether two words can be in the same case and number."""
    one, other = one.lower(), other.lower()
    if language is Language.RU:
        return bool(_cases(one) & _cases(other))
    if language is Language.KK:
        plural = [bool(_KAZAKH_PLURAL.search(word)) for word in (one, other)]
        return plural[0] is plural[1] and _kazakh_case(one) == _kazakh_case(other)
    return one == other


def agrees(one: str, other: str, language: Language) -> bool:
    """Whether two forms of one Russian adjective differ in nothing but gender."""
    if language is not Language.RU:
        return False
    return bool(_adjective_cases(one.lower()) & _adjective_cases(other.lower()))


def _cases(word: str) -> frozenset[str]:
    """By the longest ending that is one, of an adjective or of a noun."""
    for length in (3, 2, 1):
        ending = word[-length:] if len(word) > length else ""
        cases = _ADJECTIVE_CASES.get(ending, frozenset()) | _NOUN_CASES.get(ending, frozenset())
        if ending and cases:
            return cases
    return frozenset() if word.endswith(tuple(_VOWELS)) else _NOUN_CASES[""]


def _kazakh_case(word: str) -> str:
    """By what the word has beyond its stem; the nominative, possessive or not, is empty."""
    own = stem(word, Language.KK)
    ending = cyrillic(word)[len(own) :] if cyrillic(word).startswith(own) else ""
    return next(
        (
            case
            for case, endings in _KAZAKH_CASES.items()
            if ending.endswith(tuple(endings.split()))
        ),
        "",
    )


def _adjective_cases(word: str) -> frozenset[str]:
    for length in (3, 2):
        if len(word) > length + 1 and word[-length:] in _ADJECTIVE_CASES:
            return _ADJECTIVE_CASES[word[-length:]]
    return frozenset()


@cache
def _analyser() -> Analyser:
    return Analyser()

"""What keys and letters stand for each other when a keyboard is set to another language."""

from __future__ import annotations

from corpus.law import Language

# The same keys on a Latin and a Russian keyboard; the Kazakh one has its own letters in place of
# figures.
_LATIN = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
_RUSSIAN = "ёйцукенгшщзхъфывапролджэячсмитьбю"
_FIGURES = "2345890-="
_KAZAKH = "әіңғүұқөһ"
_TO_RUSSIAN = str.maketrans(_LATIN, _RUSSIAN)
_TO_KAZAKH = str.maketrans(_LATIN + _FIGURES, _RUSSIAN + _KAZAKH)
_TO_LATIN = str.maketrans(_RUSSIAN, _LATIN)
_LATIN_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz")
_RUSSIAN_LETTERS = frozenset(_RUSSIAN)

# Whoever has no Kazakh keyboard writes these.
_PLAIN = str.maketrans("әғқңөұүһі", "агкноуухи")


def retyped(typed: str, language: Language) -> str | None:
    """The same keys on a keyboard of the language; None where they hardly were of another."""
    lower = typed.lower()
    if language is Language.EN:
        plausible = set(lower) <= _RUSSIAN_LETTERS
        return lower.translate(_TO_LATIN) if plausible else None
    if not _LATIN_LETTERS & set(lower) or _RUSSIAN_LETTERS & set(lower):
        return None
    return lower.translate(_TO_KAZAKH if language is Language.KK else _TO_RUSSIAN)


def without_kazakh_letters(word: str) -> str:
    """A word in normal form as it is typed with Russian letters only (`әкім`: `аким`)."""
    return word.translate(_PLAIN)

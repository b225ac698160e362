"""Which language a law text is in, by its letters alone."""

from __future__ import annotations

import re

from corpus.law import Language

_CYRILLIC_LETTERS = "а-яёәғқңөұүһі"
_CYRILLIC = re.compile(f"[{_CYRILLIC_LETTERS}]", re.IGNORECASE)
_KAZAKH = re.compile("[әғқңөұүһі]", re.IGNORECASE)
_LATIN = re.compile("[a-z]", re.IGNORECASE)
_LATIN_I_IN_KAZAKH = re.compile(
    f"(?<=[{_CYRILLIC_LETTERS}])i|i(?=[{_CYRILLIC_LETTERS}])", re.IGNORECASE
)
_ENOUGH = 100
"""Fewer letters say nothing of the language."""
_SLICE, _SLICES = 1_000, 20
"""Of a long text so many slices of so many letters, taken evenly, are looked at."""
_KAZAKH_SHARE, _RUSSIAN_SHARE = 0.06, 0.03
"""Kazakh has 10 to 20 % of its own letters; a Russian act with Kazakh names below 2 %."""


def language_of(text: str) -> Language | None:
    """The language that a text's letters show; None when they are few or undecided.

    Old Kazakh texts write Latin `i` for Cyrillic `і`, also inside a word.
    """
    step = max(_SLICE, len(text) // _SLICES)
    sample = "".join(text[at : at + _SLICE] for at in range(0, len(text), step))
    sample = _LATIN_I_IN_KAZAKH.sub("і", sample)
    cyrillic, latin = len(_CYRILLIC.findall(sample)), len(_LATIN.findall(sample))
    if cyrillic + latin < _ENOUGH:
        return None
    if latin > cyrillic:
        return Language.EN
    share = len(_KAZAKH.findall(sample)) / cyrillic
    if share >= _KAZAKH_SHARE:
        return Language.KK
    return Language.RU if share <= _RUSSIAN_SHARE else None

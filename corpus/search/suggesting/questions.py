"""Questions in everyday words: «сколько подписей нужно» -> «подписей».

No text of the law says «сколько» or «нужно» where it answers; a search for all words finds nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

_ASKING = """
    кто кого кому кем что чего чему чем когда где куда откуда как какой какая какое какие каких
    какому каким какую каков какова каковы сколько скольким почему зачем чей чья чьи ли
    можно нужно надо нужен нужна нужны есть бывает
    кім кімді кімге кімнің қашан қайда қайдан қалай қандай қанша неше нешеде неліктен неге қай
    ма ме ба бе па пе керек болады бола
    who whom whose what when where which how why many much long does did can is are
"""
ASKING = frozenset(_ASKING.split())
"""Words that make a question of what is asked for, in three languages, and say nothing of it."""

_ONLY_WORDS = re.compile(r"[\w\s?,.\-]+")
_OPERATOR = re.compile(r"(?<!\S)-|(?<!\S)(?:OR|AND|NOT)(?!\S)")
_CHUNK = re.compile(r"[\w-]+")
_PREPOSITION = 3
"""Letters, at most: «за рубежом»."""


def essence(text: str, stands_nowhere: Callable[[str], bool]) -> list[str]:
    """What is left of a question: without the words that ask, then also without unheard-of ones.

    Nothing for what is no question, or is more than words: who writes operators means all of it.
    """
    if not _ONLY_WORDS.fullmatch(text) or _OPERATOR.search(text):
        return []
    words = _CHUNK.findall(text)
    content = [word for word in words if word.lower() not in ASKING]
    if len(content) == len(words):
        return []
    known = _known(content, stands_nowhere)
    shorter = dict.fromkeys(" ".join(kept) for kept in (content, known) if kept)
    return list(shorter)


def _known(words: Sequence[str], stands_nowhere: Callable[[str], bool]) -> list[str]:
    """The words that stand somewhere; a preposition goes with the word after it."""
    known: list[str] = []
    for word in words:
        if not stands_nowhere(word):
            known.append(word)
            continue
        while known and len(known[-1]) <= _PREPOSITION:
            known.pop()
    return known

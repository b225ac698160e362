"""Word-level comparison of two texts, lossless.

The texts are cut into words, spaces and punctuation; each distinct one becomes one character, and
the engine compares those strings. Words are written as letters and punctuation as itself, so the
engine's clean-up, which likes to cut at sentence ends and between words, sees what a reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby

from diffing.engine import OPS, Engine, fastest_engine, tidied
from diffing.matching import equal_pairs, gaps_between
from diffing.runs import Op, Run, TextRedline

# A word keeps its accents, soft hyphens and inner hyphens; a number its decimals and date dots.
_LETTERS = r"[\w\u0300-\u036f\u00ad]+"
_TOKEN = re.compile(
    rf"\d+(?:[.,]\d+)+(?!\w)|{_LETTERS}(?:[-\u2010\u2011'\u2019\u02bc]{_LETTERS})*|.", re.DOTALL
)
_SENTENCE = re.compile(r".+?(?:[.;:!?…]\s+|\n|\Z)", re.DOTALL)

# Code points a word can be written as: letters first, never a surrogate.
_WORD_RANGES = (
    (0x4E00, 0xA000),
    (0x3400, 0x4DC0),
    (0xAC00, 0xD7A4),
    (0x20000, 0x2A6E0),
    (0x2A6E0, 0x110000),
)
_FIRST_WORD = 0x3000
"""Below it spaces and punctuation stand for themselves."""

# Keeps the number of distinct words below the number of code points, whatever the texts are.
_LENGTH_COST = 8


@dataclass(frozen=True)
class Limits:
    """How much work a word-level comparison may be; docs/decisions/0004 has the measurement.

    `pair` is the largest piece of work done at once, `text` what all pieces in one text may add up
    to. Work is the product of the two numbers of words, spaces and punctuation marks (without the
    equal beginnings and ends) and a little for the mere length: never time, so the result does not
    depend on the machine.
    """

    pair: int = 4_000_000
    text: int = 8_000_000


LIMITS = Limits()


def words(text: str) -> list[str]:
    """The text cut into words, single spaces and punctuation marks; joined they are the text."""
    return _TOKEN.findall(text)


def compare_words(
    old: str, new: str, engine: Engine | None = None, limits: Limits = LIMITS
) -> TextRedline:
    """The redline of two texts in whole words; swapping the texts mirrors it.

    Beyond the limits equal sentences are found first and only what lies between them is compared
    by words; where even that is too much it is shown as replaced and the redline is `coarse`.
    """
    if old == new:
        return TextRedline.whole(Op.KEEP, old)
    if (len(old), old) > (len(new), new):  # one direction is computed, the other is its mirror
        return compare_words(new, old, engine, limits).mirrored()
    engine = engine or fastest_engine()
    old_words, new_words = words(old), words(new)
    if _work(old_words, new_words) <= limits.pair:
        return TextRedline.of(_by_words(old_words, new_words, engine))
    return _by_sentences(old, new, engine, limits)


def _by_words(old: list[str], new: list[str], engine: Engine) -> Iterator[Run]:
    alphabet = _Alphabet()
    edits = engine.compare(alphabet.write(old), alphabet.write(new))
    for number, characters in tidied(edits):
        yield Run(OPS[number], alphabet.read(characters))


def _by_sentences(old: str, new: str, engine: Engine, limits: Limits) -> TextRedline:
    old_sentences, new_sentences = _SENTENCE.findall(old), _SENTENCE.findall(new)
    pairs = equal_pairs(old_sentences, new_sentences)
    gaps = [
        (words("".join(old_sentences[a:b])), words("".join(new_sentences[c:d])))
        for a, b, c, d in gaps_between(pairs, len(old_sentences), len(new_sentences))
    ]
    largest = _largest_affordable([_work(*gap) for gap in gaps], limits)
    runs: list[Run] = []
    coarse = False
    for place, (old_words, new_words) in enumerate(gaps):
        if _work(old_words, new_words) <= largest:
            runs += _by_words(old_words, new_words, engine)
        else:
            coarse = True
            runs += [Run(Op.DELETE, "".join(old_words)), Run(Op.INSERT, "".join(new_words))]
        if place < len(pairs):
            runs.append(Run(Op.KEEP, old_sentences[pairs[place][0]]))
    return TextRedline.of(runs, coarse=coarse)


def _work(old: list[str], new: list[str]) -> int:
    """What a comparison costs: the product of the lengths between the equal ends, mostly."""
    shorter = min(len(old), len(new))
    start = 0
    while start < shorter and old[start] == new[start]:
        start += 1
    end = 0
    while end < shorter - start and old[-1 - end] == new[-1 - end]:
        end += 1
    between_ends = (len(old) - start - end) * (len(new) - start - end)
    return between_ends + _LENGTH_COST * (len(old) + len(new))


def _largest_affordable(works: list[int], limits: Limits) -> int:
    """The largest piece of work that can be done if all smaller ones are done too."""
    total = largest = 0
    for work, alike in groupby(sorted(works)):
        total += sum(alike)
        if work > limits.pair or total > limits.text:
            break
        largest = work
    return largest


@dataclass
class _Alphabet:
    """Writes each distinct word as one character, and reads it back."""

    characters: dict[str, str] = field(default_factory=dict)
    meanings: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._free = (chr(point) for first, end in _WORD_RANGES for point in range(first, end))

    def write(self, tokens: list[str]) -> str:
        """The tokens, one character each."""
        return "".join(self.characters.get(token) or self._character(token) for token in tokens)

    def read(self, characters: str) -> str:
        """The text that the characters stand for."""
        return "".join(self.meanings[character] for character in characters)

    def _character(self, token: str) -> str:
        stands_for_itself = len(token) == 1 and not token.isalnum() and ord(token) < _FIRST_WORD
        character = token if stands_for_itself else next(self._free)
        self.characters[token] = character
        self.meanings[character] = token
        return character

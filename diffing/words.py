"""Word-level comparison of two texts, lossless.

The texts are cut into words, spaces and punctuation; each distinct one becomes one character, and
the engine compares those strings. Words are written as letters and punctuation as itself, so the
engine's clean-up, which likes to cut at sentence ends and between words, sees what a reader sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

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
_FIRST_WORD = "\u3000"
"""Below it spaces and punctuation stand for themselves."""

# Keeps the number of distinct words below the number of code points, whatever the texts are.
_LENGTH_COST = 8


@dataclass(frozen=True)
class Limits:
    """How much work word-level comparison may be; docs/decisions/0004 has the measurements.

    Work is the product of the two numbers of words, spaces and punctuation marks (without the
    equal beginnings and ends) and a little for the mere length: never time, so the result does not
    depend on the machine. Above `direct` equal sentences are looked for first; above `piece` what
    lies between them is not compared by words; `total` is for all pieces of one redline.
    """

    direct: int = 200_000
    piece: int = 4_000_000
    total: int = 12_000_000


@dataclass
class Budget:
    """What is left of the limits while one redline, or the redlines of one answer, are made."""

    limits: Limits
    spent: int = 0

    def affords(self, work: int) -> bool:
        """Whether a piece of work may still be done."""
        return work <= self.limits.piece and self.spent + work <= self.limits.total

    def spend(self, work: int) -> None:
        """A piece of work is done."""
        self.spent += work


LIMITS = Limits()


def words(text: str) -> list[str]:
    """The text cut into words, single spaces and punctuation marks; joined they are the text."""
    return _TOKEN.findall(text)


def compare_words(
    old: str, new: str, engine: Engine | None = None, budget: Budget | None = None
) -> TextRedline:
    """The redline of two texts in whole words; swapping the texts mirrors it.

    Beyond the limits equal sentences are found first and only what lies between them is compared
    by words; where even that is too much it is shown as replaced and the redline is `coarse`.
    """
    if old == new:
        return TextRedline.whole(Op.KEEP, old)
    if (len(old), old) > (len(new), new):  # one direction is computed, the other is its mirror
        return compare_words(new, old, engine, budget).mirrored()
    engine = engine or fastest_engine()
    budget = budget or Budget(LIMITS)
    old_words, new_words = words(old), words(new)
    work = _work(old_words, new_words)
    if work <= budget.limits.direct and budget.affords(work):
        budget.spend(work)
        return TextRedline.of(_by_words(old_words, new_words, engine))
    return _by_sentences(old, new, engine, budget)


def _by_words(old: list[str], new: list[str], engine: Engine) -> Iterator[Run]:
    alphabet = _Alphabet()
    edits = engine.compare(alphabet.write(old), alphabet.write(new))
    for number, characters in tidied(edits):
        yield Run(OPS[number], alphabet.read(characters))


def _by_sentences(old: str, new: str, engine: Engine, budget: Budget) -> TextRedline:
    old_sentences, new_sentences = _SENTENCE.findall(old), _SENTENCE.findall(new)
    pairs = equal_pairs(old_sentences, new_sentences)
    gaps = [
        (words("".join(old_sentences[a:b])), words("".join(new_sentences[c:d])))
        for a, b, c, d in gaps_between(pairs, len(old_sentences), len(new_sentences))
    ]
    affordable = _affordable([_work(*gap) for gap in gaps], budget)
    runs: list[Run] = []
    for place, (old_words, new_words) in enumerate(gaps):
        if place in affordable:
            runs += _by_words(old_words, new_words, engine)
        else:
            runs += [Run(Op.DELETE, "".join(old_words)), Run(Op.INSERT, "".join(new_words))]
        if place < len(pairs):
            runs.append(Run(Op.KEEP, old_sentences[pairs[place][0]]))
    return TextRedline.of(runs, coarse=len(affordable) < len(gaps))


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


def _affordable(works: list[int], budget: Budget) -> set[int]:
    """The places of the pieces that can be done, the small ones first."""
    done: set[int] = set()
    for place in sorted(range(len(works)), key=works.__getitem__):
        if not budget.affords(works[place]):
            break
        budget.spend(works[place])
        done.add(place)
    return done


class _Alphabet(dict[str, str]):
    """Writes each distinct word as one character, and reads it back."""

    def __init__(self) -> None:
        super().__init__()
        self._meanings: dict[str, str] = {}
        self._free = (chr(point) for first, end in _WORD_RANGES for point in range(first, end))

    def write(self, tokens: list[str]) -> str:
        """The tokens, one character each."""
        return "".join(map(self.__getitem__, tokens))

    def read(self, characters: str) -> str:
        """The text that the characters stand for."""
        return "".join(map(self._meanings.__getitem__, characters))

    def __missing__(self, token: str) -> str:
        stands_for_itself = len(token) == 1 and not token.isalnum() and token < _FIRST_WORD
        character = token if stands_for_itself else next(self._free)
        self[token] = character
        self._meanings[character] = token
        return character

"""Which paragraphs of a Russian and a Kazakh article are translations of each other.

Numbered blocks are known by their keys. Paragraphs without numbers between two of them are paired
in order; where one language has more of them, by their lengths: a translation is about as long as
its original (W. Gale, K. Church: A Program for Aligning Sentences in Bilingual Corpora, 1993), and
by the numbers in them.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.law import Article, Block, Language

_VARIANCE = 6.8
"""Of the length of a translation, per letter of its original (Gale and Church)."""
_LOST = 900.0
"""What it costs that a paragraph has no partner."""
_PRIORS = {
    (1, 1): -100 * math.log(0.89),
    (1, 0): _LOST,
    (0, 1): _LOST,
    (2, 1): -100 * math.log(0.089 / 2),
    (1, 2): -100 * math.log(0.089 / 2),
    (2, 2): -100 * math.log(0.011),
}
"""What it costs that so many paragraphs of one language are so many of the other."""
_OTHER_NUMBER = 100.0
"""What each number costs that only one side of a bead has."""
_OTHER_SENTENCE = 700.0
"""What each sentence costs that two paragraphs have more or less than the one they are to be."""
_BAND = 8
"""How far from the diagonal partners are looked for: bounds the work on long lists."""
_SENTENCE_END = re.compile(r"[.;!?][»\"”]?\s+\S")
_WORD = re.compile(r"[^\W_]")
_UNENDED = re.compile(r"[^\W\d_]$")

Marks = Counter[tuple[str, str]]
"""The numbers of a paragraph, by unit and value."""


@dataclass(frozen=True)
class Run:
    """A numbered block, or the beginning of an article, with the unnumbered ones after it."""

    key: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Bead:
    """Paragraphs of both languages that say the same; one side may be empty.

    `run` is the key of the numbered block they follow, "" at the beginning of an article. What is
    `inside` has no partner of its own, but stands somewhere in a paragraph of the other language.
    """

    run: str
    russian: tuple[Block, ...]
    kazakh: tuple[Block, ...]
    inside: bool = False


@dataclass(frozen=True)
class _Paragraph:
    length: int
    marks: Marks
    sentences: int


def runs(article: Article) -> tuple[Run, ...]:
    """The runs of an article in order; a key that occurs twice gets a number, as `p_1 (2)`.

    A paragraph that goes on from the one before is one with it: parted by a footnote, or the end
    of a Kazakh sentence whose verb stands below the list inside it. Rules without a letter or
    figure, and the second line of a heading, are left out.
    """
    found: list[tuple[str, list[Block]]] = [("", [])]
    seen: Counter[str] = Counter()
    before: Block | None = None
    for block in article.blocks:
        is_heading = before is None and _ends_heading(article, block)
        if is_heading or not _WORD.search(block.printed):
            continue
        if block.number and block.key and not block.quoted:
            seen[block.key] += 1
            number = seen[block.key]
            found.append((block.key if number == 1 else f"{block.key} ({number})", []))
        blocks = found[-1][1]
        if before is not None and blocks and _goes_on(before, block):
            blocks[-1] = replace(blocks[-1], text=f"{blocks[-1].text} {block.text}")
        else:
            blocks.append(block)
        before = block
    return tuple(Run(key, tuple(blocks)) for key, blocks in found)


def _ends_heading(article: Article, block: Block) -> bool:
    """Whether the first paragraph is the rest of the heading, on a line of its own."""
    return bool(
        not block.number and block.text[:1].islower() and _UNENDED.search(article.heading.rstrip())
    )


def _goes_on(before: Block, block: Block) -> bool:
    """Whether a paragraph is the rest of the one before."""
    if block.number or block.rows or before.rows:
        return False
    return block.continues or bool(
        _UNENDED.search(before.text.rstrip()) and block.text[:1].islower()
    )


def beads(
    russian: Run, kazakh: Run, ratio: float, marks: Callable[[Block, Language], Marks]
) -> Iterator[Bead]:
    """The paragraphs of two runs of one key, paired.

    `ratio` is how many letters of Kazakh one letter of Russian becomes in these texts.
    """
    left, right = russian.blocks, kazakh.blocks
    if len(left) == len(right):
        for one, other in zip(left, right, strict=True):
            yield Bead(russian.key, (one,), (other,))
        return
    steps = _steps(
        [_paragraph(block, marks(block, Language.RU)) for block in left],
        [_paragraph(block, marks(block, Language.KK)) for block in right],
        ratio,
        first_is_one=bool(russian.key),
    )
    i = j = 0
    for taken in steps:
        yield Bead(russian.key, left[i : i + taken[0]], right[j : j + taken[1]])
        i, j = i + taken[0], j + taken[1]


def _paragraph(block: Block, marks: Marks) -> _Paragraph:
    return _Paragraph(len(block.text), marks, len(_SENTENCE_END.findall(block.text)) + 1)


def _steps(
    left: Sequence[_Paragraph], right: Sequence[_Paragraph], ratio: float, *, first_is_one: bool
) -> list[tuple[int, int]]:
    """How many paragraphs each bead takes on both sides, at the least total cost.

    `first_is_one`: the first ones have the same number, so they are partners.
    """
    best: dict[tuple[int, int], tuple[float, tuple[int, int]]] = {(0, 0): (0.0, (0, 0))}
    width = abs(len(left) - len(right)) + _BAND
    for i in range(len(left) + 1):
        for j in range(max(0, i - width), min(len(right), i + width) + 1):
            for step in _PRIORS:
                before = best.get((i - step[0], j - step[1]))
                is_first = (i, j) == step
                if before is None or (first_is_one and is_first and not all(step)):
                    continue
                own, its_pair = left[i - step[0] : i], right[j - step[1] : j]
                cost = before[0] + _cost(own, its_pair, ratio)
                if (i, j) not in best or cost < best[i, j][0]:
                    best[i, j] = (cost, step)
    steps: list[tuple[int, int]] = []
    at = (len(left), len(right))
    while at != (0, 0):
        taken = best[at][1]
        steps.append(taken)
        at = (at[0] - taken[0], at[1] - taken[1])
    return steps[::-1]


def _cost(left: Sequence[_Paragraph], right: Sequence[_Paragraph], ratio: float) -> float:
    """How unlikely it is that these paragraphs are translations of each other."""
    prior = _PRIORS[len(left), len(right)]
    if not left or not right:
        return prior
    if len(left) != len(right):
        sentences = sum(one.sentences for one in left) - sum(one.sentences for one in right)
        prior += _OTHER_SENTENCE * abs(sentences)
    lengths = sum(one.length for one in left), sum(one.length for one in right)
    mean = max(1.0, (lengths[0] + lengths[1] / ratio) / 2)
    distance = abs(lengths[1] - lengths[0] * ratio) / math.sqrt(_VARIANCE * mean)
    probability = max(math.erfc(distance / math.sqrt(2)), 1e-300)
    return prior - 100 * math.log(probability) + _OTHER_NUMBER * _other_numbers(left, right)


def _other_numbers(left: Sequence[_Paragraph], right: Sequence[_Paragraph]) -> int:
    """How many numbers only one side has."""
    if not any(one.marks for one in (*left, *right)):
        return 0
    own: Marks = Counter()
    for one in left:
        own.update(one.marks)
    for one in right:
        own.subtract(one.marks)
    return sum(map(abs, own.values()))

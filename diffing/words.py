"""Word-level comparison of two texts, lossless.

The texts are cut into words and punctuation marks, each with the white space before it; each
distinct word becomes one character, whatever stands before it, and the engine compares those
strings. What it found equal is tidied to what a human would draw; white space that differs before
an equal word is a change of its own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from diffing.engine import Engine, fastest_engine
from diffing.matching import equal_pairs, gaps_between
from diffing.runs import Drawing, Op, TextRedline
from diffing.tidying import Match, tidied
from diffing.vocabulary import Side, sides

_ENDS = ".;:!?…"
_SENTENCE = re.compile(rf"(?:[^{_ENDS}\n]++|[{_ENDS}](?!\s))++(?:[{_ENDS}]\s+|\n)?|[{_ENDS}]\s+|\n")

# In a square of so many characters, two words and their spaces, is at most one unit of work: of
# larger texts it need not be counted to know that their sentences come first.
_SMALLEST_PIECES = 16
# A word or a mark counts with the white space before it.
_IN_A_PIECE = 2
# What either costs by itself: cutting, writing and drawing it.
_LENGTH_COST = 8


@dataclass(frozen=True)
class Limits:
    """How much work word-level comparison may be; docs/decisions/0004 has the measurements.

    Work is the product of the two numbers of words, spaces and punctuation marks (without the
    equal beginnings and ends) and a little for the mere length: never time, so the result does not
    depend on the machine. Above `direct` equal sentences are looked for first; above `piece` what
    lies between them is not compared by words; `total` is for all pieces of one redline.
    """

    direct: int = 80_000
    piece: int = 4_000_000
    total: int = 12_000_000


@dataclass
class Budget:
    """What is left of the limits while one redline, or the redlines of one answer, are made."""

    limits: Limits
    spent: float = 0

    def affords(self, work: float) -> bool:
        """Whether a piece of work may still be done."""
        return work <= self.limits.piece and self.spent + work <= self.limits.total

    def spend(self, work: float) -> None:
        """A piece of work is done."""
        self.spent += work


LIMITS = Limits()


def compare_words(
    old: str, new: str, engine: Engine | None = None, budget: Budget | None = None
) -> TextRedline:
    """The redline of two texts in whole words; swapping the texts mirrors it.

    Beyond the limits equal sentences are found first and only what lies between them is compared
    by words; where even that is too much it is shown as replaced and the redline is `coarse`.
    """
    if old == new:
        return TextRedline.whole(Op.KEEP, old)
    engine = engine or fastest_engine()
    budget = budget or Budget(LIMITS)
    backwards = (len(old), old) > (len(new), new)  # one direction is computed for both
    drawing = Drawing(mirrored=backwards)
    if backwards:
        old, new = new, old
    if not old:
        drawing.add(Op.INSERT, new)
        return drawing.redline()
    if len(old) * len(new) <= budget.limits.direct * _SMALLEST_PIECES:
        texts = _Texts.of(old, new)
        if texts.work <= budget.limits.direct and budget.affords(texts.work):
            budget.spend(texts.work)
            texts.draw(drawing, engine)
            return drawing.redline()
    whole = _draw_sentences(drawing, old, new, engine, budget)
    return drawing.redline(coarse=not whole)


def _draw_sentences(drawing: Drawing, old: str, new: str, engine: Engine, budget: Budget) -> bool:
    """Draw equal sentences and what lies between them; tells whether all of it was compared."""
    old_sentences, new_sentences = _SENTENCE.findall(old), _SENTENCE.findall(new)
    pairs = equal_pairs(old_sentences, new_sentences)
    gaps = {
        place: ("".join(old_sentences[a:b]), "".join(new_sentences[c:d]))
        for place, (a, b, c, d) in enumerate(
            gaps_between(pairs, len(old_sentences), len(new_sentences))
        )
        if a < b or c < d
    }
    texts = {place: _Texts.of(went, came) for place, (went, came) in gaps.items()}
    affordable = _affordable({place: one.work for place, one in texts.items()}, budget)
    for place in range(len(pairs) + 1):
        if place in affordable:
            texts[place].draw(drawing, engine)
        elif place in gaps:
            drawing.add(Op.DELETE, gaps[place][0])
            drawing.add(Op.INSERT, gaps[place][1])
        if place < len(pairs):
            drawing.add(Op.KEEP, old_sentences[pairs[place][0]])
    return len(affordable) == len(gaps)


def _affordable(works: Mapping[int, float], budget: Budget) -> set[int]:
    """The places of the pieces that can be done, the small ones first."""
    done: set[int] = set()
    for place in sorted(works, key=works.__getitem__):
        if not budget.affords(works[place]):
            break
        budget.spend(works[place])
        done.add(place)
    return done


class _Texts(NamedTuple):
    """Two texts to compare, and how many equal words begin and end both."""

    old: Side
    new: Side
    start: int
    end: int
    """The last piece, the white space at the end, is among them."""
    work: float
    """What the comparison costs: the product of the lengths between the equal ends, mostly."""

    @classmethod
    def of(cls, old: str, new: str) -> _Texts:
        """The texts in pieces; work without end if they have too many words to be written."""
        written = sides(old, new)
        if written is None:
            return cls(Side((), ""), Side((), ""), 0, 0, float("inf"))
        one, other = (side.written for side in written)
        shorter = min(len(one), len(other))
        start = _common(one, other, shorter - 1)
        end = _common(one[::-1], other[::-1], shorter - start)
        between_ends = (len(one) - start - end) * (len(other) - start - end)
        length = (len(one) + len(other)) * _IN_A_PIECE
        work = between_ends * _IN_A_PIECE**2 + length * _LENGTH_COST
        return cls(*written, start, end, work)

    def draw(self, drawing: Drawing, engine: Engine) -> None:
        """Draw what stays, goes and comes."""
        old, new = self.old.pieces, self.new.pieces
        at_old = at_new = 0
        for i, j, length in tidied(self._matches(engine), self.old, self.new):
            went, came = old[at_old:i], new[at_new:j]
            at_old, at_new = i + length, j + length
            _draw(drawing, went, came, old[i:at_old], new[j:at_new])

    def _matches(self, engine: Engine) -> list[Match]:
        """What the engine finds equal; the equal ends always, even where they are empty."""
        i = j = self.start
        old, new = self.old.written[i : -self.end], self.new.written[j : -self.end]
        matches = [(0, 0, self.start)]
        for number, length in engine.compare(old, new) if old and new else ():
            if number == 0:
                matches.append((i, j, length))
            i += length if number <= 0 else 0
            j += length if number >= 0 else 0
        matches.append(
            (len(self.old.written) - self.end, len(self.new.written) - self.end, self.end)
        )
        return matches


def _draw(
    drawing: Drawing,
    went: Sequence[str],
    came: Sequence[str],
    kept: Sequence[str],
    equal: Sequence[str],
) -> None:
    """A change and the equal words after it, as they stand in the old text and in the new one.

    The white space before a replacement stays. So does the one before words that went or came
    alone, if the other side has it too: «the {new }word», not «the{ new} word».
    """
    space = ""
    if went and came:
        space = _common_space(went[0], came[0])
    elif (went or came) and kept:
        space = _common_space((went or came)[0], (equal if went else kept)[0])
    drawing.add(Op.KEEP, space)
    drawing.add(Op.DELETE, "".join(went)[len(space) :])
    drawing.add(Op.INSERT, "".join(came)[len(space) :])
    if space and not (went and came):
        first = kept[0].lstrip()
        drawing.add(Op.DELETE if went else Op.INSERT, _space_before((kept if went else equal)[0]))
        drawing.add(Op.KEEP, first)
        kept, equal = kept[1:], equal[1:]
    if kept == equal:
        drawing.add(Op.KEEP, "".join(kept))
        return
    for one, other in zip(kept, equal, strict=True):
        if one == other:
            drawing.add(Op.KEEP, one)
        else:
            drawing.add(Op.DELETE, _space_before(one))
            drawing.add(Op.INSERT, _space_before(other))
            drawing.add(Op.KEEP, one.lstrip())


def _common_space(one: str, other: str) -> str:
    if one[:1] == other[:1] == " " and not (one[1:2].isspace() or other[1:2].isspace()):
        return " "
    space = _space_before(one)
    return space if space == _space_before(other) else ""


def _space_before(piece: str) -> str:
    return piece[: len(piece) - len(piece.lstrip())]


def _common(one: str, other: str, most: int) -> int:
    """How many characters begin both, at most so many."""
    if one[:most] == other[:most]:
        return most
    least = 0
    while most - least > 1:
        middle = (least + most) // 2
        if one[least:middle] == other[least:middle]:
            least = middle
        else:
            most = middle
    return least

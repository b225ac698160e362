"""How the two versions of an article are laid beside each other: points by number, then paragraphs.

A point's number is the same in both languages; a number that only one has is a lost point, unless
the other prints it inside a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.law import Article, Block, Language
from diffing.languages.paragraphs import Bead, Marks, Run, beads, runs

LostPoint = tuple[Language, Run]
"""A numbered block with its paragraphs, and the language that has it."""


@dataclass(frozen=True)
class BothLayouts:
    """The paragraphs of both languages, paired, and the numbered ones that only one has."""

    beads: tuple[Bead, ...]
    lost: tuple[LostPoint, ...] = ()
    unnumbered: Language | None = None
    """The language that numbers nothing where the other does: told once, not point by point."""


def laid_beside(
    russian: Article, kazakh: Article, ratio: float, marks: Callable[[Block, Language], Marks]
) -> BothLayouts:
    """The two versions of an article beside each other.

    `ratio` is how many letters of Kazakh one letter of Russian becomes in these texts, `marks`
    gives the numbers of a paragraph.
    """
    left, right = runs(russian), runs(kazakh)
    if len(left) == 1 or len(right) == 1:
        missing = Language.RU if len(left) < len(right) else Language.KK
        return BothLayouts(
            tuple(beads(_unnumbered(left), _unnumbered(right), ratio, marks)),
            unnumbered=missing if len(left) != len(right) else None,
        )
    by_key = {run.key: run for run in left}, {run.key: run for run in right}
    found: list[Bead] = []
    lost: list[LostPoint] = []
    for key in dict.fromkeys([*by_key[0], *by_key[1]]):
        own, its_pair = by_key[0].get(key), by_key[1].get(key)
        if own is not None and its_pair is not None:
            found += beads(own, its_pair, ratio, marks)
        elif own is not None and _prints(kazakh, own.blocks[0]):
            found.append(Bead("", own.blocks, (), inside=True))
        elif its_pair is not None and _prints(russian, its_pair.blocks[0]):
            found.append(Bead("", (), its_pair.blocks, inside=True))
        elif own is not None:
            lost.append((Language.RU, own))
        elif its_pair is not None:
            lost.append((Language.KK, its_pair))
    return BothLayouts(tuple(_with_orphans(found, lost)), tuple(lost))


def _unnumbered(all_runs: Sequence[Run]) -> Run:
    return Run("", tuple(block for run in all_runs for block in run.blocks))


def _prints(article: Article, block: Block) -> bool:
    """Whether an article prints the number of a block somewhere inside a paragraph."""
    sign = re.escape(block.marker.strip()[-1:] or ".")
    pattern = re.compile(rf"(?:^|[;.:,]\s*|\n){re.escape(block.number)}{sign}\s")
    return any(pattern.search(each.text) for each in article.blocks)


def _with_orphans(found: Sequence[Bead], lost: Sequence[LostPoint]) -> Iterator[Bead]:
    """Where a point is lost, the paragraph that followed it follows another point there."""
    orphans = {
        (language, block.key): block
        for language, run in lost
        for block in run.blocks[1:]
        if block.key
    }
    for bead in found:
        alone = bead.russian or bead.kazakh
        if not bead.inside and len(alone) == 1 and not (bead.russian and bead.kazakh):
            other = Language.KK if bead.russian else Language.RU
            if orphan := orphans.get((other, alone[0].key)):
                side = "kazakh" if bead.russian else "russian"
                yield replace(bead, **{side: (orphan,)})  # type: ignore[arg-type]
                continue
        yield bead

"""The replayed text beside the registry's consolidated edition, article by article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from corpus.exclusions import EXCLUSION
from corpus.keys import covers, key_order
from corpus.law import Article, Block, Edition
from diffing.engine import fastest_engine
from diffing.normalise import rules_between
from diffing.redline import Redline, redline
from diffing.replay.replay import Fate, Replayed


class ReplayVerdict(StrEnum):
    """How the two readings of an article, or of a division's heading, stand to each other."""

    AGREES = "agrees"
    """Instructed, and both read alike: the registry did what the act says."""
    DIFFERS = "differs"
    """Instructed, and they read otherwise."""
    NOT_APPLIED = "not applied"
    """Instructed, and an instruction for it could not be applied: no proof either way."""
    UNINSTRUCTED = "changed without an instruction"
    UNCHANGED = "unchanged"
    """Not instructed, and not changed."""


@dataclass(frozen=True)
class Compared:
    """One article or division heading: the verdict, the folds that it took, and both readings.

    `rules` are the names of `diffing.normalise`'s folds after which both are equal, and `exclusion
    remarks` where the registry prints a line for an excluded unit; () where they are equal to the
    letter. The redline goes from our reading to the registry's; of headings there is none.
    """

    key: str
    verdict: ReplayVerdict
    ours: str
    registry: str
    rules: tuple[str, ...] = ()
    redline: Redline | None = None


EXCLUSION_REMARKS = "exclusion remarks"
_REMARK = re.compile(r"^[(\s]*(?:[-–—]\s*)?")
_LONGEST_REMARK = 400


def compared(replayed: Replayed, registry: Edition) -> tuple[Compared, ...]:
    """Every article and division of either text that both hold, in the act's order."""
    ours = replayed.edition
    instructed = _keys(replayed, {Fate.APPLIED})
    refused = _keys(replayed, {Fate.REFUSED, Fate.UNKNOWN_START})
    keys = {**ours.by_key, **registry.by_key}
    found = []
    for key in sorted(keys, key=key_order):
        one, other = ours.by_key.get(key), registry.by_key.get(key)
        if not (one and other) and not (covers(ours, key) and covers(registry, key)):
            continue
        found.append(_article(key, one, other, instructed, refused))
    found += _headings(ours, registry, instructed, refused)
    return tuple(found)


def _keys(replayed: Replayed, fates: Iterable[Fate]) -> set[str]:
    wanted = set(fates)
    return {key for one in replayed.outcomes if one.fate in wanted for key in one.keys}


def _article(
    key: str, ours: Article | None, other: Article | None, instructed: set[str], refused: set[str]
) -> Compared:
    mine, remarks_mine = _wording(ours)
    theirs, remarks_theirs = _wording(other)
    rules = rules_between(mine, theirs)
    if rules is not None and remarks_mine != remarks_theirs:
        rules = (*rules, EXCLUSION_REMARKS)
    verdict = _verdict(key, equal=rules is not None, instructed=instructed, refused=refused)
    difference = None
    if rules is None:
        difference = redline(ours, other, fastest_engine())
    return Compared(key, verdict, mine, theirs, rules or (), difference)


def _wording(article: Article | None) -> tuple[str, bool]:
    """The words of an article, a line a paragraph, and whether a remark of exclusion was left out.

    An article without paragraphs has lost its wording, whatever became of its heading.
    """
    if article is None:
        return "", False
    kept = [block for block in article.blocks if not _is_remark(block)]
    lines = [article.printed_heading, *(block.printed for block in kept)]
    remarked = len(kept) < len(article.blocks)
    return ("\n".join(line for line in lines if line) if kept else ""), remarked


def _is_remark(block: Block) -> bool:
    if block.quoted or len(block.text) > _LONGEST_REMARK:
        return False
    found = EXCLUSION.search(block.text)
    opening = _REMARK.match(block.text)
    return found is not None and opening is not None and found.start() == opening.end()


def _headings(
    ours: Edition, registry: Edition, instructed: set[str], refused: set[str]
) -> list[Compared]:
    mine = {one.key: " ".join(one.printed_heading.split()) for one in ours.divisions}
    theirs = {one.key: " ".join(one.printed_heading.split()) for one in registry.divisions}
    found = []
    for key in sorted({**mine, **theirs}, key=key_order):
        one, other = mine.get(key, ""), theirs.get(key, "")
        if not (one and other) and not (covers(ours, key) and covers(registry, key)):
            continue
        rules = rules_between(one, other)
        verdict = _verdict(key, equal=rules is not None, instructed=instructed, refused=refused)
        found.append(Compared(key, verdict, one, other, rules or ()))
    return found


def _verdict(key: str, *, equal: bool, instructed: set[str], refused: set[str]) -> ReplayVerdict:
    if key in refused and not (equal and key in instructed):
        return ReplayVerdict.NOT_APPLIED
    if key in instructed:
        return ReplayVerdict.AGREES if equal else ReplayVerdict.DIFFERS
    return ReplayVerdict.UNCHANGED if equal else ReplayVerdict.UNINSTRUCTED

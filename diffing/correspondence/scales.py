"""The thresholds that decide what is asserted; docs/decisions/0009 says how they were found.

How words weigh stands in `similarity`, what a piece is in `pieces`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Scales:
    """Thresholds of similarity, which runs from 0 to 1."""

    sure: float = 0.31
    """From here on a pair is asserted, if nothing else comes near it."""
    sure_if_linked: float = 0.25
    """The same where an official note ties the two rules together, or an equal number."""
    sure_if_foreign: float = 0.70
    """The same where the headings around the two rules have no word in common: what they share
    may be only a frame («… правомочно, если …») that many subjects use."""
    near: float = 0.70
    """A rival with this share of a pair's similarity comes too near for an assertion."""
    maybe: float = 0.14
    """From here on a pair is worth showing as possible."""
    tie: float = 0.85
    """Of the possible ones those are shown that have this share of the best one's similarity."""
    shade: float = 0.50
    """With less than this share of what one of its rules has elsewhere a pair is not shown."""
    piece: float = 0.90
    """What it counts when a whole rule is like only a piece of the other."""
    context: float = 0.10
    """The share of the headings around a rule in its similarity."""
    position: float = 0.02
    """What standing at the same place of its text is worth: it only breaks ties."""
    parallel: float = 0.45
    """Neighbours this alike say the same for several cases: one old rule may be split into them."""
    twin: float = 0.95
    """Neighbours even more alike are one rule twice: nobody can tell which of them is meant."""
    rivals: int = 5
    """So many possible partners of a rule are told at most, the most alike ones."""


SCALES = Scales()

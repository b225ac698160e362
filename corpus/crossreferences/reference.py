"""A reference as the text has it: where it stands, which units it names, of which act."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.addresses import Unit


class Scope(StrEnum):
    """Of what a reference's units are, as its words tell."""

    OWN_PLACE = "own place"
    """«настоящей статьи», «осы тармақтың»: of a unit around the reference itself."""
    OWN_ACT = "own act"
    """«настоящего Закона», «осы Заңның»."""
    NAMED_ACT = "named act"
    """An act that is called by its name, number or day."""
    UNSAID = "unsaid"
    """Nothing tells; or only «указанного Закона»."""


@dataclass(frozen=True)
class TextReference:
    """A stretch of a block that refers to provisions, or to an act as a whole.

    `block` is its place among the article's blocks, `start` and `end` are places in that block's
    `text`. `addresses` are the units, outermost first, of each provision it names: several for a
    run («пунктами 5–8»), none where it names an act only. `around` is what the text itself calls
    that around: the unit's kind («статья», «пункт») or, for an own act, its form's word. `act` are
    the words that name an act. `implied` tells of an unsaid one that its sentence shows it to be of
    the same text («по основаниям, указанным в пункте 5, аким …»).
    """

    block: int
    start: int
    end: int
    scope: Scope
    addresses: tuple[tuple[Unit, ...], ...] = ()
    around: str = ""
    act: str = ""
    implied: bool = False

"""Regimes of electing akims and their phases: which provisions ruled, and when.

A *regime* has *phases*; a phase is a rule book that stayed the same: sets of provisions, read as
of one day. Where no day is known there is none, and `doubts` say why.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from corpus.law import Language
from corpus.provisions import ProvisionSet

Texts = Mapping[Language, str]
"""One text in every language."""


class UnknownRegime(Exception):
    """There is no such regime or phase; the message names what comes nearest, and all there are."""

    def __init__(self, key: str, nearest: Sequence[str], known: Sequence[str]) -> None:
        self.key, self.nearest, self.known = key, tuple(nearest), tuple(known)
        near = f" Nearest: {', '.join(nearest)}." if nearest else ""
        super().__init__(f"No regime or phase {key!r} is known.{near} All: {', '.join(known)}.")


class PhaseWithoutText(Exception):
    """No text of a phase is to be had; the message says why, and which phases have one."""

    def __init__(self, phase: Phase, known: Sequence[str]) -> None:
        self.key, self.known = phase.key, tuple(known)
        super().__init__(
            f"No text of {phase.key} is to be had. {(phase.doubts or phase.ground)[Language.EN]} "
            f"Phases with a text: {', '.join(known)}."
        )


@dataclass(frozen=True)
class Phase:
    """A rule book of electing akims and its days, half-open; None: the day is not known.

    `on` is the day whose texts stand for the phase; None where no text of it is to be had.
    `provisions` are its own rules, `general` those of the general part of the elections law that
    rule it too; both without a label, to be read as of `on`.
    """

    key: str
    regime: str
    titles: Texts
    adopted: date | None
    """The day of the act that brought it in."""
    from_: date | None
    to: date | None
    on: date | None
    provisions: tuple[ProvisionSet, ...]
    general: tuple[ProvisionSet, ...]
    ground: Texts
    """What the days rest on."""
    doubts: Texts | None
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Gap:
    """Days between two regimes in which akims were not elected, half-open."""

    key: str
    titles: Texts
    from_: date | None
    to: date | None
    ground: Texts
    doubts: Texts | None
    sources: tuple[str, ...]


@dataclass(frozen=True)
class Regime:
    """A headline regime. `represented_by` is the phase that is meant when only it is named."""

    key: str
    titles: Texts
    about: Texts
    """One sentence."""
    represented_by: str
    phases: tuple[Phase, ...]


@dataclass(frozen=True)
class Regimes:
    """All regimes and the gaps between them, in time order."""

    regimes: tuple[Regime, ...]
    gaps: tuple[Gap, ...]

    @cached_property
    def phases(self) -> tuple[Phase, ...]:
        """All phases, in time order."""
        return tuple(phase for regime in self.regimes for phase in regime.phases)

    def regime(self, key: str) -> Regime:
        """A regime by its key; raises UnknownRegime."""
        for regime in self.regimes:
            if regime.key.casefold() == key.strip().casefold():
                return regime
        raise UnknownRegime(key, *self._known(key, phases=False))

    def phase(self, key: str) -> Phase:
        """A phase by its key, or the one that represents the regime of that key.

        Case does not matter. Raises UnknownRegime.
        """
        wanted = key.strip().casefold()
        represented = {regime.key.casefold(): regime.represented_by for regime in self.regimes}
        wanted = represented.get(wanted, wanted).casefold()
        for phase in self.phases:
            if phase.key.casefold() == wanted:
                return phase
        raise UnknownRegime(key, *self._known(key, phases=True))

    def _known(self, key: str, *, phases: bool) -> tuple[list[str], list[str]]:
        known = [regime.key for regime in self.regimes]
        known += [phase.key for phase in self.phases] if phases else []
        folded = {one.casefold(): one for one in known}
        near = difflib.get_close_matches(key.strip().casefold(), folded, n=3, cutoff=0.3)
        return [folded[one] for one in near], known

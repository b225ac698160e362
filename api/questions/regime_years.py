"""The years of a regime for a headline, as far as its phases tell."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from corpus.phases import Phase, Regime, Regimes


@dataclass(frozen=True)
class RegimeYears:
    """A regime with its first and last year; `last` None: it goes on.

    The first year is that of its first phase, or the year it is named by where no day of that is
    known. The last one is that of its last phase's end or, where that day is not known, of the act
    that brought in the next regime.
    """

    regime: Regime
    first: str
    last: str | None
    following: Regime | None
    """The regime after it, to compare it with: where texts of both are held."""


def regime_years(regimes: Regimes, with_text: Collection[str]) -> tuple[RegimeYears, ...]:
    """Every regime with its years, oldest first; `with_text` are the phases a text is held of."""
    found = []
    for place, regime in enumerate(regimes.regimes):
        following = regimes.regimes[place + 1] if place + 1 < len(regimes.regimes) else None
        last = regime.phases[-1].to
        end = str(last.year) if last else (_first(following) if following else None)
        both = following and {regime.represented_by, following.represented_by} <= {*with_text}
        found.append(RegimeYears(regime, _first(regime), end, following if both else None))
    return tuple(found)


def _first(regime: Regime) -> str:
    year = _year(regime.phases[0])
    return str(year) if year else regime.key


def _year(phase: Phase) -> int | None:
    day = phase.from_ or phase.adopted
    return day.year if day else None

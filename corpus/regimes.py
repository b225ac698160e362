"""Reads the regimes of electing akims: `regimes.toml` beside this module, or another of its form.

The file is written by hand, so a mistake is answered with the file, the line, the entry and what
is wrong. What the fields mean stands at the head of `regimes.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, Field

from corpus.handwritten import STRICT, HandwrittenError, Places, Words, read_document, read_text
from corpus.law import Language
from corpus.phases import (
    Gap,
    Phase,
    PhaseWithoutText,
    Regime,
    Regimes,
    Texts,
    UnknownRegime,
)
from corpus.provisions import ProvisionSet

__all__ = [
    "Gap",
    "InEveryLanguage",
    "Phase",
    "PhaseWithoutText",
    "Provisions",
    "Regime",
    "Regimes",
    "RegimesError",
    "Texts",
    "UnknownRegime",
    "load_regimes",
    "read_regimes",
]


class RegimesError(HandwrittenError):
    """The file of regimes cannot be used; the message names the file, the line and the entry."""


def load_regimes(path: Path | None = None) -> Regimes:
    """Read a file of regimes; without a path the one that comes with Nusqa. Raises RegimesError."""
    path = path or Path(__file__).with_suffix(".toml")
    return read_regimes(read_text(path, "the file of regimes", RegimesError), path.name)


def read_regimes(text: str, name: str = "regimes.toml") -> Regimes:
    """Read the text of a file of regimes; `name` is what errors call it. Raises RegimesError."""
    places = Places(name, text)
    file = read_document(text, _File, places, RegimesError)
    _check(file, places)
    phases = [phase.phase() for phase in file.phase]
    regimes = tuple(
        Regime(
            key=regime.key,
            titles=regime.title.texts,
            about=regime.about.texts,
            represented_by=regime.represented_by,
            phases=tuple(phase for phase in phases if phase.regime == regime.key),
        )
        for regime in file.regime
    )
    return Regimes(regimes, tuple(gap.gap() for gap in file.gap))


class InEveryLanguage(BaseModel):
    """One text in every language."""

    model_config = STRICT

    ru: Words
    kk: Words
    en: Words

    @property
    def texts(self) -> Texts:
        """By language."""
        return {Language.RU: self.ru, Language.KK: self.kk, Language.EN: self.en}


def _provisions(text: str) -> str:
    if ProvisionSet.parse(text).when:
        raise ValueError(f"{text!r} names an edition: the phase's day says which text is meant")
    return text


Provisions = Annotated[str, AfterValidator(_provisions)]


class _Table(BaseModel):
    model_config = STRICT


class _Regime(_Table):
    key: Words
    title: InEveryLanguage
    about: InEveryLanguage
    represented_by: Words


class _Days(_Table):
    key: Words
    title: InEveryLanguage
    from_: date | None = Field(default=None, alias="from")
    to: date | None = None
    ground: InEveryLanguage
    doubts: InEveryLanguage | None = None
    sources: list[Words] = []


class _Phase(_Days):
    regime: Words
    adopted: date | None = None
    on: date | None = None
    provisions: list[Provisions] = []
    general: list[Provisions] = []

    def phase(self) -> Phase:
        return Phase(
            key=self.key,
            regime=self.regime,
            titles=self.title.texts,
            adopted=self.adopted,
            from_=self.from_,
            to=self.to,
            on=self.on,
            provisions=tuple(map(ProvisionSet.parse, self.provisions)),
            general=tuple(map(ProvisionSet.parse, self.general)),
            ground=self.ground.texts,
            doubts=self.doubts.texts if self.doubts else None,
            sources=tuple(self.sources),
        )


class _Gap(_Days):
    def gap(self) -> Gap:
        return Gap(
            key=self.key,
            titles=self.title.texts,
            from_=self.from_,
            to=self.to,
            ground=self.ground.texts,
            doubts=self.doubts.texts if self.doubts else None,
            sources=tuple(self.sources),
        )


class _File(_Table):
    regime: list[_Regime]
    phase: list[_Phase]
    gap: list[_Gap] = []


def _check(file: _File, places: Places) -> None:
    """Refuse what no single entry shows."""
    regimes = [regime.key for regime in file.regime]
    seen: set[str] = set()
    entries: dict[str, Sequence[_Regime | _Days]] = {
        "regime": file.regime,
        "phase": file.phase,
        "gap": file.gap,
    }
    for kind, own in entries.items():
        for at, entry in enumerate(own):
            if entry.key.casefold() in seen:
                raise RegimesError(places.mistake((kind, at, "key"), "the key is already taken"))
            seen.add(entry.key.casefold())
    for at, regime in enumerate(file.regime):
        if regime.represented_by not in [p.key for p in file.phase if p.regime == regime.key]:
            message = f"{regime.represented_by!r} is no phase of regime {regime.key}"
            raise RegimesError(places.mistake(("regime", at, "represented_by"), message))
    latest: date | None = None
    for at, phase in enumerate(file.phase):
        if phase.regime not in regimes:
            message = f"{phase.regime!r} is no regime: {', '.join(regimes)}"
            raise RegimesError(places.mistake(("phase", at, "regime"), message))
        if objection := _objection(phase, latest):
            key, message = objection
            raise RegimesError(places.mistake(("phase", at, key), message))
        latest = phase.from_ or phase.adopted or latest


def _objection(phase: _Phase, latest: date | None) -> tuple[str, str] | None:
    if phase.from_ and phase.to and phase.to <= phase.from_:
        return "to", "the phase ends before it begins"
    if phase.on and not phase.provisions:
        return "on", "a day without provisions: name those that are to be read as of it"
    if phase.provisions and not phase.on:
        return "provisions", "give `on`, the day as of which the provisions are read"
    if phase.on and (
        (phase.from_ and phase.on < phase.from_) or (phase.to and phase.on >= phase.to)
    ):
        return "on", "the day lies outside the phase"
    begins = phase.from_ or phase.adopted
    if begins and latest and begins < latest:
        return "from" if phase.from_ else "adopted", "phases must run from the oldest to the newest"
    return None

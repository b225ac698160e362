"""What ruled each stage of an election in each phase, read from `themes.toml`.

A *theme* is a question that is asked of every phase (who nominates, how old, for how long); a
*cell* is a phase's answer: the provisions that rule it and one line in three languages. What the
fields mean stands at the head of `themes.toml`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, model_validator

from corpus.handwritten import (
    STRICT,
    HandwrittenError,
    Places,
    Where,
    Words,
    read_document,
    read_text,
)
from corpus.provisions import ProvisionSet
from corpus.regimes import InEveryLanguage, Provisions, Regimes, Texts


class ThemesError(HandwrittenError):
    """The file of themes cannot be used; the message names the file, the line and the entry."""


class UnknownTheme(Exception):
    """There is no such theme or stage; the message names what comes nearest, and all there are."""

    def __init__(self, what: str, key: str, known: Sequence[str]) -> None:
        self.key, self.known = key, tuple(known)
        self.nearest = tuple(difflib.get_close_matches(key.strip().casefold(), known, n=3))
        near = f" Nearest: {', '.join(self.nearest)}." if self.nearest else ""
        super().__init__(f"No {what} {key!r} is known.{near} All: {', '.join(known)}.")


@dataclass(frozen=True)
class Source:
    """What an act, or the part of it that `provisions` name, is called in citations."""

    provisions: ProvisionSet
    names: Texts


@dataclass(frozen=True)
class Cell:
    """A phase's answer to a theme.

    `silent`: the phase's texts say nothing of it. `doubt` says why the answer may be wrong.
    `summary` is None where nothing is known, or where there is nothing to add to the silence.
    """

    phase: str
    provisions: tuple[ProvisionSet, ...]
    summary: Texts | None
    silent: bool
    doubt: Texts | None


@dataclass(frozen=True)
class Stage:
    """A stage of an election."""

    key: str
    titles: Texts


@dataclass(frozen=True)
class Theme:
    """A question, with the answer of every phase that has a text, in time order."""

    key: str
    stage: str
    titles: Texts
    cells: tuple[Cell, ...]

    def cell(self, phase: str) -> Cell:
        """The answer of a phase, by its key; raises KeyError for one without a text."""
        return self._by_phase[phase]

    @cached_property
    def _by_phase(self) -> dict[str, Cell]:
        return {cell.phase: cell for cell in self.cells}


@dataclass(frozen=True)
class Themes:
    """All stages and themes, in the file's order."""

    sources: tuple[Source, ...]
    stages: tuple[Stage, ...]
    themes: tuple[Theme, ...]

    def stage(self, key: str) -> Stage:
        """A stage by its key; raises UnknownTheme."""
        for stage in self.stages:
            if stage.key == key.strip().casefold():
                return stage
        raise UnknownTheme("stage", key, [stage.key for stage in self.stages])

    def theme(self, key: str) -> Theme:
        """A theme by its key; raises UnknownTheme."""
        for theme in self.themes:
            if theme.key == key.strip().casefold():
                return theme
        raise UnknownTheme("theme", key, [theme.key for theme in self.themes])


def load_themes(regimes: Regimes, path: Path | None = None) -> Themes:
    """Read a file of themes; without a path the one that comes with Nusqa. Raises ThemesError."""
    path = path or Path(__file__).with_suffix(".toml")
    return read_themes(read_text(path, "the file of themes", ThemesError), regimes, path.name)


def read_themes(text: str, regimes: Regimes, name: str = "themes.toml") -> Themes:
    """Read the text of a file of themes on these regimes; `name` is what errors call it.

    Raises ThemesError.
    """
    places = Places(name, text, named_by=("key", "phases", "provisions"))
    file = read_document(text, _File, places, ThemesError)
    phases = [phase.key for phase in regimes.phases if phase.on]
    for where, message in _objections(file, phases):
        raise ThemesError(places.mistake(where, message))
    doubts = {doubt.key: doubt.text.texts for doubt in file.doubt}
    return Themes(
        sources=tuple(
            Source(ProvisionSet.parse(one.provisions), one.name.texts) for one in file.source
        ),
        stages=tuple(Stage(stage.key, stage.title.texts) for stage in file.stage),
        themes=tuple(theme.theme(phases, doubts) for theme in file.theme),
    )


class _Table(BaseModel):
    model_config = STRICT


class _Source(_Table):
    provisions: Provisions
    name: InEveryLanguage


class _Doubt(_Table):
    key: Words
    text: InEveryLanguage


def _key(text: str) -> str:
    if text != text.casefold():
        raise ValueError("write keys in small letters")
    return text


class _Stage(_Table):
    key: Annotated[Words, AfterValidator(_key)]
    title: InEveryLanguage


class _Cell(_Table):
    phases: list[Words]
    provisions: list[Provisions] = []
    silent: bool = False
    doubt: Words | None = None
    ru: Words | None = None
    kk: Words | None = None
    en: Words | None = None

    @property
    def summary(self) -> Texts | None:
        lines = (self.ru, self.kk, self.en)
        if not all(lines):
            return None
        ru, kk, en = (line or "" for line in lines)
        return InEveryLanguage(ru=ru, kk=kk, en=en).texts

    @model_validator(mode="after")
    def _says_something(self) -> _Cell:
        lines = {"ru": self.ru, "kk": self.kk, "en": self.en}
        missing = [language for language, line in lines.items() if not line]
        if missing and len(missing) < len(lines):
            raise ValueError(f"the line is missing in {', '.join(missing)}")
        if missing and not (self.silent or self.doubt):
            raise ValueError("give the line in ru, kk and en, or say `silent = true` or a `doubt`")
        if not self.provisions and not self.silent:
            raise ValueError("name the provisions that it rests on, or say `silent = true`")
        if any(not ProvisionSet.parse(one).keys for one in self.provisions):
            raise ValueError("name articles or points, not a whole act")
        return self


class _Theme(_Stage):
    stage: Words
    cell: list[_Cell]

    def theme(self, phases: Sequence[str], doubts: dict[str, Texts]) -> Theme:
        own = {phase: cell for cell in self.cell for phase in cell.phases}
        return Theme(
            key=self.key,
            stage=self.stage,
            titles=self.title.texts,
            cells=tuple(
                Cell(
                    phase=phase,
                    provisions=tuple(map(ProvisionSet.parse, own[phase].provisions)),
                    summary=own[phase].summary,
                    silent=own[phase].silent,
                    doubt=doubts.get(own[phase].doubt or ""),
                )
                for phase in phases
            ),
        )


class _File(_Table):
    source: list[_Source]
    doubt: list[_Doubt] = []
    stage: list[_Stage]
    theme: list[_Theme]


def _objections(file: _File, phases: Sequence[str]) -> Iterator[tuple[Where, str]]:
    """What no single entry shows, each with its place."""
    doubts = [doubt.key for doubt in file.doubt]
    stages = [stage.key for stage in file.stage]
    themes = [theme.key for theme in file.theme]
    for kind, keys in (("doubt", doubts), ("stage", stages), ("theme", themes)):
        for at, key in enumerate(keys):
            if key in keys[:at]:
                yield (kind, at, "key"), "the key is already taken"
    for at, theme in enumerate(file.theme):
        if theme.stage not in stages:
            yield ("theme", at, "stage"), f"{theme.stage!r} is no stage: {', '.join(stages)}"
        for number, cell in enumerate(theme.cell):
            if cell.doubt and cell.doubt not in doubts:
                message = f"{cell.doubt!r} is no doubt: {', '.join(doubts)}"
                yield ("theme", at, "cell", number, "doubt"), message
        yield from _phase_objections(("theme", at), theme, phases)


def _phase_objections(
    where: Where, theme: _Theme, phases: Sequence[str]
) -> Iterator[tuple[Where, str]]:
    """Every phase that has a text has one answer, and no other has any."""
    answered: list[str] = []
    for number, cell in enumerate(theme.cell):
        for phase in cell.phases:
            place = (*where, "cell", number, "phases")
            if phase not in phases:
                yield place, f"{phase!r} is no phase that has a text: {', '.join(phases)}"
            if phase in answered:
                yield place, f"{phase} has an answer already"
            answered.append(phase)
    if missing := [phase for phase in phases if phase not in answered]:
        yield where, f"no answer for {', '.join(missing)}"

"""The matrix of themes and phases as its page shows it: lines, citations that lead, doubts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Self
from urllib.parse import urlencode

from sqlalchemy.orm import Session

from api.pages.regime_links import provision_link
from api.questions.matrix import (
    ALL_PHASES,
    CellRead,
    Chosen,
    CopyRead,
    Matrix,
    ProvisionRead,
    read_matrix,
)
from api.rendering.page import Links, Reader
from corpus.bundled import own_fingerprints, own_regimes, own_themes
from corpus.citing import name_and_place
from corpus.fingerprints import ReadState
from corpus.keys import SEPARATOR
from corpus.law import Language
from corpus.phases import Phase
from corpus.themes import Stage, Theme

_DIVISIONS = ("sec_", "ch_", "par_")


@dataclass(frozen=True)
class Reference:
    """A provision: its place, where it is read, and how the line above stands to it."""

    place: str
    address: str | None
    state: ReadState


@dataclass(frozen=True)
class Text:
    """A text that is cited, by its short name, and its places."""

    name: str
    references: tuple[Reference, ...]


@dataclass(frozen=True)
class CellShown:
    """A phase's answer to a theme."""

    phase: Phase
    summary: str | None
    silent: bool
    doubt: str | None
    """The number of the note that says why it may be wrong."""
    state: ReadState | None
    texts: tuple[Text, ...]

    @property
    def held_in_part(self) -> bool:
        """Whether some of its provisions are held, and some are not."""
        held = {
            one.state is not ReadState.NOT_HELD for text in self.texts for one in text.references
        }
        return len(held) > 1 and self.state is ReadState.NOT_HELD


@dataclass(frozen=True)
class RowShown:
    """A theme with its cells in the phases' order."""

    theme: Theme
    cells: tuple[CellShown, ...]
    address: str
    """Of the same for this theme alone: in the phases chosen, else in every one."""


@dataclass(frozen=True)
class MatrixShown:
    """The matrix by stages, the notes on doubts, and the ways to see another part of it."""

    matrix: Matrix
    chosen: Chosen
    links: Links
    stages: tuple[tuple[Stage, tuple[RowShown, ...]], ...]
    doubts: tuple[tuple[str, str], ...]
    all_phases: tuple[Phase, ...]

    @classmethod
    def of(cls, session: Session, chosen: Chosen, reader: Reader) -> Self:
        """The part that is wanted; without phases those that represent the regimes.

        Raises UnknownTheme, UnknownRegime, PhaseWithoutText.
        """
        regimes = own_regimes()
        wanted = chosen
        if not chosen.phases:
            of_regimes = tuple(one.key for one in regimes.regimes)
            wanted = replace(chosen, phases=(ALL_PHASES,) if chosen.themes else of_regimes)
        matrix = read_matrix(session, regimes, own_themes(), own_fingerprints(), wanted)
        numbers: dict[str, str] = {}
        rows = {
            key: RowShown(
                cells[0].theme,
                tuple(_cell(cell, numbers, reader) for cell in cells),
                address(reader.links, theme=key, phases=chosen.phases),
            )
            for key, cells in matrix.by_theme.items()
        }
        stages = tuple(
            (stage, tuple(row for row in rows.values() if row.theme.stage == stage.key))
            for stage in matrix.stages
        )
        doubts = tuple((number, text) for text, number in numbers.items())
        with_text = tuple(phase for phase in regimes.phases if phase.on)
        return cls(matrix, chosen, reader.links, stages, doubts, with_text)

    @property
    def theme(self) -> str | None:
        """The themes chosen one by one, as addresses name them; None: not so chosen."""
        return ",".join(self.chosen.themes) or None

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys of the phases that are shown."""
        return tuple(phase.key for phase in self.matrix.phases)

    def toggled(self, phase: str) -> str:
        """The address of the same with a phase, or without it; the last one stays."""
        columns = self.columns
        kept = tuple(key for key in columns if key != phase)
        phases = (*columns, phase) if phase not in columns else (kept or columns)
        return address(self.links, self.theme, self.chosen.stage, phases)

    def of_stage(self, stage: str | None) -> str:
        """The address of one stage, or of all, for the same phases."""
        return address(self.links, None, stage, self.chosen.phases)

    def of_phases(self, *phases: str) -> str:
        """The address of the same for these phases; for none as it is without a choice."""
        return address(self.links, self.theme, self.chosen.stage, phases)

    def states(self) -> Iterator[tuple[ReadState, int]]:
        """How many cells stand how, where not all is well."""
        counts = self.matrix.states()
        for state in ReadState:
            if counts[state]:
                yield state, counts[state]


def address(
    links: Links,
    theme: str | None = None,
    stage: str | None = None,
    phases: Sequence[str] = (),
) -> str:
    """The address of a part of the matrix."""
    path, _, query = links("regimes", theme=theme, stage=stage).partition("?")
    phase = urlencode([("phase", one) for one in phases])
    whole = "&".join(part for part in (query, phase) if part)
    return f"{path}{'?' if whole else ''}{whole}#matrix"


def _cell(read: CellRead, numbers: dict[str, str], reader: Reader) -> CellShown:
    cell, language = read.cell, reader.language
    doubt = None
    if cell.doubt:
        text = cell.doubt[language]
        doubt = numbers.setdefault(text, str(len(numbers) + 1))
    return CellShown(
        read.phase,
        cell.summary[language] if cell.summary else None,
        cell.silent,
        doubt,
        read.state,
        tuple(_texts(read, reader)),
    )


def _texts(read: CellRead, reader: Reader) -> Iterator[Text]:
    """The provisions of a cell, those of one text together."""
    named: dict[str, list[Reference]] = {}
    for one in read.provisions:
        name, place = name_and_place(one.ngr, one.key, own_themes().sources, reader.language)
        reference = Reference(place or name, _address(one, reader), one.state)
        named.setdefault(name, []).append(reference)
    for name, references in named.items():
        whole = len(references) == 1 and references[0].place == name
        yield Text("" if whole else name, tuple(references))


def _address(one: ProvisionRead, reader: Reader) -> str | None:
    """Where a provision is read: in the reader's language, else Russian, else any it is held in."""
    held = [copy for copy in one.copies if copy.label and copy.state is not ReadState.NOT_HELD]
    order = (reader.language, Language.RU, *Language)
    copy = min(held, key=lambda each: order.index(each.language or Language.RU), default=None)
    if copy is None or copy.label is None or copy.language is None:
        return None
    return _in_copy(one, copy, reader)


def _in_copy(one: ProvisionRead, copy: CopyRead, reader: Reader) -> str:
    links, label, language = reader.links, copy.label, copy.language
    if label is None or language is None:
        raise ValueError(f"{one.written} is not held")
    if one.key.startswith(_DIVISIONS) or (one.key.startswith("app_") and SEPARATOR not in one.key):
        return links("acts", one.ngr, lang=language, edition=label)
    return provision_link(links, one.ngr, one.key, article_of(one.key), label, language)


def article_of(key: str) -> str:
    """The article that a key stands in: the points of an appendix are articles themselves."""
    parts = key.split(SEPARATOR)
    depth = 2 if parts[0].startswith("app_") else 1
    return SEPARATOR.join(parts[:depth])

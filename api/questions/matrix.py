"""The matrix of themes and phases, each cell with how it stands to the texts that are held."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from api.questions.shelf import Absent, Shelf
from corpus.fingerprints import (
    Fingerprints,
    Place,
    ReadState,
    ReadWording,
    fingerprint,
)
from corpus.law import EditionLabel, Language
from corpus.provisions import ProvisionSet
from corpus.regimes import Phase, PhaseWithoutText, Regimes
from corpus.themes import Cell, Stage, Theme, Themes, UnknownTheme

ALL_PHASES = "all"

# The worst of a cell's provisions speaks for the cell; of one provision's copies the best does,
# but a copy that changed is always told.
_WORST_FIRST = (ReadState.CHANGED, ReadState.NOT_HELD, ReadState.UNREAD, ReadState.CHECKED)
_TOLD_FIRST = (ReadState.CHANGED, ReadState.CHECKED, ReadState.UNREAD, ReadState.NOT_HELD)


@dataclass(frozen=True)
class CopyRead:
    """A provision in one language: the edition that answers, its wording, how it stands."""

    state: ReadState
    language: Language | None = None
    """None: the act is held in no language."""
    label: EditionLabel | None = None
    sample: bool = False
    fingerprint: str | None = None
    remark: str | None = None
    """What the store says where it is not held."""


@dataclass(frozen=True)
class ProvisionRead:
    """One provision of a cell, in every language its act is held in."""

    ngr: str
    key: str
    copies: tuple[CopyRead, ...]

    @property
    def written(self) -> str:
        """`NGR:KEY`."""
        return str(ProvisionSet(self.ngr, (self.key,)))

    @property
    def state(self) -> ReadState:
        """How it stands: by the copy that was checked, unless one changed."""
        states = {copy.state for copy in self.copies}
        return next(state for state in _TOLD_FIRST if state in states)


@dataclass(frozen=True)
class CellRead:
    """A cell with its provisions as they are held."""

    theme: Theme
    phase: Phase
    cell: Cell
    provisions: tuple[ProvisionRead, ...]

    @property
    def state(self) -> ReadState | None:
        """How it stands: its worst provision; None where it rests on none."""
        states = {provision.state for provision in self.provisions}
        return next((state for state in _WORST_FIRST if state in states), None)


@dataclass(frozen=True)
class Matrix:
    """Themes by phases, and the provisions they rest on."""

    themes: Themes
    stages: tuple[Stage, ...]
    phases: tuple[Phase, ...]
    cells: tuple[CellRead, ...]

    @cached_property
    def by_theme(self) -> Mapping[str, tuple[CellRead, ...]]:
        """The cells of each theme, in the phases' order."""
        rows: dict[str, tuple[CellRead, ...]] = {}
        for cell in self.cells:
            rows[cell.theme.key] = (*rows.get(cell.theme.key, ()), cell)
        return rows

    def states(self) -> Counter[ReadState]:
        """How many cells stand how."""
        return Counter(cell.state for cell in self.cells if cell.state)

    def read_now(self) -> Iterator[tuple[Place, ReadWording]]:
        """The wordings that are held now, to be kept as those the cells were compared with."""
        for cell in self.cells:
            for provision in cell.provisions:
                for copy in provision.copies:
                    if copy.language and copy.label and copy.fingerprint:
                        place = (cell.phase.key, provision.written, copy.language)
                        yield place, ReadWording(copy.label, copy.fingerprint, copy.sample)


@dataclass(frozen=True)
class Chosen:
    """Which part of the matrix is wanted: all of it, or by the keys of themes, stages, phases."""

    themes: tuple[str, ...] = ()
    stage: str | None = None
    phases: tuple[str, ...] = ()
    """Phases, or regimes for the phase that represents them; none or `all`: all with a text."""

    def rows(self, themes: Themes) -> list[Theme]:
        """The themes wanted; raises UnknownTheme, also for a theme of another stage."""
        stage = themes.stage(self.stage) if self.stage else None
        wanted = [themes.theme(key) for key in self.themes]
        of_stage = [one for one in themes.themes if stage is None or one.stage == stage.key]
        for theme in wanted:
            if theme not in of_stage:
                known = [one.key for one in of_stage]
                raise UnknownTheme(f"theme of stage {self.stage}", theme.key, known)
        return [one for one in of_stage if one in wanted] if wanted else of_stage

    def columns(self, regimes: Regimes) -> tuple[Phase, ...]:
        """The phases wanted, in time order; raises UnknownRegime, PhaseWithoutText."""
        with_text = [phase for phase in regimes.phases if phase.on]
        keys = [key for key in self.phases if key.strip().casefold() != ALL_PHASES]
        wanted = [regimes.phase(key) for key in keys]
        for phase in wanted:
            if phase not in with_text:
                raise PhaseWithoutText(phase, [one.key for one in with_text])
        if len(keys) < len(self.phases) or not keys:
            return tuple(with_text)
        return tuple(phase for phase in with_text if phase in wanted)


def read_matrix(
    session: Session,
    regimes: Regimes,
    themes: Themes,
    fingerprints: Fingerprints,
    chosen: Chosen,
) -> Matrix:
    """The part of the matrix that is wanted, compared with the texts that are held.

    Raises UnknownTheme, UnknownRegime, PhaseWithoutText. A text that is not held is no error: its
    cell says so.
    """
    rows, phases = chosen.rows(themes), chosen.columns(regimes)
    reader = _Reader(Shelf(session), fingerprints)
    cells = []
    for theme in rows:
        for phase in phases:
            cell = theme.cell(phase.key)
            provisions = [(one.ngr, key) for one in cell.provisions for key in one.keys]
            read = tuple(reader.provision(phase, ngr, key) for ngr, key in provisions)
            cells.append(CellRead(theme, phase, cell, read))
    stages = tuple(stage for stage in themes.stages if stage.key in {row.stage for row in rows})
    return Matrix(themes, stages, phases, tuple(cells))


class _Reader:
    """Compares provisions with the fingerprints of what was read; each provision once a phase."""

    def __init__(self, shelf: Shelf, fingerprints: Fingerprints) -> None:
        self._shelf = shelf
        self._fingerprints = fingerprints
        self._read: dict[tuple[str, str, str], ProvisionRead] = {}

    def provision(self, phase: Phase, ngr: str, key: str) -> ProvisionRead:
        place = (phase.key, ngr, key)
        if place not in self._read:
            languages = self._shelf.languages(ngr)
            if isinstance(languages, str) or phase.on is None:
                remark = languages if isinstance(languages, str) else None
                copies: tuple[CopyRead, ...] = (CopyRead(ReadState.NOT_HELD, remark=remark),)
            else:
                copies = tuple(
                    self._copy(phase.key, ngr, key, language, phase.on)
                    for language in Language
                    if language in languages
                )
            self._read[place] = ProvisionRead(ngr, key, copies)
        return self._read[place]

    def _copy(self, phase: str, ngr: str, key: str, language: Language, day: date) -> CopyRead:
        found = self._shelf.provision(ngr, key, language, day)
        label = found.edition.label if found.edition else None
        sample = found.edition.sample if found.edition else False
        if isinstance(found, Absent):
            return CopyRead(ReadState.NOT_HELD, language, label, sample, None, found.reason)
        mark = fingerprint(found.wording)
        place = (phase, str(ProvisionSet(ngr, (key,))), language)
        return CopyRead(self._fingerprints.state(place, mark), language, label, sample, mark)

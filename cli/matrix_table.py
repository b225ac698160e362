"""The matrix for a person: a table where the columns fit, else a list of themes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from itertools import groupby

from rich import box
from rich.table import Table
from rich.text import Text

from api.questions.matrix import CellRead, Matrix
from cli.printing import OUT, remark
from corpus.citing import cite
from corpus.fingerprints import ReadState
from corpus.law import Language
from corpus.provisions import ProvisionSet
from corpus.themes import Stage

_RU, _KK, _EN = Language.RU, Language.KK, Language.EN
_WORDS = {
    "theme": {_RU: "Тема", _KK: "Тақырып", _EN: "Theme"},
    "silent": {_RU: "Об этом молчат.", _KK: "Айтылмаған.", _EN: "Silent on this."},
    "unknown": {_RU: "Не известно.", _KK: "Белгісіз.", _EN: "Not known."},
    "not held": {
        _RU: "° текста на этот день здесь нет, сверить не с чем",
        _KK: "° осы күнгі мәтін мұнда жоқ, салыстыратын ештеңе жоқ",
        _EN: "° the text of that day is not held here, there is nothing to compare with",
    },
    "changed": {
        _RU: "! текст не тот, с которым сверяли",
        _KK: "! мәтін салыстырылған мәтін емес",
        _EN: "! the text is not the one the line was compared with",
    },
    "unread": {
        _RU: "~ текст есть, но с ним не сверяли",
        _KK: "~ мәтін бар, бірақ онымен салыстырылмаған",
        _EN: "~ the text is held, but the line was not compared with it",
    },
}
_SIGNS = {ReadState.NOT_HELD: "°", ReadState.CHANGED: "!", ReadState.UNREAD: "~"}
_THEME_WIDTH, _LEAST_WIDTH, _GAPS = 20, 26, 3
_PHASES_WIDTH = 13
_BETWEEN_PLACES = "; "


@dataclass
class _Notes:
    """What is told below the matrix: the doubts by number, the signs that were used."""

    language: Language
    doubts: dict[str, int] = field(default_factory=dict)
    signs: set[ReadState] = field(default_factory=set)

    def doubt(self, text: str) -> str:
        number = self.doubts.setdefault(text, len(self.doubts) + 1)
        return f"(?{number})"

    def sign(self, state: ReadState | None) -> str:
        if state is None or state not in _SIGNS:
            return ""
        self.signs.add(state)
        return _SIGNS[state]

    def show(self) -> None:
        for text, number in self.doubts.items():
            OUT.print(Text(f"(?{number}) {text}", style="dim"))
        for state in _SIGNS:
            if state in self.signs:
                OUT.print(Text(_WORDS[str(state)][self.language], style="dim"))


def show_matrix(matrix: Matrix, language: Language) -> None:
    """Print the matrix, then its doubts and what its signs mean."""
    notes = _Notes(language)
    columns = len(matrix.phases)
    needed = _THEME_WIDTH + columns * (_LEAST_WIDTH + _GAPS)
    if columns and needed <= OUT.width:
        _show_table(matrix, notes)
    else:
        _show_list(matrix, notes)
    notes.show()
    remark(_counted(matrix))


def _counted(matrix: Matrix) -> str:
    """How many cells stand how; those that rest on no provision are named too, so it adds up."""
    counts = [f"{count} {state}" for state, count in matrix.states().most_common()]
    rest = Counter(_standing(one) for one in matrix.cells if one.state is None)
    counts += [f"{count} {standing}" for standing, count in rest.most_common()]
    cells = "1 cell" if len(matrix.cells) == 1 else f"{len(matrix.cells)} cells"
    return cells + (f": {', '.join(counts)}" if counts else "")


def _standing(read: CellRead) -> str:
    """What a cell without a provision is."""
    if read.cell.silent:
        return "silent (no provision to check)"
    return "with a line (no provision to check)" if read.cell.summary else "without a line"


def _rows(matrix: Matrix, stage: Stage) -> list[tuple[CellRead, ...]]:
    return [row for row in matrix.by_theme.values() if row[0].theme.stage == stage.key]


def _show_table(matrix: Matrix, notes: _Notes) -> None:
    for stage in matrix.stages:
        title = stage.titles[notes.language].upper()
        drawn = Table(
            title=title, title_justify="left", title_style="bold cyan", box=box.SIMPLE_HEAD,
            pad_edge=False,
        )  # fmt: skip
        drawn.add_column(_WORDS["theme"][notes.language], width=_THEME_WIDTH, overflow="fold")
        for phase in matrix.phases:
            heading = f"{phase.key}\n{phase.titles[notes.language]}"
            drawn.add_column(heading, ratio=1, overflow="fold")
        for row in _rows(matrix, stage):
            name = Text(row[0].theme.titles[notes.language], style="bold")
            drawn.add_row(name, *(_cell(one, matrix, notes, named=False) for one in row))
        OUT.print(drawn)


def _show_list(matrix: Matrix, notes: _Notes) -> None:
    for stage in matrix.stages:
        OUT.print(Text(f"{stage.titles[notes.language].upper()}\n", style="bold cyan"))
        for row in _rows(matrix, stage):
            OUT.print(Text(row[0].theme.titles[notes.language], style="bold"))
            drawn = Table.grid(padding=(0, 2))
            drawn.add_column(width=_PHASES_WIDTH)
            drawn.add_column(overflow="fold")
            for _, same in groupby(row, key=_answer):
                cells = list(same)
                phases = Text(", ".join(one.phase.key for one in cells), style="cyan")
                drawn.add_row(phases, _cell(cells[0], matrix, notes, named=True))
            OUT.print(drawn)
            OUT.print()


def _answer(read: CellRead) -> tuple[object, ...]:
    """What makes cells one line of a list."""
    return read.cell.summary, read.cell.provisions, read.cell.doubt, read.state


def _cell(read: CellRead, matrix: Matrix, notes: _Notes, *, named: bool) -> Text:
    """The line, its doubt and its citation; `named`: with the name of the phase's own rules."""
    cell, language = read.cell, notes.language
    if cell.summary:
        text = Text(cell.summary[language])
    else:
        text = Text(_WORDS["silent" if cell.silent else "unknown"][language], style="dim")
    if cell.doubt:
        text.append(f" {notes.doubt(cell.doubt[language])}", style="yellow")
    own = read.phase.provisions[0] if len(read.phase.provisions) == 1 and not named else None
    citation = _citation(read, matrix, notes, own)
    if citation:
        text.append(f" [{citation}]", style="dim")
    return text


def _citation(read: CellRead, matrix: Matrix, notes: _Notes, own: ProvisionSet | None) -> str:
    """Where it stands: those that stand alike told together, a sign before each place it is of."""
    by_state: dict[ReadState, list[ProvisionSet]] = {}
    for one in read.provisions:
        by_state.setdefault(one.state, []).append(ProvisionSet(one.ngr, (one.key,)))
    parts = []
    for state, provisions in by_state.items():
        told = cite(provisions, matrix.themes.sources, notes.language, unnamed=own)
        sign = notes.sign(state) if told else ""
        parts += [f"{sign}{part}" for part in told.split(_BETWEEN_PLACES) if part]
    return _BETWEEN_PLACES.join(parts)

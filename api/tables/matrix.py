"""The matrix of themes and phases as a table to be taken away."""

from __future__ import annotations

from collections.abc import Iterator

from api.questions.matrix import CellRead, Matrix
from api.words.interface import Interface
from api.words.regimes import phase_read
from corpus.citing import cite
from corpus.fingerprints import ReadState
from corpus.law import Language
from corpus.themes import Stage
from exports.tables.table import Cell, Column, Footing, Line, Table, Tone


def matrix_table(matrix: Matrix, language: Language) -> Table:
    """Themes by phases: a row a theme, under the names of the stages; words in the language.

    Each cell has the line, where it stands, the doubt, and how it stands to the texts held.
    """
    words = Interface(language)
    title = words("regimes.matrix")
    return Table(
        title=f"{words('regimes.title')}: {title}",
        subtitle=tuple(f"{one.key}: {phase_read(words, one)}" for one in matrix.phases),
        running=title,
        language=language,
        columns=(
            Column(words("regimes.theme"), 2),
            *(Column(f"{one.key} {phase_read(words, one)}", 3) for one in matrix.phases),
        ),
        rows=tuple(_rows(matrix, words)),
        footing=Footing(words("table.page"), words("table.of_pages")),
        warnings=(_sample(words),) if _holds_sample(matrix) else (),
        notes=(words("regimes.matrix_help_file"),),
        notes_heading=words("table.notes"),
    )


def _rows(matrix: Matrix, words: Interface) -> Iterator[tuple[Cell, ...]]:
    for stage in matrix.stages:
        yield _stage_row(stage, len(matrix.phases), words.language)
        for cells in matrix.by_theme.values():
            if cells[0].theme.stage == stage.key:
                theme = Cell.plain(cells[0].theme.titles[words.language])
                yield (theme, *(_cell(one, matrix, words) for one in cells))


def _stage_row(stage: Stage, phases: int, language: Language) -> tuple[Cell, ...]:
    heading = Cell.plain(stage.titles[language], tone=Tone.HEADING)
    return (heading, *(Cell() for _ in range(phases)))


def _cell(read: CellRead, matrix: Matrix, words: Interface) -> Cell:
    cell, language = read.cell, words.language
    lines = []
    if cell.summary:
        lines.append(Line.plain(cell.summary[language]))
    else:
        lines.append(Line.plain(words("matrix.silent" if cell.silent else "matrix.unknown")))
    if cited := cite(cell.provisions, matrix.themes.sources, language):
        lines.append(Line.plain(cited, Tone.REMARK))
    if cell.doubt:
        lines.append(Line.plain(f"(?) {cell.doubt[language]}", Tone.REMARK))
    if read.state is not None and read.state is not ReadState.CHECKED:
        lines.append(Line.plain(words(f"matrix.{read.state.name.lower()}"), Tone.REMARK))
    return Cell(tuple(lines))


def _holds_sample(matrix: Matrix) -> bool:
    return any(
        copy.sample
        for cell in matrix.cells
        for provision in cell.provisions
        for copy in provision.copies
    )


def _sample(words: Interface) -> str:
    return f"{words('site.sample_title')}. {words('site.sample')}"

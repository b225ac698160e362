"""`nusqa stats`: the measures of an act, for a person, as data and as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from api.models.stats import Stats
from api.questions.measures import Measured, measured
from api.questions.texts import text_language
from cli import printing
from cli.exporting.drafts import check_free, write_whole
from cli.measure_files import WRITERS, beside, table_file
from cli.parameters import AsJson, Force, Lang, Ngr, ending_of, picture_file
from cli.printing import answer
from cli.workplace import Workplace
from corpus.law import Language
from diffing.classify import ChangeKind
from diffing.measures.columns import TableName
from diffing.measures.measure import ActMeasures, EditionMeasures
from diffing.measures.survival import Survival
from diffing.measures.tables import table
from diffing.measures.timeline import CAPTIONS, draw_timeline

app = typer.Typer()

_ALL = "all"
_WIDEST_MATRIX = 12

_WORDS = ("Words in", "Words out", "Words kept")


def _table_name(text: str) -> str:
    names = [*map(str, TableName), _ALL]
    if text not in names:
        raise typer.BadParameter(f"{text!r} is no table: there are {', '.join(names)}")
    return text


@app.command()
def stats(
    ctx: typer.Context,
    ngr: Ngr,
    lang: Lang = None,
    as_json: AsJson = False,
    out: Annotated[
        list[Path] | None,
        typer.Option(
            "--out",
            parser=table_file,
            metavar="FILE",
            help="Write a table to a .csv or .parquet file; may be repeated.",
        ),
    ] = None,
    which: Annotated[
        str | None,
        typer.Option(
            "--table",
            parser=_table_name,
            metavar="TABLE",
            help="Which table --out writes: editions (if not said), articles, wordings, "
            "similarity; or all, each to a file of its own.",
        ),
    ] = None,
    plot: Annotated[
        Path | None,
        typer.Option(
            "--plot",
            parser=picture_file,
            metavar="FILE",
            help="Draw the timeline of change by article as an .svg file.",
        ),
    ] = None,
    captions: Annotated[
        Language, typer.Option("--ui", help="Language of the picture's own words.")
    ] = Language.EN,
    force: Force = False,
) -> None:
    """Measure an act: articles and words that changed, how long wordings last, likeness."""
    if which is not None and not out:
        raise typer.BadParameter("--table says what --out FILE writes: give --out as well")
    chosen = which or TableName.EDITIONS
    files = [file for path in out or () for file, _ in _files(path, chosen)]
    check_free(*files, plot, force=force)
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        found = measured(session, ngr, text_language(session, ngr, lang))
    for path in out or ():
        _write_tables(found.measures, path, chosen)
    if plot is not None:
        picture = draw_timeline(found.measures, found.title, CAPTIONS[captions])
        write_whole(plot, [picture.encode()])
        printing.remark(f"{plot}: the timeline")
        if not found.measures.placed:
            printing.remark("No edition with a known place in time is held: the picture says so")
    answer(Stats.of(found), as_json=as_json, show=lambda: _show(found))


def _files(path: Path, which: str) -> list[tuple[Path, TableName]]:
    """The files of one --out, each with the table that it gets."""
    if which == _ALL:
        return [(beside(path, name), name) for name in TableName]
    return [(path, TableName(which))]


def _write_tables(measures: ActMeasures, path: Path, which: str) -> None:
    for file, name in _files(path, which):
        made = table(measures, name)
        write_whole(file, [WRITERS[ending_of(path)](made)])
        printing.remark(f"{file}: table {name}, {len(made.rows)} rows")


def _show(found: Measured) -> None:
    measures = found.measures
    kinds = [kind for kind, count in measures.counts().items() if count]
    printing.table(
        ["Edition", "Compared with", "Articles", *map(str.capitalize, kinds), *_WORDS],
        [cells for edition in measures.editions for cells in _lines(edition, kinds)],
        title=f"{found.title} ({measures.ngr} {measures.timeline.language})",
    )
    gaps = {str(missing.label): None for step in measures.steps for missing in step.missing}
    if gaps:
        printing.remark(
            f"Known and not held in between, so that counts may be of several editions: "
            f"{', '.join(gaps)}"
        )
    apart = [str(one.edition.label) for one in measures.editions if one not in measures.placed]
    if apart:
        printing.remark(f"Without a known place among the others, not compared: {', '.join(apart)}")
    if not measures.steps:
        printing.remark(
            "Nothing to compare: no two editions held have an article's place in common"
        )
    printing.remark(_half_life(measures.survival))
    if len(measures.editions) > 1:
        _show_similarity(measures)


def _lines(edition: EditionMeasures, kinds: Sequence[ChangeKind]) -> list[list[object]]:
    own = [edition.edition.label]
    if not edition.steps:
        return [[*own, None, edition.articles, *([None] * (len(kinds) + len(_WORDS)))]]
    lines: list[list[object]] = []
    for step in edition.steps:
        counts, words = step.counts(), step.words
        shown = [counts[kind] or None for kind in kinds]
        sums = [words.came, words.went, words.kept]
        lines.append([*own, step.older, edition.articles, *shown, *sums])
    return lines


def _half_life(found: Survival) -> str:
    seen = f"{found.wordings} wordings, {found.censored} not seen to end"
    early, late = found.early.half_life, found.late.half_life
    if early is None or late is None:
        return f"Half-life of wordings: not known, fewer than half were seen to end ({seen})"
    days = f"{early} days" if early == late else f"{early} to {late} days, as gaps are read"
    return f"Half-life of wordings: {days} ({seen})"


def _show_similarity(measures: ActMeasures) -> None:
    labels = [str(edition.edition.label) for edition in measures.editions]
    if len(labels) > _WIDEST_MATRIX:
        printing.remark("The similarity of all editions: --json, or --table similarity --out FILE")
        return
    rows = zip(labels, measures.similarity.matrix(), strict=True)
    printing.table(
        ["Similarity", *labels],
        ([label, *(None if one is None else f"{one:.3f}" for one in row)] for label, row in rows),
    )

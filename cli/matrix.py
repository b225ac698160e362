"""Commands on the regimes of electing akims: the list of them, and the matrix of themes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from api.models.matrix import MatrixOut
from api.models.regimes import PhaseOut, RegimeList
from api.questions.matrix import ALL_PHASES, Chosen, Matrix, read_matrix
from api.questions.regimes import what_is_held
from cli import printing
from cli.exporting.drafts import check_free, write_whole
from cli.matrix_check import show_unchecked
from cli.matrix_table import show_matrix
from cli.parameters import AsJson, Force, Lang, parted, picture_file
from cli.printing import answer
from cli.regime_files import matrix_file, write_chronicle, write_matrix
from cli.workplace import Workplace
from corpus.bundled import own_fingerprints, own_regimes, own_themes
from corpus.fingerprints import Fingerprints, ReadState, load_fingerprints
from corpus.law import Language

app = typer.Typer()


@app.command()
def regimes(
    ctx: typer.Context,
    lang: Lang = None,
    as_json: AsJson = False,
    plot: Annotated[
        Path | None,
        typer.Option(
            "--plot",
            parser=picture_file,
            metavar="FILE",
            help="Draw acts, phases, editions and events in time as an .svg file.",
        ),
    ] = None,
    captions: Annotated[
        Language, typer.Option("--ui", help="Language of the picture's own words.")
    ] = Language.EN,
    force: Force = False,
) -> None:
    """List the regimes of electing akims: phases, days, doubts, and which texts are held."""
    check_free(plot, force=force)
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        document = RegimeList.of(what_is_held(session, own_regimes()))
        if plot is not None:
            write_chronicle(session, plot, captions)
    answer(document, as_json=as_json, show=lambda: _show_regimes(document, lang or Language.RU))


def _show_regimes(document: RegimeList, language: Language) -> None:
    rows = []
    for regime in document.regimes:
        for phase in regime.phases:
            represents = "*" if phase.key == regime.represented_by else ""
            rows.append(
                (
                    regime.key,
                    f"{phase.key}{represents}",
                    phase.titles[language],
                    f"{phase.from_ or '?'} … {phase.to or ('' if phase.from_ else '?')}".rstrip(),
                    "(?)" if phase.doubts else "",
                    phase.on,
                    _held(phase),
                )
            )
    printing.table(["Regime", "Phase", "Title", "Days", "", "Read on", "Own rules held"], rows)
    for gap in document.gaps:
        printing.remark(f"Between them, {gap.from_} … {gap.to}: {gap.titles[language]}")
    printing.remark("* stands for its regime; ? a day that is not known; (?) see `--json` for why")


def _held(phase: PhaseOut) -> str | None:
    """The languages in which all of a phase's own rules are held, or how much of them is."""
    own = [one for one in phase.provisions if not one.general]
    if not own:
        return None
    whole = [
        language
        for language in Language
        if all(
            any(held.lang == language and not held.missing for held in one.holdings) for one in own
        )
    ]
    some = any(holding.held for one in own for holding in one.holdings)
    return " ".join(whole) or ("in part" if some else "no")


@app.command()
def matrix(
    ctx: typer.Context,
    theme: Annotated[
        str | None, typer.Option("--theme", help="Only these themes, parted by commas.")
    ] = None,
    stage: Annotated[str | None, typer.Option("--stage", help="Only this stage.")] = None,
    phases: Annotated[
        list[str] | None,
        typer.Option(
            "--phase",
            metavar="KEY",
            help="Only this phase or regime; may be repeated; `all` for every phase. By default "
            "one phase for each regime (with --json, --check and --mark-read every phase).",
        ),
    ] = None,
    lang: Lang = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="List the cells whose text is not held, changed, or was never compared; exit "
            "status 1 if any changed.",
        ),
    ] = False,
    marks: Annotated[
        Path | None,
        typer.Option(
            "--marks", metavar="FILE", help="The wordings compared so far; by default Nusqa's own."
        ),
    ] = None,
    mark_read: Annotated[
        Path | None,
        typer.Option(
            "--mark-read",
            metavar="FILE",
            help="Add the wordings that are held now to this file of wordings, as compared.",
        ),
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            parser=matrix_file,
            metavar="FILE",
            help="Write the table to a .docx, .xlsx, .csv, .md, .html or .pdf file.",
        ),
    ] = None,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Show what ruled each theme under each regime: one line and where it stands.

    (?) marks a doubt. The lines are Nusqa's own words; cite the law, not them.
    """
    check_free(out, force=force)
    workplace: Workplace = ctx.obj
    everything = as_json or check or mark_read is not None
    wanted = phases or ([ALL_PHASES] if everything else [one.key for one in own_regimes().regimes])
    known = _marks(marks or (mark_read if mark_read and mark_read.exists() else None))
    with workplace.store.read() as session:
        read = read_matrix(
            session,
            own_regimes(),
            own_themes(),
            known,
            Chosen(parted(theme), stage, tuple(wanted)),
        )
    language = lang or Language.RU
    if out is not None:
        write_matrix(read, language, out)
    if mark_read is not None:
        _mark(read, known if mark_read.exists() else Fingerprints({}), mark_read)
    elif check:
        _check(read, language, as_json=as_json)
    else:
        answer(
            MatrixOut.of(read, language),
            as_json=as_json,
            show=lambda: show_matrix(read, language),
        )


def _marks(path: Path | None) -> Fingerprints:
    return load_fingerprints(path) if path else own_fingerprints()


def _mark(read: Matrix, known: Fingerprints, path: Path) -> None:
    marked = known.with_read(read.read_now())
    write_whole(path, [marked.to_toml().encode()])
    count = sum(map(len, marked.wordings.values())) - sum(map(len, known.wordings.values()))
    printing.remark(f"{count} wordings added to {path}")


def _check(read: Matrix, language: Language, *, as_json: bool) -> None:
    told = [cell for cell in read.cells if cell.state not in (None, ReadState.CHECKED)]
    part = replace(read, cells=tuple(told))
    answer(MatrixOut.of(part, language), as_json=as_json, show=lambda: show_unchecked(part, read))
    if any(cell.state is ReadState.CHANGED for cell in told):
        raise typer.Exit(1)

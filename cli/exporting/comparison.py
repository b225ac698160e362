"""`nusqa export comparison`: a comparison table as a file."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from api.questions.compared.asking import Sides
from api.questions.compared.on_themes import NotRegimes
from api.tables.asked import asked_table
from api.tables.comparisons import editions_table
from cli import printing
from cli.exporting.drafts import check_free, write_whole
from cli.parameters import (
    Force,
    Lang,
    Left,
    Right,
    ThemesCompared,
    ending_of,
    file_ending_in,
    parse_label,
    parted,
)
from cli.workplace import Workplace, now
from corpus.law import EditionLabel, Language
from corpus.legal_day import day_in_kazakhstan
from exports.comparison.table import Options
from exports.tables.comma_separated import csv_parts
from exports.tables.forms import WRITERS
from exports.tables.table import Table


def comparison(
    ctx: typer.Context,
    out: Annotated[
        Path,
        typer.Option(
            "--out",
            parser=file_ending_in(WRITERS),
            metavar="FILE",
            help="Its ending is the form: .docx, .pdf, .html, .xlsx, .csv or .md.",
        ),
    ],
    compared: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="NGR | LEFT RIGHT",
            help="An act, with --from and --to; or two regimes or phases (1999, 2013, R3b), or "
            "provisions: NGR, NGR:KEY,KEY, either with @LABEL.",
        ),
    ] = None,
    from_: Annotated[
        EditionLabel | None,
        typer.Option("--from", parser=parse_label, metavar="LABEL", help="The left edition."),
    ] = None,
    to: Annotated[
        EditionLabel | None,
        typer.Option("--to", parser=parse_label, metavar="LABEL", help="The right edition."),
    ] = None,
    left: Left = None,
    right: Right = None,
    lang: Lang = None,
    theme: ThemesCompared = None,
    ui: Annotated[
        Language | None,
        typer.Option("--ui", help="Language of headings and notes; by default the text's."),
    ] = None,
    article: Annotated[
        str | None,
        typer.Option("--article", help="Only this article, division or point, by its key."),
    ] = None,
    technical: Annotated[
        bool, typer.Option("--technical", help="Also what differs in form only.")
    ] = False,
    unchanged: Annotated[
        bool, typer.Option("--unchanged", help="Also what did not change.")
    ] = False,
    no_bom: Annotated[
        bool, typer.Option("--no-bom", help="CSV without the byte order mark that Excel wants.")
    ] = False,
    force: Force = False,
) -> None:
    """Write a comparison table: structural element, before, after, amending act.

    Of two editions of an act, however they are named, or of two regimes, phases or sets of
    provisions. Changed words are marked; changes of form only are counted and left out. The same
    corpus gives the same bytes.
    """
    named = compared or []
    check_free(out, force=force)
    workplace: Workplace = ctx.obj
    options = Options(technical, unchanged, article)
    with workplace.store.read() as session:
        if from_ is not None and to is not None and len(named) == 1 and not left and not right:
            if theme:
                raise NotRegimes
            table = editions_table(session, named[0], (from_, to), lang, options, ui)
        else:
            one, other = _sides(named, left or [], right or [], labelled=bool(from_ or to))
            sides = Sides((*one,), (*other,), lang).asked_on(day_in_kazakhstan(now()))
            table = asked_table(session, sides, options, ui, themes=parted(theme))
    write_whole(out, _written(table, out, byte_order_mark=not no_bom))
    printing.remark(f"{out}: {len(table.rows)} rows")


def _sides(
    named: list[str], left: list[str], right: list[str], *, labelled: bool
) -> tuple[list[str], list[str]]:
    if not labelled and len(named) == 2 and not left and not right:  # noqa: PLR2004 - left, right
        return named[:1], named[1:]
    if not labelled and not named and left and right:
        return left, right
    raise typer.BadParameter(
        "name what is compared: NGR --from LABEL --to LABEL, or LEFT RIGHT, or --left … --right …"
    )


def _written(table: Table, out: Path, *, byte_order_mark: bool) -> Iterable[bytes]:
    ending = ending_of(out)
    if ending == "csv":
        return csv_parts(table, byte_order_mark=byte_order_mark)
    return [WRITERS[ending](table)]

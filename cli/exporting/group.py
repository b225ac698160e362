"""The group `nusqa export`: comparison tables, texts, dumps, a history in git."""

from __future__ import annotations

import typer

from cli.exporting.comparison import comparison
from cli.exporting.dump import dump
from cli.exporting.history import history
from cli.exporting.text import text

app = typer.Typer()
export = typer.Typer(
    help="Take the law away: comparison tables, texts as Akoma Ntoso, dumps, a history in git.",
    no_args_is_help=True,
)
app.add_typer(export, name="export")
export.command()(comparison)
export.command()(dump)
export.command()(history)
export.command()(text)

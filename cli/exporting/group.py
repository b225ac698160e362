"""The group `nusqa export`: comparison tables, texts, dumps, a history in git.

Each command stands in a module of its name, imported only when it is asked for: whoever dumps the
corpus has no use for what writes documents of a word processor.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command

COMMANDS = ("comparison", "dump", "history", "text")
"""In the order in which the help lists them."""


class ExportsOnDemand(TyperGroup):
    """A group that imports the module of the command that is run."""

    # Typer carries its own click, whose Context has no public name.
    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """The names of all commands."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | TyperGroup | None:  # noqa: ARG002
        """The command of that name; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        alone = typer.Typer(add_completion=False)
        alone.command(cmd_name)(getattr(import_module(f"cli.exporting.{cmd_name}"), cmd_name))
        found: Any = get_command(alone)
        return found  # type: ignore[no-any-return]


app = typer.Typer()
export = typer.Typer(
    cls=ExportsOnDemand,
    help="Take the law away: comparison tables, texts as Akoma Ntoso, dumps, a history in git.",
    no_args_is_help=True,
)
app.add_typer(export, name="export")


@export.callback()
def group() -> None:
    """Without commands registered here Typer would have no group to make."""

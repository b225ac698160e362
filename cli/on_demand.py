"""The commands by name, each imported only when it is asked for.

A crawler, a web server and numerics come along with some commands; whoever only reads an article
does not wait for them.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from typer.core import TyperCommand, TyperGroup
from typer.main import get_group

MODULES: Mapping[str, str] = {
    "demo": "cli.demo",
    "import": "cli.gathering",
    "crawl": "cli.gathering",
    "reparse": "cli.gathering",
    "derive": "cli.deriving",
    "acts": "cli.reading",
    "editions": "cli.reading",
    "articles": "cli.reading",
    "show": "cli.reading",
    "search": "cli.searching",
    "resolve": "cli.citations",
    "cite": "cli.citations",
    "relations": "cli.relations",
    "impact": "cli.impact",
    "diff": "cli.comparing",
    "compare": "cli.comparing",
    "regimes": "cli.matrix",
    "matrix": "cli.matrix",
    "blame": "cli.origins",
    "trace": "cli.origins",
    "languages": "cli.languages",
    "stats": "cli.stats",
    "export": "cli.exporting.group",
    "changes": "cli.changes",
    "amendments": "cli.amendments",
    "replay": "cli.replaying",
    "pending": "cli.replaying",
    "watches": "cli.watching",
    "watch": "cli.watching",
    "deliver": "cli.delivering",
    "anomalies": "cli.anomalies",
    "quarantine": "cli.reading",
    "index": "cli.upkeep",
    "serve": "cli.upkeep",
    "mcp": "cli.assistants",
    "doctor": "cli.upkeep",
}
"""In the order in which the help lists them."""


class CommandsOnDemand(TyperGroup):
    """A group that knows its commands by name and imports the module of the one that is run."""

    # Typer carries its own click, whose Context has no public name.
    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002
        """The names of all commands."""
        return list(MODULES)

    def get_command(self, ctx: Any, cmd_name: str) -> TyperCommand | TyperGroup | None:  # noqa: ARG002
        """The command of that name; None if there is none."""
        if cmd_name not in MODULES:
            return None
        commands: Any = get_group(import_module(MODULES[cmd_name]).app).commands
        found: TyperCommand | TyperGroup = commands[cmd_name]
        return found

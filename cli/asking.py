"""A command whose argument may begin with a minus, and what to say where it was read as options."""

from __future__ import annotations

from typing import Any

from typer.core import TyperCommand

_HINT = "a query that begins with a minus goes after `--`: nusqa search -- '-word'"


class QueryCommand(TyperCommand):
    """A command that takes a query."""

    # Typer carries its own click, whose Context and errors have no public names.
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """The arguments; of an option that there is not it says what may have been meant."""
        try:
            return super().parse_args(ctx, args)
        except Exception as error:
            option = getattr(error, "option_name", "")
            if option.startswith("-") and not option.startswith("--"):
                told: Any = error
                told.message = f"{told.message} ({_HINT})"
            raise

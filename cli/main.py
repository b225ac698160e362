"""The command `nusqa`: puts the parts together, and turns errors into one clear line.

Exit status: 0 done, 1 failed, 2 used wrongly.
"""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Annotated, NoReturn

import typer
from rich.text import Text

from cli.on_demand import CommandsOnDemand
from cli.printing import ERR
from cli.workplace import Workplace
from corpus.settings import Settings

_FAILED, _USED_WRONGLY, _INTERRUPTED = 1, 2, 130

app = typer.Typer(
    cls=CommandsOnDemand,
    help="Nusqa: every edition of Kazakhstan's election and local-government law, article by "
    "article.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"nusqa {version('nusqa')}")
        raise typer.Exit


@app.callback()
def prepare(
    ctx: typer.Context,
    debug: Annotated[  # noqa: ARG001 - read in `main`, before the command runs
        bool, typer.Option("--debug", help="Show the traceback of an error.")
    ] = False,
    show_version: Annotated[  # noqa: ARG001 - its callback does the work
        bool,
        typer.Option("--version", help="Show the version.", callback=_print_version, is_eager=True),
    ] = False,
) -> None:
    """Read the settings for whatever command follows."""
    workplace = Workplace(Settings.load())
    ctx.obj = workplace
    ctx.call_on_close(workplace.close)


def _told() -> tuple[type[Exception], ...]:
    """The errors that are told in one line; looked up only once something went wrong."""
    from cli import failing  # noqa: PLC0415

    return (*failing.FAILURES, *failing.MISUSES)


def _end(error: Exception) -> NoReturn:
    """Tell an error in one line, and whether the command failed or was used wrongly."""
    from cli import failing  # noqa: PLC0415

    ERR.print(Text(f"nusqa: {failing.words_of(error)}", style="red"))
    sys.exit(_USED_WRONGLY if isinstance(error, failing.MISUSES) else _FAILED)


def main() -> None:
    """Run the command line."""
    debug = "--debug" in sys.argv[1:]
    try:
        app()
    except SystemExit:
        raise  # how Typer ends; nothing need be looked up
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone: nothing is left to say
        sys.exit(_FAILED)
    except _told() as error:
        if debug:
            raise
        _end(error)

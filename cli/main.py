"""The command `nusqa`: puts the parts together, and turns errors into one clear line.

Exit status: 0 done, 1 failed, 2 used wrongly.
"""

from __future__ import annotations

import sys
from importlib.metadata import version
from typing import Annotated

import typer
from rich.text import Text
from sqlalchemy.exc import SQLAlchemyError

from cli import (
    comparing,
    demo,
    gathering,
    languages,
    matrix,
    origins,
    reading,
    stats,
    upkeep,
)
from cli.printing import ERR
from cli.upkeep import CannotServe
from cli.workplace import NothingHere, Workplace
from corpus.handwritten import HandwrittenError
from corpus.regimes import PhaseWithoutText, UnknownRegime
from corpus.search import IndexMissingError, IndexUnreadableError, UnknownEngineError
from corpus.settings import Settings, SettingsError
from corpus.store.errors import StoreError
from corpus.themes import UnknownTheme
from crawler.ingest import SampleAndOfficial
from crawler.registries.files import UnreadablePath
from crawler.registries.manifest import ManifestError
from crawler.registries.mirror_git import MirrorError
from crawler.run import CrawlFailed, CrawlMisused
from crawler.tls import CaBundleUnreadable
from diffing.compare import NotComparable
from diffing.origins.phrases import PhraseRefused

FAILURES = (
    CannotServe,
    CrawlFailed,
    IndexMissingError,
    IndexUnreadableError,
    MirrorError,
    NotComparable,
    NothingHere,
    OSError,
    PhaseWithoutText,
    SQLAlchemyError,
    SampleAndOfficial,
    StoreError,
    UnknownRegime,
    UnknownTheme,
)
MISUSES = (
    CaBundleUnreadable,
    CrawlMisused,
    HandwrittenError,
    ManifestError,
    PhraseRefused,
    SettingsError,
    UnknownEngineError,
    UnreadablePath,
)
_FAILED, _USED_WRONGLY, _INTERRUPTED = 1, 2, 130

app = typer.Typer(
    help="Nusqa: every edition of Kazakhstan's election and local-government law, article by "
    "article.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
)
for commands in (
    demo.app,
    gathering.app,
    reading.app,
    comparing.app,
    origins.app,
    languages.app,
    matrix.app,
    stats.app,
    upkeep.app,
):
    app.add_typer(commands)


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


def _words(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    return str(getattr(error, "orig", None) or error)  # the driver's words, not the SQL


def main() -> None:
    """Run the command line."""
    debug = "--debug" in sys.argv[1:]
    try:
        app()
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone: nothing is left to say
        sys.exit(_FAILED)
    except (*FAILURES, *MISUSES) as error:
        if debug:
            raise
        ERR.print(Text(f"nusqa: {' '.join(_words(error).split())}", style="red"))
        sys.exit(_USED_WRONGLY if isinstance(error, MISUSES) else _FAILED)

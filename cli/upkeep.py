"""Commands that keep the program going: index rebuild, serve, doctor."""

from __future__ import annotations

import socket
from contextlib import nullcontext
from typing import Annotated

import typer
import uvicorn

from api.app import create_app
from cli import printing
from cli.delivering import deliverer_on, delivering
from cli.examination import Finding, examine
from cli.heap import share_one_heap
from cli.indexed import tell_failed
from cli.parameters import AsJson
from cli.printing import answer, table
from cli.workplace import Workplace

app = typer.Typer()
index = typer.Typer(help="The search index.", no_args_is_help=True)
app.add_typer(index, name="index")


@index.command()
def rebuild(
    ctx: typer.Context,
    engine: Annotated[
        str | None, typer.Option("--engine", help="Of this engine, not of the one that is set.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Build the search index anew from the store; searches go on meanwhile."""
    workplace: Workplace = ctx.obj
    report = workplace.keeper(workplace.store, engine).rebuild()
    tell_failed(report)
    document = {
        "engine": engine or workplace.settings.search_engine,
        "documents": report.documents,
        "failed": [{"ngr": one.ngr, "message": one.message} for one in report.failed],
    }
    answer(
        document,
        as_json=as_json,
        show=lambda: printing.remark(f"{report.documents} wordings are indexed"),
    )
    raise typer.Exit(int(bool(report.failed)))


@app.command()
def serve(
    ctx: typer.Context,
    host: Annotated[str | None, typer.Option(help="Address to listen on.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="Port to listen on.")] = None,
) -> None:
    """Serve the API and the pages until Ctrl-C."""
    workplace: Workplace = ctx.obj
    serve_on(
        workplace,
        host or workplace.settings.host,
        workplace.settings.port if port is None else port,
    )


LONGEST_ADDRESS = 2**20
"""Signs of a request's address and headers; a longer query than is read is refused by the API, in
its own words, and only what is longer than this by the server."""


LAST_WAIT = 10
"""Seconds that answers under way have at Ctrl-C: who reads a dump slowly must not hold it up."""


class CannotServe(Exception):
    """The address cannot be listened on."""


def serve_on(workplace: Workplace, host: str, port: int) -> None:
    """Serve on an address until Ctrl-C; raises CannotServe."""
    share_one_heap()
    application = create_app(
        workplace.settings, workplace.store, workplace.engine, workplace.analyser
    )
    try:
        listening = socket.create_server((host, port))
    except OSError as error:
        raise CannotServe(
            f"Nothing can be served on {host}:{port} ({error.strerror}): set another NUSQA_PORT."
        ) from error
    with listening:
        # An answer in two pieces would wait for the first to be acknowledged, 40 ms: asyncio turns
        # that off only for sockets that were made with TCP by name.
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        port = listening.getsockname()[1]  # of 0 the system makes a free one
        printing.remark(f"Serving on http://{host}:{port} - the API under /v1, described at /docs")
        config = uvicorn.Config(
            application,
            host=host,
            port=port,
            log_level="warning",
            h11_max_incomplete_event_size=LONGEST_ADDRESS,
            timeout_graceful_shutdown=LAST_WAIT,
        )
        with delivering(deliverer_on(workplace)) if workplace.settings.deliver else nullcontext():
            uvicorn.Server(config).run(sockets=[listening])


@app.command()
def doctor(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Say what is missing or misconfigured, and how to mend it."""
    workplace: Workplace = ctx.obj
    findings = examine(workplace)
    document = {
        "findings": [
            {"what": one.what, "ok": one.ok, "said": one.said, "mend": one.mend} for one in findings
        ]
    }
    answer(document, as_json=as_json, show=lambda: _show(findings))
    raise typer.Exit(int(any(one.mend is not None and not one.ok for one in findings)))


def _show(findings: list[Finding]) -> None:
    table(
        ["", "What", "Found"],
        (
            (
                "ok" if one.ok else "!!",
                one.what,
                f"{one.said}\n→ {one.mend}" if one.mend else one.said,
            )
            for one in findings
        ),
    )

"""The command that serves assistants over standard input and output."""

from __future__ import annotations

import typer

from api.mcp.server import law_server
from api.services import Services
from cli.workplace import Workplace

app = typer.Typer()


@app.command()
def mcp(ctx: typer.Context) -> None:
    """Serve an assistant over standard input and output (Model Context Protocol).

    Over HTTP `nusqa serve` answers at /mcp. See docs/mcp.md.
    """
    workplace: Workplace = ctx.obj
    services = Services(workplace.settings, workplace.store, workplace.engine)
    law_server(services).run("stdio")

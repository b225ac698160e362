"""`nusqa deliver`: sends the messages of watches, alone or beside a server."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from api.models.messages import Descriptions
from cli import printing
from cli.parameters import AsJson
from cli.printing import answer
from cli.workplace import Workplace, now
from webhooks.configuring import deliverer_of
from webhooks.deliverer import Deliverer

app = typer.Typer()

_STOP_SECONDS = 10


@app.command()
def deliver(
    ctx: typer.Context,
    once: Annotated[
        bool, typer.Option("--once", help="Send what is due now, and end; retries wait.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Send the messages of watches until Ctrl-C. Several may run at once.

    `nusqa serve` does it too, unless NUSQA_DELIVER is false.
    """
    workplace: Workplace = ctx.obj
    deliverer = deliverer_on(workplace)
    if once:
        done = deliverer.run_once()
        answer(
            {"queued": done.queued, "sent": done.sent},
            as_json=as_json,
            show=lambda: printing.remark(f"{done.queued} messages queued, {done.sent} sent"),
        )
        return
    for ending in (signal.SIGINT, signal.SIGTERM):
        # However it was started: a shell lets what it starts in the background ignore the first.
        signal.signal(ending, signal.default_int_handler)
    printing.remark("Delivering until Ctrl-C")
    with delivering(deliverer) as thread:
        while thread.is_alive():
            thread.join(1)


def deliverer_on(workplace: Workplace) -> Deliverer:
    """The deliverer as the settings have it."""
    settings = workplace.settings
    return deliverer_of(settings, workplace.store, Descriptions(settings.public_url), now)


@contextmanager
def delivering(deliverer: Deliverer) -> Iterator[threading.Thread]:
    """Deliver in a thread of its own as long as the context lasts."""
    stop = threading.Event()
    thread = threading.Thread(target=deliverer.run, args=(stop,), name="deliverer", daemon=True)
    thread.start()
    try:
        yield thread
    finally:
        stop.set()
        thread.join(_STOP_SECONDS)

"""Making anew what is made from the editions held: amendments and changes."""

from __future__ import annotations

import typer

from cli import printing
from cli.gathering import progress_bar
from cli.indexed import up_to_date
from cli.parameters import AsJson
from cli.printing import answer
from cli.workplace import Workplace, now
from crawler.deriving import derive as derive_all

app = typer.Typer()


@app.command()
def derive(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Read the notes and compare the editions anew; what comes out the same is left alone.

    Wanted once for a data folder that an older Nusqa made, and after the watch list has learned a
    day of publication. `nusqa doctor` says when notes are unread.
    """
    workplace: Workplace = ctx.obj
    with up_to_date(workplace), progress_bar() as bar:
        task = bar.add_task("deriving", total=None, detail="")
        derived = list(
            derive_all(
                workplace.writable_store,
                workplace.watchlist,
                now,
                lambda done, all_: bar.update(task, completed=done, total=all_),
            )
        )
    document = {
        "acts": [
            {
                "ngr": one.ngr,
                "editions_read": one.read,
                "amendments_written": one.amendments,
                "changes_written": one.changes,
            }
            for one in derived
        ]
    }

    def show() -> None:
        printing.table(
            ["Act", "Editions read", "Amendments written", "Changes written"],
            ((one.ngr, one.read, one.amendments, one.changes) for one in derived),
        )

    answer(document, as_json=as_json, show=show)

"""The record of changes between consecutive editions."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from api.models.change_feed import ChangeRecordOut
from api.questions.told_changes import tell_changes
from cli import printing
from cli.parameters import AsJson, Lang, parse_moment
from cli.printing import answer
from cli.workplace import Workplace
from corpus.store import reads

app = typer.Typer()


@app.command()
def changes(
    ctx: typer.Context,
    since: Annotated[
        datetime | None,
        typer.Option(
            parser=parse_moment, metavar="DATE", help="Recorded on that day or later (UTC)."
        ),
    ] = None,
    act: Annotated[str | None, typer.Option("--act", help="Only of this act (NGR).")] = None,
    lang: Lang = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000)] = 100,
    as_json: AsJson = False,
) -> None:
    """List the changes between consecutive editions, in the order they were recorded."""
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        records = reads.changes(session, since=since, ngr=act, language=lang, limit=limit)
        told = tell_changes(session, records) if as_json else []
    document = {"changes": [ChangeRecordOut.told(one).model_dump(mode="json") for one in told]}

    def show_records() -> None:
        printing.table(
            ["Recorded", "NGR", "Lang", "From", "To", "Kind", "Key", "Heading"],
            (
                (
                    f"{record.recorded_at:%Y-%m-%d}",
                    record.ngr,
                    record.language,
                    record.older_label,
                    record.newer_label,
                    record.change.kind,
                    record.change.key,
                    record.change.heading,
                )
                for record in records
            ),
        )
        printing.remark(
            f"{len(records)} changes" + (" (there may be more)" if len(records) == limit else "")
        )

    answer(document, as_json=as_json, show=show_records)

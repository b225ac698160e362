"""The record of changes between consecutive editions."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer

from api.models.change_feed import ChangeFeed
from api.questions.following.changes import LARGEST_CURSOR, FollowedChanges, page_of
from api.questions.following.told_changes import tell_changes
from cli import printing
from cli.parameters import AsJson, InLanguage, Limit, OfAct, OfArticle, Withdrawn, parse_moment
from cli.printing import answer
from cli.workplace import Workplace
from corpus.store.amendments.records import Axis
from diffing.classify import ChangeKind

app = typer.Typer()


@app.command()
def changes(
    ctx: typer.Context,
    act: OfAct = None,
    article: OfArticle = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            parser=parse_moment, metavar="DATE", help="Recorded on that day or later (UTC)."
        ),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option(parser=parse_moment, metavar="DATE", help="Recorded before that day (UTC)."),
    ] = None,
    kind: Annotated[
        list[ChangeKind] | None,
        typer.Option("--kind", help="Only of this kind; may be given again."),
    ] = None,
    legal: Annotated[
        bool | None,
        typer.Option(
            "--legal/--not-legal",
            help="Only changes of the law, or only corrections and technical changes.",
        ),
    ] = None,
    lang: InLanguage = None,
    limit: Limit = 100,
    cursor: Annotated[
        int | None,
        typer.Option(min=0, max=LARGEST_CURSOR, help="Go on from the cursor of the page before."),
    ] = None,
    withdrawn: Withdrawn = False,
    by: Annotated[
        Axis,
        typer.Option("--by", help="Only `seen`; `nusqa amendments` lists by the other days."),
    ] = Axis.SEEN,
    as_json: AsJson = False,
) -> None:
    """List the changes between consecutive editions, in the order they were recorded."""
    workplace: Workplace = ctx.obj
    kinds = tuple(kind or ())
    asked = FollowedChanges(since, until, act, article, lang, kinds, legal, withdrawn, by)
    with workplace.store.read() as session:
        page = page_of(session, asked, limit, cursor)
        told = tell_changes(session, page.records) if as_json else []

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
                for record in page.records
            ),
        )
        count = len(page.records)
        more = f"; there are more: --cursor {page.cursor}" if page.more else ""
        printing.remark(f"{count} change{'' if count == 1 else 's'}{more}")

    answer(ChangeFeed.of(page, told), as_json=as_json, show=show_records)

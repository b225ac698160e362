"""The record of amendments: which act amended which place, and from when."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from api.models.amendments import AmendmentFeed
from api.questions.following.amendments import (
    AmendmentsPage,
    AskedRole,
    FollowedAmendments,
    page_of,
)
from cli import printing
from cli.parameters import AsJson, InLanguage, Limit, OfAct, Withdrawn, parse_day
from cli.printing import answer
from cli.workplace import Workplace
from corpus.amendments import AmendingAct, EntryIntoForce, Ground, Role, Target, Verb
from corpus.notes import READER_VERSION
from corpus.store.amendments.note_readings import unread_editions
from corpus.store.amendments.records import AmendmentRecord, Axis

app = typer.Typer()


@app.command()
def amendments(
    ctx: typer.Context,
    act: OfAct = None,
    article: Annotated[
        str | None,
        typer.Option("--article", help="Only at this place or inside it, by its key."),
    ] = None,
    by: Annotated[
        Axis,
        typer.Option("--by", help="List by the day it was learned, is in force, or was adopted."),
    ] = Axis.SEEN,
    since: Annotated[
        date | None,
        typer.Option(parser=parse_day, metavar="DATE", help="From that day on, by --by."),
    ] = None,
    until: Annotated[
        date | None,
        typer.Option(parser=parse_day, metavar="DATE", help="Before that day, by --by."),
    ] = None,
    verb: Annotated[Verb | None, typer.Option(help="Only what did this to its place.")] = None,
    role: Annotated[
        AskedRole | None,
        typer.Option(help="Only acts that stand so to the wording; without it all but cited ones."),
    ] = None,
    lang: InLanguage = None,
    limit: Limit = 100,
    cursor: Annotated[
        str | None, typer.Option(help="Go on from the cursor of the page before.")
    ] = None,
    withdrawn: Withdrawn = False,
    as_json: AsJson = False,
) -> None:
    """List what the registry's notes say was amended, by which act, and in force from when.

    Unknown days come last; with --since or --until they are left out.
    """
    workplace: Workplace = ctx.obj
    asked = FollowedAmendments(by, since, until, act, article, verb, lang, withdrawn, role)
    with workplace.store.read() as session:
        page = page_of(session, asked, limit, cursor)
        unread = unread_editions(session, READER_VERSION, act)
    if unread:
        printing.remark("The notes of some editions are not read yet: run `nusqa derive`.")
    answer(AmendmentFeed.of(page, by), as_json=as_json, show=lambda: _show(page))


def _show(page: AmendmentsPage) -> None:
    printing.table(
        ["Act", "Lang", "Place", "What", "By", "In force", "Known from"],
        (
            (
                one.ngr,
                one.language,
                _place(one.amendment.target),
                _what(one),
                _act(one.amendment.act),
                one.entry.on,
                _ground(one.entry),
            )
            for one in page.amendments
        ),
    )
    count = len(page.amendments)
    more = f"; there are more: --cursor {page.cursor}" if page.more else ""
    printing.remark(f"{count} amendment{'' if count == 1 else 's'}{more}")


def _what(record: AmendmentRecord) -> str:
    one = record.amendment
    done = {
        Role.AMENDS: one.verb,
        Role.CITED: "cited",
        Role.FORESEEN: f"{one.verb}, foreseen",
        Role.OTHER_LANGUAGE: f"{one.verb} in the other language",
    }[one.role]
    until = f" until {one.until}" if one.until else ""
    return f"{done}{until}{' (withdrawn)' if record.withdrawn_at else ''}"


def _place(target: Target) -> str:
    return " ".join(filter(None, [target.block_key or "the act", target.words]))


def _act(act: AmendingAct) -> str:
    number = f"No {act.number}" if act.number else ""
    day = str(act.adopted) if act.adopted else act.adopted_as_written
    return " ".join(filter(None, [day, number])) or "–"


def _ground(entry: EntryIntoForce) -> str:
    if entry.ground is Ground.COMPUTED:
        return f"{entry.ground} on {entry.published}"
    if entry.ground is Ground.INFERRED:
        return f"{entry.ground} {entry.label}"
    return entry.ground

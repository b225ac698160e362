"""Watches from the operator's side: watches, watch add, show, remove, pause, resume, test, log."""

from __future__ import annotations

from typing import Annotated

import typer

from api.models.watches import DeliveryLog, WatchList, WatchMade, WatchOut
from cli import printing
from cli.parameters import AsJson, Lang
from cli.printing import answer, table
from cli.workplace import Workplace, now
from corpus.search.words.analysis import Analyser
from corpus.store import reads, writes
from corpus.watches import EventFeed, Subject, Wanted, WatchState
from webhooks.configuring import watch_rules
from webhooks.subscribing import (
    check_subject,
    check_target,
    line_of,
    make_watch,
    queue_test,
)

app = typer.Typer()
watch = typer.Typer(
    help="Make and manage watches: who is told of changes by webhooks.", no_args_is_help=True
)
app.add_typer(watch, name="watch")

Id = Annotated[str, typer.Argument(help="Id of the watch, as `nusqa watches` lists it.")]


@app.command()
def watches(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List the watches: who is told of what, and whether messages arrive."""
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        found = [WatchOut.of(one, line_of(session, one)) for one in reads.watches(session)]
    answer(
        WatchList(watches=tuple(found)),
        as_json=as_json,
        show=lambda: table(
            ["Id", "Watched", "Lang", "State", "Last arrived", "Failing since", "URL"],
            (
                (
                    one.id,
                    _watched(one),
                    one.lang,
                    one.state if not one.state_reason else f"{one.state}: {one.state_reason}",
                    one.delivered_at and f"{one.delivered_at:%Y-%m-%d %H:%M}",
                    one.failing_since and f"{one.failing_since:%Y-%m-%d %H:%M}",
                    one.url,
                )
                for one in found
            ),
        ),
    )


@watch.command()
def add(
    ctx: typer.Context,
    url: Annotated[str, typer.Argument(help="Where messages are posted to.")],
    act: Annotated[str | None, typer.Option("--act", help="Watch this act (NGR).")] = None,
    article: Annotated[
        str | None,
        typer.Option("--article", help="Only this article, chapter or point of it, by its key."),
    ] = None,
    query: Annotated[
        str | None, typer.Option("--query", help="Instead of an act: what these words find.")
    ] = None,
    lang: Lang = None,
    legal_only: Annotated[
        bool, typer.Option("--legal-only", help="Only changes of the law.")
    ] = False,
    events: Annotated[
        list[EventFeed] | None, typer.Option("--events", help="Of which feeds; all by default.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Watch an act, a part of it or a search. Shows the watch's token and secret, this once."""
    workplace: Workplace = ctx.obj
    feeds = tuple(dict.fromkeys(events or EventFeed))
    wanted = Wanted(Subject(act, article, query), url, lang, legal_only, feeds)
    rules, analyser = watch_rules(workplace.settings), Analyser()
    with workplace.store.read() as session:
        check_subject(session, wanted, analyser)
    check_target(url, rules)
    with workplace.store.write() as session:
        made = make_watch(session, wanted, rules, analyser, now())
        line = line_of(session, made.watch)
    document = WatchMade.made(made.watch, line, token=made.token, secret=made.secret)

    def show_made() -> None:
        table(
            ["Id", "Token", "Secret"],
            [(document.id, document.token, document.secret)],
        )
        printing.remark("Keep token and secret: they cannot be shown again.")

    answer(document, as_json=as_json, show=show_made)


@watch.command()
def remove(ctx: typer.Context, watch_id: Id) -> None:
    """Forget a watch, with its messages and secrets."""
    workplace: Workplace = ctx.obj
    with workplace.store.write() as session:
        writes.remove_watch(session, watch_id)
    printing.remark(f"Watch {watch_id} is forgotten")


@watch.command()
def pause(ctx: typer.Context, watch_id: Id) -> None:
    """Send a watch nothing until it is resumed; then all that was recorded meanwhile follows."""
    _set_state(ctx.obj, watch_id, WatchState.PAUSED)


@watch.command()
def resume(ctx: typer.Context, watch_id: Id) -> None:
    """Send to a watch again: after a pause, or after it was disabled."""
    _set_state(ctx.obj, watch_id, WatchState.ACTIVE)


@watch.command()
def test(ctx: typer.Context, watch_id: Id) -> None:
    """Queue a test message; `nusqa watch log` says how it went."""
    workplace: Workplace = ctx.obj
    with workplace.store.write() as session:
        message = queue_test(session, reads.watch(session, watch_id), now())
    printing.remark(f"Message {message.id} is queued: a running server or `nusqa deliver` sends it")


@watch.command()
def log(
    ctx: typer.Context,
    watch_id: Id,
    limit: Annotated[int, typer.Option(min=1, max=1_000)] = 20,
    as_json: AsJson = False,
) -> None:
    """The messages of a watch, newest first, with how the attempts to deliver them went."""
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        reads.watch(session, watch_id)
        found = reads.deliveries(session, watch_id, limit=limit + 1)
    document = DeliveryLog.of(found[:limit], more=len(found) > limit)
    answer(
        document,
        as_json=as_json,
        show=lambda: table(
            ["Message", "Type", "State", "Attempts", "Last", "Error", "Next attempt"],
            (
                (
                    one.id,
                    one.type,
                    one.state,
                    len(one.attempts),
                    one.attempts[-1].outcome if one.attempts else None,
                    one.attempts[-1].error if one.attempts else None,
                    one.next_attempt_at and f"{one.next_attempt_at:%Y-%m-%d %H:%M:%S}",
                )
                for one in document.deliveries
            ),
        ),
    )


def _set_state(workplace: Workplace, watch_id: str, state: WatchState) -> None:
    with workplace.store.write() as session:
        writes.set_state(session, watch_id, state)
    printing.remark(f"Watch {watch_id} is {state}")


def _watched(one: WatchOut) -> str:
    if one.query is not None:
        return f"search: {one.query}"
    named = one.articles_now if one.moves or one.article is None else (one.article,)
    return " ".join([one.act or "", *named])

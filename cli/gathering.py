"""Commands that bring texts in: crawl, import, reparse."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from cli import printing
from cli.indexed import up_to_date
from cli.parameters import AsJson
from cli.printing import ERR, answer, table
from cli.workplace import Workplace
from crawler.importing import Imported, ImportOutcome, import_paths
from crawler.ingest import ReceivedKind
from crawler.reparse import Reread
from crawler.reparse import reparse as read_again
from crawler.report import OnProgress, RunReport
from crawler.report import Progress as CrawlProgress
from crawler.run import Order, crawl_apart

app = typer.Typer()

_UNREAD = frozenset({ReceivedKind.REFUSED, ReceivedKind.DAMAGED})


def progress_bar(*, quiet: bool = False) -> Progress:
    """A progress bar on standard error."""
    return Progress(
        TextColumn("{task.description:<10}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[detail]}"),
        console=ERR,
        transient=True,
        disable=quiet,
    )


@app.command()
def crawl(
    ctx: typer.Context,
    acts: Annotated[
        list[str] | None, typer.Argument(help="NGRs of the watch list; all certain ones if none.")
    ] = None,
    registry: Annotated[str, typer.Option(help="adilet or etalon.")] = "adilet",
    include_guesses: Annotated[
        bool, typer.Option(help="Also acts whose number is only a guess.")
    ] = False,
    recheck: Annotated[
        bool, typer.Option(help="Also ask whether editions that are held have changed.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Crawl the watched acts from a registry, politely; goes on where a killed run stopped."""
    workplace: Workplace = ctx.obj
    order = Order(registry, acts or None, include_guesses=include_guesses, recheck=recheck)
    with up_to_date(workplace, follow=False), progress_bar() as bar:
        report = crawl_apart(workplace.settings, order, onto(bar, "crawling"))
    answer(report.as_json(), as_json=as_json, show=lambda: show_report(report))
    raise typer.Exit(report.exit_status)


def onto(bar: Progress, name: str) -> OnProgress:
    """What moves a progress bar while a crawl goes on."""
    task = bar.add_task(name, total=None, detail="")

    def tell(progress: CrawlProgress) -> None:
        bar.update(
            task, completed=progress.done, total=progress.planned, detail=str(progress.entry)[:80]
        )

    return tell


def show_report(report: RunReport) -> None:
    """Print what a crawl came to, and everything that went wrong."""
    for trouble in (*report.refused, *report.failed, *report.missing):
        printing.remark(str(trouble))
    for skipped in report.skipped:
        printing.remark(f"not asked for: {skipped}")
    if report.stopped:
        printing.remark(f"stopped: {report.stopped}")
    table(
        ["Asked", "Fetched", "Unchanged", "Held", "Refused", "Failed", "Missing"],
        [
            (
                report.asked,
                report.fetched,
                report.unchanged,
                report.held,
                len(report.refused),
                len(report.failed),
                len(report.missing),
            )
        ],
    )


@app.command(name="import")
def import_(
    ctx: typer.Context,
    paths: Annotated[
        list[Path],
        typer.Argument(help="Saved pages, folders (with or without manifest.toml), mirror clones."),
    ],
    as_json: AsJson = False,
) -> None:
    """Import saved pages, folders of them, or local clones of the public mirror."""
    workplace: Workplace = ctx.obj
    fates: list[Imported] = []
    with up_to_date(workplace), progress_bar() as bar:
        task = bar.add_task("importing", total=None, detail="")
        for turn, total, fate in import_paths(workplace.ingest, paths):
            fates.append(fate)
            bar.update(task, completed=turn, total=total, detail=fate.name)
    if not fates:
        raise typer.BadParameter("no page was found there")
    answer(
        {"imported": [_fate(fate) for fate in fates]}, as_json=as_json, show=lambda: _show(fates)
    )
    raise typer.Exit(int(any(fate.outcome is ImportOutcome.REFUSED for fate in fates)))


def _fate(fate: Imported) -> dict[str, object]:
    return {
        "file": fate.name,
        "outcome": fate.outcome,
        "ngr": fate.ngr,
        "lang": fate.language,
        "edition": None if fate.label is None else str(fate.label),
        "divisions": fate.divisions,
        "articles": fate.articles,
        "blocks": fate.blocks,
        "footnotes": fate.footnotes,
        "message": fate.message,
    }


def _show(fates: list[Imported]) -> None:
    table(
        ["File", "Act", "Lang", "Edition", "Articles", "Outcome"],
        (
            (
                fate.name,
                fate.ngr,
                fate.language,
                fate.label,
                fate.articles,
                f"{fate.outcome}: {fate.message}" if fate.message else fate.outcome,
            )
            for fate in fates
        ),
    )
    counts = Counter(str(fate.outcome) for fate in fates)
    printing.remark(", ".join(f"{count} {outcome}" for outcome, count in counts.items()))


@app.command()
def reparse(ctx: typer.Context, as_json: AsJson = False) -> None:
    """Read every edition anew from its snapshots, without the network."""
    workplace: Workplace = ctx.obj
    ingest = workplace.ingest("reparse")
    with up_to_date(workplace), progress_bar() as bar:
        task = bar.add_task("reading", total=None, detail="")
        again = list(
            read_again(ingest, lambda done, all_: bar.update(task, completed=done, total=all_))
        )
    counts = Counter(one.received.kind for one in again)
    unread = [one for one in again if one.received.kind in _UNREAD]
    document = {
        "read": len(again),
        **{str(kind): counts[kind] for kind in ReceivedKind},
        "refused_pages": [_unread(one) for one in unread],
    }

    def show_counts() -> None:
        for one in unread:
            said = one.received
            name = " ".join(map(str, filter(None, (said.source.ngr, said.source.language))))
            before = ", as before" if one.expected else ""
            printing.remark(f"{said.kind}{before}: {name} {said.source.label}: {said.message}")
        table(["Read", *ReceivedKind], [(len(again), *(counts[kind] for kind in ReceivedKind))])

    answer(document, as_json=as_json, show=show_counts)
    raise typer.Exit(int(any(one.is_failure for one in again)))


def _unread(reread: Reread) -> dict[str, object]:
    one = reread.received
    return {
        "outcome": one.kind,
        "expected": reread.expected,
        "ngr": one.source.ngr,
        "lang": one.source.language,
        "edition": None if one.source.label is None else str(one.source.label),
        "reason": one.reason,
        "message": one.message,
    }

"""`nusqa impact`: what became of a list of citations, CSV in and CSV out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from api.models.impact import EntryImpactOut, ImpactOut
from api.questions.citations.citable import act_register
from api.questions.impact.answering import impact as impact_of
from api.questions.impact.verdicts import Verdict
from cli import printing
from cli.citation_files import CitationFile, read_citations, written
from cli.exporting.drafts import check_free, write_whole
from cli.parameters import AsJson, Force
from cli.printing import answer
from cli.workplace import Workplace, now
from corpus.legal_day import day_in_kazakhstan

app = typer.Typer()


@app.command()
def impact(
    ctx: typer.Context,
    citations: Annotated[
        Path,
        typer.Argument(
            help="CSV with the columns citation, written (a day) and perhaps lang; - for stdin."
        ),
    ],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write the answer there.")
    ] = None,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Tell which cited provisions have changed since, how, and where they live now.

    Columns of your own are kept. UTF-8 (with or without a mark) and Windows-1251 are read;
    commas, semicolons or tabs between the cells. A citation of several provisions has a row each.
    """
    check_free(out, force=force)
    workplace: Workplace = ctx.obj
    asked = read_citations(citations)
    today = day_in_kazakhstan(now())
    with workplace.store.read() as session:
        answers = impact_of(session, act_register(session), asked.entries, today)
        told = ImpactOut.of(answers, today)
    if as_json and out is None:
        answer(told, as_json=True, show=lambda: None)
    elif out is not None:
        body = told.to_json() if as_json else written(asked, told.entries).encode("utf-8-sig")
        write_whole(out, [body])
    else:
        typer.echo(written(asked, told.entries), nl=False)
    _remark_on(asked, told.entries)


def _remark_on(asked: CitationFile, entries: tuple[EntryImpactOut, ...]) -> None:
    counts = Counter(one.verdict for entry in entries for one in entry.provisions)
    counts[Verdict.NOT_RESOLVED] = sum(1 for entry in entries if not entry.provisions)
    told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict if counts[verdict])
    printing.remark(f"{len(asked.rows)} citations: {told or 'none'}")
    provisions = [one for entry in entries for one in entry.provisions]
    if any(one.now and one.now.provenance.sample for one in provisions):
        printing.remark("A sample, not official text")

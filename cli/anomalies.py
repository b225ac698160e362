"""The command that lists what does not add up in the texts held."""

from __future__ import annotations

from collections import Counter
from typing import Annotated

import typer
from rich.text import Text

from api.models.anomalies import AnomalyList
from api.questions.anomalies import anomalies as found_anomalies
from cli import printing
from cli.parameters import AsJson, InLanguage, OfAct
from cli.printing import OUT, answer
from cli.workplace import Workplace, now
from corpus.legal_day import day_in_kazakhstan
from diffing.anomalies.catalogue import Anomaly, AnomalyKind, Severity

app = typer.Typer()

_STYLES = {Severity.SERIOUS: "bold red", Severity.DOUBTFUL: "yellow", Severity.NOTICE: "dim"}


@app.command()
def anomalies(
    ctx: typer.Context,
    act: OfAct = None,
    kind: Annotated[
        list[AnomalyKind] | None,
        typer.Option("--kind", help="Only of this kind; may be given again."),
    ] = None,
    lang: InLanguage = None,
    as_json: AsJson = False,
) -> None:
    """List what does not add up: unexplained changes, labels, numbers, notes, languages.

    Findings are places to look at; the exit status is 0 whatever is found.
    """
    workplace: Workplace = ctx.obj
    today = day_in_kazakhstan(now())
    with workplace.store.read() as session:
        found = found_anomalies(
            session, workplace.watchlist, today, ngr=act, kinds=kind or (), language=lang
        )
    answer(AnomalyList.of(found), as_json=as_json, show=lambda: _show(found))


def _show(found: list[Anomaly]) -> None:
    for one in found:
        where = [one.ngr, one.language, str(one.label) if one.label else None, one.key]
        OUT.print(
            Text.assemble(
                (f"{one.severity} {one.kind}", _STYLES[one.severity]),
                " ",
                " ".join(part for part in where if part),
            )
        )
        OUT.print(Text(f"  {one.words}"))
        if one.quote:
            OUT.print(Text(f"  «{one.quote}»", style="dim italic"))
    counts = Counter(one.severity for one in found)
    told = ", ".join(f"{counts[severity]} {severity}" for severity in Severity)
    printing.remark(f"{len(found)} found: {told}; docs/anomalies.md says what each kind means")

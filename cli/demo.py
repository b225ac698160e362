"""`nusqa demo`: the main job on the bundled sample registry, from its pages to a served API."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from itertools import combinations
from typing import Annotated

import typer

from api.models.compare import Compared
from api.questions.compared.as_asked import compared_rule_by_rule
from api.questions.matrix import Chosen, read_matrix
from api.questions.sides import side_named
from cli import printing
from cli.gathering import onto, progress_bar, show_report
from cli.indexed import mend
from cli.matrix_table import show_matrix
from cli.parameters import AsJson
from cli.printing import OUT, answer, table
from cli.upkeep import serve_on
from cli.workplace import Workplace, now
from corpus.bundled import own_fingerprints, own_regimes, own_themes
from corpus.law import Language
from corpus.legal_day import day_in_kazakhstan
from corpus.search import Query
from corpus.settings import Settings
from corpus.store import reads
from corpus.store.records import ActSummary
from crawler.report import RunReport
from crawler.run import Order, crawl_apart
from crawler.sample.server import serve_sample
from diffing.correspondence.relation import Relation

app = typer.Typer()

_QUERY = "выборы акима"
_TOLD = tuple(relation for relation in Relation if relation is not Relation.MOVED)
"""Across acts nothing moves."""


@app.command()
def demo(
    ctx: typer.Context,
    serve: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Serve the result until Ctrl-C.")
    ] = True,
    as_json: AsJson = False,
) -> None:
    """Crawl the bundled sample registry over HTTP, store, compare, index, and serve it.

    It has a data folder of its own: sample texts never meet official ones.
    """
    outer: Workplace = ctx.obj
    workplace = Workplace(_demo_settings(outer.settings))
    try:
        began = time.monotonic()
        report = _crawl(workplace)
        index = mend(workplace)
        compared = _compared(workplace)
        figures = _figures(workplace) | {
            "regimes": [
                {
                    "left": one.left.name,
                    "right": one.right.name,
                    "totals": one.totals.model_dump(mode="json", by_alias=True),
                }
                for one in compared
            ],
            "wordings_indexed": index.documents,
            "seconds": round(time.monotonic() - began, 2),
        }
        answer(
            {"crawl": report.as_json(), **figures},
            as_json=as_json,
            show=lambda: _show(workplace, report, figures, compared),
        )
        if not report.complete:
            raise typer.Exit(1)
        if serve:
            serve_on(workplace, outer.settings.host, outer.settings.port)
    finally:
        workplace.close()


def _demo_settings(settings: Settings) -> Settings:
    """The embedded default in a folder of its own, whatever else is set."""
    return settings.model_copy(
        update={
            "data_dir": settings.data_dir / "demo",
            "database_url": None,
            "snapshots_url": None,
            "crawl_delay": 0.0,
            "ca_bundle": None,
        }
    )


def _crawl(workplace: Workplace) -> RunReport:
    with serve_sample() as sample, progress_bar() as bar:
        printing.remark(f"The sample registry answers on {sample.base_url}")
        return crawl_apart(
            workplace.settings,
            Order("adilet", base_url=sample.base_url, sample=True),
            onto(bar, "crawling"),
        )


def _compared(workplace: Workplace) -> list[Compared]:
    """Each regime against each later one."""
    regimes = own_regimes()
    found = []
    with workplace.store.read() as session:
        sides = [side_named(session, regimes, [one.key], Language.RU) for one in regimes.regimes]
    for left, right in combinations(sides, 2):
        found.append(Compared.of(compared_rule_by_rule(left, right), html=False))
    return found


def _figures(workplace: Workplace) -> dict[str, object]:
    with workplace.store.read() as session:
        acts = [act for act in reads.acts(session) if act.editions]
        changes = reads.changes(session, limit=100_000)
    return {
        "acts": len(acts),
        "editions": sum(act.editions for act in acts),
        "changes": dict(Counter(record.change.kind for record in changes)),
    }


def _show(
    workplace: Workplace,
    report: RunReport,
    figures: dict[str, object],
    compared: Sequence[Compared],
) -> None:
    show_report(report)
    OUT.print()
    with workplace.store.read() as session:
        acts = [act for act in reads.acts(session) if act.editions]
        changes = reads.changes(session, limit=100_000)
    counts = Counter(record.ngr for record in changes)
    table(
        ["Act", "Title", "Editions", "Changes"],
        ((act.ngr, _title(act), f"{_editions(act)}", counts[act.ngr]) for act in acts),
        title="What is held now: a sample in our own words, not official text",
    )
    OUT.print()
    found = workplace.engine.search(Query(_QUERY, day_in_kazakhstan(now()), limit=3))
    table(
        ["Act", "Key", "Heading"],
        ((hit.ngr, hit.key, hit.heading) for hit in found.hits),
        title=f"nusqa search {_QUERY!r}: {found.total} found, the first of them",
    )
    OUT.print()
    _show_regimes(workplace, compared)
    folder = workplace.settings.data_dir
    printing.remark(f"Done in {figures['seconds']} s. The data lies in {folder}")
    printing.remark(f"Look around: NUSQA_DATA_DIR={folder} .venv/bin/nusqa acts")


def _show_regimes(workplace: Workplace, compared: Sequence[Compared]) -> None:
    """What the program is for: the three regimes side by side."""
    table(
        ["Regimes", "Phases", *_TOLD, "Words kept", "in", "out"],
        (
            (
                f"{regimes[0]} → {regimes[1]}",
                f"{one.left.name} → {one.right.name}",
                *(one.totals.of_relation(relation) for relation in _TOLD),
                one.totals.words.kept,
                one.totals.words.in_,
                one.totals.words.out,
            )
            for regimes, one in zip(
                combinations((regime.key for regime in own_regimes().regimes), 2),
                compared,
                strict=True,
            )
        ),
        title="The regimes of electing akims, rule by rule (`nusqa compare 1999 2013` shows each)",
    )
    OUT.print()
    with workplace.store.read() as session:
        read = read_matrix(
            session,
            own_regimes(),
            own_themes(),
            own_fingerprints(),
            Chosen(phases=tuple(regime.key for regime in own_regimes().regimes)),
        )
    show_matrix(read, Language.RU)
    OUT.print()


def _title(act: ActSummary) -> str:
    return act.titles.get(Language.RU) or next(iter(act.titles.values()), "")


def _editions(act: ActSummary) -> str:
    return " ".join(f"{language} {count}" for language, count in act.languages.items())

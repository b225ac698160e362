"""Commands that compare: two editions, and the record of changes."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

import typer
from rich.text import Text

from api.models.changes import ChangeRecordOut, Diff, EditionCompared
from api.provenance import Asked
from api.questions import find_edition, text_language
from cli import printing
from cli.parameters import AsJson, Lang, Ngr, parse_label, parse_moment
from cli.printing import OUT, answer
from cli.workplace import Workplace
from corpus.law import EditionLabel
from corpus.store import reads
from diffing.compare import Comparison, compare_editions
from diffing.redline import Redline

app = typer.Typer()


@app.command()
def diff(
    ctx: typer.Context,
    ngr: Ngr,
    from_: Annotated[
        EditionLabel, typer.Argument(parser=parse_label, metavar="FROM", help="Older label.")
    ],
    to: Annotated[
        EditionLabel, typer.Argument(parser=parse_label, metavar="TO", help="Newer label.")
    ],
    lang: Lang = None,
    as_json: AsJson = False,
) -> None:
    """Compare two editions of an act, article by article, word by word."""
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        language = text_language(session, ngr, lang)
        older = find_edition(session, ngr, language, Asked(label=from_))
        newer = find_edition(session, ngr, language, Asked(label=to))
        comparison = compare_editions(
            reads.edition(session, older.id), reads.edition(session, newer.id)
        )
    document = Diff.of(older, newer, comparison)
    answer(document, as_json=as_json, show=lambda: _show(comparison))


def _show(comparison: Comparison) -> None:
    for change in comparison.changes:
        article = change.new or change.old
        heading = article.printed_heading if article else ""
        rule = f" ({change.rule})" if change.rule else ""
        OUT.print(Text.assemble((f"{change.kind}{rule}", "cyan"), f" {change.key} {heading}"))
        printing.redline_text(change.redline)
    for heading_change in comparison.headings:
        OUT.print(Text.assemble((heading_change.kind, "cyan"), f" {heading_change.key}"))
        printing.redline_text(Redline("", "", heading_change.redline, ()))
    counts = ", ".join(f"{count} {kind}" for kind, count in comparison.counts().items() if count)
    printing.remark(counts or "No article that both editions hold differs")
    if comparison.not_comparable:
        held = f"{len(comparison.not_comparable)} articles are held on one side only"
        printing.remark(f"{held} and not compared")


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
        ids = {
            one for record in records for one in (record.older_edition_id, record.newer_edition_id)
        }
        sides = {one: EditionCompared.of(reads.edition_by_id(session, one)) for one in ids}
    document = {
        "changes": [
            ChangeRecordOut.recorded(
                record, sides[record.older_edition_id], sides[record.newer_edition_id]
            ).model_dump(mode="json")
            for record in records
        ]
    }

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

"""Commands that compare: two editions of an act; regimes, or any two sets of provisions."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.text import Text

from api.models.changes import Diff
from api.models.compare import Compared
from api.models.compared_sides import SideOut
from api.questions.asked import Asked
from api.questions.compared.as_asked import compared_as_asked
from api.questions.compared.asking import Sides
from api.questions.compared.on_themes import narrowed
from api.questions.texts import find_edition, text_language
from cli import printing
from cli.exporting.drafts import check_free, write_whole
from cli.measure_files import WRITERS, table_file
from cli.parameters import (
    AsJson,
    Force,
    Lang,
    Left,
    Ngr,
    Right,
    ThemesCompared,
    ending_of,
    parse_label,
    parted,
    picture_file,
)
from cli.printing import OUT, answer, table
from cli.regime_files import write_bands
from cli.workplace import Workplace, now
from corpus.bundled import own_renamings, own_themes
from corpus.correspondences import load_correspondences
from corpus.law import EditionLabel, Language
from corpus.legal_day import day_in_kazakhstan
from corpus.store import reads
from diffing.changes import Comparison
from diffing.compare import compare_editions
from diffing.correspondence.provision import Provision
from diffing.correspondence.relation import Correspondence, Correspondences, Relation
from diffing.measures.regimes import comparison_table
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
        language = text_language(session, ngr, lang, labels=(from_, to))
        older = find_edition(session, ngr, language, Asked(label=from_))
        newer = find_edition(session, ngr, language, Asked(label=to))
        comparison = compare_editions(
            reads.edition(session, older.id),
            reads.edition(session, newer.id),
            renamings=own_renamings(),
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
        rule = f" ({heading_change.rule})" if heading_change.rule else ""
        OUT.print(Text.assemble((f"{heading_change.kind}{rule}", "cyan"), f" {heading_change.key}"))
        printing.redline_text(Redline("", "", heading_change.redline, ()))
    counts = ", ".join(f"{count} {kind}" for kind, count in comparison.counts().items() if count)
    printing.remark(counts or "No article that both editions hold differs")
    if comparison.not_comparable:
        printing.remark(
            "Not compared, since a copy lacks them or may break off there: "
            + ", ".join(comparison.not_comparable)
        )


@app.command()
def compare(
    ctx: typer.Context,
    sides: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="LEFT RIGHT",
            help="Two regimes or phases (1999, 2013, 2020, R3b; `nusqa regimes` lists them), or "
            "provisions: NGR, NGR:KEY,KEY, either with @LABEL.",
        ),
    ] = None,
    left: Left = None,
    right: Right = None,
    lang: Lang = None,
    theme: ThemesCompared = None,
    pairs: Annotated[
        Path | None,
        typer.Option(
            "--pairs", help="Another file of lawyers' pairs than the one that comes along."
        ),
    ] = None,
    brief: Annotated[
        bool, typer.Option("--brief", help="Only the table and the totals, no redlines.")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out",
            parser=table_file,
            metavar="FILE",
            help="Write a row a correspondence to a .csv or .parquet file.",
        ),
    ] = None,
    plot: Annotated[
        Path | None,
        typer.Option(
            "--plot",
            parser=picture_file,
            metavar="FILE",
            help="Draw which rule is which as bands between both sides, as an .svg file.",
        ),
    ] = None,
    captions: Annotated[
        Language, typer.Option("--ui", help="Language of the picture's own words.")
    ] = Language.EN,
    force: Force = False,
    as_json: AsJson = False,
) -> None:
    """Compare two regimes, or any two sets of provisions, rule by rule and word by word.

    Two editions of one act are compared article by article, as `diff` does. Two regimes can be
    narrowed to themes of the matrix: to the rows with a rule that it names for them.
    """
    named_left, named_right = _sides(sides or [], left or [], right or [])
    check_free(out, plot, force=force)
    workplace: Workplace = ctx.obj
    curated = load_correspondences(pairs) if pairs else None
    with workplace.store.read() as session:
        asked = Sides((*named_left,), (*named_right,), lang).asked_on(day_in_kazakhstan(now()))
        found_all = compared_as_asked(session, asked, pairs=curated)
        compared = narrowed(session, own_themes(), parted(theme), found_all)
    one, other, found = compared.left, compared.right, compared.found
    document = Compared.of(compared, html=False)
    if out is not None:
        made = comparison_table(one.name, other.name, found)
        write_whole(out, [WRITERS[ending_of(out)](made)])
        printing.remark(f"{out}: {len(made.rows)} rows")
    if plot is not None:
        write_bands(plot, one, other, _without_headings(found), captions)
    answer(document, as_json=as_json, show=lambda: _show_compared(document, found, brief=brief))


def _without_headings(found: Correspondences) -> Correspondences:
    """What a picture has bands for: a heading of a division is no provision."""
    return replace(found, items=tuple(one for one in found.items if not one.is_heading))


def _sides(sides: list[str], left: list[str], right: list[str]) -> tuple[list[str], list[str]]:
    if len(sides) == 2 and not left and not right:  # noqa: PLR2004 - left and right
        return sides[:1], sides[1:]
    if not sides and left and right:
        return left, right
    raise typer.BadParameter("name two sides: LEFT RIGHT, or --left … --right …")


def _show_compared(document: Compared, found: Correspondences, *, brief: bool) -> None:
    if brief:
        table(
            ["", "Left", "Right", "Score", "Next", "Found by"],
            (
                (
                    _relation(one),
                    _names(one.old),
                    _names(one.new),
                    _share(one.score),
                    _share(one.runner_up),
                    one.route,
                )
                for one in found.items
            ),
        )
    else:
        for one in found.items:
            OUT.print(Text(_line(one), style="cyan"))
            if one.relation is not Relation.IDENTICAL:
                printing.redline_text(one.redline)
    OUT.print()
    show_totals(document)
    for side in (document.left, document.right):
        _remark_on(side)
    for unused in document.unused_pairs:
        printing.remark(f"Not used: {unused.pair}: {unused.reason}")


def show_totals(document: Compared) -> None:
    """Print how many correspondences of each relation there are, and the words."""
    totals = document.totals
    table(
        ["Relation", "Count"],
        ((one, totals.of_relation(one)) for one in Relation if totals.of_relation(one)),
        title=f"{_title(document.left)} → {_title(document.right)}: {totals.left} rules, "
        f"{totals.right} rules; words {totals.words.kept} kept, "
        f"{totals.words.in_} in, {totals.words.out} out",
    )
    if totals.unsure:
        OUT.print(
            f"(?) {totals.unsure} of the new and dropped may have a counterpart in what is not held"
        )


def _title(side: SideOut) -> str:
    return f"{side.name} ({side.title})" if side.title else side.name


def _line(one: Correspondence) -> str:
    figures = [str(one.route)] if one.route else []
    figures += [f"score {_share(one.score)}"] if one.score is not None else []
    figures += [f"next {_share(one.runner_up)}"] if one.runner_up is not None else []
    how = f" ({', '.join(figures)})" if figures else ""
    ground = f" - {one.ground}" if one.ground else ""
    sides = " → ".join(_names(side) or "…" for side in (one.old, one.new))
    return f"{_relation(one)}{how} {sides}{ground}"


def _relation(one: Correspondence) -> str:
    """The relation, with a doubt where the counterpart may stand in what is not held.

    Of two editions of one act what became of the article.
    """
    if one.change is not None:
        return f"{one.change} (heading)" if one.is_heading else one.change
    doubtful = not one.sure and one.relation is not Relation.POSSIBLE
    return f"{one.relation} (?)" if doubtful else one.relation


def _names(rules: tuple[Provision, ...]) -> str:
    return ", ".join(f"{one.ngr}:{one.key}" for one in rules)


def _share(share: float | None) -> str | None:
    return None if share is None else f"{share:.2f}"


def _remark_on(side: SideOut) -> None:
    for held in side.held:
        partial = "" if held.holds == "whole" else f" (the copy holds {held.holds} of its act)"
        sample = "; a sample, not official text" if held.provenance.sample else ""
        printing.remark(f"{side.name}: read in {held.provisions}{partial}{sample}")
    if side.not_held:
        printing.remark(f"{side.name}: what corresponds to the following is not known here:")
    for missing in side.not_held:
        printing.remark(f"  {missing.provisions}: {missing.reason}")
    if side.doubts:
        printing.remark(f"{side.name}: (?) {side.doubts}")
    if side.not_comparable:
        printing.remark(
            f"{side.name}: not compared, since a copy lacks them or may break off there: "
            + ", ".join(side.not_comparable)
        )

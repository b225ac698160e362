"""Commands that say where words come from: blame, trace."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

import typer
from rich.text import Text

from api.models.origins import BlamedBlockOut, BlameOut, RunOut
from api.models.stretches import StandOut, Went
from api.models.traces import TraceAnswer, TracedArticle
from api.questions.blame import blame_article
from api.questions.texts import text_language
from api.questions.trace import trace as trace_phrase
from cli import printing
from cli.arrivals import came, gap, show_acts, show_origin_acts
from cli.parameters import AsJson, Edition, Key, Lang, Ngr, On, asked_by
from cli.printing import OUT, answer
from cli.workplace import Workplace
from corpus.law import BlockKind
from corpus.store.records import Certainty
from diffing.origins.phrases import Phrase

app = typer.Typer()

_COLOURS = ("cyan", "green", "yellow", "magenta", "blue", "red")
_INDENTED = (BlockKind.SUBPOINT, BlockKind.INDENT)
_WHY_UNASKED = {
    "not held": "the article is not in the copy that is held",
    "cut": "the copy that is held may end inside the article",
    "order unknown": "its label does not say on which side of the others it lies",
}


@app.command()
def blame(
    ctx: typer.Context,
    ngr: Ngr,
    key: Key,
    edition: Edition = None,
    on: On = None,
    lang: Lang = None,
    as_json: AsJson = False,
) -> None:
    """Show which edition, and which act, each run of an article's words comes from."""
    asked = asked_by(edition, on)
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        language = text_language(session, ngr, lang, labels=(asked.label,))
        blamed = BlameOut.of(blame_article(session, ngr, language, key, asked))
    answer(blamed, as_json=as_json, show=lambda: _show_blame(blamed))


def _show_blame(blamed: BlameOut) -> None:
    """The wording, each origin in its colour, then the origins; the oldest one is not marked."""
    later = [origin.edition for origin in blamed.origins[1:]]
    styles = {
        edition: _COLOURS[place % len(_COLOURS)] for place, edition in enumerate(reversed(later))
    }
    if blamed.marker or blamed.heading:
        heading = _runs(blamed.heading, styles)
        OUT.print(Text.assemble(blamed.marker, " " if heading else "", heading, style="bold"))
    for block in blamed.blocks:
        OUT.print(_block(block, styles))
    OUT.print()
    unordered = [one.edition for one in blamed.left_out if one.why == "order unknown"]
    for origin in blamed.origins:
        label = Text(origin.edition, style=styles.get(origin.edition, "bold"))
        if origin.edition not in styles:
            label.append(" (unmarked)")
        words = f"{origin.words} {'word' if origin.words == 1 else 'words'}"
        OUT.print(Text.assemble(label, f" · {words} · {came(origin, origin.missing, unordered)}"))
        show_origin_acts(origin, indent="  ")
    _remark_on(blamed)


def _block(block: BlamedBlockOut, styles: Mapping[str, str]) -> Text:
    text = Text("  " if block.kind in _INDENTED else "")
    for place, row in enumerate(block.rows):
        text.append("\n" if place else "")
        text.append_text(Text(" | ").join(_runs(cell, styles) for cell in row))
    number = [RunOut(text=f"{block.marker} ", edition=block.number_edition)] if block.marker else []
    return text if block.rows else text.append_text(_runs([*number, *block.runs], styles))


def _runs(runs: Iterable[RunOut], styles: Mapping[str, str]) -> Text:
    """Runs in their colours, or as `{2022-11-05| words}`; neighbours of one edition are one."""
    text = Text()
    for edition, same in groupby(runs, key=lambda run: run.edition):
        words = "".join(run.text for run in same)
        if edition not in styles or OUT.color_system:
            text.append(words, style=styles.get(edition, ""))
        else:
            text.append(f"{{{edition}|{words}}}")
    return text


def _remark_on(blamed: BlameOut) -> None:
    for one in blamed.left_out:
        printing.remark(f"Edition {one.edition} could not be asked: {_WHY_UNASKED[one.why]}")
    if blamed.coarse:
        printing.remark("Long versions were compared roughly: some older words may be called new")
    if blamed.answered.certainty is Certainty.UNLISTED:
        printing.remark("No list of the act's editions is held: one in between is not ruled out")
    if blamed.provenance.sample:
        printing.remark("A sample, not official text")


@app.command()
def trace(
    ctx: typer.Context,
    phrase: Annotated[str, typer.Argument(help="Words side by side, in any form.")],
    act: Annotated[str | None, typer.Option("--act", help="Only in this act (NGR).")] = None,
    lang: Lang = None,
    exact: Annotated[
        bool,
        typer.Option("--exact", help="To the letter, whatever the case, spaces and quotes."),
    ] = False,
    limit: Annotated[int, typer.Option(min=1, max=1_000)] = 20,
    offset: Annotated[int, typer.Option(min=0)] = 0,
    as_json: AsJson = False,
) -> None:
    """Show when a phrase appeared in the law and when it went, in every edition held."""
    workplace: Workplace = ctx.obj
    sought = Phrase.read(phrase, exact=exact)
    with workplace.store.read() as session:
        found = TraceAnswer.of(trace_phrase(session, sought, act, lang, limit=limit, offset=offset))
    answer(found, as_json=as_json, show=lambda: _show_trace(found))


def _show_trace(found: TraceAnswer) -> None:
    for part in found.ignored:
        printing.remark(f"Left out of the question: {part}")
    for article in found.articles:
        _show_traced(article)
    stands = [stand for article in found.articles for stand in article.stands]
    if any(stand.appeared.provenance.sample for stand in stands):
        printing.remark("A sample, not official text")
    totals = found.totals
    if not totals.articles:
        several = len(re.findall(r"[\w-]+", found.q)) > 1
        absent = ", ".join(found.absent_words if several else ())
        printing.remark("It stands in no text held" + (f"; nor does: {absent}" if absent else ""))
        return
    shown = len(found.articles)
    printing.remark(
        f"Acts: {totals.acts}, articles: {totals.articles}, wordings: {totals.wordings}; "
        f"shown: {f'{found.offset + 1}-{found.offset + shown}' if shown else 'none'}"
    )
    if found.first and found.last:
        end = _end_of(found)
        printing.remark(
            f"First in edition {found.first.edition} ({found.first.ngr} {found.first.key}), "
            f"last in edition {found.last.edition} ({found.last.ngr} {found.last.key}){end}"
        )


def _end_of(found: TraceAnswer) -> str:
    """What became of the phrase: where it still stands the act may have been repealed since."""
    repealed_on = found.last.repealed_on if found.last else None
    said = f", in an act repealed on {repealed_on}" if repealed_on else ""
    if not found.still:
        return said
    still = "still there in the newest text held that has the article"
    if found.repealed_on is None:
        return f"{said}; {still}"
    if found.totals.acts == 1:
        return f"; {still}, but the act was repealed on {found.repealed_on}"
    return f"; {still}, but every act it stands in was repealed, the last on {found.repealed_on}"


def _show_traced(article: TracedArticle) -> None:
    where = f"{article.ngr} {article.key} {article.lang}"
    OUT.print(Text.assemble((where, "cyan"), " ", (article.heading, "bold")))
    for stand in article.stands:
        _show_stand(stand, article)
    if article.unplaced:
        OUT.print(Text(f"  {', '.join(article.unplaced)}: when is unknown, the label does not say"))
        if article.unplaced_snippet and not article.stands:
            _show_snippet(
                article.unplaced_snippet.before,
                article.unplaced_snippet.words,
                article.unplaced_snippet.after,
            )
    OUT.print()


@dataclass(frozen=True)
class _Gaps:
    """The editions around a stretch that do not tell, each named once."""

    before: tuple[str, ...]
    between: tuple[str, ...]
    after: tuple[str, ...]
    either: tuple[str, ...]
    """Beside a year that is a label: they may lie on more than one side of it."""

    @classmethod
    def of(cls, stand: StandOut, told: Collection[str]) -> _Gaps:
        """The gaps of a stretch, without the editions that are told of elsewhere."""
        after = stand.went.missing if stand.went else stand.later
        places = (stand.appeared.missing, stand.silent, after)
        times = Counter(label for labels in places for label in labels if label not in told)
        before, between, later = (
            tuple(one for one in labels if times[one] == 1) for labels in places
        )
        return cls(before, between, later, tuple(one for one, count in times.items() if count > 1))


def _show_stand(stand: StandOut, article: TracedArticle) -> None:
    gaps = _Gaps.of(stand, article.unplaced)
    arrived = came(stand.appeared, gaps.before, article.unordered)
    OUT.print(Text.assemble("  ", (f"+ {stand.appeared.edition}", "green"), f" {arrived}"))
    show_origin_acts(stand.appeared, indent="      ")
    between = gap("in between", gaps.between, article.unordered)
    either = gap("before or after it is unknown", gaps.either, article.unordered, "")
    for said in filter(None, (between, either)):
        OUT.print(Text(f"    {said.removeprefix('; ')}"))
    _show_snippet(stand.snippet.before, stand.snippet.words, stand.snippet.after)
    if stand.went:
        left = _left(stand.went) + gap("may have gone earlier", gaps.after, article.unordered)
        OUT.print(Text.assemble("  ", (f"- {stand.went.edition}", "red"), f" {left}"))
        show_acts(stand.went.amending_acts, indent="      ")
        return
    said = f"  = {stand.editions[-1]} still there, in the newest text held that has the article"
    said += gap("known after it", gaps.after, article.unordered)
    if article.repealed_on:
        said += f"; the act was repealed on {article.repealed_on}"
    OUT.print(Text(said))


def _left(went: Went) -> str:
    if went.moved_to:
        return f"the article is {went.moved_to} now, with the phrase"
    return "gone with the article itself" if went.article_went else "gone"


def _show_snippet(before: str, words: str, after: str) -> None:
    shown = (words, "bold yellow") if OUT.color_system else f"[{words}]"
    OUT.print(Text.assemble("      ", before, shown, after))

"""Commands that say where words come from: blame, trace."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Annotated

import typer
from rich.text import Text

from api.models.origins import AmendingActOut, BlamedBlockOut, BlameOut, OriginOut, RunOut
from api.models.traces import Appeared, StandOut, TraceAnswer, TracedArticle, Went
from api.questions.blame import blame_article
from api.questions.texts import text_language
from api.questions.trace import trace as trace_phrase
from cli import printing
from cli.parameters import AsJson, Edition, Key, Lang, Ngr, On, asked_by
from cli.printing import OUT, answer
from cli.workplace import Workplace
from corpus.law import BlockKind
from corpus.store.records import Certainty
from diffing.origins.phrases import Phrase

app = typer.Typer()

_COLOURS = ("cyan", "green", "yellow", "magenta", "blue", "red")
_INDENTED = (BlockKind.SUBPOINT, BlockKind.INDENT)
_MOST_NAMED = 6


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
        language = text_language(session, ngr, lang)
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
    for origin in blamed.origins:
        label = Text(origin.edition, style=styles.get(origin.edition, "bold"))
        if origin.edition not in styles:
            label.append(" (unmarked)")
        words = f"{origin.words} {'word' if origin.words == 1 else 'words'}"
        OUT.print(Text.assemble(label, f" · {words} · {_came(origin)}"))
        if origin.how != "original":
            _show_acts(origin.amending_acts, indent="  ")
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


def _came(origin: OriginOut | Appeared) -> str:
    """How words came, in one line."""
    known = _named(origin.missing)
    if origin.how == "original":
        return "the act was adopted with it"
    if origin.how == "oldest":
        said = "in the oldest text held, there at the latest since then"
        return f"{said}; known before it: {known}" if known else said
    said = f"came after {origin.after}"
    if origin.article_came:
        said += ", with the article itself"
    if origin.moved_from:
        said += f"; until then the article was {origin.moved_from}"
    if known:
        said += f"; may have come earlier, these do not tell: {known}"
    return said


def _show_acts(acts: tuple[AmendingActOut, ...], indent: str) -> None:
    if len(acts) != 1:
        several = "by one or several of these acts:" if acts else "amending act unknown"
        OUT.print(Text(f"{indent}{several}"))
    for act in acts:
        OUT.print(Text(f"{indent}{'  ' if acts[1:] else 'by '}{_act(act)}"))


def _act(act: AmendingActOut) -> str:
    day = f"{act.date:%d.%m.%Y}" if act.date else "day unknown"
    number = f" № {act.number}" if act.number else ""
    force = f", in force from {act.in_force_from:%d.%m.%Y}" if act.in_force_from else ""
    title = f" «{act.title}»" if act.title else ""
    where = f" (note at the {act.noted_at}: " if act.noted_at else " ("
    return f"{day}{number}{title}{force}{where}{'; '.join(act.rules)})"


def _named(labels: tuple[str, ...]) -> str:
    """A few labels; of many the last ones, with how many there are."""
    if len(labels) <= _MOST_NAMED:
        return ", ".join(labels)
    return f"{len(labels)} editions, the last of them {', '.join(labels[-_MOST_NAMED:])}"


def _remark_on(blamed: BlameOut) -> None:
    for one in blamed.left_out:
        printing.remark(f"Edition {one.edition} could not be asked: {one.why}")
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
        absent = ", ".join(found.absent_words)
        printing.remark("It stands in no text held" + (f"; nor does: {absent}" if absent else ""))
        return
    shown = len(found.articles)
    printing.remark(
        f"Acts: {totals.acts}, articles: {totals.articles}, wordings: {totals.wordings}; "
        f"shown: {f'{found.offset + 1}-{found.offset + shown}' if shown else 'none'}"
    )
    if found.first and found.last:
        end = "; still there in the newest text that tells" if found.still else ""
        printing.remark(
            f"First in edition {found.first.edition} ({found.first.ngr} {found.first.key}), "
            f"last in edition {found.last.edition} ({found.last.ngr} {found.last.key}){end}"
        )


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


def _show_stand(stand: StandOut, article: TracedArticle) -> None:
    OUT.print(
        Text.assemble("  ", (f"+ {stand.appeared.edition}", "green"), f" {_came(stand.appeared)}")
    )
    if stand.appeared.how != "original":
        _show_acts(stand.appeared.amending_acts, indent="      ")
    if stand.silent:
        OUT.print(Text(f"    do not tell in between: {_named(stand.silent)}"))
    _show_snippet(stand.snippet.before, stand.snippet.words, stand.snippet.after)
    if stand.went:
        OUT.print(Text.assemble("  ", (f"- {stand.went.edition}", "red"), f" {_left(stand.went)}"))
        _show_acts(stand.went.amending_acts, indent="      ")
        return
    said = f"  = {stand.editions[-1]} still there, in the newest text that tells"
    if stand.later:
        said += f"; later editions that do not tell: {_named(stand.later)}"
    if article.repealed_on:
        said += f"; the act was repealed on {article.repealed_on}"
    OUT.print(Text(said))


def _left(went: Went) -> str:
    if went.moved_to:
        said = f"the article is {went.moved_to} now, with the phrase"
    elif went.article_went:
        said = "gone with the article itself"
    else:
        said = "gone"
    known = _named(went.missing)
    return f"{said}; may have gone earlier, these do not tell: {known}" if known else said


def _show_snippet(before: str, words: str, after: str) -> None:
    shown = (words, "bold yellow") if OUT.color_system else f"[{words}]"
    OUT.print(Text.assemble("      ", before, shown, after))

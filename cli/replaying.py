"""Commands on amending acts: replay their instructions; what is adopted and not consolidated."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from api.models.instructions import InstructionsOut
from api.models.replay import ActReplayOut, PendingOut, ReplayOut
from api.questions.amending_acts.replaying import ActReplay, ReplayStage, pending_of, replay_of
from cli import printing
from cli.parameters import AsJson, Lang, Ngr, parse_label
from cli.printing import OUT, answer
from cli.workplace import Workplace
from corpus.amendments import ClauseKind, InForceClause
from corpus.instructions.operations import Kind, Operation, path_words
from corpus.law import EditionLabel
from diffing.replay.replay import Fate, Outcome
from diffing.replay.verdicts import Compared, ReplayVerdict

app = typer.Typer()

_QUOTED = 140
_SHOWN_APART = {ReplayVerdict.DIFFERS, ReplayVerdict.NOT_APPLIED, ReplayVerdict.UNINSTRUCTED}


@app.command()
def replay(
    ctx: typer.Context,
    ngr: Ngr,
    act: Annotated[str | None, typer.Option("--act", help="Only this amended act (NGR).")] = None,
    lang: Lang = None,
    from_: Annotated[
        EditionLabel | None,
        typer.Option("--from", parser=parse_label, help="The edition to apply them to."),
    ] = None,
    to: Annotated[
        EditionLabel | None,
        typer.Option("--to", parser=parse_label, help="The edition to compare with, or a day."),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Read an amending act's instructions, apply them, and compare with the registry's text."""
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        text, acts = replay_of(session, ngr, lang, act, from_, to)
    document = ReplayOut.of(text, acts)

    def show() -> None:
        _show_instructions(document.instructions, text.instructions.operations)
        for replayed, written in zip(acts, document.acts, strict=True):
            _show_act(replayed, written)

    answer(document, as_json=as_json, show=show)


def _show_instructions(document: InstructionsOut, operations: tuple[Operation, ...]) -> None:
    named = document.acts
    for at, act in enumerate(named):
        held = "" if act.held else ", not held"
        known = ", ".join(filter(None, (act.ngr, str(act.adopted or ""), act.number)))
        OUT.print(Text.assemble((f"[{at}] ", "cyan"), f"{act.title or 'an act'} ({known}{held})"))
    for operation in operations:
        start = str(operation.since or _start(operation.clause))
        until = f", until {operation.until}" if operation.until else ""
        OUT.print(
            Text.assemble(
                (f"  {operation.place} ", "cyan"),
                f"[{operation.target_act}] {_said(operation)}",
                (f"  ({start}{until})", "dim"),
            )
        )
    for one in document.unread:
        words = " ".join(one.words.split())
        OUT.print(
            Text.assemble((f"  {one.place} NOT READ ({one.reason}): ", "red"), words[:_QUOTED])
        )
    for frame in document.frames:
        if named and frame.kind == "other provision":
            words = " ".join(frame.words.split())[:_QUOTED]
            OUT.print(Text(f"  {frame.place} no instruction: {words}", style="dim"))
    if not named and not document.unsupported:
        printing.remark(f"{document.ngr} names no act that it amends")
    if document.unsupported:
        printing.remark(document.unsupported)
    printing.remark(f"{len(operations)} instructions understood, {len(document.unread)} not read")


def _start(clause: InForceClause) -> str:
    """When an act says that it takes effect, in a few words."""
    if clause.kind is not ClauseKind.DAYS_AFTER_PUBLICATION or clause.days is None:
        return str(clause.on or clause.kind)
    return f"{clause.days} days after publication" if clause.days else "the day after publication"


def _said(operation: Operation) -> str:
    """An operation in one line."""
    places = ", ".join(map(path_words, operation.targets))
    new = ", ".join(unit.key for unit in operation.added)
    match operation.kind:
        case Kind.ADD:
            return f"add {new} to {places}"
        case Kind.REPLACE_WORDS:
            return f"{places}: «{operation.words}» -> «{operation.new_words}»"
        case Kind.INSERT_AFTER | Kind.INSERT_BEFORE:
            where = "after" if operation.kind is Kind.INSERT_AFTER else "before"
            return f"{places}: «{operation.new_words}» {where} «{operation.words}»"
        case Kind.DELETE_WORDS:
            return f"{places}: delete «{operation.words}»"
        case Kind.APPEND_WORDS:
            return f"{places}: append «{operation.new_words}»"
        case _:
            return f"{operation.kind}: {places}"


def _show_act(act: ActReplay, written: ActReplayOut) -> None:
    name = act.act.ngr or act.act.named.title or "an act"
    if act.why_not:
        printing.remark(f"{name}: nothing was applied. {act.why_not}")
    for stage, document in zip(act.stages, written.stages, strict=True):
        until = stage.to.label if stage.to else stage.on or "all instructions"
        OUT.print(Text(f"\n{name} {stage.from_.language}: {stage.from_.label} -> {until}", "bold"))
        _show_outcomes(stage)
        if stage.to is None:
            OUT.print(Text("  OUR READING, not the registry's: no consolidated edition", "yellow"))
            for reading in document.readings:
                OUT.print(Text(f"  {reading.key}", style="cyan"))
                OUT.print(Text("    " + reading.ours.replace("\n", "\n    ")))
            continue
        for one in stage.compared:
            _show_verdict(one)
        counts = ", ".join(f"{count} {kind}" for kind, count in document.counts.items() if count)
        OUT.print(Text(f"  {counts}"))


def _show_outcomes(stage: ReplayStage) -> None:
    for one in stage.replayed.outcomes:
        if one.fate in {Fate.REFUSED, Fate.UNKNOWN_START}:
            OUT.print(Text.assemble(("  " + _refused(one), "red")))
    counts: dict[Fate, int] = {}
    for one in stage.replayed.outcomes:
        counts[one.fate] = counts.get(one.fate, 0) + 1
    OUT.print(Text("  " + ", ".join(f"{count} {fate}" for fate, count in counts.items())))


def _refused(one: Outcome) -> str:
    why = one.refusal or one.operation.clause.kind
    return f"{one.operation.place} {one.fate}: {why} {one.words}".rstrip()


def _show_verdict(one: Compared) -> None:
    if one.verdict is ReplayVerdict.UNCHANGED:
        return
    folds = f" ({', '.join(one.rules)})" if one.rules else ""
    style = "red" if one.verdict in _SHOWN_APART else "green"
    OUT.print(Text.assemble((f"  {one.verdict}{folds} ", style), one.key))
    if one.redline is not None:
        OUT.print(Text("    from our reading [-…-] to the registry's {+…+}:", style="dim"))
        printing.redline_text(one.redline)
    elif one.verdict in _SHOWN_APART and one.ours != one.registry:
        OUT.print(Text(f"    ours: {one.ours}\n    registry: {one.registry}"))


@app.command()
def pending(ctx: typer.Context, ngr: Ngr, lang: Lang = None, as_json: AsJson = False) -> None:
    """What amending acts order that an act's newest edition held does not have: our reading."""
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        found = pending_of(session, ngr, lang)
    document = PendingOut.of(found)

    def show() -> None:
        for one, outcome in zip(found.pending, found.replayed.outcomes, strict=True):
            start = (
                f"from {one.entry.on}, {one.entry.ground}" if one.entry.on else "start not known"
            )
            OUT.print(
                Text.assemble(
                    (f"{one.text.edition.ngr} {one.operation.place} ", "cyan"),
                    _said(one.operation),
                    (f"  ({start})", "dim"),
                )
            )
            if outcome.fate is Fate.REFUSED:
                OUT.print(Text("  " + _refused(outcome), style="red"))
        for reading in document.readings:
            OUT.print(Text(f"{reading.key}: OUR READING, not the registry's", style="yellow"))
            OUT.print(Text("  " + reading.ours.replace("\n", "\n  ")))
        printing.remark(
            f"{len(found.pending)} instructions are newer than edition {found.newest.label}"
        )

    answer(document, as_json=as_json, show=show)

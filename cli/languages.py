"""The command that compares the two languages of an act."""

from __future__ import annotations

import typer
from rich.text import Text

from api.models.languages import DisagreementOut, LanguagesOut, SaidOut
from api.questions.languages import languages as compared
from cli import printing
from cli.parameters import AsJson, Edition, Ngr, On, asked_by
from cli.printing import OUT, answer
from cli.workplace import Workplace

app = typer.Typer()


@app.command()
def languages(
    ctx: typer.Context,
    ngr: Ngr,
    on: On = None,
    edition: Edition = None,
    as_json: AsJson = False,
) -> None:
    """Show where the Russian and the Kazakh text of an edition disagree."""
    asked = asked_by(edition, on)
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        found = LanguagesOut.of(compared(session, ngr, asked))
    answer(found, as_json=as_json, show=lambda: _show(found))


def _show(found: LanguagesOut) -> None:
    for one in found.disagreements:
        place = " ".join(part for part in (one.key, one.heading) if part) or "the whole act"
        OUT.print(Text.assemble((f"{one.kind}", "cyan"), f" {place}"))
        OUT.print(Text(f"  ru  {_said(one, one.ru)}"))
        OUT.print(Text(f"  kk  {_said(one, one.kk)}"))
    for amendment in found.amendments:
        OUT.print(
            Text.assemble(
                (f"{amendment.kind} in {amendment.changed_in} only", "cyan"),
                f" {amendment.key} {amendment.heading}, {amendment.from_} → {amendment.to}",
            )
        )
        if amendment.told:
            OUT.print(Text(f"  {amendment.told}", style="dim italic"))
    if found.one_language_only:
        printing.table(
            ["Edition", "ru", "kk"],
            ((one.edition, one.ru, one.kk) for one in found.one_language_only),
            title="Editions known in one language only",
        )
    _say_what_was_compared(found)


def _said(found: DisagreementOut, said: SaidOut | None) -> str:
    if said is None:
        return "–"
    read = " ".join(part for part in (said.value, said.unit) if part)
    block = f"{said.block}: " if said.block else ""
    return f"{block}«{said.words}»{f' = {read}' if read and found.kind == 'number' else ''}"


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _say_what_was_compared(found: LanguagesOut) -> None:
    for why in dict.fromkeys(side.missing for side in (found.ru, found.kk) if side.missing):
        printing.remark(why)
    if found.ru.edition and found.kk.edition:
        labels = dict.fromkeys((found.ru.edition, found.kk.edition))
        printing.remark(
            f"— {found.ngr}, edition {' and '.join(labels)}: "
            f"{_many(found.articles, 'article')} compared, "
            f"{_many(found.agreed, 'number')} {'agrees' if found.agreed == 1 else 'agree'}, "
            f"{_many(len(found.disagreements), 'disagreement')}"
        )
        if found.not_comparable:
            count = len(found.not_comparable)
            printing.remark(
                f"{_many(count, 'article')} that one copy does not surely hold: not compared"
            )
        if not found.footnotes_compared:
            printing.remark("One copy has no footnotes that name acts: they were not compared")

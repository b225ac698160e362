"""The command on the relations of an article."""

from __future__ import annotations

from collections.abc import Iterable

import typer
from rich.text import Text

from api.models.relations import CiterOut, ReferenceOut, RelatedOut, RelationsOut
from api.questions.relations.relating import Relating
from api.questions.texts import find_article, text_language
from cli import printing
from cli.parameters import AsJson, Edition, Key, Lang, Ngr, On, asked_by
from cli.printing import OUT, answer
from cli.workplace import Workplace

app = typer.Typer()


@app.command()
def relations(
    ctx: typer.Context,
    ngr: Ngr,
    key: Key,
    edition: Edition = None,
    on: On = None,
    lang: Lang = None,
    as_json: AsJson = False,
) -> None:
    """Show what an article cites, what cites it, what it came from and went to."""
    asked = asked_by(edition, on)
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        language = text_language(session, ngr, lang, labels=(asked.label,))
        record = find_article(session, ngr, language, key, asked)
        found = Relating().relations(session, record, asked)
        told = RelationsOut.of(found, record, asked)
    answer(told, as_json=as_json, show=lambda: _show(told))


def _show(told: RelationsOut) -> None:
    OUT.print(Text.assemble((f"{told.ngr} {told.key}", "cyan"), f" {told.lang} {told.edition}"))
    _list("Cites", map(_reference, told.cites))
    _list("Cited by", map(_citer, told.cited_by))
    if told.cited_by_unknown:
        acts = ", ".join(told.cited_by_unknown)
        printing.remark(f"May cite it too; their text of that day is not held: {acts}")
    _list("Came from", map(_related, told.came_from))
    _list("Went to", map(_related, told.went_to))
    if told.provenance.sample:
        printing.remark("A sample, not official text")


def _list(title: str, lines: Iterable[Text]) -> None:
    shown = list(lines)
    OUT.print(Text(title if shown else f"{title}: nothing", style="bold"))
    for line in shown:
        OUT.print(line)


def _reference(one: ReferenceOut) -> Text:
    words = f"  {one.block_key or one.block}  «{one.words}»  "
    if not one.targets:
        act = f" {one.act_ngr}" if one.act_ngr else ""
        return Text.assemble(words, (f"no link: {one.why}{act}", "dim"))
    places = ", ".join(
        " ".join(filter(None, (to.ngr, to.key, to.block, to.edition or ""))) for to in one.targets
    )
    there = {to.presence for to in one.targets} - {"here"}
    return Text.assemble(words, (places, "cyan"), (f" {', '.join(sorted(there))}", "dim"))


def _citer(one: CiterOut) -> Text:
    words = "; ".join(f"«{place.words}»" for place in one.places)
    return Text.assemble("  ", (f"{one.ngr} {one.key}", "cyan"), f" {one.edition} {words}")


def _related(one: RelatedOut) -> Text:
    place = " ".join(filter(None, (one.ngr, one.key, one.block)))
    score = "" if one.score is None else f" {one.score:.2f}"
    how = f" ({one.origin})" if one.origin else ""
    relation = f"  {one.own}  {one.relation}  "
    return Text.assemble(relation, (place, "cyan"), (f" {one.edition}{score}{how}", "dim"))

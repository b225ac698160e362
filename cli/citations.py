"""Commands on citations: what one means, and how a provision is cited."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from api.models.citations import CitationOut
from api.models.provenance import Answered
from api.models.resolved import ProvisionName, ResolvedOut, ResolvedProvisionOut
from api.questions.citations.citable import act_register
from api.questions.citations.citing import cited_provision
from api.questions.citations.resolving import Resolution, resolve_citation
from api.questions.texts import text_language
from cli import printing
from cli.parameters import AsJson, Edition, InForceOn, Lang, Ngr, On, Presume, asked_by
from cli.printing import OUT, answer
from cli.still_to_come import remark_if_newer_is_cut, remark_if_to_come
from cli.workplace import Workplace
from corpus.citations.reading import LONGEST_CITATION

app = typer.Typer()

_FOUND_NOTHING = 1
_FORMATS = ("text", "bibtex", "ris", "csl")


def _format(text: str) -> str:
    if text not in _FORMATS:
        raise typer.BadParameter(f"{text!r}: give one of {', '.join(_FORMATS)}")
    return text


@app.command()
def resolve(
    ctx: typer.Context,
    citation: Annotated[
        str, typer.Argument(help="Such as «ст. 36 п. 2 Закона № 148» or «113-3-баптың 1-тармағы».")
    ],
    edition: Edition = None,
    on: On = None,
    in_force_on: InForceOn = None,
    presume: Presume = False,
    lang: Lang = None,
    as_json: AsJson = False,
) -> None:
    """Find the provision that a citation means, in Russian, Kazakh or English."""
    if not citation.strip() or len(citation) > LONGEST_CITATION:
        raise typer.BadParameter(f"give a citation of 1 to {LONGEST_CITATION} characters")
    asked = asked_by(edition, on, in_force_on, presume=presume)
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        register = act_register(session)
        found = ResolvedOut.of(resolve_citation(session, register, citation, lang, asked))
    answer(found, as_json=as_json, show=lambda: _show_resolved(found))
    if found.kind is not Resolution.RESOLVED:
        raise typer.Exit(_FOUND_NOTHING)


def _show_resolved(found: ResolvedOut) -> None:
    for provision in found.provisions:
        _show_provision(provision)
    if found.act_inferred:
        inferred = found.provisions[0].act
        printing.remark(
            "The citation does not say which act: of those held, only this one has it: "
            f"{inferred.ngr} {inferred.title}"
        )
        for other in found.may_also_be:
            printing.remark(f"Held only in part, may have it too: {other.ngr} {other.title}")
    if found.repeal:
        printing.remark(found.repeal.words)
    if found.former_name:
        printing.remark(f"Cited by a former name: {found.former_name}")
    if found.other_language:
        printing.remark(f"The citation is written in another language: {found.lang}")
    if found.choices:
        printing.remark("Several provisions fit; name the act:")
        _show_names(found.choices)
    if found.kind is Resolution.UNKNOWN:
        _show_not_found(found)
    if found.nearest:
        printing.remark("Nearest:")
        _show_names(found.nearest)


def _show_not_found(found: ResolvedOut) -> None:
    act = f" ({found.act.ngr} {found.act.title})" if found.act else ""
    printing.remark(f"Not found: {found.not_found}{act}")
    for why in (found.why, found.unseen.why if found.unseen else None):
        if why:
            printing.remark(why)


def _show_names(names: tuple[ProvisionName, ...]) -> None:
    for one in names:
        place = f"{one.act.ngr} {one.key}".strip()
        held = "" if one.act.held else " (not held)"
        OUT.print(Text.assemble("  ", (place, "cyan"), f"{held} {one.official}"))


def _show_provision(told: ResolvedProvisionOut) -> None:
    OUT.print(Text.assemble((f"{told.act.ngr} {told.key}".strip(), "cyan"), f" {told.official}"))
    if told.article:
        heading = f"{told.article.marker} {told.article.heading}".strip()
        OUT.print(Text(f"edition {told.article.edition} ({told.article.lang})", style="dim"))
        if heading:
            OUT.print(Text(heading, style="bold"))
        words = told.place.text if told.place else told.article.text
        OUT.print(Text(words.removeprefix(told.article.heading).strip("\n") or words))
    if told.division:
        OUT.print(Text(told.division.heading, style="bold"))
        for article in told.division.articles:
            name = f"{article.marker} {article.heading}".strip() or article.key
            OUT.print(Text(f"  {article.key}  {name}"))
    if told.place and told.place.read_as:
        printing.remark(f"The article has no such level: read as {told.place.read_as}")
    if told.read_as:
        printing.remark(f"The act has no such level: read as {told.read_as}")
    if told.why:
        printing.remark(told.why)
    if told.nearest_places:
        printing.remark(f"Nearest places: {', '.join(told.nearest_places)}")
    _show_how_answered(told.answered)
    if told.provenance and told.provenance.sample:
        printing.remark("A sample, not official text")


def _show_how_answered(answered: Answered | None) -> None:
    if answered:
        remark_if_to_come(answered)
        remark_if_newer_is_cut(answered)
    if answered and (presumed := answered.presumed):
        acts = ", ".join(f"No {one.number} of {one.adopted}" for one in presumed.acts)
        printing.remark(f"Presumed: {presumed.words} {acts}")


@app.command()
def cite(
    ctx: typer.Context,
    ngr: Ngr,
    key: Annotated[
        str, typer.Argument(help="Key of an article or of a block in one: art_36, art_36__p_2.")
    ],
    edition: Edition = None,
    on: On = None,
    lang: Lang = None,
    form: Annotated[
        str,
        typer.Option(
            "--format",
            parser=_format,
            metavar="FORMAT",
            help="text, bibtex, ris or csl (CSL-JSON).",
        ),
    ] = "text",
    as_json: AsJson = False,
) -> None:
    """Cite a provision: official form, BibTeX, RIS or CSL-JSON, with a permalink."""
    asked = asked_by(edition, on)
    workplace: Workplace = ctx.obj
    base = workplace.settings.public_url or ""
    with workplace.store.read() as session:
        language = text_language(session, ngr, lang, labels=(asked.label,))
        cited = cited_provision(session, act_register(session), ngr, key, language, asked)
        told = CitationOut.of(cited, base)
    answer(told, as_json=as_json, show=lambda: _show_citation(told, form))
    remark_if_to_come(Answered.of(cited.record.edition, asked))
    if not base and (as_json or form != "text"):
        instead = "is the registry's" if cited.source else "is left out"
        printing.remark(f"The address of the text {instead}: NUSQA_PUBLIC_URL makes it a permalink")


def _show_citation(told: CitationOut, form: str) -> None:
    if form != "text":
        written = {"bibtex": told.bibtex, "ris": told.ris, "csl": told.csl}[form]
        typer.echo(written, nl=False)
        return
    for language, words in told.in_languages.items():
        OUT.print(Text.assemble((f"{language}  ", "dim"), words))
    OUT.print(Text(told.of_edition[told.lang]))
    OUT.print(Text(told.short))
    OUT.print(Text(told.permalink))
    if told.provenance.sample:
        printing.remark("A sample, not official text")

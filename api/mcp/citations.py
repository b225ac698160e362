"""The tool that says which provision a citation means, with its words."""

from __future__ import annotations

from typing import Annotated, Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.types import CallToolResult

from api.asking.parameters import which_wording
from api.mcp.answering import LONGEST_TEXT, READ_ONLY, answered, base_of
from api.mcp.parameters import Citation, Edition, InForceOn, Lang, On, Presume
from api.models.quoted import Quoted
from api.models.tools import CitationResolved, NamedProvision, ResolvedPlace
from api.questions.asked import Asked
from api.questions.citations.citing import Cited
from api.questions.citations.resolving import (
    CitationAnswer,
    ResolvedProvision,
    resolve_citation,
)
from api.services import Services
from corpus.citations.formal import formal
from corpus.citations.provisions import CitedProvision
from corpus.law import Language

_MOST_PROVISIONS = 10
_MOST_LISTED = 40
_INFERRED = (
    "The citation does not say which act: of those held, this one alone has such a provision."
)


def add(server: MCPServer, services: Services) -> None:
    """Give the server the tool."""

    @server.tool(name="resolve_citation", title="Resolve a citation", annotations=READ_ONLY)
    def resolve_citation_tool(
        q: Citation,
        context: Context[Any, Any],
        lang: Lang = None,
        in_force_on: InForceOn = None,
        on: On = None,
        edition: Edition = None,
        presume: Presume = False,
    ) -> Annotated[CallToolResult, CitationResolved]:
        """Find the provision that a citation means, in Russian, Kazakh or English, with its words.

        The words are those in force on a day, as of a day by edition labels, of an edition, or the
        newest held. Nothing is guessed: several that fit are choices, and where none does the
        nearest are told.
        """
        asked = which_wording(services, on, edition, in_force_on, presume=presume)
        with services.store.read() as session:
            register = services.relating.known(session).acts.register
            found = resolve_citation(session, register, q, lang, asked)
        told = _told(found, base_of(services, context))
        return answered(told, _lines(told))


def _told(found: CitationAnswer, base: str) -> CitationResolved:
    language = found.read.language
    warnings = []
    if found.act_inferred:
        others = ", ".join(act.ngr for act in found.may_also_be)
        warnings.append(
            _INFERRED + (f" Held in part, may have it too: {others}." if others else "")
        )
    if found.repeal:
        warnings.append(str(found.repeal))
    if found.former_name:
        warnings.append(f"The act was cited by its former name «{found.former_name}».")
    if len(found.provisions) > _MOST_PROVISIONS:
        warnings.append(f"Only {_MOST_PROVISIONS} of {len(found.provisions)} provisions are told.")
    return CitationResolved(
        q=found.text,
        kind=str(found.kind),
        provisions=tuple(
            _place(one, found.asked, base, language) for one in found.provisions[:_MOST_PROVISIONS]
        ),
        choices=tuple(_named(one, language) for one in found.choices[:_MOST_LISTED]),
        nearest=tuple(_named(one, language) for one in found.nearest[:_MOST_LISTED]),
        not_found=str(found.missing) if found.missing else None,
        why=str(found.unseen) if found.unseen else found.why,
        warnings=tuple(warnings),
    )


def _named(one: CitedProvision, language: Language) -> NamedProvision:
    citation = formal(one.act, one.key, one.inside, language)
    return NamedProvision(ngr=one.act.ngr, key=one.key, citation=citation, held=one.act.held)


def _place(told: ResolvedProvision, asked: Asked, base: str, language: Language) -> ResolvedPlace:
    cited, record = told.cited, told.record
    text, heading, source = None, "", None
    if record:
        has_inside = bool(cited.inside or cited.path)
        heading = record.article.printed_heading
        if told.place:  # of a whole article the heading stands apart
            text = told.place.text if has_inside else record.article.printed_text
        quoted = Cited(cited.act, record, told.place if has_inside else None, asked)
        source = Quoted.of(quoted, asked, base, told.in_force)
    elif told.division:
        heading = told.division.heading
        text = "\n".join(f"{one.key}  {one.printed_heading}" for one in told.division.articles)
    return ResolvedPlace(
        ngr=cited.act.ngr,
        key=told.key,
        citation=source.citation
        if source
        else formal(cited.act, cited.key, cited.inside, language),
        text=text[:LONGEST_TEXT] if text else text,
        cut=bool(text and len(text) > LONGEST_TEXT),
        heading=heading,
        why=told.why,
        nearest_places=told.nearest,
        source=source,
    )


def _lines(found: CitationResolved) -> list[str]:
    told = [f"{found.kind}: {found.q}"]
    told += [f"Warning: {one}" for one in found.warnings]
    for one in found.provisions:
        told += ["", f"ngr {one.ngr} key {one.key}"]
        told += one.source.lines() if one.source else [f"Citation: {one.citation}"]
        told += [one.heading] if one.heading else []
        told += [one.text] if one.text else []
        told += ["(cut: read_article gives the whole)"] if one.cut else []
        told += [f"Why: {one.why}"] if one.why else []
        told += [f"Nearest places: {', '.join(one.nearest_places)}"] if one.nearest_places else []
    if found.not_found:
        told.append(f"Not found: {found.not_found}.{f' {found.why}' if found.why else ''}")
    for title, names in (("Choices; name the act", found.choices), ("Nearest", found.nearest)):
        if names:
            told += ["", f"{title}:"]
            told += [
                f"  {one.ngr} {one.key}{'' if one.held else ' (not held)'}: {one.citation}"
                for one in names
            ]
    return told

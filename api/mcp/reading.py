"""The tool that reads an article: on a day, in force on a day, of an edition, or the newest."""

from __future__ import annotations

from typing import Annotated, Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.types import CallToolResult

from api.asking.parameters import which_wording
from api.mcp.answering import READ_ONLY, answered, base_of, parts_of
from api.mcp.parameters import Edition, InForceOn, Key, Lang, Ngr, On, Part, Presume
from api.models.quoted import Quoted
from api.models.tools import ArticleRead, CitedIn
from api.problems.refusals import InvalidRequest
from api.questions.citations.citing import cited_article
from api.questions.in_force.coming import Coming, coming_for_article, day_of
from api.questions.in_force.wording import article_in_force
from api.questions.relations.related import Reference
from api.questions.texts import find_article, text_language
from api.services import Services

_MOST_CITED = 40


def add(server: MCPServer, services: Services) -> None:
    """Give the server the tool."""

    @server.tool(title="Read an article", annotations=READ_ONLY)
    def read_article(
        ngr: Ngr,
        key: Key,
        context: Context[Any, Any],
        lang: Lang = None,
        in_force_on: InForceOn = None,
        on: On = None,
        edition: Edition = None,
        presume: Presume = False,
        part: Part = 1,
    ) -> Annotated[CallToolResult, ArticleRead]:
        """Read an article's wording, with the citation to quote it with.

        In force on a day, as of a day by edition labels, of an edition by its label, or (with none
        of them) the newest held: give at most one of in_force_on, on and edition.
        """
        asked = which_wording(services, on, edition, in_force_on, presume=presume)
        with services.store.read() as session:
            language = text_language(session, ngr, lang, labels=(asked.label,))
            in_force = None
            if asked.in_force_on is not None:
                in_force = article_in_force(
                    session, ngr, language, key, asked.in_force_on, presume=asked.presume
                )
            record = (
                in_force.record if in_force else find_article(session, ngr, language, key, asked)
            )
            register = services.relating.known(session).acts.register
            as_of = day_of(asked, record.edition.label, services.today)
            coming = coming_for_article(session, record, as_of)
            references = services.relating.cites(session, record, asked)
        article = record.article
        parts = parts_of([block.printed for block in article.blocks])
        if part > len(parts):
            raise InvalidRequest(f"`part`: this text has {len(parts)}")
        found = ArticleRead(
            heading=article.printed_heading,
            text=parts[part - 1],
            part=part,
            parts=len(parts),
            notes=tuple(note.text for note in article.notes)[:_MOST_CITED],
            to_come=tuple(_coming(coming)),
            cites=tuple(map(_cited, references[:_MOST_CITED])),
            source=Quoted.of(
                cited_article(register, record), asked, base_of(services, context), in_force
            ),
        )
        return answered(found, _lines(found))


def _coming(coming: Coming) -> list[str]:
    """What is announced or has begun beside this wording, in the order in which it begins."""
    told = []
    for one in (*coming.begun, *coming.pending, *coming.ended, *coming.temporary):
        act, start = one.amendment.act, one.entry.on
        name = f"Act № {act.number} of {act.adopted}" if act.number else "An amendment"
        place = f" ({one.amendment.target.place})" if one.amendment.target.place else ""
        until = f", until {one.amendment.until}" if one.amendment.until else ""
        told.append(f"{name}{place}: in force from {start or 'a day that is not known'}{until}")
    return list(dict.fromkeys(told))


def _cited(one: Reference) -> CitedIn:
    to = one.targets[0] if one.targets else None
    return CitedIn(
        words=one.words,
        means=" ".join(filter(None, (to.ngr, to.key, to.block))) if to else None,
        edition=str(to.edition) if to and to.edition else None,
    )


def _lines(found: ArticleRead) -> list[str]:
    told = found.source.lines()
    told += ["", found.heading] if found.heading else [""]
    told.append(found.text or "(no wording is left)")
    if found.parts > 1:
        told.append(f"(part {found.part} of {found.parts}: ask with `part` for the others)")
    told += [f"To come: {one}" for one in found.to_come]
    if found.notes:
        told += ["", "The registry's notes, no part of the wording:", *found.notes]
    return told

"""The tool that lists the acts that are known, and how much of each is held."""

from __future__ import annotations

from typing import Annotated, Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.types import CallToolResult

from api.mcp.answering import READ_ONLY, answered, base_of
from api.mcp.parameters import Lang, Limit, Offset
from api.models.editions_today import EditionTodayOut
from api.models.quoted import SAMPLE, address
from api.models.repeal import RepealOut
from api.models.tools import ActHeld, ActsListed
from api.questions.editions_today import editions_today_of
from api.services import Services
from corpus.citations.acts import CitableAct
from corpus.citations.formal import formal
from corpus.law import Language
from corpus.store import reads


def add(server: MCPServer, services: Services) -> None:
    """Give the server the tool."""

    @server.tool(title="List the acts", annotations=READ_ONLY)
    def list_acts(
        context: Context[Any, Any],
        lang: Lang = None,
        limit: Limit = 50,
        offset: Offset = 0,
    ) -> Annotated[CallToolResult, ActsListed]:
        """List the legal acts that are known, with their registry numbers (ngr).

        Each with how many editions are held, and which of them answers for today, by language.
        Acts without editions are only watched.
        """
        base, language = base_of(services, context), lang or Language.RU
        with services.store.read() as session:
            known = reads.acts(session)
            register = services.relating.known(session).acts
            order = sorted(known, key=lambda one: (not one.editions, one.ngr))
            page = order[offset : offset + limit]
            today = services.today
            answering = editions_today_of(session, (one.ngr for one in page), today)
        more = offset + limit < len(order)
        sample = any(one.sample for one in known)
        found = ActsListed(
            total=len(order),
            as_of=today,
            acts=tuple(
                ActHeld(
                    ngr=one.ngr,
                    title=one.titles.get(language) or next(iter(one.titles.values()), one.ngr),
                    citation=_citation(register.act(one.ngr), language),
                    form=one.form,
                    number=one.number,
                    adopted=one.adopted,
                    repealed_on=one.repealed_on,
                    repeal=RepealOut.told_in(answering[one.ngr]),
                    languages={str(name): count for name, count in one.languages.items()},
                    newest_edition=str(one.newest) if one.newest else None,
                    today={
                        str(told.language): EditionTodayOut.of(told) for told in answering[one.ngr]
                    },
                    sample=one.sample,
                    page=address(base, "acts", one.ngr),
                )
                for one in page
            ),
            next_offset=offset + limit if more else None,
            warnings=(SAMPLE,) if sample else (),
        )
        return answered(found, _lines(found))


def _citation(act: CitableAct, language: Language) -> str:
    return formal(act, "", (), language)


def _today(answer: EditionTodayOut) -> str:
    told = f"edition {answer.edition} answers for today"
    if answer.edition is None:
        newest = f" (newest held: {answer.newest})" if answer.newest else ""
        told = f"no edition answers for today{newest}. {answer.reason}"
    to_come = ", ".join(answer.to_come)
    return f"{told}; to come, not applying yet: {to_come}" if to_come else told


def _lines(found: ActsListed) -> list[str]:
    told = [f"Warning: {one}" for one in found.warnings]
    told.append(f"{found.total} acts are known; {len(found.acts)} here. Today is {found.as_of}:")
    for one in found.acts:
        held = ", ".join(f"{name} {count}" for name, count in one.languages.items())
        repealed = f"; repealed on {one.repealed_on}" if one.repealed_on else ""
        told.append(f"{one.ngr}: {one.citation} - editions: {held or 'none held'}{repealed}")
        if one.repeal and one.repeal.on is None:
            told.append(f"  {one.repeal.words}")
        told += [f"  {name}: {_today(answer)}" for name, answer in one.today.items()]
    if found.next_offset is not None:
        told.append(f"More: offset {found.next_offset}")
    return told

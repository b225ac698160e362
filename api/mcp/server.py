"""The server: its tools on the services of this process, and errors that say what to do."""

from __future__ import annotations

import re
from difflib import get_close_matches
from importlib.metadata import version
from typing import Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.server.mcpserver.exceptions import ToolError, UnexpectedToolError
from pydantic import ValidationError

from api.mcp import acts, changes, citations, comparing, histories, reading, searching
from api.problems.details import detail_of
from api.problems.faults import wanted
from api.problems.kinds import INTERNAL, kind_of
from api.services import Services

INSTRUCTIONS = """\
Every edition of Kazakhstan's election and local-government law, article by article, since 1995.

Quote the law only with the `citation` and the edition that an answer carries, and pass on its
`warnings`. A text of the bundled sample is a paraphrase: never quote it as law. What is not held is
said to be not held: do not fill it in from memory.

Dates: `edition` is a registry's label; `on` asks for the edition whose label covers a day;
`in_force_on` asks what was in force on a day, by the entry into force of the amendments. For "what
did the law say on that day" ask with `in_force_on`; where that cannot be told, the error says what
is known, and `on` gives the edition by its label.

Begin with resolve_citation for a citation, with search for words, with list_acts for what is held.
Articles are named by key: art_36, art_113-3, app_1__p_13 (point 13 of the rules in appendix 1).
"""


class LawServer(MCPServer):
    """An MCP server whose errors tell an assistant what to do next."""

    async def call_tool(
        self, name: str, arguments: dict[str, Any], context: Context[Any, Any] | None = None
    ) -> Any:
        """Call a tool; raises ToolError with what is wrong, what is near, what there is."""
        self._check_names(name, arguments)
        try:
            return await super().call_tool(name, arguments, context)
        except UnexpectedToolError as error:
            cause = error.__cause__
            if not isinstance(cause, Exception) or kind_of(cause) is INTERNAL:
                raise
            raise ToolError(_told(cause)) from cause
        except ToolError as error:
            if isinstance(error.__cause__, ValidationError):
                raise ToolError(_faults(error.__cause__)) from error.__cause__
            raise

    def _check_names(self, name: str, arguments: dict[str, Any]) -> None:
        """Refuse what the tool does not take: it would be left out in silence."""
        tool = self._tool_manager.get_tool(name)
        if tool is None:
            known = [one.name for one in self._tool_manager.list_tools()]
            near = get_close_matches(name[:_LONGEST], known, n=1)
            meant = f" Nearest: {near[0]}." if near else ""
            raise ToolError(f"There is no such tool.{meant} There are: {', '.join(known)}.")
        known = list(tool.parameters.get("properties", {}))
        for given in arguments:
            if given not in known:
                near = get_close_matches(given[:_LONGEST], known, n=1)
                meant = f" Nearest: `{near[0]}`." if near else ""
                takes = ", ".join(f"`{one}`" for one in known) or "nothing"
                raise ToolError(
                    f"{name} has no parameter {given[:_LONGEST]!r}.{meant} It takes: {takes}."
                )


_LONGEST = 60
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z`])")


def _told(error: Exception) -> str:
    """What an error of ours says, with what is near; of addresses that would help, the tools."""
    sentences = []
    for sentence in _SENTENCE.split(detail_of(error)):
        if "`/v1/acts`" in sentence:
            sentences.append("`list_acts` lists them all.")
        elif "`/v1/" not in sentence:
            sentences.append(sentence)
    return f"{kind_of(error).title}. {' '.join(sentences)}"


def _faults(error: ValidationError) -> str:
    """What is wrong with each parameter; the values given are not repeated."""
    told = []
    for fault in error.errors(include_url=False):
        where = ".".join(str(part) for part in fault["loc"] if isinstance(part, str))
        told.append(f"`{where}`: {wanted(fault)}")
    return "; ".join(dict.fromkeys(told))


def law_server(services: Services) -> LawServer:
    """The server on the services of this process."""
    server = LawServer(
        "nusqa",
        title="Nusqa: every edition of Kazakhstan's election law",
        instructions=INSTRUCTIONS,
        version=version("nusqa"),
        website_url=services.settings.public_url,
        log_level="WARNING",
    )
    for module in (searching, reading, histories, comparing, citations, changes, acts):
        module.add(server, services)
    return server

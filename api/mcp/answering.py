"""How a tool answers: data of a known shape, and the same as text that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from mcp.server.mcpserver import Context
from mcp.types import CallToolResult, TextContent, ToolAnnotations
from starlette.requests import Request

from api.models.shape import Answer
from api.services import Services
from diffing.redline import Redline
from diffing.render import lines
from diffing.runs import Op

READ_ONLY = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)
LONGEST_TEXT = 12_000
"""Characters of law text in one answer; what is longer comes in parts."""
LONGEST_REDLINE = 4_000
_MARKS = {Op.KEEP: ("", ""), Op.DELETE: ("[-", "-]"), Op.INSERT: ("{+", "+}")}


def answered(found: Answer, text: Iterable[str]) -> CallToolResult:
    """An answer in both forms."""
    return CallToolResult(
        content=[TextContent(type="text", text="\n".join(text))],
        structured_content=found.model_dump(mode="json", by_alias=True),
    )


def base_of(services: Services, context: Context[Any, Any]) -> str:
    """Where this service is reached: as it is set, else as it was asked; "" over stdio."""
    if services.settings.public_url:
        return services.settings.public_url
    try:
        request = context.request_context.request
    except ValueError:
        return ""
    return str(request.base_url) if isinstance(request, Request) else ""


def counted(number: int, one: str, several: str | None = None) -> str:
    """How many there are, in English words: `1 article`, `2 articles`."""
    return f"{number} {one if number == 1 else several or one + 's'}"


def parts_of(blocks: Sequence[str], longest: int = LONGEST_TEXT) -> list[str]:
    """Paragraphs in parts of a bounded length, cut between them, or inside one that is longer."""
    parts: list[str] = []
    for block in blocks:
        for start in range(0, max(1, len(block)), longest):
            piece = block[start : start + longest]
            if parts and start == 0 and len(parts[-1]) + 1 + len(piece) <= longest:
                parts[-1] += f"\n{piece}"
            else:
                parts.append(piece)
    return parts or [""]


def redline_text(redline: Redline | None, longest: int = LONGEST_REDLINE) -> str:
    """The paragraphs that differ: `[-gone-]`, `{+come+}`; cut at a length, and told so."""
    if redline is None:
        return ""
    told = []
    for line in lines(redline):
        if line.changed:
            marked = ((*_MARKS[run.op], run.text) for run in line.runs)
            told.append("".join(f"{opening}{text}{closing}" for opening, closing, text in marked))
    whole = "\n".join(told)
    if len(whole) <= longest:
        return whole
    return f"{whole[:longest]} … (cut: {len(whole)} characters in all)"

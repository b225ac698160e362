"""How the tests ask: with the SDK's own client."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

from mcp import Client
from mcp.types import CallToolResult, Tool

Call = tuple[str, dict[str, Any]]


def called(server: Any, *calls: Call) -> list[CallToolResult]:
    """The answers of a server to calls, one after another on one connection."""

    async def ask() -> list[CallToolResult]:
        async with Client(server) as client:
            return [await client.call_tool(name, arguments) for name, arguments in calls]

    return asyncio.run(ask())


def called_at_once(server: Any, calls: Sequence[Call]) -> list[CallToolResult]:
    """The answers to calls that are made at once."""

    async def ask() -> list[CallToolResult]:
        async with Client(server) as client:
            return list(
                await asyncio.gather(*(client.call_tool(name, given) for name, given in calls))
            )

    return asyncio.run(ask())


def tools_of(server: Any) -> list[Tool]:
    """The tools that a server has."""

    async def ask() -> list[Tool]:
        async with Client(server) as client:
            return list((await client.list_tools()).tools)

    return asyncio.run(ask())


def answer(found: CallToolResult) -> dict[str, Any]:
    """The structured part of an answer that is none of an error."""
    assert not found.is_error, words(found)
    assert found.structured_content is not None
    told: dict[str, Any] = found.structured_content
    return told


def refusal(found: CallToolResult) -> str:
    """The words of an error."""
    assert found.is_error
    return words(found)


def words(found: CallToolResult) -> str:
    """The text of an answer."""
    return "\n".join(part.text for part in found.content if part.type == "text")

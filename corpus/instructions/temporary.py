"""Temporary wordings that new provisions say.

«До 1 января 2025 года пункты 1 и 2 статьи 7 применяются в следующей редакции: «1. …»». They are no
instructions: the new article itself is law, and the registry prints what it says at the units it
speaks of, until the day it names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from corpus.addresses import addresses_in
from corpus.instructions.operations import Kind, NewLine, Operation
from corpus.instructions.quotations import depth_after, unquoted
from corpus.law import Language
from corpus.notes.days import day
from corpus.notes.tokens import tokens_of

_DAY = r"[^,;:«\"]{6,40}?"
_FORMS = {
    Language.RU: (
        re.compile(
            rf"^(?:\S+\s+)?(?:с\s+(?P<since>{_DAY})\s+)?до\s+(?P<until>{_DAY})\s+(?P<units>(?:абзац|"
            r"част|подпункт|пункт|стать)[^:«\"]*?)\s+(?:применя|действу)\w+\s+в\s+"
            r"(?:такой|следующей)\s+редакции:$",
            re.IGNORECASE,
        ),
        re.compile(
            rf"^(?:\S+\s+)?приостановить\s+(?:с\s+(?P<since>{_DAY})\s+)?до\s+(?P<until>{_DAY})\s+"
            r"действие\s+(?P<units>[^,:«\"]*?),\s+установив,\s+что\s+[^:«\"]*\bв\s+следующей\s+"
            r"редакции:$",
            re.IGNORECASE,
        ),
    ),
    Language.KK: (
        re.compile(
            rf"^(?:\d+[.)]\s*)?(?:(?P<since>{_DAY})\s+бастап\s+)?(?P<until>{_DAY})\s+дейін\s+"
            r"(?P<units>\d[^:«\"]*?)\s+мынадай\s+редакцияда\s+қолданыла\w*:$",
            re.IGNORECASE,
        ),
        re.compile(
            rf"^(?:\d+[.)]\s*)?(?P<units>\d[^:«\"]*?)\s+қолданысы\s+"
            rf"(?:(?P<since>{_DAY})\s+бастап\s+)?(?P<until>{_DAY})\s+дейін\s+тоқтатыла\s+тұрсын,"
            r"[^:«\"]*\bмынадай\s+редакцияда\s+[^:«\"]*:$",
            re.IGNORECASE,
        ),
    ),
}


def temporary_wordings(operation: Operation, language: Language) -> Iterator[Operation]:
    """The temporary wordings that an operation's new wording says, as operations of their own."""
    lines = [line.text for line in operation.content]
    for at, line in enumerate(lines):
        for form in _FORMS[language]:
            found = form.match(" ".join(line.split()))
            if found is not None and (made := _made(operation, found, lines[at + 1 :], language)):
                yield made


def _made(
    operation: Operation, found: re.Match[str], following: list[str], language: Language
) -> Operation | None:
    until = _day(found["until"])
    since = _day(found["since"]) if found["since"] else None
    paths = tuple(address.units for address in addresses_in(found["units"], language))
    content = _quotation(following)
    if until is None or (found["since"] and since is None) or not paths or content is None:
        return None
    return replace(
        operation,
        kind=Kind.TEMPORARY,
        quote=found.group(),
        targets=paths,
        added=(),
        content=tuple(NewLine(line) for line in content),
        since=since,
        until=until,
    )


def _quotation(lines: list[str]) -> tuple[str, ...] | None:
    depth = 0
    for at, line in enumerate(lines):
        depth = depth_after(line, depth)
        if depth == 0:
            return unquoted(lines[: at + 1])
    return None


def _day(words: str) -> date | None:
    """The day that words say; a genitive or an ablative («қаңтардан») does no harm."""
    tokens = tokens_of(words)
    for at in range(len(tokens) - 1):
        if read := day(tokens, at):
            return read[1].on
    return None

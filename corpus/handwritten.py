"""Files that people write by hand: reading them, and saying where in them a mistake stands.

TOML's readers keep no line numbers. This finds them again: the tables of a document begin with
headers such as `[[theme]]` and `[[theme.cell]]`, and a key begins its line.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

Where = tuple[str | int, ...]
"""The path to a value in a document: `("theme", 3, "cell", 0, "phases")`."""

_HEADER = re.compile(r"\s*\[\[\s*([\w.-]+)\s*\]\]")


class HandwrittenError(Exception):
    """A file written by hand cannot be used; the message names the file, line and entry."""


STRICT = ConfigDict(extra="forbid", strict=True, frozen=True)
"""For the tables of such a file: a key that is not known is a slip of the pen, and is refused."""

Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
"""What must say something."""
RegistryNumber = Annotated[str, StringConstraints(pattern=r"^[A-Z][0-9A-Z]{3,}_?$")]
"""A state registry number (NGR)."""


class Places:
    """Where in a file its entries stand. `named_by` are the keys whose values name an entry."""

    def __init__(self, name: str, text: str, named_by: Sequence[str] = ("key",)) -> None:
        self.name = name
        self._lines = text.splitlines()
        self._starts = _starts(self._lines)
        self._ends = dict(pairwise(self._starts.values()))
        keys = "|".join(map(re.escape, named_by))
        self._naming = re.compile(rf'\s*(?:{keys})\s*=\s*\[?\s*"?([^"\]]+)')

    def line(self, where: Where) -> int:
        """The line in which the value at `where` stands, or its entry begins; 1 if in none."""
        start, field = self._entry(where)
        if not field:
            return start
        for at, text in enumerate(self._within(start), start):
            if re.match(rf"\s*{re.escape(str(field[0]))}\b", text):
                stretched = text.rstrip().endswith("[")  # a list that goes on below, item by item
                inside = field[1] if len(field) > 1 else None
                return at + 1 + inside if stretched and isinstance(inside, int) else at
        return start

    def mistake(self, where: Where, message: str) -> str:
        """The message for a mistake at `where`: file, line, entries, field, what is wrong."""
        _, field = self._entry(where)
        entries = self._entries(where)
        path = ".".join(map(str, field)) or ("entry" if entries else "")
        places = [f"{self.name}, line {self.line(where)}" if entries else self.name, *entries]
        return ": ".join(part for part in (", ".join(places), path, message) if part)

    def _entries(self, where: Where) -> list[str]:
        named = []
        for size in range(2, len(where) + 1, 2):
            if start := self._starts.get(where[:size]):
                names = (self._naming.match(text) for text in self._within(start))
                name = next((found[1].strip() for found in names if found), "without a name")
                named.append(f"{where[size - 2]} {name}")
        return named

    def _entry(self, where: Where) -> tuple[int, Where]:
        """The line in which the innermost entry around a value begins, and the path in it."""
        for size in range(len(where), 0, -1):
            if where[:size] in self._starts:
                return self._starts[where[:size]], where[size:]
        return 1, where

    def _within(self, start: int) -> list[str]:
        return self._lines[start - 1 : self._ends.get(start, len(self._lines) + 1) - 1]


def _starts(lines: Sequence[str]) -> dict[Where, int]:
    """The line of each header, by the path of its entry."""
    starts: dict[Where, int] = {}
    counts: dict[Where, int] = {}
    for at, line in enumerate(lines, 1):
        if found := _HEADER.match(line):
            *outer, last = found[1].split(".")
            path: Where = ()
            for part in outer:
                around = (*path, part)
                path = (*around, counts.get(around, 1) - 1)
            own = (*path, last)
            counts[own] = counts.get(own, 0) + 1
            starts[(*own, counts[own] - 1)] = at
    return starts


Document = TypeVar("Document", bound=BaseModel)


def read_text(path: Path, what: str, error: type[HandwrittenError]) -> str:
    """The text of a file; `what` is what the error calls it."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as cause:
        raise error(f"{path}: {what} cannot be read: {cause}") from cause


def read_document(
    text: str, form: type[Document], places: Places, error: type[HandwrittenError]
) -> Document:
    """A document of a form; raises `error` with the place of the first mistake."""
    try:
        document: Mapping[str, object] = tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        raise error(f"{places.name}: no valid TOML: {cause}") from cause
    try:
        return form.model_validate(document)
    except ValidationError as cause:
        first = cause.errors(include_url=False)[0]
        message = first["msg"].removeprefix("Value error, ")
        raise error(places.mistake(first["loc"], message)) from cause

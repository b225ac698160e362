"""What a column of a dump holds, apart from any form that it is written in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a single value is."""

    TEXT = "text"
    WORD = "word"
    """One of a few texts that come again and again."""
    NUMBER = "number"
    FLAG = "flag"
    DAY = "day"
    MOMENT = "moment"
    JSON = "json"
    """A value of no fixed shape, written as JSON text."""
    NAMED_TEXTS = "named texts"
    """Texts by a name, such as titles by language."""


@dataclass(frozen=True)
class ListOf:
    """Values of one kind, in order."""

    kind: ColumnKind


@dataclass(frozen=True)
class Record:
    """Named values of kinds of their own."""

    columns: tuple[Column, ...]


ColumnKind = Kind | ListOf | Record


@dataclass(frozen=True)
class Column:
    """A column: its name in the API's JSON, what it holds, and what that means."""

    name: str
    kind: ColumnKind
    meaning: str = ""


@dataclass(frozen=True)
class TableShape:
    """A table of the dumps: its name, what a row is, and its columns."""

    name: str
    meaning: str
    columns: tuple[Column, ...]

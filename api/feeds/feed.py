"""A feed and its entries as values, before they are written in a format."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from corpus.law import Language

BEGINNING = datetime(1970, 1, 1, tzinfo=UTC)
"""When an empty feed was updated of what nothing is held of: before anything that may come.

Of what is held it is the moment at which its last text was recorded: since then nothing changed."""

_NAMES = uuid.UUID("6f1c3f0e-8f0b-5c3a-9a57-2f6d5b1f7c11")
"""The name space of our ids: an id says what, never at which address it is served."""


def urn_of(*what: object) -> str:
    """The id of something: the same whenever and wherever it is asked for."""
    return uuid.uuid5(_NAMES, "\x1f".join(map(str, what))).urn


@dataclass(frozen=True)
class Reference:
    """An address that belongs to an entry, absolute; `relation` as Atom names it."""

    relation: str
    address: str
    title: str


@dataclass(frozen=True)
class Category:
    """What an entry is about: a term for programs, a label for readers."""

    term: str
    label: str


@dataclass(frozen=True)
class Entry:
    """One item: a change, or an announced amendment.

    `published` is when it was recorded; `updated` that, or when it was withdrawn. `html` is safe.
    `details` are plain JSON values for programs.
    """

    id: str
    title: str
    published: datetime
    updated: datetime
    language: Language
    page: str
    html: str
    references: tuple[Reference, ...] = ()
    categories: tuple[Category, ...] = ()
    details: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Feed:
    """A page of a feed, newest first. All addresses are absolute."""

    id: str
    title: str
    about: str
    language: Language
    updated: datetime
    page: str
    """The page for readers."""
    current: str
    """The feed's own address, its first page."""
    address: str
    """This page's address."""
    next: str | None
    entries: tuple[Entry, ...]


def moment(time: datetime) -> str:
    """A moment as RFC 3339 writes it, in UTC: `2026-11-02T08:16:00Z`."""
    whole = time.astimezone(UTC)
    return whole.isoformat(timespec="auto").replace("+00:00", "Z")

"""The conditions that a query is made of: plain values, the same for every engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Where(StrEnum):
    """Which part of a document a condition speaks of."""

    TEXT = "text"
    """Heading or wording: each by itself, so a phrase does not run from one into the other."""
    HEADING = "heading"
    """Number and title."""
    NOTE = "note"
    """The registry's footnotes, which are no part of the wording."""
    ACT = "act"
    """The act's title, its own number and its registry number."""


@dataclass(frozen=True)
class Words:
    """These words in any form, side by side in this order; nearly always one word.

    `quoted`: they stood in quotes (`~"…"`), so no other words for the same thing are tried.
    """

    words: tuple[str, ...]
    where: Where = Where.TEXT
    quoted: bool = False


@dataclass(frozen=True)
class Phrase:
    """These words as written, side by side in this order."""

    words: tuple[str, ...]
    where: Where = Where.TEXT


@dataclass(frozen=True)
class Prefix:
    """A word that begins so."""

    start: str
    where: Where = Where.TEXT


@dataclass(frozen=True)
class Near:
    """Two words in any form, in either order, with places that differ by `within` at most.

    Side by side is 1. Where both have the same stem, two places are needed. One part of the text
    must hold both: heading or body, not one each.
    """

    left: str
    right: str
    within: int
    where: Where = Where.TEXT


@dataclass(frozen=True)
class Numbered:
    """The article (point, appendix) has this number, or this key.

    `113-3` fits `art_113-3` and every key whose last part has that number; `app_1__p_13` fits that
    key alone. `prefix`: the number begins so.
    """

    number: str
    prefix: bool = False


@dataclass(frozen=True)
class HasStatus:
    """The wording has this status on the day of asking; see `corpus.search.documents.Status`."""

    status: str


@dataclass(frozen=True)
class Not:
    """The condition does not hold."""

    part: Node


@dataclass(frozen=True)
class AllOf:
    """Every condition holds; two at least."""

    parts: tuple[Node, ...]


@dataclass(frozen=True)
class AnyOf:
    """One of the conditions holds; two at least.

    `synonyms`: the first is what was typed, the others were added; they count for less.
    """

    parts: tuple[Node, ...]
    synonyms: bool = False


InText = Words | Phrase | Prefix | Near
Leaf = InText | Numbered | HasStatus
Node = Leaf | Not | AllOf | AnyOf


def positive_leaves(node: Node) -> Iterator[Leaf]:
    """The conditions that do not stand under a Not, in order."""
    match node:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from positive_leaves(part)
        case Not():
            return
        case _:
            yield node

"""What the picture of a correspondence says itself, and what its provisions are called."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from diffing.correspondence.bands.bands import Mark
from diffing.correspondence.relation import Relation, Route


@dataclass(frozen=True)
class Name:
    """What a provision is called: the text it stands in (Rules 1484), and its place there."""

    text: str
    place: str

    @property
    def whole(self) -> str:
        """Both together."""
        return ", ".join(part for part in (self.text, self.place) if part)


Naming = Callable[[Mark], Name]


@dataclass(frozen=True)
class BandCaptions:
    """The picture's own words in one language; `{}` is filled in.

    `pair` has `relation`, `old` and `new`, `alone` `relation` and `rule`, `similar` a `score`.
    `decimal` is the sign before a number's fraction.
    """

    relations: Mapping[Relation, str]
    routes: Mapping[Route, str]
    pair: str
    alone: str
    similar: str
    decimal: str
    unsure: str
    sample: str
    note: str

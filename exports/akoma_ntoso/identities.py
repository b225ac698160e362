"""The eIds of one document: each given once."""

from __future__ import annotations

from corpus.keys import SEPARATOR, joined
from exports.akoma_ntoso.letters import told
from exports.akoma_ntoso.vocabulary import Element, ours
from exports.identifiers import element_id, key_of_element

_AGAIN = "dup"


class Identities:
    """Gives eIds: those of keys are made of the key, others are numbered below what holds them."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._counts: dict[str, int] = {}

    def of_key(self, element: Element, key: str, around: str = "") -> str:
        """Name an element by its key, `around` the key of what holds it where keys are inside it.

        Where the eId does not tell the key (a number twice), the key is told beside it.
        """
        full = joined(around, key)
        name = self._once(element_id(full))
        if key_of_element(name) != full or not key:
            element.set(ours("key"), told(key))
        element.set("eId", name)
        return name

    def numbered(self, element: Element, around: str, short: str) -> str:
        """Name an element that has no key by its place among its like."""
        stem = joined(around, short)
        self._counts[stem] = self._counts.get(stem, 0) + 1
        name = self._once(f"{stem}_{self._counts[stem]}")
        element.set("eId", name)
        return name

    def _once(self, name: str) -> str:
        if name in self._given:
            again = f"{name}{SEPARATOR}{_AGAIN}"
            number = self._counts.get(again, 1)
            while name in self._given:
                number += 1
                name = f"{again}_{number}"
            self._counts[again] = number
        self._given.add(name)
        return name

"""Which edition holds the place of which article, so that its absence there means something."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.keys import covers
from corpus.law import Edition


@dataclass(frozen=True)
class Places:
    """The places of all articles of some editions, of which any may be a part of its act.

    Where an article stands is told by the editions that have it: the newest for what follows it,
    all of them for the divisions it stood in.
    """

    editions: tuple[Edition, ...]

    @cached_property
    def _held(self) -> dict[str, tuple[bool, ...]]:
        tellers: dict[str, list[Edition]] = {}
        for edition in self.editions:
            for key in edition.by_key:
                tellers.setdefault(key, []).append(edition)
        orders = {id(one): [article.key for article in one.articles] for one in self.editions}
        return {key: self._row(key, own, orders[id(own[-1])]) for key, own in tellers.items()}

    def _row(self, key: str, tellers: Sequence[Edition], order: Sequence[str]) -> tuple[bool, ...]:
        divisions = [one for edition in tellers for one in edition.by_key[key].divisions]
        around = tuple(dict.fromkeys(divisions))
        return tuple(covers(edition, key, around, order) for edition in self.editions)

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all articles, of every edition."""
        return tuple(self._held)

    def holds(self, place: int, key: str) -> bool:
        """Whether the edition at a place in the sequence holds the whole of an article's place."""
        return self._held[key][place]

    def nearest_before(self, place: int, key: str) -> int | None:
        """The place of the nearest earlier edition that holds an article's place; None: no one."""
        row = self._held[key]
        return next((earlier for earlier in range(place - 1, -1, -1) if row[earlier]), None)

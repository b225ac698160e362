"""The articles of an act by key, so that one is found without looking at all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from corpus.keys import SEPARATOR

_ARTICLE = "art_"


@dataclass(frozen=True, eq=False)
class HeldKeys(Mapping[str, tuple[str, ...]]):
    """The keys of an act's articles in the act's order, with the divisions around each.

    An act may have thousands of articles and as many references to them: what a reference asks is
    put in order once.
    """

    divisions: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, keys: Mapping[str, tuple[str, ...]]) -> HeldKeys:
        """Keys as these; those that are these already stay as they are."""
        return keys if isinstance(keys, cls) else cls(keys)

    def __getitem__(self, key: str) -> tuple[str, ...]:
        return self.divisions[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.divisions)

    def __len__(self) -> int:
        return len(self.divisions)

    def ending_in(self, unit: str) -> Sequence[str]:
        """The keys whose last unit is this one: `art_5`, and `app_1__p_3` for `p_3`."""
        return self._by_last_unit.get(unit, ())

    @cached_property
    def has_articles(self) -> bool:
        """Whether any of them is an article and not a point or an appendix."""
        return any(unit.startswith(_ARTICLE) for unit in self._by_last_unit)

    @cached_property
    def around(self) -> Mapping[str, tuple[str, ...]]:
        """Each division, and those that it stands in, outermost first, with itself."""
        return {
            division: divisions[: place + 1]
            for divisions in dict.fromkeys(self.divisions.values())
            for place, division in enumerate(divisions)
        }

    def inside(self, division: str) -> Sequence[str]:
        """The keys of the articles in a division."""
        return self._by_division.get(division, ())

    @cached_property
    def _by_last_unit(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for key in self.divisions:
            found.setdefault(key.rpartition(SEPARATOR)[2], []).append(key)
        return found

    @cached_property
    def _by_division(self) -> Mapping[str, Sequence[str]]:
        found: dict[str, list[str]] = {}
        for key, divisions in self.divisions.items():
            for division in dict.fromkeys(divisions):
                found.setdefault(division, []).append(key)
        return found

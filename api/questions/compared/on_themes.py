"""A comparison of two regimes narrowed to themes: to the rules that the matrix names for them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from sqlalchemy.orm import Session

from api.questions.compared.as_asked import ComparedSides
from api.questions.compared.item import Comparing, SideShown
from corpus.keys import SEPARATOR
from corpus.phases import Phase
from corpus.provisions import ProvisionSet
from corpus.store.citable import HeldProvisions
from corpus.themes import Theme, Themes
from diffing.correspondence.relation import Correspondences


class NotRegimes(Exception):
    """Themes were named, and what is compared is not two regimes or phases."""

    def __init__(self) -> None:
        super().__init__(
            "A theme narrows a comparison of two regimes or phases: it is the matrix of regimes "
            "that says where a theme stands. Leave `theme` out, or name regimes."
        )


class _Rule(Protocol):
    @property
    def ngr(self) -> str: ...
    @property
    def key(self) -> str: ...


@dataclass(frozen=True)
class Places:
    """Where one phase rules some themes: as the matrix cites it, and by act and key.

    What a cited division has is named by the keys of its articles too.
    """

    cited: tuple[ProvisionSet, ...]
    keys: frozenset[tuple[str, str]]

    def hold(self, rule: _Rule) -> bool:
        """Whether a rule is cited, stands in what is cited, or has it inside."""
        return any(ngr == rule.ngr and _meet(key, rule.key) for ngr, key in self.keys)

    def of(self, keys: Iterable[str]) -> tuple[str, ...]:
        """Those of some keys, of whatever act, that are of the places."""
        return tuple(one for one in keys if any(_meet(key, one) for _, key in self.keys))


@dataclass(frozen=True)
class OnThemes:
    """The themes that a comparison is narrowed to, and their places on both sides.

    A row stays whole when one of its rules, on either side, is of the themes.
    """

    themes: tuple[Theme, ...]
    left: Places
    right: Places

    def concern(self, old: Iterable[_Rule], new: Iterable[_Rule]) -> bool:
        """Whether rules that belong together are of the themes."""
        return any(map(self.left.hold, old)) or any(map(self.right.hold, new))

    def of_rules(self, found: Correspondences) -> Correspondences:
        """The correspondences that are of the themes, in their order."""
        return replace(
            found,
            items=tuple(one for one in found.items if self.concern(one.old, one.new)),
            without_wording=self._both(found.without_wording),
            not_comparable=self._both(found.not_comparable),
        )

    def of_items(self, found: Comparing) -> Comparing:
        """The items of a page that are of the themes; each keeps its anchor."""
        return replace(
            found,
            items=tuple(one for one in found.items if self.concern(one.old, one.new)),
            left=_side(found.left, self.left),
            right=_side(found.right, self.right),
        )

    def _both(
        self, keys: tuple[tuple[str, ...], tuple[str, ...]]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return self.left.of(keys[0]), self.right.of(keys[1])


def on_themes(
    session: Session, themes: Themes, keys: Sequence[str], left: Phase | None, right: Phase | None
) -> OnThemes | None:
    """What themes, by their keys, narrow a comparison of two phases to; None without a theme.

    Raises UnknownTheme, NotRegimes.
    """
    chosen = tuple({one.key: one for one in map(themes.theme, keys)}.values())
    if not chosen:
        return None
    if left is None or right is None:
        raise NotRegimes
    return OnThemes(chosen, *(_places(session, chosen, phase) for phase in (left, right)))


def narrowed(
    session: Session, themes: Themes, keys: Sequence[str], found: ComparedSides
) -> ComparedSides:
    """A comparison narrowed to themes; without any as it is. Raises UnknownTheme, NotRegimes."""
    chosen = on_themes(session, themes, keys, found.left.phase, found.right.phase)
    return replace(found, found=chosen.of_rules(found.found)) if chosen else found


def _side(side: SideShown, places: Places) -> SideShown:
    alone, without = places.of(side.alone), places.of(side.without_wording)
    return replace(side, alone=alone, without_wording=without)


def _places(session: Session, themes: Iterable[Theme], phase: Phase) -> Places:
    cells = (one for theme in themes for one in theme.cells if one.phase == phase.key)
    cited = tuple(dict.fromkeys(one for cell in cells for one in cell.provisions))
    held = HeldProvisions(session)
    return Places(cited, frozenset(place for one in cited for place in _keys(held, one)))


def _keys(held: HeldProvisions, cited: ProvisionSet) -> Iterator[tuple[str, str]]:
    known = held.keys(cited.ngr)
    for key in cited.keys:
        yield cited.ngr, key
        if key not in known:
            yield from ((cited.ngr, one) for one, around in known.items() if key in around)


def _meet(one: str, other: str) -> bool:
    """Whether two keys are the same, or one stands in the other."""
    return one == other or one.startswith(other + SEPARATOR) or other.startswith(one + SEPARATOR)

"""What a paragraph opens for those below it: an act, a unit, the whole text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from corpus.instructions.operations import Path
from corpus.instructions.paragraphs import Level
from corpus.instructions.scopes import shared_beginning
from corpus.keys import SEPARATOR
from corpus.law import ArticleKind


@dataclass(frozen=True)
class Carried:
    """An act (its number among the acts named) and a unit of it, opened for what stands below."""

    act: int | None = None
    path: Path = ()
    repealing: bool = False
    throughout: bool = False
    """«по всему тексту:»: words are changed wherever they stand."""
    unread: bool = False
    """It was not understood: what stands below it has no unit but one it names whole."""


class Carrying:
    """What is carried at each level, while the paragraphs of an act go by in order."""

    def __init__(self, kinds: Mapping[str, ArticleKind]) -> None:
        self._kinds = kinds
        self._levels: dict[Level, Carried] = {}
        self._outer = Carried()
        self.article = ""
        """The key of the amending act's article that is being read."""

    def enter(self, article: str) -> None:
        """Begin an article: nothing is carried into it but an act from above an act's points.

        Laws of the 1990s have no articles: «Внести в Указ … изменения: 1. Преамбулу исключить.»
        """
        if self._kinds.get(self.article) is ArticleKind.PREAMBLE and self._levels:
            self._outer = self._levels[max(self._levels)]
        if self._kinds[article] is not ArticleKind.POINT or SEPARATOR in article:
            self._outer = Carried()
        self.article, self._levels = article, {}

    def reach(self, level: Level) -> None:
        """Come to a paragraph: what deeper ones opened, and another of its own level, is over."""
        self._levels = {
            one: carried
            for one, carried in self._levels.items()
            if one < level or one is level is Level.UNNUMBERED
        }

    def base(self, level: Level) -> Carried:
        """What is carried to a paragraph of a level."""
        outer = [one for one in self._levels if one <= level]
        return self._levels[max(outer)] if outer else self._outer

    def open(self, level: Level, carried: Carried) -> None:
        """Carry something from a paragraph of a level on."""
        self._levels[level] = carried

    def leave(self, level: Level, targets: Iterable[Path]) -> None:
        """«в пункте 6:» ends where an instruction names another point; what is around it stays."""
        carried = self._levels.get(level)
        if carried is None or not carried.path:
            return
        shared = carried.path
        for path in targets:
            shared = shared_beginning(shared, path)
        outer = max((one for one in self._levels if one < level), default=None)
        least = 1 if outer is None else max(1, len(self._levels[outer].path))
        if len(shared) >= least:
            self._levels[level] = replace(carried, path=shared)
        else:
            del self._levels[level]

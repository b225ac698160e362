"""The whole text of an edition as its page has it: levels of headings, contents, two languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, groupby

from corpus.law import Article, Division, Edition, Footnote, Matter, MatterKind

_HIGHEST, _LOWEST = 3, 6
"""Levels of headings under «Text», which is an h2."""
_SHOWN_MATTER = frozenset({MatterKind.APPROVAL, MatterKind.SIGNATURE})
"""The title stands over the page, the page's own contents beside it."""

Placed = Division | Article | Matter | tuple[Footnote, ...]
"""What stands in a row; footnotes on the act itself that follow each other stand together."""


@dataclass(frozen=True)
class TextRow:
    """A line of the text: the same place in the edition shown and, if asked for, in another.

    One of the two is None where only one edition has that place. `level` is that of its heading.
    """

    kind: str
    """`division`, `article`, `matter` or `notes`."""
    key: str
    level: int
    here: Placed | None
    beside: Placed | None = None


@dataclass(frozen=True)
class Chapter:
    """A division at the top of an act with all that stands in it; without one: what is in none."""

    division: Division | None
    rows: tuple[TextRow, ...] = field(default=())

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles in it, in order, as the edition shown has them, else as the other does."""
        both = (row.here or row.beside for row in self.rows)
        return tuple(one for one in both if isinstance(one, Article))


def text_rows(edition: Edition) -> tuple[TextRow, ...]:
    """An edition's text, line by line, in the act's order."""
    depths = _depths(edition)
    there = {one.key for one in edition.divisions}  # a part of an act may lack what is around it
    rows: list[TextRow] = []
    notes = matters = 0
    for of_notes, together in groupby(edition.content, lambda one: isinstance(one, Footnote)):
        if of_notes:
            notes += 1
            own = tuple(one for one in together if isinstance(one, Footnote))
            rows.append(TextRow("notes", f"notes_{notes}", _HIGHEST, own))
            continue
        for item in together:
            match item:
                case Division():
                    depth = depths.get(item.key, 0)
                    rows.append(TextRow("division", item.key, _level(depth), item))
                case Article():
                    depth = sum(key in there for key in item.divisions)
                    rows.append(TextRow("article", item.key, _level(depth), item))
                case Matter() if item.kind in _SHOWN_MATTER:
                    matters += 1
                    rows.append(TextRow("matter", f"matter_{matters}", _HIGHEST, item))
    return tuple(rows)


def side_by_side(here: Sequence[TextRow], beside: Sequence[TextRow]) -> tuple[TextRow, ...]:
    """Two editions' texts with the same places in one row, in the order of the first.

    What only the second has stands after what stands before it there.
    """
    places = {(row.kind, row.key): at for at, row in enumerate(here)}
    paired: dict[int, Placed | None] = {}
    after: dict[int, list[TextRow]] = {}
    last = -1
    for row in beside:
        at = places.get((row.kind, row.key))
        if at is not None and at not in paired:
            paired[at] = row.here
            last = at
        elif row.kind in {"division", "article"}:
            alone = TextRow(row.kind, row.key, row.level, None, row.here)
            after.setdefault(last, []).append(alone)
    rows = (
        [TextRow(row.kind, row.key, row.level, row.here, paired.get(at)), *after.get(at, ())]
        for at, row in enumerate(here)
    )
    return tuple(chain(after.get(-1, ()), chain.from_iterable(rows)))


def chapters(rows: Sequence[TextRow]) -> tuple[Chapter, ...]:
    """The text by its divisions of the highest level, for the contents at its side."""
    found: list[tuple[Division | None, list[TextRow]]] = []
    for row in rows:
        item = row.here or row.beside
        if isinstance(item, Division) and row.level == _HIGHEST:
            found.append((item, []))
            continue
        of_chapter = not isinstance(item, Article) or row.level > _HIGHEST
        if not found or (found[-1][0] is not None and not of_chapter):
            found.append((None, []))
        found[-1][1].append(row)
    chapters_ = (Chapter(division, tuple(inside)) for division, inside in found)
    return tuple(one for one in chapters_ if one.division or one.articles)


def _level(depth: int) -> int:
    return min(_HIGHEST + depth, _LOWEST)


def _depths(edition: Edition) -> Mapping[str, int]:
    """How deep each division stands: as its articles say; one without any at the top."""
    there = {one.key for one in edition.divisions}
    found: dict[str, int] = {}
    for article in edition.articles:
        for depth, key in enumerate(one for one in article.divisions if one in there):
            found.setdefault(key, depth)
    return found

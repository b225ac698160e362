"""The plain text in which the sample's editions are written: marked paragraphs, and overlays.

A line is a paragraph; its first characters say what it is (see `Mark` and `acts/README.md`). The
first edition of an act is written out; a later one holds only the units that it words anew. Kazakh
drafting never removes or re-uses a number (Law on Legal Acts, articles 26(7), 27(6)): an excluded
unit keeps its place and gets a remark. So an overlay needs no word for deleting.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """What a line is, by how it starts; `TEXT` starts with nothing."""

    DIVISION = "#"
    ARTICLE = "##"
    ARTICLE_BOLD = "##*"
    """A heading that the classic template prints as `<p><b><a name>`."""
    ARTICLE_RUN_IN = "##>"
    """A heading that runs into the paragraph after it without a space."""
    TITLE = "="
    """The title of what an act approves: rules, a form. ` / ` breaks its lines."""
    STAMP = "~"
    """«УТВЕРЖДЕНЫ …», «Приложение 1 …», set apart at the right. ` / ` breaks its lines."""
    NOTE = ">"
    """A remark of the registry in a paragraph of its own; neighbours share the paragraph."""
    NOTE_RUN = ">>"
    """A remark as a run of spans with the links between them."""
    NOTICE = "!"
    """A red notice of a change to come; it stands before the unit it speaks of."""
    ROW = "|"
    """A row of a table: cells parted by ` | `."""
    SIGNATURE = "_"
    TEXT = ""

    @property
    def is_article(self) -> bool:
        """Whether it is a heading of an article, in whatever form."""
        return self in {Mark.ARTICLE, Mark.ARTICLE_BOLD, Mark.ARTICLE_RUN_IN}


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of a sample edition; `text` keeps its [links](NGR#anchor) and **bold**."""

    mark: Mark
    text: str
    unit: str = ""
    """Which unit it belongs to: what an overlay replaces."""
    anchor: str = ""
    """The registry's identity of the paragraph, the same in every edition: `z34`."""

    @property
    def lines(self) -> list[str]:
        """The lines of a heading, title, stamp or signature."""
        return [part.strip() for part in self.text.split(" / ")]

    @property
    def cells(self) -> list[str]:
        """The cells of a row."""
        return [part.strip() for part in self.text.split("|")]

    @property
    def number(self) -> str:
        """The number it starts with (`3-1`, `14`), or nothing."""
        found = re.match(r"(\d+(?:-\d+)*)[.)] ", self.text)
        return found[1] if found else ""


@dataclass(frozen=True)
class Unit:
    """A heading or a top-level point with all that follows it up to the next one."""

    name: str
    paragraphs: tuple[Paragraph, ...]


LINK = re.compile(r"\[([^\]]+)\]\(([^)\s]+)\)")
BOLD = re.compile(r"\*\*([^*]+)\*\*")

_MARKED = re.compile(r"(##\*|##>|##|#|>>|>|=|~|!|\||_) (.*)")
_PART = re.compile(r"@(\w+)")
_NUMBER = re.compile(r"\d+(?:-\d+)*")
_TOP_POINT = re.compile(r"(\d+(?:-\d+)*)\. ")


def read_units(text: str, *, points: bool) -> list[Unit]:
    """The units of a file in order; the first has no name and holds what precedes them.

    `points`: the act has no articles, its top-level points are units. Empty lines and lines that
    start with `;` say nothing; `@rules` begins a part whose numbers start anew.
    """
    units: list[tuple[str, list[Paragraph]]] = [("", [])]
    waiting: list[Paragraph] = []
    part = ""
    for line in text.splitlines():
        line = line.strip()  # noqa: PLW2901 - the same line without its indent
        if not line or line.startswith(";"):
            continue
        if found := _PART.fullmatch(line):
            part = found[1]
            units.append((f"{part}:", []))
            continue
        found = _MARKED.fullmatch(line)
        paragraph = Paragraph(Mark(found[1]), found[2]) if found else Paragraph(Mark.TEXT, line)
        if paragraph.mark is Mark.NOTICE:
            waiting.append(paragraph)
            continue
        if name := _unit_name(paragraph, points=points):
            units.append((f"{part}:{name}" if part else name, []))
        units[-1][1].extend([*waiting, paragraph])
        waiting = []
    return [
        Unit(name, tuple(Paragraph(p.mark, p.text, name) for p in paragraphs))
        for name, paragraphs in units
    ]


def _unit_name(paragraph: Paragraph, *, points: bool) -> str:
    if paragraph.mark is Mark.DIVISION or paragraph.mark.is_article:
        number = _NUMBER.search(paragraph.text)
        sign = "#" if paragraph.mark is Mark.DIVISION else ""
        return sign + (number[0] if number else paragraph.text)
    if paragraph.mark is Mark.SIGNATURE:
        return "_"
    if points and paragraph.mark is Mark.TEXT and (found := _TOP_POINT.match(paragraph.text)):
        return found[1]
    return ""


def overlay(units: Sequence[Unit], newer: Sequence[Unit]) -> list[Unit]:
    """The units with those of a later edition in their places.

    A unit of the same name is replaced, a new one goes behind its predecessor by number. A new
    article that follows a new division goes behind that.
    """
    result = list(units)
    opened = ""
    for unit in newer:
        names = [known.name for known in result]
        if not unit.paragraphs:
            continue
        if unit.name in names:
            result[names.index(unit.name)] = unit
            opened = ""
            continue
        is_division = unit.name.rpartition(":")[2].startswith("#")
        follows = opened and not is_division
        place = names.index(opened) + 1 if follows else _place(names, unit.name)
        result.insert(place, unit)
        opened = unit.name if is_division or follows else ""
    return result


def _place(names: Sequence[str], name: str) -> int:
    part, _, own = name.rpartition(":")
    siblings = [
        (index, other.rpartition(":")[2])
        for index, other in enumerate(names)
        if other.rpartition(":")[0] == part
    ]
    before = [
        index
        for index, other in siblings
        if other != "_"
        and other.startswith("#") == own.startswith("#")
        and _order(other) < _order(own)
    ]
    place = max(before, default=-1) + 1
    if own.startswith("#"):  # behind all that the division before it holds
        following = dict(siblings)
        while place in following and following[place][:1] not in {"#", "_"}:
            place += 1
    return place


def _order(name: str) -> list[int]:
    return [int(figure) for figure in re.findall(r"\d+", name)]


def plain(text: str) -> str:
    """A paragraph's words without the marks of links and bold."""
    return BOLD.sub(r"\1", LINK.sub(r"\1", text))


def pieces(text: str) -> Iterator[tuple[str, str | None]]:
    """The words of a paragraph piece by piece, each with where it links to or None."""
    end = 0
    for found in LINK.finditer(text):
        if found.start() > end:
            yield text[end : found.start()], None
        yield found[1], found[2]
        end = found.end()
    if end < len(text):
        yield text[end:], None

"""The paragraphs inside an article: points, subpoints, parts, indents; and quoted wording.

Law on Legal Acts, article 23: points are numbered `1.`, subpoints `1)`; a part begins with a
capital letter, an indent with a lower-case one. New wording that an article quotes has numbers of
its own, which restart; it is told apart by its quotation marks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.keys import arabic, follows, joined
from corpus.law import Block, BlockKind
from corpus.structure.lines import Line, Role
from corpus.structure.vocabulary import NUMBER, Vocabulary

_OPENING = '"«“„'
_QUOTE = rf"[{_OPENING}]?"
_POINT = re.compile(rf"^(?P<marker>{_QUOTE}(?P<number>(?=\d{{1,3}}(?!\d)){NUMBER})\s?\.)(?!\d)\s*")
_SUBPOINT = re.compile(rf"^(?P<marker>{_QUOTE}(?P<number>{NUMBER}|[а-яёәіңғүұқөһa-z])\))\s*")
_SIDES = {"«": 1, "“": 1, "„": 1, "»": -1, "”": -1}
_CLOSES = re.compile(r"[\"»”]\s*[.;,]*\s*(?:<\*>)?$")


@dataclass(frozen=True)
class Numbered:
    """The number at the start of a paragraph."""

    kind: BlockKind
    number: str
    marker: str
    rest: str


def numbered(text: str) -> Numbered | None:
    """The point (`3-1.`) or subpoint (`3-1)`, `а)`) that a paragraph opens, or None."""
    for kind, pattern in ((BlockKind.POINT, _POINT), (BlockKind.SUBPOINT, _SUBPOINT)):
        if (match := pattern.match(text)) is not None:
            return Numbered(kind, arabic(match["number"]), match["marker"], text[match.end() :])
    return None


class Quotation:
    """Follows quoted wording over paragraphs: opened after a colon, closed by its mark.

    Straight quotation marks do not say which side they are; they are counted. A quotation that
    never closes ends with the article: make a new one for each.
    """

    def __init__(self) -> None:
        self._straight = 0
        self._nested = 0
        self._after_colon = False
        self._outer: Numbered | None = None
        self._inner: dict[BlockKind, str] = {}
        self._closing = False
        self.open = False
        """Whether the next paragraph is still quoted wording."""

    def covers(self, text: str) -> bool:
        """Take the next paragraph; True if it is quoted wording."""
        unit = numbered(text)
        if self.open and self._was_left_open(unit):
            self.open, self._straight, self._nested = False, 0, 0
        straight = self._straight + text.count('"')
        nested = self._nested + sum(side * text.count(mark) for mark, side in _SIDES.items())
        balanced = straight % 2 == 0 and nested <= 0
        closes = balanced and bool(_CLOSES.search(text))
        begins = self._after_colon and text[:1] in _OPENING and (closes or not balanced)
        quoted = self.open or begins
        self.open = quoted and not closes
        self._straight, self._nested = (straight, nested) if self.open else (0, 0)
        self._after_colon = text.endswith(":") or (quoted and closes)
        self._closing = bool(_CLOSES.search(text))
        if unit is not None and quoted:
            self._inner[unit.kind] = unit.number
        elif unit is not None:
            self._outer, self._inner = unit, {}
        return quoted

    def _was_left_open(self, unit: Numbered | None) -> bool:
        """Whether one closing mark stood for two («… закон «О садах».») and the text goes on.

        It does where a unit continues the numbers outside the quotation and not those inside.
        """
        if unit is None or self._outer is None or not self._closing:
            return False
        if unit.marker[0] in _OPENING or unit.kind is not self._outer.kind:
            return False
        inside = self._inner.get(unit.kind)
        if inside is not None and follows(unit.number, inside):
            return False
        return follows(unit.number, self._outer.number)


class Paragraphs:
    """Reads the paragraphs of one article into blocks, keeping where it stands."""

    def __init__(self, words: Vocabulary) -> None:
        self._words = words
        self._point = ""
        self._unnumbered = 0

    def read(self, line: Line, *, quoted: bool) -> Block:
        """The block that a line is; `quoted` wording gets no key of its own."""
        if line.role is Role.TABLE:
            return Block(BlockKind.TABLE, line.words, rows=line.rows, key=self._next("table"))
        if line.role is Role.HEADING:
            return Block(BlockKind.HEADING, line.text, quoted=quoted)
        unit = numbered(line.text)
        if unit is not None:
            key = "" if quoted else self._key(unit)
            return Block(unit.kind, unit.rest, unit.number, unit.marker, key, quoted)
        if self._words.legal_note.match(line.text):
            kind = BlockKind.NOTE
        elif _lower(line.text):
            kind = BlockKind.INDENT
        else:
            kind = BlockKind.PART
        return Block(kind, line.text, key="" if quoted else self._next(kind.value), quoted=quoted)

    def _key(self, unit: Numbered) -> str:
        self._unnumbered = 0
        if unit.kind is BlockKind.POINT:
            self._point = f"p_{unit.number}"
            return self._point
        return joined(self._point, f"sp_{unit.number}")

    def _next(self, name: str) -> str:
        self._unnumbered += 1
        return joined(self._point, f"{name}_{self._unnumbered}")


def _lower(text: str) -> bool:
    """Whether a paragraph begins like an indent: with a lower-case letter or a dash."""
    return text[:1].islower() or text[:1] in "-–—"

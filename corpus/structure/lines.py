"""What a registry's page says, line by line, before its structure is read.

Each registry module turns its own mark-up into these lines; the grammar of `reading`
then works on lines alone and never sees HTML, JSON or Markdown.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from corpus.law import Link


class Role(StrEnum):
    """What the registry's mark-up says a line is; the grammar decides where it says nothing."""

    TEXT = "text"
    HEADING = "heading"
    """Marked as a heading (`<h3>`, `###`, a bold line of its own)."""
    NOTE = "note"
    """Marked as the registry's remark (`.note`, red font, `> *Сноска.`)."""
    TABLE = "table"
    STAMP = "stamp"
    """Set apart at the right: «УТВЕРЖДЕНЫ Указом …», «Приложение 2 к …»."""
    SIGNATURE = "signature"


@dataclass(frozen=True)
class Line:
    """One paragraph of a page, runs of white space made one space, the ends trimmed.

    A line break inside the paragraph (`<br>`) stays a line feed. `depth` is the heading's level
    where the source has one (1 = the act's title). `continues` says that the source broke one
    paragraph in two and this is its second half. A table has `rows` of cells and no text of its
    own. `links` are kept for notes.
    """

    text: str
    role: Role = Role.TEXT
    anchor: str | None = None
    links: tuple[Link, ...] = ()
    depth: int = 0
    continues: bool = False
    rows: tuple[tuple[str, ...], ...] = ()

    @property
    def words(self) -> str:
        """The line's text, a table's cells included."""
        if self.role is Role.TABLE:
            return "\n".join("\t".join(row) for row in self.rows)
        return self.text

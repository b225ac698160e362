"""Short pages of our own, as the lines a registry module hands to the grammar."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.law import Article, Content, Edition, EditionLabel, Language
from corpus.structure.lines import Line, Role
from corpus.structure.reading import read_structure


def text(words: str) -> Line:
    return Line(words)


def heading(words: str, depth: int = 0) -> Line:
    return Line(words, Role.HEADING, depth=depth)


def note(words: str) -> Line:
    return Line(words, Role.NOTE)


def stamp(words: str) -> Line:
    return Line(words, Role.STAMP)


def table(*rows: tuple[str, ...]) -> Line:
    return Line("", Role.TABLE, rows=rows)


def read(*lines: Line, language: Language = Language.RU) -> tuple[Content, ...]:
    """Read a page and make sure on the way that no word of it is lost."""
    content = read_structure(lines, language)
    assert squeezed(edition(content, language).text()) == squeezed(words_of(lines))
    return content


def edition(content: tuple[Content, ...], language: Language = Language.RU) -> Edition:
    label = EditionLabel.parse("undated")
    return Edition("Z000000001_", language, label, "Образец", content)


def articles(content: Sequence[Content]) -> dict[str, Article]:
    found = {item.key: item for item in content if isinstance(item, Article)}
    assert len(found) == sum(isinstance(item, Article) for item in content), "a key twice"
    return found


def words_of(lines: Sequence[Line]) -> str:
    return "\n".join(line.words for line in lines)


def squeezed(words: str) -> str:
    """A text without its white space."""
    return re.sub(r"\s+", "", words)

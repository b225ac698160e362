"""Plain text as adilet's English wording is handed on: a line a paragraph, no mark-up.

"Section I" with its title below, "Article 1" without one, "Footnote. …" and "Footnote: …".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.law import Edition
from corpus.structure.lines import Line, Role
from crawler.registries.assembling import PageFacts, assemble
from crawler.registries.pages import PageSource
from crawler.registries.refusals import EmptyBody, NotAnActPage
from crawler.registries.wording import opens_note

_DIVISION = re.compile(
    r"^(?:Section|Subsection|Chapter|Раздел|Подраздел|Глава)\s+[IVXLC\d-]+\.?$"
    r"|^[\d-]+-(?:бөлім|тарау)\.?$",
    re.IGNORECASE,
)
_HEADED = re.compile(
    r"^(?:Section|Subsection|Chapter|Article|Раздел|Глава|Статья)\s+(?:[IVXLC]+|\d+(?:-\d+)*)"
    r"(?:\.\s+\S.*|\.?)$"
    r"|^\d+(?:-\d+)*-(?:бап|тарау)\b",
    re.IGNORECASE,
)
_LONGEST_HEADING = 250


def read_edition(bodies: Sequence[bytes], source: PageSource) -> Edition:
    """The edition in one file of plain text; the title is what the source knows."""
    (body,) = bodies
    return assemble(lines_of(body), source, PageFacts())


def lines_of(body: bytes) -> list[Line]:
    """The lines of a plain text, before its structure is read."""
    if not body.strip():
        raise EmptyBody("the file is empty")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotAnActPage("it is not in UTF-8") from error
    return read_lines(text)


def read_lines(text: str) -> list[Line]:
    """The lines of a plain text: headings, remarks, paragraphs."""
    paragraphs = [even for raw in text.splitlines() if (even := " ".join(raw.split()))]
    lines: list[Line] = []
    for paragraph in paragraphs:
        last = lines[-1] if lines else None
        if opens_note(paragraph):
            lines.append(Line(paragraph, Role.NOTE))
        elif last is not None and _DIVISION.match(last.text) and _is_title(paragraph):
            lines[-1] = Line(f"{last.text}\n{paragraph}", Role.HEADING)
        elif _HEADED.match(paragraph) and len(paragraph) <= _LONGEST_HEADING:
            lines.append(Line(paragraph, Role.HEADING))
        else:
            lines.append(Line(paragraph))
    return lines


def _is_title(paragraph: str) -> bool:
    """Whether a line can be the title of the division above it."""
    return (
        len(paragraph) <= _LONGEST_HEADING
        and not paragraph.endswith((".", ";", ":"))
        and not paragraph[0].isdigit()
        and not _HEADED.match(paragraph)
    )

"""The older Markdown conversion of the reference bank.

Headings are marked by `#`, paragraphs indented by six spaces, section titles centred; remarks
carry no mark. Lines without indentation are the table of contents before the title, and after it
the second halves of paragraphs that the conversion broke, or paragraphs whose own line breaks it
lost.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.law import Edition
from corpus.structure.lines import Line, Role
from corpus.structure.vocabulary import CONTENTS_END
from crawler.registries.assembling import PageFacts, assemble
from crawler.registries.glued import is_headed, split_heading, split_run_on
from crawler.registries.pages import PageSource
from crawler.registries.refusals import EmptyBody, NotAnActPage
from crawler.registries.wording import opens_note, opens_signature

_PARAGRAPH_INDENT = 5
_CENTRED_INDENT = 10
_HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<text>.+)$")
_TWO_ENTRIES = re.compile(r"\s{3,}(?=(?:Статья|Глава|Раздел)\s+[\dIVX]|\d+(?:-\d+)*-(?:бап|тарау))")
_ENDS = (".", ";", ":", "!", "?", ">")
_SHORT = 60
"""A line shorter than this did not break for want of room."""


@dataclass(frozen=True)
class _Raw:
    indent: int
    text: str


def read_edition(bodies: Sequence[bytes], source: PageSource) -> Edition:
    """The edition in one file of this conversion; its title is the `#` heading."""
    (body,) = bodies
    if not body.strip():
        raise EmptyBody("the file is empty")
    lines = lines_of(body)
    titles = [line.text for line in lines if line.role is Role.HEADING and line.depth == 1]
    return assemble(lines, source, PageFacts(title=titles[0] if titles else ""))


def lines_of(body: bytes) -> list[Line]:
    """The lines of a file, before its structure is read."""
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        if error.start < len(body) - 4:
            raise NotAnActPage("it is not in UTF-8") from error
        text = body.decode("utf-8-sig", errors="ignore")  # a copy cut inside a letter
    return read_lines(text)


def read_lines(text: str) -> list[Line]:
    """The lines of a text in this conversion; no word is lost."""
    raw = [
        _Raw(len(line) - len(line.lstrip()), line.strip())
        for line in text.splitlines()
        if line.strip()
    ]
    contents_end = _contents_end(raw)
    lines: list[Line] = []
    for at, one in enumerate(raw):
        if match := _HEADING.match(one.text) if one.indent == 0 else None:
            lines.append(Line(_even(match["text"]), Role.HEADING, depth=len(match["level"])))
        elif at < contents_end:
            lines.extend(Line(_even(entry)) for entry in _TWO_ENTRIES.split(one.text))
        elif one.indent >= _CENTRED_INDENT and len(one.text) < 4 * _SHORT:
            lines.append(_centred(one.text, lines))
        elif one.indent >= _PARAGRAPH_INDENT:
            lines.append(_paragraph(one.text))
        else:
            lines.extend(_unindented(one.text, lines))
    return _with_signature(lines)


def _contents_end(raw: Sequence[_Raw]) -> int:
    """The place after the table of contents: its mark «яяяя», or the title that follows it."""
    marks = [at for at, one in enumerate(raw) if CONTENTS_END.match(one.text)]
    if marks:
        return marks[-1] + 1
    for at, one in enumerate(raw):
        if one.indent == 0 and one.text.startswith("# "):
            return at
    return 0


def _centred(text: str, before: list[Line]) -> Line:
    """A centred line is a heading, or the second line of one: «(пункте голосования)»."""
    even = _even(text)
    if before and before[-1].role is Role.HEADING and (even[0].islower() or even[0] == "("):
        first = before.pop()
        return replace(first, text=f"{first.text}\n{even}")
    return Line(even, Role.HEADING)


def _paragraph(text: str) -> Line:
    even = _even(text)
    return Line(even, Role.NOTE if opens_note(even) else Role.TEXT)


def _unindented(text: str, before: Sequence[Line]) -> list[Line]:
    even = _even(text)
    if is_headed(even):
        heading, *body = split_heading(even)
        return [Line(heading, Role.HEADING), *(Line(piece) for piece in body)]
    continues = bool(before) and _goes_on(before[-1], even)
    first, *rest = split_run_on(even)
    role = before[-1].role if continues and before[-1].role is Role.NOTE else _paragraph(first).role
    return [Line(first, role, continues=continues), *(_paragraph(piece) for piece in rest)]


def _goes_on(last: Line, text: str) -> bool:
    """Whether an unindented line is the second half of the paragraph before it."""
    if last.role not in {Role.TEXT, Role.NOTE} or last.text.endswith(_ENDS):
        return False
    return not text[0].isupper() or len(last.text) > _SHORT


def _with_signature(lines: list[Line]) -> list[Line]:
    """Mark the short last lines that begin with an office as the signature."""
    for back in range(1, min(4, len(lines)) + 1):
        tail = lines[-back:]
        if any(line.role is not Role.TEXT or len(line.text) > _SHORT for line in tail):
            break
        if opens_signature(tail[0].text) and not tail[0].text.endswith(_ENDS):
            return [*lines[:-back], *(Line(line.text, Role.SIGNATURE) for line in tail)]
    return lines


def _even(text: str) -> str:
    return " ".join(text.split())

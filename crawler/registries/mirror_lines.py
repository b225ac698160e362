r"""The Markdown of the reference bank's public mirror, as lines.

Anchors stand before their heading (`<a id="st113-1"></a>`), remarks and stamps are quotations of
italic lines (`> *Сноска. …*`), signatures are italic paragraphs, point numbers are escaped
(`1\)`), nested paragraphs are indented. A long act's main file lists its parts in a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.law import Link
from corpus.structure.lines import Line, Role
from crawler.registries.html_pieces import even
from crawler.registries.wording import is_remark, opens_note, opens_signature

_FRONT = re.compile(r"\A---\n(?P<yaml>.*?)\n---\n", re.DOTALL)
_NAVIGATION = re.compile(r"^↑\s*\[[^\]]*\]\([^)]*\)$")
_PART = re.compile(r"\]\((?P<path>(?:rus|kaz|eng)/[^)\s]+\.md)\)")
_ANCHOR = re.compile(r'^<a\s+(?:id|name)="(?P<anchor>[^"]+)">\s*</a>\s*')
_HEADING = re.compile(r"^(?P<level>#{1,6})\s+(?P<text>.*?)\s*#*$")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]*)\]\((?P<href>[^)\s]+)\)")
_ITALIC = re.compile(r"^\*(?![\s*])(?P<text>.+?)(?<![\s\\*])\*$", re.DOTALL)
_BOLD = re.compile(r"^\*\*(?!\s)(?P<text>.+?)(?<!\s)\*\*$", re.DOTALL)
_INLINE_BOLD = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*")
_INLINE_ITALIC = re.compile(r"(?<![\\*<\w])\*(?=[^\s*])([^*\n]+?)(?<=[^\s\\*])\*(?![*>\w])")
_RULE = re.compile(r"^\|?\s*:?-{3,}:?\s*(?:\|\s*:?-{3,}:?\s*)*\|?$")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_SIGNATURE_LENGTH = 120


@dataclass(frozen=True)
class MirrorFile:
    """A Markdown file of the mirror: its front matter, the parts it lists, its lines."""

    front: str
    """The YAML at its head; "" where it has none."""
    parts: tuple[str, ...]
    """The part files of a split act, as the table of the main file lists them."""
    lines: tuple[Line, ...]


def read_file(text: str) -> MirrorFile:
    """Read a file of the mirror. The list of parts and the link to the whole are no law text."""
    text = text.replace("\r\n", "\n")
    front = _FRONT.match(text)
    body = text[front.end() :] if front else text
    kept, parts = _without_parts_list(list(_paragraphs(body)))
    return MirrorFile(front["yaml"] if front else "", parts, tuple(_lines(kept)))


def _paragraphs(body: str) -> Iterator[str]:
    """Runs of lines of one kind, comments left out: a quotation, a table, a plain paragraph."""
    run: list[str] = []
    kind = ""
    for raw in [*body.split("\n"), ""]:
        stripped = raw.strip()
        own = "" if not stripped else _kind(stripped)
        if run and (own != kind or own in {"heading", "anchor"}):
            yield "\n".join(run)
            run = []
        kind = own
        if stripped:
            # Two spaces at the end of a line are Markdown's line break.
            run.append(stripped + ("  " if raw.endswith("  ") else ""))


def _kind(line: str) -> str:
    if line.startswith("#"):
        return "heading"
    if line.startswith(">"):
        return "quotation"
    if line.startswith("|"):
        return "table"
    return "anchor" if _ANCHOR.fullmatch(line) else "paragraph"


def _without_parts_list(paragraphs: list[str]) -> tuple[list[str], tuple[str, ...]]:
    """Take out the table of a split act's parts, with the heading and words that explain it."""
    for at, paragraph in enumerate(paragraphs):
        found = _PART.findall(paragraph) if paragraph.startswith("|") else []
        if not found:
            continue
        start = at
        while start > 0 and not paragraphs[start].startswith("#"):
            start -= 1
        if not paragraphs[start].startswith("## "):
            start = at
        return [*paragraphs[:start], *paragraphs[at + 1 :]], tuple(found)
    return paragraphs, ()


def _lines(paragraphs: list[str]) -> Iterator[Line]:
    anchor: str | None = None
    signed = False
    for paragraph in paragraphs:
        if match := _ANCHOR.match(paragraph):
            anchor = match["anchor"]
            paragraph = paragraph[match.end() :]  # noqa: PLW2901 - what follows the anchor
        if not paragraph.strip() or _NAVIGATION.match(paragraph):
            continue
        for line in _read(paragraph, anchor, signed=signed):
            yield line
            signed = line.role is Role.SIGNATURE
        anchor = None


def _read(paragraph: str, anchor: str | None, *, signed: bool) -> list[Line]:
    if match := _HEADING.match(paragraph):
        text = _plain(match["text"])
        return [Line(text, Role.HEADING, anchor, depth=len(match["level"]))] if text else []
    if paragraph.startswith(">"):
        return _quotation(paragraph, anchor)
    if paragraph.startswith("|"):
        return _table(paragraph, anchor)
    joined = _joined(paragraph)
    if match := _BOLD.match(joined):
        return [Line(_plain(match["text"]), Role.HEADING, anchor)]
    if (match := _ITALIC.match(joined)) and "*" not in match["text"].replace(r"\*", ""):
        text = _plain(match["text"])
        return [Line(text, _italic_role(text, signed=signed), anchor, _links(match["text"]))]
    text = _plain(joined)
    role = Role.NOTE if opens_note(text) else Role.TEXT
    return [Line(text, role, anchor, _links(joined) if role is Role.NOTE else ())]


def _italic_role(text: str, *, signed: bool) -> Role:
    """An italic paragraph is a remark or a signature; anything else is plain text."""
    if is_remark(text):
        return Role.NOTE
    if len(text) <= _SIGNATURE_LENGTH and (signed or opens_signature(text)):
        return Role.SIGNATURE
    return Role.TEXT


def _quotation(paragraph: str, anchor: str | None) -> list[Line]:
    """A quotation is a remark if it opens as one, else an approval or appendix stamp."""
    groups: list[list[str]] = [[]]
    for raw in paragraph.split("\n"):
        inner = raw.lstrip(">").strip()
        match = _ITALIC.match(inner)
        inner = match["text"] if match else inner
        if inner:
            groups[-1].append(inner)
        elif groups[-1]:
            groups.append([])
    lines: list[Line] = []
    for group in groups:
        text = even("\n".join(_plain(inner) for inner in group))
        if not text:
            continue
        role = Role.NOTE if is_remark(text) else Role.STAMP
        links = _links(" ".join(group)) if role is Role.NOTE else ()
        lines.append(Line(text, role, None if lines else anchor, links))
    return lines


def _table(paragraph: str, anchor: str | None) -> list[Line]:
    rows = []
    for raw in paragraph.split("\n"):
        row = raw.strip()
        if _RULE.match(row):
            continue
        cells = re.split(r"(?<!\\)\|", row.removeprefix("|").removesuffix("|"))
        texts = tuple(" ".join(_plain(cell).split()) for cell in cells)
        if any(texts):
            rows.append(texts)
    return [Line("", Role.TABLE, anchor, rows=tuple(rows))] if rows else []


def _joined(paragraph: str) -> str:
    """The paragraph's lines, joined by a line feed where Markdown breaks them, else by a space."""
    return re.sub(r" {2}\n", "\v", paragraph).replace("\n", " ").replace("\v", "\n").strip()


def _links(markdown: str) -> tuple[Link, ...]:
    return tuple(Link(_plain(match["text"]), match["href"]) for match in _LINK.finditer(markdown))


def _plain(markdown: str) -> str:
    """The words without Markdown's marks; «<*>», a mark of the registry, stays."""
    text = _BREAK.sub("\n", markdown)
    text = _LINK.sub(r"\g<text>", text)
    text = _INLINE_BOLD.sub(r"\1", text)
    text = _INLINE_ITALIC.sub(r"\1", text)
    return even(_ESCAPE.sub(r"\1", text))

"""The files of an edition: an article each, its notes apart, the contents, the evidence.

Markdown that shows the law's words and nothing else: what Markdown would read as its own is
escaped, also numbers that open a line, which it would count anew.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from urllib.parse import quote

from corpus.keys import SEPARATOR
from corpus.law import Article, Block, BlockKind, Division, Edition, Footnote, Matter, MatterKind
from exports.git_history.told import ToldEdition

_SPECIAL = re.compile(r"([\\`*_\[\]<>|~&])")
_OPENING = re.compile(r"^(\s*)([#+-](?=\s|$)|-(?=-)|=|\d+(?=[.)]))", re.MULTILINE)
CONTENTS, EDITION, AROUND, NOTES_OF_ACT = "CONTENTS.md", "EDITION.md", "AROUND.md", "notes/ACT.md"


def path_of(key: str) -> str:
    """The file of an article, by its key alone: `art_113-3.md`, `app_1/p_13.md`.

    The same in every edition, whatever chapter the article stands in.
    """
    parts = [quote(part, safe="") for part in key.split(SEPARATOR)]
    # No key of ours begins with a dot; git refuses names such as `..` and `.git`.
    return "/".join(f"_{part}" if part[:1] in {"", "."} else part for part in parts) + ".md"


def article_page(article: Article) -> str:
    """The wording: the heading as printed, then a paragraph a block."""
    paragraphs = [f"# {escaped(article.printed_heading)}"] if article.printed_heading else []
    for block in article.blocks:
        text = _table(block.rows) if block.kind is BlockKind.TABLE else _block(block)
        if block.continues and paragraphs:
            paragraphs[-1] += f"\n{text}"
        else:
            paragraphs.append(text)
    return _page(paragraphs)


def notes_page(notes: Iterable[Footnote]) -> str:
    """The registry's remarks, a paragraph each, with where their links lead."""
    paragraphs = []
    for note in notes:
        paragraphs.append(escaped(note.text))
        paragraphs += [
            f"- {escaped(link.text)}: <{quote(link.href, safe=_SAFE)}>" for link in note.links
        ]
    return _page(paragraphs)


def contents_page(edition: Edition) -> str:
    """The title, and the divisions and articles in the act's order, each with its file."""
    lines = [f"# {escaped(edition.title)}", escaped(edition.requisites), ""]
    for item in edition.content:
        if isinstance(item, Division):
            lines += ["", f"**{escaped(item.printed_heading)}**", ""]
        elif isinstance(item, Article):
            lines.append(f"- [{escaped(item.printed_heading or item.key)}]({path_of(item.key)})")
    return "\n".join(lines).strip() + "\n"


def around_page(edition: Edition) -> str:
    """What surrounds the provisions: stamps of approval, signatures."""
    lines = [
        escaped(line)
        for item in edition.content
        if isinstance(item, Matter) and item.kind is not MatterKind.CONTENTS
        for line in item.lines
    ]
    return _page(lines)


def notes_of_act(edition: Edition) -> str:
    """The remarks at the act itself and at its divisions."""
    notes: list[Footnote] = []
    for item in edition.content:
        if isinstance(item, Footnote):
            notes.append(item)
        elif isinstance(item, Division):
            notes += item.notes
    return notes_page(notes)


def edition_page(
    told: ToldEdition, edition: Edition, kept: Sequence[str], cut: Sequence[str]
) -> str:
    """Which edition the folder shows, by which evidence, and what of the act it does not hold.

    `kept` are the keys shown as an earlier edition has them, `cut` those that may end too early.
    """
    lines = [
        f"- edition: {told.label}",
        f"- registry: {escaped(told.registry)}",
        *([f"- url: {escaped(told.url)}"] if told.url else []),
        f"- snapshot sha256: {told.snapshot_sha256 or 'unknown'}",
        f"- status: {edition.status}",
        f"- holding: {edition.holding.kind}",
    ]
    if kept:
        lines += ["", "Not held in this edition, shown as held before:", ""]
        lines += [f"- {path_of(key)}" for key in kept]
    if cut:
        lines += ["", "The copy may end inside:", ""]
        lines += [f"- {path_of(key)}" for key in cut]
    return "\n".join(lines) + "\n"


# Not as the words of tables are escaped (`exports.tables.markdown`), which stand between HTML tags.
# What is written here goes into the hashes of commits that others hold: a sign escaped otherwise
# would give the repository of every act a new past.
def escaped(text: str) -> str:
    """Text that Markdown shows as it is."""
    plain = _SPECIAL.sub(r"\\\1", text)
    return _OPENING.sub(_escape_opening, plain)


_SAFE = "/:?#[]@!$&'()*+,;=%-._~"


def _escape_opening(found: re.Match[str]) -> str:
    sign = found[2]
    return f"{found[1]}{sign}\\" if sign[0].isdigit() else f"{found[1]}\\{sign}"


def _block(block: Block) -> str:
    return escaped(block.printed)


def _table(rows: Sequence[Sequence[str]]) -> str:
    width = max((len(row) for row in rows), default=0)
    lines = []
    for number, row in enumerate(rows):
        cells = [escaped(" ".join(cell.split())) for cell in row] + [""] * (width - len(row))
        lines.append(f"| {' | '.join(cells)} |")
        if number == 0:
            lines.append("|" + " --- |" * width)
    return "\n".join(lines)


def _page(paragraphs: Sequence[str]) -> str:
    return "\n\n".join(paragraphs) + "\n" if paragraphs else ""

"""Comparison tables of small editions, and what their rows say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from corpus.law import Article, Content, Division, DivisionKind, Edition, HoldingKind
from diffing.changes import Comparison
from diffing.compare import compare_editions
from exports.comparison.editions import Editions, table_of_editions
from exports.comparison.table import ComparisonTable, GroundAct, Options, Row, Source, Told
from exports.tables.table import Line, Mark
from tests.diffing import making

EVERYTHING = Options(technical=True, unchanged=True)
NOTHING_MORE = Options()


def told(name: str, holding: HoldingKind = HoldingKind.WHOLE) -> Told:
    source = Source("Z990000777_", "Закон о садах", name, holding, "adilet")
    return Told("Закон о садах", "Закон «О садах»", f"Редакция {name}", (source,))


def edition(label: str, *content: Content) -> Edition:
    return making.edition(*content, label=label)


def compared(
    old: Sequence[Content],
    new: Sequence[Content],
    options: Options = NOTHING_MORE,
    grounds: Mapping[str, Sequence[GroundAct]] | None = None,
) -> ComparisonTable:
    before, after = edition("2001-01-01", *old), edition("2002-01-01", *new)
    comparison: Comparison = compare_editions(before, after)
    editions = Editions(before, after, comparison, grounds or {})
    return table_of_editions(editions, told("1"), told("2"), options)


def chapter(number: str, heading: str) -> Division:
    printed = f"Глава {number}. {heading}"
    return Division(DivisionKind.CHAPTER, f"ch_{number}", number, heading, printed)


def text(lines: Sequence[Line] | None) -> str | None:
    return None if lines is None else "\n".join(line.text for line in lines)


def drawn(lines: Sequence[Line] | None) -> str:
    """The words with what went in `[-…-]` and what came in `{+…+}`."""
    marks = {Mark.KEPT: "{}", Mark.GONE: "[-{}-]", Mark.CAME: "{{+{}+}}"}
    return "\n".join(
        "".join(marks[piece.mark].format(piece.text) for piece in line.pieces)
        for line in lines or ()
    )


def shown(row: Row) -> tuple[str, tuple[str, ...], str | None, str | None]:
    (name, *_) = row.elements
    return name.heading, name.points, text(row.before), text(row.after)


def printed_lines(article: Article) -> list[str]:
    """An article as its page prints it, a line a paragraph or table row, blank ones left out."""
    lines = [article.marker + (" " if article.marker and article.heading else "") + article.heading]
    for block in article.blocks:
        if block.rows:
            lines += ["\t".join(row) for row in block.rows]
        else:
            lines.append(block.marker + (" " if block.marker and block.text else "") + block.text)
    return lines

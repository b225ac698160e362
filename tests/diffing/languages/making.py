"""Small articles and editions in two languages."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.law import (
    WHOLE,
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Content,
    Division,
    DivisionKind,
    Edition,
    EditionLabel,
    Footnote,
    Holding,
    Language,
)

RU, KK = Language.RU, Language.KK


def point(number: str, text: str) -> Block:
    return Block(BlockKind.POINT, text, number, f"{number}.", f"p_{number}")


def subpoint(outer: str, number: str, text: str) -> Block:
    return Block(BlockKind.SUBPOINT, text, number, f"{number})", f"p_{outer}__sp_{number}")


def part(text: str, key: str = "part_1") -> Block:
    return Block(BlockKind.PART, text, key=key)


def table(*rows: tuple[str, ...]) -> Block:
    text = "\n".join("\t".join(row) for row in rows)
    return Block(BlockKind.TABLE, text, key="table_1", rows=rows)


def article(
    *body: Block | Footnote, number: str = "5", heading: str = "", divisions: Sequence[str] = ()
) -> Article:
    return Article(
        ArticleKind.ARTICLE,
        f"art_{number}",
        number,
        f"{number}.",
        heading,
        body,
        tuple(divisions),
    )


def chapter(number: str, heading: str, *notes: Footnote) -> Division:
    return Division(DivisionKind.CHAPTER, f"ch_{number}", number, heading, heading, (), notes)


def edition(
    language: Language, *content: Content, label: str = "2020-01-01", holding: Holding = WHOLE
) -> Edition:
    title = "О садах" if language is RU else "Бақтар туралы"
    return Edition(
        "Z990000777_", language, EditionLabel.parse(label), title, content, holding=holding
    )

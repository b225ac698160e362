"""Articles: their wording, their footnotes apart, their history."""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import Field

from api.models.provenance import Answered, Provenance
from api.models.shape import Answer
from corpus.law import ArticleKind, BlockKind, DivisionKind, Language


class LinkOut(Answer):
    """A link of the registry inside a footnote."""

    text: str = Field(examples=["№ 42-VII"])
    href: str = Field(examples=["/rus/docs/Z2100000042"])


class FootnoteOut(Answer):
    """The registry's editorial remark: never part of the wording."""

    text: str = Field(examples=["Сноска. Статья 36 в редакции Закона от 24.05.2021 № 42-VII."])
    links: tuple[LinkOut, ...] = ()


class BlockOut(Answer):
    """A paragraph of an article."""

    kind: BlockKind = Field(examples=["point"])
    key: str = Field(description="Its path inside the article.", examples=["p_2__sp_3-1"])
    number: str = Field(examples=["3-1"])
    marker: str = Field(description="The number as printed.", examples=["3-1)"])
    text: str = Field(examples=["решает иные вопросы в пределах своих полномочий."])
    quoted: bool = Field(description="New wording that the article quotes.", examples=[False])
    rows: tuple[tuple[str, ...], ...] = Field(default=(), description="A table's cells, by row.")


class DivisionOut(Answer):
    """A section, chapter or appendix that holds articles."""

    kind: DivisionKind = Field(examples=["chapter"])
    key: str = Field(examples=["ch_3"])
    number: str = Field(examples=["3"])
    heading: str = Field(description="As printed.", examples=["Глава 3. Аким"])


class ArticleLine(Answer):
    """An article in a list: what it is called."""

    key: str = Field(examples=["art_36"])
    kind: ArticleKind = Field(examples=["article"])
    number: str = Field(examples=["36"])
    marker: str = Field(description="The number as printed.", examples=["Статья 36."])
    heading: str = Field(examples=["Избрание акима"])
    divisions: tuple[str, ...] = Field(
        description="The keys of the divisions that hold it, outermost first.", examples=[["ch_3"]]
    )


class ArticleList(Answer):
    """The articles of one edition, in the act's order."""

    ngr: str = Field(examples=["Z010000148_"])
    lang: Language = Field(examples=["ru"])
    edition: str = Field(examples=["2022-02-07"])
    divisions: tuple[DivisionOut, ...]
    articles: tuple[ArticleLine, ...]
    answered: Answered
    provenance: Provenance


class ArticleOut(ArticleLine):
    """One article of one edition."""

    ngr: str = Field(examples=["Z010000148_"])
    lang: Language = Field(examples=["ru"])
    edition: str = Field(examples=["2022-02-07"])
    text: str = Field(
        description="The law's own words: heading, then a line a paragraph; no footnotes.",
        examples=["Избрание акима\n1. Акима избирают жители."],
    )
    blocks: tuple[BlockOut, ...]
    footnotes: tuple[FootnoteOut, ...]
    text_hash: str = Field(
        description="The same for the same words in every edition.", examples=["4f5c…"]
    )
    answered: Answered
    provenance: Provenance


class WordingOut(Answer):
    """One wording of an article and the editions that carry it."""

    from_: date | None = Field(
        alias="from", description="First day, by edition label.", examples=["2021-05-24"]
    )
    to: date | None = Field(
        description="First day after (half-open); null while it is the newest wording held.",
        examples=["2022-02-07"],
    )
    editions: tuple[str, ...] = Field(
        description="Labels of the editions with this wording.", examples=[["2021-05-24"]]
    )
    heading: str = Field(examples=["Избрание акима"])
    text: str = Field(examples=["Избрание акима\n1. Акима избирают жители."])
    footnotes: tuple[FootnoteOut, ...]
    text_hash: str = Field(examples=["4f5c…"])
    redline: dict[str, Any] | list[Any] | None = Field(
        description="Against the previous wording; null for the first. See the `diff` endpoint.",
        examples=[None],
    )
    provenance: Provenance


class ArticleHistory(Answer):
    """All wordings of an article that are held, oldest first; what is not held is a gap."""

    ngr: str = Field(examples=["Z010000148_"])
    key: str = Field(examples=["art_36"])
    lang: Language = Field(examples=["ru"])
    wordings: tuple[WordingOut, ...]

"""Articles: their wording, their footnotes apart, their history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from pydantic import Field

from api.models.coming import ComingOut
from api.models.provenance import Answered, Provenance
from api.models.shape import Answer, Listed
from api.questions.asked import Asked
from api.questions.in_force.coming import Coming
from api.questions.in_force.wording import WordingInForce
from corpus.law import (
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Division,
    DivisionKind,
    Edition,
    Footnote,
    Language,
)
from corpus.store.records import ArticleRecord, EditionSummary, Wording
from diffing.cut_copies import HeldRedline

TEXT_HASH = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae"


class LinkOut(Answer):
    """A link of the registry inside a footnote."""

    text: str = Field(examples=["№ 42-VII"])
    href: str = Field(examples=["/rus/docs/Z2100000042"])


class FootnoteOut(Answer):
    """The registry's editorial remark: never part of the wording."""

    text: str = Field(examples=["Сноска. Статья 36 в редакции Закона от 24.05.2021 № 42-VII."])
    links: tuple[LinkOut, ...] = ()

    @classmethod
    def of(cls, note: Footnote) -> FootnoteOut:
        """A footnote as the API writes it."""
        links = tuple(LinkOut(text=link.text, href=link.href) for link in note.links)
        return cls(text=note.text, links=links)


class BlockOut(Answer):
    """A paragraph of an article."""

    kind: BlockKind = Field(examples=["point"])
    key: str = Field(description="Its path inside the article.", examples=["p_2__sp_3-1"])
    number: str = Field(examples=["3-1"])
    marker: str = Field(description="The number as printed.", examples=["3-1)"])
    text: str = Field(examples=["решает иные вопросы в пределах своих полномочий."])
    quoted: bool = Field(description="New wording that the article quotes.", examples=[False])
    rows: tuple[tuple[str, ...], ...] = Field(default=(), description="A table's cells, by row.")

    @classmethod
    def of(cls, block: Block) -> BlockOut:
        """A block as the API writes it."""
        return cls(
            kind=block.kind,
            key=block.key,
            number=block.number,
            marker=block.marker,
            text=block.text,
            quoted=block.quoted,
            rows=block.rows,
        )


class DivisionOut(Answer):
    """A section, chapter or appendix that holds articles."""

    kind: DivisionKind = Field(examples=["chapter"])
    key: str = Field(examples=["ch_3"])
    number: str = Field(examples=["3"])
    heading: str = Field(description="As printed.", examples=["Глава 3. Аким"])

    @classmethod
    def of(cls, division: Division) -> DivisionOut:
        """A division as the API writes it."""
        return cls(
            kind=division.kind,
            key=division.key,
            number=division.number,
            heading=division.printed_heading,
        )


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

    @classmethod
    def naming(cls, article: Article) -> ArticleLine:
        """What an article is called."""
        return cls(
            key=article.key,
            kind=article.kind,
            number=article.number,
            marker=article.marker,
            heading=article.heading,
            divisions=article.divisions,
        )


class ArticleList(Listed):
    """The articles of one edition, in the act's order."""

    ngr: str = Field(examples=["Z010000148_"])
    lang: Language = Field(examples=["ru"])
    edition: str = Field(examples=["2022-02-07"])
    divisions: tuple[DivisionOut, ...]
    articles: tuple[ArticleLine, ...]
    answered: Answered
    provenance: Provenance

    @classmethod
    def of(
        cls,
        edition: Edition,
        summary: EditionSummary,
        asked: Asked,
        page: Sequence[Article] | None = None,
        cursor: str | None = None,
    ) -> ArticleList:
        """The list of an edition's articles, or a page of it."""
        listed = edition.articles if page is None else page
        return cls(
            ngr=edition.ngr,
            lang=edition.language,
            edition=str(edition.label),
            divisions=tuple(DivisionOut.of(division) for division in edition.divisions),
            articles=tuple(map(ArticleLine.naming, listed)),
            answered=Answered.of(summary, asked),
            provenance=Provenance.of(summary),
            cursor=cursor,
        )


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
        description="The same for the same words in every edition.", examples=[TEXT_HASH]
    )
    complete: bool = Field(
        description="False where the copy that is held may end inside the article.",
        examples=[True],
    )
    coming: ComingOut | None = Field(
        default=None,
        description="What the notes say is still to come, or to end, for this article; null where "
        "it was not asked.",
    )
    answered: Answered
    provenance: Provenance

    @classmethod
    def of(
        cls,
        record: ArticleRecord,
        asked: Asked,
        in_force: WordingInForce | None = None,
        coming: Coming | None = None,
    ) -> ArticleOut:
        """An article as the API writes it."""
        article, edition = record.article, record.edition
        return cls(
            key=article.key,
            kind=article.kind,
            number=article.number,
            marker=article.marker,
            heading=article.heading,
            divisions=article.divisions,
            ngr=edition.ngr,
            lang=edition.language,
            edition=str(edition.label),
            text=article.wording,
            blocks=tuple(BlockOut.of(block) for block in article.blocks),
            footnotes=tuple(FootnoteOut.of(note) for note in article.notes),
            text_hash=record.text_hash,
            complete=record.complete,
            coming=ComingOut.of(coming) if coming else None,
            answered=Answered.of(edition, asked, in_force, record.newer_cut),
            provenance=Provenance.of(edition),
        )


class NotComparedOut(Answer):
    """What of two wordings was not compared, for a copy of one may end before it."""

    previous: tuple[str, ...] = Field(
        description="Paragraphs of the previous wording; the first may be the rest of one.",
        examples=[["4. Ключи хранит сторож."]],
    )
    this: tuple[str, ...] = Field(description="Those of this wording.", examples=[[]])
    previous_words: int = Field(description="How many words they are.", examples=[3])
    this_words: int = Field(description="The same of this wording.", examples=[0])

    @classmethod
    def of(cls, found: HeldRedline) -> NotComparedOut:
        """What a redline does not reach as the API writes it."""
        old, new = found.words_beyond
        return cls(
            previous=tuple(block.printed for block in found.beyond_old),
            this=tuple(block.printed for block in found.beyond_new),
            previous_words=old,
            this_words=new,
        )


class HeldWordingOut(Answer):
    """One wording of an article and the editions that carry it."""

    from_: date | None = Field(
        description="First day, by edition label; of a year its last day. Null: its days are not "
        "known (an undated copy, or a label that is only a year in which others are known).",
        examples=["2021-05-24"],
    )
    to: date | None = Field(
        description="First day after (half-open); null while it is the newest wording held, and "
        "where it is not known.",
        examples=["2022-02-07"],
    )
    editions: tuple[str, ...] = Field(
        description="Labels of the editions with this wording.", examples=[["2021-05-24"]]
    )
    heading: str = Field(examples=["Избрание акима"])
    text: str = Field(examples=["Избрание акима\n1. Акима избирают жители."])
    footnotes: tuple[FootnoteOut, ...]
    text_hash: str = Field(examples=[TEXT_HASH])
    complete: bool = Field(
        description="False where the copy that is held may end inside the article.",
        examples=[True],
    )
    redline: dict[str, Any] | None = Field(
        description="Against the previous wording, as far as both copies hold it; null for the "
        "first. See the `diff` endpoint.",
        examples=[None],
    )
    not_compared: NotComparedOut | None = Field(
        default=None,
        description="Where a copy of either wording may end inside the article: what the redline "
        "does not reach, which is neither gone nor new. Null: all was compared.",
    )
    provenance: Provenance = Field(description="Of the newest edition with this wording.")

    @classmethod
    def of(cls, wording: Wording, found: HeldRedline | None) -> HeldWordingOut:
        """A wording as the API writes it."""
        article = wording.article
        return cls(
            from_=wording.from_,
            to=wording.to,
            editions=tuple(str(edition.label) for edition in wording.editions),
            heading=article.heading,
            text=article.wording,
            footnotes=tuple(FootnoteOut.of(note) for note in article.notes),
            text_hash=wording.text_hash,
            complete=wording.complete,
            redline=found.redline.to_json() if found else None,
            not_compared=NotComparedOut.of(found) if found and found.partial else None,
            provenance=Provenance.of(wording.editions[-1]),
        )


class ArticleHistory(Listed):
    """All wordings of an article that are held, oldest first; what is not held is a gap."""

    ngr: str = Field(examples=["Z010000148_"])
    key: str = Field(examples=["art_36"])
    lang: Language = Field(examples=["ru"])
    wordings: tuple[HeldWordingOut, ...]

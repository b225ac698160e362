"""Dumps: a wording as a row, and the list of what can be taken away."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.models.articles import TEXT_HASH, ArticleLine, BlockOut, FootnoteOut
from api.models.provenance import Provenance
from api.models.shape import Answer, Listed
from corpus.law import Language
from corpus.store.records import EditionSummary, WordingWindow


class WordingRow(ArticleLine):
    """One wording of an article, and the editions that carry it."""

    ngr: str = Field(description="State registry number of the act.", examples=["Z010000148_"])
    lang: Language = Field(examples=["ru"])
    from_: date | None = Field(description="First day, by edition label.", examples=["2021-05-24"])
    to: date | None = Field(
        description="First day after (half-open); null while it is the newest wording held.",
        examples=["2022-02-07"],
    )
    editions: tuple[str, ...] = Field(
        description="Labels of the editions with this wording.", examples=[["2021-05-24"]]
    )
    newest: bool = Field(
        description="Whether it is the article's newest wording held; false for all of an article "
        "that the newest edition no longer has.",
        examples=[True],
    )
    text: str = Field(
        description="The law's own words: heading, then a line a paragraph; no footnotes.",
        examples=["Избрание акима\n1. Акима избирают жители."],
    )
    blocks: tuple[BlockOut, ...] = Field(description="The wording, paragraph by paragraph.")
    footnotes: tuple[FootnoteOut, ...] = Field(
        description="Of the newest edition with this wording."
    )
    text_hash: str = Field(
        description="The same for the same words in every edition.", examples=[TEXT_HASH]
    )
    complete: bool = Field(
        description="False where the copy that is held may end inside the article.",
        examples=[True],
    )
    provenance: Provenance = Field(description="Of the newest edition with this wording.")

    @classmethod
    def of(cls, window: WordingWindow, newest: EditionSummary) -> WordingRow:
        """A wording as a row; `newest` is the newest edition that has it."""
        article = window.article
        return cls(
            key=window.key,
            kind=article.kind,
            number=article.number,
            marker=article.marker,
            heading=article.heading,
            divisions=article.divisions,
            ngr=window.ngr,
            lang=window.language,
            from_=window.from_,
            to=window.to,
            editions=tuple(map(str, window.labels)),
            newest=window.is_current,
            text=article.wording,
            blocks=tuple(BlockOut.of(block) for block in article.blocks),
            footnotes=tuple(FootnoteOut.of(note) for note in article.notes),
            text_hash=window.text_hash,
            complete=window.complete,
            provenance=Provenance.of(newest),
        )


class ExportOut(Answer):
    """A file that can be taken away."""

    table: str | None = Field(
        description="What its rows are; null: all of it.", examples=["articles"]
    )
    form: str = Field(examples=["jsonl"])
    path: str = Field(examples=["/v1/exports/articles.jsonl"])
    file: str = Field(description="The name it is saved under.", examples=["nusqa-articles.jsonl"])
    media_type: str = Field(examples=["application/jsonl"])
    bytes: int | None = Field(
        description="Its size; null until the whole of it was sent once by this server, in the "
        "state that the corpus has now.",
        examples=[None],
    )
    sha256: str | None = Field(
        description="The sha256 of its bytes; known when its size is.", examples=[None]
    )
    rows: int | None = Field(description="Known when its size is.", examples=[None])


class ExportList(Listed):
    """What can be taken away, and the state of the corpus that it is made from."""

    sample: bool = Field(
        description="True for the bundled sample: a paraphrase, not official text.",
        examples=[False],
    )
    licence: str = Field(
        description="Under which terms the texts may be used.",
        examples=["Official texts of the law are not subject to copyright."],
    )
    store_version: str = Field(
        description="Another one with every write that may change an answer.",
        examples=["2026-11-02T08:16:00Z/101"],
    )
    snapshots: int = Field(
        description="How many responses of registries are behind the editions held.", examples=[4]
    )
    snapshots_sha256: str = Field(
        description="The sha256 of theirs, sorted, a line each.",
        examples=["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"],
    )
    exports: tuple[ExportOut, ...]

"""What a search finds."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.models.articles import TEXT_HASH
from api.models.provenance import Provenance
from api.models.shape import Answer
from api.questions.search import Found
from corpus.law import Language
from corpus.search import Hit
from corpus.store.records import EditionSummary


class HitOut(Answer):
    """One wording of one article."""

    ngr: str = Field(examples=["Z010000148_"])
    key: str = Field(examples=["art_36"])
    lang: Language = Field(examples=["ru"])
    kind: str = Field(examples=["article"])
    heading: str = Field(examples=["Статья 36. Избрание акима"])
    act_title: str = Field(examples=["О местном государственном управлении и самоуправлении"])
    edition: str = Field(
        description="Label of an edition with this wording.", examples=["2021-05-24"]
    )
    from_: date | None = Field(examples=["2021-05-24"])
    to: date | None = Field(examples=[None])
    current: bool = Field(description="The newest wording that is held.", examples=[True])
    text_hash: str = Field(examples=[TEXT_HASH])
    complete: bool = Field(
        description="False where the copy that is held may end inside the article.",
        examples=[True],
    )
    snippet_html: str = Field(
        description="A piece of the wording, escaped; the words found stand in `mark`.",
        examples=["<mark>Выборы</mark> <mark>акима</mark> назначает комиссия."],
    )
    heading_html: str = Field(examples=["Статья 36. Избрание <mark>акима</mark>"])
    score: float = Field(examples=[7.4])
    provenance: Provenance | None = Field(
        description="Null when the store no longer holds what the index still shows."
    )

    @classmethod
    def of(cls, hit: Hit, source: EditionSummary | None) -> HitOut:
        """A hit as the API writes it."""
        return cls(
            ngr=hit.ngr,
            key=hit.key,
            lang=hit.lang,
            kind=hit.kind,
            heading=hit.heading,
            act_title=hit.act_title,
            edition=hit.label,
            from_=hit.valid_from,
            to=hit.valid_to,
            current=hit.is_current,
            text_hash=hit.text_hash,
            complete=hit.complete,
            snippet_html=hit.snippet_html,
            heading_html=hit.heading_html,
            score=hit.score,
            provenance=Provenance.of(source) if source else None,
        )


class SearchAnswer(Answer):
    """A page of hits, best first."""

    q: str = Field(examples=["выборы акима"])
    total: int = Field(description="The exact number of all hits.", examples=[12])
    limit: int = Field(examples=[20])
    offset: int = Field(examples=[0])
    ignored: tuple[str, ...] = Field(
        description="What of the query made no sense and was left out.", examples=[[]]
    )
    index_behind: bool = Field(
        description="The store has changed since the index was last brought up to it: wordings "
        "may be missing or old, and `nusqa index rebuild` helps.",
        examples=[False],
    )
    hits: tuple[HitOut, ...]

    @classmethod
    def of(cls, found: Found) -> SearchAnswer:
        """A page of hits as the API writes it."""
        query, results = found.query, found.results
        return cls(
            q=query.text,
            total=results.total,
            limit=query.limit,
            offset=query.offset,
            ignored=results.ignored,
            index_behind=found.index_behind,
            hits=tuple(HitOut.of(hit, found.source(hit)) for hit in results.hits),
        )

"""What an article cites, what cites it, what it came from and what it went to."""

from __future__ import annotations

from pydantic import Field

from api.models.provenance import Answered, Provenance
from api.models.shape import Answer, Listed
from api.questions.asked import Asked
from api.questions.relations.related import (
    Citer,
    CitingPlace,
    Reference,
    RelatedProvision,
    Relations,
    Target,
    TargetPresence,
)
from corpus.crossreferences.calling import Unresolved
from corpus.crossreferences.reference import Scope
from corpus.law import Language
from corpus.store.records import ArticleRecord
from diffing.correspondence.relation import Relation, Route


class CitedTargetOut(Answer):
    """A provision that a reference leads to."""

    ngr: str = Field(examples=["Z950002464_"])
    act_title: str = Field(examples=["О выборах в Республике Казахстан"])
    lang: Language = Field(examples=["ru"])
    key: str = Field(
        description="Of an article or a division; empty: the act as a whole.",
        examples=["art_113-3"],
    )
    block: str = Field(
        description="Key of the place inside the article; empty: the article.", examples=["p_6"]
    )
    is_division: bool = Field(examples=[False])
    heading: str = Field(examples=["Статья 113-3. Выдвижение кандидата"])
    edition: str | None = Field(
        description="The edition to read it in; null: the text of that day is not held, the newest "
        "that is held has it.",
        examples=["2023-01-01"],
    )
    presence: TargetPresence = Field(
        description="Whether it is there on the day: `absent` where the edition that answers has "
        "none, `unknown` where the text of that day is not held.",
        examples=["here"],
    )
    place_found: bool = Field(
        description="False: the article has no such place, the whole article is meant.",
        examples=[True],
    )

    @classmethod
    def of(cls, target: Target) -> CitedTargetOut:
        """A target as the API writes it."""
        return cls(
            ngr=target.ngr,
            act_title=target.act_title,
            lang=target.language,
            key=target.key,
            block=target.block,
            is_division=target.is_division,
            heading=target.heading,
            edition=str(target.edition) if target.edition else None,
            presence=target.presence,
            place_found=target.place_found,
        )


class ReferenceOut(Answer):
    """A stretch of the article's text that refers to something."""

    block: int = Field(description="Place among the article's blocks, from 0.", examples=[2])
    block_key: str = Field(examples=["p_2__part_2"])
    start: int = Field(description="In the block's `text`, in characters.", examples=[147])
    end: int = Field(examples=[181])
    words: str = Field(examples=["части первой пункта 6 статьи 113-3"])
    scope: Scope = Field(
        description="Of what the units are, as the words tell: of a unit around the reference, of "
        "the act itself, of an act called by name; or nothing tells.",
        examples=["own act"],
    )
    targets: tuple[CitedTargetOut, ...] = Field(
        description="Several for a run («пункты 5–8»); none: `why` says why."
    )
    why: Unresolved | None = Field(examples=[None])
    act_ngr: str | None = Field(
        description="The act, where that much is known.", examples=["Z950002464_"]
    )
    act_title: str | None = Field(examples=["О выборах в Республике Казахстан"])

    @classmethod
    def of(cls, one: Reference) -> ReferenceOut:
        """A reference as the API writes it."""
        return cls(
            block=one.block,
            block_key=one.block_key,
            start=one.start,
            end=one.end,
            words=one.words,
            scope=one.scope,
            targets=tuple(map(CitedTargetOut.of, one.targets)),
            why=one.why,
            act_ngr=one.act_ngr,
            act_title=one.act_title,
        )


class CitingPlaceOut(Answer):
    """Where an article cites this one."""

    block: str = Field(description="Key of the citing block.", examples=["p_2__part_2"])
    before: str = Field(examples=["за исключением случаев, указанных в "])
    words: str = Field(examples=["части первой пункта 6 статьи 113-3"])
    after: str = Field(examples=[" и статье 113-9"])
    cited: str = Field(
        description="The place in this article that is named; empty: the article.",
        examples=["p_6__part_1"],
    )

    @classmethod
    def of(cls, place: CitingPlace) -> CitingPlaceOut:
        """A place as the API writes it."""
        return cls(
            block=place.block_key,
            before=place.before,
            words=place.words,
            after=place.after,
            cited=place.cited,
        )


class CiterOut(Answer):
    """An article that cites this one, in the edition that answers for the day."""

    ngr: str = Field(examples=["Z950002464_"])
    act_title: str = Field(examples=["О выборах в Республике Казахстан"])
    lang: Language = Field(examples=["ru"])
    key: str = Field(examples=["art_113-1"])
    heading: str = Field(examples=["Статья 113-1. Назначение выборов акима"])
    edition: str = Field(examples=["2023-01-01"])
    places: tuple[CitingPlaceOut, ...]

    @classmethod
    def of(cls, citer: Citer) -> CiterOut:
        """A citing article as the API writes it."""
        return cls(
            ngr=citer.ngr,
            act_title=citer.act_title,
            lang=citer.language,
            key=citer.key,
            heading=citer.heading,
            edition=str(citer.edition),
            places=tuple(map(CitingPlaceOut.of, citer.places)),
        )


class RelatedOut(Answer):
    """Another provision that this one, or a point of it, came from or went to."""

    own: str = Field(
        description="This article's key, or that of the point that is meant.",
        examples=["art_113-5__p_14"],
    )
    relation: Relation = Field(examples=["edited"])
    asserted: bool = Field(description="False: only possible.", examples=[True])
    ngr: str = Field(examples=["U1300000555"])
    act_title: str = Field(examples=["О некоторых вопросах проведения выборов акимов"])
    lang: Language = Field(examples=["ru"])
    key: str = Field(examples=["app_1__p_24"])
    block: str = Field(examples=[""])
    heading: str = Field(examples=["24."])
    edition: str = Field(examples=["2013-04-24"])
    origin: Route | None = Field(
        description="How it is known; null: the act's own editions show it.",
        examples=["curated"],
    )
    score: float | None = Field(
        description="Similarity of the two texts, from 0 to 1.", examples=[0.1618]
    )
    ground: str | None = Field(
        description="Words of a note, or a lawyer's reason.", examples=["The start of campaigning."]
    )
    regimes: tuple[str, ...] = Field(
        description="The two phases that were compared, the older first.", examples=[["R2a", "R3a"]]
    )

    @classmethod
    def of(cls, one: RelatedProvision) -> RelatedOut:
        """A related provision as the API writes it."""
        return cls(
            own=one.own,
            relation=one.relation,
            asserted=one.asserted,
            ngr=one.ngr,
            act_title=one.act_title,
            lang=one.language,
            key=one.key,
            block=one.block,
            heading=one.heading,
            edition=str(one.edition),
            origin=one.origin,
            score=one.score,
            ground=one.ground,
            regimes=one.regimes,
        )


class RelationsOut(Listed):
    """The relations of an article of one edition."""

    ngr: str = Field(examples=["Z950002464_"])
    key: str = Field(examples=["art_113-5"])
    lang: Language = Field(examples=["ru"])
    edition: str = Field(examples=["2023-01-01"])
    cites: tuple[ReferenceOut, ...] = Field(description="In the text's order.")
    cited_by: tuple[CiterOut, ...] = Field(description="Its own act's articles first.")
    cited_by_unknown: tuple[str, ...] = Field(
        description="Acts of which another edition cites it while their text of the day is not "
        "held.",
        examples=[[]],
    )
    came_from: tuple[RelatedOut, ...] = Field(description="What is asserted first.")
    went_to: tuple[RelatedOut, ...] = Field(description="What is asserted first.")
    answered: Answered
    provenance: Provenance

    @classmethod
    def of(cls, found: Relations, record: ArticleRecord, asked: Asked) -> RelationsOut:
        """The relations as the API writes them."""
        edition = record.edition
        return cls(
            ngr=edition.ngr,
            key=record.article.key,
            lang=edition.language,
            edition=str(edition.label),
            cites=tuple(map(ReferenceOut.of, found.cites)),
            cited_by=tuple(map(CiterOut.of, found.cited_by.citers)),
            cited_by_unknown=found.cited_by.unknown,
            came_from=tuple(map(RelatedOut.of, found.came_from)),
            went_to=tuple(map(RelatedOut.of, found.went_to)),
            answered=Answered.of(edition, asked),
            provenance=Provenance.of(edition),
        )

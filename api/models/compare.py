"""Two sets of provisions side by side."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from pydantic import Field

from api.models.change_feed import ExplainingActOut
from api.models.changes import REDLINE, REDLINE_EXAMPLE
from api.models.compared_sides import SideOut
from api.models.shape import Answer, Listed
from api.questions.compared.as_asked import ComparedSides
from api.questions.explained import ExplainingAct
from corpus.law import Language
from diffing.classify import ChangeKind
from diffing.correspondence.provision import Provision
from diffing.correspondence.relation import (
    Correspondence,
    Correspondences,
    Relation,
    Route,
    UnusedPair,
)
from diffing.measures.words import WordCount, count_words
from diffing.render import redline_html


class ComparedProvisionOut(Answer):
    """A rule: an article, a decree's point, or a point inside an article."""

    ngr: str = Field(examples=["Z950002464_"])
    key: str = Field(description="Article, or article and point.", examples=["art_113-5__p_14"])
    label: str = Field(description="The edition's label.", examples=["2022-02-07"])
    heading: str = Field(
        description="Number and title as printed; of a point after those of its article.",
        examples=["Статья 113-5. Регистрация / 14."],
    )

    @classmethod
    def of(cls, one: Provision) -> ComparedProvisionOut:
        """A rule without its words: the redline has them."""
        return cls(ngr=one.ngr, key=one.key, label=str(one.edition), heading=one.printed_heading)


class CorrespondenceOut(Answer):
    """Rules of both sides that belong together; one side is empty for what is new or dropped.

    Of two editions of one act: articles, or the headings of divisions. What is dropped may keep its
    number there, as a word that it is excluded.
    """

    left: tuple[ComparedProvisionOut, ...]
    right: tuple[ComparedProvisionOut, ...]
    relation: Relation = Field(
        description="`possible` is no assertion: alike, but below the threshold or with a rival "
        "too near. `new` and `dropped` are said as far as the two sides go.",
        examples=["edited"],
    )
    change: ChangeKind | None = Field(
        description="Of two editions of one act what became of the article, as "
        "`/v1/acts/{ngr}/diff` tells it; null where rules are compared.",
        examples=["amended"],
    )
    rule: str | None = Field(description="How `change` was found.", examples=[None])
    is_heading: bool = Field(
        description="Of two editions of one act: the heading of a section, chapter or appendix.",
        examples=[False],
    )
    amending_acts: tuple[ExplainingActOut, ...] = Field(
        description="Of two editions of one act: the acts that may have made the change, each with "
        "its day of entry into force and how it is known.",
        examples=[[]],
    )
    sure: bool = Field(
        description="False for what is possible, and for what is new or dropped where a part of "
        "the other side is not held: its counterpart may stand there.",
        examples=[True],
    )
    route: Route | None = Field(
        description="How it was found: the key in the same act; a lawyer's pair; the same words; "
        "similarity; or an official note, where one ties the two places together. Null for new "
        "and dropped.",
        examples=["similarity"],
    )
    score: float | None = Field(
        description="Similarity of the texts, 0 to 1; of several rules that of the weakest pair. "
        "For a pair of one key the share of common words.",
        examples=[0.58],
    )
    runner_up: float | None = Field(
        description="The best similarity that any of the rules has elsewhere, of what is new or "
        "dropped the best it has at all; null where the key decides.",
        examples=[0.18],
    )
    ground: str | None = Field(
        description="The quotes of official notes, or a lawyer's reason.", examples=[None]
    )
    redline: dict[str, Any] | None = Field(
        description=f"{REDLINE} Several rules of a side stand one after the other. Null for a "
        "point inside an article, whose redline has it.",
        examples=[REDLINE_EXAMPLE],
    )
    html: str | None = Field(
        default=None,
        description="The redline as safe HTML (`ins`, `del`), when asked for with `html=true`.",
        examples=["<p>Акима избирают <del>депутаты</del><ins>жители</ins>.</p>"],
    )
    points: tuple[CorrespondenceOut, ...] = Field(
        default=(),
        description="Inside an article that both sides have under one key: its points.",
        examples=[[]],
    )

    @classmethod
    def of(
        cls,
        one: Correspondence,
        acts: Sequence[ExplainingAct] = (),
        *,
        html: bool = False,
        inside: bool = False,
    ) -> CorrespondenceOut:
        """A correspondence as the API writes it."""
        return cls(
            left=tuple(map(ComparedProvisionOut.of, one.old)),
            right=tuple(map(ComparedProvisionOut.of, one.new)),
            relation=one.relation,
            change=one.change,
            rule=one.rule,
            is_heading=one.is_heading,
            amending_acts=tuple(map(ExplainingActOut.of, acts)),
            sure=one.sure,
            route=one.route,
            score=None if one.score is None else round(one.score, 3),
            runner_up=None if one.runner_up is None else round(one.runner_up, 3),
            ground=one.ground,
            redline=None if inside else one.redline.to_json(),
            html=redline_html(one.redline) if html and not inside else None,
            points=tuple(cls.of(point, inside=True) for point in one.points),
        )


class WordTotals(Answer):
    """Words of the rules that are asserted, new or dropped; possible pairs are not counted."""

    kept: int = Field(examples=[1520])
    in_: int = Field(description="Words that came.", examples=[830])
    out: int = Field(description="Words that went.", examples=[610])

    @classmethod
    def of(cls, items: Sequence[Correspondence]) -> WordTotals:
        """The words of all redlines that say something for sure."""
        total = WordCount()
        for one in items:
            if one.relation is not Relation.POSSIBLE:
                total += count_words(one.redline)
        return cls(kept=total.kept, in_=total.came, out=total.went)


class Totals(Answer):
    """How many correspondences there are of each relation, and the words."""

    identical: int = Field(examples=[3])
    edited: int = Field(examples=[35])
    split: int = Field(examples=[2])
    merged: int = Field(examples=[2])
    moved: int = Field(examples=[0])
    new: int = Field(examples=[10])
    dropped: int = Field(examples=[23])
    possible: int = Field(examples=[15])
    unsure: int = Field(
        description="How many of the new and dropped may have a counterpart in what is not held.",
        examples=[0],
    )
    left: int = Field(description="Rules on the left that are in some row.", examples=[78])
    right: int = Field(description="Rules on the right that are in some row.", examples=[64])
    words: WordTotals

    @classmethod
    def of(cls, found: Correspondences) -> Totals:
        """The totals of a comparison."""
        rules = [one for one in found.items if not one.is_heading]
        return cls(
            **{str(relation): count for relation, count in found.counts().items()},
            unsure=sum(
                not one.sure for one in found.items if one.relation is not Relation.POSSIBLE
            ),
            left=len({(one.ngr, one.key) for item in rules for one in item.old}),
            right=len({(one.ngr, one.key) for item in rules for one in item.new}),
            words=WordTotals.of(found.items),
        )

    def of_relation(self, relation: Relation) -> int:
        """How many correspondences of a relation there are."""
        count: int = getattr(self, relation)
        return count


class UnusedPairOut(Answer):
    """A lawyer's pair about these texts that was not used."""

    pair: str = Field(examples=["U1300000555:app_1__p_24 = Z950002464_:art_113-5__p_14"])
    reason: str = Field(examples=["the quote «…» does not stand in U1300000555:app_1__p_24"])

    @classmethod
    def of(cls, one: UnusedPair) -> UnusedPairOut:
        """A pair that was not used."""
        return cls(pair=one.pair, reason=one.reason)


class ComparedBy(StrEnum):
    """What a comparison went by."""

    EDITIONS = "editions"
    RULES = "rules"


class Compared(Listed):
    """Which rules of one side are which of the other, each with its redline."""

    by: ComparedBy = Field(
        description="`editions`: two editions of one act, article by article, by their numbers; "
        "`rules`: two sets of provisions, rule by rule, by what they say.",
        examples=["rules"],
    )
    lang: Language = Field(examples=["ru"])
    left: SideOut
    right: SideOut
    totals: Totals
    correspondences: tuple[CorrespondenceOut, ...] = Field(
        description="In the order of the left text; what is new stands after its new neighbour. "
        "Of two editions in the order of the right one, headings before what they stand over."
    )
    unused_pairs: tuple[UnusedPairOut, ...] = Field(examples=[[]])

    @classmethod
    def of(cls, told: ComparedSides, *, html: bool) -> Compared:
        """A comparison as the API writes it."""
        found = told.found
        without, alone = found.without_wording, found.not_comparable
        return cls(
            by=ComparedBy.EDITIONS if told.by_editions else ComparedBy.RULES,
            lang=told.language,
            left=SideOut.of(told.left, told.language, without[0], alone[0]),
            right=SideOut.of(told.right, told.language, without[1], alone[1]),
            totals=Totals.of(found),
            correspondences=tuple(
                CorrespondenceOut.of(one, told.acts_of(one), html=html) for one in found.items
            ),
            unused_pairs=tuple(map(UnusedPairOut.of, found.unused)),
        )

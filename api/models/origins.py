"""Where words come from: the editions, and the acts, that brought or removed them."""

from __future__ import annotations

import datetime

from pydantic import Field

from api.models.provenance import Answered, Provenance
from api.models.shape import Answer
from api.questions.blame import Blamed, Origin, Unasked, WhyUnasked
from api.questions.evidence import How
from corpus.law import BlockKind, Language
from corpus.store.records import Certainty
from diffing.origins.acts import CandidateAct, NotedAt, Told
from diffing.origins.blame import BlamedBlock, Passages

MISSING = (
    "Editions that are known to exist and may lie in between, but do not tell: not held, or "
    "their copy lacks the place. It may have happened in one of them."
)
ACTS = (
    "The acts that fit by the footnotes or the registry's word, those that fit best first; "
    "several are candidates, none: unknown."
)
NOTED = (
    "Where no amending act is known for the oldest text held: the acts that the article's own "
    "footnotes name there. Each changed the article; which of its words is not known."
)


class CandidateActOut(Answer):
    """An act that may have made the change, and how it is known."""

    date: datetime.date | None = Field(examples=["2022-11-05"])
    number: str | None = Field(examples=["157-VII"])
    title: str | None = Field(description="As the registry names it.", examples=[None])
    in_force_from: datetime.date | None = Field(
        description="Where the note says a day.", examples=["2023-01-01"]
    )
    link: str | None = Field(examples=["/rus/docs/Z2200000157#z31"])
    rules: tuple[Told, ...] = Field(
        description="By which rules it fits.", examples=[["new in the note"]]
    )
    noted_at: NotedAt | None = Field(
        description="What the note stands at; null: only the registry names the act.",
        examples=["article"],
    )
    quote: str = Field(
        description="The note's or the registry's own words.",
        examples=["от 05.11.2022 № 157-VII (вводится в действие с 01.01.2023)"],
    )

    @classmethod
    def of(cls, act: CandidateAct) -> CandidateActOut:
        """An act as the API writes it."""
        return cls(
            date=act.date,
            number=act.number,
            title=act.title,
            in_force_from=act.in_force_from,
            link=act.link,
            rules=act.rules,
            noted_at=act.noted_at,
            quote=act.quote,
        )


class OriginOut(Answer):
    """The edition that words of an article stand since."""

    edition: str = Field(
        description="The first edition held that has them.", examples=["2022-11-05"]
    )
    how: How = Field(
        description="`brought`: the edition before lacks them. `oldest`: they stand in the oldest "
        "text held, there at the latest since then. `original`: the act was adopted with them.",
        examples=["brought"],
    )
    after: str | None = Field(
        description="The nearest edition held that lacks them.", examples=["2021-05-24"]
    )
    missing: tuple[str, ...] = Field(description=MISSING, examples=[[]])
    certainty: Certainty = Field(
        description="`unlisted`: no list of the act's editions is held, one in between that "
        "nobody here has heard of is not ruled out.",
        examples=["listed"],
    )
    article_came: bool = Field(
        description="The article itself came, or came back, with that edition.", examples=[False]
    )
    moved_from: str | None = Field(
        description="The key under which the same words stood before that edition.",
        examples=[None],
    )
    words: int = Field(description="How many words of the wording are of it.", examples=[31])
    amending_acts: tuple[CandidateActOut, ...] = Field(description=ACTS)
    noted_acts: tuple[CandidateActOut, ...] = Field(default=(), description=NOTED)
    provenance: Provenance

    @classmethod
    def of(cls, origin: Origin) -> OriginOut:
        """An origin as the API writes it."""
        arrival = origin.arrival
        return cls(
            edition=str(arrival.edition.label),
            how=arrival.how,
            after=str(arrival.after) if arrival.after else None,
            missing=tuple(map(str, arrival.missing)),
            certainty=arrival.edition.certainty,
            article_came=arrival.article_came,
            moved_from=arrival.moved_from,
            words=origin.words,
            amending_acts=tuple(map(CandidateActOut.of, arrival.amending_acts)),
            noted_acts=tuple(map(CandidateActOut.of, arrival.noted_acts)),
            provenance=Provenance.of(arrival.edition),
        )


class RunOut(Answer):
    """Words that stand so, unbroken and to the letter, since an edition."""

    text: str = Field(examples=["сами жители"])
    edition: str = Field(description="Which of the `origins`.", examples=["2022-11-05"])


class BlamedBlockOut(Answer):
    """A paragraph in runs; a table has rows of cells, each in runs, instead."""

    kind: BlockKind = Field(examples=["point"])
    key: str = Field(examples=["p_2"])
    number: str = Field(examples=["2"])
    marker: str = Field(description="The number as printed.", examples=["2."])
    number_edition: str = Field(
        description="The edition since which the paragraph has this number.",
        examples=["2021-05-24"],
    )
    quoted: bool = Field(examples=[False])
    runs: tuple[RunOut, ...]
    rows: tuple[tuple[tuple[RunOut, ...], ...], ...] = ()

    @classmethod
    def of(cls, block: BlamedBlock, labels: list[str]) -> BlamedBlockOut:
        """A block as the API writes it; the labels are those of the versions."""
        label = block.label
        return cls(
            kind=label.kind,
            key=label.key,
            number=label.number,
            marker=label.marker,
            number_edition=labels[block.number_since],
            quoted=label.quoted,
            runs=runs_of(block.text, labels),
            rows=tuple(tuple(runs_of(cell, labels) for cell in row) for row in block.rows),
        )


def runs_of(passages: Passages, labels: list[str]) -> tuple[RunOut, ...]:
    """Passages as the API writes them."""
    return tuple(RunOut(text=one.text, edition=labels[one.since]) for one in passages)


class LeftOut(Answer):
    """An older edition held that could not be asked."""

    edition: str = Field(examples=["1998"])
    why: WhyUnasked = Field(
        description="Its copy lacks the article's place, or may end inside the article; or its "
        "label does not say on which side of the others it lies.",
        examples=["not held"],
    )

    @classmethod
    def of(cls, one: Unasked) -> LeftOut:
        """An edition that was left out."""
        return cls(edition=str(one.label), why=one.why)


class BlameOut(Answer):
    """An article's wording, each run of words with the edition that it stands since.

    Joined, the runs of a block are its text to the letter.
    """

    ngr: str = Field(examples=["Z010000148_"])
    key: str = Field(examples=["art_36"])
    lang: Language = Field(examples=["ru"])
    edition: str = Field(examples=["2022-11-05"])
    marker: str = Field(examples=["Статья 36."])
    heading: tuple[RunOut, ...]
    blocks: tuple[BlamedBlockOut, ...]
    origins: tuple[OriginOut, ...] = Field(description="Oldest first.")
    compared: tuple[str, ...] = Field(
        description="The editions that were asked, oldest first.",
        examples=[["2013-06-13", "2021-05-24", "2022-11-05"]],
    )
    left_out: tuple[LeftOut, ...]
    coarse: bool = Field(
        description="Two long versions could only be compared roughly: some words that stood "
        "before may be called new.",
        examples=[False],
    )
    answered: Answered
    provenance: Provenance

    @classmethod
    def of(cls, blamed: Blamed) -> BlameOut:
        """A wording with its origins as the API writes it."""
        article, edition = blamed.record.article, blamed.record.edition
        labels = list(map(str, blamed.labels))
        return cls(
            ngr=edition.ngr,
            key=article.key,
            lang=edition.language,
            edition=str(edition.label),
            marker=article.marker,
            heading=runs_of(blamed.wording.heading, labels),
            blocks=tuple(BlamedBlockOut.of(block, labels) for block in blamed.wording.blocks),
            origins=tuple(map(OriginOut.of, blamed.origins)),
            compared=tuple(map(str, blamed.compared)),
            left_out=tuple(map(LeftOut.of, blamed.unasked)),
            coarse=blamed.wording.coarse,
            answered=Answered.of(edition, blamed.asked),
            provenance=Provenance.of(edition),
        )

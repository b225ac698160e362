"""Measures of an act: what each edition changed, how long wordings last, how editions resemble."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.models.completeness import HoldingOut
from api.models.provenance import Provenance
from api.models.shape import Answer, Listed
from api.models.survival import SurvivalOut, WordingLifeOut
from api.questions.measures import Measured
from corpus.law import Language
from corpus.store.records import EditionSummary
from diffing.classify import ChangeKind
from diffing.measures.measure import EditionMeasures, Place
from diffing.measures.order import Missing
from diffing.measures.steps import ArticleChange, Step
from diffing.measures.words import WordCount

_DIGITS = 6

COUNTS = "How many articles changed in which way: every kind is named."
_COUNTS_EXAMPLE = {**dict.fromkeys(map(str, ChangeKind), 0), "unchanged": 58, "amended": 3}


class WordsOut(Answer):
    """Words that stayed, came and went. `before = kept + out`, `after = kept + in`."""

    kept: int = Field(examples=[230])
    in_: int = Field(examples=[41])
    out: int = Field(examples=[12])

    @classmethod
    def of(cls, words: WordCount) -> WordsOut:
        """A count as the API writes it."""
        return cls(kept=words.kept, in_=words.came, out=words.went)


class MeasuredChange(Answer):
    """What became of one article, in words."""

    kind: ChangeKind = Field(examples=["amended"])
    key: str = Field(examples=["art_36"])
    old_key: str | None = Field(
        description="Its key in the older edition; null when it was not there.",
        examples=["art_36"],
    )
    new_key: str | None = Field(
        description="Its key in the newer edition; null when it is not there.",
        examples=["art_36"],
    )
    heading: str = Field(description="Number and title as printed.", examples=["Статья 36. Аким"])
    rules: tuple[str, ...] = Field(
        description="How the kind was found: folds of a technical change, signs of a repeal.",
        examples=[[]],
    )
    words: WordsOut
    rewritten: float = Field(
        description="(in + out) / (before + after): 0 the same words, 1 none in common.",
        examples=[0.187279],
    )
    coarse: bool = Field(
        description="Whether some of the words could only be compared roughly.", examples=[False]
    )

    @classmethod
    def of(cls, change: ArticleChange) -> MeasuredChange:
        """A change as the API writes it."""
        return cls(
            kind=change.kind,
            key=change.key,
            old_key=change.old.key if change.old else None,
            new_key=change.new.key if change.new else None,
            heading=change.heading,
            rules=change.rules,
            words=WordsOut.of(change.words),
            rewritten=round(change.words.rewritten, _DIGITS),
            coarse=change.coarse,
        )


class MissingOut(Answer):
    """An edition that is known to exist and may lie in between."""

    edition: str = Field(examples=["2018-12-28"])
    named_by: str = Field(description="Who names it.", examples=["adilet"])

    @classmethod
    def of(cls, missing: Missing) -> MissingOut:
        """A missing edition as the API writes it."""
        return cls(edition=str(missing.label), named_by=missing.named_by)


class StepOut(Answer):
    """From an earlier edition that is held to this one, for the articles it is the nearest for."""

    compared_with: str = Field(description="The earlier edition's label.", examples=["2021-05-24"])
    missing_between: tuple[MissingOut, ...] = Field(
        description="Known editions in between that are not held: the counts are then of several."
    )
    passed_over: tuple[str, ...] = Field(
        description="Held editions in between that do not hold these articles.", examples=[[]]
    )
    counts: dict[ChangeKind, int] = Field(description=COUNTS, examples=[_COUNTS_EXAMPLE])
    words: WordsOut = Field(
        description="By changes of substance; words of unchanged articles are kept.",
        examples=[{"kept": 9100, "in": 160, "out": 74}],
    )
    technical_words: WordsOut = Field(
        description="Words as printed that only technical changes touched; none counts as kept.",
        examples=[{"kept": 0, "in": 1, "out": 1}],
    )
    changes: tuple[MeasuredChange, ...]

    @classmethod
    def of(cls, step: Step) -> StepOut:
        """A step as the API writes it."""
        return cls(
            compared_with=str(step.older),
            missing_between=tuple(map(MissingOut.of, step.missing)),
            passed_over=tuple(map(str, step.passed_over)),
            counts=step.counts(),
            words=WordsOut.of(step.words),
            technical_words=WordsOut.of(step.technical_words),
            changes=tuple(map(MeasuredChange.of, step.changes)),
        )


class EditionStats(Answer):
    """An edition: what it holds and what it changed."""

    edition: str = Field(description="Its label.", examples=["2022-02-07"])
    place: Place = Field(
        description="`sure`: its place among the editions is known. `open`: its label is only a "
        "year that has other editions too. `undated`. Only with a sure place it is compared.",
        examples=["sure"],
    )
    provenance: Provenance
    from_: date | None = Field(
        description="First day for which it answers, by labels.", examples=["2022-02-07"]
    )
    to: date | None = Field(
        description="First day for which it no longer does; null: no end is known.",
        examples=["2022-11-05"],
    )
    holding: HoldingOut
    articles: int = Field(examples=[62])
    without_wording: int = Field(
        description="Of these: repealed, only a heading or a note is left.", examples=[2]
    )
    words: int = Field(description="Words of all its articles.", examples=[9260])
    first_held: int = Field(
        description="Articles whose place no earlier edition holds: nothing is said of them.",
        examples=[0],
    )
    steps: tuple[StepOut, ...] = Field(
        description="Mostly one. Where editions are held in part there may be several, each for "
        "other articles: their counts add up. None: nothing earlier to compare with."
    )

    @classmethod
    def of(cls, measured: EditionMeasures, source: EditionSummary) -> EditionStats:
        """An edition's measures as the API writes them."""
        edition = measured.edition
        return cls(
            edition=str(edition.label),
            place=measured.place,
            provenance=Provenance.of(source),
            from_=measured.from_,
            to=measured.to,
            holding=HoldingOut(kind=edition.holding.kind, keys=edition.holding.keys),
            articles=measured.articles,
            without_wording=measured.without_wording,
            words=measured.words,
            first_held=measured.first_held,
            steps=tuple(map(StepOut.of, measured.steps)),
        )


class SimilarityOut(Answer):
    """How much of their words any two editions share."""

    editions: tuple[str, ...] = Field(
        description="Labels: the order of rows and columns.", examples=[["2021-05-24", "2022"]]
    )
    matrix: tuple[tuple[float | None, ...], ...] = Field(
        description="Dice: twice the common words, article by article, over the words of both, in "
        "the places both hold. Symmetric; null where there is nothing to compare.",
        examples=[[[1.0, 0.942018], [0.942018, 1.0]]],
    )


class Stats(Listed):
    """The measures of an act in one language."""

    ngr: str = Field(examples=["Z010000148_"])
    lang: Language = Field(examples=["ru"])
    sample: bool = Field(
        description="True for the bundled sample: a paraphrase, not official text.",
        examples=[False],
    )
    editions: tuple[EditionStats, ...] = Field(
        description="The editions held, oldest first; those without a sure place at the end."
    )
    counts: dict[ChangeKind, int] = Field(
        description=f"{COUNTS} Over all steps: an article counts as often as it changed.",
        examples=[_COUNTS_EXAMPLE],
    )
    words: WordsOut = Field(
        description="Over all steps.", examples=[{"kept": 9100, "in": 160, "out": 74}]
    )
    survival: SurvivalOut
    wordings: tuple[WordingLifeOut, ...] = Field(
        description="Every wording of every article, and how long it lasted."
    )
    similarity: SimilarityOut

    @classmethod
    def of(cls, measured: Measured) -> Stats:
        """The measures as the API writes them."""
        measures = measured.measures
        matrix = tuple(
            tuple(None if share is None else round(share, _DIGITS) for share in row)
            for row in measures.similarity.matrix()
        )
        labels = tuple(str(one.edition.label) for one in measures.editions)
        return cls(
            ngr=measures.ngr,
            lang=measures.timeline.language,
            sample=measures.sample,
            editions=tuple(
                EditionStats.of(one, measured.sources[one.edition.label])
                for one in measures.editions
            ),
            counts=measures.counts(),
            words=WordsOut.of(measures.words()),
            survival=SurvivalOut.of(measures.survival),
            wordings=tuple(map(WordingLifeOut.of, measures.wordings)),
            similarity=SimilarityOut(editions=labels, matrix=matrix),
        )

"""When a phrase appeared in the law and when it went."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.models.shape import Answer, Listed
from api.models.stretches import SnippetOut, StandOut
from api.questions.trace import Sighting, Traced
from api.questions.traced import ArticleTraced
from corpus.law import Language


class TracedArticle(Answer):
    """One article in one language, and when the phrase stands in it."""

    ngr: str = Field(examples=["Z010000148_"])
    lang: Language = Field(examples=["ru"])
    key: str = Field(examples=["art_36"])
    heading: str = Field(description="Number and title as printed.", examples=["Статья 36. Аким"])
    stands: tuple[StandOut, ...] = Field(description="Oldest first.")
    unplaced: tuple[str, ...] = Field(
        description="Editions with the phrase whose place among the others is unknown: undated "
        "ones, a year beside a day of that year.",
        examples=[[]],
    )
    unplaced_snippet: SnippetOut | None = Field(
        description="From the first of those editions.", examples=[None]
    )
    unordered: tuple[str, ...] = Field(
        default=(),
        description="All editions held whose place among the others is unknown, with it or not.",
        examples=[[]],
    )
    still: bool = Field(description="It stands in the newest edition that tells.", examples=[True])
    repealed_on: date | None = Field(
        description="The act's repeal: from then on no wording is in force.", examples=[None]
    )

    @classmethod
    def of(cls, article: ArticleTraced) -> TracedArticle:
        """An article as the API writes it."""
        snippet = article.unplaced_snippet
        return cls(
            ngr=article.ngr,
            lang=article.language,
            key=article.key,
            heading=article.heading,
            stands=tuple(map(StandOut.of, article.stays)),
            unplaced=tuple(map(str, article.unplaced)),
            unplaced_snippet=SnippetOut.of(snippet) if snippet else None,
            unordered=tuple(map(str, article.unordered)),
            still=article.still,
            repealed_on=article.repealed_on,
        )


class Moment(Answer):
    """The edition at one end of a phrase's time."""

    edition: str = Field(examples=["2021-05-24"])
    ngr: str = Field(examples=["Z010000148_"])
    lang: Language = Field(examples=["ru"])
    key: str = Field(examples=["art_36"])

    repealed_on: date | None = Field(
        default=None, description="The repeal of that act.", examples=[None]
    )

    @classmethod
    def of(cls, seen: Sighting) -> Moment:
        """A sighting as the API writes it."""
        return cls(
            edition=str(seen.label),
            ngr=seen.ngr,
            lang=seen.language,
            key=seen.key,
            repealed_on=seen.repealed_on,
        )


class TraceTotals(Answer):
    """How much was found, on all pages together."""

    acts: int = Field(examples=[1])
    articles: int = Field(description="Articles in one language each.", examples=[1])
    wordings: int = Field(description="Different texts of articles.", examples=[2])


class TraceAnswer(Listed):
    """Every article in which a phrase stands or stood, by first appearance."""

    q: str = Field(examples=["сами жители"])
    exact: bool = Field(examples=[False])
    totals: TraceTotals
    first: Moment | None = Field(description="The oldest dated edition that has it.")
    last: Moment | None = Field(description="The newest dated edition that has it.")
    still: bool = Field(
        description="It stands in the newest text held of some article.", examples=[True]
    )
    repealed_on: date | None = Field(
        default=None,
        description="Where every act in which it still stands was repealed: the last such day.",
        examples=[None],
    )
    limit: int = Field(examples=[20])
    offset: int = Field(examples=[0])
    ignored: tuple[str, ...] = Field(
        description="What of the question has no meaning here.", examples=[[]]
    )
    absent_words: tuple[str, ...] = Field(
        description="When nothing was found: the words that stand nowhere in any form; of a long "
        "phrase they are not looked up.",
        examples=[[]],
    )
    articles: tuple[TracedArticle, ...]

    @classmethod
    def of(cls, found: Traced) -> TraceAnswer:
        """What was found of a phrase as the API writes it."""
        seen = found.offset + len(found.page)
        return cls(
            q=found.phrase.text,
            exact=found.phrase.exact,
            totals=TraceTotals(acts=found.acts, articles=found.articles, wordings=found.wordings),
            first=Moment.of(found.first) if found.first else None,
            last=Moment.of(found.last) if found.last else None,
            still=found.still,
            repealed_on=found.repealed_on,
            limit=found.limit,
            offset=found.offset,
            ignored=found.phrase.ignored,
            absent_words=found.absent_words,
            articles=tuple(map(TracedArticle.of, found.page)),
            cursor=str(seen) if seen < found.articles else None,
        )

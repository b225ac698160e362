"""When a phrase appeared in the law and when it went."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.models.origins import ACTS, MISSING, AmendingActOut
from api.models.provenance import Provenance
from api.models.shape import Answer
from api.questions.evidence import Arrival, How
from api.questions.trace import Sighting, Traced
from api.questions.traced import ArticleTraced, Departure, Stay, Window
from corpus.law import Language
from corpus.store.records import Certainty
from diffing.origins.phrases import Snippet


class Appeared(Answer):
    """How a phrase came to stand in an article."""

    edition: str = Field(description="The first edition held that has it.", examples=["2021-05-24"])
    how: How = Field(
        description="`brought`: an earlier edition lacks it. `oldest`: it stands in the oldest "
        "text held, there at the latest since then. `original`: the act was adopted with it.",
        examples=["brought"],
    )
    after: str | None = Field(
        description="The nearest edition held that lacks it.", examples=["2013-06-13"]
    )
    missing: tuple[str, ...] = Field(description=MISSING, examples=[["2018-12-28"]])
    certainty: Certainty = Field(examples=["listed"])
    article_came: bool = Field(
        description="The article itself came, or came back, with that edition.", examples=[False]
    )
    moved_from: str | None = Field(
        description="The key under which the article stood before, phrase and all.",
        examples=[None],
    )
    amending_acts: tuple[AmendingActOut, ...] = Field(description=ACTS)
    provenance: Provenance

    @classmethod
    def of(cls, arrival: Arrival) -> Appeared:
        """An arrival as the API writes it."""
        return cls(
            edition=str(arrival.edition.label),
            how=arrival.how,
            after=str(arrival.after) if arrival.after else None,
            missing=tuple(map(str, arrival.missing)),
            certainty=arrival.edition.certainty,
            article_came=arrival.article_came,
            moved_from=arrival.moved_from,
            amending_acts=tuple(map(AmendingActOut.of, arrival.amending_acts)),
            provenance=Provenance.of(arrival.edition),
        )


class Went(Answer):
    """How a phrase left an article."""

    edition: str = Field(description="The first edition held without it.", examples=["2022-11-05"])
    missing: tuple[str, ...] = Field(description=MISSING, examples=[[]])
    article_went: bool = Field(
        description="The article itself is not there any more.", examples=[False]
    )
    moved_to: str | None = Field(
        description="The key under which the article stands now, phrase and all.",
        examples=[None],
    )
    amending_acts: tuple[AmendingActOut, ...] = Field(description=ACTS)
    provenance: Provenance

    @classmethod
    def of(cls, departure: Departure) -> Went:
        """A departure as the API writes it."""
        return cls(
            edition=str(departure.edition.label),
            missing=tuple(map(str, departure.missing)),
            article_went=departure.article_went,
            moved_to=departure.moved_to,
            amending_acts=tuple(map(AmendingActOut.of, departure.amending_acts)),
            provenance=Provenance.of(departure.edition),
        )


class Days(Answer):
    """A half-open window of days."""

    from_: date = Field(examples=["2021-05-24"])
    to: date | None = Field(
        description="First day after; null while it is the newest wording held.",
        examples=["2022-11-05"],
    )

    @classmethod
    def of(cls, window: Window) -> Days:
        """A window as the API writes it."""
        return cls(from_=window.from_, to=window.to)


class SnippetOut(Answer):
    """The phrase where it stands, a few words around it."""

    before: str = Field(examples=["…2. Акима сельского округа "])
    words: str = Field(examples=["избирают"])
    after: str = Field(examples=[" сами жители тайным…"])

    @classmethod
    def of(cls, snippet: Snippet) -> SnippetOut:
        """A snippet as the API writes it."""
        return cls(before=snippet.before, words=snippet.words, after=snippet.after)


class StandOut(Answer):
    """A stretch of editions in which the phrase stands in an article."""

    appeared: Appeared
    editions: tuple[str, ...] = Field(
        description="The editions held that have it.", examples=[["2021-05-24"]]
    )
    silent: tuple[str, ...] = Field(
        description="Editions known between them that do not tell.", examples=[[]]
    )
    went: Went | None = Field(
        description="Null: it stands in the newest edition that tells.", examples=[None]
    )
    later: tuple[str, ...] = Field(
        description="While it has not gone: later editions that are known and do not tell.",
        examples=[[]],
    )
    days: tuple[Days, ...] = Field(
        description="The days, by labels, for which an edition with it surely answers."
    )
    snippet: SnippetOut = Field(description="From the newest of the editions.")

    @classmethod
    def of(cls, stay: Stay) -> StandOut:
        """A stretch as the API writes it."""
        return cls(
            appeared=Appeared.of(stay.arrival),
            editions=tuple(map(str, stay.editions)),
            silent=tuple(map(str, stay.silent)),
            went=Went.of(stay.departure) if stay.departure else None,
            later=tuple(map(str, stay.later)),
            days=tuple(map(Days.of, stay.days)),
            snippet=SnippetOut.of(stay.snippet),
        )


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
            still=article.still,
            repealed_on=article.repealed_on,
        )


class Moment(Answer):
    """The edition at one end of a phrase's time."""

    edition: str = Field(examples=["2021-05-24"])
    ngr: str = Field(examples=["Z010000148_"])
    lang: Language = Field(examples=["ru"])
    key: str = Field(examples=["art_36"])

    @classmethod
    def of(cls, seen: Sighting) -> Moment:
        """A sighting as the API writes it."""
        return cls(edition=str(seen.label), ngr=seen.ngr, lang=seen.language, key=seen.key)


class TraceTotals(Answer):
    """How much was found, on all pages together."""

    acts: int = Field(examples=[1])
    articles: int = Field(description="Articles in one language each.", examples=[1])
    wordings: int = Field(description="Different texts of articles.", examples=[2])


class TraceAnswer(Answer):
    """Every article in which a phrase stands or stood, by first appearance."""

    q: str = Field(examples=["сами жители"])
    exact: bool = Field(examples=[False])
    totals: TraceTotals
    first: Moment | None = Field(description="The oldest dated edition that has it.")
    last: Moment | None = Field(description="The newest dated edition that has it.")
    still: bool = Field(
        description="It stands in the newest text held of some article.", examples=[True]
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
        return cls(
            q=found.phrase.text,
            exact=found.phrase.exact,
            totals=TraceTotals(acts=found.acts, articles=found.articles, wordings=found.wordings),
            first=Moment.of(found.first) if found.first else None,
            last=Moment.of(found.last) if found.last else None,
            still=found.still,
            limit=found.limit,
            offset=found.offset,
            ignored=found.phrase.ignored,
            absent_words=found.absent_words,
            articles=tuple(map(TracedArticle.of, found.page)),
        )

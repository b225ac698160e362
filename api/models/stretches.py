"""A stretch of editions in which a phrase stands in an article: how it came, stays and went."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from api.models.origins import ACTS, MISSING, NOTED, CandidateActOut
from api.models.provenance import Provenance
from api.models.shape import Answer
from api.questions.evidence import Arrival, How
from api.questions.traced import Departure, Stay, Window
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
    amending_acts: tuple[CandidateActOut, ...] = Field(description=ACTS)
    noted_acts: tuple[CandidateActOut, ...] = Field(default=(), description=NOTED)
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
            amending_acts=tuple(map(CandidateActOut.of, arrival.amending_acts)),
            noted_acts=tuple(map(CandidateActOut.of, arrival.noted_acts)),
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
    amending_acts: tuple[CandidateActOut, ...] = Field(description=ACTS)
    provenance: Provenance

    @classmethod
    def of(cls, departure: Departure) -> Went:
        """A departure as the API writes it."""
        return cls(
            edition=str(departure.edition.label),
            missing=tuple(map(str, departure.missing)),
            article_went=departure.article_went,
            moved_to=departure.moved_to,
            amending_acts=tuple(map(CandidateActOut.of, departure.amending_acts)),
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

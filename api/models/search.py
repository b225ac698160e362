"""What a search finds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field

from api.models.found_citations import CitedOut
from api.models.hits import HitOut
from api.models.shape import Answer
from api.questions.search.finding import Found
from api.questions.search.unheld import Unheld
from corpus.law import Language
from corpus.search.queries import AnyDay, ChangedBetween, Moment, OnDay
from corpus.search.querying.expansion import Added
from corpus.search.querying.ignored import Ignored, Reason

Titles = Mapping[str, Mapping[str, Mapping[Language, str]]]
"""By facet and value, what the value is called in each language."""

FACET_NAMES: Mapping[str, str] = {
    "acts": "act",
    "forms": "form",
    "languages": "lang",
    "regimes": "regime",
    "statuses": "status",
    "years": "year",
    "themes": "theme",
}
"""What the parameter of each facet is called."""


class FacetValueOut(Answer):
    """How many results there are with a value, were it alone chosen of its facet."""

    value: str = Field(description="As the parameter takes it.", examples=["law"])
    count: int = Field(examples=[12])
    titles: dict[Language, str] = Field(
        description="What it is called, by language.", examples=[{"ru": "Закон", "kk": "Заң"}]
    )


class AddedOut(Answer):
    """What was added to a word of the query, or to words that are one term."""

    typed: str = Field(examples=["аким"])
    added: tuple[str, ...] = Field(examples=[["әкім"]])
    said: str = Field(description="The same in a short line.", examples=["аким → әкім"])

    @classmethod
    def of(cls, added: Added) -> AddedOut:
        """What was added as the API writes it."""
        return cls(typed=added.typed, added=added.others, said=str(added))


class IgnoredOut(Answer):
    """A piece of the query that made no sense and was left out."""

    reason: str = Field(
        description=f"One of: {', '.join(Reason)}.",  # another enumeration here has that name
        examples=["open_quote"],
    )
    fragment: str = Field(examples=['"выборы'])
    instead: str | None = Field(
        description="What may have been meant: the nearest name of a field.", examples=[None]
    )
    said: str = Field(
        description="The same in English words.",
        examples=['quote that is never closed: "выборы'],
    )

    @classmethod
    def of(cls, ignored: Ignored) -> IgnoredOut:
        """What was left out as the API writes it."""
        return cls(
            reason=str(ignored.reason),
            fragment=ignored.fragment,
            instead=ignored.instead or None,
            said=str(ignored),
        )


class WhenOut(Answer):
    """Of which days the wordings are."""

    asked: Literal["on", "any", "changed"] = Field(examples=["on"])
    on: date | None = Field(examples=["2026-11-02"])
    from_: date | None = Field(examples=[None])
    to: date | None = Field(examples=[None])

    @classmethod
    def of(cls, when: Moment) -> WhenOut:
        """The days as the API writes them."""
        match when:
            case OnDay(day):
                return cls(asked="on", on=day, from_=None, to=None)
            case AnyDay():
                return cls(asked="any", on=None, from_=None, to=None)
            case ChangedBetween(start, end):
                return cls(asked="changed", on=None, from_=start, to=end)


class NotHeldThen(Answer):
    """An act whose text of the day asked for is not held."""

    ngr: str = Field(examples=["Z950002464_"])
    lang: Language = Field(examples=["ru"])
    nearest: tuple[str, ...] = Field(
        description="Labels of the editions held nearest to the day.", examples=[["2022-02-07"]]
    )

    @classmethod
    def of(cls, unheld: Unheld) -> NotHeldThen:
        """An act that could not be looked at as the API writes it."""
        labels = tuple(str(one) for one in unheld.nearest)
        return cls(ngr=unheld.ngr, lang=unheld.language, nearest=labels)


class SearchAnswer(Answer):
    """A page of hits: on a day those that surely were in force first, then by how well they fit."""

    q: str = Field(examples=["выборы акима"])
    when: WhenOut
    total: int = Field(
        description="The exact number of all results: articles, each counted once a language, "
        "however many wordings of it fit.",
        examples=[12],
    )
    certain: int | None = Field(
        description="On a day: how many of them surely were in force then; they go first, of the "
        "others it is not known. Null where no day was asked for.",
        examples=[9],
    )
    total_is_of: Literal["articles"] = Field(examples=["articles"])
    other_times: int | None = Field(
        description="How many more results there are with `on=any`; null where that was asked.",
        examples=[3],
    )
    limit: int = Field(examples=[20])
    offset: int = Field(description="How many results stand before these.", examples=[0])
    cursor: str | None = Field(
        description="The `cursor` of the next page; null at the end.", examples=[None]
    )
    ignored: tuple[IgnoredOut, ...] = Field(
        description="What of the query made no sense and was left out."
    )
    also: tuple[AddedOut, ...] = Field(
        description="Other words for the same thing that were looked for too."
    )
    suggestion: str | None = Field(
        description="The query with words that stand nowhere spelt as the texts spell them.",
        examples=[None],
    )
    cited: CitedOut | None = Field(description="What the query cites; null where it cites nothing.")
    not_held: tuple[NotHeldThen, ...] = Field(
        description="On a day: acts whose text of that day is not held, by edition labels, so that "
        "results may be missing.",
    )
    index_behind: bool = Field(
        description="The store has changed since the index was last brought up to it: wordings "
        "may be missing or old, and `nusqa index rebuild` helps.",
        examples=[False],
    )
    facets: dict[str, tuple[FacetValueOut, ...]] | None = Field(
        description="By the name of the parameter that chooses values, each counted without its "
        "own filter; null where they were not asked for.",
        examples=[{"form": [{"value": "law", "count": 12, "titles": {"ru": "Закон"}}]}],
    )
    hits: tuple[HitOut, ...]

    @classmethod
    def of(cls, found: Found, titles: Titles) -> SearchAnswer:
        """A page of hits as the API writes it; `titles` of the values of facets."""
        query, results = found.query, found.results
        return cls(
            q=query.text,
            when=WhenOut.of(query.when),
            total=results.total,
            certain=results.certain,
            total_is_of="articles",
            other_times=found.other_times,
            limit=query.limit,
            offset=query.after.offset if query.after else query.offset,
            cursor=found.cursor,
            ignored=tuple(map(IgnoredOut.of, results.ignored)),
            also=tuple(map(AddedOut.of, results.also)),
            suggestion=found.suggestion,
            cited=CitedOut.of(found.cited, found.absent) if found.cited else None,
            not_held=tuple(map(NotHeldThen.of, found.unheld)),
            index_behind=found.index_behind,
            facets=_facets(found, titles) if query.count_facets else None,
            hits=tuple(HitOut.of(found, turn) for turn in range(len(found.hits))),
        )


def _facets(found: Found, titles: Titles) -> dict[str, tuple[FacetValueOut, ...]]:
    return {
        name: tuple(
            FacetValueOut(
                value=one.value,
                count=one.count,
                titles=dict(titles.get(facet, {}).get(one.value, {})),
            )
            for one in found.results.facets.get(facet, ())
        )
        for facet, name in FACET_NAMES.items()
    }

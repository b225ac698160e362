"""The page of a search: hits, what narrows them down, and what became of the query."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from api.asking.parameters import Words
from api.asking.search_parameters import CountFacets, Cross, WhenOfForm, WhichResults
from api.asking.search_state import form_values, stated
from api.models.hits import article_address
from api.models.search import FACET_NAMES, Titles
from api.questions.search.asking import SearchAsked
from api.questions.search.finding import Found
from api.questions.search.places import place_label
from api.rendering.amending import AmendingWords
from api.rendering.page import ForReader, Reader, page
from api.services import Reading, UsedServices
from api.words.searching import titles_of
from corpus import search as searching
from corpus.law import Language
from corpus.search.completing import Completion
from corpus.search.queries import OnDay

router = APIRouter(include_in_schema=False)

HITS_ON_A_PAGE = 20
_DEEPEST_PAGE = 100_000
_SHOWN_VALUES = 8
"""Of a facet, before the rest is folded away."""

Page = Annotated[int, Query(ge=1, le=_DEEPEST_PAGE)]


@dataclass(frozen=True)
class Choice:
    """A value of a facet, and the address that chooses it or takes the choice back."""

    title: str
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True)
class FacetShown:
    """A facet with its values, the most frequent first; `folded` are those shown when asked."""

    name: str
    choices: tuple[Choice, ...]
    folded: tuple[Choice, ...]


@router.get("/search")
def search(
    request: Request,
    reader: ForReader,
    services: UsedServices,
    session: Reading,
    when: WhenOfForm,
    filters: WhichResults,
    q: Words = "",
    cross: Cross = False,
    facets: CountFacets = True,
    number: Annotated[Page, Query(alias="page")] = 1,
) -> Response:
    """The articles that fit the words, and how they may be narrowed down."""
    asked = SearchAsked(
        q,
        when,
        filters,
        cross,
        count_facets=facets,
        limit=HITS_ON_A_PAGE,
        offset=(number - 1) * HITS_ON_A_PAGE,
    )
    state = stated(asked)
    found: Found | None = None
    unavailable = ""
    completions: Sequence[Completion] = ()
    try:
        if q:
            found = services.searching.find(session, asked, services.today)
            completions = services.searching.completions(
                session, q, (), services.today, preferred=_preferred(q, reader)
            )
    except (searching.IndexMissingError, searching.IndexUnreadableError):
        unavailable = "no_index"
    except searching.EngineUnreachableError:
        unavailable = "no_answer"
    acts = list(services.searching.acts(session).values())
    return page(
        request,
        reader,
        "search.html",
        styles=("search",),
        status=503 if unavailable else 200,
        sample=any(one.sample for one in acts),
        acts=acts,
        asked=form_values(asked),
        state=state,
        when=when or OnDay(services.today),
        found=found,
        names=_names(completions),
        acts_named=tuple(dict.fromkeys(one.ngr for one in completions if not one.key)),
        facets=tuple(_facets(found, titles_of(found), reader, state)) if found else (),
        number=number,
        unavailable=unavailable,
        place_label=place_label,
        amending=AmendingWords.of(reader, services, acts),
        article_address=article_address,
    )


def _preferred(typed: str, reader: Reader) -> Language | None:
    """The reader's language for what has no letters; else their own tells."""
    return None if any(sign.isalpha() for sign in typed) else reader.language


def _names(completions: Sequence[Completion]) -> tuple[str, ...]:
    """The headings of provisions to choose from when the words are typed on; the acts are known."""
    return tuple(dict.fromkeys(one.text for one in completions if one.key))


def _facets(
    found: Found, titles: Titles, reader: Reader, state: Mapping[str, str]
) -> Iterator[FacetShown]:
    """The facets that can narrow the results down, and those that do."""
    for facet, name in FACET_NAMES.items():
        chosen = state[name].split(",") if name in state else []
        choices = [
            Choice(
                _title(titles.get(facet, {}).get(one.value, {}), reader.language) or one.value,
                one.count,
                one.value in chosen,
                _toggled(reader, state, name, one.value),
            )
            for one in found.results.facets.get(facet, ())
        ]
        if len(choices) > 1 or chosen:
            choices.sort(key=lambda one: not one.chosen)
            yield FacetShown(name, tuple(choices[:_SHOWN_VALUES]), tuple(choices[_SHOWN_VALUES:]))


def _title(titles: Mapping[Language, str], language: Language) -> str | None:
    order = (language, Language.RU, *titles)
    return next((titles[one] for one in order if one in titles), None)


def _toggled(reader: Reader, state: Mapping[str, str], name: str, value: str) -> str:
    """The address of the same search with a value chosen, or no longer chosen."""
    chosen = state[name].split(",") if name in state else []
    kept = [one for one in chosen if one != value] if value in chosen else [*chosen, value]
    return reader.links("search", **{**state, name: ",".join(kept)})

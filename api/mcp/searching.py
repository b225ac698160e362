"""The tool that searches the wordings: of today, of a day, of any time, or changed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import Annotated, Any

from mcp.server.mcpserver import Context, MCPServer
from mcp.types import CallToolResult
from pydantic import AfterValidator, BeforeValidator, Field

from api.asking.parameters import absent_if_empty
from api.asking.search_values import read_changed, read_on
from api.mcp.answering import READ_ONLY, answered, base_of, counted
from api.mcp.parameters import Lang, Limit, Offset, OptionalNgr, Query
from api.models.found_citations import CitedOut
from api.models.hits import HitOut
from api.models.quoted import SAMPLE
from api.models.search import NotHeldThen
from api.models.search_words import about_citation, about_unheld
from api.models.tools import FoundArticle, SearchFound
from api.problems.refusals import DaysAtOdds
from api.questions.search.asking import SearchAsked
from api.questions.search.finding import Found
from api.services import Services
from corpus.citations.formal import formal
from corpus.crossreferences.calling import ActsCalled
from corpus.law import Language
from corpus.search import Hit
from corpus.search.queries import AnyDay, ChangedBetween, Filters, OnDay

_MARK = re.compile(r"</?mark>")
_DOUBTFUL = "On what days this wording was in force is not known."
_BEHIND = "The search index is behind the store: what came in last may be missing."


def _readable(read: Callable[[str], object]) -> Callable[[str | None], str | None]:
    """Leaves a text as it is, once it can be read."""

    def check(text: str | None) -> str | None:
        if text is not None:
            read(text)
        return text

    return check


OnOrAny = Annotated[
    Annotated[str | None, BeforeValidator(absent_if_empty), AfterValidator(_readable(read_on))],
    Field(
        description="The wordings in force on this day (YYYY-MM-DD); `any`: all wordings. Default: "
        "today in Kazakhstan.",
        max_length=20,
    ),
]
Changed = Annotated[
    Annotated[
        str | None, BeforeValidator(absent_if_empty), AfterValidator(_readable(read_changed))
    ],
    Field(
        description="Articles in which what is looked for appeared or went between two days: "
        "2018-01-01..2022-12-31.",
        max_length=30,
    ),
]


def add(server: MCPServer, services: Services) -> None:
    """Give the server the tool."""

    @server.tool(title="Search the law", annotations=READ_ONLY)
    def search(
        q: Query,
        context: Context[Any, Any],
        on: OnOrAny = None,
        changed: Changed = None,
        act: OptionalNgr = None,
        lang: Lang = None,
        limit: Limit = 10,
        offset: Offset = 0,
    ) -> Annotated[CallToolResult, SearchFound]:
        """Search the wordings of all articles by words, or by a citation.

        By default what is in force today, then what may be (`on_day` is unknown); `on` another day
        or `any`; `changed` what appeared or went between two days. Each result has the citation and
        the page of its very wording; read_article with its ngr, key, lang and edition gives the
        whole text.
        """
        if on and changed:
            raise DaysAtOdds("give `on` or `changed`, not both: they are different questions")
        when = read_changed(changed) if changed else read_on(on) if on else None
        filters = Filters((act,) if act else (), (), (lang,) if lang else (), (), (), (), ())
        asked = SearchAsked(q, when, filters, count_facets=False, limit=limit, offset=offset)
        base = base_of(services, context)
        with services.store.read() as session:
            found = services.searching.find(session, asked, services.today)
            acts = services.relating.known(session).acts
        cited = CitedOut.of(found.cited, found.absent) if found.cited else None
        told = SearchFound(
            q=q,
            asked_of=_days(found),
            total=found.results.total,
            certain=found.results.certain,
            results=tuple(_result(found, acts, base)),
            next_offset=offset + limit if offset + limit < found.results.total else None,
            did_you_mean=found.suggestion,
            ignored=tuple(str(one) for one in found.results.ignored),
            cited=cited,
            not_held=tuple(map(NotHeldThen.of, found.unheld)),
            other_times=found.other_times,
            warnings=tuple(_missing(found, cited)),
        )
        return answered(told, _lines(told))


def _missing(found: Found, cited: CitedOut | None) -> Iterator[str]:
    """Why there may be more law than there are results."""
    if found.index_behind:
        yield _BEHIND
    if cited:
        yield from about_citation(cited)
    if isinstance(found.query.when, OnDay):
        unheld = about_unheld(tuple(map(NotHeldThen.of, found.unheld)), found.query.when.day)
        if unheld:
            yield unheld
    if found.other_times:
        yield f"{counted(found.other_times, 'more article')} at other times: ask with on=any."


def _result(found: Found, acts: ActsCalled, base: str) -> list[FoundArticle]:
    told = []
    for turn, hit in enumerate(found.hits):
        out = HitOut.of(found, turn)
        told.append(
            FoundArticle(
                ngr=hit.ngr,
                key=hit.key,
                place=hit.place,
                heading=hit.heading,
                act_title=hit.act_title,
                lang=hit.lang,
                edition=hit.wording.label,
                snippet=_plain(hit.snippet_html),
                in_force_from=out.wording.from_,
                in_force_to=out.wording.to,
                on_day=out.on_day,
                status=str(hit.wording.status),
                now=str(out.now.became),
                citation=formal(acts.act(hit.ngr), hit.key, (), hit.lang),
                page=base.rstrip("/") + out.page,
                provenance=out.provenance,
                warnings=tuple(
                    _warnings(hit, out.doubt, sample=bool(out.provenance and out.provenance.sample))
                ),
            )
        )
    return told


def _warnings(hit: Hit, doubt: str | None, *, sample: bool) -> list[str]:
    told = [SAMPLE] if sample else []
    told += [doubt or _DOUBTFUL] if hit.wording.doubtful else []
    told += [] if hit.wording.complete else ["The copy that is held may end inside this article."]
    if hit.lang is Language.EN:
        told.append("The English text is a translation.")
    return told


def _plain(html: str) -> str:
    return unescape(_MARK.sub("**", html))


def _days(found: Found) -> str:
    match found.query.when:
        case OnDay(day):
            return f"wordings that were in force on {day}, then those that may have been"
        case ChangedBetween() as between:
            return f"changes after {between.start} up to {between.end}"
        case AnyDay():
            return "wordings of any time"


def _doubt(total: int, certain: int | None) -> list[str]:
    """That not all results surely were in force on the day asked for."""
    if certain is None or certain == total:
        return []
    then, unknown = "in force then", total - certain
    those = "it" if unknown == 1 else "those"
    if not certain:
        told = f"Whether {'it was' if total == 1 else 'they were'} {then} is not known"
    else:
        told = (
            f"{certain} of them surely {'was' if certain == 1 else 'were'} {then}; of the "
            f"{'other one' if unknown == 1 else f'other {unknown}'} it is not known"
        )
    return [f"{told}: do not quote {those} as the law of that day."]


def _lines(found: SearchFound) -> list[str]:
    told = [f"{counted(found.total, 'article')} found ({found.asked_of})."]
    told += _doubt(found.total, found.certain)
    told += [f"Warning: {one}" for one in found.warnings]
    if found.did_you_mean:
        told.append(f"Did you mean: {found.did_you_mean}")
    told += [f"Left out of the query: {one}" for one in found.ignored]
    for one in found.results:
        days = f"in force from {one.in_force_from or '?'} to {one.in_force_to or '…'}"
        if one.on_day == "unknown":
            days = "whether in force on that day: NOT KNOWN"
        told += [
            "",
            f"{one.citation}",
            (
                f"  ngr {one.ngr} key {one.key} lang {one.lang} edition {one.edition}; {days}; "
                f"today: {one.now}"
            ),
            f"  {one.heading}: {one.snippet}",
            f"  {one.page}",
        ]
        told += [f"  Warning: {warning}" for warning in one.warnings]
    if found.next_offset is not None:
        told += ["", f"More: offset {found.next_offset}"]
    return told

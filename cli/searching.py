"""The command that searches the wordings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated, TypeVar

import typer
from rich.text import Text

from api.asking.parameters import LONGEST_ASKED
from api.asking.search_values import (
    ANY_DAY,
    read_acts,
    read_changed,
    read_forms,
    read_languages,
    read_on,
    read_regimes,
    read_statuses,
    read_themes,
    read_years,
)
from api.models.hits import HitOut, WordingOut
from api.models.search import SearchAnswer
from api.models.search_words import about_citation, about_unheld
from api.questions.search.asking import SearchAsked
from api.questions.search.finding import Searching
from api.questions.search.places import BETWEEN, place_label
from api.words.searching import titles_of
from cli.asking import QueryCommand
from cli.parameters import AsJson
from cli.printing import OUT, answer, marked, remark, table, window
from cli.workplace import Workplace, now, saying_how_to_build
from corpus.law import EditionLabel, Language
from corpus.legal_day import day_in_kazakhstan
from corpus.search.queries import Filters, Moment
from corpus.search.words.analysis import Analyser

app = typer.Typer()

_MOST_HITS = 100
_MOST_VALUES = 10
"""Of a facet, on the screen."""
Read = TypeVar("Read")
Several = list[str] | None


def _option(name: str, text: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(name, help=text)
    return option


@app.command(cls=QueryCommand)
def search(
    ctx: typer.Context,
    query: Annotated[
        str,
        typer.Argument(
            help='Words, "as written", ~"any form", -without, OR, begin*, one ~5 other, act: '
            "article: note: heading: status:, or a citation.",
        ),
    ],
    on: Annotated[
        str | None,
        typer.Option("--on", metavar="DATE|any", help="In force on that day (today); any: all."),
    ] = None,
    changed: Annotated[
        str | None,
        typer.Option("--changed", metavar="FROM..TO", help="What appeared or went in between."),
    ] = None,
    lang: Annotated[Several, _option("--lang", "Only in these languages.")] = None,
    act: Annotated[Several, _option("--act", "Only in these acts (NGR).")] = None,
    form: Annotated[Several, _option("--form", "Only in acts of these kinds.")] = None,
    regime: Annotated[Several, _option("--regime", "Only provisions of these regimes.")] = None,
    status: Annotated[Several, _option("--status", "Only wordings that are this today.")] = None,
    year: Annotated[Several, _option("--year", "Only in acts of these years.")] = None,
    theme: Annotated[Several, _option("--theme", "Only provisions on these themes.")] = None,
    cross: Annotated[bool, typer.Option("--cross", help="Also in the other language.")] = False,
    facets: Annotated[bool, typer.Option("--facets", help="Count what narrows it down.")] = False,
    limit: Annotated[int, typer.Option("--limit", min=1, max=_MOST_HITS)] = 20,
    offset: Annotated[int, typer.Option("--offset", min=0, max=10_000)] = 0,
    cursor: Annotated[
        str | None, typer.Option("--cursor", help="Go on from there; printed at the end.")
    ] = None,
    engine: Annotated[
        str | None, typer.Option("--engine", help="Ask this engine, not the one that is set.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Search the wordings in force today, on a day, at any time, or what changed."""
    if cursor and offset:
        raise typer.BadParameter("give --cursor or --offset, not both")
    if len(query) > LONGEST_ASKED:
        raise typer.BadParameter(f"give a query of {LONGEST_ASKED} characters at most")
    workplace: Workplace = ctx.obj
    asked = SearchAsked(
        query,
        _when(on, changed),
        Filters(
            acts=_read("--act", read_acts, act or ()),
            forms=_read("--form", read_forms, form or ()),
            languages=tuple(map(Language, _read("--lang", read_languages, lang or ()))),
            regimes=_read("--regime", read_regimes, regime or ()),
            statuses=_read("--status", read_statuses, status or ()),
            years=_read("--year", read_years, year or ()),
            themes=_read("--theme", read_themes, theme or ()),
        ),
        cross,
        facets,
        limit,
        offset,
        cursor,
    )
    searching = Searching(workplace.engine_named(engine), Analyser())
    with workplace.store.read() as session, saying_how_to_build(engine):
        found = searching.find(session, asked, day_in_kazakhstan(now()))
    document = SearchAnswer.of(found, titles_of(found))
    answer(document, as_json=as_json, show=lambda: _show(document))


def _read(name: str, read: Callable[[object], Read], given: object) -> Read:
    try:
        return read(given)
    except ValueError as error:
        raise typer.BadParameter(f"{name}: {error}") from None


def _when(on: str | None, changed: str | None) -> Moment | None:
    if on is not None and changed is not None:
        raise typer.BadParameter("give --on or --changed, not both")
    if changed is not None:
        return _read("--changed", lambda text: read_changed(str(text)), changed)
    return None if on is None else _read("--on", lambda text: read_on(str(text)), on)


def _show(found: SearchAnswer) -> None:
    """The remarks, the hits, the counts, and where to go on."""
    for remarked in _remarks(found):
        remark(remarked)
    for hit in found.hits:
        _show_hit(hit, {ANY_DAY, "changed"} & {found.when.asked} != set())
    if found.facets is not None:
        for name, values in found.facets.items():
            _show_facet(name, ((one.value, one.count, _title(one.titles)) for one in values))
    more = f"; {found.other_times} more at other times: --on any" if found.other_times else ""
    remark(f"{found.total} found{more}")
    if found.certain is not None and found.certain < found.total:
        remark(f"{found.certain} surely in force then; of the others it is not known")
    if found.cursor:
        remark(f"Next page: --cursor {found.cursor}")


def _remarks(found: SearchAnswer) -> Iterable[str]:
    for part in found.ignored:
        yield f"Left out of the query: {part.said}"
    if found.also:
        yield f"Also looked for: {'; '.join(added.said for added in found.also)}"
    if found.suggestion:
        yield f"Did you mean: {found.suggestion}"
    if found.cited:
        yield from about_citation(found.cited)
    unheld = about_unheld(found.not_held, found.when.on) if found.when.on else None
    if unheld:
        yield unheld
    if found.index_behind:
        yield "The index is behind the store: `nusqa index rebuild` builds it anew."


def _show_hit(hit: HitOut, several: bool) -> None:
    pinned = "* " if hit.pinned else ""
    place = f" {hit.place}" if hit.place else ""
    where = f"{pinned}{hit.ngr} {hit.key}{place} {hit.lang} · edition {hit.wording.edition}"
    OUT.print(Text(where, style="cyan"))
    heading = marked(hit.heading_html)
    inside = place_label(hit.place, "", hit.lang)
    OUT.print(heading.append(f"{BETWEEN}{inside}" if inside else ""))
    OUT.print(marked(hit.snippet_html))
    OUT.print(Text(f"{_told(hit.wording)}; now: {_now(hit)}", style="dim"))
    if hit.doubt:
        OUT.print(Text(hit.doubt, style="yellow"))
    for event in hit.events:
        sure = "" if event.certain else " (by the texts that are held)"
        OUT.print(Text(f"  {event.kind} {event.day}{sure}"))
    if several and len(hit.wordings) > 1:
        for one in hit.wordings:
            OUT.print(Text(f"  edition {one.edition}: {_told(one)}", style="dim"))
    OUT.print()


def _told(wording: WordingOut) -> str:
    if wording.doubtful:
        year = EditionLabel.parse(wording.held_since) if wording.held_since else None
        held = window(wording.held_from, wording.held_to, year)
        return f"by labels {held}; days in force not known"
    days = window(wording.from_, wording.to)
    if wording.perhaps_before or wording.perhaps_after:
        return f"surely {days}, {_perhaps(wording)} not known; {wording.status.replace('_', ' ')}"
    if wording.from_ is not None and wording.from_ == wording.to:  # what a repeal has left
        days = "no day,"
    return f"{days} {wording.status.replace('_', ' ')}"


def _perhaps(wording: WordingOut) -> str:
    sides = {"before": wording.perhaps_before, "after": wording.perhaps_after}
    return " and ".join(side for side, open_ in sides.items() if open_)


def _now(hit: HitOut) -> str:
    now_ = hit.now
    match now_.became:
        case "same":
            return "this wording"
        case "amended":
            return f"edition {now_.edition}, from {now_.from_}"
        case "moved":
            return f"{now_.key}, edition {now_.edition}"
        case "repealed":
            return f"repealed since {now_.since}"
        case "to_come":
            return "not in force yet"
    newest = f"; the newest that may be is edition {now_.edition}" if now_.edition else ""
    return f"not known{newest}"


def _show_facet(name: str, values: Iterable[tuple[str, int, str]]) -> None:
    rows = list(values)
    if rows:
        table([name, "Results", ""], rows[:_MOST_VALUES])
        if len(rows) > _MOST_VALUES:
            remark(f"{len(rows) - _MOST_VALUES} more values of {name}: --json has all")
        OUT.print()


def _title(titles: dict[Language, str]) -> str:
    order = (Language.EN, Language.RU, *titles)
    return next((titles[one] for one in order if one in titles), "")

"""Commands that read: acts, editions, articles, show, quarantine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated

import typer

from api.models.acts import ActList, ActToday, EditionList, EditionOut
from api.models.articles import ArticleList, ArticleOut
from api.models.completeness import CompletenessOut
from api.questions.editions_today import EditionToday, editions_today_of
from api.questions.in_force.coming import coming_for_article, day_of
from api.questions.in_force.wording import article_in_force
from api.questions.texts import find_article, find_edition, text_language
from cli import printing
from cli.holdings import answering_today, held_of_known, show_completeness, to_come
from cli.parameters import AsJson, Edition, InForceOn, Key, Lang, Ngr, On, Presume, asked_by
from cli.printing import answer, table
from cli.still_to_come import remark_if_newer_is_cut, remark_if_to_come, show_coming, show_grounds
from cli.workplace import Workplace, now
from corpus.law import Language
from corpus.legal_day import day_in_kazakhstan
from corpus.store import reads
from corpus.store.completeness import Completeness, completeness
from corpus.store.quarantine import QuarantineRecord
from corpus.store.records import ActSummary, Certainty

app = typer.Typer()


@app.command()
def acts(
    ctx: typer.Context,
    as_json: AsJson = False,
    every: Annotated[
        bool, typer.Option("--all", help="Also the watched acts of which nothing is held.")
    ] = False,
) -> None:
    """List the acts that are held."""
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        found = [act for act in reads.acts(session) if every or act.editions]
        today = day_in_kazakhstan(now())
        answering = editions_today_of(session, (act.ngr for act in found), today)
        complete = {act.ngr: completeness(session, act.ngr) for act in found}
    document = ActList(acts=tuple(ActToday.on(act, today, answering[act.ngr]) for act in found))
    answer(document, as_json=as_json, show=lambda: _show_acts(found, complete, answering))


def _show_acts(
    found: list[ActSummary],
    complete: Mapping[str, Sequence[Completeness]],
    answering: Mapping[str, Sequence[EditionToday]],
) -> None:
    table(
        ["NGR", "Title", "Adopted", "Held of known", "Today", "To come"],
        (
            (
                act.ngr,
                act.titles.get(Language.RU) or next(iter(act.titles.values()), None),
                f"{act.adopted} (its page)" if "adopted" in act.from_page else act.adopted,
                " ".join(map(held_of_known, complete[act.ngr])),
                "\n".join(map(answering_today, answering[act.ngr])),
                "\n".join(filter(None, map(to_come, answering[act.ngr]))),
            )
            for act in found
        ),
    )


@app.command()
def editions(ctx: typer.Context, ngr: Ngr, lang: Lang = None, as_json: AsJson = False) -> None:
    """List the editions of an act that are held, with the days each answers for."""
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        found = reads.editions(session, ngr, lang)
        complete = [one for one in completeness(session, ngr) if lang in (None, one.language)]
    document = EditionList(
        ngr=ngr,
        editions=tuple(EditionOut.of(one) for one in found),
        completeness=tuple(map(CompletenessOut.of, complete)),
    )

    def show_editions() -> None:
        table(
            ["Lang", "Edition", "Answers for", "Holds", "Articles", "From"],
            (
                (
                    one.language,
                    one.label,
                    printing.window(one.from_, one.to, one.label),
                    ", ".join(one.holding.keys) or one.holding.kind,
                    one.articles,
                    one.url,
                )
                for one in found
            ),
        )
        show_completeness(complete)

    answer(document, as_json=as_json, show=show_editions)


@app.command()
def articles(
    ctx: typer.Context,
    ngr: Ngr,
    edition: Edition = None,
    on: On = None,
    lang: Lang = None,
    as_json: AsJson = False,
) -> None:
    """List the articles of an edition: by its label, of a day, or the newest held."""
    workplace: Workplace = ctx.obj
    asked = asked_by(edition, on)
    with workplace.store.read() as session:
        language = text_language(session, ngr, lang, labels=(asked.label,))
        summary = find_edition(session, ngr, language, asked)
        document = ArticleList.of(reads.edition(session, summary.id), summary, asked)

    def show_articles() -> None:
        table(
            ["Key", "Kind", "Heading"],
            ((one.key, one.kind, f"{one.marker} {one.heading}") for one in document.articles),
            title=f"{ngr} {language}, edition {summary.label}",
        )
        remark_if_to_come(document.answered)

    answer(document, as_json=as_json, show=show_articles)


@app.command()
def show(
    ctx: typer.Context,
    ngr: Ngr,
    key: Key,
    edition: Edition = None,
    on: On = None,
    in_force_on: InForceOn = None,
    presume: Presume = False,
    lang: Lang = None,
    as_json: AsJson = False,
) -> None:
    """Show an article: of an edition, as of a day, in force on a day, or the newest held."""
    workplace: Workplace = ctx.obj
    asked = asked_by(edition, on, in_force_on, presume=presume)
    with workplace.store.read() as session:
        language = text_language(session, ngr, lang, labels=(asked.label,))
        in_force = None
        if in_force_on is not None:
            in_force = article_in_force(session, ngr, language, key, in_force_on, presume=presume)
        record = in_force.record if in_force else find_article(session, ngr, language, key, asked)
        as_of = day_of(asked, record.edition.label, day_in_kazakhstan(now()))
        coming = coming_for_article(session, record, as_of)

    def show_text() -> None:
        printing.article_text(record.article)
        summary = record.edition
        said = f"{ngr} {language}, edition {summary.label}"
        if in_force:
            said += f", in force on {in_force.day}"
        if (asked.on or in_force) and summary.certainty is Certainty.UNLISTED:
            said += "; no list of the act's editions is held, one in between is not ruled out"
        if not record.complete:
            said += "; the copy may end inside this article"
        if summary.sample:
            said += "; a sample, not official text"
        printing.remark(f"— {said} ({summary.url or 'no address'})")
        remark_if_to_come(document.answered)
        remark_if_newer_is_cut(document.answered)
        if in_force:
            show_grounds(in_force)
        show_coming(coming)

    document = ArticleOut.of(record, asked, in_force, coming)
    answer(document, as_json=as_json, show=show_text)


@app.command()
def quarantine(ctx: typer.Context, as_json: AsJson = False) -> None:
    """List what registries served and was not believed, and why."""
    workplace: Workplace = ctx.obj
    with workplace.store.read() as session:
        records = reads.quarantined(session)
    document = {"quarantine": [_quarantined(record) for record in records]}

    def show_records() -> None:
        table(
            ["NGR", "Lang", "Edition", "Why", "Page"],
            (
                (
                    record.ngr,
                    record.language,
                    record.label,
                    "\n".join(f"{one.gate}: {one.message}" for one in record.objections),
                    record.url,
                )
                for record in records
            ),
        )
        printing.remark(f"{len(records)} in quarantine")

    answer(document, as_json=as_json, show=show_records)


def _quarantined(record: QuarantineRecord) -> dict[str, object]:
    return {
        "id": record.id,
        "ngr": record.ngr,
        "lang": record.language,
        "edition": None if record.label is None else str(record.label),
        "url": record.url,
        "objections": [
            {"gate": objection.gate, "message": objection.message}
            for objection in record.objections
        ],
        "recorded_at": record.recorded_at.isoformat(),
    }

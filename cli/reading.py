"""Commands that read: acts, editions, articles, show, search, quarantine."""

from __future__ import annotations

from typing import Annotated

import typer

from api.models.acts import ActList, ActOut, EditionList, EditionOut
from api.models.articles import ArticleList, ArticleOut
from api.models.search import SearchAnswer
from api.questions.search import find
from api.questions.texts import find_article, find_edition, text_language
from cli import printing
from cli.parameters import AsJson, Edition, Key, Lang, Ngr, On, asked_by
from cli.printing import answer, table
from cli.workplace import Workplace
from corpus.law import Language
from corpus.search import Query
from corpus.store import reads
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
    document = ActList(acts=tuple(ActOut.of(act) for act in found))
    answer(document, as_json=as_json, show=lambda: _show_acts(found))


def _show_acts(found: list[ActSummary]) -> None:
    table(
        ["NGR", "Title", "Adopted", "Editions", "Newest"],
        (
            (
                act.ngr,
                act.titles.get(Language.RU) or next(iter(act.titles.values()), None),
                act.adopted,
                " ".join(f"{language} {count}" for language, count in act.languages.items()),
                act.newest,
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
    document = EditionList(ngr=ngr, editions=tuple(EditionOut.of(one) for one in found))
    answer(
        document,
        as_json=as_json,
        show=lambda: table(
            ["Lang", "Edition", "Answers for", "Holds", "Articles", "From"],
            (
                (
                    one.language,
                    one.label,
                    printing.window(one.from_, one.to),
                    ", ".join(one.holding.keys) or one.holding.kind,
                    one.articles,
                    one.url,
                )
                for one in found
            ),
        ),
    )


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
        language = text_language(session, ngr, lang)
        summary = find_edition(session, ngr, language, asked)
        document = ArticleList.of(reads.edition(session, summary.id), summary, asked)
    answer(
        document,
        as_json=as_json,
        show=lambda: table(
            ["Key", "Kind", "Heading"],
            ((one.key, one.kind, f"{one.marker} {one.heading}") for one in document.articles),
            title=f"{ngr} {language}, edition {summary.label}",
        ),
    )


@app.command()
def show(
    ctx: typer.Context,
    ngr: Ngr,
    key: Key,
    edition: Edition = None,
    on: On = None,
    lang: Lang = None,
    as_json: AsJson = False,
) -> None:
    """Show an article: by an edition's label, as it stood on a day, or the newest held."""
    workplace: Workplace = ctx.obj
    asked = asked_by(edition, on)
    with workplace.store.read() as session:
        language = text_language(session, ngr, lang)
        record = find_article(session, ngr, language, key, asked)

    def show_text() -> None:
        printing.article_text(record.article)
        summary = record.edition
        said = f"{ngr} {language}, edition {summary.label}"
        if asked.on and summary.certainty is Certainty.UNLISTED:
            said += "; no list of the act's editions is held, one in between is not ruled out"
        if not record.complete:
            said += "; the copy may end inside this article"
        if summary.sample:
            said += "; a sample, not official text"
        printing.remark(f"— {said} ({summary.url or 'no address'})")

    answer(ArticleOut.of(record, asked), as_json=as_json, show=show_text)


@app.command()
def search(
    ctx: typer.Context,
    query: Annotated[str, typer.Argument(help='Words, "a phrase", -without, OR, prefix*.')],
    on: On = None,
    lang: Lang = None,
    act: Annotated[str | None, typer.Option("--act", help="Only in this act (NGR).")] = None,
    limit: Annotated[int, typer.Option(min=1, max=100)] = 20,
    offset: Annotated[int, typer.Option(min=0)] = 0,
    as_json: AsJson = False,
) -> None:
    """Search the current wordings, or those of a day."""
    workplace: Workplace = ctx.obj
    wanted = Query(query, lang=lang, ngr=act, on=on, limit=limit, offset=offset)
    with workplace.store.read() as session:
        found = SearchAnswer.of(find(workplace.engine, session, wanted))

    def show_hits() -> None:
        for part in found.ignored:
            printing.remark(f"Left out of the query: {part}")
        if found.index_behind:
            printing.remark("The index is behind the store: `nusqa index rebuild` builds it anew.")
        for hit in found.hits:
            printing.hit(hit)
        printing.remark(f"{found.total} found")

    answer(found, as_json=as_json, show=show_hits)


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

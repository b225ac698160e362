"""`nusqa export text`: an edition, or an article of one, as Akoma Ntoso."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from api.models.provenance import Answered
from api.questions.akoma_ntoso import document_of
from api.questions.relations.relating import Relating
from api.questions.texts import find_article, find_edition, text_language
from cli import printing
from cli.exporting.drafts import check_free, write_whole
from cli.parameters import Edition, Force, Lang, Ngr, On, asked_by
from cli.still_to_come import remark_if_to_come
from cli.workplace import Workplace
from exports.akoma_ntoso import write_article, write_edition


def text(
    ctx: typer.Context,
    ngr: Ngr,
    edition: Edition = None,
    on: On = None,
    lang: Lang = None,
    article: Annotated[
        str | None, typer.Option("--article", help="Only this article, by its key.")
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="By default standard output.")
    ] = None,
    force: Force = False,
) -> None:
    """Write an edition as Akoma Ntoso 3.0: of a label, of a day, or the newest held.

    With the registry's notes, the amending acts that they name, and the days on which wordings
    surely were in force. The same corpus gives the same bytes.
    """
    check_free(out, force=force)
    workplace: Workplace = ctx.obj
    asked, site = asked_by(edition, on), workplace.settings.public_url or ""
    with workplace.store.read() as session:
        language = text_language(session, ngr, lang, labels=(asked.label,))
        known = Relating().known(session)
        if article is None:
            summary = find_edition(session, ngr, language, asked)
            written = write_edition(document_of(session, known, summary, site))
        else:
            record = find_article(session, ngr, language, article, asked)
            summary = record.edition
            document = document_of(session, known, summary, site, article)
            written = write_article(document, record.article)
    if out is None:
        sys.stdout.buffer.write(written)
        return
    write_whole(out, [written])
    printing.remark(f"{out}: {ngr} {language}, edition {summary.label}")
    remark_if_to_come(Answered.of(summary, asked))

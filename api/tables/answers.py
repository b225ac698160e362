"""Comparison tables as answers: which form is wanted, what is in it, and under what name."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Path, Query, Request, Response
from pydantic import BeforeValidator, StringConstraints, WithJsonSchema
from sqlalchemy.orm import Session

from api.answering.caching import tagged
from api.answering.forms import (
    CSV,
    DOCX,
    HTML,
    JSON,
    MARKDOWN,
    PDF,
    XLSX,
    Form,
    accepted_form,
    attachment,
    form_of_ending,
)
from api.asking.parameters import KeyText, absent_if_empty
from api.openapi import Responses, documented_file
from api.problems.refusals import InvalidRequest
from api.questions.compared.asking import Sides
from api.questions.sides import Side
from api.services import Services
from api.tables.asked import asked_table
from api.tables.comparisons import editions_table, sides_table
from corpus.law import EditionLabel, Language
from exports.comparison.table import Options
from exports.tables.comma_separated import csv_bytes
from exports.tables.forms import WRITERS
from exports.tables.table import Table
from exports.tables.web_page import security_policy

TABLE_FORMS: Sequence[Form] = (DOCX, PDF, HTML, XLSX, CSV, MARKDOWN)
BY_NAME: Sequence[Form] = tuple(form for form in TABLE_FORMS if form.by_accept)
"""Those that the header Accept can choose."""
BY_ACCEPT = {"Vary": "Accept"}
"""Of an address without an ending, whatever form it is answered in."""
_NO_NAME = re.compile(r"[^\w@:.,-]+")
_LONGEST_NAME = 120
_NO_OPTIONS = Options()

Ending = Annotated[
    Annotated[
        str,
        StringConstraints(max_length=20),
        WithJsonSchema(
            {
                "type": "string",
                "enum": [form.ending for form in TABLE_FORMS],
                "examples": ["docx"],
            }
        ),
    ],
    Path(description="The form of the table."),
]


@dataclass(frozen=True)
class WantedTable:
    """What is wanted in a table, in which language our own words are, how CSV begins."""

    options: Options = _NO_OPTIONS
    ui: Language | None = None
    byte_order_mark: bool = True


def wanted_table(
    article: Annotated[
        KeyText,
        Query(
            description="Of a table: only this article, division or point, by its key.",
            examples=["art_113-3"],
        ),
    ] = None,
    technical: Annotated[
        bool,
        Query(
            description="Of a table: also what differs in form only: quotes, spaces, footnotes.",
            examples=[False],
        ),
    ] = False,
    unchanged: Annotated[
        bool, Query(description="Of a table: also what did not change.", examples=[False])
    ] = False,
    ui: Annotated[
        Annotated[Language | None, BeforeValidator(absent_if_empty)],
        Query(
            description="Of a table: the language of its headings and notes; by default that of "
            "the law's text.",
            examples=["ru"],
        ),
    ] = None,
    bom: Annotated[
        bool,
        Query(
            description="Of CSV: whether it begins with a byte order mark, by which Excel knows "
            "UTF-8.",
            examples=[True],
        ),
    ] = True,
) -> WantedTable:
    """What is wanted in a table."""
    return WantedTable(Options(technical, unchanged, article), ui, bom)


InTable = Annotated[WantedTable, Depends(wanted_table)]


def form_by_accept(request: Request, wanted: WantedTable) -> Form:
    """The form that the Accept header chooses, JSON or a table.

    Raises InvalidRequest where something is wanted in a table and the answer is JSON.
    """
    form = accepted_form(request, (JSON, *TABLE_FORMS))
    if form is JSON and wanted != WantedTable():
        raise InvalidRequest(
            "`article`, `technical`, `unchanged`, `ui` and `bom` are of tables: ask for one by its "
            "ending, such as `.docx`, or by the header `Accept`"
        )
    return form


def table_form(ending: str) -> Form:
    """The form of an ending; raises UnknownForm."""
    return form_of_ending(ending, TABLE_FORMS)


def documented_table(*problems: int) -> Responses:
    """The responses of an address that answers with a table in the form of its ending."""
    return documented_file("The table.", TABLE_FORMS, *problems)


def answer_editions(
    request: Request,
    services: Services,
    session: Session,
    form: Form,
    wanted: WantedTable,
    ngr: str,
    labels: tuple[str, str],
    lang: Language | None,
    headers: dict[str, str] | None = None,
) -> Response:
    """The table of two editions of an act."""
    first, second = map(EditionLabel.parse, labels)

    def make() -> Table:
        return editions_table(session, ngr, (first, second), lang, wanted.options, wanted.ui)

    named = (ngr, *labels, wanted.options.key, lang)
    question = ("diff", ngr, labels, lang)
    return _answer(request, services, session, form, wanted, named, question, make, headers)


def answer_asked(
    request: Request,
    services: Services,
    session: Session,
    form: Form,
    wanted: WantedTable,
    sides: Sides,
    themes: tuple[str, ...] = (),
    headers: dict[str, str] | None = None,
) -> Response:
    """The table of two sides as written: of two editions of one act that of the editions."""

    def make() -> Table:
        return asked_table(session, sides, wanted.options, wanted.ui, services.analyser, themes)

    both = ("+".join(sides.left), "+".join(sides.right))
    named = (*both, *themes, wanted.options.key, sides.language)
    question = ("compare", sides, themes)
    return _answer(request, services, session, form, wanted, named, question, make, headers)


def answer_phases(
    request: Request,
    services: Services,
    session: Session,
    form: Form,
    wanted: WantedTable,
    phases: tuple[str, str],
    sides: Callable[[], tuple[Side, Side]],
    lang: Language | None,
    themes: tuple[str, ...] = (),
    headers: dict[str, str] | None = None,
) -> Response:
    """The table of two regimes or phases, whose `sides` are read where it must be made."""

    def make() -> Table:
        left, right = sides()
        analyser = services.analyser
        return sides_table(session, left, right, wanted.options, wanted.ui, analyser, themes)

    called = (*phases, *themes, wanted.options.key, lang)
    question = ("compare regimes", *phases, lang, themes)
    return _answer(request, services, session, form, wanted, called, question, make, headers)


def _answer(
    request: Request,
    services: Services,
    session: Session,
    form: Form,
    wanted: WantedTable,
    named: Sequence[str | None],
    question: Hashable,
    make: Callable[[], Table],
    headers: dict[str, str] | None,
) -> Response:
    asked = ("table", form.ending, wanted, question)

    def body_of() -> bytes:
        if form is not PDF:
            return written(make(), form, wanted)
        with services.dumping.turn():  # the typesetter takes much memory, if not for long
            return written(make(), form, wanted)

    body = services.remembered.body(session, asked, body_of)
    own = attachment(file_name(named), form)
    if form is HTML:  # read and printed where it is
        own = {"Content-Security-Policy": security_policy(), "Referrer-Policy": "no-referrer"}
    return tagged(request, body, media_type=form.media_type, headers={**own, **(headers or {})})


def written(table: Table, form: Form, wanted: WantedTable) -> bytes:
    """The table in a form."""
    if form is CSV:
        return csv_bytes(table, byte_order_mark=wanted.byte_order_mark)
    return WRITERS[form.ending](table)


def file_name(named: Sequence[str | None]) -> str:
    """What the file is called: what is compared, in letters that every system takes."""
    told = "_".join(one for one in named if one)
    return f"comparison_{_NO_NAME.sub('-', told).replace(':', '.')[:_LONGEST_NAME]}"

"""Dumps of the whole corpus, streamed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, closing
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

from api.answering.caching import CHANGING, is_current, version_tag
from api.answering.forms import Form, attachment
from api.answering.streaming import HeldOpen
from api.asking.paging import WhichPage, answer_page
from api.asking.parameters import ActFilter, LangFilter, absent_if_empty
from api.dumps.files import FILES, ExportFile, export_named
from api.dumps.state import about_of
from api.dumps.summing import all_sums, sums_line
from api.dumps.tables import Wanted
from api.middleware.head import asks_for_no_body
from api.models.dumps import ExportList, ExportOut
from api.openapi import documented, documented_file
from api.routers.changes import Moment
from api.services import Reading, UsedServices
from exports.dumps.about import About
from exports.dumps.manifest import Measured, Written

router = APIRouter(prefix="/v1/exports", tags=["exports"])

FORM = 1
"""Grows whenever dumps are written otherwise: what is held is then not current."""

_LONGEST_NAME = 60
SUMS = Form("txt", "text/plain; charset=utf-8")

File = Annotated[
    Annotated[
        str,
        StringConstraints(max_length=_LONGEST_NAME),
        WithJsonSchema({"type": "string", "enum": list(FILES), "examples": ["articles.jsonl"]}),
    ],
    Path(description="Which file: a table and a form."),
]
Since = Annotated[
    Annotated[Moment | None, BeforeValidator(absent_if_empty)],
    Query(
        description="Only what was recorded at or after this time; of an article's wordings those "
        "whose newest edition was. Acts, and so the whole corpus, have no such time.",
        examples=["2026-11-02"],
    ),
]


@router.get("", response_model=ExportList, responses=documented(ExportList, links=True))
def list_exports(
    request: Request, session: Reading, services: UsedServices, page: WhichPage
) -> Response:
    """What can be taken away; sizes and checksums of what was sent whole in the present state."""
    about = about_of(session)
    known = services.sums.of(about.store_version)
    exports = tuple(_told(one, about, known.get(one.name)) for one in FILES.values())
    answer = ExportList(
        sample=about.sample,
        licence=about.licence,
        store_version=about.store_version,
        snapshots=about.snapshots,
        snapshots_sha256=about.snapshots_sha256,
        exports=exports,
    )
    return answer_page(request, answer, ("exports",), page)


@router.get(
    "/SHA256SUMS",
    response_class=Response,
    responses=documented_file("A line a file.", [SUMS]),
)
def take_sums(request: Request, services: UsedServices) -> Response:
    """The sha256 of every file in the present state, as `sha256sum --check` reads them.

    Files that were not sent whole in this state are made for it, one after another, which takes as
    long as taking them all; from then on their sizes and sums stand in the list as well.
    """
    with ExitStack() as opened:
        session = opened.enter_context(services.store.read())
        about = about_of(session)
        tag = version_tag((FORM, about.store_version, "SHA256SUMS"))
        headers = {
            "ETag": tag,
            "Cache-Control": CHANGING,
            "X-Content-Type-Options": "nosniff",
            "Content-Disposition": 'attachment; filename="SHA256SUMS"',
        }
        if is_current(request.headers.get("if-none-match", ""), tag):
            return Response(status_code=304, headers=headers)
        if asks_for_no_body(request):
            return HeldOpen(iter([b""]), lambda: None, media_type=SUMS.media_type, headers=headers)
        opened.enter_context(services.dumping.turn())
        lines = (
            sums_line(file, about, one) for file, one in all_sums(session, about, services.sums)
        )
        close = opened.pop_all().close
    return HeldOpen(lines, close, media_type=SUMS.media_type, headers=headers)


@router.get(
    "/{file}",
    response_class=Response,
    responses=documented_file(
        "The file, sent while it is read.", [one.sent_as for one in FILES.values()], 404
    ),
)
def take_export(
    request: Request,
    services: UsedServices,
    file: File,
    act: ActFilter = None,
    lang: LangFilter = None,
    since: Since = None,
) -> Response:
    """A table, or all of it, as it is in one state of the corpus however long it takes to send.

    Rows have the names that the other addresses have. `articles` has a row for every wording of
    every article; changes and amendments that no longer hold are left out. The ETag is that of the
    state: who has the file is told so before anything is read. A sample says that it is one, in
    the rows and in the file's name.
    """
    export = export_named(file)
    wanted, measured = Wanted(act, lang, since), Measured()
    with ExitStack() as opened:
        session = opened.enter_context(services.store.read())
        export.check(session, wanted)
        about = about_of(session)
        tag = version_tag((FORM, about.store_version, file, request.url.query))
        headers = {
            "ETag": tag,
            "Cache-Control": CHANGING,
            "X-Content-Type-Options": "nosniff",
            **attachment(about.file_name(export.stem), export.sent_as),
        }
        media_type = export.sent_as.media_type
        if is_current(request.headers.get("if-none-match", ""), tag):
            return Response(status_code=304, headers=headers)
        if asks_for_no_body(request):
            return HeldOpen(iter([b""]), lambda: None, media_type=media_type, headers=headers)
        opened.enter_context(services.dumping.turn())
        parts = opened.enter_context(closing(export.parts(session, about, wanted, measured)))
        first = next(parts, b"")  # what goes wrong at once is still told as a problem
        close = opened.pop_all().close

    def sent() -> Iterator[bytes]:
        yield first
        yield from parts
        if wanted == Wanted():
            whole = Written(file, measured.bytes, measured.sha256, measured.rows)
            services.sums.learn(about.store_version, whole)

    return HeldOpen(sent(), close, media_type=media_type, headers=headers)


def _told(export: ExportFile, about: About, known: Written | None) -> ExportOut:
    return ExportOut(
        table=export.table,
        form=export.ending,
        path=f"{router.prefix}/{export.name}",
        file=export.saved_as(about),
        media_type=export.sent_as.media_type,
        bytes=known.bytes if known else None,
        sha256=known.sha256 if known else None,
        rows=known.rows if known else None,
    )

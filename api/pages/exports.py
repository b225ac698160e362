"""The page of the files that can be taken away: the whole collection, table by table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fastapi import APIRouter, Request, Response

from api.dumps.files import CORPUS, FILES, ExportFile
from api.dumps.state import about_of
from api.dumps.tables import TableName
from api.rendering.page import ForReader, page
from api.services import Reading, UsedServices
from exports.dumps.manifest import Written

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class FileShown:
    """A file, and what is known of it in the present state of the corpus."""

    file: ExportFile
    known: Written | None

    @property
    def address(self) -> str:
        """Where it is taken."""
        return f"/v1/exports/{self.file.name}"


@router.get("/exports")
def show_exports(
    request: Request, reader: ForReader, services: UsedServices, session: Reading
) -> Response:
    """Every file with its size and checksum, as far as they were worked out, and how it is used."""
    about = about_of(session)
    known = services.sums.of(about.store_version)
    files = [FileShown(one, known.get(one.name)) for one in FILES.values()]
    return page(
        request,
        reader,
        "exports.html",
        sample=about.sample,
        about=about,
        tables=tuple(_by_table(files)),
        summed=len(known) == len(FILES),
        example=FILES[f"{TableName.ARTICLES}.jsonl"].saved_as(about),
        corpus=FILES[f"{CORPUS}.sqlite"].saved_as(about),
        service=services.address(request),
    )


def _by_table(files: list[FileShown]) -> Iterator[tuple[str, list[FileShown]]]:
    """What has all tables first, then table by table."""
    for stem in dict.fromkeys([CORPUS, *(one.file.stem for one in files)]):
        yield stem, [one for one in files if one.file.stem == stem]

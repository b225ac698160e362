"""The files that can be taken away: each table in each form, the SQLite file, its metadata."""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from sqlalchemy.orm import Session

from api.answering.forms import JSON, JSON_LINES, PARQUET, SQLITE, Form
from api.dumps.tables import NarrowingRefused, TableName, Wanted, json_of, plain, rows_of, shape_of
from exports.dumps.about import About
from exports.dumps.compressed import Compression, compressed
from exports.dumps.json_text import json_document, json_lines
from exports.dumps.manifest import Measured
from exports.dumps.parquet_apart import parquet_apart
from exports.dumps.sqlite.datasette import datasette_metadata
from exports.dumps.sqlite.writing import CorpusRows, write_sqlite

CORPUS = "corpus"
"""The name of what has all tables in it."""
_METADATA = "metadata"
_PIECE = 256 * 1024
_COMPRESSED_AS = {
    None: "",
    Compression.GZIP: "application/gzip",
    Compression.ZSTANDARD: "application/zstd",
}


class UnknownExport(Exception):
    """There is no file of that name to be taken away."""

    def __init__(self, name: str) -> None:
        self.nearest = tuple(get_close_matches(name, FILES, n=3))
        meant = f" Nearest: {', '.join(self.nearest)}." if self.nearest else ""
        super().__init__(f"There is no such export.{meant} `/v1/exports` lists what there is.")


@dataclass(frozen=True)
class ExportFile:
    """A file: the table it has (None: all of them), its form, and how it is compressed."""

    stem: str
    form: Form
    table: TableName | None = None
    compression: Compression | None = None

    @property
    def ending(self) -> str:
        """What its name ends in, without the first dot."""
        return ".".join(filter(None, [self.form.ending, self.compression]))

    @property
    def name(self) -> str:
        """The last part of its address."""
        return f"{self.stem}.{self.ending}"

    @property
    def sent_as(self) -> Form:
        """Its whole ending, and the media type of what is sent."""
        return Form(self.ending, _COMPRESSED_AS[self.compression] or self.form.media_type)

    def saved_as(self, about: About) -> str:
        """The name it is saved under; that of a sample says so."""
        return f"{about.file_name(self.stem)}.{self.ending}"

    def check(self, session: Session, wanted: Wanted) -> None:
        """Raise what `Wanted.check` raises, before anything is read."""
        if self.stem == _METADATA and wanted != Wanted():
            raise NarrowingRefused("The metadata have no rows: they are not narrowed.")
        wanted.check(session, *([self.table] if self.table else TableName))

    def parts(
        self, session: Session, about: About, wanted: Wanted, measured: Measured
    ) -> Generator[bytes]:
        """The file's bytes in pieces, read from the store as they are asked for.

        Whoever stops early closes the iterator: what was opened for it is then put away.
        """
        return measured.summed(self._made(session, about, wanted, measured))

    def _made(
        self, session: Session, about: About, wanted: Wanted, measured: Measured
    ) -> Iterator[bytes]:
        if self.stem == _METADATA:
            return iter([datasette_metadata(about, about.file_name(CORPUS))])
        if self.table is None:
            return _sqlite(session, about, wanted)
        rows = measured.counted(rows_of(session, self.table, wanted))
        written = map(json_of, rows)
        if self.form is PARQUET:
            return parquet_apart(shape_of(self.table), about, written)
        if self.form is JSON:
            return compressed(json_document(self.table, about, written), self.compression)
        return compressed(json_lines(written), self.compression)


_FORMS: tuple[tuple[Form, Compression | None], ...] = (
    (JSON_LINES, None),
    (JSON_LINES, Compression.GZIP),
    (JSON_LINES, Compression.ZSTANDARD),
    (JSON, None),
    (PARQUET, None),
)
FILES: dict[str, ExportFile] = {
    one.name: one
    for one in (
        *(
            ExportFile(table, form, table, compression)
            for table in TableName
            for form, compression in _FORMS
        ),
        ExportFile(CORPUS, SQLITE),
        ExportFile(_METADATA, JSON),
    )
}
"""By the last part of their addresses."""


def export_named(name: str) -> ExportFile:
    """The file of that name; raises UnknownExport with the nearest names."""
    if name not in FILES:
        raise UnknownExport(name)
    return FILES[name]


def write_corpus(path: Path, session: Session, about: About, wanted: Wanted) -> None:
    """Write the SQLite file of what is wanted to a new file."""
    rows = {str(table): map(plain, rows_of(session, table, wanted)) for table in TableName}
    write_sqlite(path, about, CorpusRows(**rows))


def _sqlite(session: Session, about: About, wanted: Wanted) -> Iterator[bytes]:
    """A whole file is made first: its head says what comes later."""
    with tempfile.TemporaryDirectory(prefix="nusqa-") as folder:
        path = Path(folder) / "corpus.sqlite"
        write_corpus(path, session, about, wanted)
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield piece

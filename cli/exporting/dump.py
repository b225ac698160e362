"""`nusqa export dump`: the whole corpus as files, with checksums."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from sqlalchemy.orm import Session

from api.dumps.files import FILES, ExportFile
from api.dumps.state import about_of
from api.dumps.tables import TableName, Wanted
from cli import printing
from cli.exporting.drafts import check_free, write_whole
from cli.parameters import InLanguage, OfAct, parse_moment
from cli.printing import ERR
from cli.workplace import Workplace
from exports.dumps.about import About
from exports.dumps.compressed import Compression
from exports.dumps.manifest import Measured, Written, manifest

_STANDARD_OUTPUT = "-"
_MANIFEST = "manifest.json"


class DumpForm(StrEnum):
    """A form of dumps."""

    JSONL = "jsonl"
    JSON = "json"
    PARQUET = "parquet"
    SQLITE = "sqlite"


def dump(
    ctx: typer.Context,
    out: Annotated[
        str,
        typer.Option(
            "--out",
            metavar="DIR|FILE|-",
            help="A folder for all files and their manifest; or a file, or - for standard output, "
            "for one.",
        ),
    ],
    form: Annotated[DumpForm, typer.Option("--form", help="How it is written.")] = DumpForm.JSONL,
    table: Annotated[
        list[TableName] | None,
        typer.Option("--table", help="Only this table; may be repeated. By default all."),
    ] = None,
    act: OfAct = None,
    lang: InLanguage = None,
    since: Annotated[
        datetime | None,
        typer.Option(
            parser=parse_moment,
            metavar="DATE",
            help="Only what was recorded on or after that day; acts have none and are left out.",
        ),
    ] = None,
    compress: Annotated[
        Compression | None, typer.Option("--compress", help="With --form jsonl: how to compress.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace files that are there.")] = False,
) -> None:
    """Write acts, editions, articles, changes and amendments as files, with checksums.

    The same corpus gives the same bytes. A sample says so in its files' names.
    """
    tables = table or [one for one in TableName if since is None or one is not TableName.ACTS]
    if form is DumpForm.SQLITE and table:
        raise typer.BadParameter("--form sqlite writes all tables: leave --table out")
    exports = _asked(form, tables, compress)
    workplace: Workplace = ctx.obj
    wanted = Wanted(act, lang, since)
    with workplace.store.read() as session:
        for one in exports:
            one.check(session, wanted)
        about = about_of(session)
        if out == _STANDARD_OUTPUT:
            _print(session, about, wanted, _only(exports, out))
        elif Path(out).suffix and not Path(out).is_dir():
            check_free(Path(out), force=force)
            _say(_write(session, about, wanted, _only(exports, out), Path(out)))
        else:
            _write_folder(session, about, wanted, exports, Path(out), force=force)


def _asked(
    form: DumpForm, tables: Sequence[TableName], compress: Compression | None
) -> list[ExportFile]:
    if compress and form is not DumpForm.JSONL:
        raise typer.BadParameter(f"--compress goes with --form jsonl, not with {form}")
    if form is DumpForm.SQLITE:
        return [FILES["corpus.sqlite"]]
    ending = f"{form}.{compress}" if compress else form
    return [FILES[f"{table}.{ending}"] for table in TableName if table in tables]


def _only(exports: Sequence[ExportFile], out: str) -> ExportFile:
    if len(exports) != 1:
        raise typer.BadParameter(
            f"--out {out} is one file: name one --table, or give a folder for all of them"
        )
    return exports[0]


def _print(session: Session, about: About, wanted: Wanted, export: ExportFile) -> None:
    with closing(export.parts(session, about, wanted, Measured())) as parts:
        for part in parts:
            sys.stdout.buffer.write(part)
    sys.stdout.buffer.flush()


def _write_folder(
    session: Session,
    about: About,
    wanted: Wanted,
    exports: Sequence[ExportFile],
    folder: Path,
    *,
    force: bool,
) -> None:
    """All files, then the manifest of them: where it stands, all are whole."""
    if len(exports) == 1 and exports[0].table is None:
        exports = [*exports, FILES["metadata.json"]]
    paths = [folder / one.saved_as(about) for one in exports]
    for path in (*paths, folder / _MANIFEST):
        check_free(path, force=force)
    (folder / _MANIFEST).unlink(missing_ok=True)
    written = []
    for one, path in zip(exports, paths, strict=True):
        narrowed = wanted if one.table or one.form.ending == DumpForm.SQLITE else Wanted()
        written.append(_write(session, about, narrowed, one, path))
        _say(written[-1])
    write_whole(folder / _MANIFEST, [manifest(about, written)])


def _write(
    session: Session, about: About, wanted: Wanted, export: ExportFile, path: Path
) -> Written:
    measured = Measured()
    with closing(export.parts(session, about, wanted, measured)) as parts:
        write_whole(path, _told(parts, measured, path.name))
    return Written(path.name, measured.bytes, measured.sha256, measured.rows)


def _told(parts: Iterator[bytes], measured: Measured, name: str) -> Iterator[bytes]:
    """The parts; on a terminal with how far they are."""
    if not ERR.is_terminal:
        yield from parts
        return
    with ERR.status(name) as status:
        for part in parts:
            rows = "" if measured.rows is None else f"{measured.rows:,} rows, "
            status.update(f"{name}: {rows}{measured.bytes / 1e6:,.1f} MB")
            yield part


def _say(one: Written) -> None:
    rows = "" if one.rows is None else f"{one.rows} rows, "
    printing.remark(f"{one.file}: {rows}{one.bytes} bytes")

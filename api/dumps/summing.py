"""The sums of all files in one state of the corpus: what is not known yet is made for it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

from sqlalchemy.orm import Session

from api.dumps.files import FILES, ExportFile
from api.dumps.sums import KnownSums
from api.dumps.tables import Wanted
from exports.dumps.about import About
from exports.dumps.manifest import Measured, Written


def all_sums(
    session: Session, about: About, sums: KnownSums
) -> Iterator[tuple[ExportFile, Written]]:
    """Each file with its size, its sum and its rows, as a session reads it; made one by one."""
    for file in FILES.values():
        known = sums.of(about.store_version).get(file.name)
        if known is None:
            known = _made(session, about, file)
            sums.learn(about.store_version, known)
        yield file, known


def sums_line(file: ExportFile, about: About, written: Written) -> bytes:
    """The line of a file that `sha256sum --check` reads, under the name it is saved under."""
    return f"{written.sha256}  {file.saved_as(about)}\n".encode()


def _made(session: Session, about: About, file: ExportFile) -> Written:
    measured = Measured()
    with closing(file.parts(session, about, Wanted(), measured)) as parts:
        for _part in parts:
            pass
    return Written(file.name, measured.bytes, measured.sha256, measured.rows)

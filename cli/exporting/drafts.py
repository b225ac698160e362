"""Files that appear whole or not at all, and none in place of another unless that is asked for."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import NamedTemporaryFile


class AlreadyThere(Exception):
    """There is something of that name, and nobody asked for it to be replaced."""

    def __init__(self, path: Path) -> None:
        way_out = "" if path.is_dir() else ", or --force to replace it"
        super().__init__(f"{path} is there already: give another name{way_out}")


def check_free(*paths: Path | None, force: bool) -> None:
    """Raise AlreadyThere where a file would be replaced unasked, or a folder at all.

    For all files that a command will write, before the first of them; None is none.
    """
    for path in paths:
        if path is not None and (path.is_dir() or (path.exists() and not force)):
            raise AlreadyThere(path)


@contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """A new, empty file beside `path`; it takes its name when all went well, else it is gone.

    The folder is made where it is missing.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(
        prefix=f".{path.name}.", suffix=".part", dir=path.parent, delete=False
    ) as file:
        draft = Path(file.name)
    try:
        yield draft
        with draft.open("rb+") as written:
            os.fsync(written.fileno())
        draft.chmod(0o666 & ~_umask())
        draft.replace(path)
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


def write_whole(path: Path, parts: Iterable[bytes]) -> None:
    """Write a file of parts that come one after another."""
    with draft_of(path) as draft, draft.open("wb") as file:
        for part in parts:
            file.write(part)


def _umask() -> int:
    """The mask of new files; it can only be read by setting it."""
    mask = os.umask(0)
    os.umask(mask)
    return mask

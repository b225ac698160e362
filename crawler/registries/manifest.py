"""`manifest.toml`: what each file of a folder is, for pages that do not say it themselves.

One `[[file]]` a page: `path` (inside the folder), `format`, `ngr`, `lang` (ru, kk, en); where
known `label` (a day, a year), `holds` ("whole", "beginning", a list of keys, "nothing", "first and
last rows"), `title`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, TypeVar

from corpus.law import WHOLE, EditionLabel, Holding, HoldingKind, Language
from crawler.registries.pages import Format, PageSource, is_ngr

NAME = "manifest.toml"

_NEEDED = ("path", "format", "ngr", "lang")
_ALLOWED = frozenset({*_NEEDED, "label", "holds", "title", "url", "sample"})
_HOLDINGS = {
    "whole": WHOLE,
    "beginning": Holding(HoldingKind.BEGINNING),
    "nothing": Holding(HoldingKind.PARTS),
    "first and last rows": Holding(HoldingKind.PARTS),
}
_Word = TypeVar("_Word", Language, Format)
_TABLE = re.compile(r"^[ \t]*\[\[\s*file\s*\]\]", re.MULTILINE)


class ManifestError(Exception):
    """The manifest is wrong; the message names its file and line, and what to write."""


@dataclass(frozen=True)
class ManifestEntry:
    """One `[[file]]` of a manifest."""

    path: str
    source: PageSource
    line: int
    """Where its `[[file]]` stands, counted from 1."""


def read_manifest(text: str, name: str = NAME) -> tuple[ManifestEntry, ...]:
    """Read a manifest. `name` is the file's name for messages.

    Raises ManifestError for broken TOML, an unknown key, format or language, a bad number or
    label, a path that leaves the folder, and a file that is named twice.
    """
    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ManifestError(f"{name}: broken TOML: {error}") from error
    unknown = sorted(set(document) - {"file"})
    if unknown:
        raise ManifestError(f"{name}: unknown entry {unknown[0]!r}; only [[file]] is known")
    tables = document.get("file", [])
    if not isinstance(tables, list) or not tables:
        raise ManifestError(f"{name}: it names no file; write a [[file]] for each page")
    lines = [text.count("\n", 0, match.start()) + 1 for match in _TABLE.finditer(text)]
    entries: dict[str, ManifestEntry] = {}
    for at, table in enumerate(tables):
        line = lines[at] if at < len(lines) else 1
        try:
            entry = _entry(table, line)
        except ValueError as error:
            raise ManifestError(f"{name}, [[file]] at line {line}: {error}") from error
        if entry.path in entries:
            first = entries[entry.path].line
            raise ManifestError(
                f"{name}, [[file]] at line {line}: {entry.path} is named already at line {first}"
            )
        entries[entry.path] = entry
    return tuple(entries.values())


def _entry(table: Any, line: int) -> ManifestEntry:
    if not isinstance(table, Mapping):
        raise ValueError("[[file]] must be a table")  # noqa: TRY004 - reported with its place
    for key in _NEEDED:
        if not table.get(key):
            raise ValueError(f"{key} is missing")
    for key in table:
        if key not in _ALLOWED:
            raise ValueError(f"unknown key {key!r}; known are {', '.join(sorted(_ALLOWED))}")
    ngr = str(table["ngr"])
    if not is_ngr(ngr):
        raise ValueError(f"{ngr!r} is no state registry number such as Z950002464_")
    label = table.get("label")
    return ManifestEntry(
        path=_inside(str(table["path"])),
        source=PageSource(
            ngr=ngr,
            language=_choice(Language, table["lang"], "language"),
            format=_choice(Format, table["format"], "format"),
            label=EditionLabel.parse(str(label)) if label is not None else None,
            holding=_holding(table.get("holds", "whole")),
            title=table.get("title"),
            url=table.get("url"),
            sample=bool(table.get("sample", False)),
        ),
        line=line,
    )


def _inside(path: str) -> str:
    pure = PurePosixPath(path.replace("\\", "/"))
    if pure.is_absolute() or ".." in pure.parts or ":" in pure.parts[0]:
        raise ValueError(f"{path} leads out of the manifest's folder")
    return str(pure)


def _choice(kind: type[_Word], text: Any, what: str) -> _Word:
    try:
        return kind(str(text))
    except ValueError:
        known = ", ".join(kind)
        raise ValueError(f"unknown {what} {text!r}; known are {known}") from None


def _holding(holds: Any) -> Holding:
    if isinstance(holds, list):
        if not holds or not all(isinstance(key, str) and key for key in holds):
            raise ValueError("holds must be a word or a list of keys such as art_20-1")
        return Holding(HoldingKind.PARTS, tuple(holds))
    if holds in _HOLDINGS:
        return _HOLDINGS[holds]
    known = ", ".join(f'"{word}"' for word in _HOLDINGS)
    raise ValueError(f"holds = {holds!r} is unknown; write {known} or a list of keys")

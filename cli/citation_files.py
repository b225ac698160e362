"""Files of citations: CSV as spreadsheets write it, and the answers beside the user's own columns.

Read are UTF-8, with a byte order mark or without, UTF-16 with one, and Windows-1251; commas,
semicolons (Excel in a Russian locale) or tabs. Written is what was read: the same separator, the
user's columns as they are but for an apostrophe before what begins like a formula, ours behind.
"""

from __future__ import annotations

import codecs
import csv
import io
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import typer

from api.models.impact import EntryImpactOut, ProvisionImpactOut
from api.questions.impact.answering import MOST_ENTRIES
from exports.tables.formulas import no_formula

_ENCODINGS = ("utf-8-sig", "cp1251")
_SEPARATORS = (",", ";", "\t")
_NAMED_SEPARATOR = re.compile(r"sep=(?P<sign>[,;\t])\r?\n", re.IGNORECASE)
"""What Excel may write as a line of its own before the first row."""
_WANTED = ("citation", "written")
_LARGEST = 20_000_000
COLUMNS = (
    "verdict",
    "act",
    "key",
    "official",
    "act_inferred",
    "key_now",
    "then_edition",
    "then_by",
    "now_edition",
    "changes",
    "amending_acts",
    "article_changed",
    "missing_editions",
    "vouched_until",
    "repealed_on",
    "successors",
    "text_then",
    "text_now",
    "remark",
)
"""What is added to the user's own columns."""


@dataclass(frozen=True)
class CitationFile:
    """The rows of a file as they are, and the entries that they ask."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    entries: tuple[Mapping[str, str], ...]
    separator: str


def read_citations(path: Path) -> CitationFile:
    """Read a file of citations; one that cannot be used is used wrongly: exit status 2.

    Raises OSError for a file that is not there.
    """
    text = _decoded(sys.stdin.buffer.read() if str(path) == "-" else path.read_bytes(), path)
    named = _NAMED_SEPARATOR.match(text)
    text = text[named.end() :] if named else text
    separator = named["sign"] if named else _separator(text)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise typer.BadParameter(f"{path} is no CSV: {error}") from None
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        raise typer.BadParameter(f"{path} is empty: give a CSV with the columns citation, written")
    columns = tuple(rows[0])
    places = {name.strip().casefold(): at for at, name in enumerate(columns)}
    lacking = [name for name in _WANTED if name not in places]
    if lacking:
        raise typer.BadParameter(
            f"{path} has no column {' and none '.join(lacking)}: the first row names the columns "
            "citation, written and perhaps lang"
        )
    if len(rows) - 1 > MOST_ENTRIES:
        raise typer.BadParameter(
            f"{path} has {len(rows) - 1} citations, {MOST_ENTRIES} at most: split the file"
        )
    own = [tuple(row) + ("",) * (len(columns) - len(row)) for row in rows[1:]]
    entries = tuple(
        {name: row[places[name]] for name in (*_WANTED, "lang") if name in places} for row in own
    )
    return CitationFile(columns, tuple(own), entries, separator)


def written(asked: CitationFile, entries: Sequence[EntryImpactOut]) -> str:
    """The file with the answers: a row a provision, so a citation of several has several rows."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=asked.separator)
    width = max((len(asked.columns), *(len(row) for row in asked.rows)))
    blank = ("",) * (width - len(asked.columns))
    taken = {name.strip().casefold() for name in asked.columns}
    names = [f"nusqa_{name}" if name in taken else name for name in COLUMNS]
    writer.writerow([*map(no_formula, asked.columns), *blank, *names])
    for row, entry in zip(asked.rows, entries, strict=True):
        own = [*map(no_formula, row), *[""] * (width - len(row))]
        for told in _told(entry):
            writer.writerow([*own, *(no_formula(told.get(name, "")) for name in COLUMNS)])
    return text.getvalue()


def _told(entry: EntryImpactOut) -> Iterator[Mapping[str, str]]:
    if not entry.provisions:
        yield {"verdict": entry.verdict, "remark": _why_not(entry)}
    for one in entry.provisions:
        yield _of_provision(one, entry)


def _of_provision(one: ProvisionImpactOut, entry: EntryImpactOut) -> Mapping[str, str]:
    acts = [
        " ".join(str(part) for part in (act.date, f"№ {act.number}" if act.number else "") if part)
        for step in one.changes
        for act in step.amending_acts
    ]
    return {
        "verdict": one.verdict,
        "act": one.act.ngr,
        "key": one.key,
        "official": one.official,
        "act_inferred": "yes" if entry.act_inferred else "",
        "key_now": one.now.key if one.now else "",
        "then_edition": one.then.edition if one.then else "",
        "then_by": one.then_by or "",
        "now_edition": one.now.edition if one.now else "",
        "changes": "; ".join(f"{step.from_} > {step.to}: {step.kind}" for step in one.changes),
        "amending_acts": "; ".join(dict.fromkeys(acts)),
        "article_changed": "yes" if one.article_changed else "",
        "missing_editions": "; ".join(one.missing),
        "vouched_until": str(one.vouched_until or ""),
        "repealed_on": str(one.repealed_on or ""),
        "successors": "; ".join(successor.provisions for successor in one.successors),
        "text_then": one.then.text if one.then else "",
        "text_now": one.now.text if one.now else "",
        "remark": one.why or one.doubt or "",
    }


def _why_not(entry: EntryImpactOut) -> str:
    if entry.error:
        return entry.error
    names = [f"{one.act.ngr} {one.key}".strip() for one in (*entry.choices, *entry.nearest)]
    if entry.choices:
        return f"several fit: {'; '.join(names)}"
    near = f"; nearest: {'; '.join(names)}" if names else ""
    return f"not found: {entry.not_found}{near}"


def _decoded(body: bytes, path: Path) -> str:
    if len(body) > _LARGEST:
        raise typer.BadParameter(f"{path} is larger than {_LARGEST} bytes: split the file")
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = _ENCODINGS
    for encoding in encodings:
        try:
            text = body.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise typer.BadParameter(f"{path} is neither UTF-8 nor Windows-1251 text: save it as CSV UTF-8")


def _separator(text: str) -> str:
    """The separator of the first row: the one that parts it into most cells."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(_SEPARATORS, key=first.count)

"""The figures side by side, kept in a file that holds one table for each number of wordings."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.search.measuring import CLIENTS, Measured

RESULTS = Path(__file__).parent.parent / "search-results.md"
_FIGURES = (
    "build s",
    "size MB",
    "memory to build MB",
    "memory to search MB",
    "memory of the server MB",
    "10 changed ms",
    "first search after it ms",
    "results found",
)
_HEAD = """\
# Search: each engine, and two databases beside them

By `python -m benchmarks.search --documents N`. A cell of a kind of question says p50 / p95 / p99
in milliseconds. What the figures mean stands at the end.
"""
_NOTES = """\
Each subject is built in one process and asked in another; the texts lie in memory before, and
"memory to build" is what comes on top of them. Clients are threads of one Python process: those
that share one interpreter (Tantivy, Whoosh, SQLite's bookkeeping) wait for each other, those of a
server wait for it; each client asks again as soon as it is answered. All answers are ten results
and the exact number of all. "All of it" is what a page of the web asks: all wordings, all
languages, facets, highlights.

Questions are made of words, rows of words and beginnings of words of the texts; hardly any is asked
twice, so what is measured is a warm process and no remembered answer. The databases are outside
references, not rivals on equal terms: they hold the same words and stems and are asked the same
conditions, synonyms included, and where "results found" (of twelve questions of each kind that
names a language, together) is the same number, each found as many. But they do not tell an
article's windows, statuses, events, or facets each without its own filter; where no language is
named they try the Russian forms alone; their order of equals changes with the index, and
PostgreSQL's rank knows no rarity of words. SQLite marks stems, and both mark nothing where all
wordings are asked for. PostgreSQL has 512 MB of shared buffers and does not wait for the disk;
OpenSearch is one node with 512 MB of heap; both on the same machine. The memory of a server is what
its processes hold at the end.
"""


def heading(documents: int) -> str:
    """The heading of a table."""
    return f"## {documents:,} wordings"


def rows(results: Mapping[str, Measured]) -> list[list[str]]:
    """The head and the lines of a table."""
    lines = [["", *results]]
    for figure in _FIGURES:
        told = [_number(one.figures.get(figure)) for one in results.values()]
        lines.append([figure, *told])
    kinds = list(dict.fromkeys(kind for one in results.values() for kind in one.kinds))
    for clients in CLIENTS:
        who = "1 client" if clients == 1 else f"{clients} clients"
        for kind in kinds:
            cells = [_cell(one, kind, clients) for one in results.values()]
            lines.append([f"{kind}, {who}", *cells])
    return lines


def section(documents: int, results: Mapping[str, Measured], source: str) -> str:
    """One number of wordings."""
    head, *lines = rows(results)
    texts = max((one.figures.get("texts MB", 0) for one in results.values()), default=0)
    machine = (
        f"{datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {os.cpu_count()} "
        f"processors, {platform.machine()}, {platform.system()}; average load "
        f"{os.getloadavg()[0]:.1f} at the end. One run. Recombined from the {source} texts, "
        f"{texts:,.0f} MB."
    )
    troubles = [f"- {name}: {one.trouble}" for name, one in results.items() if one.trouble]
    return "\n".join(
        [
            *(heading(documents), "", machine, ""),
            f"| {' | '.join(head)} |",
            f"|---{'|---:' * len(results)}|",
            *(f"| {' | '.join(line)} |" for line in lines),
            *(["", *troubles] if troubles else []),
            "",
        ]
    )


def kept(documents: int, results: Mapping[str, Measured], source: str) -> None:
    """Put a section into the file, in the place of the one of as many wordings."""
    others: dict[int, str] = {}
    if RESULTS.is_file():
        for part in RESULTS.read_text(encoding="utf-8").split("\n## ")[1:]:
            number = part.partition(" wordings")[0].replace(",", "")
            if number.isdigit():
                others[int(number)] = f"## {part}".rstrip() + "\n"
    others[documents] = section(documents, results, source)
    sections = [others[number] for number in sorted(others)]
    text = "\n".join([_HEAD, *sections, f"## What the figures mean\n\n{_NOTES}"])
    RESULTS.write_text(text, encoding="utf-8")


def _cell(measured: Measured, kind: str, clients: int) -> str:
    times = measured.kinds.get(kind, {}).get(str(clients))
    if times is None:
        return "–"
    return " / ".join(_number(one) for one in (times.p50, times.p95, times.p99))


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"

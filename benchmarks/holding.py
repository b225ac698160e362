"""What one server holds, by kind of request.

`python -m benchmarks.holding [--mixed N] [--each N] [--folder DIR]`: shorter than
`python -m benchmarks pages`, and finer: at rest, after one request of each kind, after some more of
each kind in turn, after a mixture. Memory of the process itself is told apart from pages of files
(libraries), which the system can take back.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.mixed import Kind, article_pages, ask_all, kinds, one_of_each, some_of
from benchmarks.pages import demo
from benchmarks.served import WARMED_UP_AFTER, resident, served

_OF_EACH = 100
"""Requests of each kind; fewer of those that are rare among ten thousand."""
_RARE = 20


def measure(folder: Path, mixed: int, of_each: int) -> Iterator[tuple[str, float, float, float]]:
    """By step: megabytes held, of these in pages of files, and what the step added."""
    with served({"NUSQA_DATA_DIR": str(folder)}) as (port, process):
        before = resident(process)

        def step(name: str) -> tuple[str, float, float, float]:
            nonlocal before
            held = resident(process)
            added, before = held - before, held
            return name, held, resident(process, "RssFile"), added

        yield step("answers its first request")
        time.sleep(WARMED_UP_AFTER)
        yield step("at rest")
        asked_for = kinds(article_pages(port))
        for name, path in one_of_each(asked_for):
            ask_all(port, [path])
            yield step(f"first of: {name}")
        for kind in asked_for if of_each else ():
            ask_all(port, _some(kind, of_each))
            yield step(f"more: {kind.name}")
        if mixed:
            quarter = mixed // 4
            paths = some_of(asked_for, mixed)
            for number in range(4):
                ask_all(port, paths[number * quarter : (number + 1) * quarter])
                yield step(f"mixed: {(number + 1) * quarter}")
        yield "the most", resident(process, "VmHWM"), 0.0, 0.0


def _some(kind: Kind, count: int) -> list[str]:
    wanted = min(count, max(kind.share // 8, _RARE))
    return [kind.paths[number % len(kind.paths)] for number in range(wanted)]


def main() -> None:
    """Measure a server on a data folder, or on a demo made for it, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.holding", description=__doc__)
    parser.add_argument("--folder", type=Path, help="data to serve; a demo is made otherwise")
    parser.add_argument("--mixed", type=int, default=2_000, help="requests of all kinds")
    parser.add_argument("--each", type=int, default=_OF_EACH, help="requests of each kind")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder: Path = asked.folder or demo(Path(name))
        print(f"{'':44}{'MB':>8}{'files':>8}{'added':>8}")
        for what, held, files, added in measure(folder, asked.mixed, asked.each):
            print(f"{what:44}{held:8.1f}{files:8.1f}{added:+8.1f}", flush=True)


if __name__ == "__main__":
    main()

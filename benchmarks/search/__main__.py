"""Search measured side by side: build, size, memory, times of answers by kind, a small change.

python -m benchmarks.search                        20,000 wordings, all subjects
python -m benchmarks.search --documents 200000     the long run
"""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.search.measuring import Order, stage_done
from benchmarks.search.running import SUBJECTS, measured
from benchmarks.search.table import RESULTS, kept, rows


def main() -> None:
    """Measure, tell, and keep the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.search",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--documents", type=int, default=20_000)
    parser.add_argument("--subjects", nargs="*", choices=SUBJECTS, default=list(SUBJECTS))
    parser.add_argument("--seconds", type=float, default=3, help="a kind, for 1 and 8 clients each")
    parser.add_argument(
        "--bound", type=float, default=3_600, help="seconds to build, or to ask all"
    )
    parser.add_argument("--try", action="store_true", dest="only_tried", help="keep no table")
    parser.add_argument("--stage", choices=["build", "search"], help=argparse.SUPPRESS)
    parser.add_argument("--subject", help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--address", default="", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.stage:
        order = Order(asked.subject, asked.documents, asked.seconds, asked.folder, asked.address)
        print(stage_done(asked.stage, order))
        return
    results, texts = measured(asked.subjects, asked.documents, asked.seconds, asked.bound)
    console = Console()
    head, *lines = rows(results)
    table = Table(*head, title=f"{asked.documents:,} wordings of {texts} texts")
    for line in lines:
        table.add_row(*line)
    console.print(table)
    for name, one in results.items():
        if one.trouble:
            console.print(f"{name}: {one.trouble}", markup=False)
    if not asked.only_tried:
        kept(asked.documents, results, texts)
        console.print(f"Kept in {RESULTS.relative_to(Path.cwd())}")


if __name__ == "__main__":
    main()

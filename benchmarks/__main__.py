"""`make bench`: measures everything and keeps the results in `benchmarks/results.md`.

Each subject is measured in a process of its own, so that none warms or burdens another.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

FOLDER = Path(__file__).parent
RESULTS = FOLDER / "results.md"

SUBJECTS: dict[str, tuple[str, str, dict[str, Any]]] = {
    "parsing": ("Read a 400 kB act page", "parsing", {}),
    "ingesting": ("100 editions of 60 articles through the funnel (SQLite)", "ingesting", {}),
    "comparing": ("Compare editions", "comparing", {}),
    "alignment": ("Which rule is which: labelled pairs, two regimes", "alignment", {}),
    "noting": ("What notes say: labels by eye", "noting", {}),
    "rivals": ("Compare a whole act: beside what else can", "rivals", {}),
    "relevance": ("Search: the right provision first, by queries judged by hand", "relevance", {}),
    "search": ("Search 20,000 wordings (all of it in search-results.md)", "search", {}),
    "search-api": ("Search over HTTP, one process", "search_over_http", {}),
    "tracing": ("Trace a phrase through 20,000 wordings (SQLite)", "tracing", {}),
    "referring": ("References in real texts: labels by eye", "referring", {}),
    "relating": ("Relations of articles over 20,000 wordings (SQLite)", "relating", {}),
    "api": ("The API over HTTP, one process", "api", {}),
    "pages": ("The pages over HTTP, one process, on the sample", "pages", {}),
    "following": ("Follow 100,000 amendments: a page of 100 (SQLite)", "following", {}),
    "feeding": ("Feeds and changes over HTTP, one process", "feeding", {}),
    "large": ("Very large acts: every page and answer (all of it in large-acts.md)", "large", {}),
    "exports": ("Dumps of 20,000 wordings while another process writes", "exports", {}),
    "crawling": ("Crawl the bundled sample", "crawling", {}),
}


def _registry() -> Path | None:
    """The folder of official texts, where it is."""
    named = os.environ.get("NUSQA_TEST_REGISTRY")
    folder = Path(named) if named else FOLDER.parent.parent / "shared" / "registry"
    return folder if (folder / "manifest.toml").is_file() else None


def _measure(subject: str) -> dict[str, float]:
    _, module, arguments = SUBJECTS[subject]
    if module in {"comparing", "alignment", "noting", "rivals", "referring", "pages"}:
        arguments = {"registry": _registry()}
    figures: dict[str, float] = importlib.import_module(f"benchmarks.{module}").measure(**arguments)
    return figures


def _measure_apart(subject: str) -> dict[str, float]:
    done = subprocess.run(  # noqa: S603 - our own interpreter and module
        [sys.executable, "-m", "benchmarks", "--one", subject],
        stdout=subprocess.PIPE,
        check=True,
        text=True,
    )
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _number(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 or value == int(value) else f"{value:.3g}"


def _report(results: dict[str, dict[str, float]]) -> str:
    machine = f"{os.cpu_count()} processors, {platform.machine()}, {platform.system()}"
    lines = [
        "# Measured figures",
        "",
        (
            f"By `make bench` on {datetime.now(UTC):%Y-%m-%d}, "
            f"Python {platform.python_version()}, {machine}, "
            f"average load {os.getloadavg()[0]:.1f} at the end. One run: machines differ and are "
            "noisy; the ratios between rows tell more than the rows."
        ),
    ]
    for subject, figures in results.items():
        lines += ["", f"## {SUBJECTS[subject][0]}", "", "| figure | value |", "|---|---:|"]
        lines += [f"| {name} | {_number(value)} |" for name, value in figures.items()]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Measure the subjects asked for, or all; only a whole run replaces the results."""
    parser = argparse.ArgumentParser(prog="make bench ARGS=", description=__doc__)
    parser.add_argument("subjects", nargs="*", choices=[[], *SUBJECTS])
    parser.add_argument("--one", choices=SUBJECTS, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.one:
        print(json.dumps(_measure(asked.one)))
        return
    console = Console()
    results = {}
    for subject in asked.subjects or SUBJECTS:
        results[subject] = _measure_apart(subject)
        table = Table("figure", "value", title=SUBJECTS[subject][0], title_justify="left")
        for name, value in results[subject].items():
            table.add_row(name, _number(value))
        console.print(table)
    if not asked.subjects:
        RESULTS.write_text(_report(results), encoding="utf-8")
        console.print(f"Kept in {RESULTS.relative_to(Path.cwd())}")


if __name__ == "__main__":
    main()

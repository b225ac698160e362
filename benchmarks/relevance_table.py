"""The published table of relevance.

python -m benchmarks.relevance_table [--misses]     writes benchmarks/relevance.md
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.relevance import Outcome, Scores, Told, told

PAGE = Path(__file__).parent / "relevance.md"
_ABOUT = """\
Whether the right provision comes first: queries judged by reading the texts
(`benchmarks/labels/relevance.toml`), asked of each engine as the API asks it. success@1 and
success@3: how often one of the provisions that should come first is the first hit, or among three;
MRR: the mean of 1/rank. Wordings and languages of one provision count once. Provisions after the
tenth hit count as not found, and so does a query that finds nothing. A third of the queries is held
out: not looked at while ranking was tuned. On a day, what surely was in force goes before what
only may have been (decision 0040): ranks are among provisions that are equally sure. "MRR as
listed" counts all hits in the list as it is; by it the official texts had 0.921 (whoosh: 0.913)
before what is surer went first. It is told of how many queries the right one stands behind a surer
one. Kept from falling by `tests/corpus/search/test_relevance.py`."""
_MISSES = """\
Queries of which no right provision is among the first three, of those not held out. A search looks
for all words: what the law says in other words is not found."""


def page(results: Sequence[Told]) -> str:
    """The whole document."""
    lines = [
        *("# Relevance", "", _ABOUT, "", f"Measured on {datetime.now(UTC):%Y-%m-%d}.", ""),
        "| engine | texts | part | queries | MRR | success@1 | success@3 | MRR as listed |",
        "|---|---|---|---:|---:|---:|---:|---:|",
        *(line for one in results for line in _lines(one)),
        "",
        "| engine | texts | found nothing | a suggestion leads there | behind a surer one |",
        "|---|---|---:|---:|---:|",
        *(
            f"| {one.engine} | {one.texts} | {one.nothing} | {one.mended} | {one.behind} |"
            for one in results
        ),
        *("", "## What goes wrong", "", _MISSES, ""),
        *(f"- {line}" for line in _missed(results)),
    ]
    return "\n".join(lines) + "\n"


def _lines(one: Told) -> list[str]:
    parts = {
        "tuned on": [made for made in one.found if not made.judged.held_out],
        "held out": [made for made in one.found if made.judged.held_out],
        "all": one.found,
    }
    return [
        f"| {one.engine} | {one.texts} | {part} | {_scores(of)} |" for part, of in parts.items()
    ]


def _scores(found: Sequence[Outcome]) -> str:
    scores = Scores.of(found)
    figures = (scores.mrr, scores.first, scores.in_three, scores.listed)
    return " | ".join([str(scores.queries), *(f"{figure:.3f}" for figure in figures)])


def _missed(results: Sequence[Told]) -> list[str]:
    """The queries, each with the engines that go wrong."""
    wrong: dict[str, list[str]] = {}
    for one in results:
        for made in one.found:
            if not made.judged.held_out and (made.rank is None or made.rank > 3):
                wrong.setdefault(f"{one.texts} texts: {made.judged}", []).append(one.engine)
    return [f"{query}: {', '.join(engines)}" for query, engines in wrong.items()]


def main() -> None:
    """Ask every engine at hand and write the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.relevance_table",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--misses", action="store_true", help="tell what came before the right one")
    misses = parser.parse_args().misses
    results = list(told())
    text = page(results)
    print(text)
    for one in results if misses else ():
        for made in one.found:
            if made.rank != 1 and not made.judged.held_out:
                before = "; ".join(f"{ngr} {key}" for ngr, key in made.found[:4])
                print(f"{one.engine} {one.texts}: {made.judged} at {made.rank}: {before}")
    PAGE.write_text(text, encoding="utf-8")
    print(f"Kept in {PAGE}")


if __name__ == "__main__":
    main()

"""Whether the right provision comes first: each engine against queries judged by hand.

python -m benchmarks.relevance [--misses] [--held-out]

OpenSearch is asked where NUSQA_TEST_OPENSEARCH names a server.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table
from sqlalchemy.orm import Session

from api.questions.search.asking import SearchAsked
from api.questions.search.finding import Searching
from benchmarks.judged import (
    OFFICIAL,
    SAMPLE,
    Judged,
    Provision,
    official_folder,
    official_store,
    read_judged,
    sample_store,
    wordings,
)
from corpus.search import SearchDocument, SearchEngine, open_engine
from corpus.search.queries import AnyDay, Filters, OnDay
from corpus.search.words.analysis import Analyser
from corpus.settings import Settings
from corpus.store import Store

EMBEDDED = ("tantivy", "whoosh")
TODAY = date(2026, 11, 1)
DEPTH = 10
"""How many hits are looked at; a best provision that comes later counts as not found."""


@dataclass(frozen=True)
class Outcome:
    """The provisions found for a query, in order, and where the first of the best stands.

    `rank` counts from 1; None: not among them. Wordings and languages of one provision count once.
    `suggested` is what another query is suggested for; it changes no rank.
    """

    judged: Judged
    found: tuple[Provision, ...]
    rank: int | None
    suggested: str | None = None


@dataclass(frozen=True)
class Scores:
    """Of some queries: the mean of 1/rank, and the share with a best one first, or in three."""

    queries: int
    mrr: float
    first: float
    in_three: float

    @classmethod
    def of(cls, outcomes: Sequence[Outcome]) -> Scores:
        """Those of outcomes; there must be one."""
        ranks = [one.rank for one in outcomes]
        count = len(ranks)
        return cls(
            count,
            sum(1 / rank for rank in ranks if rank) / count,
            sum(rank == 1 for rank in ranks) / count,
            sum(rank is not None and rank <= 3 for rank in ranks) / count,
        )


def outcomes(engine: SearchEngine, store: Store, asked: Iterable[Judged]) -> list[Outcome]:
    """What an engine that holds the store's wordings answers, asked as the API asks it."""
    searching = Searching(engine, Analyser())
    with store.read() as session:
        return [_outcome(searching, session, judged) for judged in asked]


def _asked(judged: Judged) -> SearchAsked:
    return SearchAsked(
        judged.asked,
        OnDay(judged.on) if judged.on else AnyDay(),
        Filters(languages=(judged.language,) if judged.language else ()),
        cross=judged.cross,
        count_facets=False,
        limit=DEPTH,
    )


def _outcome(searching: Searching, session: Session, judged: Judged) -> Outcome:
    answer = searching.find(session, _asked(judged), TODAY)
    found = tuple(dict.fromkeys(Provision(hit.ngr, hit.key) for hit in answer.hits))
    ranks = [found.index(one) + 1 for one in judged.best if one in found]
    return Outcome(judged, found, min(ranks, default=None), answer.suggestion)


def following(engine: SearchEngine, store: Store, found: Iterable[Outcome]) -> list[Outcome]:
    """What comes of the suggestions, where nothing was found and there was one."""
    asked = [
        replace(one.judged, asked=one.suggested) for one in found if not one.found and one.suggested
    ]
    return outcomes(engine, store, asked)


@dataclass(frozen=True)
class Texts:
    """A store of texts, with what is put into an index of them."""

    store: Store
    documents: list[SearchDocument]


@contextmanager
def stores(folder: Path) -> Iterator[dict[str, Texts]]:
    """The texts by their names; the official ones only where they are at hand."""
    opened = {SAMPLE: sample_store(folder / SAMPLE)}
    if registry := official_folder():
        opened[OFFICIAL] = official_store(folder / OFFICIAL, registry)
    try:
        yield {name: Texts(store, wordings(store)) for name, store in opened.items()}
    finally:
        for store in opened.values():
            store.close()


def engines(folder: Path) -> Iterator[tuple[str, SearchEngine]]:
    """Every engine at hand, without an index; those on a cluster are removed afterwards."""
    for name in EMBEDDED:
        embedded: dict[str, Any] = {"data_dir": folder, "search_engine": name}
        yield name, open_engine(Settings(**embedded))
    if addresses := os.environ.get("NUSQA_TEST_OPENSEARCH"):
        settings: dict[str, Any] = {
            "data_dir": folder,
            "search_engine": "opensearch",
            "opensearch_urls": addresses,
            "opensearch_index": f"relevance-{uuid.uuid4().hex[:12]}",
        }
        engine = open_engine(Settings(**settings))
        try:
            yield "opensearch", engine
        finally:
            engine.withdraw()


def _all_outcomes() -> Iterator[tuple[str, str, list[Outcome], list[Outcome]]]:
    """Engine, texts and outcomes; then those of suggestions that were followed."""
    judged = read_judged()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        texts = stack.enter_context(stores(folder))
        for engine_name, engine in engines(folder):
            for name, held in texts.items():
                engine.rebuild(held.documents)
                of_texts = [one for one in judged if one.over == name]
                found = outcomes(engine, held.store, of_texts)
                yield engine_name, name, found, following(engine, held.store, found)


def _right(outcomes: Sequence[Outcome]) -> int:
    return sum(one.rank is not None and one.rank <= 3 for one in outcomes)


def measure() -> dict[str, float]:
    """MRR, success@1 and success@3 by engine and texts."""
    figures: dict[str, float] = {}
    for engine, texts, found, followed in _all_outcomes():
        scores = Scores.of(found)
        figures[f"{texts} texts: queries"] = scores.queries
        figures |= {
            f"{engine}, {texts} texts: MRR": scores.mrr,
            f"{engine}, {texts} texts: success@1": scores.first,
            f"{engine}, {texts} texts: success@3": scores.in_three,
            f"{engine}, {texts} texts: nothing found": sum(not one.found for one in found),
            f"{engine}, {texts} texts: of these mended by a suggestion": _right(followed),
        }
    return figures


def main() -> None:
    """Tell the scores of every engine at hand, and which queries go wrong."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.relevance", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="list queries with no best one first")
    parser.add_argument("--held-out", action="store_true", help="list those held out too")
    asked = parser.parse_args()
    console = Console(width=160)
    table = Table("engine", "texts", "part", "queries", "MRR", "success@1", "success@3")
    for engine, texts, found, followed in _all_outcomes():
        parts = {
            "tuned on": [one for one in found if not one.judged.held_out],
            "held out": [one for one in found if one.judged.held_out],
            "all": found,
        }
        for part, of_part in parts.items():
            scores = Scores.of(of_part)
            figures = (f"{value:.3f}" for value in (scores.mrr, scores.first, scores.in_three))
            table.add_row(engine, texts, part, str(scores.queries), *figures)
        nothing = sum(not one.found for one in found)
        console.print(
            f"{engine}, {texts}: nothing found {nothing} times; a suggestion that leads to the "
            f"right one: {_right(followed)}"
        )
        for one in found if asked.misses else ():
            if one.rank != 1 and (asked.held_out or not one.judged.held_out):
                told = "; ".join(f"{ngr} {key}" for ngr, key in one.found[:4])
                console.print(f"{engine} {texts}: {one.judged} at {one.rank}: {told}", markup=False)
    console.print(table)


if __name__ == "__main__":
    main()

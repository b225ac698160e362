"""Whether the right provision comes first: each engine against queries judged by hand.

The table is written by `python -m benchmarks.relevance_table`.
"""

from __future__ import annotations

import tempfile
import uuid
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

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
from benchmarks.search.serving import NotAtHand, address_of
from corpus.search import Hit, SearchDocument, SearchEngine, open_engine
from corpus.search.documents import Doubt
from corpus.search.queries import AnyDay, Filters, OnDay
from corpus.search.words.analysis import Analyser
from corpus.settings import Settings
from corpus.store import Store

EMBEDDED = ("tantivy", "whoosh")
TODAY = date(2026, 11, 1)
DEPTH = 10
"""How many hits are looked at; a best provision that comes later counts as not found."""
_SURER = 5
"""As many times more are asked for, since what is surely of the day goes before all else."""


@dataclass(frozen=True)
class Outcome:
    """The provisions found for a query, in order, and where the first of the best stands.

    `rank` counts from 1, among what is as surely in force on the day as it: what is surer goes
    first whatever the words are, and `behind` says how many were. `place` counts in the list as it
    is. None: not among them. Wordings and languages of one provision count once. `suggested` is
    what another query is suggested for; it changes no rank.
    """

    judged: Judged
    found: tuple[Provision, ...]
    rank: int | None
    behind: int = 0
    place: int | None = None
    suggested: str | None = None


@dataclass(frozen=True)
class Scores:
    """Of some queries: the mean of 1/rank, and the share with a best one first, or in three.

    `listed` is the mean of 1/place in the list as it is, what is surer counted in.
    """

    queries: int
    mrr: float
    first: float
    in_three: float
    listed: float

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
            sum(1 / place for one in outcomes if (place := one.place)) / count,
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
        limit=DEPTH * _SURER,
    )


def _outcome(searching: Searching, session: Session, judged: Judged) -> Outcome:
    answer = searching.find(session, _asked(judged), TODAY)
    found = tuple(dict.fromkeys(Provision(hit.ngr, hit.key) for hit in answer.hits))
    doubts: dict[Provision, Doubt] = {}
    for hit in answer.hits:
        doubts.setdefault(Provision(hit.ngr, hit.key), _doubt(hit, judged.on))
    ranks = []
    for one in judged.best:
        if one in found:
            before = found[: found.index(one)]
            alike = sum(doubts[other] == doubts[one] for other in before)
            if alike < DEPTH:
                ranks.append((alike + 1, len(before) - alike))
    rank, behind = min(ranks, default=(None, 0))
    places = [found.index(one) + 1 for one in judged.best if one in found[:DEPTH]]
    return Outcome(
        judged, found, rank, behind, min(places, default=None), suggested=answer.suggestion
    )


def _doubt(hit: Hit, day: date | None) -> Doubt:
    """How sure it is that the article had that wording on the day; the same for all without one."""
    if day is None or any(not one.doubtful for one in hit.wordings):
        return Doubt.NONE
    held = [
        one.held_from is not None
        and one.held_from <= day
        and (one.held_to is None or day < one.held_to)
        for one in hit.wordings
    ]
    return Doubt.OF_BEGINNING if any(held) else Doubt.OF_STAYING


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
    with suppress(NotAtHand), address_of("opensearch") as address:
        settings: dict[str, Any] = {
            "data_dir": folder,
            "search_engine": "opensearch",
            "opensearch_urls": address,
            "opensearch_index": f"relevance-{uuid.uuid4().hex[:12]}",
            "opensearch_replicas": 0,
        }
        engine = open_engine(Settings(**settings))
        try:
            yield "opensearch", engine
        finally:
            engine.withdraw()


@dataclass(frozen=True)
class Told:
    """What an engine made of the queries over some texts, and of suggestions that were followed."""

    engine: str
    texts: str
    found: list[Outcome]
    followed: list[Outcome]

    @property
    def behind(self) -> int:
        """How many queries have what should come first behind what is surer to be of the day."""
        return sum(one.behind > 0 for one in self.found)

    @property
    def nothing(self) -> int:
        """How often nothing was found."""
        return sum(not one.found for one in self.found)

    @property
    def mended(self) -> int:
        """How often of these a suggestion leads to the right one."""
        return sum(_in_three(one) for one in self.followed)


def told() -> Iterator[Told]:
    """Every engine at hand over all texts at hand."""
    judged = read_judged()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        texts = stack.enter_context(stores(folder))
        for engine_name, engine in engines(folder):
            for name, held in texts.items():
                engine.rebuild(held.documents)
                found = outcomes(engine, held.store, [one for one in judged if one.over == name])
                yield Told(engine_name, name, found, following(engine, held.store, found))


def _in_three(outcome: Outcome) -> bool:
    return outcome.rank is not None and outcome.rank <= 3


def measure() -> dict[str, float]:
    """MRR, success@1 and success@3 by engine and texts."""
    figures: dict[str, float] = {}
    for one in told():
        scores = Scores.of(one.found)
        name = f"{one.engine}, {one.texts} texts"
        figures[f"{one.texts} texts: queries"] = scores.queries
        figures |= {
            f"{name}: MRR": scores.mrr,
            f"{name}: success@1": scores.first,
            f"{name}: success@3": scores.in_three,
        }
    return figures

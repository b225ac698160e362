"""One subject measured: its building and its searching, each in a process of its own."""

from __future__ import annotations

import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path
from threading import Barrier

from benchmarks.search.fts5 import Fts5
from benchmarks.search.postgresql import Postgresql
from benchmarks.search.questions import KINDS, questions
from benchmarks.search.subjects import Ours, Subject
from benchmarks.search.texts import Source, recombined
from corpus.search import SearchDocument

CLIENTS = (1, 8)
_LEAST, _ENOUGH = 20, 400
"""Answers of a kind: fewer are not told of, more are not waited for."""
_WARM_UP = 12
_CHANGED = 10


@dataclass(frozen=True)
class Order:
    """What is to be measured: so many wordings, for so many seconds a kind and clients."""

    subject: str
    documents: int
    seconds: float
    folder: Path
    address: str = ""

    @property
    def words(self) -> list[str]:
        """The same as arguments."""
        return [
            *("--subject", self.subject, "--documents", str(self.documents)),
            *("--seconds", str(self.seconds), "--folder", str(self.folder)),
            *("--address", self.address),
        ]


@dataclass(frozen=True)
class Times:
    """Milliseconds of `answers` answers."""

    p50: float
    p95: float
    p99: float
    answers: int

    @classmethod
    def of(cls, milliseconds: list[float]) -> Times:
        """Those of two at least."""
        cuts = statistics.quantiles(milliseconds, n=100, method="inclusive")
        return cls(cuts[49], cuts[94], cuts[98], len(milliseconds))


@dataclass
class Measured:
    """The figures of a subject, by name; `kinds` by kind of question and number of clients.

    `trouble`: why there are not all of them.
    """

    figures: dict[str, float] = field(default_factory=dict)
    kinds: dict[str, dict[str, Times]] = field(default_factory=dict)
    trouble: str = ""


def measure_apart(order: Order, bound: float) -> Measured:
    """Measure in processes of their own, each ended after `bound` seconds."""
    measured = Measured()
    for stage in ("build", "search"):
        command = [sys.executable, "-m", "benchmarks.search", "--stage", stage, *order.words]
        try:
            done = subprocess.run(  # noqa: S603 - our own interpreter and module
                command, stdout=subprocess.PIPE, check=True, text=True, timeout=bound
            )
        except subprocess.TimeoutExpired:
            measured.trouble = f"{stage}: not done within {bound:,.0f} s"
            break
        except subprocess.CalledProcessError as error:
            measured.trouble = f"{stage}: failed with status {error.returncode}"
            break
        told = json.loads(done.stdout.splitlines()[-1])
        measured.figures |= told["figures"]
        measured.kinds |= {
            kind: {clients: Times(**times) for clients, times in by_clients.items()}
            for kind, by_clients in told["kinds"].items()
        }
    return measured


def stage_done(stage: str, order: Order) -> str:
    """The figures of one stage, done here, as one line of JSON."""
    subject = _subject(order)
    source = Source.read(order.folder.parent)
    measured = (
        _built(subject, source, order) if stage == "build" else _asked(subject, source, order)
    )
    return json.dumps(asdict(measured))


def _subject(order: Order) -> Subject:
    order.folder.mkdir(exist_ok=True)
    if order.subject == "sqlite-fts5":
        return Fts5(order.folder)
    if order.subject == "postgresql":
        return Postgresql(order.address)
    return Ours(order.subject, order.folder, order.address)


def _built(subject: Subject, source: Source, order: Order) -> Measured:
    documents = list(recombined(source, order.documents))
    before = _peak_megabytes()
    seconds = _seconds(lambda: subject.build(documents))
    return Measured(
        {
            "build s": seconds,
            "size MB": subject.megabytes(),
            "texts MB": sum(len(one.text.encode()) for one in documents) / 1e6,
            "memory to build MB": _peak_megabytes() - before,
        }
    )


def _asked(subject: Subject, source: Source, order: Order) -> Measured:
    measured = Measured()
    found = 0
    for kind in KINDS:
        measured.kinds[kind] = {}
        for question in islice(questions(kind, source), _WARM_UP):
            of_question = subject.ask(question)
            found += of_question if question.language else 0
        for clients in CLIENTS:
            times = _times(subject, source, kind, clients, order.seconds)
            measured.kinds[kind][str(clients)] = Times.of(times)
    measured.figures["results found"] = found
    measured.figures["memory to search MB"] = _peak_megabytes()
    if server := subject.server_megabytes():
        measured.figures["memory of the server MB"] = server
    removed = [one.id for one in islice(recombined(source, order.documents), _CHANGED)]
    added: list[SearchDocument] = list(recombined(source, _CHANGED, seed=2))
    change = partial(subject.update, added, removed)
    measured.figures["10 changed ms"] = 1_000 * _seconds(change)
    first = next(questions("one word", source))
    measured.figures["first search after it ms"] = 1_000 * _seconds(lambda: subject.ask(first))
    return measured


def _times(
    subject: Subject, source: Source, kind: str, clients: int, seconds: float
) -> list[float]:
    """Milliseconds of each answer: clients that ask again as soon as they are answered."""
    together = Barrier(clients)

    def client(number: int) -> list[float]:
        asked = list(islice(questions(kind, source, seed=number + 2), _ENOUGH))
        together.wait()
        ends = time.perf_counter() + seconds
        times: list[float] = []
        for question in asked:
            times.append(1_000 * _seconds(partial(subject.ask, question)))
            if len(times) >= _LEAST and time.perf_counter() > ends:
                break
        return times

    with ThreadPoolExecutor(clients) as threads:
        return [one for times in threads.map(client, range(clients)) for one in times]


def _seconds(task: Callable[[], object]) -> float:
    began = time.perf_counter()
    task()
    return time.perf_counter() - began


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)

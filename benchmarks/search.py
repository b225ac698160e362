"""How fast the search engines are on synthetic articles: build, size, queries, a small update."""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.timing import percentiles
from corpus.law import Language, digest
from corpus.search import Query, SearchDocument, SearchEngine, open_engine


def _listed(words: str) -> list[str]:
    return words.split()


_COMMON = _listed("в на и с по о от до не или при для из к закона статьи пункта настоящего а также")
_SUBJECTS = _listed(
    """
    аким акима акимов округ округа округов сельский сельского сельских выборы выборов выборах
    депутат депутатов маслихат маслихата избиратель избирателей комиссия комиссии комиссий
    срок срока решение решения порядок порядке орган органа органов подсчёт голос голосов
    государственный государственного местный местного самоуправление район района город города
    область области кандидат кандидата кандидатов голосование голосования бюллетень бюллетеней
    протокол протокола участок участка список списка гражданин граждан право права вправе обязан
    осуществляет принимает утверждает назначает освобождает представляет определяет устанавливает
    """
)
_SYLLABLES = _listed("ба ве го ду жи за ко лу ме ни по ре су ти фа хо це ша щу эр")
_QUERIES = {
    "one word": ["избирателей", "акима", "протокол", "маслихата"],
    "words": ["выборы акима сельского округа", "решение маслихата", "подсчёт голосов участок"],
    "boolean": ["(кандидат OR депутат) комиссия -город", "аким (срок OR порядок) -район"],
    "phrase": ['"сельского округа"', '"решение маслихата"', '"выборов депутатов"'],
    "prefix": ["избират*", "самоупр*", "голос*"],
    "date": ["выборы акима", "комиссия протокол"],
}


@dataclass(frozen=True)
class _Settings:
    search_engine: str
    index_dir: Path


def synthetic_documents(count: int, seed: int = 1) -> Iterator[SearchDocument]:
    """Articles of about 2 kB: function words, a dozen words of a subject each, rarer ones."""
    chance = random.Random(seed)  # noqa: S311 - the same texts each time, nothing secret
    rare = ["".join(chance.choices(_SYLLABLES, k=chance.randint(3, 5))) for _ in range(30_000)]
    for number in range(count):
        subject = chance.sample(_SUBJECTS, 12)
        words = chance.choices(_COMMON, k=60) + chance.choices(subject, k=80)
        words += chance.choices(rare, k=60)
        chance.shuffle(words)
        words = words[: chance.randint(100, 200)]
        begins = date(1995 + number % 30, 1 + number % 12, 1)
        text = " ".join(words)
        yield SearchDocument(
            id=f"{number}-{digest(text)[:12]}",
            ngr=f"Z{number % 40:010d}",
            key=f"art_{number // 40}",
            lang=Language.RU,
            heading=f"Статья {number // 40}. " + " ".join(subject[:4]),
            text=text,
            act_title="Закон",
            kind="article",
            valid_from=begins,
            valid_to=None if number % 3 else date(begins.year + 4, 1, 1),
            is_current=number % 3 > 0,
            label=begins.isoformat(),
            text_hash=digest(text),
        )


def measure(engine: str = "tantivy", documents: int = 20_000, rounds: int = 20) -> dict[str, float]:
    """Seconds to build, MB on disk and of memory, ms a query (p50, p95 by kind), ms an update."""
    figures: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        opened = open_engine(_Settings(engine, Path(folder)))
        texts = list(synthetic_documents(documents))
        figures["build s"] = _seconds(lambda: opened.rebuild(texts))
        figures["size MB"] = sum(f.stat().st_size for f in Path(folder).rglob("*")) / 1e6
        figures["peak memory MB"] = _peak_megabytes()
        figures["open s"] = _seconds(lambda: opened.search(Query("акима")))
        figures |= _query_times(opened, rounds)
        new = list(synthetic_documents(10, seed=2))
        figures["update 10 ms"] = 1000 * _seconds(lambda: opened.update(new, [texts[0].id]))
        figures["search after update ms"] = 1000 * _seconds(lambda: opened.search(Query("акима")))
    return figures


def _query_times(engine: SearchEngine, rounds: int) -> dict[str, float]:
    figures: dict[str, float] = {}
    every: list[float] = []
    for kind, texts in _QUERIES.items():
        times = []
        for number in range(rounds):
            # A day of its own each round: a filter that is remembered would prove little.
            on = date(2003, 1, 1 + number % 28) if kind == "date" else None
            for text in texts:
                query = Query(text, lang=Language.RU, on=on, limit=10)
                times.append(1000 * _seconds(partial(engine.search, query)))
        figures |= percentiles(kind, times)
        every += times
    return figures | percentiles("all queries", every)


def _seconds(task: Callable[[], object]) -> float:
    started = time.perf_counter()
    task()
    return time.perf_counter() - started


def _peak_megabytes() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)

"""How long the relations of articles take over 20,000 wordings: made ready, anew, asked for."""

from __future__ import annotations

import random
import resource
import statistics
import tempfile
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from api.questions.asked import Asked
from api.questions.relations.relating import Relating
from benchmarks.storing import put
from benchmarks.synthetic import synthetic_documents
from corpus.law import Article, ArticleKind, Block, BlockKind, Edition, EditionLabel, Language
from corpus.store import Store, open_store, reads
from corpus.store.snapshots import Snapshots

_EDITIONS = 10
_ARTICLES = 50


def measure(wordings: int = 20_000, asked: int = 500) -> dict[str, float]:
    """Seconds and milliseconds; every wording refers to three provisions."""
    figures: dict[str, float] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_store(f"sqlite:///{Path(folder) / 'nusqa.db'}")) as store,
    ):
        store.migrate()
        editions = _editions(wordings)
        for edition in editions[:-1]:
            _put(store, folder, edition)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        relating = Relating()
        figures["made ready at the start s"] = _timed(lambda: relating.prepare(store))
        after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        figures["memory for it MB"] = (after - before) / 1024
        _put(store, folder, editions[-1])
        figures["made anew after one more edition s"] = _timed(lambda: relating.prepare(store))
        figures |= _asked(store, relating, asked)
    return figures


def _asked(store: Store, relating: Relating, times: int) -> dict[str, float]:
    chance = random.Random(2)  # noqa: S311 - made-up questions
    taken, citers = [], []
    with store.read() as session:
        acts = [one.ngr for one in reads.acts(session)]
    for _ in range(times):
        act, key = chance.choice(acts), f"art_{chance.randrange(_ARTICLES)}"
        with store.read() as session:
            record = reads.find_article(session, act, Language.RU, key)
            began = time.perf_counter()
            found = relating.relations(session, record, Asked())
            taken.append(time.perf_counter() - began)
            citers.append(len(found.cited_by.citers))
    ordered = sorted(taken)
    return {
        "relations of an article ms p50": statistics.median(ordered) * 1000,
        "relations of an article ms p95": ordered[len(ordered) * 95 // 100] * 1000,
        "articles that cite one, mean": statistics.mean(citers),
    }


def _timed(what: object) -> float:
    began = time.perf_counter()
    assert callable(what)
    what()
    return time.perf_counter() - began


def _put(store: Store, folder: str, edition: Edition) -> None:
    with store.write() as session:
        put(session, Snapshots(str(Path(folder) / "snapshots")), edition, datetime.now(UTC))


def _editions(wordings: int) -> list[Edition]:
    """Acts of ten editions, each of which words all its fifty articles anew."""
    chance = random.Random(1)  # noqa: S311 - made-up texts
    texts = [document.text for document in synthetic_documents(wordings)]
    size = _EDITIONS * _ARTICLES
    acts = wordings // size
    found = []
    for at in range(wordings // _ARTICLES):
        act, number = divmod(at, _EDITIONS)
        articles = tuple(
            _article(place, texts[at * _ARTICLES + place], acts, chance)
            for place in range(_ARTICLES)
        )
        label = EditionLabel.on(date(1995, 1, 1) + timedelta(days=400 * number))
        title = f"О выборах, часть {act}"
        found.append(Edition(f"Z{act:010d}", Language.RU, label, title, articles))
    return found


def _article(place: int, text: str, acts: int, chance: random.Random) -> Article:
    one, two, three = (chance.randrange(_ARTICLES) for _ in range(3))
    other = f"Закона Республики Казахстан «О выборах, часть {chance.randrange(acts)}»"
    lines = (
        f"В случае, предусмотренном пунктом 1 статьи {one} настоящего Закона, {text[:600]}",
        f"Порядок по статьям {two} и {three} {other} применяется: {text[600:]}",
        "По пункту 1 настоящей статьи решает комиссия.",
    )
    blocks = tuple(
        Block(BlockKind.POINT, line, str(at), f"{at}.", f"p_{at}")
        for at, line in enumerate(lines, start=1)
    )
    return Article(
        ArticleKind.ARTICLE, f"art_{place}", str(place), f"Статья {place}.", "О порядке", blocks
    )


if __name__ == "__main__":
    for name, figure in measure().items():
        print(f"{name}: {figure:.3f}")

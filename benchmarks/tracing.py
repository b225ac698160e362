"""How fast a phrase is traced through 20,000 wordings: a rare one, a common one, one of no text."""

from __future__ import annotations

import random
import statistics
import tempfile
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from api.questions.trace import trace
from benchmarks.storing import put
from benchmarks.synthetic import synthetic_documents
from corpus.law import Article, ArticleKind, Block, BlockKind, Edition, EditionLabel, Language
from corpus.store import Store, open_store
from corpus.store.snapshots import Snapshots
from diffing.origins.phrases import Phrase

_EDITIONS = 10
_ARTICLES = 50
_PHRASES = {
    "rare phrase": "именной протокол наблюдателя",
    "one word": "маслихата",
    "common phrase": "акима округа",
    "in 20,000 wordings": "закона",
    "in none": "хвостатая комета",
}


def measure(wordings: int = 20_000, rounds: int = 5) -> dict[str, float]:
    """Seconds a question, the median, by kind of phrase; a fresh analyser each time."""
    figures: dict[str, float] = {}
    with (
        tempfile.TemporaryDirectory() as folder,
        closing(open_store(f"sqlite:///{Path(folder) / 'nusqa.db'}")) as store,
    ):
        fill(store, folder, wordings)
        for kind, text in _PHRASES.items():
            times = []
            for _ in range(rounds):
                began = time.perf_counter()
                with store.read() as session:
                    trace(session, Phrase.read(text))
                times.append(time.perf_counter() - began)
            figures[f"{kind} s"] = statistics.median(times)
    return figures


def fill(store: Store, folder: str, wordings: int) -> None:
    """Fill an empty store with that many wordings, in acts of ten editions of fifty articles."""
    store.migrate()
    snapshots = Snapshots(str(Path(folder) / "snapshots"))
    now = datetime.now(UTC)
    for edition in _editions(wordings):
        with store.write() as session:
            put(session, snapshots, edition, now)


def _editions(wordings: int) -> list[Edition]:
    """Acts of ten editions, each of which words all its fifty articles anew."""
    chance = random.Random(1)  # noqa: S311 - made-up texts
    texts = [document.text for document in synthetic_documents(wordings)]
    for place in chance.sample(range(wordings), 20):
        texts[place] += " именные протоколы наблюдателей"
    size = _EDITIONS * _ARTICLES
    return [
        Edition(
            f"Z{act:010d}",
            Language.RU,
            EditionLabel.on(date(1995, 1, 1) + timedelta(days=400 * number)),
            "О выборах",
            tuple(
                _article(place, text)
                for place, text in enumerate(
                    texts[act * size + number * _ARTICLES :][:_ARTICLES], 1
                )
            ),
        )
        for act in range(wordings // size)
        for number in range(_EDITIONS)
    ]


def _article(place: int, text: str) -> Article:
    words = text.split()
    body = tuple(
        Block(BlockKind.POINT, " ".join(words[start : start + 50]), str(number), f"{number}.")
        for number, start in enumerate(range(0, len(words), 50), 1)
    )
    return Article(ArticleKind.ARTICLE, f"art_{place}", str(place), f"Статья {place}.", "", body)


if __name__ == "__main__":
    for what, figure in measure().items():
        print(f"{what:30} {figure:6.2f}")

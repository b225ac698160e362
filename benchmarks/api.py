"""How fast one process of the API answers over HTTP, on a store of 2,000 articles."""

from __future__ import annotations

import multiprocessing
import random
import socket
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path
from urllib.parse import quote

import uvicorn

from api.app import create_app
from benchmarks.storing import put
from benchmarks.synthetic import synthetic_documents
from benchmarks.timing import asked, not_modified, percentiles
from corpus.law import (
    Act,
    Article,
    ArticleKind,
    Block,
    BlockKind,
    Edition,
    EditionLabel,
    Language,
    ListedEdition,
)
from corpus.search import open_engine
from corpus.search.keeping.keeper import IndexKeeper
from corpus.settings import Settings
from corpus.store import open_store, writes
from diffing.in_force.days import days_in_force

_ACTS = 20
_ARTICLES = 100
_EDITIONS = 3
_NOW = datetime(2026, 11, 1, tzinfo=UTC)


def measure(requests: int = 1_000, at_once: int = 8) -> dict[str, float]:
    """Milliseconds an answer (p50, p95, one client) by kind; articles a second with several."""
    with tempfile.TemporaryDirectory() as name:
        fill(Path(name))
        with served(Path(name)) as port:
            chance = random.Random(1)  # noqa: S311 - the same requests at each run
            figures: dict[str, float] = {}
            for kind, paths in _paths(chance, requests).items():
                asked(port, paths[:50])
                figures |= percentiles(kind, asked(port, paths))
            figures["article, not modified p50 ms"] = statistics.median(
                not_modified(port, _article_path(chance), 200)
            )
            paths = [_article_path(chance) for _ in range(requests)]
            began = time.perf_counter()
            with ThreadPoolExecutor(at_once) as clients:
                list(clients.map(lambda part: asked(port, paths[part::at_once]), range(at_once)))
            seconds = time.perf_counter() - began
            figures[f"articles/s, {at_once} clients"] = requests / seconds
    return figures


def _ngr(number: int) -> str:
    return f"Z{number:010d}"


def _label(number: int) -> date:
    return date(2010, 1, 1) + timedelta(days=1_000 * number)


def _article_path(chance: random.Random) -> str:
    act, article = chance.randrange(_ACTS), chance.randrange(_ARTICLES)
    day = _label(chance.randrange(_EDITIONS)) + timedelta(days=chance.randrange(1_000))
    return f"/v1/acts/{_ngr(act)}/articles/art_{article + 1}?lang=ru&on={day}"


def _paths(chance: random.Random, requests: int) -> dict[str, list[str]]:
    articles = [_article_path(chance) for _ in range(requests)]
    of_article = [path.partition("?")[0] for path in articles]
    some = requests // 5
    words = ["акима", "выборы акима", "решение маслихата", '"сельского округа"']
    return {
        "article": articles,
        "history": [f"{path}/history?lang=ru" for path in of_article[:some]],
        "article page": [path.removeprefix("/v1") for path in of_article[:some]],
        "search": [f"/v1/search?q={quote(words[number % 4])}" for number in range(some)],
        "diff": [
            f"/v1/acts/{_ngr(number % _ACTS)}/diff?from={_label(0)}&to={_label(1)}"
            for number in range(_ACTS)
        ],
    }


def fill(folder: Path) -> None:
    """Acts of which each edition words every tenth article anew, and their index."""
    settings = Settings(data_dir=folder)
    store = open_store(settings.database)
    store.migrate()
    snapshots = writes.Snapshots(settings.snapshots)
    texts = (document.text for document in synthetic_documents(10 * _ACTS * _ARTICLES))
    labels = [EditionLabel.on(_label(number)) for number in range(_EDITIONS)]
    for act in range(_ACTS):
        wordings = list(islice(texts, _ARTICLES))
        with store.write() as session:
            writes.upsert_act(session, Act(_ngr(act), {Language.RU: f"Закон {act}"}))
            listed = [ListedEdition(label) for label in labels]
            writes.list_editions(session, _ngr(act), Language.RU, listed, "adilet", _NOW)
            for number, label in enumerate(labels):
                wordings[number::10] = islice(texts, len(wordings[number::10]))
                edition = _edition(act, label, wordings)
                put(session, snapshots, edition, _NOW)
    IndexKeeper(store, open_engine(settings), days_in_force, settings.index_dir).rebuild()
    store.close()


def _edition(act: int, label: EditionLabel, wordings: Sequence[str]) -> Edition:
    articles = []
    for number, text in enumerate(wordings, 1):
        words = text.split()
        blocks = tuple(
            Block(BlockKind.POINT, " ".join(words[at : at + 25]), f"{point}", f"{point}.")
            for point, at in enumerate(range(0, len(words), 25), 1)
        )
        heading = f"О предмете {number}"
        articles.append(
            Article(
                ArticleKind.ARTICLE,
                f"art_{number}",
                str(number),
                f"Статья {number}.",
                heading,
                blocks,
            )
        )
    return Edition(_ngr(act), Language.RU, label, f"Закон {act}", tuple(articles))


@contextmanager
def served(folder: Path) -> Iterator[int]:
    """The API in a process of its own; gives its port."""
    with served_apart(folder) as (port, _process):
        yield port


@contextmanager
def served_apart(folder: Path) -> Iterator[tuple[int, int]]:
    """The API in a process of its own; gives its port and the number of the process."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    server = multiprocessing.get_context("spawn").Process(target=_serve, args=(folder, port))
    server.start()
    try:
        _wait_for(port)
        assert server.pid is not None
        yield port, server.pid
    finally:
        server.terminate()
        server.join()


def _serve(folder: Path, port: int) -> None:
    app = create_app(Settings(data_dir=folder))
    uvicorn.run(app, host="127.0.0.1", port=port, log_level="warning", access_log=False)


def _wait_for(port: int, seconds: float = 30) -> None:
    deadline = time.monotonic() + seconds
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        else:
            return

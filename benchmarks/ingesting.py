"""How fast editions go through the whole funnel: snapshot, reading, gates, SQL, comparison."""

from __future__ import annotations

import tempfile
import time
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from corpus.law import EditionLabel, Language
from corpus.store import open_store
from corpus.store.snapshots import Fetched, Snapshots
from corpus.watched import Watchlist
from crawler.ingest import Ingest, ReceivedKind
from crawler.registries.pages import Format, PageSource

_NGR = "Z990000777_"
_ARTICLES = 60
_AMENDED = 3  # articles that each edition words anew


def _page(edition: int) -> bytes:
    parts = ["# О правилах"]
    for number in range(1, _ARTICLES + 1):
        version = edition if number % (_ARTICLES // _AMENDED) == edition % _AMENDED else number
        paragraphs = "\n\n".join(
            f"      {point}. Аким округа решает вопрос {point} в порядке {version}."
            for point in range(1, 9)
        )
        parts.append(f"### Статья {number}. О правиле {number}\n\n{paragraphs}")
    return "\n\n".join(parts).encode()


def measure(editions: int = 100) -> dict[str, float]:
    """Editions a second into a fresh SQLite store, and again when nothing is new."""
    first_day = date(2000, 1, 1)
    pages = []
    for number in range(editions):
        label = EditionLabel.on(first_day + timedelta(days=30 * number))
        url = f"https://registry.example/{label}"
        source = PageSource(_NGR, Language.RU, Format.REFERENCE_BANK_MARKDOWN, label=label, url=url)
        pages.append((Fetched(url, datetime.now(UTC), 200, {}, _page(number)), source))
    with tempfile.TemporaryDirectory() as folder:
        with closing(open_store(f"sqlite:///{Path(folder) / 'nusqa.db'}")) as store:
            store.migrate()
            snapshots = Snapshots(str(Path(folder) / "snapshots"))
            ingest = Ingest(store, snapshots, Watchlist(()), "files", lambda: datetime.now(UTC))
            rates = []
            for expected in (ReceivedKind.STORED, ReceivedKind.UNCHANGED):
                began = time.perf_counter()
                for fetched, source in pages:
                    assert ingest.receive(fetched, source).kind is expected
                rates.append(editions / (time.perf_counter() - began))
        size = (Path(folder) / "nusqa.db").stat().st_size / 1e6
    return {"new editions/s": rates[0], "known editions/s": rates[1], "database MB": size}

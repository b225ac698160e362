"""How fast feeds and changes are answered over HTTP by one process, on a feed of 10,000 changes."""

from __future__ import annotations

import http.client
import tempfile
from datetime import UTC, datetime, timedelta
from itertools import islice, pairwise
from pathlib import Path
from urllib.parse import quote

from benchmarks.api import served
from benchmarks.storing import put
from benchmarks.synthetic import synthetic_documents
from benchmarks.timing import asked, percentiles
from corpus.law import Act, Article, ArticleKind, Block, BlockKind, Edition, EditionLabel, Language
from corpus.settings import Settings
from corpus.store import open_store, reads, writes
from crawler.comparing import article_row
from diffing.compare import compare_editions

_ACTS = 20
_ARTICLES = 100
_EDITIONS = 6
_NOW = datetime(2026, 11, 1, tzinfo=UTC)
_ACT = "Z0000000007"


def measure(times: int = 300) -> dict[str, float]:
    """Milliseconds an answer (p50, p95, one client): unchanged, made anew, remembered."""
    with tempfile.TemporaryDirectory() as name:
        figures = {"changes": float(_fill(Path(name)))}
        with served(Path(name)) as port:
            for kind, path in _PATHS.items():
                figures |= _unchanged(port, kind, path, times)
            figures |= _remembered(port, times)
            # Another limit is another question: nothing of it is remembered.
            figures |= _made(port, "act, Atom of about 100 entries, made", _ACT_FEEDS, 60)
            figures |= _made(port, "search, Atom, made", f"/feeds/search.atom?q={_WORDS}", 20)
            figures |= _made(port, "/v1/changes of about 100, texts", "/v1/changes?texts=true", 60)
    return figures


_WORDS = quote('"сельского округа"')
_ACT_FEEDS = f"/feeds/acts/{_ACT}.atom"
_ACT_FEED = f"{_ACT_FEEDS}?lang=ru"
_PATHS = {
    "all, not modified": "/feeds/changes.atom?limit=100",
    "act, not modified": f"{_ACT_FEED}&limit=100",
    "act without lang, not modified": f"/feeds/acts/{_ACT}.json",
    "article, not modified": f"/feeds/acts/{_ACT}/articles/art_1.atom?lang=ru",
    "search, not modified": f"/feeds/search.atom?q={_WORDS}",
}


def _unchanged(port: int, kind: str, path: str, times: int) -> dict[str, float]:
    first = asked(port, [path], 200)
    assert first
    by_tag = asked(port, [path] * times, 304, {"If-None-Match": _header(port, path, "etag")})
    by_time = {"If-Modified-Since": _header(port, path, "last-modified")}
    figures = percentiles(kind, by_tag)
    if kind == "act, not modified":
        figures |= percentiles(f"{kind}, by time", asked(port, [path] * times, 304, by_time))
    return figures


def _remembered(port: int, times: int) -> dict[str, float]:
    path = f"{_ACT_FEED}&limit=100"
    return percentiles("act, 100 entries, remembered", asked(port, [path] * times, 200))


def _made(port: int, kind: str, path: str, times: int) -> dict[str, float]:
    joint = "&" if "?" in path else "?"
    paths = [
        f"{path}{joint}limit={100 - number % 40}&lang={'ru' if number // 40 % 2 else ''}"
        for number in range(times)
    ]
    return percentiles(kind, asked(port, paths, 200))


def _header(port: int, path: str, name: str) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return str(answer.headers[name])


def _fill(folder: Path) -> int:
    """Acts whose editions word every article anew; gives how many changes there are."""
    settings = Settings(data_dir=folder)
    store = open_store(settings.database)
    store.migrate()
    snapshots = writes.Snapshots(settings.snapshots)
    texts = (one.text for one in synthetic_documents(_ACTS * _ARTICLES * _EDITIONS + 1))
    written = 0
    for act in range(_ACTS):
        ngr = f"Z{act:010d}"
        editions = [
            _edition(ngr, year, list(islice(texts, _ARTICLES))) for year in range(_EDITIONS)
        ]
        with store.write() as session:
            writes.upsert_act(session, Act(ngr, {Language.RU: f"Закон {act}"}))
            for edition in editions:
                put(session, snapshots, edition, _NOW)
            ids = [one.id for one in reads.editions(session, ngr, Language.RU)]
            for (old, new), (older, newer) in zip(pairwise(editions), pairwise(ids), strict=True):
                rows = [article_row(change) for change in compare_editions(old, new).changes]
                moment = _NOW + timedelta(minutes=act)
                written += writes.replace_changes(
                    session, ngr, Language.RU, older, newer, rows, recorded_at=moment
                )
    store.close()
    return written


def _edition(ngr: str, year: int, texts: list[str]) -> Edition:
    articles = []
    for number, text in enumerate(texts, 1):
        words = text.split()
        blocks = tuple(
            Block(BlockKind.POINT, " ".join(words[at : at + 25]), str(at), f"{at}.", f"p_{at}")
            for at in range(0, len(words), 25)
        )
        articles.append(
            Article(
                ArticleKind.ARTICLE,
                f"art_{number}",
                str(number),
                f"Статья {number}.",
                f"О предмете {number}",
                blocks,
            )
        )
    label = EditionLabel.parse(f"{2010 + year}-01-01")
    return Edition(ngr, Language.RU, label, f"Закон {ngr}", tuple(articles))

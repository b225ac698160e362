"""What one server holds after ten thousand requests of every kind, and which kind took it."""

from __future__ import annotations

import http.client
import random
import re
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import permutations
from urllib.parse import quote

from benchmarks.timing import asked

ELECTIONS = "Z950002464_"
EDITIONS = ("2021-05-24", "2022-02-07", "2022-11-05", "2023-01-01", "2025-01-01", "2026-07-01")
REGIMES = (("1999", "2013"), ("2013", "2020"), ("1999", "2020"))
_WORDS = ("аким", "маслихат", "выборы", "срок полномочий", "кандидат", "округ", "сайлау", "әкім")
_CLIENTS = 4


@dataclass(frozen=True)
class Kind:
    """Requests of one kind, and how many in ten thousand are of it."""

    name: str
    share: int
    paths: Sequence[str]


def kinds(articles: Sequence[str]) -> list[Kind]:
    """All kinds of requests, of which the shares are ten thousand together.

    `articles` are the addresses of articles' pages of the sample's law on elections.
    """
    pairs = list(permutations(EDITIONS, 2))
    sides = [
        f"left={ELECTIONS}@{one}&right={ELECTIONS}@{other}&lang={lang}"
        for one, other in pairs
        for lang in ("ru", "kk")
    ]
    of_article = [path.partition("?") for path in articles]
    words = [quote(word) for word in _WORDS]
    return [
        Kind("article pages", 4_200, articles),
        Kind("articles as JSON", 1_600, [f"/v1{path}" for path in articles]),
        Kind(
            "histories, blame, relations",
            900,
            [
                f"/v1{path}/{part}{mark}{query if part != 'history' else query.split('&')[0]}"
                for path, mark, query in of_article
                for part in ("history", "blame", "relations")
            ],
        ),
        Kind("pages", 800, _pages()),
        Kind(
            "searches",
            900,
            [f"/search?q={word}" for word in words]
            + [f"/v1/search?q={word}&on={day}" for word in words for day in ("any", *EDITIONS)]
            + [f"/v1/search?q={word}&facets=true" for word in words],
        ),
        Kind("comparisons", 700, [f"/compare?{one}" for one in sides]),
        Kind("comparisons as JSON", 300, [f"/v1/compare?{one}" for one in sides]),
        Kind(
            "comparisons of regimes",
            200,
            [
                f"{form}/regimes/{a}/compare/{b}{ui}"
                for a, b in REGIMES
                for form, ui in (("", "?ui=ru"), ("", "?ui=kk"), ("", "?ui=en"), ("/v1", ""))
            ],
        ),
        Kind("lists and feeds", 290, _lists()),
        Kind(
            "comparison tables",
            80,
            [
                f"/v1/compare.{form}?{one}"
                for one in sides
                for form in ("docx", "xlsx", "csv", "md", "html")
            ],
        ),
        Kind("comparison tables as PDF", 4, [f"/v1/compare.pdf?{one}" for one in sides[:4]]),
        Kind("dumps", 18, _dumps()),
        Kind("texts and histories to take away", 8, _whole()),
    ]


def _pages() -> list[str]:
    pages = ["/", "/regimes", "/changes", "/status", "/search", "/amendments", "/docs", "/compare"]
    pages += [f"/acts/{ELECTIONS}?edition={edition}" for edition in EDITIONS]
    return [f"{page}{'&' if '?' in page else '?'}ui={ui}" for page in pages for ui in ("ru", "kk")]


def _lists() -> list[str]:
    return [
        "/v1/acts",
        f"/v1/acts/{ELECTIONS}/editions",
        *(f"/v1/acts/{ELECTIONS}/articles?edition={edition}" for edition in EDITIONS),
        "/v1/changes",
        "/v1/amendments",
        "/v1/anomalies",
        "/v1/matrix",
        "/v1/regimes",
        "/openapi.json",
        "/sitemap.xml",
        "/feeds/changes.atom",
        "/feeds/changes.json",
        f"/feeds/acts/{ELECTIONS}.atom",
        "/feeds/regimes/2013.json",
    ]


def _dumps() -> list[str]:
    tables = ("acts", "editions", "articles", "changes", "amendments")
    files = [f"{table}.{form}" for table in tables for form in ("jsonl", "parquet", "json")]
    return [f"/v1/exports/{file}" for file in (*files, "corpus.sqlite", "articles.jsonl.zst")]


def _whole() -> list[str]:
    of_act = f"/v1/acts/{ELECTIONS}"
    return [f"{of_act}/text.akn", f"{of_act}/history.bundle", f"{of_act}.jsonld"]


def article_pages(port: int) -> list[str]:
    """The pages of all articles of all editions of the sample's law on elections, shuffled."""
    found: list[str] = []
    connection = http.client.HTTPConnection("127.0.0.1", port)
    for lang in ("ru", "kk"):
        for label in EDITIONS:
            of_edition = f"/v1/acts/{ELECTIONS}/articles?lang={lang}&edition={label}&limit=100"
            connection.request("GET", of_edition)
            keys = re.findall(
                r'"key":"((?:art|preamble)[^"]*)"', connection.getresponse().read().decode()
            )
            found += [
                f"/acts/{ELECTIONS}/articles/{key}?lang={lang}&edition={label}"
                for key in dict.fromkeys(keys)
            ]
    connection.close()
    assert len(found) > 100
    random.Random(1).shuffle(found)  # noqa: S311 - the same at each run
    return found


def some_of(asked_for: Sequence[Kind], count: int) -> list[str]:
    """So many requests of the kinds by their shares, the same at each run."""
    chance = random.Random(2)  # noqa: S311 - the same at each run
    shares = [kind.share for kind in asked_for]
    drawn = chance.choices(asked_for, shares, k=count)
    return [chance.choice(kind.paths) for kind in drawn]


def ask_all(port: int, paths: Sequence[str]) -> None:
    """Ask for all of them, four at a time; raises AssertionError where one is not answered."""

    def part(number: int) -> list[float]:
        return asked(port, paths[number::_CLIENTS])

    with ThreadPoolExecutor(_CLIENTS) as threads:
        list(threads.map(part, range(_CLIENTS)))


def one_of_each(asked_for: Sequence[Kind]) -> Iterator[tuple[str, str]]:
    """The name of each kind with its first address."""
    for kind in asked_for:
        yield kind.name, kind.paths[0]

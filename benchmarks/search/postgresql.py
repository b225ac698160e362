"""PostgreSQL's full text, fed with our stems: an outside reference.

Words and stems are `tsvector`s of our own making under GIN indexes; ranked by `ts_rank`, which
knows no rarity of words.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

import psycopg

from benchmarks.search.questions import PAGE, Question
from benchmarks.search.stemmed import Dialect, cut, written
from corpus.law import Language
from corpus.search import SearchDocument
from corpus.search.words.analysis import Analyser

_TABLE = """
CREATE TABLE wordings (
    id text PRIMARY KEY, article text, ngr text, lang text, form text, year int,
    begins int, ends int, body text, stems tsvector, words tsvector
)
"""
_INDEXES = (
    "CREATE INDEX of_stems ON wordings USING gin (stems)",
    "CREATE INDEX of_words ON wordings USING gin (words)",
    "CREATE INDEX of_days ON wordings (begins, ends)",
    "ANALYZE wordings",
)
_COPY = (
    "COPY wordings (id, article, ngr, lang, form, year, begins, ends, body, stems, words) "
    "FROM STDIN"
)
_MOST_POSITIONS = 255
_LAST_POSITION = 16_383
_WEIGHTS = "'{0.1, 0.2, 0.33, 1}'"


def _row(words: Sequence[str]) -> str:
    return "(" + " <-> ".join(f"'{word}'" for word in words) + ")"


def _near(left: str, right: str, within: int) -> str:
    distances = range(1, within + 1)
    pairs = ((left, right), (right, left))
    return "(" + " | ".join(f"'{a}' <{n}> '{b}'" for a, b in pairs for n in distances) + ")"


_WRITTEN = "\0"
"""Marks what is looked for among words as written; a `tsquery` asks one column only."""

DIALECT = Dialect(
    stemmed_row=_row,
    written_row=lambda words: _WRITTEN + _row(words),
    beginning=lambda start: f"{_WRITTEN}'{start}':*",
    near=_near,
    both=" & ",
    one_of=" | ",
    but_not=" & !",
)


class Postgresql:
    """A database; each thread has a connection of its own."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._analyser = Analyser()
        self._own = threading.local()

    def _connection(self) -> psycopg.Connection[tuple[object, ...]]:
        if not hasattr(self._own, "connection"):
            self._own.connection = psycopg.connect(self._url, autocommit=True)
        connection: psycopg.Connection[tuple[object, ...]] = self._own.connection
        return connection

    def build(self, documents: Sequence[SearchDocument]) -> None:
        connection = self._connection()
        connection.execute(_TABLE)
        self._copy(documents)
        for statement in _INDEXES:
            connection.execute(statement.encode())

    def _copy(self, documents: Sequence[SearchDocument]) -> None:
        with self._connection().cursor().copy(_COPY) as copy:
            for one in documents:
                words = cut(one, self._analyser)
                begins, ends = one.window
                copy.write_row(
                    (
                        *(one.id, one.article, one.ngr, str(one.lang), one.form, one.year),
                        *(begins, ends, one.text),
                        _vector(words.heading_stems, words.body_stems),
                        _vector(words.heading_words, words.body_words),
                    )
                )

    def update(self, add: Sequence[SearchDocument], remove: Sequence[str]) -> None:
        with self._connection().transaction():
            self._connection().execute("DELETE FROM wordings WHERE id = ANY(%s)", (list(remove),))
            self._copy(add)

    def ask(self, question: Question) -> int:
        connection = self._connection()
        language = question.language or Language.RU
        match = written(question.text, language, self._analyser, DIALECT)
        column = "words" if _WRITTEN in match else "stems"
        asked = {
            "match": match.replace(_WRITTEN, ""),
            "lang": str(language),
            "day": question.on.toordinal() if question.on else None,
        }
        wanted = (
            f"FROM wordings WHERE {column} @@ %(match)s::tsquery"
            + (" AND lang = %(lang)s" if question.language else "")
            + (" AND begins <= %(day)s AND ends > %(day)s" if question.on else "")
        )
        rank = f"ts_rank({_WEIGHTS}, {column}, %(match)s::tsquery)"
        counted = "count(*)" if question.on else "count(DISTINCT article)"
        total = connection.execute(f"SELECT {counted} {wanted}".encode(), asked).fetchone()
        best = (
            f"SELECT id, body {wanted} ORDER BY {rank} DESC LIMIT {PAGE}"
            if question.on
            else f"SELECT article, max({rank}) {wanted} GROUP BY 1 ORDER BY 2 DESC LIMIT {PAGE}"
        )
        connection.execute(best.encode(), asked).fetchall()
        if question.highlight and question.on:
            marked = (
                "SELECT ts_headline('simple', body, %(match)s::tsquery) "  # noqa: S608 - ours
                f"FROM (SELECT body {wanted} ORDER BY {rank} DESC LIMIT {PAGE}) AS best"
            )
            connection.execute(marked.encode(), asked).fetchall()
        if question.facets:
            for facet in ("ngr", "form", "lang", "year"):
                counts = f"SELECT {facet}, count(*) {wanted} GROUP BY 1"
                connection.execute(counts.encode(), asked).fetchall()
        assert total is not None
        return int(str(total[0]))

    def megabytes(self) -> float:
        size = self._connection().execute("SELECT pg_total_relation_size('wordings')").fetchone()
        assert size is not None
        return int(str(size[0])) / 1e6

    def server_megabytes(self) -> float | None:
        backend = self._connection().execute("SELECT pg_backend_pid()").fetchone()
        assert backend is not None
        try:
            server = _status(Path(f"/proc/{backend[0]}"))["PPid"]
            processes = [one for one in Path("/proc").iterdir() if one.name.isdigit()]
            family = [told for one in processes if (told := _status(one)).get("PPid") == server]
            own = sum(int(one["RssAnon"].split()[0]) for one in family)
            shared = max(int(one["RssShmem"].split()[0]) for one in family)
            return (own + shared) / 1e3
        except (OSError, KeyError, ValueError):
            return None  # the server is elsewhere, or this is no Linux


def _status(process: Path) -> dict[str, str]:
    """What Linux tells of a process; nothing where it has just ended."""
    try:
        lines = (process / "status").read_text().splitlines()
    except (ProcessLookupError, FileNotFoundError):
        return {}
    return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}


def _vector(heading: Sequence[str], body: Sequence[str]) -> str:
    """A `tsvector` as text: the heading's places with weight A, the body's with B."""
    places: dict[str, list[str]] = {}
    for place, word, weight in _weighted(heading, body):
        of_word = places.setdefault(word, [])
        if len(of_word) < _MOST_POSITIONS and place <= _LAST_POSITION:
            of_word.append(f"{place}{weight}")
    return " ".join(f"'{word}':{','.join(of_word)}" for word, of_word in places.items() if of_word)


def _weighted(heading: Sequence[str], body: Sequence[str]) -> Iterator[tuple[int, str, str]]:
    for place, word in enumerate(heading, 1):
        yield place, word, "A"
    for place, word in enumerate(
        body, len(heading) + 100
    ):  # no phrase runs from one into the other
        yield place, word, "B"

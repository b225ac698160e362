"""SQLite's full text (FTS5), fed with our stems: an outside reference.

It has no windows, articles or facets of its own; plain columns beside it hold them.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.search.questions import PAGE, Question
from benchmarks.search.stemmed import Dialect, cut, written
from benchmarks.search.subjects import folder_megabytes
from corpus.law import Language
from corpus.search import SearchDocument
from corpus.search.documents import BEYOND
from corpus.search.words.analysis import Analyser

_TABLES = """
CREATE TABLE wordings (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE, article TEXT, ngr TEXT, lang TEXT, form TEXT,
    year INTEGER, begins INTEGER, ends INTEGER, body TEXT
);
CREATE VIRTUAL TABLE words USING fts5(
    heading_stems, body_stems, heading_words, body_words,
    tokenize = "unicode61 remove_diacritics 0 tokenchars '-_'"
);
"""
_INSERT = "INSERT INTO wordings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_WORDS = (
    "INSERT INTO words (rowid, heading_stems, body_stems, heading_words, body_words) "
    "VALUES (?, ?, ?, ?, ?)"
)
_RANK = "bm25(words, 3.0, 1.0, 3.0, 1.0)"
_STEMS, _WORDS = "{heading_stems body_stems}", "{heading_words body_words}"


def _quoted(words: Iterable[str]) -> str:
    return f'"{" ".join(words)}"'


DIALECT = Dialect(
    stemmed_row=lambda stems: f"{_STEMS}: {_quoted(stems)}",
    written_row=lambda words: f"{_WORDS}: {_quoted(words)}",
    beginning=lambda start: f'{_WORDS}: "{start}"*',
    near=lambda left, right, within: f'{_STEMS}: NEAR("{left}" "{right}", {within - 1})',
    both=" AND ",
    one_of=" OR ",
    but_not=" NOT ",
)


class Fts5:
    """One file; each thread has a connection of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file = folder / "fts5.db"
        self._analyser = Analyser()
        self._own = threading.local()

    def _connection(self) -> sqlite3.Connection:
        if not hasattr(self._own, "connection"):
            self._own.connection = sqlite3.connect(self._file)
        connection: sqlite3.Connection = self._own.connection
        return connection

    def build(self, documents: Sequence[SearchDocument]) -> None:
        connection = self._connection()
        connection.execute("PRAGMA journal_mode = WAL")
        connection.executescript(_TABLES)
        self._insert(documents, 1)
        connection.execute("INSERT INTO words (words) VALUES ('optimize')")
        connection.execute("CREATE INDEX of_days ON wordings (begins, ends)")
        connection.commit()

    def _insert(self, documents: Sequence[SearchDocument], first: int) -> None:
        connection = self._connection()
        for number, one in enumerate(documents, first):
            words = cut(one, self._analyser)
            begins, ends = one.window
            row = (one.ngr, one.lang, one.form, one.year, begins, ends, one.text)
            connection.execute(_INSERT, (number, one.id, one.article, *row))
            streams = (
                words.heading_stems,
                words.body_stems,
                words.heading_words,
                words.body_words,
            )
            connection.execute(_INSERT_WORDS, (number, *(" ".join(one) for one in streams)))

    def update(self, add: Sequence[SearchDocument], remove: Sequence[str]) -> None:
        connection = self._connection()
        for id_ in remove:
            (number,) = connection.execute(
                "SELECT number FROM wordings WHERE id = ?", (id_,)
            ).fetchone()
            connection.execute("DELETE FROM words WHERE rowid = ?", (number,))
            connection.execute("DELETE FROM wordings WHERE number = ?", (number,))
        (last,) = connection.execute("SELECT max(number) FROM wordings").fetchone()
        self._insert(add, last + 1)
        connection.commit()

    def ask(self, question: Question) -> int:
        connection = self._connection()
        language = question.language or Language.RU
        day = question.on.toordinal() if question.on else None
        asked = {
            "match": written(question.text, language, self._analyser, DIALECT),
            "lang": str(language),
            "day": day,
        }
        wanted = (
            "FROM words JOIN wordings ON number = words.rowid WHERE words MATCH :match"
            + (" AND lang = :lang" if question.language else "")
            + (" AND begins <= :day AND ends > :day" if day else "")
        )
        piece = ", snippet(words, 1, '<mark>', '</mark>', '…', 24)" if question.highlight else ""
        if question.on:
            total = connection.execute(f"SELECT count(*) {wanted}", asked).fetchone()[0]
            best = f"SELECT id, body {piece} {wanted} ORDER BY {_RANK} LIMIT {PAGE}"
        else:
            total = connection.execute(
                f"SELECT count(DISTINCT article) {wanted}", asked
            ).fetchone()[0]
            # An auxiliary function works in no grouped query: the best of each article by hand.
            best = (
                f"SELECT article, min(rank) FROM (SELECT article, {_RANK} AS rank {wanted}"  # noqa: S608 - ours
                f" LIMIT {BEYOND}) GROUP BY article ORDER BY 2 LIMIT {PAGE}"
            )
        connection.execute(best, asked).fetchall()
        if question.facets:
            for facet in ("ngr", "form", "lang", "year"):
                counted = f"SELECT {facet}, count(*) {wanted} GROUP BY 1"
                connection.execute(counted, asked).fetchall()
        return int(total)

    def megabytes(self) -> float:
        return folder_megabytes(self._folder)

    def server_megabytes(self) -> float | None:
        return None

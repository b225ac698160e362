"""What Datasette shows around the SQLite file: titles, licence, warning, meanings of columns."""

from __future__ import annotations

import json

from exports.dumps.about import DAYS, About
from exports.dumps.sqlite.tables import TABLES
from exports.dumps.sqlite.views import SEARCH_TABLE, VIEWS
from exports.terms import SAMPLE_WARNING

_TITLE = "Nusqa: every edition of Kazakhstan's election and local-government law"
_QUERIES = {
    "wording_on_a_day": {
        "title": "The wording of an article on a day, by edition labels",
        "sql": "SELECT marker, heading, text, from_day, to_day FROM wordings WHERE ngr = :ngr AND "
        "key = :key AND lang = :lang AND from_day <= :day AND (to_day > :day OR to_day IS NULL)",
    },
    "search": {
        "title": "Wordings with a word, the newest first",
        "sql": "SELECT ngr, lang, key, from_day, to_day, snippet(wordings_fts, 1, '[', ']', ' … ', "
        "20) AS found FROM wordings_fts JOIN wordings ON wordings.id = wordings_fts.rowid "
        "WHERE wordings_fts MATCH :word ORDER BY from_day DESC",
    },
}


def datasette_metadata(about: About, database: str) -> bytes:
    """`metadata.json` for `datasette FILE.db -m metadata.json`; `database`: the file's bare name.

    Datasette names a database after its file.
    """
    told = f"{SAMPLE_WARNING} {DAYS}" if about.sample else DAYS
    tables = {
        table.name: {
            "description": table.meaning,
            "columns": {one.name: one.meaning for one in table.columns if one.meaning},
        }
        for table in TABLES
    }
    tables["wordings"] |= {"fts_table": SEARCH_TABLE, "fts_pk": "id", "label_column": "marker"}
    tables |= {name: {"description": meaning} for name, (meaning, _query) in VIEWS.items()}
    document = {
        "title": f"{_TITLE} (sample)" if about.sample else _TITLE,
        "description": told,
        "license": about.licence,
        "databases": {database: {"description": told, "tables": tables, "queries": _QUERIES}},
    }
    return (json.dumps(document, ensure_ascii=False, indent=2) + "\n").encode()

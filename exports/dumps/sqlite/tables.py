"""The tables of the SQLite file: columns, keys, and what each means.

Flat where a reader would join at once, apart where something comes several times. Days are ISO
text, flags 0 or 1. `from` and `to` are words of SQL: the columns are `from_day` and `to_day`.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SqlColumn:
    """A column: its name, its SQL type with constraints, and what it means."""

    name: str
    type: str
    meaning: str = ""


@dataclass(frozen=True)
class SqlTable:
    """A table: its columns, further constraints, and the columns to index."""

    name: str
    meaning: str
    columns: tuple[SqlColumn, ...]
    constraints: tuple[str, ...] = ()
    indexes: tuple[str, ...] = ()
    without_rowid: bool = False

    def ddl(self) -> str:
        """The statement that makes the table."""
        parts = [f"{one.name} {one.type}" for one in self.columns] + [*self.constraints]
        body = ",\n  ".join(parts)
        return f"CREATE TABLE {self.name} (\n  {body}\n)" + (
            " WITHOUT ROWID" if self.without_rowid else ""
        )

    def index_ddl(self) -> list[str]:
        """The statements that make its indexes."""
        return [
            f"CREATE INDEX ix_{self.name}_{columns.replace(', ', '_')} ON {self.name} ({columns})"
            for columns in self.indexes
        ]


C = SqlColumn
_ACT = C("ngr", "TEXT NOT NULL REFERENCES acts (ngr)", "The act, by its state registry number.")
_LANG = C("lang", "TEXT NOT NULL", "ru, kk or en.")
_EVIDENCE = (
    C("snapshot_sha256", "TEXT", "The sha256 of the registry's response that it was read in."),
    C("url", "TEXT", "The address that was asked."),
)
_RECORDED = C("recorded_at", "TEXT NOT NULL", "When it was learned (UTC).")
_SAMPLE = C("sample", "INTEGER NOT NULL", "1: a paraphrase of the bundled sample, no official text")
_START = (
    C("in_force_from", "TEXT", "The first day in force; empty: unknown."),
    C("in_force_ground", "TEXT NOT NULL", "How that day is known."),
)

TABLES: tuple[SqlTable, ...] = (
    SqlTable(
        "about",
        "What this file says of itself: its state, its licence, whether it is a sample.",
        (C("name", "TEXT PRIMARY KEY"), C("value", "TEXT NOT NULL")),
    ),
    SqlTable(
        "acts",
        "The acts that are known, watched ones without a text included.",
        (
            C("ngr", "TEXT PRIMARY KEY", "State registry number."),
            C("title_ru", "TEXT", "Title in Russian."),
            C("title_kk", "TEXT", "Title in Kazakh."),
            C("title_en", "TEXT", "Title in English."),
            C("form", "TEXT", "law, constitutional law, presidential decree …"),
            C("number", "TEXT", "The act's own number."),
            C("adopted", "TEXT", "The day of adoption."),
            C("repealed_on", "TEXT", "The day of its repeal, if any."),
            C("reference_bank_id", "INTEGER", "Its number in the reference bank."),
            C("newest", "TEXT", "The label of the newest edition held in any language."),
            _SAMPLE,
        ),
    ),
    SqlTable(
        "editions",
        "The editions held: the text of an act, in one language, under the registry's label.",
        (
            C("id", "INTEGER PRIMARY KEY"),
            _ACT,
            _LANG,
            C("edition", "TEXT NOT NULL", "The registry's label: a day, a year or `undated`."),
            C("from_day", "TEXT", "The first day for which it answers, by labels."),
            C("to_day", "TEXT", "The first day for which it no longer does; empty: no end known."),
            C("title", "TEXT NOT NULL"),
            C("requisites", "TEXT NOT NULL", "Form, day and number, as the page has them."),
            C("status", "TEXT NOT NULL", "What the registry says of the act's force."),
            C("holding", "TEXT NOT NULL", "whole, beginning or parts: how much of the act is held"),
            C("holding_keys", "TEXT NOT NULL", "JSON: which parts, by key."),
            C("articles", "INTEGER NOT NULL", "How many articles it holds."),
            C("cause_title", "TEXT", "The amending act that the registry names as the reason."),
            C("cause_requisites", "TEXT"),
            C("registry", "TEXT NOT NULL"),
            C("format", "TEXT NOT NULL"),
            *_EVIDENCE,
            C("fetched_at", "TEXT", "When the registry was asked (UTC)."),
            C("parser_version", "TEXT NOT NULL"),
            C("revision", "INTEGER NOT NULL", "Which record of this edition."),
            C("reason", "TEXT NOT NULL", "Why this record was made."),
            _RECORDED,
            _SAMPLE,
        ),
        ("UNIQUE (ngr, lang, edition)",),
    ),
    SqlTable(
        "articles",
        "The articles, points and appendices of acts, by the key that is the same in all editions.",
        (
            C("id", "INTEGER PRIMARY KEY"),
            _ACT,
            C("key", "TEXT NOT NULL", "art_113-3, app_1__p_13, preamble"),
            C("kind", "TEXT NOT NULL", "preamble, article, point or appendix"),
            C("number", "TEXT NOT NULL"),
        ),
        ("UNIQUE (ngr, key)",),
    ),
    SqlTable(
        "wordings",
        "Every wording of every article: a stretch of editions with the same words.",
        (
            C("id", "INTEGER PRIMARY KEY"),
            C("article_id", "INTEGER NOT NULL REFERENCES articles (id)"),
            _ACT,
            C("key", "TEXT NOT NULL", "The article's key."),
            _LANG,
            C("from_day", "TEXT", "First day, by edition label; not the day of entry into force."),
            C("to_day", "TEXT", "First day after; empty while it is the newest wording held."),
            C("newest", "INTEGER NOT NULL", "1: the article's newest wording held."),
            C("marker", "TEXT NOT NULL", "The number as printed."),
            C("heading", "TEXT NOT NULL"),
            C("text", "TEXT NOT NULL", "The law's own words; footnotes are in `notes`."),
            C("divisions", "TEXT NOT NULL", "JSON: the chapters around it, outermost first."),
            C("text_hash", "TEXT NOT NULL", "The same for the same words in every edition."),
            C("complete", "INTEGER NOT NULL", "0: the copy may end inside the article."),
            C("edition_id", "INTEGER NOT NULL REFERENCES editions (id)", "The newest with it."),
        ),
        (),
        ("article_id, lang, from_day", "ngr, lang, newest", "edition_id"),
    ),
    SqlTable(
        "wording_editions",
        "Which editions have which wording.",
        (
            C("wording_id", "INTEGER NOT NULL REFERENCES wordings (id)"),
            C("edition_id", "INTEGER NOT NULL REFERENCES editions (id)"),
        ),
        ("PRIMARY KEY (wording_id, edition_id)",),
        ("edition_id",),
        without_rowid=True,
    ),
    SqlTable(
        "blocks",
        "The paragraphs of a wording: points, subpoints, parts, tables.",
        (
            C("wording_id", "INTEGER NOT NULL REFERENCES wordings (id)"),
            C("position", "INTEGER NOT NULL"),
            C("kind", "TEXT NOT NULL"),
            C("key", "TEXT NOT NULL", "The path inside the article: p_2__sp_3-1."),
            C("number", "TEXT NOT NULL"),
            C("marker", "TEXT NOT NULL", "The number as printed."),
            C("text", "TEXT NOT NULL"),
            C("quoted", "INTEGER NOT NULL", "1: new wording of another text that is quoted."),
            C("cells", "TEXT", "JSON: a table's cells, by row."),
        ),
        ("PRIMARY KEY (wording_id, position)",),
        without_rowid=True,
    ),
    SqlTable(
        "notes",
        "The registry's footnotes at a wording: never part of the law's words.",
        (
            C("id", "INTEGER PRIMARY KEY"),
            C("wording_id", "INTEGER NOT NULL REFERENCES wordings (id)"),
            C("position", "INTEGER NOT NULL"),
            C("text", "TEXT NOT NULL"),
            C("links", "TEXT NOT NULL", "JSON: the links in it, each with text and href."),
        ),
        (),
        ("wording_id",),
    ),
    SqlTable(
        "amendments",
        "What the registry's notes say was amended: place, verb, act, start.",
        (
            C("id", "INTEGER PRIMARY KEY"),
            _ACT,
            _LANG,
            C("key", "TEXT", "The article or division; empty: the act as a whole."),
            C("place", "TEXT NOT NULL", "The place inside it."),
            C("words", "TEXT NOT NULL", "What the note names without a number."),
            C("heading", "TEXT NOT NULL"),
            C("verb", "TEXT NOT NULL", "What was done to the place."),
            C("role", "TEXT NOT NULL", "amends, foreseen, other language or cited"),
            C("act_adopted", "TEXT", "The day of the amending act."),
            C("act_number", "TEXT"),
            C("act_form", "TEXT"),
            C("act_ngr", "TEXT", "Its registry number, where known."),
            C("act_ngr_ground", "TEXT", "How that is known; `numbering rule` is a guess."),
            C("clause", "TEXT NOT NULL", "What the note says about the start."),
            *_START,
            C("published", "TEXT", "The day of publication that was counted from."),
            C("until", "TEXT", "The last day, exclusive, of a temporary wording."),
            C("quote", "TEXT NOT NULL", "The note's own words for the act."),
            C("statement", "TEXT NOT NULL", "The note's own words for what was done."),
            C("first_edition", "TEXT NOT NULL", "The oldest edition held that states it."),
            C("last_edition", "TEXT NOT NULL", "The newest edition held that states it."),
            *_EVIDENCE,
            _RECORDED,
            _SAMPLE,
        ),
        (),
        ("ngr, key", "act_ngr", "in_force_from"),
    ),
    SqlTable(
        "changes",
        "What differs in an article between two consecutive editions that are held.",
        (
            C("id", "INTEGER PRIMARY KEY"),
            _ACT,
            _LANG,
            C("key", "TEXT NOT NULL"),
            C("old_key", "TEXT"),
            C("new_key", "TEXT"),
            C("heading", "TEXT NOT NULL"),
            C("kind", "TEXT NOT NULL", "amended, added, repealed, moved, technical …"),
            C("nature", "TEXT NOT NULL", "legal, correction or technical"),
            C("legal", "INTEGER NOT NULL", "1: the law changed, not only its form."),
            C("rule", "TEXT", "How the kind was found."),
            C("before_text", "TEXT"),
            C("after_text", "TEXT"),
            C("redline", "TEXT", "JSON: the words that stay, go and come."),
            *_START,
            C("from_edition_id", "INTEGER REFERENCES editions (id)"),
            C("to_edition_id", "INTEGER REFERENCES editions (id)"),
            _RECORDED,
        ),
        (),
        ("ngr, key", "kind", "from_edition_id", "to_edition_id"),
    ),
    SqlTable(
        "change_acts",
        "The acts that may have made a change, those that fit best first; none: unknown.",
        (
            C("change_id", "INTEGER NOT NULL REFERENCES changes (id)"),
            C("position", "INTEGER NOT NULL"),
            C("adopted", "TEXT"),
            C("number", "TEXT"),
            C("form", "TEXT"),
            C("ngr", "TEXT"),
            *_START,
            C("quote", "TEXT NOT NULL"),
        ),
        ("PRIMARY KEY (change_id, position)",),
        ("ngr",),
        without_rowid=True,
    ),
)

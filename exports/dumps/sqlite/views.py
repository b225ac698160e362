"""Views for questions that are asked again and again, and the full-text index."""

from __future__ import annotations

from collections.abc import Mapping

VIEWS: Mapping[str, tuple[str, str]] = {
    "texts_now": (
        "The newest wording held of every article, of repealed acts too: see repealed_on.",
        """
        SELECT acts.ngr, coalesce(acts.title_ru, acts.title_kk, acts.title_en) AS act,
          wordings.lang, wordings.key, wordings.marker, wordings.heading, wordings.text,
          wordings.from_day, acts.repealed_on, wordings.id AS wording_id
        FROM wordings JOIN acts ON acts.ngr = wordings.ngr
        WHERE wordings.newest
        """,
    ),
    "article_history": (
        "Every wording of every article with its days and how many editions have it.",
        """
        SELECT wordings.ngr, wordings.lang, wordings.key, wordings.from_day, wordings.to_day,
          count(*) AS editions, wordings.heading, wordings.text, wordings.id AS wording_id
        FROM wordings JOIN wording_editions ON wording_editions.wording_id = wordings.id
        GROUP BY wordings.id
        ORDER BY wordings.ngr, wordings.lang, wordings.article_id, wordings.from_day
        """,
    ),
    "legal_changes": (
        "Changes of the law, with the act that fits best, how many fit, and the day in force.",
        """
        SELECT changes.ngr, changes.lang, changes.key, changes.heading, changes.kind,
          older.edition AS from_edition, newer.edition AS to_edition,
          change_acts.adopted AS act_adopted, change_acts.number AS act_number,
          change_acts.ngr AS act_ngr,
          (SELECT count(*) FROM change_acts WHERE change_id = changes.id) AS candidate_acts,
          changes.in_force_from, changes.in_force_ground,
          changes.before_text, changes.after_text, changes.id AS change_id
        FROM changes
        LEFT JOIN editions older ON older.id = changes.from_edition_id
        LEFT JOIN editions newer ON newer.id = changes.to_edition_id
        LEFT JOIN change_acts
          ON change_acts.change_id = changes.id AND change_acts.position = 0
        WHERE changes.legal
        """,
    ),
    "amending_acts": (
        "Which acts amended which act, at how many places, in force from when at the earliest.",
        """
        SELECT act_adopted, act_number, act_ngr, ngr, lang, count(*) AS amendments,
          count(DISTINCT key) AS places, min(in_force_from) AS first_in_force,
          sum(in_force_from IS NULL) AS unknown_starts
        FROM amendments
        GROUP BY act_adopted, act_number, act_ngr, ngr, lang
        ORDER BY act_adopted
        """,
    ),
}
"""By name: what it answers, and its query."""

SEARCH_TABLE = "wordings_fts"
FULL_TEXT = """
CREATE VIRTUAL TABLE wordings_fts USING fts5 (
  heading, text, content='wordings', content_rowid='id',
  tokenize="unicode61 remove_diacritics 0"
)
"""
# Without this `й` would be found for `и`, and Kazakh letters for their Russian neighbours.
FILL_FULL_TEXT = "INSERT INTO wordings_fts (wordings_fts) VALUES ('rebuild')"

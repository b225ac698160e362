"""The comparison table that two sides as written ask for, chosen as their page chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from api.questions.compared.asking import Sides
from api.questions.sides import edition_of, side_named
from api.questions.texts import text_language
from api.tables.captions import captions
from api.tables.comparisons import sides_table, table_of
from api.words.interface import Interface
from corpus.bundled import own_regimes
from corpus.law import Language
from corpus.provisions import ProvisionSet, is_inside
from corpus.search.words.analysis import Analyser
from corpus.store import reads
from corpus.store.records import EditionSummary
from exports.comparison.printed import printed
from exports.comparison.table import Options
from exports.tables.table import Table


def asked_table(
    session: Session,
    sides: Sides,
    options: Options,
    ui: Language | None = None,
    analyser: Analyser | None = None,
) -> Table:
    """The table of two sides as written, made as their page compares them.

    Two editions of one act, or one article or division of it in both, are compared by keys, as
    `editions_table` does; everything else rule by rule. Raises what both and `side_named` raise.
    """
    return _by_editions(session, sides, options, ui) or sides_table(
        session,
        side_named(session, own_regimes(), sides.left, sides.language),
        side_named(session, own_regimes(), sides.right, sides.language),
        options,
        ui,
        analyser,
    )


def _by_editions(
    session: Session, sides: Sides, options: Options, ui: Language | None
) -> Table | None:
    """The table of two editions; None where only a comparison rule by rule can answer."""
    if sides.one_act is None:
        return None
    one, other = sides.one_act
    language = text_language(session, one.ngr, sides.language)
    left, right = (edition_of(session, each, language)[0] for each in (one, other))
    key = options.key
    if one.keys and not (key and _stand_in(session, one, key, (left, right))):
        if len(one.keys) > 1 or key:
            return None
        (key,) = one.keys
    words = Interface(ui or language)
    if key in one.keys and _is_point(session, key, (left, right)):
        return None  # points on both sides are looked for rule by rule
    table = table_of(session, left, right, replace(options, key=key), words)
    if key and not (table.rows or table.technical or table.unchanged):
        return None  # one side lacks it
    return printed(table, captions(words.language))


def _is_point(session: Session, key: str, summaries: Sequence[EditionSummary]) -> bool:
    editions = (reads.edition(session, one.id) for one in summaries)
    return any(is_inside(key, article) for edition in editions for article in edition.articles)


def _stand_in(
    session: Session, wanted: ProvisionSet, key: str, summaries: Sequence[EditionSummary]
) -> bool:
    """Whether a key is one of those wanted, or of an article that stands in one of them."""
    if key in wanted.keys:
        return True
    articles = (reads.edition(session, one.id).by_key.get(key) for one in summaries)
    return any(one and set(wanted.keys) & set(one.divisions) for one in articles)

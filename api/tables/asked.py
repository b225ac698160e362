"""The comparison table that two sides as written ask for, chosen as their page chooses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from api.questions.compared.asking import Sides, by_editions
from api.questions.compared.on_themes import on_themes
from api.questions.sides import side_named
from api.tables.captions import captions
from api.tables.comparisons import sides_table, table_of
from api.words.interface import Interface
from corpus.bundled import own_regimes, own_themes
from corpus.law import Language
from corpus.search.words.analysis import Analyser
from exports.comparison.printed import printed
from exports.comparison.table import Options
from exports.tables.table import Table


def asked_table(
    session: Session,
    sides: Sides,
    options: Options,
    ui: Language | None = None,
    analyser: Analyser | None = None,
    themes: Sequence[str] = (),
) -> Table:
    """The table of two sides as written, made as their page compares them.

    Two editions of one act, or the same articles and divisions of it in both, are compared by keys,
    as `editions_table` does; everything else rule by rule. Raises what both and `side_named` raise.
    """
    by_editions = _by_editions(session, sides, options, ui)
    if by_editions is not None:
        on_themes(session, own_themes(), themes, None, None)  # refused: editions have no themes
        return by_editions
    return sides_table(
        session,
        side_named(session, own_regimes(), sides.left, sides.language, sides.today),
        side_named(session, own_regimes(), sides.right, sides.language, sides.today),
        options,
        ui,
        analyser,
        themes,
    )


def _by_editions(
    session: Session, sides: Sides, options: Options, ui: Language | None
) -> Table | None:
    """The table of two editions; None where only a comparison rule by rule can answer."""
    found = by_editions(session, sides)
    if found is None:
        return None
    (left,), (right,) = found.left.held, found.right.held
    words = Interface(ui or found.language)
    asked = replace(options, keys=left.provisions.keys)
    table = table_of(session, left.edition, right.edition, asked, words)
    return printed(table, captions(words.language))

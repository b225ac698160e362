"""The measures as tidy tables, a row a thing measured: what is loaded into pandas or R.

An edition may be compared with several earlier ones, each for other articles, where a part of the
act is held: it then has several rows in `editions`, and what is said of the edition itself repeats.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from diffing.classify import ChangeKind
from diffing.measures.columns import (
    ARTICLES,
    EDITIONS,
    SIMILARITY,
    WORDINGS,
    Column,
    Row,
    TableName,
)
from diffing.measures.lives import WordingLife
from diffing.measures.measure import ActMeasures, EditionMeasures
from diffing.measures.steps import ArticleChange, Step


@dataclass(frozen=True)
class Table:
    """A table: its columns, and its rows in that order."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def table(measures: ActMeasures, name: TableName) -> Table:
    """One of the tables of an act's measures."""
    meaning, columns, rows = _TABLES[name]
    own = (measures.ngr, str(measures.timeline.language), measures.sample)
    return Table(name, meaning, columns, tuple((*own, *row) for row in rows(measures)))


def _edition_rows(measures: ActMeasures) -> Iterator[Row]:
    for edition in measures.editions:
        for step in edition.steps or (None,):
            yield (*_edition_cells(edition), *_step_cells(step))


def _edition_cells(measured: EditionMeasures) -> Row:
    edition = measured.edition
    return (
        str(edition.label),
        edition.label.first_day,
        edition.label.last_day,
        str(measured.place),
        str(edition.holding.kind),
        measured.articles,
        measured.without_wording,
        measured.words,
        measured.first_held,
    )


def _step_cells(step: Step | None) -> Row:
    if step is None:
        return (None,) * (4 + len(ChangeKind) + 5)
    counts = step.counts()
    return (
        str(step.older),
        step.days,
        _joined(missing.label for missing in step.missing),
        _joined(step.passed_over),
        *(counts[kind] for kind in ChangeKind),
        step.words.kept,
        step.words.came,
        step.words.went,
        step.technical_words.came,
        step.technical_words.went,
    )


def _article_rows(measures: ActMeasures) -> Iterator[Row]:
    for step in measures.steps:
        for change in step.changes:
            yield _change_cells(step, change)


def _change_cells(step: Step, change: ArticleChange) -> Row:
    words = change.words
    return (
        str(step.newer),
        step.newer.first_day,
        str(step.older),
        step.gap,
        change.key,
        change.old.key if change.old else None,
        change.new.key if change.new else None,
        change.heading,
        str(change.kind),
        ", ".join(change.rules) or None,
        words.before,
        words.after,
        words.kept,
        words.came,
        words.went,
        words.rewritten,
        change.coarse,
    )


def _wording_rows(measures: ActMeasures) -> Iterator[Row]:
    yield from map(_wording_cells, measures.wordings)


def _wording_cells(wording: WordingLife) -> Row:
    at_least, at_most = wording.days
    return (
        wording.key,
        str(wording.first),
        str(wording.last),
        str(wording.ended_by) if wording.ended_by else None,
        str(wording.end) if wording.end else None,
        at_least,
        at_most,
        at_most is None,
        wording.gap,
        wording.older_than_first,
    )


def _similarity_rows(measures: ActMeasures) -> Iterator[Row]:
    labels = [str(edition.edition.label) for edition in measures.editions]
    found = measures.similarity
    for one, label in enumerate(labels):
        for other, other_label in enumerate(labels):
            yield (
                label,
                other_label,
                found.articles[one][other],
                found.words[one][other],
                found.words[other][one],
                found.common[one][other],
                found.share(one, other),
            )


def _joined(labels: Iterable[object]) -> str | None:
    return " ".join(map(str, labels)) or None


Rows = Callable[[ActMeasures], Iterator[Row]]
_TABLES: dict[TableName, tuple[str, tuple[Column, ...], Rows]] = {
    TableName.EDITIONS: (
        "A row an edition and an earlier edition it is compared with; the counts of all add up.",
        EDITIONS,
        _edition_rows,
    ),
    TableName.ARTICLES: (
        "A row a change of one article from one held edition to the next that holds its place.",
        ARTICLES,
        _article_rows,
    ),
    TableName.WORDINGS: (
        "A row a wording of an article and how long it lasted, by edition labels.",
        WORDINGS,
        _wording_rows,
    ),
    TableName.SIMILARITY: (
        "A row an ordered pair of editions: how many of their words are common.",
        SIMILARITY,
        _similarity_rows,
    ),
}

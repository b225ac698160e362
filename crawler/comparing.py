"""Keeping the changes between an act's editions up to date when an edition comes in.

Editions are compared with the one before them. An edition may hold only a part of its act; what
the one before does not hold is compared with the nearest earlier one that does, so that no change
falls into the gap of a partial copy.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from corpus.bundled import own_renamings
from corpus.law import Article, Edition, EditionLabel, HoldingKind, Language, digest
from corpus.store import reads
from corpus.store.law_json import content_to_text
from corpus.store.records import EditionSummary, RevisionReason, StoredEdition
from corpus.store.writes import ChangeRow, keep_only_pairs, replace_changes
from diffing.changes import Change, HeadingChange
from diffing.classify import ChangeKind
from diffing.compare import compare_editions
from diffing.holding import all_hold, holds_division
from diffing.nature import CORRECTION_RULE, PARSER_RULE
from diffing.redline import Redline


def refresh_changes(
    session: Session,
    stored: StoredEdition,
    recorded_at: datetime,
    at_hand: Mapping[int, Edition],
) -> int:
    """Compare a stored edition with its neighbours; gives how many changes were written.

    Later editions are compared anew as far as the new one can stand between them and theirs. The
    revision of a label is compared with the row it replaced. `at_hand` are texts, by edition id,
    that need not be read from the store again.
    """
    edition = reads.edition_by_id(session, stored.id)
    texts = _Texts(session, dict(at_hand))
    timeline = _dated(reads.editions(session, edition.ngr, edition.language))
    affected = _affected(timeline, edition.label)
    written = _compare(texts, affected, timeline, recorded_at)
    return written + _revision(session, edition, recorded_at)


def compare_anew(session: Session, ngr: str, language: Language, recorded_at: datetime) -> int:
    """Compare all editions of an act in a language as this program compares them now.

    Gives how many changes were written or withdrawn; what comes out the same stays as it is.
    """
    timeline = _dated(reads.editions(session, ngr, language))
    return _compare(_Texts(session, {}), timeline, timeline, recorded_at)


def _compare(
    texts: _Texts,
    affected: Iterable[EditionSummary],
    timeline: Sequence[EditionSummary],
    recorded_at: datetime,
) -> int:
    """Store what changed into each edition affected, and which editions are neighbours now."""
    if not timeline:
        return 0
    ngr, language = timeline[0].ngr, timeline[0].language
    written = sum(
        replace_changes(
            texts.session, ngr, language, older.id, newer.id, rows, recorded_at=recorded_at
        )
        for newer in affected
        for older, rows in _changes_into(texts, newer, timeline)
    )
    pairs = [(older.id, newer.id) for newer in timeline for older in _before(newer, timeline)]
    return written + keep_only_pairs(texts.session, ngr, language, pairs, withdrawn_at=recorded_at)


@dataclass(frozen=True)
class _Texts:
    """The texts of editions, each read once."""

    session: Session
    known: dict[int, Edition]

    def of(self, edition: EditionSummary) -> Edition:
        if edition.id not in self.known:
            self.known[edition.id] = reads.edition(self.session, edition.id)
        return self.known[edition.id]


def _dated(editions: Sequence[EditionSummary]) -> list[EditionSummary]:
    """The editions that have a place in time, oldest first."""
    return [one for one in editions if one.label.first_day is not None]


def _before(newer: EditionSummary, timeline: Sequence[EditionSummary]) -> list[EditionSummary]:
    """The editions one is compared with, nearest first: back to one that holds the whole act.

    Two labels that may mean the same day have no order and are not compared.
    """
    found = []
    for older in reversed(timeline):
        if older.label.surely_before(newer.label):
            found.append(older)
            if older.holding.kind is HoldingKind.WHOLE:
                break
    return found


def _affected(timeline: Sequence[EditionSummary], label: EditionLabel) -> Iterator[EditionSummary]:
    """The edition of a label and the later ones, up to where a whole edition shields the rest."""
    shielded = False
    for edition in timeline:
        if edition.label == label:
            yield edition
        elif label.surely_before(edition.label) and not shielded:
            yield edition
            shielded = edition.holding.kind is HoldingKind.WHOLE


def _changes_into(
    texts: _Texts, newer: EditionSummary, timeline: Sequence[EditionSummary]
) -> Iterator[tuple[EditionSummary, list[ChangeRow]]]:
    """For each edition before one: what changed from it, unless a nearer one could tell."""
    new = texts.of(newer)
    nearer: list[Edition] = []
    for older in _before(newer, timeline):
        old = texts.of(older)
        comparison = compare_editions(old, new, renamings=own_renamings())
        rows = [
            article_row(change)
            for change in comparison.changes
            if not any(_tells(edition, change, old, new) for edition in nearer)
        ]
        rows += [
            heading_row(change)
            for change in comparison.headings
            if not any(
                holds_division(edition, change.key, new if change.new else old)
                for edition in nearer
            )
        ]
        yield older, rows
        nearer.append(old)


def _tells(nearer: Edition, change: Change, old: Edition, new: Edition) -> bool:
    """Whether a nearer edition holds the place that the changed article has in its own."""
    article, own = (change.new, new) if change.new else (change.old, old)
    return article is not None and all_hold(own, article.key, [nearer])


def _revision(session: Session, edition: EditionSummary, recorded_at: datetime) -> int:
    """The changes between a label's row and the row it replaced."""
    if edition.reason not in {RevisionReason.PARSER, RevisionReason.CORRECTED}:
        return 0
    rows_of_label = reads.revisions(session, edition.ngr, edition.language, edition.label)
    replaced = [row for row in rows_of_label if row.superseded_by == edition.id]
    if not replaced:
        return 0
    old = reads.edition(session, replaced[-1].id)
    new = reads.edition(session, edition.id)
    changes = compare_editions(old, new, renamings=own_renamings()).changes
    by_parser = edition.reason is RevisionReason.PARSER
    rows = [
        article_row(
            change,
            kind=ChangeKind.TECHNICAL if by_parser else change.kind,
            rule=PARSER_RULE if by_parser else CORRECTION_RULE,
        )
        for change in changes
    ]
    return replace_changes(
        session,
        edition.ngr,
        edition.language,
        replaced[-1].id,
        edition.id,
        rows,
        recorded_at=recorded_at,
    )


def article_row(
    change: Change, kind: ChangeKind | None = None, rule: str | None = None
) -> ChangeRow:
    """A change of an article as the store keeps it."""
    article = change.new or change.old
    return ChangeRow(
        key=change.key,
        kind=kind or change.kind,
        heading=article.printed_heading if article else "",
        old_key=change.old_key,
        new_key=change.new_key,
        rule=rule or change.rule,
        redline=change.redline.to_json(),
        old_text_hash=_text_hash(change.old),
        new_text_hash=_text_hash(change.new),
    )


def heading_row(change: HeadingChange) -> ChangeRow:
    """A change of a division's heading as the store keeps it: no text, only the heading's words."""
    division = change.new or change.old
    return ChangeRow(
        key=change.key,
        kind=change.kind,
        heading=division.printed_heading if division else "",
        old_key=change.key if change.old else None,
        new_key=change.key if change.new else None,
        rule=change.rule,
        redline=Redline("", "", change.redline, ()).to_json(),
    )


def _text_hash(article: Article | None) -> str | None:
    return digest(content_to_text(article)) if article else None

"""Recorded changes with all that is told of them: both wordings, the redline, acts and dates."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from sqlalchemy.orm import Session

from api.questions.explained import ExplainingAct, entry_of, explained, redline_of
from corpus.amendments import EntryIntoForce
from corpus.law import Article
from corpus.store import reads
from corpus.store.changes.feed import NotLaw
from corpus.store.changes.rows import ChangeRecord
from corpus.store.records import EditionSummary
from corpus.store.texts import load_articles
from diffing.classify import ChangeKind
from diffing.nature import CORRECTION_RULE, Nature, nature_of
from diffing.redline import Redline

NOT_LAW = NotLaw((ChangeKind.TECHNICAL, ChangeKind.UNCHANGED), (CORRECTION_RULE,))
"""Which stored changes are none of the law: the store's form of `diffing.nature`."""


@dataclass(frozen=True)
class WordingTold:
    """One side's wording: the printed heading and the text under it, footnotes aside."""

    key: str
    heading: str
    text: str
    text_hash: str | None


@dataclass(frozen=True)
class ToldChange:
    """A recorded change between two editions, and what is known of it.

    `acts` are those that may have made it. The editions' summaries have no windows of days.
    """

    record: ChangeRecord
    older: EditionSummary
    newer: EditionSummary
    old: Article | None
    new: Article | None
    acts: tuple[ExplainingAct, ...]

    @cached_property
    def redline(self) -> Redline | None:
        """The words that stay, go and come; None where none was recorded."""
        return redline_of(self.record)

    @property
    def nature(self) -> Nature:
        """Whether the law changed, the registry's copy, or the form only."""
        return nature_of(self.record.change.kind, self.record.change.rule)

    @property
    def entry(self) -> EntryIntoForce:
        """From when it is in force; unknown where the acts that may have made it disagree."""
        return entry_of(self.acts)

    @cached_property
    def before(self) -> WordingTold | None:
        """The older wording; None where there was none."""
        change = self.record.change
        return self._side(change.old_key, change.old_text_hash, self.old, newer=False)

    @cached_property
    def after(self) -> WordingTold | None:
        """The newer wording; None where there is none."""
        change = self.record.change
        return self._side(change.new_key, change.new_text_hash, self.new, newer=True)

    def _side(
        self, key: str | None, text_hash: str | None, article: Article | None, *, newer: bool
    ) -> WordingTold | None:
        """A side's wording: the stored text's, else (a division's heading) the redline's."""
        if key is None:
            return None
        if article is not None:
            return WordingTold(key, article.printed_heading, article.printed_text, text_hash)
        if self.redline is None:
            return None
        side = self.redline.new if newer else self.redline.old
        text = "\n".join(block.printed for block in side.blocks)
        return WordingTold(key, f"{side.marker} {side.heading}".strip(), text, text_hash)


def tell_changes(session: Session, records: Sequence[ChangeRecord]) -> list[ToldChange]:
    """The changes with both wordings, redline and acts: a few queries for all of them."""
    ids = {number for one in records for number in (one.older_edition_id, one.newer_edition_id)}
    editions = reads.editions_by_id(session, ids)
    hashes = {
        text_hash
        for one in records
        for text_hash in (one.change.old_text_hash, one.change.new_text_hash)
        if text_hash
    }
    articles = load_articles(session, hashes)
    acts = explained(session, records, editions, articles)
    return [
        ToldChange(
            record=one,
            older=editions[one.older_edition_id],
            newer=editions[one.newer_edition_id],
            old=articles.get(one.change.old_text_hash or ""),
            new=articles.get(one.change.new_text_hash or ""),
            acts=acts.get(one.id, ()),
        )
        for one in records
    ]

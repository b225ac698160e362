"""What the whole text of an edition cites, for the links in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from api.questions.asked import Asked
from api.questions.relations.cites import References
from api.questions.relations.known import Known
from api.questions.relations.related import Reference
from corpus.crossreferences.reading import units_named
from corpus.law import Edition
from corpus.store.records import EditionSummary

SHORT_TEXT = 150_000
"""Characters of a text whose references are read however many they are."""
MOST_UNITS = 2_000
"""Words that may name a unit: twenty times as many as the Constitution has. Reading more of them
takes longer than the page does, and the page of each article has its links."""


@dataclass(frozen=True)
class CitesOfText:
    """The references of a text by the key of the article; `left_out`: so many that none is read."""

    by_article: Mapping[str, Sequence[Reference]] = field(default_factory=dict)
    left_out: bool = False

    def weight(self) -> int:
        """How many references it holds."""
        return sum(len(own) for own in self.by_article.values())


def cites_of_text(
    session: Session, known: Known, edition: Edition, summary: EditionSummary, asked: Asked
) -> CitesOfText:
    """What each article of an edition cites, as the page of the article tells it (see `cites`)."""
    if _has_too_many(edition):
        return CitesOfText(left_out=True)
    return CitesOfText(References(session, known).of_edition(edition, summary, asked))


def _has_too_many(edition: Edition) -> bool:
    """Whether a long text names so many units that reading its references takes long."""
    blocks = (block for article in edition.articles for block in article.blocks)
    if sum(len(block.text) for block in blocks) <= SHORT_TEXT:
        return False
    units = 0
    for article in edition.articles:
        units += units_named(article, edition.language)
        if units > MOST_UNITS:
            return True
    return False

"""The recorded changes of one article with the acts behind them, by the editions they lie between.

What `/v1/changes` tells of each, asked for all of them at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy.orm import Session

from api.questions.following.told_changes import ToldChange, tell_changes
from corpus.law import EditionLabel, Language
from corpus.store import reads

_MOST = 1_000
"""More editions than any act has."""


@dataclass(frozen=True)
class ArticleChanges:
    """The changes by which an article came to a wording, and those by which it went.

    `into` are by the label of the newer edition; `away` by that of the older one: the article is
    gone in the newer edition, or has another key there.
    """

    into: Mapping[EditionLabel, ToldChange] = field(default_factory=dict)
    away: Mapping[EditionLabel, ToldChange] = field(default_factory=dict)


def article_changes(session: Session, ngr: str, language: Language, key: str) -> ArticleChanges:
    """The changes between editions of an article; the registry's corrections are none."""
    found = reads.changes(session, ngr=ngr, key=key, language=language, limit=_MOST)
    told = tell_changes(session, [one for one in found if one.older_label != one.newer_label])
    return ArticleChanges(
        {one.record.newer_label: one for one in told if one.record.change.new_key == key},
        {one.record.older_label: one for one in told if one.record.change.new_key != key},
    )

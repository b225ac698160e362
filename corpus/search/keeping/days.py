"""The days on which a wording was in force, as the index takes them from who can tell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from corpus.law import Language


@dataclass(frozen=True)
class DaysInForce:
    """The days `[begins, ends)` on which the wording that an edition has of an article applied.

    `edition_id` is the newest edition held that has the wording then; `ends` None: no end is known.
    The rest means what it does in `corpus.search.documents.SearchDocument`.
    """

    edition_id: int
    begins: date
    ends: date | None
    doubtful: bool
    replaced: bool
    before_is_known: bool
    after_is_known: bool


DaysOfArticles = Mapping[str, Sequence[DaysInForce]]
"""By article key. What is not there was in force on no day that is known."""

DaysOf = Callable[[Session, str, Language], DaysOfArticles]
"""Tells it of all articles of an act in a language."""

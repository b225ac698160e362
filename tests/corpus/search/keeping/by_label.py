"""Days in force by edition labels alone: enough where a test is about the index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from sqlalchemy.orm import Session

from corpus.law import Language
from corpus.search.keeping.days import DaysInForce
from corpus.store import reads


def days_by_label(
    session: Session, ngr: str, language: Language
) -> Mapping[str, Sequence[DaysInForce]]:
    """Each wording from its first edition's label on, until the next edition that is known."""
    windows = reads.wordings(session, ngr, language)
    return {
        key: [
            DaysInForce(
                edition_id=one.edition_ids[-1],
                begins=one.from_,
                ends=one.to,
                doubtful=False,
                replaced=one.to is not None,
                before_is_known=False,
                after_is_known=False,
            )
            for one in of_article
            if one.from_ is not None and one.complete
        ]
        for key, of_article in groupby(windows, lambda one: one.key)
    }

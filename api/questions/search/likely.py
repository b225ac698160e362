"""Which text likely was in force on a day, as the article's own page says it of that day.

Told where the watch list infers the day on which the act itself began: an inference, not a fact,
and never more than an addition to the doubt.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Session

from api.questions.in_force.in_doubt import InForceUnknown
from api.questions.in_force.wording import edition_in_force
from api.questions.search.doubts import LikelyThen
from corpus.bundled import own_watchlist
from corpus.store.article_editions import Article
from corpus.store.errors import StoreError
from corpus.store.records import ActSummary
from diffing.in_force.own_start import own_start
from diffing.in_force.staged import StagedAct


def may_be_likely(act: ActSummary, day: date) -> bool:
    """Whether the watch list infers that the act had begun by a day; most often it does not."""
    inferred = own_start(act, own_watchlist()).inferred
    return inferred is not None and inferred.on <= day


def likely_then(session: Session, article: Article, day: date) -> LikelyThen | None:
    """The text of an article that likely was in force; None where its page names none so."""
    ngr, language, key = article
    try:
        edition_in_force(StagedAct(session, ngr, language), key, day)
    except InForceUnknown as error:
        if error.likely is None or error.inferred_from is None or error.likely_none:
            return None
        return LikelyThen(error.likely, error.inferred_from)
    except StoreError:  # another thing is known of the day, or nothing
        return None
    return None

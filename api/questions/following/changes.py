"""Following changes: what is asked for, and a page of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from api.questions.following.told_changes import NOT_LAW
from corpus.bundled import watched_numbers
from corpus.law import Language
from corpus.store import reads
from corpus.store.amendments.records import Axis
from corpus.store.changes.feed import PartOfAct, Selection
from corpus.store.changes.rows import ChangeRecord
from corpus.store.followed_places import article_around, check_followed
from corpus.store.places import articles_named
from diffing.classify import ChangeKind


class ChangesRefused(Exception):
    """Changes cannot be followed so; the message says how they can."""


LARGEST_CURSOR = 2_147_483_647
"""The last place that the databases can number."""


@dataclass(frozen=True)
class FollowedChanges:
    """Which changes are followed; `since` and `until` are moments of recording, half-open.

    `key` is an article's, or with `ngr` that of a division: of all that stands in it or ever stood.
    `legal` True asks for changes of the law, False for the others, None for all.
    """

    since: datetime | None = None
    until: datetime | None = None
    ngr: str | None = None
    key: str | None = None
    language: Language | None = None
    kinds: tuple[ChangeKind, ...] = ()
    legal: bool | None = None
    withdrawn: bool = False
    by: Axis = Axis.SEEN


@dataclass(frozen=True)
class ChangesPage:
    """A page of what is followed; `cursor` goes on from there, `more` says whether at once."""

    records: tuple[ChangeRecord, ...]
    cursor: int | None
    more: bool


def page_of(
    session: Session, asked: FollowedChanges, limit: int, cursor: int | None = None
) -> ChangesPage:
    """The next page of what is followed, in the order in which it was recorded.

    Raises ForeignCursor; ChangesRefused for another order, and for a place inside an article;
    UnknownAct or UnknownArticle where there is none of what is narrowed by.
    """
    if asked.by is not Axis.SEEN:
        raise ChangesRefused(
            "Changes are listed by the day they were seen: which acts made a change, and so its "
            "other days, is read anew from the notes each time and may move. The feed of "
            f"amendments (`/v1/amendments?by={asked.by}`, `nusqa amendments --by {asked.by}`) "
            "lists by that day."
        )
    division = _in_division(session, asked)
    found = reads.changes(
        session,
        since=asked.since,
        until=asked.until,
        ngr=asked.ngr,
        key=None if division else asked.key,
        language=asked.language,
        limit=limit + 1,
        after_cursor=cursor,
        withdrawn=asked.withdrawn,
        which=Selection(
            parts=(division,) if division else None,
            kinds=asked.kinds or None,
            legal=asked.legal,
            not_law=NOT_LAW,
        ),
    )
    if not found:  # what has changes is there
        check_followed(session, asked.ngr, asked.key, watched_numbers())
        if asked.key and (article := article_around(session, asked.ngr, asked.key)):
            raise ChangesRefused(
                f"Changes are recorded article by article: ask for {article}, which has "
                f"{asked.key} in it."
            )
    page = tuple(found[:limit])
    return ChangesPage(page, page[-1].sequence if page else cursor, len(found) > limit)


def _in_division(session: Session, asked: FollowedChanges) -> PartOfAct | None:
    """What stands in the division that is asked for; None where it is none."""
    if asked.ngr is None or asked.key is None:
        return None
    keys = tuple(articles_named(session, asked.ngr, (asked.key,)).articles)
    return PartOfAct(asked.ngr, keys) if len(keys) > 1 else None

"""Following amendments: what is asked for, a page of it, and the cursor as a text.

A cursor goes on with the question that it was given for. It is opaque to whoever follows: its text
holds the place in the feed and a mark of the question, so that another question cannot skip
amendments with it unnoticed.
"""

from __future__ import annotations

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from corpus.amendments import Role, Verb
from corpus.bundled import watched_numbers
from corpus.law import Language, digest
from corpus.store import reads
from corpus.store.amendments.narrowing import WantedAmendments
from corpus.store.amendments.records import AmendmentCursor, AmendmentRecord, Axis
from corpus.store.divisions_of import stands_in
from corpus.store.followed_places import check_followed
from corpus.store.standing import standings
from diffing.concerning import added_on, concerns

_MARK = 8
_LARGEST = 2_147_483_647
LONGEST_CURSOR = 200


class CursorRefused(Exception):
    """The text is no cursor of ours, or one of another question."""


class AskedRole(StrEnum):
    """Amendments of which role are followed."""

    AMENDS = Role.AMENDS.value
    FORESEEN = Role.FORESEEN.value
    OTHER_LANGUAGE = Role.OTHER_LANGUAGE.value
    CITED = Role.CITED.value
    ANY = "any"


@dataclass(frozen=True)
class FollowedAmendments:
    """Which amendments are followed, and by which day; `since` and `until` are half-open days.

    Without a `role`, all but acts that are only cited: those changed no word.
    """

    by: Axis = Axis.SEEN
    since: date | None = None
    until: date | None = None
    ngr: str | None = None
    key: str | None = None
    verb: Verb | None = None
    language: Language | None = None
    withdrawn: bool = False
    role: AskedRole | None = None

    @property
    def roles(self) -> frozenset[Role] | None:
        """The roles that are followed; None: all."""
        if self.role is AskedRole.ANY:
            return None
        return frozenset(Role) - {Role.CITED} if self.role is None else frozenset({Role(self.role)})

    @property
    def wanted(self) -> WantedAmendments:
        """The same as a question to the store."""
        return WantedAmendments(
            self.by,
            self.since,
            self.until,
            self.ngr,
            self.key,
            self.verb,
            self.roles,
            self.language,
            self.withdrawn,
        )

    @property
    def mark(self) -> str:
        """Tells this question from others."""
        asked = [self.by, str(self.since), str(self.until), self.ngr, self.key, self.verb]
        return digest(json.dumps([*asked, self.language, self.withdrawn, self.role]))[:_MARK]


@dataclass(frozen=True)
class AmendmentsPage:
    """A page of what is followed; `cursor` goes on from there, `more` says whether at once."""

    amendments: tuple[AmendmentRecord, ...]
    cursor: str
    more: bool


def page_of(
    session: Session, asked: FollowedAmendments, limit: int, cursor: str | None = None
) -> AmendmentsPage:
    """The next page of what is followed.

    Raises CursorRefused, ForeignCursor, and UnknownAct or UnknownArticle where there is none of
    what is narrowed by.
    """
    found, following = reads.amendments(
        session,
        asked.wanted,
        limit=limit,
        cursor=None if cursor is None else read_cursor(cursor, asked),
    )
    if not found:  # what has amendments is there
        check_followed(session, asked.ngr, asked.key, watched_numbers())
    more = following.horizon is not None
    return AmendmentsPage(tuple(found), write_cursor(following, asked), more)


def amendments_of_article(
    session: Session, ngr: str, language: Language, key: str
) -> list[AmendmentRecord]:
    """The standing amendments of an article or division, the oldest act first.

    Of an article also those of the divisions it stands in and of the whole act. Raises UnknownAct,
    LanguageNotHeld, and UnknownArticle where no edition has such an article and no note names it.
    """
    own = reads.amendments_of_place(session, ngr, language, key)
    stands = stands_in(session, ngr, language, {key})
    if not own and not stands.divisions:
        standings(session, ngr, language).of(key)
    divisions = {one for around in stands.divisions.values() for one in around}
    places = [*sorted(divisions), *([None] if stands.divisions else [])]
    wider = [
        one
        for found in reads.amendments_of_places(session, ngr, language, places).values()
        for one in found
        if concerns(one.amendment, (key,), stands.around(one))
    ]
    born = added_on(one.amendment for one in (*own, *wider))
    wider = [one for one in wider if (one.amendment.act.adopted or date.max) >= born]
    return sorted(
        (*own, *wider), key=lambda one: (one.amendment.act.adopted or date.max, one.sequence)
    )


def write_cursor(cursor: AmendmentCursor, asked: FollowedAmendments) -> str:
    """A cursor as a text of letters, figures, `-` and `_`."""
    place = [asked.mark, cursor.since]
    if cursor.horizon is not None:
        place += [cursor.horizon, cursor.day, cursor.sequence]
    packed = json.dumps(place, separators=(",", ":")).encode()
    return base64.urlsafe_b64encode(packed).decode().rstrip("=")


def read_cursor(text: str, asked: FollowedAmendments) -> AmendmentCursor:
    """The cursor that a text is; raises CursorRefused unless it is one of this question."""
    try:
        packed = base64.b64decode(
            text.encode() + b"=" * (-len(text) % 4), altchars=b"-_", validate=True
        )
        mark, *place = json.loads(packed)
        cursor = _cursor(*place)
    except (binascii.Error, ValueError, TypeError, RecursionError):
        raise CursorRefused(
            "That is no cursor: give the `cursor` of the page before as it came, or none to begin."
        ) from None
    if mark != asked.mark:
        raise CursorRefused(
            "That cursor goes on with another question: ask with the filters and `by` that it was "
            "given for, or begin without it."
        )
    return cursor


def _cursor(
    since: int, horizon: int | None = None, day: str | None = None, sequence: int | None = None
) -> AmendmentCursor:
    """The cursor of these places; raises ValueError, TypeError."""
    inside = (horizon, day, sequence)
    numbers = [since] if horizon is None else [since, horizon, sequence]
    if any(type(one) is not int or not 0 <= one <= _LARGEST for one in numbers):
        raise ValueError("no places in a feed")
    if any(one is None for one in inside) and any(one is not None for one in inside):
        raise ValueError("half a place in a round")
    if day:
        date.fromisoformat(day)
    return AmendmentCursor(since, horizon, day, sequence)

"""Where the next page of a search begins, as a text.

A cursor goes on with the question it was given for, on the day it was given: whoever turns pages
over midnight reads on in the texts of the day on which they began. It is opaque, and checked: what
was made up, broken or given for another question is refused.
"""

from __future__ import annotations

import base64
import binascii
import json
import math
from dataclasses import dataclass, replace
from datetime import date

from api.questions.following.amendments import CursorRefused
from corpus.law import digest
from corpus.search.documents import Doubt
from corpus.search.queries import Position, Query

_MARK = 12
_LARGEST_NUMBER = 2**63
_DEEPEST = 2**31
LONGEST_CURSOR = 600


@dataclass(frozen=True)
class Turned:
    """What a cursor holds: the day of asking, and where the page before ended."""

    today: date
    after: Position
    mark: str

    def check(self, query: Query) -> None:
        """Raises CursorRefused unless this is a cursor of that question."""
        if self.mark != _mark(query, self.after):
            raise CursorRefused(
                "That cursor goes on with another question: ask with the words and filters that "
                "it was given for, or begin without it."
            )


def write_cursor(query: Query, after: Position) -> str:
    """The text by which the next page of a query is asked for; letters, figures, - and _."""
    numbers = (after.act_number, after.key_number)
    place = [after.score, *numbers, after.article, after.offset, after.doubt]
    packed = json.dumps([_mark(query, after), query.today.toordinal(), *place])
    return base64.urlsafe_b64encode(packed.encode()).decode().rstrip("=")


def read_cursor(text: str) -> Turned:
    """What a text holds that `write_cursor` wrote; raises CursorRefused for any other."""
    try:
        packed = base64.b64decode(
            text.encode() + b"=" * (-len(text) % 4), altchars=b"-_", validate=True
        )
        mark, day, *place = json.loads(packed)
        return Turned(date.fromordinal(day), _position(*place), str(mark))
    except (binascii.Error, ValueError, TypeError, OverflowError, RecursionError):
        raise CursorRefused(
            "That is no cursor: give the `cursor` of the page before as it came, or none to begin."
        ) from None


def _position(*values: object) -> Position:
    """A position of these values; raises ValueError for what no page can end at."""
    match values:
        case (
            int() | float() as score,
            int(act),
            int(key),
            str(article),
            int(offset),
            int(doubt),
        ) if doubt in set(Doubt):
            whole = Position(float(score), act, key, article, offset, doubt)
        case _:
            raise ValueError("no position")
    numbers = (whole.act_number, whole.key_number)
    if not math.isfinite(whole.score) or not all(0 <= one < _LARGEST_NUMBER for one in numbers):
        raise ValueError("no position")
    if not 0 < whole.offset < _DEEPEST:
        raise ValueError("no position")
    return whole


def _mark(query: Query, after: Position) -> str:
    """Tells the question and the place from others; how many hits a page has is no part of it."""
    asked = replace(query, pins=(), limit=0, offset=0, after=after, count_facets=False)
    return digest(repr(asked))[:_MARK]

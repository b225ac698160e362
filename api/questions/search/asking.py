"""What is asked of the search, made into an engine's query."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from api.questions.search.cursors import Turned, read_cursor
from corpus.search.queries import AnyDay, Filters, Moment, OnDay, Pin, Query


@dataclass(frozen=True)
class SearchAsked:
    """What is asked: words, days, filters and a page.

    `when` None: the texts in force on the day of asking. `cursor` is a page's `next`.
    """

    text: str
    when: Moment | None = None
    filters: Filters = field(default_factory=Filters)
    cross: bool = False
    count_facets: bool = True
    limit: int = 20
    offset: int = 0
    cursor: str | None = None

    def turned(self) -> Turned | None:
        """Where a page goes on; raises CursorRefused for what is no cursor."""
        return read_cursor(self.cursor) if self.cursor else None

    def query(self, today: date, pins: tuple[Pin, ...], turned: Turned | None) -> Query:
        """The query; raises CursorRefused for a cursor of another question."""
        if turned is not None:
            today = turned.today
        query = Query(
            self.text,
            today,
            OnDay(today) if self.when is None else self.when,
            self.filters,
            pins,
            cross=self.cross,
            count_facets=self.count_facets,
            limit=self.limit,
            offset=self.offset,
        )
        if turned is None:
            return query
        turned.check(query)
        return replace(query, after=turned.after, offset=0)


def at_any_time(query: Query) -> Query | None:
    """The same asked of all wordings, only to be counted; None where that is what it asks."""
    if isinstance(query.when, AnyDay):
        return None
    return replace(
        query, when=AnyDay(), count_facets=False, highlight=False, limit=0, offset=0, after=None
    )

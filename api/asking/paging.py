"""Lists page by page: where the next page begins, and the Link header that names it (RFC 8288).

A cursor is the name of the last item of a page, so it stays true when items come before it or go.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Query, Request
from pydantic import BeforeValidator, StringConstraints

from api.problems.refusals import InvalidRequest

MOST_ITEMS = 1_000
LONGEST_CURSOR = 300

Item = TypeVar("Item")

ItemCursor = Annotated[
    Annotated[str, StringConstraints(max_length=LONGEST_CURSOR, pattern=r"^[^\x00-\x1f\x7f]+$")]
    | None,
    BeforeValidator(lambda text: text or None),
    Query(
        description="The `cursor` of the page before: what follows it in the list. The Link header "
        "has the address.",
        examples=[None],
    ),
]
ItemLimit = Annotated[
    int, Query(description="How many at most on a page.", ge=1, le=MOST_ITEMS, examples=[1_000])
]


@dataclass(frozen=True)
class Paged(Generic[Item]):
    """The items of a page; `cursor` is None on the last one."""

    items: tuple[Item, ...]
    cursor: str | None


def paged(
    items: Sequence[Item], name: Callable[[Item], str], cursor: str | None, limit: int
) -> Paged[Item]:
    """The page of a list after the item that a cursor names; from its beginning without one.

    Raises InvalidRequest where no item has that name (any more).
    """
    begin = 0
    if cursor is not None:
        names = [name(one) for one in items]
        if cursor not in names:
            raise InvalidRequest("`cursor` names nothing in this list: begin again without one")
        begin = names.index(cursor) + 1
    page = tuple(items[begin : begin + limit])
    more = begin + limit < len(items)
    return Paged(page, name(page[-1]) if more else None)


def next_page(request: Request, cursor: object) -> dict[str, str]:
    """The header that names the same question from a cursor on; none without a cursor."""
    if cursor is None:
        return {}
    url = request.url.include_query_params(cursor=cursor)
    return {"Link": f'<{url.path}?{url.query}>; rel="next"'}

"""Lists page by page: where the next page begins, and the Link header that names it (RFC 8288).

A cursor is the name of the last item of a page, so it stays true when items before it come or go.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import Annotated, Generic, TypeVar

from fastapi import Depends, Query, Request, Response
from pydantic import BeforeValidator, StringConstraints
from sqlalchemy.orm import Session

from api.answering.caching import CHANGING, tagged, tagged_json
from api.models.shape import Answer, Listed
from api.problems.refusals import InvalidRequest
from api.services import Services

MOST_ITEMS = 1_000
NAMES_NOTHING = "`cursor` names nothing in this list: begin again without one"
LONGEST_CURSOR = 300
_LONGEST_NAME = 12
"""Letters of a hash that name an item: two of 100,000 items share them once in 50,000 lists."""
_WHERE_TO_BEGIN = ("cursor", "offset", "before")

Item = TypeVar("Item")
Page = TypeVar("Page", bound=Listed)

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
class PageAsked:
    """The page that is asked for: what follows the item named, so many at most."""

    cursor: str | None = None
    limit: int = MOST_ITEMS


def page_asked(cursor: ItemCursor = None, limit: ItemLimit = MOST_ITEMS) -> PageAsked:
    """The page that the parameters ask for."""
    return PageAsked(cursor, limit)


WhichPage = Annotated[PageAsked, Depends(page_asked)]


def refuse_page_of_table(asked: PageAsked) -> None:
    """Raises InvalidRequest where a page is asked for of what has none."""
    if asked != PageAsked():
        raise InvalidRequest("`cursor` and `limit` are of JSON: a table comes whole")


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
            raise InvalidRequest(NAMES_NOTHING)
        begin = names.index(cursor) + 1
    page = tuple(items[begin : begin + limit])
    more = begin + limit < len(items)
    return Paged(page, name(page[-1]) if more else None)


@dataclass(frozen=True)
class _Listed:
    """An item of one of an answer's lists, and what a cursor calls it."""

    member: str
    item: Answer | str
    name: str


def page_of(whole: Page, members: Sequence[str], asked: PageAsked) -> Page:
    """A page of an answer: its lists one after the other, as one list; the rest on every page.

    Items are named by what they say, so a cursor stays true when others come or go, and is refused
    when its own item reads otherwise by now. Raises InvalidRequest then.
    """
    if asked.cursor is None and sum(len(getattr(whole, one)) for one in members) <= asked.limit:
        return whole
    page = paged(list(_listed(whole, members)), lambda one: one.name, asked.cursor, asked.limit)
    lists = {
        member: tuple(one.item for one in page.items if one.member == member) for member in members
    }
    return whole.model_copy(update={**lists, "cursor": page.cursor})


def _listed(whole: Listed, members: Sequence[str]) -> Iterator[_Listed]:
    told: Counter[tuple[str, str]] = Counter()
    for member in members:
        for item in getattr(whole, member):
            text = item if isinstance(item, str) else item.model_dump_json()
            said = hashlib.sha256(text.encode()).hexdigest()[:_LONGEST_NAME]
            told[member, said] += 1
            again = told[member, said]
            yield _Listed(member, item, f"{member}~{said}{f'~{again}' if again > 1 else ''}")


def answer_page(
    request: Request,
    whole: Listed,
    members: Sequence[str],
    asked: PageAsked,
    *,
    cache_control: str = CHANGING,
    headers: dict[str, str] | None = None,
) -> Response:
    """A page of an answer (see `page_of`) as JSON, with its tag and its links."""
    page = page_of(whole, members, asked)
    links = page_links(request, page.cursor)
    own = {**(headers or {}), **links}
    return tagged_json(request, page, cache_control=cache_control, headers=own)


def answer_kept_page(
    request: Request,
    services: Services,
    session: Session,
    question: Hashable,
    make: Callable[[], Listed],
    members: Sequence[str],
    asked: PageAsked,
    *,
    headers: dict[str, str] | None = None,
) -> Response:
    """A page of an answer that costs much: each page is remembered until the store changes."""

    def made() -> bytes:
        page = page_of(make(), members, asked)
        return (page.cursor or "").encode() + b"\n" + page.to_json()

    kept = services.remembered.body(session, ("page", question, asked), made)
    cursor, _, body = kept.partition(b"\n")
    own = {**(headers or {}), **page_links(request, cursor.decode() or None)}
    return tagged(request, body, media_type="application/json", headers=own)


def page_links(request: Request, cursor: object, parameter: str = "cursor") -> dict[str, str]:
    """The header that names the next page of the same question, if there is one, and the first."""
    first = request.url.remove_query_params(_WHERE_TO_BEGIN)
    links = [f'<{_address(first.path, first.query)}>; rel="first"']
    if cursor is not None:
        onward = first.include_query_params(**{parameter: cursor})
        links.insert(0, f'<{_address(onward.path, onward.query)}>; rel="next"')
    return {"Link": ", ".join(links)}


def _address(path: str, query: str) -> str:
    return f"{path}?{query}" if query else path

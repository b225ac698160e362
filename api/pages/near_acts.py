"""The acts that an address may have meant: near in number, or called so."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from fastapi import Request
from sqlalchemy.orm import Session

from api.rendering.page import Reader
from api.services import Services
from corpus.search import EngineUnreachableError, IndexMissingError, IndexUnreadableError

MOST_NEAR = 5


def near_acts(
    request: Request,
    reader: Reader,
    typed: str,
    numbers: Iterable[str],
    address: Callable[[str], str],
) -> dict[str, str]:
    """Acts by title and number, each with its address, the likeliest first.

    `typed` may be a number («148»), a registry number with a slip, or words of a title; `numbers`
    are the registry numbers nearest to it.
    """
    services: Services = request.app.state.services
    with services.store.read() as session:
        acts = services.searching.acts(session)
        found = dict.fromkeys((*numbers, *_called(services, session, typed)))
    return {
        _named(reader.act_title(acts[ngr])[0], ngr): address(ngr)
        for ngr in list(found)[:MOST_NEAR]
        if ngr in acts
    }


def _called(services: Services, session: Session, typed: str) -> Iterator[str]:
    """The acts whose number or title begins so; none while the search is not available."""
    try:
        named = services.searching.completions(session, typed, (), services.today)
    except (IndexMissingError, IndexUnreadableError, EngineUnreachableError):
        return
    yield from (one.ngr for one in named if not one.key)


def _named(title: str, ngr: str) -> str:
    return title if title == ngr else f"{title} ({ngr})"

"""Pages that are made once for a state of the corpus."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from fastapi import Response
from sqlalchemy.orm import Session

from api.answering.remembering import Remembered
from api.rendering.page import Page

_LONGEST = 1_000
"""Of an address whose page is remembered: nobody follows longer ones twice."""


def kept_page(
    page: Page,
    session: Session,
    kept: Remembered[bytes],
    make: Callable[[], bytes],
    *facts: Hashable,
) -> Response:
    """The page as it was made for this address, reader and state of the store, else made now.

    `facts` are what else it shows: the day, when the registries were last asked.
    """
    address = str(page.request.url)
    if len(address) > _LONGEST:
        return page.answer(make())
    question = (address, page.reader.language, *facts)
    return page.answer(kept.body(session, question, make))

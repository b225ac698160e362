"""What the routes work with, and how a request gets it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import cached_property
from threading import Semaphore
from typing import Annotated

from fastapi import Depends, Request
from sqlalchemy.orm import Session

from api.answering.remembering import Remembered, RememberedBodies
from api.answering.turns import Turns
from api.dumps.sums import KnownSums
from api.questions.compared.item import Comparing
from api.questions.correspondence import Corresponding
from api.questions.relations.relating import Relating
from api.questions.search.finding import Searching
from api.questions.whole_act.cites import CitesOfText
from corpus.legal_day import day_in_kazakhstan
from corpus.search import SearchEngine
from corpus.search.words.analysis import Analyser
from corpus.settings import Settings
from corpus.store import Store
from corpus.watchlist import Watchlist, load_watchlist
from diffing.chronicle import Chronicle

MOST_LOOKED_UP = 8
"""Names that are looked up at once for new watches. A slow name server holds up the request that
asked for the name, and must not hold up every thread that answers requests."""

MOST_SEARCHES = 500
HEAVIEST_SEARCHES = 6_000_000
"""Pages of hits that are remembered, of about 30 kB each, and bytes of all together."""

MOST_ANSWERS = 64
HEAVIEST_ANSWERS = 6_000_000
"""Answers of the API and files that are remembered, and bytes of all together, compressed."""

MOST_PAGES = 400
HEAVIEST_PAGES = 4_000_000
"""Pages for readers that are remembered, most of about 60 kB or 8 compressed, and bytes of all
together, compressed."""

MOST_LARGE_PAGES = 128
HEAVIEST_LARGE_PAGES = 6_000_000
"""Pages of whole acts, comparisons and regimes, of up to a megabyte: apart from the others, so that
a robot that reads every article does not drive them out."""

MOST_CITING_TEXTS = 32
HEAVIEST_CITING_TEXTS = 6_000
"""Whole texts of which it is remembered what they cite, and references of all together, of about
half a kilobyte each: a page is made for each address and reader, what is cited is the same."""

MOST_COMPARINGS = 6
"""Comparisons that are remembered: with both texts and all redlines, some megabytes each."""


@dataclass(frozen=True)
class SearchBody:
    """A page of hits as JSON, and the cursor of the next one."""

    body: bytes
    cursor: str | None

    def weight(self) -> int:
        """How many bytes it holds."""
        return len(self.body)


def utc_now() -> datetime:
    """The moment, aware, in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True)
class Services:
    """The parts that the command line put together; they hold no state of a request."""

    settings: Settings
    store: Store
    engine: SearchEngine
    analyser: Analyser = field(default_factory=Analyser)
    remembered: Remembered[bytes] = field(
        default_factory=lambda: RememberedBodies(MOST_ANSWERS, HEAVIEST_ANSWERS)
    )
    searches: Remembered[SearchBody] = field(
        default_factory=lambda: Remembered(MOST_SEARCHES, SearchBody.weight, HEAVIEST_SEARCHES)
    )
    pages: Remembered[bytes] = field(
        default_factory=lambda: RememberedBodies(MOST_PAGES, HEAVIEST_PAGES)
    )
    large_pages: Remembered[bytes] = field(
        default_factory=lambda: RememberedBodies(MOST_LARGE_PAGES, HEAVIEST_LARGE_PAGES)
    )
    cites_of_texts: Remembered[CitesOfText] = field(
        default_factory=lambda: Remembered(
            MOST_CITING_TEXTS, CitesOfText.weight, HEAVIEST_CITING_TEXTS
        )
    )
    comparings: Remembered[Comparing] = field(default_factory=lambda: Remembered(MOST_COMPARINGS))
    correspondences: Remembered[Corresponding] = field(default_factory=Remembered)
    chronicles: Remembered[Chronicle] = field(default_factory=Remembered)
    clock: Callable[[], datetime] = utc_now
    dumping: Turns = field(default_factory=Turns)
    sums: KnownSums = field(default_factory=KnownSums)
    looking_up: Semaphore = field(default_factory=lambda: Semaphore(MOST_LOOKED_UP))

    @property
    def today(self) -> date:
        """The day it is in Kazakhstan, by the clock."""
        return day_in_kazakhstan(self.clock())

    def address(self, request: Request) -> str:
        """Where readers reach the service, as set, else as asked; no slash at its end."""
        return (self.settings.public_url or str(request.base_url)).rstrip("/")

    @cached_property
    def relating(self) -> Relating:
        """Tells of relations; with the one analyser, whose stems are some megabytes."""
        return Relating(self.analyser)

    @cached_property
    def searching(self) -> Searching:
        """Answers searches."""
        return Searching(self.engine, self.analyser)

    @cached_property
    def watchlist(self) -> Watchlist:
        """The acts that are followed."""
        return load_watchlist()


async def services_of(request: Request) -> Services:
    """The services of the application that answers.

    Waits for nothing: a plain function would be sent to another thread for as long again.
    """
    found: Services = request.app.state.services
    return found


def read_session(services: Annotated[Services, Depends(services_of)]) -> Iterator[Session]:
    """One session a request: everything in an answer is from one state of the store."""
    with services.store.read() as session:
        yield session


def write_session(services: Annotated[Services, Depends(services_of)]) -> Iterator[Session]:
    """A writing session a request, committed before the answer is sent."""
    with services.store.write() as session:
        yield session


UsedServices = Annotated[Services, Depends(services_of)]
Reading = Annotated[Session, Depends(read_session, scope="function")]
Writing = Annotated[Session, Depends(write_session, scope="function")]

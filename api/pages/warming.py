"""What costs a moment the first time, done beside a server that has just started."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from threading import Event, Thread

from sqlalchemy.exc import SQLAlchemyError

from api.pages.comparing import kept_comparing
from api.questions.compared.asking import SideRefused, Sides
from api.rendering.page import environment
from api.services import Services
from corpus.bundled import own_regimes
from corpus.law import Language
from corpus.store.errors import StoreError
from diffing.compare import NotComparable

PATIENCE = 2.0
"""Seconds before it begins: whoever waits for the server to start is answered first."""


@contextmanager
def warmed(services: Services, patience: float = PATIENCE) -> Iterator[None]:
    """While it is entered, templates and comparisons of regimes are made ready, in a thread."""
    leaving = Event()

    def run() -> None:
        if not leaving.wait(patience):
            warm(services, leaving)

    thread = Thread(target=run, name="warming", daemon=True)
    thread.start()
    try:
        yield
    finally:
        leaving.set()
        thread.join()


def warm(services: Services, leaving: Event | None = None) -> int:
    """Make the comparisons of the regimes, as far as their texts are held; how many there are.

    The templates of all pages are compiled before: the first page of a kind waits 40 ms for that.

    A store that cannot be read is no fault here: whoever asks is told of it.
    """
    for name in environment().list_templates():
        if leaving is not None and leaving.is_set():
            return 0
        environment().get_template(name)
    made = 0
    for one, other in combinations(own_regimes().regimes, 2):
        if leaving is not None and leaving.is_set():
            break
        sides = Sides((one.key,), (other.key,), Language.RU)
        try:
            with services.store.read() as session:
                kept_comparing(services, session, sides)
        except (SideRefused, NotComparable, StoreError, SQLAlchemyError):
            continue
        made += 1
    return made

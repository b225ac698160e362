"""Making anew what is made from the editions: the amendments their notes state, their changes.

Done after Nusqa learned to read notes or to compare better, or after the watch list learned a day
of publication. Nothing is fetched and no snapshot read; what comes out the same is left alone, so
whoever follows the feeds is given only what is known otherwise now.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from corpus.amending_acts import AmendingActs
from corpus.notes import READER_VERSION
from corpus.store import Store, reads
from corpus.store.amendments.note_readings import unread_editions
from corpus.store.known import known_editions
from corpus.watchlist import Watchlist
from crawler.amending import refresh_amendments
from crawler.comparing import compare_anew
from crawler.ingest import Clock

OnDerived = Callable[[int, int], None]
"""Told how many acts are done, of how many."""


@dataclass(frozen=True)
class Derived:
    """What became of one act: editions whose notes were read, rows recorded or withdrawn."""

    ngr: str
    read: int
    amendments: int
    changes: int


def derive(
    store: Store, watchlist: Watchlist, clock: Clock, on_progress: OnDerived | None = None
) -> Iterator[Derived]:
    """Make anew what is made from the editions held, act by act, each in one transaction."""
    acts = AmendingActs(watchlist)
    with store.read() as session:
        held = [act.ngr for act in reads.acts(session) if act.editions]
    for done, ngr in enumerate(held, start=1):
        with store.write() as session:
            moment = clock()
            changes = sum(
                compare_anew(session, ngr, language, moment)
                for language in known_editions(session, ngr).languages
            )
            unread = len(unread_editions(session, READER_VERSION, ngr))
            amendments = refresh_amendments(session, ngr, moment, acts)
        yield Derived(ngr, unread, amendments, changes)
        if on_progress:
            on_progress(done, len(held))

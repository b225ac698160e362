"""Which state of which store an index shows."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from corpus.bundled import own_watchlist
from corpus.law import digest
from corpus.search.keeping.subject_matter import own_subject_matter
from corpus.store.reads import store_version
from corpus.store.tables import EDITIONS

_READING = 3
"""Another number when other documents are made of the same store."""


@dataclass(frozen=True)
class IndexState:
    """The store and its version that an index shows; `failed` are acts that could not be read."""

    store: str
    version: int
    failed: tuple[str, ...] = ()

    @classmethod
    def of(cls, session: Session) -> IndexState:
        """The state of a store now.

        The same address can hold another database tomorrow: its first edition tells. What is made
        of a store may change too, with the program and what lawyers edit and comes with it: the
        subject matter, and the first days of acts in force.
        """
        first = session.scalar(select(func.min(EDITIONS.c.recorded_at)))
        address = session.get_bind().engine.url.render_as_string(hide_password=True)
        mark = f"{address} {first} {_READING} {own_subject_matter().mark} {_own_starts()}"
        return cls(digest(mark)[:16], store_version(session))

    @classmethod
    def parse(cls, written: str) -> IndexState | None:
        """What `str` wrote; None for anything else."""
        store, _, rest = written.partition(" ")
        version, _, failed = rest.partition(" ")
        if not version.isdecimal():
            return None
        return cls(store, int(version), tuple(failed.split()))

    def __str__(self) -> str:
        return " ".join((self.store, str(self.version), *self.failed))

    def is_behind(self, now: IndexState) -> bool:
        """Whether the store has come on since, or is another one."""
        return self.store != now.store or self.version < now.version or bool(self.failed)


def _own_starts() -> str:
    told = [one for one in own_watchlist().acts if one.in_force_ground]
    days = [f"{one.ngr} {one.adopted} {one.in_force_from} {one.in_force_ground}" for one in told]
    return digest("\n".join(days))

"""What a command works with: the settings, and the parts they name, opened when needed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from typing import TYPE_CHECKING

from corpus.search import IndexMissingError, IndexUnreadableError, SearchEngine, open_engine
from corpus.search.keeping.keeper import IndexKeeper
from corpus.search.words.analysis import Analyser
from corpus.settings import Settings
from corpus.store import Store, open_store, reads
from corpus.store.snapshots import Snapshots
from corpus.watchlist import Watchlist, load_watchlist
from diffing.in_force.days import days_in_force

if TYPE_CHECKING:
    from crawler.ingest import Ingest


class NothingHere(Exception):
    """A reading command was given before anything was stored."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(
            f"There is no corpus in {settings.data_dir} yet. `nusqa demo` makes one of sample "
            "texts; `nusqa crawl` and `nusqa import PATH` make one of official texts."
        )


class Workplace:
    """The parts of the program as the settings name them. Close it when done."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    @cached_property
    def store(self) -> Store:
        """The store for reading; its schema must be there."""
        if self.settings.database.startswith("sqlite") and not self.holds_database:
            raise NothingHere(self.settings)
        store = open_store(self.settings.database)
        store.ensure_current()
        return store

    @property
    def holds_database(self) -> bool:
        """Whether the database of the default place has been made; always true for a server."""
        if self.settings.database_url is not None:
            return True
        return (self.settings.data_dir / "nusqa.db").is_file()

    @cached_property
    def writable_store(self) -> Store:
        """The store for writing, brought to this program's schema."""
        store = open_store(self.settings.database)
        store.migrate()
        self.__dict__["store"] = store
        return store

    @cached_property
    def snapshots(self) -> Snapshots:
        """Where the registries' responses lie."""
        return Snapshots(self.settings.snapshots)

    @cached_property
    def analyser(self) -> Analyser:
        """The one analyser of the engine and of who asks it: it remembers what it has read."""
        return Analyser()

    @cached_property
    def engine(self) -> SearchEngine:
        """The search engine that the settings name."""
        return open_engine(self.settings, self.analyser)

    def engine_named(self, name: str | None) -> SearchEngine:
        """The engine of that name; None for the one that is set. Raises UnknownEngineError."""
        return self.engine if name is None else open_engine(self._with_engine(name))

    def keeper(self, store: Store, engine: str | None = None) -> IndexKeeper:
        """What brings the search index up to a store: of the engine that is named, or is set."""
        folder = (self._with_engine(engine) if engine else self.settings).index_dir
        return IndexKeeper(store, self.engine_named(engine), days_in_force, folder)

    def _with_engine(self, name: str) -> Settings:
        return self.settings.model_copy(update={"search_engine": name})

    @cached_property
    def watchlist(self) -> Watchlist:
        """The acts that are followed: in a folder of the sample the sample's own."""
        # Readers of registries come along: who only reads the corpus does not wait for them.
        from crawler.sample.watching import sample_watchlist  # noqa: PLC0415

        return sample_watchlist() if self._holds_sample else load_watchlist()

    @property
    def _holds_sample(self) -> bool:
        if not self.holds_database:
            return False
        with self.store.read() as session:
            return bool(reads.holds_sample(session))

    def ingest(self, registry: str) -> Ingest:
        """The funnel for the pages of a registry."""
        from crawler.ingest import Ingest  # noqa: PLC0415

        return Ingest(self.writable_store, self.snapshots, self.watchlist, registry, now)

    def close(self) -> None:
        """Close what was opened."""
        if "store" in self.__dict__:
            self.store.close()


@contextmanager
def saying_how_to_build(engine: str | None) -> Iterator[None]:
    """Errors of a missing or damaged index tell how to build that of the engine that was named.

    Raises IndexMissingError and IndexUnreadableError where what it stands around raised them.
    """
    try:
        yield
    except IndexMissingError:
        raise IndexMissingError(engine) from None
    except IndexUnreadableError as error:
        raise IndexUnreadableError(error.reason, engine) from error


def now() -> datetime:
    """The moment, aware, in UTC."""
    return datetime.now(UTC)

"""The engine for a cluster: OpenSearch, fed with words that our analyser has cut and stemmed.

An answer is made of several requests. What they are made on is not locked; the engine looks
afterwards whether it has stayed the same, and if not answers anew. That look also is what finds
changes, so every answer shows the newest state, and costs one request for that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from corpus.search.answering import answer
from corpus.search.documents import SearchDocument
from corpus.search.engine import (
    EngineUnreachableError,
    IndexMissingError,
    IndexRecord,
    IndexUnreadableError,
)
from corpus.search.engines.opensearch.access import Access, IndexGone
from corpus.search.engines.opensearch.asking import visible
from corpus.search.engines.opensearch.cluster import Cluster
from corpus.search.engines.opensearch.layout import LAYOUT, Sizing
from corpus.search.engines.opensearch.snapshot import OpenSearchSnapshot
from corpus.search.engines.opensearch.turns import LEASE_SECONDS, turn
from corpus.search.engines.opensearch.writing import Writing
from corpus.search.queries import Query
from corpus.search.results import Results
from corpus.search.words.analysis import Analyser
from corpus.search.words.lexicon import Lexicon

DEFAULT_SIZING = Sizing()
_TRIES = 20

Given = TypeVar("Given")


@dataclass(frozen=True)
class Naming:
    """How an installation's indexes are called: two can share a cluster."""

    name: str

    @property
    def alias(self) -> str:
        """What names the index in use; programs of another layout have one of their own."""
        return f"{self.name}-{LAYOUT}"

    @property
    def turns(self) -> str:
        """The index that says which writer's turn it is."""
        return f"{self.name}-turns"


class OpenSearchEngine:
    """A `SearchEngine` in a cluster; keeps no state of its own but what it last saw."""

    def __init__(
        self,
        access: Access,
        analyser: Analyser,
        *,
        name: str = "nusqa",
        sizing: Sizing = DEFAULT_SIZING,
        lease: float = LEASE_SECONDS,
    ) -> None:
        """`lease`: for how many seconds a silent writer keeps its turn."""
        self._cluster = Cluster(access)
        self._naming = Naming(name)
        self._analyser = analyser
        self._sizing = sizing
        self._lease = lease
        self._writing = Writing(self._cluster, self._naming.alias, analyser, sizing)
        self._seen: OpenSearchSnapshot | None = None
        self._words_seen: tuple[tuple[str, str], Lexicon] | None = None

    @property
    def layout(self) -> str:
        """See `SearchEngine.layout`."""
        return f"opensearch {LAYOUT}"

    def rebuild(
        self, documents: Iterable[SearchDocument], state: str = "", reason: str = ""
    ) -> None:
        """See `SearchEngine.rebuild`."""
        with turn(self._cluster, self._naming.turns, self._lease) as mine:
            self._writing.build(documents, state, reason, mine)

    def update(self, add: Iterable[SearchDocument], remove: Iterable[str], state: str = "") -> None:
        """See `SearchEngine.update`."""
        self._writing.pointer()  # without an index there is nothing to wait for
        with turn(self._cluster, self._naming.turns, self._lease) as mine:
            self._writing.update(add, remove, state, mine)

    def search(self, query: Query) -> Results:
        """See `SearchEngine.search`."""
        return self._told(lambda snapshot: answer(query, self._analyser, snapshot))

    def count(self) -> int:
        """See `SearchEngine.count`."""
        return self._told(lambda snapshot: snapshot.held)

    def ids(self, ngr: str) -> frozenset[str]:
        """See `SearchEngine.ids`."""
        return self._told(lambda snapshot: snapshot.ids(ngr))

    def lexicon(self) -> Lexicon:
        """See `SearchEngine.lexicon`."""
        return self._told(self._words)

    def withdraw(self) -> None:
        """See `SearchEngine.withdraw`."""
        with turn(self._cluster, self._naming.turns, self._lease):
            self._writing.withdraw()

    def verify(self) -> None:
        """See `SearchEngine.verify`; the cluster itself sees to its files.

        That every document can be found is looked at, and that there are as many as were written.
        """

        def fault(snapshot: OpenSearchSnapshot) -> str | None:
            seen = self._cluster.count(snapshot.pointer.index, visible(snapshot.pointer))
            return None if seen == snapshot.held else f"it has {seen} of {snapshot.held} documents"

        if found := self._told(fault):
            raise IndexUnreadableError(found)

    def look(self) -> None:
        """See `SearchEngine.look`: documents are counted, as there is nothing else to look at."""
        self.verify()

    def state(self) -> str | None:
        """See `SearchEngine.state`."""
        record = self.record()
        return record.state if record else None

    def record(self) -> IndexRecord | None:
        """See `SearchEngine.record`."""
        try:
            return self._writing.pointer()[1].record
        except IndexMissingError:
            return None

    def _words(self, snapshot: OpenSearchSnapshot) -> Lexicon:
        pointer = snapshot.pointer
        words = self._words_seen
        if words is None or words[0] != (pointer.index, pointer.lexicon):
            words = (pointer.index, pointer.lexicon), self._writing.lexicon(pointer)
            self._words_seen = words
        return words[1]

    def _told(self, tell: Callable[[OpenSearchSnapshot], Given]) -> Given:
        """What is told of one state of the index that was the newest one at the end."""
        snapshot = self._seen or self._newest()
        for _ in range(_TRIES):
            told: list[Given] = []
            trouble: Exception | None = None
            try:
                told.append(tell(snapshot))
            except (IndexGone, EngineUnreachableError) as error:
                trouble = error  # of no matter if the index has been replaced meanwhile
            newest = self._newest()
            if newest.pointer.shown != snapshot.pointer.shown:
                snapshot = newest
            elif told:
                return told[0]
            elif isinstance(trouble, EngineUnreachableError):
                raise trouble
            else:
                raise IndexUnreadableError("documents are missing in it")
        raise EngineUnreachableError("the index changes faster than it can be read")

    def _newest(self) -> OpenSearchSnapshot:
        """The snapshot of what is shown now; the last one while it shows the same."""
        _, pointer = self._writing.pointer()
        seen = self._seen
        if seen is None or seen.pointer != pointer:
            seen = OpenSearchSnapshot(self._cluster, pointer, self._analyser, self._sizing.shards)
            self._seen = seen
        return seen

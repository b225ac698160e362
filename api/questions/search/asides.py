"""What a search asks the index beside its main question, remembered while the index stays as it is.

How many results there are at other times, and on which days an article's wordings were in force,
are the same for every page and nearly every reader.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from threading import Lock

from corpus.law import Language
from corpus.search import Query, SearchEngine
from corpus.search.queries import AnyDay, Pin
from corpus.search.results import FoundWording
from corpus.store.article_editions import Article

Provision = tuple[str, str]
"""Act and key."""
Wordings = Mapping[Language, tuple[FoundWording, ...]]

_MOST_COUNTS = 4_096
_MOST_PROVISIONS = 20_000


@dataclass
class _OfOneState:
    """What one state of the index says on one day."""

    mark: object
    counts: dict[Query, int] = field(default_factory=dict)
    wordings: dict[Provision, Wordings] = field(default_factory=dict)


class Asides:
    """Asks an engine, and remembers what it said; may be shared by threads.

    `mark` is the engine's `state`, as it was before the search that this stands beside: on a
    cluster each look at it is a journey.
    """

    def __init__(self, engine: SearchEngine) -> None:
        self._engine = engine
        self._lock = Lock()
        self._state = _OfOneState(None)

    def count(self, query: Query, mark: str | None) -> int:
        """How many results a query has; raises what the engine does."""
        known = self._of(query.today, mark).counts
        found = known.get(query)
        if found is None:
            found = self._engine.search(query).total
            if len(known) >= _MOST_COUNTS:
                known.clear()
            known[query] = found
        return found

    def wordings(
        self, provisions: Iterable[Provision], today: date, mark: str | None
    ) -> dict[Article, tuple[FoundWording, ...]]:
        """All wordings that the index holds of some articles, in every language."""
        known = self._of(today, mark).wordings
        wanted = set(provisions)
        found = {one: known[one] for one in wanted if one in known}
        if unknown := wanted - found.keys():
            read = self._read(unknown, today)
            if len(known) + len(read) > _MOST_PROVISIONS:
                known.clear()
            known.update(read)
            found |= read
        return {
            (ngr, language, key): wordings
            for (ngr, key), own in found.items()
            for language, wordings in own.items()
        }

    def _read(self, provisions: Collection[Provision], today: date) -> dict[Provision, Wordings]:
        pins = tuple(Pin(*one) for one in sorted(provisions))
        most = len(Language) * len(pins)
        query = Query("", today, AnyDay(), pins=pins, highlight=False, limit=most)
        found: dict[Provision, dict[Language, tuple[FoundWording, ...]]] = {
            one: {} for one in provisions
        }
        for hit in self._engine.search(query).hits:
            found[hit.ngr, hit.key][hit.lang] = hit.wordings
        return dict(found)

    def _of(self, today: date, mark: str | None) -> _OfOneState:
        """What is remembered of a state of the index on a day."""
        with self._lock:
            if self._state.mark != (mark, today):
                self._state = _OfOneState((mark, today))
            return self._state

"""Writers take turns: a document in the cluster says whose turn it is.

Whoever has the turn renews the document while it writes. One that is not renewed for a while was
left by a writer that died; who waits sees that by its own clock, so clocks need not agree.
"""

from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread

from corpus.search.engine import EngineUnreachableError
from corpus.search.engines.opensearch.access import IndexGone, Overtaken
from corpus.search.engines.opensearch.cluster import Answer, Cluster

LEASE_SECONDS = 30.0
"""A turn that is not renewed for so long is over."""

_RENEWALS_IN_A_LEASE = 6
_LOOKS_IN_A_LEASE = 60
_LONGEST_LOOK = 0.25
_TURN = "turn"


class TurnLostError(EngineUnreachableError):
    """Another writer has the turn, for this one did not renew it in time."""

    def __init__(self) -> None:
        super().__init__("this writer was silent for too long and another took its turn: try again")


class Turn:
    """The right to write, renewed in the background until `end`."""

    def __init__(self, cluster: Cluster, index: str, held: Answer, lease: float) -> None:
        self._cluster = cluster
        self._index = index
        self._held = held
        self._pause = lease / _RENEWALS_IN_A_LEASE
        self._lease = lease
        self._renewed = time.monotonic()
        self._ended = Event()
        self._renewing = Thread(target=self._renew, daemon=True)
        self._renewing.start()

    def check(self) -> None:
        """Raise TurnLostError when another may have the turn by now; asked before every write."""
        if time.monotonic() - self._renewed > self._lease:
            raise TurnLostError

    def end(self) -> None:
        """Give the turn back."""
        self._ended.set()
        self._renewing.join()
        # When another has it, or the cluster is gone, there is nothing to give back.
        with suppress(IndexGone, Overtaken, EngineUnreachableError):
            self._cluster.delete(self._index, _TURN, self._held)

    def _renew(self) -> None:
        while not self._ended.wait(self._pause):
            begun = time.monotonic()
            try:
                self._held = _write(self._cluster, self._index, self._held)
            except TurnLostError:
                self._renewed = -self._lease
                return
            except EngineUnreachableError:
                continue  # perhaps the next time; `check` knows for how long that may go on
            self._renewed = begun


@contextmanager
def turn(cluster: Cluster, index: str, lease: float = LEASE_SECONDS) -> Iterator[Turn]:
    """Wait for the turn to write, and give it back at the end. `index` holds nothing else."""
    mine = Turn(cluster, index, _taken(cluster, index, lease), lease)
    try:
        yield mine
    finally:
        mine.end()


def _taken(cluster: Cluster, index: str, lease: float) -> Answer:
    cluster.ensure_index(
        index, {"number_of_shards": 1, "auto_expand_replicas": "0-all"}, {"dynamic": False}
    )
    seen: object = None
    since = time.monotonic()
    while True:
        found = _found(cluster, index)
        mark = found and (found["_seq_no"], found["_primary_term"])
        if mark != seen:
            seen, since = mark, time.monotonic()
        if found is None or time.monotonic() - since > lease:
            # Where another one is quicker, there is a new turn to wait for.
            with suppress(TurnLostError):
                return _write(cluster, index, found)
        time.sleep(min(lease / _LOOKS_IN_A_LEASE, _LONGEST_LOOK))


def _found(cluster: Cluster, index: str) -> Answer | None:
    try:
        return cluster.document(index, _TURN)
    except IndexGone:
        return None


def _write(cluster: Cluster, index: str, instead_of: Answer | None) -> Answer:
    written = {"mark": uuid.uuid4().hex}
    try:
        return cluster.put(index, _TURN, written, instead_of=instead_of, new=instead_of is None)
    except Overtaken:
        # Perhaps by ourselves: the answer to a first try was lost, and it was sent again.
        found = _found(cluster, index)
        if found and found["_source"] == written:
            return found
        raise TurnLostError from None

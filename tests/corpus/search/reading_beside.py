"""Readers that keep asking while an index is written."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from corpus.search import SearchEngine
from tests.corpus.search.asking import asking


def _told(failure: BaseException) -> str:
    return "".join(traceback.format_exception(failure))


@contextmanager
def reading(
    engines: Sequence[SearchEngine], text: str
) -> Iterator[tuple[set[int], Callable[[int], bool]]]:
    """A reader for each engine: the totals they have seen, and whether one was, or a reader failed.

    The end of the block asserts that no reader failed.
    """
    done = threading.Event()
    seen: set[int] = set()
    failures: list[BaseException] = []

    def read(engine: SearchEngine) -> None:
        try:
            while not done.is_set():
                results = engine.search(asking(text, limit=100))
                assert results.total == len(results.hits)
                seen.add(results.total)
        except BaseException as failure:  # noqa: BLE001 - whatever it is, the end shows it
            failures.append(failure)

    readers = [threading.Thread(target=read, args=(engine,)) for engine in engines]
    for reader in readers:
        reader.start()
    try:
        yield seen, lambda total: total in seen or bool(failures)
    finally:
        done.set()
    for reader in readers:
        reader.join()
    assert failures == [], "".join(map(_told, failures))

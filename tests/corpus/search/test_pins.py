"""A citation pins the provision that it names, and none that is called alike."""

from __future__ import annotations

from collections.abc import Callable

from corpus.search import SearchEngine
from corpus.search.queries import Pin

from .asking import asking
from .texts import document

Holding = Callable[..., SearchEngine]


def test_a_pin_means_one_key_and_not_all_that_end_alike(holding: Holding) -> None:
    """`article:preamble` finds every preamble of an act; a citation of it means its own."""
    engine = holding(
        document("слово", key="preamble"),
        document("слово", key="app_1__preamble"),
        document("слово", key="preamble", ngr="U1300000555"),
    )
    found = engine.search(asking("", pins=(Pin("Z950002464_", "preamble"),)))
    assert [(hit.ngr, hit.key) for hit in found.hits] == [("Z950002464_", "preamble")]
    found = engine.search(asking("слово", pins=(Pin("Z950002464_", "app_1__preamble"),)))
    assert [hit.key for hit in found.hits if hit.pinned] == ["app_1__preamble"]
    assert found.total == 3

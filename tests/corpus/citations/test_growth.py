"""References among the articles of large acts: the time of all of them grows with their number."""

from __future__ import annotations

import time

from corpus.addresses import Unit, UnitKind
from corpus.citations.acts import CitableAct
from corpus.citations.held_keys import HeldKeys
from corpus.citations.provisions import provisions_named

ACT = CitableAct("Z0100000001")


def keys(count: int) -> HeldKeys:
    return HeldKeys({f"art_{number}": (f"ch_{number // 50}",) for number in range(count)})


def seconds(count: int) -> float:
    """How long as many references are resolved as the act has articles: the best of three."""
    spent = []
    for _ in range(3):
        held = keys(count)
        began = time.thread_time()
        for number in range(count):
            (found,) = provisions_named(ACT, [Unit(UnitKind.ARTICLE, str(number))], held)
            assert found.key == f"art_{number}"
            assert provisions_named(ACT, [Unit(UnitKind.CHAPTER, str(number // 50))], held)
        spent.append(time.thread_time() - began)
    return min(spent)


def test_references_are_found_among_an_acts_articles_without_looking_at_each() -> None:
    assert seconds(800) < 10 * max(seconds(200), 0.005)


def test_keys_that_are_put_in_order_are_the_same_keys() -> None:
    plain = {"art_1": ("ch_1",), "app_1__p_3": ("app_1",), "app_2__p_3": ("app_2",)}
    held = HeldKeys.of(plain)
    assert held == plain
    assert HeldKeys.of(held) is held
    assert list(held.ending_in("p_3")) == ["app_1__p_3", "app_2__p_3"]
    assert list(held.inside("app_1")) == ["app_1__p_3"]
    assert held.has_articles

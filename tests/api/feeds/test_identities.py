"""The ids by which feed readers know entries: of what happened, whichever database tells it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crawler.comparing import compare_anew
from tests.api.feeds.acts import EDITIONS, FIRST, NGR, SECOND, THIRD, take
from tests.api.feeds.reading import json_of
from tests.api.feeds.writing import NOON, RU, added, announce, pairs_of_editions, write
from tests.api.house import House, empty_house
from tests.api.law import RULES

WITHDRAWN = "withdrawn"


def items(house: House, ngr: str = NGR) -> list[dict[str, Any]]:
    """The entries of an act's feed, newest first, technical changes among them."""
    found = json_of(house.client(), f"/feeds/acts/{ngr}.json", technical="true", limit="100")
    listed: list[dict[str, Any]] = found["items"]
    assert len({one["id"] for one in listed}) == len(listed)
    return listed


def standing(house: House) -> dict[str, str]:
    """The ids of what holds, by title."""
    return {one["title"]: one["id"] for one in items(house) if WITHDRAWN not in one["tags"]}


@pytest.mark.parametrize("order", [(FIRST, SECOND, THIRD), (THIRD, FIRST, SECOND)])
def test_a_corpus_made_anew_of_the_same_editions_has_the_same_ids(
    own_house: House, tmp_path: Path, order: tuple[Any, ...]
) -> None:
    take(own_house, *EDITIONS)
    other = empty_house(tmp_path / "other")
    for hours, one in enumerate(order):  # other numbers, other moments
        take(other, one, minutes=1 + 60 * hours)
    there = standing(other)
    assert len(standing(own_house)) > 4
    assert standing(own_house).items() <= there.items()
    other.store.close()


def test_comparing_anew_changes_no_id(own_house: House) -> None:
    take(own_house, *EDITIONS)
    before = items(own_house)
    with own_house.store.write() as session:
        assert compare_anew(session, NGR, RU, NOON) == 0
    assert items(own_house) == before


def test_what_holds_again_is_an_entry_of_its_own_and_the_first_keeps_its_id(
    own_house: House,
) -> None:
    (pair,) = pairs_of_editions(own_house.store, own_house.snapshots, 2)

    def now(*numbers: int) -> dict[str, set[str]]:
        with own_house.store.write() as session:
            write(session, pair, *map(added, numbers))
            announce(session, pair[1], *numbers)
        found: dict[str, set[str]] = {"changes": set(), "announced": set()}
        for one in items(own_house, RULES):
            kind = "announced" if "kind:announced" in one["tags"] else "changes"
            found[kind].add(one["id"])
        return found

    once = now(1, 2)
    assert now(2) == once
    again = now(1, 2)
    third = now(2), now(1, 2)
    for kind in ("changes", "announced"):
        assert len(once[kind]) == 2
        assert len(again[kind]) == 3
        assert once[kind] < again[kind] == third[0][kind] < third[1][kind]


def test_a_regimes_feed_has_one_id_however_it_is_spelled(own_house: House) -> None:
    client = own_house.client()
    spelled = [
        json_of(client, f"/feeds/regimes/{key}.json")["_nusqa"]["id"] for key in ("R3a", "r3A")
    ]
    other = json_of(client, "/feeds/regimes/1999.json")["_nusqa"]["id"]
    assert spelled[0] == spelled[1] != other

"""On a day, what surely was in force goes first, and of the rest nobody says that it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from corpus.search import Hit, SearchDocument, SearchEngine
from corpus.search.documents import Doubt, Status
from corpus.search.queries import AnyDay, ChangedBetween, OnDay, Pin

from .asking import TODAY, asking, keys
from .texts import document

Holding = Callable[..., SearchEngine]
DAY = date(2022, 6, 1)
OLD: dict[str, Any] = {
    "valid_from": date(1998, 12, 31),
    "doubtful": True,
    "held_from": date(1998, 12, 31),
    "held_to": date(1999, 5, 6),
    "label": "1998",
}
"""A wording after which others are known and not held."""
OF_THE_DAY: dict[str, Any] = {
    "valid_from": date(2021, 5, 24),
    "doubtful": True,
    "held_from": date(2022, 2, 7),
    "held_to": date(2023, 1, 1),
}
"""A wording of the edition that answers for the day; when its amendments began is not known."""


def mixed() -> list[SearchDocument]:
    """The older a text the better it fits; every second one of three kinds."""
    return [
        *(document("срок " * 9, key=f"art_{number}", **OLD) for number in (1, 4)),
        *(document("срок срок срок иного", key=f"art_{n}", **OF_THE_DAY) for n in (2, 5)),
        *(document("срок и всё то, что стоит рядом с ним", key=f"art_{n}") for n in (3, 6)),
    ]


def test_what_surely_was_in_force_goes_first_then_what_the_edition_of_the_day_says(
    holding: Holding,
) -> None:
    engine = holding(*mixed())
    found = engine.search(asking("срок", when=OnDay(DAY)))
    assert [hit.key for hit in found.hits] == ["art_3", "art_6", "art_2", "art_5", "art_1", "art_4"]
    assert (found.total, found.certain) == (6, 2)


def test_without_a_day_nothing_is_counted_as_certain(holding: Holding) -> None:
    engine = holding(*mixed())
    assert engine.search(asking("срок")).certain is None
    changed = ChangedBetween(date(1999, 1, 1), DAY)
    assert engine.search(asking("срок", when=changed)).certain is None


@pytest.mark.parametrize("facets", [False, True])
@pytest.mark.parametrize("words", ["срок", "нигде"])
def test_where_nothing_is_in_doubt_all_are_certain(
    holding: Holding, words: str, facets: bool
) -> None:
    engine = holding(document("срок", key="art_1"), document("срок", key="art_2"))
    found = engine.search(asking(words, when=OnDay(DAY), count_facets=facets))
    assert found.certain == found.total == (2 if words == "срок" else 0)


def test_pages_follow_each_other_from_the_certain_to_the_rest(holding: Holding) -> None:
    engine = holding(*mixed())
    query = asking("срок", when=OnDay(DAY), limit=6)
    whole = engine.search(query).hits
    for size in (1, 2, 4):
        paged: list[Hit] = []
        after = None
        while True:
            page = engine.search(replace(query, limit=size, after=after))
            paged += page.hits
            if page.next is None:
                break
            after = page.next
        assert [hit.key for hit in paged] == [hit.key for hit in whole]
        assert engine.search(replace(query, limit=size, offset=size)).hits == whole[size : 2 * size]


def test_a_page_goes_on_though_its_last_article_came_to_be_certain(holding: Holding) -> None:
    made = mixed()
    engine = holding(*made)
    first = engine.search(asking("срок", when=OnDay(DAY), limit=4))
    assert [hit.key for hit in first.hits] == ["art_3", "art_6", "art_2", "art_5"]
    engine.update([], [made[3].id])
    assert keys(engine, "срок", when=OnDay(DAY), after=first.next) == ["art_1", "art_4"]


def test_a_cited_provision_goes_first_though_it_is_in_doubt(holding: Holding) -> None:
    engine = holding(*mixed())
    found = engine.search(asking("срок", when=OnDay(DAY), pins=(Pin("Z950002464_", "art_1"),)))
    assert [hit.key for hit in found.hits][:3] == ["art_1", "art_3", "art_6"]
    assert (found.total, found.certain) == (6, 2)


def test_nobody_says_of_what_may_be_in_force_that_it_is(holding: Holding) -> None:
    engine = holding(*mixed(), document("срок", key="art_7", **{**OLD, "valid_to": DAY}))
    found = engine.search(asking("срок", when=OnDay(TODAY), count_facets=True))
    told = {hit.key: hit.wording.status for hit in found.hits}
    assert told.pop("art_3") == told.pop("art_6") == Status.IN_FORCE
    assert set(told.values()) == {Status.UNKNOWN}
    counted = {one.value: one.count for one in found.facets["statuses"]}
    assert counted == {"unknown": 4, "in_force": 2}
    always = asking("срок", when=AnyDay(), filters={"statuses": ("unknown",)})
    assert {hit.key for hit in engine.search(always).hits} == {"art_1", "art_2", "art_4", "art_5"}
    assert set(keys(engine, "срок status:unknown", when=AnyDay())) == set(told)
    assert set(keys(engine, "срок status:in_force", when=AnyDay())) == {"art_3", "art_6"}
    assert keys(engine, "срок status:repealed", when=AnyDay()) == ["art_7"]


def test_an_article_is_as_certain_as_its_most_certain_wording(holding: Holding) -> None:
    engine = holding(
        document("срок", key="art_1", **OLD),
        document("срок и день", key="art_1", **OF_THE_DAY),
        document("срок " * 9, key="art_2", **OLD),
    )
    found = engine.search(asking("срок", when=OnDay(DAY)))
    assert [hit.key for hit in found.hits] == ["art_1", "art_2"]
    assert found.hits[0].wording.label == "2020-01-01"
    assert found.certain == 0


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({"doubtful": False}, Doubt.NONE),
        ({"held_from": date(2022, 6, 1), "held_to": None}, Doubt.OF_BEGINNING),
        ({"held_from": date(2022, 1, 1), "held_to": date(2022, 6, 1)}, Doubt.OF_STAYING),
        ({"held_from": date(2022, 6, 2), "held_to": None}, Doubt.OF_STAYING),
        ({"held_from": None, "held_to": None}, Doubt.OF_STAYING),
        ({"held_from": None, "held_to": date(2024, 1, 1)}, Doubt.OF_STAYING),
    ],
)
def test_the_edition_that_answers_for_a_day_has_its_first_day_and_not_its_last(
    holding: Holding, days: dict[str, Any], expected: Doubt
) -> None:
    made = document("срок", **{"doubtful": True, **days})
    assert made.doubt_on(DAY) is expected
    assert SearchDocument.from_json(made.to_json()) == made
    better = document("срок " * 9, key="art_2", **OF_THE_DAY)
    worse = document("срок и всё то, что стоит рядом с ним", key="art_3", **OLD)
    order = ["art_2", "art_1", "art_3"] if expected else ["art_1", "art_2", "art_3"]
    assert keys(holding(worse, better, made), "срок", when=OnDay(DAY)) == order

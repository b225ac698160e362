"""Large inputs: an answer in bounded time and memory, or an error that says what to do."""

from __future__ import annotations

import random
import time
import tracemalloc
from collections.abc import Callable

import pytest

from diffing.compare import NotComparable
from diffing.correspondence.pool import TooManyRules
from diffing.correspondence.relation import Correspondences, Relation
from diffing.correspondence.selection import Selection
from tests.diffing.correspondence.making import (
    align,
    article,
    decree,
    item,
    later,
    law,
    points,
    rule,
)

WORDS = (
    *("аким", "сад", "сторож", "казначей", "взнос", "яблоня", "ворота", "собрание", "журнал"),
    *("колодец", "улей", "мёд", "изгородь", "межа", "землемер", "очередь", "пруд", "весы"),
    *("амбар", "книга", "печать", "лопата", "грядка", "рассада", "полив", "осень", "улица"),
)
PATIENT = 60.0
"""Seconds of our own work, ten times what the longest takes: neither other work nor a slow machine
must fail a test, a hang must."""


def sentence(chance: random.Random, length: int = 14) -> str:
    return " ".join(chance.choices(WORDS, k=length)).capitalize() + "."


def paragraphs(chance: random.Random, size: int) -> list[str]:
    return [" ".join(sentence(chance) for _ in range(chance.randint(1, 4))) for _ in range(size)]


def in_time(run: Callable[[], Correspondences]) -> Correspondences:
    began = time.thread_time()
    found = run()
    assert time.thread_time() - began < PATIENT
    return found


def test_an_article_of_a_megabyte_is_compared_in_bounded_time_and_memory() -> None:
    chance = random.Random(1)
    huge = " ".join(sentence(chance) for _ in range(6_500))
    assert len(huge.encode()) > 1_000_000
    edited = huge.replace("колодец", "родник")
    tracemalloc.start()
    found = in_time(lambda: align(decree(huge, "Ворота общие."), later("Улей один.", edited)))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    (pair,) = (one for one in found.items if one.relation == "edited")
    assert pair.redline.apply(pair.redline.old) == pair.redline.new
    assert pair.redline.new.blocks[0].text == edited
    assert peak < 300_000_000


def test_an_article_of_a_megabyte_in_two_editions_too() -> None:
    chance = random.Random(2)
    texts = [sentence(chance) for _ in range(6_500)]
    changed = [text if n % 7 else sentence(chance) for n, text in enumerate(texts)]
    old, new = law(article("1", points(*texts))), law(article("1", points(*changed)), label="2022")
    (pair,) = in_time(lambda: align(old, new)).items
    assert pair.relation == "edited"
    assert pair.redline.new.blocks[-1].text == changed[-1]


def test_500_rules_against_500_shuffled_ones_find_their_own() -> None:
    chance = random.Random(3)
    texts = paragraphs(chance, 500)
    other = [text if n % 3 else f"Всегда {text}" for n, text in enumerate(texts)]
    places = list(range(500))
    chance.shuffle(places)
    found = in_time(lambda: align(decree(*texts), later(*(other[place] for place in places))))
    told = {one.old[0].key: one.new[0].key for one in found.items if one.old and one.new}
    assert told == {f"p_{place + 1}": f"p_{at}" for at, place in enumerate(places, 1)}
    assert found.counts()[Relation.IDENTICAL] == 333
    assert found.counts()[Relation.EDITED] == 167


def test_500_rules_that_all_say_the_same_are_possible_and_not_told_500_times_each() -> None:
    same = ["Сторож запирает ворота сада на ночь и ведёт журнал."] * 500
    found = in_time(lambda: align(decree(*same), later(*same)))
    assert {one.relation for one in found.items} == {"possible"}
    assert len(found.items) < 6_000
    assert {one.key for row in found.items for one in row.old} == {f"p_{n}" for n in range(1, 501)}
    assert {one.key for row in found.items for one in row.new} == {f"p_{n}" for n in range(1, 501)}


def test_long_lists_that_resemble_each_other_take_bounded_time() -> None:
    chance = random.Random(4)

    def lists() -> list[object]:
        return [
            rule(
                n,
                "Казначей сада:",
                *(item("", str(k), sentence(chance, 8)) for k in range(1, 20)),
            )
            for n in range(1, 101)
        ]

    old, new = decree(*lists()), later(*lists())  # type: ignore[arg-type]
    assert in_time(lambda: align(old, new)).items


def test_too_many_rules_are_refused_with_what_to_do() -> None:
    many = [f"Дом {n}." for n in range(1_300)]
    with pytest.raises(TooManyRules, match=r"1,300 rules against 1,300 .* NGR:KEY") as refused:
        align(decree(*many), later(*many))
    assert isinstance(refused.value, NotComparable)
    few = Selection(later(*many), tuple(f"p_{n}" for n in range(1, 20)))
    assert align(decree(*many), few).counts()[Relation.IDENTICAL] == 19


def test_an_act_with_very_many_changed_points_is_answered_without_looking_for_strays() -> None:
    old = law(article("1", points(*(f"Дом {n} дан соседу." for n in range(1_300)))))
    new = law(
        article("1", points(*(f"Улей {n} стоит пустой." for n in range(1_300)))), label="2022"
    )
    (pair,) = in_time(lambda: align(old, new)).items
    assert {one.relation for one in pair.points} == {"dropped", "new"}
    assert len(pair.points) == 2_600

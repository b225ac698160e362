"""The half-life of wordings: against the textbook, brute force and lives whose law is known."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.law import Edition
from diffing.measures.survival import Length, kaplan_meier, survival
from tests.diffing.measures.acts import dated, measured, plain

lengths = st.lists(
    st.tuples(st.integers(0, 30), st.booleans()).map(
        lambda one: (max(1, one[0]), max(1, one[0])) if one[1] else (one[0], None)
    ),
    max_size=25,
)


def day_by_day(observed: list[Length]) -> dict[int, Fraction]:
    """The share still standing after each day: each day, the ends over those in sight that day."""
    standing, share = {}, Fraction(1)
    for day in range(1, 32):
        in_sight = [one for one in observed if one[0] >= day]
        ended = [one for one in in_sight if one[1] == day]
        if ended:
            share *= Fraction(len(in_sight) - len(ended), len(in_sight))
        standing[day] = share
    return standing


@given(lengths)
def test_the_curve_is_what_counting_day_by_day_gives(observed: list[Length]) -> None:
    expected = day_by_day(observed)
    found = survival(observed)
    drops = dict(found.early.drops)
    share = Fraction(1)
    for day, standing in expected.items():
        share = drops.get(day, share)
        assert share == standing
    halves = [day for day, standing in expected.items() if standing <= Fraction(1, 2)]
    assert found.early.half_life == (halves[0] if halves else None)
    assert found.early == found.late
    assert found.wordings == len(observed)


def test_without_censoring_the_half_life_is_the_median() -> None:
    assert survival([(day, day) for day in (5, 1, 9, 7, 3)]).early.half_life == 5
    assert survival([(day, day) for day in (1, 2, 3, 4)]).early.half_life == 2


def test_a_worked_example_with_ties() -> None:
    # 6 in sight; on day 6 three end and one is lost sight of: it was still there that day.
    curve = kaplan_meier([6, 6, 6, 10], [6, 9])
    assert curve.drops == ((6, Fraction(1, 2)), (10, Fraction(0)))
    assert curve.half_life == 6


def test_fewer_than_half_ended_is_no_half_life() -> None:
    found = survival([(3, 3), (9, None), (9, None)])
    assert (found.early.half_life, found.events, found.censored) == (None, 1, 2)
    assert survival([]).early.half_life is None


def test_what_ended_between_two_days_is_read_early_and_late() -> None:
    found = survival([(1, 100), (1, 100), (50, 50), (200, None)])
    assert (found.early.half_life, found.late.half_life) == (1, 100)
    assert (found.events, found.intervals, found.censored) == (1, 2, 1)


@pytest.mark.parametrize("half_life", [200, 1000])
def test_lives_with_a_known_half_life_are_estimated_near_it(half_life: int) -> None:
    chance = random.Random(half_life)
    daily = 0.5 ** (1 / half_life)
    observed: list[Length] = []
    for _ in range(4000):
        lasted, watched = 1, chance.randrange(3 * half_life)
        while chance.random() < daily:
            lasted += 1
        observed.append((lasted, lasted) if lasted <= watched else (watched, None))
    found = survival(observed)
    assert found.censored > 1000  # a median of what ended alone would be far too short
    assert found.early.half_life == pytest.approx(half_life, rel=0.06)


def random_act(chance: random.Random) -> list[Edition]:
    """Some articles that change now and then, in editions some days apart."""
    editions = []
    texts = [f"Правило {number}." for number in range(8)]
    day = 1
    for turn in range(12):
        label = f"20{day // 336 + 1:02d}-{day // 28 % 12 + 1:02d}-{day % 28 + 1:02d}"
        editions.append(dated(label, *(plain(n, text) for n, text in enumerate(texts))))
        for number in range(len(texts)):
            if chance.random() < 0.2:
                texts[number] = f"Правило {number}, сказанное в {turn} раз."
        day += chance.randrange(1, 90)
    return editions


@pytest.mark.parametrize("seed", range(5))
def test_a_whole_act_has_the_half_life_that_its_bare_texts_give(seed: int) -> None:
    editions = random_act(random.Random(seed))
    observed: list[Length] = []
    for key in editions[0].by_key:
        begun = editions[0]
        for older, newer in pairwise(editions):
            if older.by_key[key] != newer.by_key[key]:
                observed.append((between(begun, newer), between(begun, newer)))
                begun = newer
        observed.append((between(begun, editions[-1]), None))
    found = measured(*editions).survival
    assert found.early == kaplan_meier(
        [low for low, high in observed if high is not None],
        [low for low, high in observed if high is None],
    )
    assert found.events > 5


def between(older: Edition, newer: Edition) -> int:
    assert older.label.first_day is not None
    assert newer.label.first_day is not None
    return (newer.label.first_day - older.label.first_day).days

"""Pairs made into groups that have one rule on at least one side."""

import numpy as np

from diffing.correspondence.grouping import group_of, groups

SCORES = np.array([[0.9, 0.6, 0.1], [0.5, 0.8, 0.2], [0.1, 0.3, 0.7]])


def found(*pairs: tuple[int, int]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(group.old, group.new) for group in groups(SCORES, pairs)[0]]


def given_up(*pairs: tuple[int, int]) -> list[tuple[int, int]]:
    return groups(SCORES, pairs)[1]


def test_pairs_without_a_common_rule_are_groups_of_their_own() -> None:
    assert found((0, 0), (1, 1), (2, 2)) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,))]


def test_one_old_rule_with_several_new_ones_is_one_group_and_the_other_way_round() -> None:
    assert found((0, 0), (0, 1)) == [((0,), (0, 1))]
    assert found((0, 1), (1, 1), (2, 1)) == [((0, 1, 2), (1,))]


def test_a_chain_gives_up_its_weakest_link() -> None:
    """0-0 (0.9), 1-1 (0.8) and 0-1 (0.6) tie two old rules to two new ones."""
    assert found((0, 0), (0, 1), (1, 1)) == [((0,), (0,)), ((1,), (1,))]
    assert given_up((0, 0), (0, 1), (1, 1)) == [(0, 1)]


def test_no_rule_is_hung_on_one_that_is_a_share_of_another() -> None:
    """0 is split into 0 and 1; 1 also claims 1, and 2 claims 1 and 2."""
    kept = found((0, 0), (0, 1), (1, 1), (2, 1), (2, 2))
    assert sorted(old for group, _ in kept for old in group) == [0, 1, 2]
    assert sorted(new for _, group in kept for new in group) == [0, 1, 2]
    assert all(len(old) == 1 or len(new) == 1 for old, new in kept)


def test_a_group_is_as_sure_as_its_weakest_pair_and_knows_what_it_left() -> None:
    group = group_of(SCORES, [(0, 0), (0, 1)])
    assert group.score == 0.6
    assert group.runner_up == 0.8  # new rule 1 is more like old rule 1, which is not in the group


def test_without_any_other_rule_nothing_comes_near() -> None:
    assert group_of(np.array([[0.4]]), [(0, 0)]).runner_up == 0

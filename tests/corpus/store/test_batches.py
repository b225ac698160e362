from __future__ import annotations

import pytest

from corpus.store.batches import batches


@pytest.mark.parametrize(
    ("values", "sizes"), [(0, []), (1, [1]), (500, [500]), (501, [500, 1]), (1200, [500, 500, 200])]
)
def test_all_values_come_once_in_their_order(values: int, sizes: list[int]) -> None:
    found = list(batches(range(values)))
    assert [len(batch) for batch in found] == sizes
    assert [value for batch in found for value in batch] == list(range(values))


def test_what_a_batch_named_may_go_before_the_next_one_is_taken() -> None:
    left = dict.fromkeys(range(1200))
    for batch in batches(left):
        for value in batch:
            del left[value]
    assert left == {}

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diffing.origins.tracing import Stand, stands

YES, NO, SILENT = True, False, None


@pytest.mark.parametrize(
    ("says", "found"),
    [
        ([], ()),
        ([NO, SILENT, NO], ()),
        ([YES], (Stand(0, 0),)),
        ([YES, YES, YES], (Stand(0, 2),)),
        ([NO, YES, YES], (Stand(1, 2, after=0),)),
        ([YES, NO], (Stand(0, 0, went=1),)),
        ([NO, SILENT, YES, SILENT, NO], (Stand(2, 2, after=0, went=4),)),
        ([YES, SILENT, YES], (Stand(0, 2, silent=(1,)),)),
        ([YES, NO, YES], (Stand(0, 0, went=1), Stand(2, 2, after=1))),
        ([SILENT, YES, SILENT], (Stand(1, 1),)),
    ],
)
def test_a_stretch_begins_after_who_lacks_it_and_ends_at_who_lacks_it_again(
    says: list[bool | None], found: tuple[Stand, ...]
) -> None:
    assert stands(says) == found


@given(st.lists(st.sampled_from([YES, NO, SILENT]), max_size=20))
def test_every_edition_with_it_is_in_one_stretch_and_no_edition_without_it_in_any(
    says: list[bool | None],
) -> None:
    found = stands(says)
    inside = [place for one in found for place in range(one.first, one.last + 1)]
    assert len(inside) == len(set(inside))
    assert {place for place, said in enumerate(says) if said} <= set(inside)
    assert all(says[place] is not NO for place in inside)
    assert [place for one in found for place in one.silent] == [
        place for place in inside if says[place] is SILENT
    ]
    for one, other in pairwise(found):
        assert NO in says[one.last : other.first]
    for one in found:
        without = [place for place, said in enumerate(says) if said is NO]
        assert one.after == max((at for at in without if at < one.first), default=None)
        assert one.went == min((at for at in without if at > one.last), default=None)

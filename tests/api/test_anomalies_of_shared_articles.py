"""What stands in many editions is looked at once, and told of the first that shows it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.law import Holding, HoldingKind
from tests.api import law
from tests.api.filling import store_editions
from tests.api.house import House

NGR = "Z990000104_"
GAP = law.article("2", "О пруде", law.point("1", "Пруд."), law.point("3", "Рыба."), divisions=())
FIRST = law.article("1", "О саде", law.point("1", "Сад."), divisions=())
ADDED = law.article("3", "О мосте", law.point("1", "Мост."), divisions=())


def gaps(house: House) -> list[tuple[str, str]]:
    found = house.client().get(f"/v1/anomalies?act={NGR}&kind=number-gap").json()["anomalies"]
    return [(one["key"], one["edition"]) for one in found]


@pytest.mark.parametrize(("cut", "day"), [(False, "2001-01-01"), (True, "2002-01-01")])
def test_a_gap_is_told_of_the_first_edition_that_surely_has_it(
    own_house: House, *, cut: bool, day: str
) -> None:
    """The last article of a cut copy may lack its end: what it lacks is told of the next copy."""
    first = law.edition(NGR, "2001-01-01", FIRST, GAP, title="О саде")
    if cut:
        first = replace(first, holding=Holding(HoldingKind.BEGINNING))
    later = [
        law.edition(NGR, f"{year}-01-01", FIRST, GAP, ADDED, title="О саде")
        for year in (2002, 2003)
    ]
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [first, *later])
    assert gaps(own_house) == [("art_2", day)]

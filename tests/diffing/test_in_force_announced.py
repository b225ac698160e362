from __future__ import annotations

import pytest

from corpus.amendments import Role
from diffing.in_force import Doubt, InForce, Why
from tests.diffing.noting import amendment, on
from tests.diffing.test_in_force import ADDED, asked, version


@pytest.mark.parametrize("key", ["art_1", None])
def test_what_is_announced_for_the_whole_act_may_have_changed_every_article(
    key: str | None,
) -> None:
    coming = amendment("9", "2021-06-01", key, clause=on("2023-01-01"), role=Role.FORESEEN)
    held = version("2021-07-01", "Избирают.", ADDED, coming)
    assert isinstance(asked("2022-12-31", held), InForce)
    found = asked("2023-01-01", held)
    assert isinstance(found, Doubt)
    assert found.why is Why.ANNOUNCED

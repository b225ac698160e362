"""The history of an article whose copy breaks off: the redline ends where the copy does."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from diffing.redline import Redline
from diffing.runs import Op
from tests.api.house import House
from tests.api.orchard import CUT, HONEY, LAST, NGR, WHOLE, hold_orchard


@pytest.fixture
def orchard(own_house: House) -> TestClient:
    hold_orchard(own_house)
    return own_house.client()


def wordings(client: TestClient, key: str) -> dict[str, Any]:
    answer = client.get(f"/v1/acts/{NGR}/articles/{key}/history?lang=ru")
    assert answer.status_code == 200, answer.text
    return {one["editions"][-1]: one for one in answer.json()["wordings"]}


def test_nothing_beyond_the_end_of_a_copy_is_gone_or_new(orchard: TestClient) -> None:
    found = wordings(orchard, "art_2")
    assert list(found) == [WHOLE, CUT, LAST]
    assert [one["complete"] for one in found.values()] == [True, False, True]
    for label in (CUT, LAST):
        difference = Redline.from_json(found[label]["redline"])
        assert {run.op for text in difference.texts() for run in text.runs} == {Op.KEEP}
        assert [block.op for block in difference.blocks] == [Op.KEEP, Op.KEEP]
    rest = ["то" + "м, пока они тверды.", f"3. {HONEY}"]
    assert found[CUT]["not_compared"] == {
        "previous": rest, "this": [], "previous_words": 12, "this_words": 0
    }  # fmt: skip
    assert found[LAST]["not_compared"] == {
        "previous": [], "this": rest, "previous_words": 0, "this_words": 12
    }  # fmt: skip


def test_of_whole_wordings_all_is_compared(orchard: TestClient) -> None:
    for one in wordings(orchard, "art_1").values():
        assert one["not_compared"] is None
        assert one["complete"]


def test_the_feed_of_changes_and_the_diff_have_no_change_of_it(orchard: TestClient) -> None:
    changes = orchard.get(f"/v1/changes?act={NGR}&lang=ru").json()["changes"]
    assert {one["key"] for one in changes} == {"art_1"}
    for older, newer in ((WHOLE, CUT), (CUT, LAST)):
        found = orchard.get(f"/v1/acts/{NGR}/diff?from={older}&to={newer}&lang=ru").json()
        assert found["not_comparable"] == ["art_2", "art_3", "art_4"]
        assert [one["key"] for one in found["changes"]] == ["art_1"]


def test_blame_and_trace_ask_the_copy_for_nothing_it_lacks(orchard: TestClient) -> None:
    blamed = orchard.get(f"/v1/acts/{NGR}/articles/art_2/blame?lang=ru").json()
    assert blamed["left_out"] == [{"edition": CUT, "why": "cut"}]
    assert [one["edition"] for one in blamed["origins"]] == [WHOLE]
    traced = orchard.get(f"/v1/trace?q=качают дважды&act={NGR}").json()
    (found,) = traced["articles"]
    assert [one["went"] for one in found["stands"]] == [None]

"""A history of many long wordings: what one answer may cost is bounded."""

from __future__ import annotations

import pytest

from corpus.law import Act, Language
from corpus.store import writes
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.law import LOCAL, article, edition, point

YEARS = range(2001, 2007)
WORDS = 800


def words_of(year: int) -> str:
    return " ".join(f"слово{year}{n}" for n in range(WORDS))


@pytest.fixture
def long_house(own_house: House) -> House:
    """Six wordings of which no two share a word."""
    with own_house.store.write() as session:
        writes.upsert_act(session, Act(LOCAL, {Language.RU: "О долгом"}))
        editions = [
            edition(
                LOCAL,
                f"{year}-01-01",
                article(
                    "1", "Долгая", point("1", " ".join(f"слово{year}{n}" for n in range(WORDS)))
                ),
                title="О долгом",
            )
            for year in YEARS
        ]
        store_editions(session, own_house.snapshots, editions)
    return own_house


def test_the_redlines_of_one_answer_share_one_budget(long_house: House) -> None:
    answer = long_house.client().get(f"/v1/acts/{LOCAL}/articles/art_1/history")
    wordings = answer.json()["wordings"]
    coarse = [wording["redline"].get("coarse", False) for wording in wordings[1:]]
    assert coarse[0] is False
    assert coarse[-1] is True

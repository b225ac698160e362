"""What the tools say of an edition whose copy breaks off inside an article."""

from __future__ import annotations

import pytest

from api.mcp.server import LawServer, law_server
from api.services import Services
from tests.api.house import House
from tests.api.mcp.asking import answer, called, words
from tests.api.orchard import CUT, LAST, NGR, WHOLE, hold_orchard


@pytest.fixture
def orchard(own_house: House) -> LawServer:
    hold_orchard(own_house)
    return law_server(Services(own_house.settings, own_house.store, own_house.engine))


def test_the_history_says_what_was_not_compared(orchard: LawServer) -> None:
    (found,) = called(orchard, ("article_history", {"ngr": NGR, "key": "art_2", "lang": "ru"}))
    first, cut, last = answer(found)["wordings"]
    assert first["not_compared"] is None
    assert (cut["changes"], last["changes"]) == ("", "")
    broken = f"the copy of edition {CUT} may end inside this article"
    assert broken in cut["not_compared"]
    assert "12 words of the wording before lie beyond its end" in cut["not_compared"]
    assert broken in last["not_compared"]
    assert "12 words of this wording lie beyond that end" in last["not_compared"]
    assert f"Warning: {cut['not_compared']}" in words(found)
    assert any("words may be missing at its end" in one for one in cut["source"]["warnings"])

"""A search says why there may be more law than it finds: it is never a bare nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from api.mcp.server import LawServer, law_server
from api.services import Services
from corpus.law import Act, Language
from corpus.store import writes
from tests.api import law
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.mcp.asking import answer, called, words
from tests.api.orchard import CUT, EDITIONS, LAST, NGR, WHOLE, hold_orchard


@pytest.fixture
def orchard(own_house: House) -> LawServer:
    hold_orchard(own_house)
    return law_server(Services(own_house.settings, own_house.store, own_house.engine))


def search(server: LawServer, **asked: Any) -> tuple[dict[str, Any], str]:
    (found,) = called(server, ("search", asked))
    return answer(found), words(found)


def test_acts_without_a_text_of_the_day_are_named(orchard: LawServer) -> None:
    told, said = search(orchard, q="яблоки", on="2008-01-01", lang="ru")
    assert told["not_held"] == [{"ngr": NGR, "lang": "ru", "nearest": [WHOLE, CUT]}]
    missing = (
        f"Results may be missing: the text of 2008-01-01 is not held of {NGR} "
        f"(ru, nearest editions {WHOLE} and {CUT})."
    )
    assert missing in told["warnings"]
    assert f"Warning: {missing}" in said


def test_results_at_other_times_are_told(orchard: LawServer) -> None:
    told, said = search(orchard, q="зимой", on="2001-01-01", lang="ru")
    assert (told["total"], told["other_times"]) == (0, 1)
    assert said.startswith("0 articles found")
    assert "Warning: 1 more article at other times: ask with on=any." in said
    anywhere, _ = search(orchard, q="зимой", on="any", lang="ru")
    assert (anywhere["total"], anywhere["other_times"]) == (1, None)


def test_a_cited_article_that_no_edition_held_has_is_told_as_the_address_tells_it(
    orchard: LawServer, own_house: House
) -> None:
    told, said = search(orchard, q=f"ст. 2-1 {NGR}")
    address = own_house.client().get("/v1/search", params={"q": f"ст. 2-1 {NGR}"}).json()
    assert told["cited"] == address["cited"]
    assert told["cited"]["unseen"]["why"] in told["warnings"]
    assert f"Warning: {told['cited']['unseen']['why']}" in said
    assert any(one.startswith("Nearest: ") for one in told["warnings"])


def test_a_provision_of_a_repealed_act_is_told_with_the_repeal_and_its_last_text(
    own_house: House,
) -> None:
    with own_house.store.write() as session:
        act = Act(NGR, {Language.RU: "О саде"}, repealed_on=date(2024, 5, 1))
        writes.upsert_act(session, act)
        store_editions(session, own_house.snapshots, EDITIONS[2:])
    own_house.index()
    server = law_server(Services(own_house.settings, own_house.store, own_house.engine))
    told, said = search(server, q=f"ст. 2 {NGR}")
    assert told["total"] == 0
    (warning,) = [one for one in told["warnings"] if one.startswith(NGR)]
    assert warning.startswith(f"{NGR} art_2 was not in force on 2026-11-27. The act was repealed")
    assert f"Its last text: edition {LAST} (ru)." in warning
    assert f"Warning: {warning}" in said


def test_a_place_that_an_article_does_not_have_is_told_with_the_nearest(
    orchard: LawServer,
) -> None:
    told, _ = search(orchard, q=f"п. 9 ст. 2 {NGR}", on="any")
    assert any("art_2" in one and "has no p_9" in one for one in told["warnings"])
    assert any(one.startswith("Nearest places: art_2__p_") for one in told["warnings"])


@pytest.mark.parametrize(
    ("numbers", "words_found", "doubt"),
    [
        (1, "1 article found", "Whether it was in force then is not known: do not quote it"),
        (2, "2 articles found", "Whether they were in force then is not known: do not quote those"),
    ],
)
def test_numbers_are_told_in_good_english(
    own_house: House, numbers: int, words_found: str, doubt: str
) -> None:
    articles = (
        law.article(str(one), "Сад", law.point("1", "Сторож обходит сад."), divisions=())
        for one in range(1, numbers + 1)
    )
    with own_house.store.write() as session:
        writes.upsert_act(session, Act(NGR, {Language.RU: "О саде"}))
        store_editions(
            session,
            own_house.snapshots,
            [law.edition(NGR, "2010", *articles, title="О саде")],
        )
    own_house.index()
    server = law_server(Services(own_house.settings, own_house.store, own_house.engine))
    told, said = search(server, q="сторож", lang="ru")
    assert (told["total"], told["certain"]) == (numbers, 0)
    assert said.startswith(words_found)
    assert doubt in said

"""`/v1/acts/{ngr}/articles/{key}/relations`."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from corpus.law import Edition, Holding, HoldingKind
from tests.api.filling import store_changes, store_editions
from tests.api.house import House
from tests.api.law import ELECTIONS, HOSTILE, article, chapter, edition, point

GARDENS, PARKS = "Z0300000001", "Z0300000002"
LANGUAGE = edition(GARDENS, "2001-01-01", title="").language


def gardens(label: str, *articles: Any) -> Edition:
    return edition(GARDENS, label, *articles, title="О садах (пересказ)")


def parks(label: str, *articles: Any, **more: Any) -> Edition:
    return edition(PARKS, label, *articles, title="О парках (пересказ)", **more)


FIRST = article("1", "Понятия", point("1", "Сад есть участок с деревьями."), divisions=())
SECOND = article(
    "2",
    "Уход",
    point("1", "Сад по пункту 1 статьи 1 настоящего Закона поливают."),
    point("2", "В случае пункта 1 настоящей статьи, а также статей 3 и 9 настоящего Закона."),
    divisions=(),
)
THIRD = article("3", "Сроки", point("1", f"Осенью, {HOSTILE}."), divisions=())
PARK = article(
    "7",
    "Сады в парках",
    point("1", "По статьям 1 и 2 Закона Республики Казахстан «О садах (пересказ)» и правилам."),
    divisions=(),
)


@pytest.fixture
def filled(own_house: House) -> House:
    put(own_house, gardens("2003-01-01", FIRST, SECOND, THIRD), parks("2003-06-01", PARK))
    return own_house


def put(house: House, *editions: Edition) -> None:
    with house.store.write() as session:
        store_editions(session, house.snapshots, editions)


def related(house: House, key: str, ngr: str = GARDENS, **params: str) -> Any:
    found = house.client().get(f"/v1/acts/{ngr}/articles/{key}/relations", params=params)
    assert found.status_code == 200, found.text
    return found.json()


def links(answer: Any) -> dict[str, list[str]]:
    """By the words of a reference the places it leads to."""
    return {
        one["words"]: [f"{to['ngr']} {to['key']} {to['block']}".strip() for to in one["targets"]]
        for one in answer["cites"]
    }


def test_each_reference_leads_to_its_place(filled: House) -> None:
    found = related(filled, "art_2")
    assert links(found) == {
        "пункту 1 статьи 1 настоящего Закона": [f"{GARDENS} art_1 p_1"],
        "пункта 1 настоящей статьи": [f"{GARDENS} art_2 p_1"],
        "статей 3": [f"{GARDENS} art_3"],
        "9 настоящего Закона": [],
    }
    assert found["cites"][-1]["why"] == "provision not held"
    assert found["cites"][-1]["act_ngr"] == GARDENS


def test_the_stretches_are_those_of_the_blocks_text(filled: House) -> None:
    blocks = filled.client().get(f"/v1/acts/{GARDENS}/articles/art_2").json()["blocks"]
    cites = related(filled, "art_2")["cites"]
    assert cites
    for one in cites:
        block = blocks[one["block"]]
        assert block["text"][one["start"] : one["end"]] == one["words"]
        assert block["key"] == one["block_key"]


def test_another_act_is_known_by_its_title(filled: House) -> None:
    found = related(filled, "art_7", PARKS)
    assert links(found) == {
        "статьям 1": [f"{GARDENS} art_1"],
        "2": [f"{GARDENS} art_2"],
        "Закона Республики Казахстан «О садах (пересказ)»": [GARDENS],
    }
    (one, *_) = found["cites"]
    assert one["targets"][0]["heading"] == "Статья 1. Понятия"
    assert one["targets"][0]["edition"] == "2003-01-01"


def test_who_cites_an_article_is_told_own_act_first(filled: House) -> None:
    citers = related(filled, "art_1")["cited_by"]
    assert [(one["ngr"], one["key"]) for one in citers] == [(GARDENS, "art_2"), (PARKS, "art_7")]
    (place,) = citers[0]["places"]
    assert (place["before"], place["words"], place["cited"]) == (
        "Сад по ",
        "пункту 1 статьи 1 настоящего Закона",
        "p_1",
    )


def test_an_article_does_not_cite_itself(filled: House) -> None:
    assert [one["key"] for one in related(filled, "art_2")["cited_by"]] == ["art_7"]


def test_what_cites_is_what_did_on_the_day(filled: House) -> None:
    put(filled, parks("2010-01-01", article("7", "Сады", point("1", "Нет."), divisions=())))
    assert [one["ngr"] for one in related(filled, "art_1")["cited_by"]] == [GARDENS]
    before = related(filled, "art_1", on="2005-01-01")["cited_by"]
    assert [(one["ngr"], one["edition"]) for one in before] == [
        (GARDENS, "2003-01-01"),
        (PARKS, "2003-06-01"),
    ]


def test_an_act_whose_text_of_the_day_is_not_held_may_cite_too(filled: House) -> None:
    found = related(filled, "art_1", on="2003-02-01")
    assert [one["ngr"] for one in found["cited_by"]] == [GARDENS]
    assert found["cited_by_unknown"] == [PARKS]


def test_an_article_beside_a_newer_partial_copy_still_cites(filled: House) -> None:
    holding = Holding(HoldingKind.PARTS, ("art_8",))
    eighth = article("8", "Иное", point("1", "Иное."), divisions=())
    put(filled, parks("2011-01-01", eighth, holding=holding))
    assert PARKS in {one["ngr"] for one in related(filled, "art_1")["cited_by"]}


def test_a_text_of_another_day_is_told_as_unknown(filled: House) -> None:
    target = related(filled, "art_7", PARKS, edition="2003-06-01")["cites"][0]["targets"][0]
    assert (target["presence"], target["edition"]) == ("here", "2003-01-01")
    put(filled, parks("2001-01-01", PARK))
    older = related(filled, "art_7", PARKS, edition="2001-01-01")["cites"][0]["targets"][0]
    assert (older["presence"], older["edition"]) == ("unknown", None)


def test_an_article_that_is_gone_is_told_as_absent(filled: House) -> None:
    put(filled, gardens("2012-01-01", SECOND, THIRD))
    found = related(filled, "art_2", edition="2012-01-01")
    target = found["cites"][0]["targets"][0]
    assert (target["key"], target["presence"], target["edition"]) == (
        "art_1",
        "absent",
        "2012-01-01",
    )


def test_a_new_number_inside_the_act_is_told_on_both_sides(filled: House) -> None:
    text = "Деревья старше ста лет охраняются, и рубить их нельзя никому и никогда."
    old = article("4", "Старые деревья", point("1", text), divisions=())
    new = article("5", "Старые деревья", point("1", text), divisions=())
    put(filled, gardens("2013-01-01", FIRST, old), gardens("2014-01-01", FIRST, new))
    with filled.store.write() as session:
        store_changes(session, GARDENS, LANGUAGE)
    (came,) = related(filled, "art_5")["came_from"]
    (went,) = related(filled, "art_4", edition="2013-01-01")["went_to"]
    assert (came["relation"], came["key"], came["edition"]) == ("moved", "art_4", "2013-01-01")
    assert (went["relation"], went["key"], went["asserted"]) == ("moved", "art_5", True)
    assert (went["origin"], went["regimes"]) == (None, [])


def test_what_is_unknown_or_makes_no_sense_is_a_problem(client: TestClient) -> None:
    base = f"/v1/acts/{ELECTIONS}/articles"
    assert client.get(f"{base}/art_999/relations").status_code == 404
    assert client.get("/v1/acts/Z0/articles/art_1/relations").status_code == 404
    both = client.get(f"{base}/art_1/relations?on=2020-01-01&edition=2020")
    assert (both.status_code, both.headers["content-type"]) == (422, "application/problem+json")
    assert client.get(f"{base}/art_1/relations?on=2020-13-41").status_code == 422
    assert client.get(f"{base}/art_1/relations?in_force_on=2020-01-01").status_code == 422


def test_an_answer_is_tagged_and_revalidated(filled: House) -> None:
    client = filled.client()
    address = f"/v1/acts/{GARDENS}/articles/art_2/relations"
    tag = client.get(address).headers["etag"]
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 304
    put(filled, gardens("2015-01-01", SECOND))
    assert client.get(address, headers={"If-None-Match": tag}).status_code == 200


def test_what_is_made_at_the_start_is_the_same_as_when_asked(filled: House) -> None:
    address = f"/v1/acts/{GARDENS}/articles/art_1/relations"
    asked = filled.client().get(address).json()
    with filled.client() as started:
        assert started.get(address).json() == asked


def test_a_chapter_is_linked_with_its_heading(own_house: House) -> None:
    text = "Споры решают по главе 3 настоящего Закона и по главе 9 настоящего Закона."
    one = article("1", "Споры", point("1", text), divisions=())
    put(
        own_house,
        gardens("2003-01-01", one, chapter("3", "Суд"), article("5", "Суд", point("1", "Да."))),
    )
    first, second = related(own_house, "art_1")["cites"]
    (target,) = first["targets"]
    assert (target["key"], target["is_division"], target["heading"]) == (
        "ch_3",
        True,
        "Глава 3. Суд",
    )
    assert (second["targets"], second["why"]) == ([], "provision not held")

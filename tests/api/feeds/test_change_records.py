"""`/v1/changes`: both wordings, the redline, the acts and their dates in one answer."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import event

from corpus.law import Footnote
from diffing.redline import Redline
from tests.api import law
from tests.api.feeds.acts import CHAPTER, FIRST, NGR, TWO_ACTS, article, edition, take
from tests.api.house import House


def changes(client: TestClient, **asked: Any) -> list[dict[str, Any]]:
    answer = client.get("/v1/changes", params={"act": NGR, **asked})
    assert answer.status_code == 200, answer.text
    found: list[dict[str, Any]] = answer.json()["changes"]
    return found


def test_a_change_tells_both_wordings_the_redline_the_act_and_the_dates(
    gardens: TestClient,
) -> None:
    (change,) = changes(gardens, article="art_2")
    assert change["before"]["heading"] == "Статья 2. Сад 2"
    assert change["before"]["text"] == "1. Груши сажают летом.\n2. Второй пункт статьи 2."
    assert change["after"]["text"] == "1. Груши сажают осенью.\n2. Второй пункт статьи 2."
    assert len(change["after"]["text_hash"]) == 64
    redline = Redline.from_json(change["redline"])
    assert redline.new.blocks[0].printed in change["after"]["text"]
    (act,) = change["amending_acts"]
    assert (act["adopted"], act["number"]) == ("2002-02-05", "7-II")
    assert (act["in_force"]["from"], act["in_force"]["ground"]) == ("2002-03-01", "stated")
    assert "01.03.2002" in act["clause"]["quote"]
    assert act["rules"] == ["new in the note", "its in-force date is the edition's label"]
    assert change["in_force"] == act["in_force"]
    assert (change["from"]["edition"], change["to"]["edition"]) == ("2001-01-01", "2002-03-01")
    assert (change["legal"], change["nature"]) == (True, "legal")


def test_a_side_that_there_is_not_is_null_and_a_headings_is_its_words(gardens: TestClient) -> None:
    (added,) = changes(gardens, article="art_4")
    assert added["before"] is None
    assert added["after"]["heading"] == "Статья 4. Сад 4"
    (heading,) = [one for one in changes(gardens, article="ch_1") if one["key"] == "ch_1"]
    assert heading["before"] == {
        "key": "ch_1",
        "heading": "Глава 1. Сады",
        "text": "",
        "text_hash": None,
    }
    assert heading["after"]["heading"] == "Глава 1. Сады и огороды"


def test_wordings_are_left_out_on_demand(gardens: TestClient) -> None:
    told = changes(gardens, texts=False)
    assert told
    for change in told:
        assert change["before"] is change["after"] is None
        assert change["redline"]


def test_changes_of_the_law_are_told_apart_from_those_of_form(gardens: TestClient) -> None:
    legal, other = changes(gardens, legal=True), changes(gardens, legal=False)
    assert {one["key"] for one in legal} == {"art_2", "art_4", "ch_1"}
    assert [(one["key"], one["nature"], one["legal"]) for one in other if one["kind"]] == [
        ("art_1", "technical", False),
        ("art_3", "technical", False),  # a footnote came
    ]
    assert sorted(one["id"] for one in (*legal, *other)) == sorted(
        one["id"] for one in changes(gardens)
    )


@pytest.mark.parametrize(
    ("asked", "keys"),
    [
        ({"kind": "added"}, ["art_4"]),
        ({"kind": "added,technical"}, ["art_1", "art_3", "art_4"]),
        ({"kind": ["added", "amended"]}, ["art_2", "art_4", "ch_1"]),
        ({"kind": ""}, ["art_1", "art_2", "art_3", "art_4", "ch_1"]),
        ({"until": "2026-11-03"}, []),
        ({"until": "2026-11-04"}, ["art_1", "art_2", "art_3", "art_4", "ch_1"]),
        ({"until": "2026-11-03T12:00:00Z"}, []),
        ({"since": "2026-11-03T12:00:00Z", "key": "art_4"}, ["art_4"]),
        ({"article": "art_4", "key": "art_4"}, ["art_4"]),
        ({"lang": "kk"}, []),
    ],
)
def test_changes_are_narrowed(gardens: TestClient, asked: dict[str, Any], keys: list[str]) -> None:
    assert sorted(one["key"] for one in changes(gardens, **asked)) == keys


@pytest.mark.parametrize(
    "asked", [{"kind": "abolished"}, {"article": "art_1", "key": "art_2"}, {"legal": "perhaps"}]
)
def test_a_filter_that_makes_no_sense_is_told(gardens: TestClient, asked: dict[str, str]) -> None:
    answer = gardens.get("/v1/changes", params=asked)
    assert answer.status_code == 422
    assert answer.json()["type"] == "/problems/invalid-request"


def test_what_no_note_tells_is_unknown(own_house: House) -> None:
    silent = edition(
        "2002-03-01", *FIRST.articles[:2], article("3", "Сливы не сажают."), heading=CHAPTER
    )
    take(own_house, FIRST, silent)
    (change,) = changes(own_house.client())
    assert change["amending_acts"] == []
    assert (change["in_force"]["from"], change["in_force"]["ground"]) == (None, "unknown")


def test_an_act_that_is_printed_in_place_of_the_wording_is_named(own_house: House) -> None:
    heading = "Сад 3 (Статья 3 исключена - Законом РК от 05.02.2002 № 7-II)"
    excluded = law.article("3", heading, divisions=("ch_1",))
    take(own_house, FIRST, edition("2002-03-01", *FIRST.articles[:2], excluded, heading=CHAPTER))
    (change,) = changes(own_house.client())
    (act,) = change["amending_acts"]
    assert (act["adopted"], act["number"], act["verb"]) == ("2002-02-05", "7-II", "repealed")


def test_the_day_of_publication_is_told_where_the_watch_list_has_it(own_house: House) -> None:
    note = Footnote("Сноска. Статья 2 с изменением, внесенным Законом РК от 06.05.1999 № 375.")
    one, _, three = FIRST.articles
    changed = article("2", "Груши не сажают.", note)
    take(own_house, FIRST, edition("2003-01-01", one, changed, three))
    client = own_house.client()
    (change,) = changes(client)
    (act,) = change["amending_acts"]
    assert (act["adopted"], act["published"]) == ("1999-05-06", "1999-05-08")
    assert (act["in_force"]["from"], act["in_force"]["ground"]) == (None, "unknown")
    feed = client.get(f"/feeds/acts/{NGR}.json").json()
    assert "опубликован 08.05.1999" in feed["items"][0]["content_html"]


def test_where_acts_disagree_on_the_day_the_change_has_none(own_house: House) -> None:
    twice = article("2", "Груши не сажают.", TWO_ACTS)
    one, _, three = FIRST.articles
    take(own_house, FIRST, edition("2003-01-01", one, twice, three))
    (change,) = changes(own_house.client())
    assert [act["number"] for act in change["amending_acts"]] == ["8-II", "7-II"]
    starts = [act["in_force"]["from"] for act in change["amending_acts"]]
    assert starts == ["2003-01-01", "2002-03-01"]
    assert (change["in_force"]["from"], change["in_force"]["ground"]) == (None, "unknown")


def test_a_page_of_changes_takes_the_same_few_queries_however_long_it_is(
    garden_house: House,
) -> None:
    client = garden_house.client()

    def queries(limit: int) -> int:
        asked: list[str] = []

        def count(*told: Any) -> None:
            asked.append(told[2])

        event.listen(garden_house.store.engine, "before_cursor_execute", count)
        client.get("/v1/changes", params={"limit": limit})
        event.remove(garden_house.store.engine, "before_cursor_execute", count)
        return len(asked)

    assert queries(1) == queries(100) <= 12

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.api.filling import fill
from tests.api.house import House, empty_house
from tests.api.law import ELECTIONS, LOCAL
from tests.api.searching import places, search


def test_words_are_found_in_any_form_and_marked(client: TestClient) -> None:
    found = search(client, "житель", act=LOCAL, lang="ru")
    assert ("art_36", "ru", "2022-11-05") in places(found)
    assert any("<mark>жители</mark>" in hit["snippet_html"] for hit in found["hits"])


def test_an_act_and_a_language_narrow_the_search(client: TestClient) -> None:
    found = search(client, "избирают", act=ELECTIONS)
    assert {hit["key"] for hit in found["hits"]} == {"art_113-1"}
    assert places(search(client, "сайлайды", lang="kk")) == [("art_36", "kk", "2021-05-24")]
    assert search(client, "сайлайды", lang="ru")["total"] == 0
    assert search(client, "сайлайды", lang="ru,kk")["total"] == 1


def test_an_acts_number_may_lack_its_closing_line(client: TestClient) -> None:
    whole = search(client, "аким", act=LOCAL)
    assert search(client, "аким", act=LOCAL.rstrip("_"))["hits"] == whole["hits"]


def test_a_hit_tells_where_it_stands_and_leads_to_the_very_wording(client: TestClient) -> None:
    (hit, *_) = search(client, "принимает жителей", act=LOCAL, lang="ru")["hits"]
    assert (hit["key"], hit["place"]) == ("art_35", "p_1__sp_2")
    assert hit["label"] == "ст. 35 › п. 1 › пп. 2)"
    assert hit["page"] == f"/acts/{LOCAL}/articles/art_35?lang=ru&edition=2022-11-05#p_1__sp_2"
    page = client.get(hit["page"])
    assert page.status_code == 200
    assert 'id="p_1__sp_2"' in page.text
    shown = client.get(hit["data"]).json()
    assert shown["text_hash"] == hit["wording"]["text_hash"]
    assert shown["provenance"] == hit["provenance"]


def test_the_label_of_a_place_is_in_the_texts_language(client: TestClient) -> None:
    (hit,) = search(client, "тұрғындар сайлайды")["hits"]
    assert hit["label"] == "36-бап › 1-тармақ"


def test_what_makes_no_sense_in_a_query_is_named_and_left_out(client: TestClient) -> None:
    found = search(client, '"жители (')
    assert {one["reason"] for one in found["ignored"]} >= {"open_quote"}
    assert all(one["said"] for one in found["ignored"])
    assert found["total"]


def test_a_footnote_is_found_and_shown_only_where_it_is_asked_for(client: TestClient) -> None:
    assert search(client, "изложена заново")["total"] == 0
    found = search(client, "note:изложена", lang="ru")
    assert {hit["key"] for hit in found["hits"]} == {"art_36"}
    assert "<mark>изложена</mark>" in found["hits"][0]["note_html"]


def test_a_new_wording_is_found_without_a_restart(own_house: House) -> None:
    client = own_house.client()
    own_house.index()
    assert search(client, "комиссия")["total"] == 0
    fill(own_house.store, own_house.snapshots)
    own_house.index()
    assert search(client, "комиссия")["total"]


@pytest.mark.parametrize("path", ["/v1/search", "/search"])
def test_an_index_behind_the_store_says_so_until_it_is_refreshed(
    own_house: House, path: str
) -> None:
    said = {"/v1/search": '"index_behind":true', "/search": "nusqa index rebuild"}[path]
    client = own_house.client()
    own_house.index()
    assert said not in client.get(path, params={"q": "аким"}).text
    fill(own_house.store, own_house.snapshots)
    assert said in client.get(path, params={"q": "аким"}).text
    own_house.keeper.refresh()
    assert said not in client.get(path, params={"q": "аким"}).text


def test_an_index_of_another_store_is_behind(own_house: House, tmp_path: Path) -> None:
    fill(own_house.store, own_house.snapshots)
    own_house.index()
    other = empty_house(tmp_path / "other")
    client = replace(own_house, store=other.store).client()
    assert search(client, "аким")["index_behind"] is True
    other.store.close()


def test_a_hit_that_the_store_no_longer_holds_has_no_provenance(
    own_house: House, tmp_path: Path
) -> None:
    fill(own_house.store, own_house.snapshots)
    own_house.index()
    other = empty_house(tmp_path / "other")
    found = search(replace(own_house, store=other.store).client(), "аким", on="any")
    assert found["hits"]
    assert all(hit["provenance"] is None for hit in found["hits"])
    other.store.close()


def test_without_an_index_the_search_says_that_it_is_being_built(own_house: House) -> None:
    answer = own_house.client().get("/v1/search", params={"q": "аким"})
    assert answer.status_code == 503
    assert answer.json()["type"] == "/problems/search-unavailable"
    assert "this server is building it" in answer.json()["detail"]

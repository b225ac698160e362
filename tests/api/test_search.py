from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.api.filling import fill
from tests.api.house import House, empty_house
from tests.api.law import ELECTIONS, LOCAL


def search(client: TestClient, q: str, **parameters: str | int) -> dict[str, object]:
    answer = client.get("/v1/search", params={"q": q, **parameters})
    assert answer.status_code == 200, answer.text
    found: dict[str, object] = answer.json()
    return found


def keys(found: dict[str, object]) -> list[tuple[str, str]]:
    hits = found["hits"]
    assert isinstance(hits, list)
    return [(hit["key"], hit["edition"]) for hit in hits]


def test_words_are_found_in_any_form_and_marked(client: TestClient) -> None:
    found = search(client, "житель", act=LOCAL, lang="ru")
    assert ("art_36", "2022-11-05") in keys(found)
    snippets = [hit["snippet_html"] for hit in found["hits"]]  # type: ignore[attr-defined]  # a list
    assert any("<mark>жители</mark>" in snippet for snippet in snippets)


def test_without_a_day_only_current_wordings_are_found(client: TestClient) -> None:
    assert search(client, "депутаты маслихата")["total"] == 0


def test_a_day_finds_the_wording_of_that_day(client: TestClient) -> None:
    found = search(client, "депутаты маслихата", on="2014-01-01")
    assert keys(found) == [("art_36", "2013-06-13")]


def test_an_act_and_a_language_narrow_the_search(client: TestClient) -> None:
    assert {hit[0] for hit in keys(search(client, "избирают", act=ELECTIONS))} == {"art_113-1"}
    assert keys(search(client, "сайлайды", lang="kk")) == [("art_36", "2021-05-24")]
    assert search(client, "сайлайды", lang="ru")["total"] == 0


def test_pages_of_hits_do_not_overlap_and_share_one_total(client: TestClient) -> None:
    whole = search(client, "аким", limit=100)
    first = search(client, "аким", limit=2)
    second = search(client, "аким", limit=2, offset=2)
    assert first["total"] == second["total"] == whole["total"]
    assert (keys(first) + keys(second)) == keys(whole)[:4]


def test_what_makes_no_sense_in_a_query_is_named_and_left_out(client: TestClient) -> None:
    found = search(client, '"жители (')
    assert found["ignored"]
    assert found["total"]


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


def test_without_an_index_the_search_says_how_to_build_one(own_house: House) -> None:
    answer = own_house.client().get("/v1/search", params={"q": "аким"})
    assert answer.status_code == 503
    assert answer.json()["type"] == "/problems/search-unavailable"
    assert "nusqa index rebuild" in answer.json()["detail"]


@pytest.mark.parametrize("parameters", [{"limit": 0}, {"limit": 101}, {"offset": -1}])
def test_limits_are_bounded(client: TestClient, parameters: dict[str, int]) -> None:
    answer = client.get("/v1/search", params={"q": "аким", **parameters})
    assert answer.status_code == 422

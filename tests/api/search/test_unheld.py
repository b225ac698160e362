"""A search on a day names the acts whose text of that day is not held."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.api.law import ELECTIONS, LOCAL
from tests.api.pages.test_pages import soup_of, text_of


def unheld(client: TestClient, query: str) -> set[tuple[str, str]]:
    found = client.get(f"/v1/search?q=аким&{query}").json()["not_held"]
    return {(one["ngr"], one["lang"]) for one in found}


@pytest.mark.parametrize("day", ["2005-01-01", "2014-01-01", "2021-05-23", "2022-12-01"])
def test_what_an_acts_own_address_cannot_answer_is_named(client: TestClient, day: str) -> None:
    named = unheld(client, f"on={day}")
    acts = [act for act in client.get("/v1/acts").json()["acts"] if act["editions"]]
    assert acts
    for act in acts:
        for lang in act["editions"]:
            answer = client.get(f"/v1/acts/{act['ngr']}/articles?on={day}&lang={lang}")
            too_early = act["adopted"] is not None and day < act["adopted"]
            missing = answer.status_code in {404, 409} and not too_early
            assert ((act["ngr"], lang) in named) == missing, (act["ngr"], lang)


def test_only_what_was_asked_for_is_named(client: TestClient) -> None:
    assert (LOCAL, "kk") in unheld(client, "on=2014-01-01")
    assert unheld(client, f"on=2014-01-01&act={LOCAL}") == {(LOCAL, "kk")}
    assert unheld(client, f"on=2014-01-01&act={ELECTIONS}&lang=ru") == set()
    assert unheld(client, "on=2014-01-01&lang=ru") <= unheld(client, "on=2014-01-01")
    assert unheld(client, "on=any") == set()


def test_a_page_without_results_says_at_once_what_is_not_held(client: TestClient) -> None:
    soup = soup_of(client, "/search?q=абракадабра&on=2014-01-01")
    told = soup.select_one("details.unheld")
    assert told is not None
    assert told.has_attr("open")
    assert f"/acts/{LOCAL}?" in str(told)
    assert text_of(soup, "details.unheld summary").startswith("Редакции на этот день у нас нет")

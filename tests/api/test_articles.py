from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.api.law import ELECTIONS, LOCAL

ARTICLE = f"/v1/acts/{LOCAL}/articles/art_36"


def test_a_day_is_answered_with_the_edition_whose_label_covers_it(client: TestClient) -> None:
    answer = client.get(ARTICLE, params={"on": "2022-01-01"}).json()
    assert answer["edition"] == "2021-05-24"
    assert answer["answered"] == {
        "question": "on",
        "on": "2022-01-01",
        "in_force_on": None,
        "since": [],
        "until": [],
        "presumed": None,
        "edition": "2021-05-24",
        "certainty": "listed",
        "from": "2021-05-24",
        "to": "2022-11-05",
        "to_come": False,
        "newer_cut": None,
    }


def test_the_first_day_of_a_window_belongs_to_it_and_the_last_does_not(client: TestClient) -> None:
    first = client.get(ARTICLE, params={"on": "2022-11-05"}).json()
    before = client.get(ARTICLE, params={"on": "2022-11-04"}).json()
    assert (first["edition"], before["edition"]) == ("2022-11-05", "2021-05-24")


def test_a_label_is_answered_with_that_edition(client: TestClient) -> None:
    answer = client.get(ARTICLE, params={"edition": "2013-06-13"}).json()
    assert answer["answered"]["question"] == "edition"
    assert "депутаты маслихата" in answer["text"]


def test_without_a_question_the_newest_edition_is_given_with_its_label(client: TestClient) -> None:
    answer = client.get(ARTICLE).json()
    assert answer["answered"]["question"] == "newest"
    assert answer["edition"] == "2022-11-05"


def test_the_newest_edition_is_one_that_holds_the_articles_place(client: TestClient) -> None:
    answer = client.get(f"/v1/acts/{ELECTIONS}/articles/art_1").json()
    assert answer["edition"] == "1998"  # that of 2022 holds only chapter 13-1


def test_an_act_without_a_list_is_answered_as_unlisted(client: TestClient) -> None:
    answer = client.get(f"/v1/acts/{ELECTIONS}/articles/art_113-1", params={"on": "2022-03-01"})
    assert answer.json()["answered"]["certainty"] == "unlisted"


def test_a_wording_has_blocks_with_paths_and_no_footnotes(client: TestClient) -> None:
    answer = client.get(ARTICLE).json()
    assert [block["key"] for block in answer["blocks"]] == ["p_1", "p_2", "p_3"]
    assert answer["blocks"][0]["marker"] == "1."
    assert "Сноска" not in answer["text"]
    assert answer["footnotes"][0]["text"].startswith("Сноска.")
    assert answer["footnotes"][0]["links"] == [
        {"text": "№ 42-VII", "href": "/rus/docs/Z2100000042"}
    ]


def test_a_table_keeps_its_cells(client: TestClient) -> None:
    blocks = client.get(f"/v1/acts/{LOCAL}/articles/art_35").json()["blocks"]
    assert blocks[-1]["kind"] == "table"
    assert blocks[-1]["rows"] == [["Вопрос", "Срок"], ["Дорога", "месяц"], ["Приём", "неделя"]]


def test_a_repealed_article_keeps_its_heading_and_has_no_blocks(client: TestClient) -> None:
    answer = client.get(f"/v1/acts/{LOCAL}/articles/art_37").json()
    assert answer["heading"] == "Как аким уходит"
    assert answer["blocks"] == []


def test_the_language_asked_for_is_the_language_given(client: TestClient) -> None:
    answer = client.get(ARTICLE, params={"lang": "kk", "edition": "2021-05-24"}).json()
    assert answer["lang"] == "kk"
    assert answer["marker"] == "36-бап."


def test_the_list_of_an_edition_is_in_the_acts_order(client: TestClient) -> None:
    answer = client.get(f"/v1/acts/{LOCAL}/articles", params={"edition": "2021-05-24"}).json()
    keys = [article["key"] for article in answer["articles"]]
    assert keys == ["preamble", "art_35", "art_36", "art_36-1", "art_37"]
    assert answer["divisions"][0]["heading"] == "Глава 3. Аким"
    assert answer["articles"][2]["divisions"] == ["ch_3"]


@pytest.mark.parametrize("day", ["2021-05-24", "24.05.2021"])
def test_a_day_may_be_written_as_the_registry_writes_it(client: TestClient, day: str) -> None:
    answer = client.get(ARTICLE, params={"on": day}).json()
    assert answer["answered"]["on"] == "2021-05-24"


def test_empty_fields_of_a_form_count_as_not_given(client: TestClient) -> None:
    answer = client.get(ARTICLE, params={"on": "", "edition": "", "lang": ""})
    assert answer.json()["answered"]["question"] == "newest"


def test_empty_filters_of_a_form_filter_nothing(client: TestClient) -> None:
    with_empty = client.get("/v1/search", params={"q": "аким", "act": "", "lang": "", "on": ""})
    assert with_empty.json() == client.get("/v1/search", params={"q": "аким"}).json()
    feed = client.get("/v1/changes", params={"act": "", "key": "", "since": "", "lang": ""})
    assert feed.json() == client.get("/v1/changes").json()


def test_a_history_has_every_wording_with_its_window_and_its_redline(client: TestClient) -> None:
    wordings = client.get(f"{ARTICLE}/history").json()["wordings"]
    assert [(one["from"], one["to"]) for one in wordings] == [
        ("2013-06-13", "2018-12-28"),
        ("2021-05-24", "2022-11-05"),
        ("2022-11-05", None),
    ]
    assert wordings[0]["redline"] is None
    runs = wordings[1]["redline"]["blocks"][0]["text"]
    assert [run for run in runs if run[0] != "="] == [
        ["-", "депутаты маслихата"],
        ["+", "сами жители"],
    ]
    assert wordings[2]["editions"] == ["2022-11-05"]


def test_editions_with_one_wording_are_one_stretch_of_a_history(client: TestClient) -> None:
    wordings = client.get(f"/v1/acts/{LOCAL}/articles/art_36-1/history").json()["wordings"]
    assert [one["editions"] for one in wordings] == [["2021-05-24", "2022-11-05"]]

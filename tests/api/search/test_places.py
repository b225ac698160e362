"""A place that a query cites and its article does not have; and the edition of the day."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.api.law import LOCAL
from tests.api.searching import search


@pytest.mark.parametrize("on", ["any", "2022-06-01"])
def test_a_point_that_there_is_not_is_told_with_the_nearest_and_not_cited(
    client: TestClient, on: str
) -> None:
    found = search(client, "ст. 36 п. 77", on=on)
    cited = found["cited"]
    assert cited["missing"] == "place in the article"
    assert cited["not_there"] == [
        {
            "ngr": LOCAL,
            "key": "art_36",
            "place": "p_77",
            "edition": "2022-11-05",
            "why": f"art_36 of {LOCAL} in edition 2022-11-05 has no p_77.",
            "nearest_places": ["art_36__p_1", "art_36__p_2", "art_36__p_3"],
        }
    ]
    assert [one["key"] for one in cited["provisions"]] == ["art_36"]
    assert not any("77" in one["official"] for one in cited["provisions"])
    assert found["hits"][0]["pinned"]


def test_on_a_day_the_wording_of_that_day_is_looked_at(client: TestClient) -> None:
    there, before = (search(client, "ст. 36 п. 3", on=on) for on in ("2022-06-01", "2015-01-01"))
    assert there["cited"]["not_there"] == []
    (missing,) = before["cited"]["not_there"]
    assert (missing["place"], missing["edition"]) == ("p_3", "2021-05-24")
    assert search(client, "ст. 36 п. 3", on="any")["cited"]["not_there"] == []


def test_of_several_points_only_the_one_that_there_is_not_is_told(client: TestClient) -> None:
    cited = search(client, "пункты 2 и 77 статьи 36")["cited"]
    assert [one["place"] for one in cited["not_there"]] == ["p_77"]
    assert len(cited["provisions"]) == 1
    assert cited["provisions"][0]["official"].startswith("пункт 2 статьи 36 ")


def test_the_page_says_it_and_leads_to_the_nearest(client: TestClient) -> None:
    page = client.get("/search", params={"q": "ст. 36 п. 77", "on": "2022-06-01"}).text
    assert "В этом тексте такого места нет: ст. 36 › п. 77 (" in page
    assert "редакция 05.11.2022)." in page
    assert f"/acts/{LOCAL}/articles/art_36?lang=ru&amp;edition=2022-11-05#p_3" in page


@pytest.mark.parametrize(
    "query",
    [
        "подпункт 1) пункта 2 статьи 36",
        "пп. 2) п. 1 ст. 36",
        "Закон № 148, статья 36",
        "статьи 35 - 37",
        "ст. 36 / п. 2",
        "ст. 36 – срок",
        "ст. 36 п. 1 пп. 1), 2)",
        "2)",
        "№ 148",
    ],
)
def test_nothing_that_belongs_to_a_citation_is_called_a_mistake(
    client: TestClient, query: str
) -> None:
    assert search(client, query)["ignored"] == []


def test_a_bracket_that_closes_nothing_is_one_beside_a_citation_too(client: TestClient) -> None:
    found = search(client, "ст. 36 аким) *")
    assert [one["reason"] for one in found["ignored"]] == ["closing_bracket", "no_word"]


@pytest.mark.parametrize("on", ["2013-07-01", "2015-01-01", "2022-06-01", "2024-01-01"])
def test_a_hit_of_a_day_names_the_edition_and_the_hash_that_the_article_gives_for_that_day(
    client: TestClient, on: str
) -> None:
    compared = 0
    for hit in search(client, "аким OR әкім", on=on)["hits"]:
        assert hit["wording"] in hit["wordings"]
        if hit["wording"]["doubtful"]:
            continue
        address = f"/v1/acts/{hit['ngr']}/articles/{hit['key']}"
        then = client.get(address, params={"lang": hit["lang"], "in_force_on": on}).json()
        assert hit["wording"]["edition"] == then["edition"]
        assert hit["wording"]["text_hash"] == then["text_hash"]
        assert client.get(hit["data"]).json()["text_hash"] == then["text_hash"]
        assert hit["provenance"]["snapshot_sha256"] == then["provenance"]["snapshot_sha256"]
        compared += 1
    assert compared


def test_one_wording_of_several_editions_is_named_as_of_each_day(client: TestClient) -> None:
    named = []
    for on in ("2015-01-01", "2022-06-01", "2024-01-01"):
        hits = search(client, "аким", on=on)["hits"]
        named += [hit["wording"]["edition"] for hit in hits if hit["key"] == "art_35"]
    assert named == ["2013-06-13", "2021-05-24", "2022-11-05"]

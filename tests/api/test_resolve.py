"""`/v1/resolve`: what a citation means, over HTTP."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.law import ELECTIONS, LOCAL


def resolved(client: TestClient, q: str, **more: str) -> dict[str, Any]:
    answer = client.get("/v1/resolve", params={"q": q, **more})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize(
    "q",
    [
        "ст. 36 п. 1 Закона № 148",
        "пункт 1 статьи 36 Закона № 148",
        "закон от 23.01.2001 № 148, статья 36, пункт 1",
        f"{LOCAL}:art_36__p_1",
        f"{LOCAL} ст. 36(1)",
        "art. 36(1) of Law No. 148",
    ],
)
def test_a_citation_gives_the_article_and_the_place_in_it(client: TestClient, q: str) -> None:
    found = resolved(client, q, lang="ru")
    assert found["kind"] == "resolved"
    (one,) = found["provisions"]
    assert (one["act"]["ngr"], one["key"]) == (LOCAL, "art_36__p_1")
    assert one["place"]["text"].startswith("1. Акима сельского округа")
    assert one["article"]["key"] == "art_36"
    assert one["place"]["text"] in one["article"]["text"]
    assert one["answered"]["edition"] == "2022-11-05"
    assert len(one["provenance"]["snapshot_sha256"]) == 64
    assert one["official"].startswith(("пункт 1 статьи 36 Закона", "paragraph 1 of Article 36"))


def test_the_text_is_that_of_the_day_or_edition_asked_for(client: TestClient) -> None:
    by_day = resolved(client, "ст. 36 Закона № 148", on="2013-07-01", lang="ru")["provisions"][0]
    by_label = resolved(client, "ст. 36 Закона № 148", edition="2013-06-13")["provisions"][0]
    for one in (by_day, by_label):
        assert "депутаты маслихата" in one["article"]["text"]
        assert one["answered"]["edition"] == "2013-06-13"
    assert by_day["answered"]["question"] == "on"


def test_a_day_whose_text_is_not_known_says_so_and_gives_no_other_text(client: TestClient) -> None:
    (one,) = resolved(client, "ст. 36 Закона № 148", on="2001-06-01", lang="ru")["provisions"]
    assert one["article"] is None
    assert "2001-06-01" in one["why"]


def test_kazakh_words_asked_with_russian_resolve_and_say_so(client: TestClient) -> None:
    found = resolved(client, "№ 148 Заңның 36-бабының 1-тармағы", lang="ru")
    assert (found["kind"], found["lang"], found["other_language"]) == ("resolved", "kk", True)
    assert found["provisions"][0]["article"]["lang"] == "ru"
    own = resolved(client, "№ 148 Заңның 36-бабының 1-тармағы")
    assert own["other_language"] is False
    assert own["provisions"][0]["article"]["lang"] == "kk"


def test_an_article_without_an_act_is_found_where_one_act_alone_has_it(client: TestClient) -> None:
    found = resolved(client, "статья 113-1")
    assert (found["kind"], found["act_inferred"]) == ("resolved", True)
    assert found["provisions"][0]["act"]["ngr"] == ELECTIONS
    assert resolved(client, "ст. 36 Закона № 148")["act_inferred"] is False


def test_a_day_that_there_is_not_is_told_and_what_is_near_by_its_number(client: TestClient) -> None:
    found = resolved(client, "ст. 36 Закона от 31.02.2021 № 148")
    assert (found["kind"], found["not_found"]) == ("unknown", "act")
    assert found["why"] == "There is no such day: 31.02.2021."
    assert found["nearest"][0]["act"]["ngr"] == LOCAL
    assert resolved(client, "ст. 36 Закона от 24.01.2001 № 148")["why"] is None


def test_a_law_of_no_known_number_is_answered_with_laws_that_have_the_article(
    client: TestClient,
) -> None:
    first = resolved(client, "ст. 36 Закона № 9999")["nearest"][0]
    assert (first["act"]["ngr"], first["key"]) == (LOCAL, "art_36")


def test_a_place_that_is_not_there_names_those_that_are(client: TestClient) -> None:
    found = resolved(client, "п. 9 ст. 36 Закона № 148", lang="ru")
    assert (found["kind"], found["not_found"]) == ("unknown", "place in the article")
    (one,) = found["provisions"]
    assert one["place"] is None
    assert one["nearest_places"] == ["art_36__p_1", "art_36__p_2", "art_36__p_3"]


def test_an_act_that_is_watched_and_not_held_is_told(client: TestClient) -> None:
    found = resolved(client, "Закон № 41-VII")
    assert (found["kind"], found["not_found"]) == ("unknown", "text of the act")
    assert (found["act"]["ngr"], found["act"]["held"]) == ("Z2100000041", False)


def test_a_chapter_gives_its_articles(client: TestClient) -> None:
    (one,) = resolved(client, "глава 3 Закона № 148", lang="ru")["provisions"]
    assert one["key"] == "ch_3"
    assert [article["key"] for article in one["division"]["articles"]] == [
        "art_35", "art_36", "art_36-1", "art_37",
    ]  # fmt: skip


def test_nonsense_is_unknown_and_no_error(client: TestClient) -> None:
    for q in ("привет", "ст.", "§", "%%%", "п" * 1000, "1" * 999):
        assert resolved(client, q)["kind"] == "unknown", q


@pytest.mark.parametrize("q", ["", "я" * 1001])
def test_no_citation_or_one_without_end_is_refused(client: TestClient, q: str) -> None:
    answer = client.get("/v1/resolve", params={"q": q})
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


def test_an_address_of_ours_is_read_with_its_edition(client: TestClient) -> None:
    url = f"http://n.example/v1/acts/{LOCAL}/articles/art_36?lang=ru&edition=2013-06-13"
    (one,) = resolved(client, url)["provisions"]
    assert one["answered"]["edition"] == "2013-06-13"

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from corpus.law import Act, EditionLabel, Language, ListedEdition
from corpus.store import writes
from tests.api.filling import FETCHED, store_editions
from tests.api.house import House
from tests.api.law import ELECTIONS, LOCAL, article, edition, point
from tests.api.walking import walked_in_parts

GARDENS = "Z990000777_"
ADDRESS = f"/v1/acts/{GARDENS}/languages"


def garden(language: Language, label: str, *texts: str) -> Any:
    articles = [
        article(str(number), "", point("1", text), divisions=(), language=language)
        for number, text in enumerate(texts, start=1)
    ]
    return edition(GARDENS, label, *articles, title="Сады", language=language)


EDITIONS = (
    garden(Language.RU, "2001-01-01", "Ждут три дня.", "Сад."),
    garden(Language.KK, "2001-01-01", "Үш күн күтеді.", "Бақ."),
    garden(Language.RU, "2002-01-01", "Ждут три дня.", "Сад."),
    garden(Language.KK, "2002-01-01", "Бес күн күтеді.", "Бақ."),
    garden(Language.RU, "2003-01-01", "Ждут пять дней.", "Сад."),
)


@pytest.fixture
def client(own_house: House) -> TestClient:
    with own_house.store.write() as session:
        writes.upsert_act(session, Act(GARDENS, {Language.RU: "Сады"}))
        for language, labels in (
            (Language.RU, ("2001-01-01", "2002-01-01", "2003-01-01")),
            (Language.KK, ("2001-01-01", "2002-01-01")),
        ):
            listed = [ListedEdition(EditionLabel.parse(label)) for label in labels]
            writes.list_editions(session, GARDENS, language, listed, "adilet", FETCHED)
        store_editions(session, own_house.snapshots, EDITIONS)
    return own_house.client()


def test_the_newest_edition_in_both_languages_is_compared(client: TestClient) -> None:
    found = client.get(ADDRESS).json()
    assert (found["question"], found["ru"]["edition"], found["kk"]["edition"]) == (
        "newest",
        "2002-01-01",
        "2002-01-01",
    )
    (only,) = found["disagreements"]
    assert (only["kind"], only["key"]) == ("number", "art_1")
    assert only["ru"] == {
        "block": "p_1",
        "words": "три дня",
        "kind": "quantity",
        "unit": "day",
        "value": "3",
    }
    assert (only["kk"]["words"], only["kk"]["value"]) == ("Бес күн", "5")
    assert found["totals"]["number"] == 1
    assert (found["articles"], found["agreed"]) == (2, 0)
    assert found["ru"]["provenance"]["snapshot_sha256"]


def test_what_disagrees_is_told_one_by_one_on_request(client: TestClient) -> None:
    members = ("disagreements", "not_comparable", "amendments", "one_language_only")
    whole = client.get(ADDRESS).json()
    assert sum(len(whole[member]) for member in members) > 1
    found = walked_in_parts(client, ADDRESS, members)
    assert found == {member: whole[member] for member in members}


def test_an_edition_is_named_by_its_label_or_a_day(client: TestClient) -> None:
    by_label = client.get(ADDRESS, params={"edition": "2001-01-01"}).json()
    by_day = client.get(ADDRESS, params={"on": "2001-06-01"}).json()
    assert by_label["disagreements"] == by_day["disagreements"] == []
    assert (by_label["agreed"], by_day["on"]) == (1, "2001-06-01")


def test_an_amendment_in_one_language_only_is_told_from_its_edition_on(client: TestClient) -> None:
    before = client.get(ADDRESS, params={"edition": "2001-01-01"}).json()
    assert before["amendments"] == []
    (only,) = client.get(ADDRESS).json()["amendments"]
    assert (only["key"], only["changed_in"], only["kind"]) == ("art_1", "kk", "amended")
    assert (only["from"], only["to"], only["told"]) == ("2001-01-01", "2002-01-01", None)


@pytest.mark.parametrize("asked", [{"edition": "2003-01-01"}, {"on": "2004-01-01"}])
def test_a_language_that_lacks_the_edition_is_a_finding(
    client: TestClient, asked: dict[str, str]
) -> None:
    answer = client.get(ADDRESS, params=asked)
    assert answer.status_code == 200
    found = answer.json()
    assert found["ru"]["edition"] == "2003-01-01"
    assert (found["kk"]["edition"], found["kk"]["provenance"]) == (None, None)
    assert "2003-01-01" in found["kk"]["missing"]
    assert (found["articles"], found["disagreements"]) == (0, [])


def test_an_edition_that_a_registrys_list_names_in_one_language_only_is_told(
    client: TestClient,
) -> None:
    found = client.get(ADDRESS).json()["one_language_only"]
    assert found == [{"edition": "2003-01-01", "ru": "held", "kk": "not listed"}]


def test_an_edition_of_which_no_list_is_held_may_exist(own_house: House) -> None:
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, EDITIONS)
    found = own_house.client().get(ADDRESS).json()["one_language_only"]
    assert found == [{"edition": "2003-01-01", "ru": "held", "kk": "unknown"}]


def test_a_list_seen_before_an_edition_says_nothing_of_it(own_house: House) -> None:
    with own_house.store.write() as session:
        late = garden(Language.RU, date(2027, 1, 1).isoformat(), "Ждут три дня.")
        store_editions(session, own_house.snapshots, [*EDITIONS[:2], late])
        listed = [ListedEdition(EditionLabel.parse("2001-01-01"))]
        writes.list_editions(session, GARDENS, Language.KK, listed, "adilet", FETCHED)
    found = own_house.client().get(ADDRESS).json()["one_language_only"]
    assert found == [{"edition": "2027-01-01", "ru": "held", "kk": "unknown"}]


def test_editions_that_have_no_label_in_common_are_not_compared(own_house: House) -> None:
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [EDITIONS[1], EDITIONS[2]])
    found = own_house.client().get(ADDRESS).json()
    assert found["ru"]["edition"] is found["kk"]["edition"] is None
    assert "in both languages" in found["ru"]["missing"]
    assert [one["edition"] for one in found["one_language_only"]] == ["2001-01-01", "2002-01-01"]


def test_what_is_not_there_is_a_problem_that_names_what_is(
    client: TestClient, house: House
) -> None:
    nobody = client.get(ADDRESS, params={"edition": "1995-01-01"})
    assert (nobody.status_code, nobody.json()["type"]) == (404, "/problems/unknown-edition")
    one_language = house.client().get(f"/v1/acts/{ELECTIONS}/languages")
    assert (one_language.status_code, one_language.json()["type"]) == (
        404,
        "/problems/language-not-held",
    )
    assert one_language.json()["held"] == ["ru"]
    unknown = client.get("/v1/acts/Z9/languages")
    assert (unknown.status_code, unknown.json()["type"]) == (404, "/problems/unknown-act")
    both = client.get(ADDRESS, params={"edition": "2001-01-01", "on": "2001-06-01"})
    assert both.status_code == 422


def test_an_unchanged_answer_is_not_sent_again(client: TestClient) -> None:
    first = client.get(ADDRESS)
    again = client.get(ADDRESS, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_an_article_that_one_language_lacks_is_told_with_its_words(house: House) -> None:
    found = house.client().get(f"/v1/acts/{LOCAL}/languages").json()
    keys = [one["key"] for one in found["disagreements"] if one["kind"] == "article"]
    assert keys == ["preamble", "art_35", "art_36-1"]
    assert all(one["kk"] is None for one in found["disagreements"] if one["kind"] == "article")

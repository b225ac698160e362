"""Which wordings a search looks at: of today, of a day, of any time, or what changed."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.api.law import LOCAL
from tests.api.searching import places, search


def hit_of(found: dict[str, Any], key: str) -> dict[str, Any]:
    """The hit of an article in Russian."""
    (hit,) = (one for one in found["hits"] if (one["key"], one["lang"]) == (key, "ru"))
    return dict(hit)


def test_without_a_day_the_texts_in_force_today_in_kazakhstan_are_searched(
    dated: TestClient,
) -> None:
    found = search(dated, "избирают", act=LOCAL)
    assert places(found) == [("art_36", "ru", "2023-01-01")]
    assert found["when"]["asked"] == "on"
    assert found["when"]["on"] == search(dated, "жители", on=found["when"]["on"])["when"]["on"]
    assert found["hits"][0]["now"]["became"] == "same"


def test_a_day_finds_the_wording_of_that_day_and_no_other(dated: TestClient) -> None:
    assert places(search(dated, "избирают", act=LOCAL, on="2015-01-01")) == [
        ("art_36", "ru", "2013-06-13")
    ]
    assert places(search(dated, "избирают", act=LOCAL, on="2021-06-01")) == [
        ("art_36", "ru", "2021-06-01")
    ]
    assert search(dated, "избирают", act=LOCAL, on="2013-06-12")["total"] == 0
    assert search(dated, "депутаты", on="2021-05-31")["total"] == 1
    assert search(dated, "депутаты", on="2021-06-01")["total"] == 0


@pytest.mark.parametrize("any_day", ["any", "ANY", " any "])
def test_any_day_finds_an_article_once_with_all_wordings_that_fit(
    dated: TestClient, any_day: str
) -> None:
    found = search(dated, "жители", on=any_day)
    assert found["total"] == 1
    hit = hit_of(found, "art_36")
    assert [(one["edition"], one["from"], one["to"]) for one in hit["wordings"]] == [
        ("2021-06-01", "2021-06-01", "2023-01-01"),
        ("2023-01-01", "2023-01-01", None),
    ]
    assert [one["status"] for one in hit["wordings"]] == ["superseded", "in_force"]


def test_it_says_which_article_an_old_wording_is_now(dated: TestClient) -> None:
    old = hit_of(search(dated, "депутаты", on="any"), "art_36")
    assert old["wording"]["status"] == "superseded"
    assert old["now"] == {
        "became": "amended",
        "certain": True,
        "key": "art_36",
        "edition": "2023-01-01",
        "from": "2023-01-01",
        "since": None,
    }
    gone = hit_of(search(dated, "вправе уйти", on="any"), "art_37")
    assert (gone["now"]["became"], gone["now"]["since"]) == ("repealed", "2021-06-01")
    assert gone["wording"]["status"] == "repealed"


def test_nobody_thinks_that_nothing_exists_where_another_day_has_results(
    dated: TestClient,
) -> None:
    today = search(dated, "депутаты")
    assert (today["total"], today["other_times"]) == (0, 1)
    assert search(dated, "жители")["other_times"] == 0
    assert search(dated, "аким", limit=1)["other_times"] == 1  # article 37, gone since
    assert search(dated, "депутаты", on="any")["other_times"] is None


def test_what_appeared_and_went_between_two_days_is_found_with_the_days(
    dated: TestClient,
) -> None:
    found = search(dated, "жители", changed="2015-01-01..2025-01-01")
    assert hit_of(found, "art_36")["events"] == [
        {"kind": "appeared", "day": "2021-06-01", "certain": True}
    ]
    went = search(dated, "депутаты", changed="2015-01-01..2025-01-01")
    assert hit_of(went, "art_36")["events"] == [
        {"kind": "went", "day": "2021-06-01", "certain": True}
    ]
    assert went["when"] == {
        "asked": "changed",
        "on": None,
        "from": "2015-01-01",
        "to": "2025-01-01",
    }
    # The wording of 2023 has the words of the one before: to the phrase nothing happened.
    assert search(dated, "жители", changed="2021-06-01..2025-01-01")["total"] == 0


def test_the_last_day_of_a_stretch_belongs_to_it_and_the_first_does_not(
    dated: TestClient,
) -> None:
    assert search(dated, "жители", changed="2020-01-01..2021-06-01")["total"] == 1
    assert search(dated, "жители", changed="2020-01-01..2021-05-31")["total"] == 0
    assert search(dated, "жители", changed="2021-06-01..2022-01-01")["total"] == 0


def test_the_other_language_is_found_only_when_it_is_asked_for(dated: TestClient) -> None:
    assert {hit["lang"] for hit in search(dated, "аким")["hits"]} == {"ru"}
    crossed = search(dated, "аким", cross="true")
    assert {hit["lang"] for hit in crossed["hits"]} == {"ru", "kk"}
    assert crossed["also"]

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from fastapi.testclient import TestClient

from corpus.law import Act, Edition, Holding, HoldingKind
from corpus.store import writes
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.law import ELECTIONS, LOCAL, article, edition, point

NGR = "Z0300000001"
DAWN = "Выборы начинают на рассвете."


def asked(client: TestClient, q: str, **params: Any) -> Any:
    answer = client.get("/v1/trace", params={"q": q, **params})
    assert answer.status_code == 200, answer.text
    return answer.json()


def made(label: str, *articles: Any, **more: Any) -> Edition:
    return edition(NGR, label, *articles, title="Правила (пересказ)", **more)


def put(house: House, *editions: Edition) -> TestClient:
    with house.store.write() as session:
        store_editions(session, house.snapshots, editions)
    return house.client()


def test_a_phrase_appears_after_the_last_edition_without_it_and_stays(client: TestClient) -> None:
    answer = asked(client, "сам житель", lang="ru")
    (found,) = answer["articles"]
    assert (found["ngr"], found["key"], found["still"]) == (LOCAL, "art_36", True)
    (stand,) = found["stands"]
    appeared = stand["appeared"]
    assert (appeared["edition"], appeared["how"]) == ("2021-05-24", "brought")
    assert (appeared["after"], appeared["missing"]) == ("2013-06-13", ["2018-12-28"])
    noted, by_registry = appeared["amending_acts"]
    assert (noted["number"], noted["noted_at"]) == ("42-VII", "article")
    assert by_registry["title"] == "О поправках в местное управление"
    assert stand["editions"] == ["2021-05-24", "2022-11-05"]
    assert stand["days"] == [{"from": "2021-05-24", "to": None}]
    assert (stand["went"], stand["silent"], stand["later"]) == (None, [], [])
    assert stand["snippet"] == {
        "before": "1. Акима сельского округа избирают ",
        "words": "сами жители",
        "after": " тайным голосованием.",
    }


def test_a_phrase_that_went_names_the_first_edition_without_it(client: TestClient) -> None:
    answer = asked(client, "депутат маслихата", act=LOCAL)
    (stand,) = answer["articles"][0]["stands"]
    assert (stand["appeared"]["how"], stand["appeared"]["after"]) == ("oldest", None)
    assert (stand["went"]["edition"], stand["went"]["missing"]) == ("2021-05-24", ["2018-12-28"])
    assert stand["went"]["article_went"] is False
    assert stand["days"] == [{"from": "2013-06-13", "to": "2018-12-28"}]
    assert answer["still"] is False
    assert answer["last"]["edition"] == "2013-06-13"


def test_what_came_with_the_article_says_so(client: TestClient) -> None:
    (found,) = asked(client, "четыре года", act=LOCAL)["articles"]
    assert found["key"] == "art_36-1"
    assert found["stands"][0]["appeared"]["article_came"] is True


def test_articles_come_by_first_appearance_with_totals_over_all_pages(client: TestClient) -> None:
    whole = asked(client, "аким")
    labels = [one["stands"][0]["appeared"]["edition"] for one in whole["articles"]]
    assert labels == sorted(labels)
    assert whole["totals"]["articles"] == len(whole["articles"]) > 3
    assert whole["first"]["edition"] == labels[0]
    page = asked(client, "аким", limit=2, offset=1)
    assert page["totals"] == whole["totals"]
    assert page["articles"] == whole["articles"][1:3]
    assert asked(client, "аким", offset=1_000)["articles"] == []


def test_a_kazakh_phrase_is_found_in_its_forms(client: TestClient) -> None:
    (found,) = asked(client, "ауылдық округтің әкімі")["articles"]
    assert (found["lang"], found["key"]) == ("kk", "art_36")
    assert found["stands"][0]["snippet"]["words"] == "Ауылдық округ әкімін"


def test_a_year_answers_from_its_last_day_and_later_editions_that_do_not_tell_are_named(
    client: TestClient,
) -> None:
    (found,) = asked(client, "закон говорит", act=ELECTIONS)["articles"]
    (stand,) = found["stands"]
    assert (stand["editions"], stand["went"]) == (["1998"], None)
    assert stand["days"] == [{"from": "1998-12-31", "to": "2022-02-07"}]
    assert stand["later"] == ["2022-02-07"]


def test_nothing_found_names_the_words_that_stand_nowhere(client: TestClient) -> None:
    answer = asked(client, "аким дирижабля")
    assert (answer["totals"]["articles"], answer["first"], answer["still"]) == (0, None, False)
    assert answer["absent_words"] == ["дирижабля"]


def test_to_the_letter_other_forms_are_not_found(client: TestClient) -> None:
    assert asked(client, "сами жители", exact=True)["totals"]["articles"] == 1
    assert asked(client, "сам житель", exact=True)["totals"]["articles"] == 0


def test_a_phrase_that_went_and_came_back_stands_twice(own_house: House) -> None:
    with_it, without = (
        article("4", "Выборы", point("1", text)) for text in (DAWN, "Выборы начинают утром.")
    )
    client = put(
        own_house,
        made("2001-01-01", with_it),
        made("2002-01-01", without),
        made("2003-01-01", with_it),
    )
    first, second = asked(client, "на рассвете")["articles"][0]["stands"]
    assert (first["went"]["edition"], second["appeared"]["after"]) == ("2002-01-01", "2002-01-01")
    assert second["went"] is None


def test_an_article_that_moved_took_the_phrase_with_it(own_house: House) -> None:
    other = article("5", "Сроки", point("1", "Другое правило о сроках."))
    client = put(
        own_house,
        made("2001-01-01", article("4", "Выборы", point("1", DAWN)), other),
        made("2002-01-01", other, article("9", "Выборы", point("1", DAWN))),
    )
    old, new = asked(client, "на рассвете")["articles"]
    assert (old["stands"][0]["went"]["moved_to"], old["still"]) == ("art_9", False)
    assert new["stands"][0]["appeared"]["moved_from"] == "art_4"


def test_an_excerpt_in_between_does_not_tell(own_house: House) -> None:
    one, two = (article(key, "Выборы", point("1", f"{DAWN} {key}")) for key in "12")
    excerpt = Holding(HoldingKind.PARTS, ("art_1",))
    client = put(
        own_house,
        made("2001-01-01", one, two),
        made("2002-01-01", one, holding=excerpt),
        made("2003-01-01", one, two),
    )
    by_key = {one["key"]: one for one in asked(client, "на рассвете")["articles"]}
    (stand,) = by_key["art_2"]["stands"]
    assert stand["silent"] == ["2002-01-01"]
    assert stand["days"] == [
        {"from": "2001-01-01", "to": "2002-01-01"},
        {"from": "2003-01-01", "to": None},
    ]


def test_an_undated_edition_is_told_apart(own_house: House) -> None:
    text = article("4", "Выборы", point("1", DAWN))
    client = put(own_house, made("undated", text))
    answer = asked(client, "на рассвете")
    (found,) = answer["articles"]
    assert (found["stands"], found["unplaced"], found["still"]) == ([], ["undated"], True)
    assert found["unplaced_snippet"]["words"] == "на рассвете"
    assert answer["first"] is None


def test_what_the_act_was_adopted_with_and_its_repeal_are_told(own_house: House) -> None:
    client = put(own_house, made("2001-01-01", article("4", "Выборы", point("1", DAWN))))
    with own_house.store.write() as session:
        adopted, repealed = date(2001, 1, 1), date(2010, 5, 5)
        writes.upsert_act(session, Act(NGR, adopted=adopted, repealed_on=repealed))
    (found,) = asked(client, "на рассвете")["articles"]
    assert found["stands"][0]["appeared"]["how"] == "original"
    assert found["stands"][0]["days"] == [{"from": "2001-01-01", "to": "2010-05-05"}]
    assert found["repealed_on"] == "2010-05-05"
    whole = asked(client, "на рассвете")
    assert (whole["still"], whole["repealed_on"]) == (True, "2010-05-05")
    assert whole["last"]["repealed_on"] == "2010-05-05"


def test_a_phrase_that_still_stands_in_an_act_not_repealed_has_no_day_of_repeal(
    client: TestClient, own_house: House
) -> None:
    other = "Z0400000002"
    text = article("4", "Выборы", point("1", DAWN))
    own = put(own_house, made("2001-01-01", text), edition(other, "2000-01-01", text, title="Два"))
    with own_house.store.write() as session:
        writes.upsert_act(session, Act(NGR, repealed_on=date(2010, 5, 5)))
    answer = asked(own, "на рассвете")
    assert (answer["still"], answer["repealed_on"]) == (True, None)
    assert (answer["last"]["ngr"], answer["last"]["repealed_on"]) == (NGR, "2010-05-05")


@pytest.mark.parametrize("q", ["", "   ", "?!…", "«»", "\x00", "и" * 501])
def test_what_is_no_phrase_is_a_problem_that_says_what_to_give(client: TestClient, q: str) -> None:
    answer = client.get("/v1/trace", params={"q": q})
    assert answer.status_code == 422
    assert answer.json()["type"] == "/problems/invalid-request"


def test_an_open_quote_is_left_out_and_told(client: TestClient) -> None:
    answer = asked(client, '"сами жители')
    assert answer["totals"]["articles"] == 1
    assert answer["ignored"] == ["quote that is never closed"]


@pytest.mark.parametrize(
    ("params", "slug"),
    [({"act": "Z01"}, "unknown-act"), ({"act": LOCAL, "lang": "en"}, "language-not-held")],
)
def test_an_act_or_a_language_that_is_not_held_is_a_problem(
    client: TestClient, params: dict[str, str], slug: str
) -> None:
    answer = client.get("/v1/trace", params={"q": "аким", **params})
    assert (answer.status_code, answer.json()["type"]) == (404, f"/problems/{slug}")

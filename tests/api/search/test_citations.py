"""A provision that a query cites goes first, as of the day asked for."""

from __future__ import annotations

import time

import pytest
from fastapi.testclient import TestClient

from api.questions.search.cited import CitedInQuery, cited_in
from corpus.citations.acts import ActName, ActRegister, CitableAct
from corpus.citations.resolving import Missing
from corpus.law import Language
from corpus.search.scoring import FORM_BONUS
from tests.api.law import LOCAL
from tests.api.searching import search
from tests.corpus.citations.making import ACTS, RU, Held, register

REGISTER = register()
"""In it: a law on gardens, a constitutional law on elections, a decree with rules, a code."""
GARDENS, ELECTIONS, RULES, CODE = "Z010000148_", "Z950002464_", "U040001484_", "K1500000377"


def cited(query: str) -> CitedInQuery | None:
    return cited_in(query, REGISTER, Held(), FORM_BONUS)


def pins(query: str) -> list[str]:
    """What goes first, as `NGR:KEY` with `__PLACE` behind."""
    found = cited(query)
    if found is None:
        return []
    named = (f"{one.ngr}:{'__'.join(filter(None, (one.key, one.place)))}" for one in found.pins)
    return list(dict.fromkeys(named))


@pytest.mark.parametrize(
    ("query", "provision"),
    [
        ("ст. 113-3 п. 2", f"{ELECTIONS}:art_113-3__p_2"),
        ("п. 2 ст. 113-3", f"{ELECTIONS}:art_113-3__p_2"),
        ("ст. 113-3 п. 2 пп. 1)", f"{ELECTIONS}:art_113-3__p_2__sp_1"),
        ("статья 36-1 закона 148", f"{GARDENS}:art_36-1"),
        ("ст 36-1 закона №148-II", f"{GARDENS}:art_36-1"),
        ("Z950002464_ 113-3", f"{ELECTIONS}:art_113-3"),
        ("z950002464 113-3", f"{ELECTIONS}:art_113-3"),
        ("113-3 Z950002464_", f"{ELECTIONS}:art_113-3"),
        ("113-3-бап", f"{ELECTIONS}:art_113-3"),
        ("113-3 статья", f"{ELECTIONS}:art_113-3"),
        ("в 36-1 статье закона 148", f"{GARDENS}:art_36-1"),
        ("закон 148 36-1 статья", f"{GARDENS}:art_36-1"),
        ("148 закон 36 статья", f"{GARDENS}:art_36"),
        ("148 закона 36-1 статья", f"{GARDENS}:art_36-1"),
        ("1484 указ 18 пункт", f"{RULES}:app_1__p_18"),
        ("ст. 113 - 3", f"{ELECTIONS}:art_113-3"),
        ("статья 113 – 3 п. 2", f"{ELECTIONS}:art_113-3__p_2"),
        ("113-3-баптың 2-тармағы", f"{ELECTIONS}:art_113-3__p_2"),
        ("указ 1484 п. 18", f"{RULES}:app_1__p_18"),
        ("п. 18 указа № 1484", f"{RULES}:app_1__p_18"),
        ("article 113-3", f"{ELECTIONS}:art_113-3"),
        ("Art. 113-3", f"{ELECTIONS}:art_113-3"),
        ("art_113-3", f"{ELECTIONS}:art_113-3"),
        (f"{GARDENS}:art_36__p_2", f"{GARDENS}:art_36__p_2"),
        ("ст. 113-3 кандидат", f"{ELECTIONS}:art_113-3"),
        ("кандидат статья 113-3 выдвижение", f"{ELECTIONS}:art_113-3"),
        ("кандидат (ст. 113-3 OR сад)", f"{ELECTIONS}:art_113-3"),
        ("ст. 36 Закона «О садах и самоуправлении садоводов»", f"{GARDENS}:art_36"),
        ("кодекс ст. 19", f"{CODE}:art_19"),
        ("преамбула закона о садах", f"{GARDENS}:preamble"),
        ("преамбула указа № 1484", f"{RULES}:preamble"),
        ("ст. 36 ЗРК 148", f"{GARDENS}:art_36"),
        ("КЗРК 2464 ст. 5", f"{ELECTIONS}:art_5"),
        ("ст. 5 КЗ о выборах", f"{ELECTIONS}:art_5"),
        ("https://nusqa.example/acts/Z010000148_/articles/art_36?lang=ru", f"{GARDENS}:art_36"),
    ],
)
def test_a_citation_among_the_words_names_its_provision(query: str, provision: str) -> None:
    assert pins(query) == [provision]


@pytest.mark.parametrize(
    "query",
    [
        "выборы акима",
        "148",
        "113-3",
        "5 лет",
        "срок 25 дней",
        "не позднее 10 дней со дня",
        "1 января 2022 года",
        "в 2013 году",
        "20 депутатов маслихата",
        "5 статей",
        "закон 148 статья",
        "148 закон статья",
        "№ 148 статья",
        "конституция 1995 статья",
        "статья",
        "п. 2",
        "преамбула",
        "кандидат преамбула",
        "пункт 2",
        "часть 5",
        "закон 148",
        "закон о выборах",
        "Z950002464_",
        '"статья 5"',
        "«статья 5»",
        "кандидат -ст.5",
        'кандидат -"статья 5"',
        "article:113-3",
        "act:148 article:36",
        "note:статья",
        "статья:113-3",
        "бап:113-3",
        "акт:148 статья:36",
        "аким ~5 выборы",
        "",
        "*",
    ],
)
def test_ordinary_words_and_numbers_are_no_citation(query: str) -> None:
    assert cited(query) is None


def test_without_an_act_all_that_have_such_an_article_are_meant_the_highest_first() -> None:
    found = cited("статья 5")
    assert found
    assert pins("статья 5") == [f"{ELECTIONS}:art_5", f"{GARDENS}:art_5"]
    assert found.act_inferred
    assert found.act is None


def test_each_article_of_several_is_looked_for_in_every_act() -> None:
    elections, gardens = f"{ELECTIONS}:art_5", [f"{GARDENS}:art_5", f"{GARDENS}:art_36"]
    assert pins("ст. 5 OR ст. 36") == [*gardens, elections]
    assert sorted(pins("статьи 5, 36")) == sorted([*gardens, elections])


def test_words_that_stand_in_a_title_too_put_that_act_first_and_leave_none_out() -> None:
    assert pins("статья 5 садоводов") == [f"{GARDENS}:art_5", f"{ELECTIONS}:art_5"]
    assert pins("ст. 5 решение 20 садоводов") == [f"{ELECTIONS}:art_5", f"{GARDENS}:art_5"]


@pytest.mark.parametrize(
    ("query", "language"),
    [
        ("ст. 113-3", Language.RU),
        ("113-3-бап", Language.KK),
        ("article 113-3", Language.EN),
        ("art_113-3", None),
        ("Z950002464_ 113-3", None),
    ],
)
def test_the_words_of_a_citation_tell_its_language(query: str, language: Language | None) -> None:
    found = cited(query)
    assert found
    assert found.language is language


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        ("ст. 7 закона 148", Missing.ARTICLE),
        ("ст. 999", Missing.ARTICLE),
        ("ст. 5 закона № 999", Missing.ACT),
        ("ст. 5 закона № 41-VII", Missing.TEXT),
        ("ст. 5 УК", Missing.ACT),
        ("ст. 36 ГК РК", Missing.ACT),
    ],
)
def test_what_of_a_citation_is_not_found_is_told(query: str, missing: Missing) -> None:
    found = cited(query)
    assert found
    assert found.missing is missing


@pytest.mark.parametrize("query", ["ст. 5 УК", "ст. 36 Закона № 999", "АЗ № 999 ст. 36"])
def test_of_an_act_that_is_not_known_no_other_acts_article_goes_first(query: str) -> None:
    assert pins(query) == []


@pytest.mark.parametrize("query", ['статья 5 "порядок"', 'ст. 36 "выборы"'])
def test_words_in_quotes_that_may_be_a_title_make_nothing_missing(query: str) -> None:
    unheld = CitableAct("P9", None, None, None, names=(ActName("О порядке", RU),), held=False)
    found = cited_in(query, ActRegister((*ACTS, unheld)), Held(), FORM_BONUS)
    assert found
    assert (found.missing, found.nearest) == (None, ())
    assert found.provisions


def test_a_citation_is_read_in_an_instant() -> None:
    queries = ["ст. 113-3 п. 2 пп. 1) кандидат в садовники", "выборы садовника", "указ 1484 п. 18"]
    for query in queries:
        spent = []
        for _ in range(20):
            began = time.thread_time()
            cited(query)
            spent.append(time.thread_time() - began)
        assert min(spent) < 0.03, query  # a tenth of it where nothing else runs


def test_a_cited_provision_goes_first_whatever_else_fits(dated: TestClient) -> None:
    found = search(dated, "ст. 36-1 срок")
    assert (found["hits"][0]["key"], found["hits"][0]["pinned"]) == ("art_36-1", True)
    assert "art_40" not in [hit["key"] for hit in found["hits"] if hit["pinned"]]
    assert found["cited"]["provisions"][0]["key"] == "art_36-1"


def test_it_is_shown_in_its_wording_of_the_day(dated: TestClient) -> None:
    before = search(dated, "статья 36 закона 148", on="2015-01-01")["hits"][0]
    assert before["pinned"]
    assert before["wording"]["edition"] == "2013-06-13"
    assert before["now"]["became"] == "amended"
    assert search(dated, "статья 36 закона 148")["hits"][0]["wording"]["edition"] == "2023-01-01"


def test_the_text_in_the_citations_language_comes_first(dated: TestClient) -> None:
    assert [hit["lang"] for hit in search(dated, "36-бап")["hits"]][:2] == ["kk", "ru"]
    alone = search(dated, "36-бап", limit=1)
    assert [hit["lang"] for hit in alone["hits"]] == ["kk"]
    following = search(dated, "36-бап", limit=1, cursor=alone["cursor"])
    assert [hit["lang"] for hit in following["hits"]] == ["ru"]
    assert [hit["lang"] for hit in search(dated, "ст. 36")["hits"]][:2] == ["ru", "kk"]


def test_what_did_not_exist_on_that_day_is_not_shown_and_told_with_the_nearest_days(
    dated: TestClient,
) -> None:
    found = search(dated, "ст. 36-1 закона 148", on="2015-01-01")
    assert found["hits"] == []
    assert found["cited"]["absent"] == [
        {
            "ngr": LOCAL,
            "key": "art_36-1",
            "on": "2015-01-01",
            "certain": True,
            "until": None,
            "from": "2021-06-01",
            "repeal": None,
            "last_edition": None,
            "last_lang": None,
        }
    ]
    gone = search(dated, "ст. 37 закона 148")["cited"]["absent"]
    assert [(one["key"], one["until"], one["from"]) for one in gone] == [
        ("art_37", "2021-06-01", None)
    ]
    assert search(dated, "ст. 37 закона 148", on="any")["cited"]["absent"] == []


def test_filters_hold_for_what_is_cited_too(dated: TestClient) -> None:
    assert search(dated, "ст. 36", lang="kk")["total"] == 1
    assert search(dated, "ст. 36-1 закона 148", year="1999")["total"] == 0

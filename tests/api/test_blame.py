from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from fastapi.testclient import TestClient

from corpus.law import WHOLE, Cause, Edition, Footnote, Holding, HoldingKind
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.law import LOCAL, article, edition, point

NGR = "Z0300000001"
BLAME = f"/v1/acts/{LOCAL}/articles/art_36/blame"
TEXT = "Аким отвечает на обращения жителей в срок."


@pytest.fixture(scope="module")
def blamed(client: TestClient) -> Any:
    return client.get(BLAME, params={"on": "2022-12-01"}).json()


def origin(answer: Any, label: str) -> Any:
    (found,) = [one for one in answer["origins"] if one["edition"] == label]
    return found


def runs(answer: Any) -> list[list[tuple[str, str]]]:
    return [[(run["edition"], run["text"]) for run in block["runs"]] for block in answer["blocks"]]


def made(label: str, *articles: Any, holding: Holding = WHOLE) -> Edition:
    return edition(NGR, label, *articles, title="Правила (пересказ)", holding=holding)


def put(house: House, *editions: Edition) -> None:
    with house.store.write() as session:
        store_editions(session, house.snapshots, editions)


def asked(house: House, key: str, **params: str) -> Any:
    return house.client().get(f"/v1/acts/{NGR}/articles/{key}/blame", params=params).json()


def test_each_run_of_words_names_the_edition_it_stands_since(blamed: Any) -> None:
    assert runs(blamed)[0] == [
        ("2013-06-13", "Акима сельского округа избирают "),
        ("2021-05-24", "сами жители"),
        ("2013-06-13", " тайным голосованием."),
    ]
    assert runs(blamed)[2] == [("2022-11-05", "Итоги подводят в тот же день.")]
    assert blamed["blocks"][2]["number_edition"] == "2022-11-05"
    assert (blamed["edition"], blamed["compared"]) == (
        "2022-11-05",
        ["2013-06-13", "2021-05-24", "2022-11-05"],
    )


def test_joined_the_runs_are_the_articles_text(client: TestClient, blamed: Any) -> None:
    shown = client.get(BLAME.removesuffix("/blame"), params={"on": "2022-12-01"}).json()
    joined = ["".join(text for _, text in block) for block in runs(blamed)]
    assert joined == [block["text"] for block in shown["blocks"]]
    assert "".join(run["text"] for run in blamed["heading"]) == shown["heading"]


def test_an_edition_that_is_known_and_not_held_is_named_as_a_gap(blamed: Any) -> None:
    between = origin(blamed, "2021-05-24")
    assert (between["how"], between["after"]) == ("brought", "2013-06-13")
    assert between["missing"] == ["2018-12-28"]
    assert origin(blamed, "2022-11-05")["missing"] == []
    assert between["certainty"] == "listed"
    oldest = origin(blamed, "2013-06-13")
    assert (oldest["how"], oldest["after"], oldest["missing"]) == ("oldest", None, [])


def test_a_cause_with_nothing_but_a_title_stands_beside_the_act_that_a_note_names(
    blamed: Any,
) -> None:
    noted, by_registry = origin(blamed, "2021-05-24")["amending_acts"]
    assert (noted["number"], noted["rules"]) == ("42-VII", ["new in the note"])
    assert by_registry["title"] == "О поправках в местное управление"
    assert by_registry["rules"] == ["the registry's cause of the edition"]
    assert origin(blamed, "2022-11-05")["amending_acts"] == []


def test_the_registrys_cause_is_told_where_notes_name_no_act(own_house: House) -> None:
    newer = made("2002-01-01", article("4", "Ответ", point("1", f"{TEXT} Жалоб нет.")))
    put(
        own_house,
        made("2001-01-01", article("4", "Ответ", point("1", TEXT))),
        replace(newer, cause=Cause(title="О поправках в правила")),
    )
    (act,) = origin(asked(own_house, "art_4"), "2002-01-01")["amending_acts"]
    assert (act["number"], act["title"]) == (None, "О поправках в правила")
    assert act["rules"] == ["the registry's cause of the edition"]


def test_words_are_counted_by_origin(blamed: Any) -> None:
    counts = {one["edition"]: one["words"] for one in blamed["origins"]}
    assert counts == {"2013-06-13": 12, "2021-05-24": 2, "2022-11-05": 6}


def test_an_older_edition_is_blamed_on_what_was_before_it(client: TestClient) -> None:
    answer = client.get(BLAME, params={"edition": "2021-05-24"}).json()
    assert [one["edition"] for one in answer["origins"]] == ["2013-06-13", "2021-05-24"]
    assert answer["answered"]["question"] == "edition"


def test_an_article_is_followed_through_its_renumbering(own_house: House) -> None:
    other = article("5", "Сроки", point("1", "Другое правило о сроках."))
    put(
        own_house,
        made("2001-01-01", article("4", "Ответ", point("1", TEXT)), other),
        made("2002-01-01", other, article("9", "Ответ", point("1", TEXT))),
        made("2003-01-01", other, article("9", "Ответ", point("1", f"{TEXT} Жалоб нет."))),
    )
    answer = asked(own_house, "art_9")
    assert runs(answer) == [[("2001-01-01", TEXT), ("2003-01-01", " Жалоб нет.")]]
    moved = origin(answer, "2002-01-01")  # since then it has its number
    assert (moved["moved_from"], moved["words"], moved["article_came"]) == ("art_4", 0, False)
    assert origin(answer, "2001-01-01")["how"] == "oldest"


def test_an_article_that_came_back_is_new_from_its_return(own_house: House) -> None:
    other = article("5", "Сроки", point("1", "Другое правило о сроках."))
    back = article("4", "Ответ", point("1", TEXT))
    put(
        own_house,
        made("2001-01-01", back, other),
        made("2002-01-01", other),
        made("2003-01-01", back, other),
    )
    (only,) = asked(own_house, "art_4")["origins"]
    assert (only["edition"], only["after"], only["article_came"]) == (
        "2003-01-01",
        "2002-01-01",
        True,
    )


def test_a_copy_that_lacks_the_place_or_may_be_cut_inside_is_left_out_and_named(
    own_house: House,
) -> None:
    one, two = (article(key, "Ответ", point("1", f"{TEXT} Так велит {key}.")) for key in "12")
    beginning = Holding(HoldingKind.BEGINNING)
    put(
        own_house,
        made("2001-01-01", one, two),
        made("2002-01-01", one, article("2", "Ответ", point("1", "Аким")), holding=beginning),
        made("2003-01-01", one, holding=Holding(HoldingKind.PARTS, ("art_1",))),
        made("2004-01-01", one, two),
    )
    answer = asked(own_house, "art_2")
    assert runs(answer)[0] == [("2001-01-01", f"{TEXT} Так велит 2.")]
    assert answer["left_out"] == [
        {"edition": "2002-01-01", "why": "cut"},
        {"edition": "2003-01-01", "why": "not held"},
    ]


def test_an_undated_edition_is_asked_alone(own_house: House) -> None:
    put(
        own_house,
        made("2001-01-01", article("4", "Ответ", point("1", TEXT))),
        made("undated", article("4", "Ответ", point("1", TEXT))),
    )
    answer = asked(own_house, "art_4", edition="undated")
    assert answer["compared"] == ["undated"]
    assert origin(answer, "undated")["how"] == "oldest"


def test_the_footnotes_name_the_act_that_brought_the_words(own_house: House) -> None:
    old = "Сноска. Статья 4 в редакции Закона от 01.02.2000 № 5-II."
    new = f"{old[:-1]}; с изменениями от 07.03.2002 № 300-II (вводится в действие с 01.05.2002)."
    put(
        own_house,
        made("2001-01-01", article("4", "Ответ", point("1", TEXT), Footnote(old))),
        made("2002-05-01", article("4", "Ответ", point("1", f"{TEXT} Да."), Footnote(new))),
    )
    (act,) = origin(asked(own_house, "art_4"), "2002-05-01")["amending_acts"]
    assert (act["date"], act["number"], act["in_force_from"]) == (
        "2002-03-07",
        "300-II",
        "2002-05-01",
    )
    assert act["rules"] == ["new in the note", "its in-force date is the edition's label"]
    assert act["quote"].startswith("от 07.03.2002")


def test_the_oldest_words_have_no_act_and_the_note_that_names_one_is_told(own_house: House) -> None:
    note = Footnote("Сноска. Статья 4 с изменениями от 01.02.2000 № 5-II.")
    put(
        own_house,
        made("2001-01-01", article("4", "Ответ", point("1", TEXT), note)),
        made("2002-05-01", article("4", "Ответ", point("1", f"{TEXT} Да."), note)),
    )
    answer = asked(own_house, "art_4")
    oldest, newer = origin(answer, "2001-01-01"), origin(answer, "2002-05-01")
    assert (oldest["amending_acts"], newer["noted_acts"]) == ([], [])
    (act,) = oldest["noted_acts"]
    assert (act["number"], act["rules"], act["noted_at"]) == ("5-II", [], "article")


def test_a_points_key_is_answered_with_the_article_to_ask_for(own_house: House) -> None:
    held = Holding(HoldingKind.PARTS, ("art_4",))
    put(own_house, made("2001-01-01", article("4", "Ответ", point("1", TEXT)), holding=held))
    for params in ({}, {"edition": "2001-01-01"}, {"on": "2001-06-01"}):
        problem = asked(own_house, "art_4__p_1", **params)
        assert problem["type"] == "/problems/unknown-article"
        assert problem["detail"].endswith("ask for art_4.")
    assert asked(own_house, "art_5__p_1")["detail"].count("art_4") <= 1


@pytest.mark.parametrize(
    ("url", "status", "slug"),
    [
        (f"/v1/acts/{LOCAL}/articles/art_361/blame", 404, "unknown-article"),
        ("/v1/acts/Z0100001/articles/art_1/blame", 404, "unknown-act"),
        (f"{BLAME}?on=2001-01-01", 404, "before-first-edition"),
        (f"{BLAME}?on=2019-01-01", 404, "edition-not-held"),
        (f"{BLAME}?lang=en", 404, "language-not-held"),
        (f"{BLAME}?on=2022-01-01&edition=2013-06-13", 422, "invalid-request"),
    ],
)
def test_what_cannot_be_answered_is_a_problem_that_helps(
    client: TestClient, url: str, status: int, slug: str
) -> None:
    answer = client.get(url)
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{slug}")


def test_a_year_beside_a_day_of_it_could_lie_on_both_sides(own_house: House) -> None:
    with_more = article("4", "Ответ", point("1", f"{TEXT} Да."))
    put(own_house, made("2001", article("4", "Ответ", point("1", TEXT))))
    put(own_house, made("2001-05-05", with_more))
    answer = asked(own_house, "art_4")
    assert answer["left_out"] == [{"edition": "2001", "why": "order unknown"}]
    assert origin(answer, "2001-05-05")["missing"] == ["2001"]

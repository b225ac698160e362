"""The start page names the edition that answers for today, and marks one that is to come."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from fastapi.testclient import TestClient

from corpus.law import Act, Edition, Language, ListedEdition
from corpus.store import writes
from tests.api.coming import (
    COMES,
    EVE,
    MORNING,
    NGR,
    NOW_AND_TO_COME,
    TITLE,
    gates,
    hold,
    services_at,
)
from tests.api.filling import FETCHED
from tests.api.house import House
from tests.api.pages.test_pages import soup_of


def cell(house: House, moment: datetime, ui: Language) -> str:
    """What the start page says of the act's edition for today."""
    app = house.app()
    app.state.services = services_at(app.state.services, moment)
    soup = soup_of(TestClient(app), f"/?ui={ui}")
    (row,) = soup.select("table.acts tbody tr")
    shown = row.select("td")[0]
    heading = soup.select("table.acts thead th")[1].get_text()
    assert shown["data-label"] == heading
    return " ".join(shown.get_text().split())


@pytest.mark.parametrize(
    ("ui", "before", "after"),
    [
        (Language.RU, "01.01.2020 ещё впереди: 01.03.2027", "01.03.2027"),
        (Language.KK, "01.01.2020 әлі алда: 01.03.2027", "01.03.2027"),
        (Language.EN, "1 January 2020 still to come: 1 March 2027", "1 March 2027"),
    ],
)
def test_the_edition_to_come_is_marked_until_its_day(
    own_house: House, ui: Language, before: str, after: str
) -> None:
    hold(own_house, NOW_AND_TO_COME)
    assert cell(own_house, EVE, ui) == before
    assert cell(own_house, MORNING, ui) == after


@pytest.mark.parametrize(
    ("ui", "before", "after"),
    [
        (Language.RU, "01.01.2020 ещё впереди: 01.03.2027", "01.03.2027 только ru"),
        (Language.KK, "01.01.2020 әлі алда: 01.03.2027", "01.03.2027 тек ru"),
        (Language.EN, "1 January 2020 still to come: 1 March 2027", "1 March 2027 ru only"),
    ],
)
def test_an_edition_that_not_every_language_has_says_which_do(
    own_house: House, ui: Language, before: str, after: str
) -> None:
    hold(own_house, (*NOW_AND_TO_COME, gates("2020-01-01", "1", language=Language.KK)))
    assert cell(own_house, EVE, ui) == before
    assert cell(own_house, MORNING, ui) == after


@pytest.mark.parametrize(
    ("editions", "words"),
    [
        (
            [gates(COMES, "1")],
            {
                "ru": "нет все имеющиеся редакции ещё не наступили ещё впереди: 01.03.2027",
                "kk": "жоқ бізде бар редакциялардың күні әлі келмеген әлі алда: 01.03.2027",
                "en": "none all editions held are still to come still to come: 1 March 2027",
            },
        ),
        (
            [gates("undated", "1")],
            {
                "ru": "нет у текста нет даты",
                "kk": "жоқ мәтіннің күні көрсетілмеген",
                "en": "none the text held has no date",
            },
        ),
        (
            [gates("2027", "1")],
            {
                "ru": "нет известен только год редакции: 2027 последняя у нас: 2027",
                "kk": "жоқ редакцияның тек жылы белгілі: 2027 бізде бар соңғысы: 2027",
                "en": "none only the edition's year is known: 2027 newest held: 2027",
            },
        ),
    ],
)
@pytest.mark.parametrize("ui", list(Language))
def test_where_none_answers_it_says_so_and_why(
    own_house: House, ui: Language, editions: list[Edition], words: dict[str, str]
) -> None:
    hold(own_house, editions)
    assert cell(own_house, EVE, ui) == words[ui]


@pytest.mark.parametrize(
    ("ui", "words"),
    [
        (Language.RU, "нет у нас нет редакции 05.05.2026 последняя у нас: 01.01.2020"),
        (Language.KK, "жоқ 05.05.2026 редакциясы бізде жоқ бізде бар соңғысы: 01.01.2020"),
        (Language.EN, "none edition 5 May 2026 is not held newest held: 1 January 2020"),
    ],
)
def test_a_later_edition_that_is_not_held_is_named(
    own_house: House, ui: Language, words: str
) -> None:
    hold(own_house, [gates("2020-01-01", "1")])
    with own_house.store.write() as session:
        listed = [ListedEdition(gates(day, "1").label) for day in ("2026-05-05", COMES)]
        writes.list_editions(session, NGR, Language.RU, listed, "adilet", FETCHED)
    assert cell(own_house, EVE, ui) == words


@pytest.mark.parametrize(
    ("ui", "words"),
    [
        (Language.RU, "нет акт утратил силу 01.01.2026 последняя у нас: 01.01.2020"),
        (Language.KK, "жоқ акт 01.01.2026 күні күшін жойған бізде бар соңғысы: 01.01.2020"),
        (Language.EN, "none the act was repealed on 1 January 2026 newest held: 1 January 2020"),
    ],
)
def test_of_a_repealed_act_none_answers(own_house: House, ui: Language, words: str) -> None:
    act = Act(NGR, {Language.RU: TITLE}, repealed_on=date(2026, 1, 1))
    hold(own_house, [gates("2020-01-01", "1")], act)
    assert cell(own_house, EVE, ui) == words

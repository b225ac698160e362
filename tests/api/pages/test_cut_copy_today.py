"""Whether a text of which the copy breaks off is in force: no older edition is a reason."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from bs4 import BeautifulSoup

from tests.api.house import House
from tests.api.orchard import CUT, EDITIONS, NGR, NOT_HELD, WHOLE, hold_orchard
from tests.api.pages.test_pages import soup_of, text_of


def page(house: House, label: str, ui: str = "ru") -> BeautifulSoup:
    return soup_of(house.client(), f"/acts/{NGR}/articles/art_2?lang=ru&edition={label}&ui={ui}")


def hold(house: House, listed: Sequence[str]) -> None:
    """The whole edition and the one behind it that breaks off, and what else is known."""
    hold_orchard(house, EDITIONS[:2], listed)


def test_the_reason_is_an_edition_behind_the_text_that_is_shown(own_house: House) -> None:
    hold(own_house, NOT_HELD)
    told = text_of(page(own_house, CUT), ".above")
    assert "Редакция 09.09.2015 известна, но её у нас нет." in told
    assert "05.05.2007" not in told
    assert "Редакция 05.05.2007 известна" in text_of(page(own_house, WHOLE), ".above")


@pytest.mark.parametrize(
    ("ui", "words"),
    [
        ("ru", "Редакция 01.03.2010 есть у нас не целиком"),
        ("kk", "01.03.2010 редакциясы бізде толық емес"),
        ("en", "Edition 1 March 2010 is held only in part"),
    ],
)
def test_an_edition_that_is_held_in_part_is_not_said_to_be_missing(
    own_house: House, ui: str, words: str
) -> None:
    hold(own_house, ())
    for label in (WHOLE, CUT):
        assert words in text_of(page(own_house, label, ui), ".above")


def test_where_only_older_editions_are_unknown_none_is_the_reason(own_house: House) -> None:
    hold(own_house, NOT_HELD[:1])
    told = text_of(page(own_house, CUT), ".above")
    assert "Действует ли этот текст сегодня, неизвестно" in told
    assert "05.05.2007" not in told
    assert "Наша копия редакции может обрываться внутри этой статьи." in told


def test_an_answer_for_a_day_says_that_the_edition_is_held_in_part(own_house: House) -> None:
    hold(own_house, ())
    told = own_house.client().get(f"/v1/acts/{NGR}/articles/art_2?lang=ru&in_force_on=2026-01-01")
    assert told.status_code == 409
    assert f"edition {CUT} is held only in part" in told.json()["detail"]

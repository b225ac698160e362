"""The page of an article whose copy breaks off: what is not held is never shown as deleted."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from tests.api.house import House
from tests.api.orchard import CUT, HONEY, KEYS, LAST, NGR, PEARS, WHOLE, hold_orchard
from tests.api.pages.test_pages import soup_of, text_of


@pytest.fixture
def orchard(own_house: House) -> TestClient:
    hold_orchard(own_house)
    return own_house.client()


def changes(client: TestClient, label: str, language: str = "ru") -> BeautifulSoup:
    return soup_of(
        client, f"/acts/{NGR}/articles/art_2?lang=ru&edition={label}&view=changes&ui={language}"
    )


def test_the_rest_of_the_text_before_is_not_struck_out(orchard: TestClient) -> None:
    soup = changes(orchard, CUT)
    shown = text_of(soup, "div.wording.changes")
    assert KEYS in shown
    assert "Груши собирают ле" in shown
    assert not soup.select("article del, article ins")
    rest = text_of(soup, ".not-compared")
    assert PEARS.removeprefix("Груши собирают ле") in rest
    assert HONEY in rest


def test_the_page_says_which_copy_breaks_off_and_how_much_is_not_compared(
    orchard: TestClient,
) -> None:
    told = text_of(changes(orchard, CUT), "article.law")
    assert "Наша копия редакции 01.03.2010 может обрываться внутри статьи" in told
    assert "В той части, которая есть в обеих копиях, слова те же." in told
    assert "Продолжение прежнего текста (12 слов) ни с чем не сравнивалось" in told


def test_what_the_copy_before_lacks_is_not_shown_as_added(orchard: TestClient) -> None:
    soup = changes(orchard, LAST)
    assert not soup.select("article del, article ins")
    told = text_of(soup, "article.law")
    assert "Наша копия редакции 01.03.2010 может обрываться внутри статьи" in told
    assert "Продолжение этого текста (12 слов)" in told
    assert HONEY in text_of(soup, ".not-compared")


@pytest.mark.parametrize("label", [CUT, LAST])
def test_the_text_and_the_list_of_its_history_count_nothing_that_is_not_held(
    orchard: TestClient, label: str
) -> None:
    soup = soup_of(orchard, f"/acts/{NGR}/articles/art_2?lang=ru&edition={label}")
    assert not soup.select(".last-change .counts")
    assert not soup.select(".history del, .history ins")
    told = text_of(soup, ".history")
    assert told.count("В той части, которая есть в обеих копиях, слова те же.") == 2
    assert "Слова те же; изменились только примечания" not in told


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("kk", "Біздегі 01.03.2010 редакциясының көшірмесі осы баптың ішінде үзілуі мүмкін"),
        ("en", "Our copy of edition 1 March 2010 may break off inside this article"),
    ],
)
def test_it_is_said_in_the_readers_language(orchard: TestClient, language: str, words: str) -> None:
    assert words in text_of(changes(orchard, CUT, language), "article.law")


def test_a_place_that_both_copies_have_is_told_once_as_cut(orchard: TestClient) -> None:
    for left, right in ((WHOLE, CUT), (CUT, WHOLE)):
        soup = soup_of(orchard, f"/compare?left={NGR}@{left}&right={NGR}@{right}&lang=ru")
        told = [" ".join(one.get_text().split()) for one in soup.select("details.notice")]
        assert sorted(told) == [
            (
                "Не сравнивается 1 место: наша копия «01.03.2010» может обрываться внутри него "
                "статья 2"
            ),
            (
                "Не сравниваются 2 места: в нашей копии «10.01.2005» они есть, в копии "
                "«01.03.2010» нет статья 3, статья 4"
            ),
        ]


def test_a_rule_of_another_act_is_no_reason_to_say_that_a_copy_lacks_a_place(
    orchard: TestClient,
) -> None:
    soup = soup_of(orchard, f"/compare?left={NGR}:art_2@{CUT}&right={NGR}:art_1@{WHOLE}&lang=ru")
    told = [" ".join(one.get_text().split()) for one in soup.select("details.notice")]
    assert told == [
        (
            "Не сравнивается 1 место: наша копия «Z050000777_, 01.03.2010» может обрываться внутри "
            "него статья 2"
        )
    ]

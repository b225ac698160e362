"""A page that refuses says which parameter does not fit and what is wanted, in three languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from api.words.interface import Interface, section
from corpus.law import Language
from tests.api.house import House
from tests.api.law import ELECTIONS, LOCAL
from tests.api.pages.test_pages import soup_of, text_of

ARTICLE = f"/acts/{LOCAL}/articles/art_36"
HASHED = f"{ARTICLE}/pinned?lang=ru&edition=2021-05-24"
FAULTS = [
    ("/search?on=2021-13-45", "дата (on): «2021-13-45» — нужен существующий день"),
    ("/search?changed=2020", "между датами (changed): «2020» — нужны два существующих дня"),
    ("/search?lang=xx", "язык текста (lang): «xx» — допустимо: ru (русский), kk (казахский)"),
    ("/search?year=19", "год (year): «19» — нужны годы из четырёх цифр"),
    ("/search?theme=nope", "тема (theme): «nope» — допустимо: electorate"),
    ("/search?status=nope", "состояние (status): «nope» — допустимо: "),
    ("/search?act=%00", "акт (act): нужны регистрационные номера"),
    ("/search?page=0", "номер страницы (page): «0» — нужно число не меньше 1."),
    ("/search?page=x", "номер страницы (page): «x» — нужно целое число."),
    ("/search?cross=x", "на других языках (cross): «x» — нужно true или false."),
    (f"/search?q={'а' * 10_001}", "слова поиска (q): «аааа"),
    (f"/search?year={',1995' * 51}", "год (year): «,1995,1995"),
    (f"/acts/{LOCAL}?edition=abc", "редакция (edition): «abc» — нужна дата редакции"),
    (f"/acts/{LOCAL}?view=nope", "вид (view): «nope» — допустимо: text, contents."),
    (f"{ARTICLE}?view=nope", "вид (view): «nope» — допустимо: text, changes, blame."),
    (f"{ARTICLE}?in_force_on=1.1", "дата действия (in_force_on): «1.1» — нужен существующий"),
    (f"{ARTICLE}/pinned", "редакция (edition): обязательно, укажите"),
    (f"{HASHED}&snapshot=zz", "sha256 ответа реестра (snapshot): «zz» — нужны от"),
    ("/changes?since=bad", "с даты (since): «bad» — нужен существующий день"),
    ("/regimes?theme=%01", "тема (theme): уберите невидимые"),
    ("/amendments?before=x", "до какой записи (before): «x» — нужно целое число."),
    ("/status/runs/x", "номер запуска (run): «x» — нужно целое число."),
    (f"/compare?left={'Z' * 301}", "слева (left): «ZZZZ"),
]
AT_ODDS = [
    (f"{ARTICLE}?on=2022-01-01&in_force_on=2022-01-01", "Укажите что-то одно"),
    (f"/acts/{LOCAL}?on=2022-01-01&edition=2022", "Укажите дату (on) или редакцию (edition)"),
    (f"{ARTICLE}?presume=true", "Предположение (presume) имеет смысл только"),
    (HASHED, "нужен его отпечаток"),
    ("/changes?article=art_1", "Статья (article) выбирается вместе с актом"),
    (f"/changes?act={LOCAL}&article=art_36&regime=2013", "Выберите статью или порядок выборов"),
    ("/changes?since=2022-01-02&until=2022-01-01", "Вторая дата раньше первой"),
    ("/search?on=2020-01-01&changed=2018-01-01..2019-01-01", "Укажите либо одну дату, либо две"),
]


def _with(url: str, language: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}ui={language}"


@pytest.mark.parametrize(("url", "told"), FAULTS + AT_ODDS)
def test_a_page_says_in_russian_what_does_not_fit_and_what_is_wanted(
    client: TestClient, url: str, told: str
) -> None:
    soup = soup_of(client, _with(url, "ru"), 422)
    assert told in text_of(soup, "main .notice")
    for english in soup.select("main [lang=en]"):
        assert english.find_parent("details") is not None


@pytest.mark.parametrize("language", ["kk", "en"])
@pytest.mark.parametrize(("url", "told"), FAULTS + AT_ODDS)
def test_the_same_is_said_in_kazakh_and_in_english(
    client: TestClient, url: str, told: str, language: str
) -> None:
    said = text_of(soup_of(client, _with(url, language), 422), "main .notice")
    assert told not in said
    other = Interface(Language(language))("wanted.other")
    assert other not in said  # there are words for every fault
    letters = set(said) & set("әғқңөұүһі") if language == "kk" else re.search(r"[a-z]{4}", said)
    assert letters


def test_every_parameter_of_a_page_has_a_name_in_words(house: House) -> None:
    named = set(section("parameter"))
    assert set(_parameters(house)) - {"ui"} <= named


def _parameters(house: House) -> Iterator[str]:
    """The parameters that the pages' templates put into addresses and forms."""
    client = house.client()
    for url in ("/search", "/changes", "/amendments", "/regimes", "/compare", f"/acts/{LOCAL}"):
        soup = soup_of(client, url)
        for field in soup.select("main form [name]"):
            yield str(field["name"])


def test_what_was_typed_stays_in_the_form_of_a_search_that_is_refused(client: TestClient) -> None:
    soup = soup_of(
        client,
        f"/search?q=выборы+акима&on=2021-13-45&lang=kk&act={ELECTIONS}&cross=true&ui=ru",
        422,
    )
    assert soup.select_one("form.search input[name=q]")["value"] == "выборы акима"  # type: ignore[index]
    chosen = [str(one["value"]) for one in soup.select("form.search option[selected]")]
    assert chosen == [ELECTIONS, "kk"]
    assert soup.select_one("#cross[checked]") is not None
    assert soup.select_one("form.search input[name=on]")["value"] == ""  # type: ignore[index]


def test_the_same_page_without_what_does_not_fit_is_a_link_that_opens(client: TestClient) -> None:
    soup = soup_of(client, "/search?q=аким&on=2021-13-45&lang=ru&ui=ru", 422)
    links = [str(one["href"]) for one in soup.select("main p > a")]
    assert links[0].startswith("/search?q=")
    assert "on=" not in links[0]
    assert client.get(links[0]).status_code == 200


def test_a_broken_edition_offers_the_newest_ones_of_the_same_place(client: TestClient) -> None:
    soup = soup_of(client, f"{ARTICLE}?edition=abc&ui=ru", 422)
    links = [str(one["href"]) for one in soup.select("ul[aria-labelledby=newest] a")]
    assert links
    assert all(one.startswith(ARTICLE) for one in links)
    assert client.get(links[0]).status_code == 200


def test_what_was_given_is_escaped_and_cut(client: TestClient) -> None:
    answer = client.get("/search", params={"on": "<script>alert(1)</script>" + "9" * 100})
    assert answer.status_code == 422
    assert "<script>alert" not in answer.text
    assert "9" * 41 not in answer.text.partition("<main")[2].partition("<form")[0]

"""Two languages of an act side by side: the same places in one row."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from corpus.law import Article, Edition, Language
from tests.api import law
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.pages.test_pages import soup_of, text_of

PAGE = f"/acts/{law.LOCAL}"
RULES = f"/acts/{law.RULES}"


def _edition(language: Language, label: str, *articles: Article) -> Edition:
    title = "О сроках" if language is Language.RU else "Мерзімдер туралы"
    return law.edition(law.RULES, label, *articles, title=title, language=language)


def _article(number: str, language: Language) -> Article:
    words = "Срок" if language is Language.RU else "Мерзім"
    text = law.point("1", f"{words} {number}.")
    return law.article(number, words, text, divisions=(), language=language)


def _client(house: House, *editions: Edition) -> TestClient:
    with house.store.write() as session:
        store_editions(session, house.snapshots, editions)
    house.index()
    return house.client()


RU, KK = Language.RU, Language.KK


def test_another_language_is_offered_where_it_has_an_edition_of_that_day(
    client: TestClient,
) -> None:
    offered = soup_of(client, f"{PAGE}?lang=ru&edition=2021-05-24&ui=ru").select(".place-kept a")
    assert f"{PAGE}?lang=ru&edition=2021-05-24&beside=kk&ui=ru" in [one["href"] for one in offered]
    alone = soup_of(client, f"{PAGE}?lang=ru&edition=2013-06-13&ui=ru").select(".place-kept a")
    assert not [one for one in alone if "beside" in str(one["href"])]


def test_the_same_articles_stand_in_one_row_and_keep_their_anchors(client: TestClient) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&edition=2021-05-24&beside=kk&ui=ru")
    sides = soup.select("[id=art_36] > .side")
    assert [one["lang"] for one in sides] == ["ru", "kk"]
    assert "сами жители" in sides[0].get_text()
    assert "тұрғындар" in sides[1].get_text()
    assert "такого места у нас нет" in soup.select("[id=art_35] > .side")[1].get_text()
    ids = [str(one["id"]) for one in soup.select("[id]")]
    assert len(ids) == len(set(ids))


def test_what_only_the_other_language_has_stands_where_it_has_it(own_house: House) -> None:
    client = _client(
        own_house,
        _edition(RU, "2020-01-01", _article("1", RU), _article("3", RU)),
        _edition(KK, "2020-01-01", *(_article(number, KK) for number in ("0", "1", "2", "3"))),
    )
    soup = soup_of(client, f"{RULES}?lang=ru&beside=kk&ui=ru")
    rows = [str(one["id"]) for one in soup.select(".whole > .article")]
    assert rows == ["art_0", "art_1", "art_2", "art_3"]
    assert text_of(soup, "[id=art_2] .side[lang=kk] a") == "2-бап. Мерзім"
    assert "такого места" in text_of(soup, "[id=art_2] .side[lang=ru]")


def test_an_edition_of_another_label_beside_is_told(own_house: House) -> None:
    client = _client(
        own_house,
        _edition(RU, "2020-01-01", _article("1", RU)),
        _edition(RU, "2021-06-01", _article("1", RU)),
        _edition(KK, "1998", _article("1", KK)),
    )
    # That Russian has an edition of 2020 tells that Kazakh has one: the old one does not answer.
    soup = soup_of(client, f"{RULES}?lang=ru&edition=2020-01-01&beside=kk&ui=ru")
    assert "редакции того же дня у нас нет" in text_of(soup, ".text .notice")
    nearest = soup.select(".text .notice a")
    assert [one.get_text() for one in nearest] == ["1998"]
    assert client.get(str(nearest[0]["href"])).status_code == 200
    assert len(soup.select(".pair")) == 0


def test_of_two_undated_editions_it_is_not_claimed_that_they_are_one(own_house: House) -> None:
    client = _client(
        own_house,
        _edition(RU, "undated", _article("1", RU)),
        _edition(KK, "undated", _article("1", KK)),
    )
    soup = soup_of(client, f"{RULES}?lang=ru&beside=kk&ui=ru")
    assert "одна ли это редакция, неизвестно" in text_of(soup, ".text .notice")
    assert len(soup.select("[id=art_1] > .side")) == 2


def test_a_language_that_is_not_held_beside_is_a_problem_with_those_that_are(
    client: TestClient,
) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&beside=en&ui=ru", 404)
    assert "на этом языке у нас нет (английский)" in text_of(soup, "main")


@pytest.mark.parametrize("beside", ["", "ru"])
def test_the_same_language_beside_is_the_text_alone(client: TestClient, beside: str) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&edition=2021-05-24&beside={beside}")
    assert soup.select(".pair") == []
    assert soup.select(".whole > .article") != []

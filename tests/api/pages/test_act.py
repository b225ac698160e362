"""The page of an act: its text, its contents, its dates; what is unknown is said."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from corpus.law import Act, Division, DivisionKind, EditionLabel, Footnote, Language, ListedEdition
from corpus.store.writes import list_editions, upsert_act
from tests.api import law
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.pages.test_pages import soup_of, text_of

PAGE = f"/acts/{law.LOCAL}"


def facts(soup: BeautifulSoup) -> dict[str, str]:
    """What the page says of the act, by what it is called."""
    found = {}
    for line in soup.select("dl.facts > div"):
        name, value = line.select_one("dt"), line.select_one("dd")
        assert name is not None
        assert value is not None
        found[name.get_text()] = " ".join(value.get_text().split())
    return found


def test_the_whole_text_stands_on_the_page_with_an_anchor_and_a_link_for_each_article(
    client: TestClient,
) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&edition=2021-05-24")
    rows = soup.select(".whole > .article")
    assert [row["id"] for row in rows] == ["preamble", "art_35", "art_36", "art_36-1", "art_37"]
    election = rows[2]
    assert "сами жители" in election.get_text()
    link = election.select_one("h4 a")
    assert isinstance(link, Tag)
    assert link["href"] == f"{PAGE}/articles/art_36?lang=ru&edition=2021-05-24"
    assert client.get(str(link["href"])).status_code == 200
    assert election.select_one("#art_36__p_2") is not None


def test_the_contents_at_the_side_lead_into_the_text(client: TestClient) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&edition=2021-05-24")
    anchors = [str(one["href"]) for one in soup.select(".aside ul.contents a")]
    assert anchors == ["#preamble", "#art_35", "#art_36", "#art_36-1", "#art_37"]
    assert all(soup.select_one(f"[id='{one[1:]}']") for one in anchors)
    assert text_of(soup, ".aside summary:not(.contents-fold > summary)") == "Глава 3. Аким"


def test_the_registrys_notes_stand_apart_from_the_wording(client: TestClient) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&edition=2021-05-24")
    assert all("Сноска" not in one.get_text() for one in soup.select(".wording"))
    assert "изложена заново" in text_of(soup, "#art_36 .registry-notes")


def test_an_article_without_words_says_so(client: TestClient) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&edition=2022-11-05")
    assert "остался только заголовок" in text_of(soup, "#art_37 .wording")


def test_a_table_of_the_law_is_a_table(client: TestClient) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&edition=2022-11-05")
    cells = [one.get_text() for one in soup.select("#art_35 table td")]
    assert cells == ["Вопрос", "Срок", "Дорога", "месяц", "Приём", "неделя"]


def test_the_contents_alone_lead_to_the_articles_pages(client: TestClient) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&edition=2022-11-05&view=contents")
    assert soup.select(".whole") == []
    links = [str(one["href"]) for one in soup.select("ul.contents.in-full a")]
    assert f"{PAGE}/articles/art_36?lang=ru&edition=2022-11-05" in links
    assert all(client.get(one).status_code == 200 for one in links)


def test_levels_of_divisions_are_levels_of_headings(own_house: House) -> None:
    section = Division(DivisionKind.SECTION, "sec_1", "1", "Общее", "Раздел 1. Общее")
    inner = Division(DivisionKind.CHAPTER, "ch_1", "1", "Слова", "Глава 1. Слова")
    first = law.article("1", "Первая", law.point("1", "Да."), divisions=("sec_1", "ch_1"))
    last = law.article("2", "Вторая", law.point("1", "Нет."), divisions=())
    edition = law.edition(law.RULES, "2020-01-01", section, inner, first, last, title="Уровни")
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [edition])
    own_house.index()
    soup = soup_of(own_house.client(), f"/acts/{law.RULES}")
    shown = [(one.name, one.get_text()) for one in soup.select(".whole :is(h3, h4, h5, h6)")]
    assert shown == [
        ("h3", "Раздел 1. Общее"),
        ("h4", "Глава 1. Слова"),
        ("h5", "Статья 1. Первая"),
        ("h3", "Статья 2. Вторая"),
    ]


def test_three_dates_are_told_with_what_they_rest_on(client: TestClient) -> None:
    told = facts(soup_of(client, f"{PAGE}?lang=ru&ui=ru"))
    assert told["Принят"] == "23.01.2001 по списку наблюдения"
    assert told["Проверен в реестре"] == "02.11.2026 последний ответ реестра"
    assert told["Изменения этой редакции вступают в силу"].startswith("неизвестно")
    assert "а не день вступления в силу" in told["Изменения этой редакции вступают в силу"]


def test_what_is_not_known_of_an_act_is_called_unknown(own_house: House) -> None:
    edition = law.edition(law.RULES, "undated", law.preamble("Так."), title="Без дат")
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [edition])
    own_house.index()
    soup = soup_of(own_house.client(), f"/acts/{law.RULES}?ui=ru")
    told = facts(soup)
    assert told["Принят"].startswith("неизвестно")
    assert told["Показана редакция"].startswith("без даты")
    assert "Дата редакции неизвестна" in text_of(soup, ".edition-banner.undated")
    assert soup.select(".strip") == []  # one edition without a day is no line
    assert text_of(soup, "table.editions tbody th") == "без даты"


def test_a_part_of_an_act_names_what_it_holds(client: TestClient) -> None:
    told = facts(soup_of(client, f"/acts/{law.ELECTIONS}?lang=ru&edition=2022-02-07&ui=ru"))
    assert told["Полнота"] == "часть акта 1 статья: глава 13-1"


def test_an_act_without_a_text_has_its_dates_and_says_what_is_missing(own_house: House) -> None:
    seen = datetime(2026, 11, 2, 20, tzinfo=UTC)  # already the next day in Kazakhstan
    with own_house.store.write() as session:
        upsert_act(
            session,
            Act(law.WATCHED, {Language.RU: "Закон без текста"}, adopted=date(2021, 5, 24)),
        )
        listed = [ListedEdition(EditionLabel.parse("2021-05-24"))]
        list_editions(session, law.WATCHED, Language.RU, listed, "adilet", seen)
    soup = soup_of(own_house.client(), f"/acts/{law.WATCHED}?ui=ru")
    assert text_of(soup, "h1") == "Закон без текста"
    told = facts(soup)
    assert told["Принят"] == "24.05.2021 по списку наблюдения"
    assert told["Проверен в реестре"] == "03.11.2026 последний ответ реестра"
    assert "не запрашивался" in text_of(soup, ".completeness")


def test_notes_on_the_act_itself_that_follow_each_other_stand_together(own_house: House) -> None:
    notes = [Footnote("Сноска. Раз."), Footnote("Сноска. Два.")]
    edition = law.edition(
        law.RULES, "2020-01-01", *notes, law.preamble("Так."), title="С пометками"
    )
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [edition])
    own_house.index()
    soup = soup_of(own_house.client(), f"/acts/{law.RULES}?ui=ru")
    assert [text_of(one, "summary") for one in soup.select(".whole > .notes")] == [
        "2 примечания реестра"
    ]


@pytest.mark.parametrize(
    ("query", "status", "told"),
    [
        ("?edition=2021-05-25", 404, "Редакции 25.05.2021"),
        ("?lang=en", 404, "на этом языке у нас нет (английский); есть: казахский, русский."),
        ("?on=2001-01-01", 404, "Текст на 01.01.2001 неизвестен"),
        ("?on=2022-13-45", 422, "Не подходит: дата (on): «2022-13-45» — нужен существующий день"),
        ("?view=sideways", 422, "Не подходит: вид (view): «sideways» — допустимо: text, contents."),
        ("?beside=de", 422, "Не подходит: второй язык (beside): «de» — допустимо: ru (русский)"),
        ("?on=2022-01-01&edition=2021-05-24", 422, "Укажите дату (on) или редакцию (edition)"),
    ],
)
def test_what_cannot_be_shown_is_said_with_what_can(
    client: TestClient, query: str, status: int, told: str
) -> None:
    soup = soup_of(client, f"{PAGE}{query}&ui=ru", status)
    assert told in text_of(soup, "main")
    for link in soup.select("ul[aria-labelledby=nearest] a"):
        assert client.get(str(link["href"])).status_code == 200


def test_languages_that_are_held_are_offered_by_name(client: TestClient) -> None:
    soup = soup_of(client, f"{PAGE}?lang=en&ui=ru", 404)
    assert [one.get_text() for one in soup.select("ul[aria-labelledby=nearest] a")] == [
        "казахский",
        "русский",
    ]


@pytest.mark.parametrize(("typed", "meant"), [("Z01000148_", law.LOCAL), ("148", law.LOCAL)])
def test_an_unknown_act_is_answered_with_the_nearest_by_title(
    client: TestClient, typed: str, meant: str
) -> None:
    soup = soup_of(client, f"/acts/{typed}?ui=ru", 404)
    links = {one.get_text(): str(one["href"]) for one in soup.select("#nearest ~ ul a")}
    assert links[f"{law.LOCAL_TITLE} ({meant})"] == f"/acts/{meant}?ui=ru"

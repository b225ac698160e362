"""The editions of an act in time on its page: the strip, the table that says the same, banners."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from bs4 import Tag
from fastapi.testclient import TestClient

from api.services import utc_now
from corpus.law import Act, Edition, EditionLabel, Footnote, Language
from corpus.legal_day import day_in_kazakhstan
from corpus.store.writes import upsert_act
from tests.api import gardens, law
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.pages.test_pages import soup_of, text_of

PAGE = f"/acts/{law.LOCAL}"
GARDEN = f"/acts/{gardens.NGR}"


@pytest.fixture
def garden(own_house: House) -> TestClient:
    gardens.plant(own_house)
    return own_house.client()


def _editions(*labels: str) -> list[Edition]:
    return [
        law.edition(
            law.RULES,
            label,
            law.article("1", "Срок", law.point("1", f"Слова {label}."), divisions=()),
            title="О сроках",
        )
        for label in labels
    ]


def _client(house: House, *labels: str, **act: date) -> TestClient:
    with house.store.write() as session:
        upsert_act(session, Act(law.RULES, {Language.RU: "О сроках"}, **act))  # type: ignore[arg-type]  # days only
        store_editions(session, house.snapshots, _editions(*labels))
    house.index()
    return house.client()


def test_every_segment_of_the_strip_leads_somewhere_and_the_shown_one_is_marked(
    client: TestClient,
) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&edition=2021-05-24&ui=ru")
    segments = soup.select(".strip a")
    assert [one["class"] for one in soup.select(".strip .shown")] == [["held", "shown"]]
    assert len(segments) == 4  # three held, one known from the registry's list only
    for one in segments:
        href = str(one["href"])
        if href.startswith("#"):
            assert one.select("rect.gap")
            assert soup.select_one(f"[id='{href[1:]}']") is not None
        else:
            assert client.get(href).status_code == 200


def test_the_strip_is_left_to_the_eyes_and_the_table_says_the_same(client: TestClient) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&ui=ru")
    strip = soup.select_one(".strip")
    assert isinstance(strip, Tag)
    assert strip["aria-hidden"] == "true"
    assert all(one["tabindex"] == "-1" for one in strip.select("a"))
    rows = [text_of(one, "th") for one in soup.select("table.editions tbody tr")]
    titles = [one.get_text().partition(":")[0].partition(" ·")[0] for one in strip.select("title")]
    assert rows == titles[::-1] == ["2022-11-05", "2021-05-24", "2018-12-28", "2013-06-13"]
    assert "текст не запрашивался" in text_of(soup, "tr.gap td")


def test_an_edition_names_the_acts_that_its_notes_are_the_first_to_name(garden: TestClient) -> None:
    soup = soup_of(garden, f"{GARDEN}?ui=ru")
    made = {
        text_of(row, "th"): text_of(row, "td:nth-of-type(2)")
        for row in soup.select("tbody tr:not(.gap)")
    }
    assert "№ 8-II" in made["2002-12-06"]
    assert "действует с 01.06.2003" in made["2002-12-06"]
    assert "№ 7-II" not in made["2002-12-06"]  # the edition before has it
    assert "№ 9-II" in made["2004-09-09"]
    assert "день вступления в силу неизвестен" in made["2004-09-09"]


def test_an_act_of_old_is_not_told_as_the_news_of_the_oldest_edition_held(own_house: House) -> None:
    note = Footnote("Сноска. Статья 1 с изменением, внесенным Законом РК от 05.02.2002 № 7-II.")
    edition = law.edition(
        law.RULES,
        "2010-03-04",
        law.article("1", "Срок", law.point("1", "Слова."), note, divisions=()),
        title="О сроках",
    )
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [edition])
    own_house.index()
    soup = soup_of(own_house.client(), f"/acts/{law.RULES}?ui=ru")
    assert "примечания этой редакции не называют" in text_of(soup, "table.editions")


def test_the_edition_shown_can_be_compared_with_the_one_before(client: TestClient) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&edition=2021-05-24&ui=ru")
    links = {one.get_text(): str(one["href"]) for one in soup.select(".actions a")}
    compare = links["Сравнить с предыдущей (2013-06-13)"]
    assert "left=Z010000148_%402013-06-13&right=Z010000148_%402021-05-24" in compare
    assert client.get(compare).status_code == 200
    oldest = soup_of(client, f"{PAGE}?lang=ru&edition=2013-06-13&ui=ru")
    assert not [one for one in oldest.select(".actions a") if "Сравнить" in one.get_text()]


def test_an_old_edition_says_so_and_leads_to_the_newest(client: TestClient) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&edition=2013-06-13&ui=ru")
    link = soup.select_one(".edition-banner.historical a")
    assert isinstance(link, Tag)
    assert link["href"] == f"{PAGE}?lang=ru&edition=2022-11-05&ui=ru"
    assert soup_of(client, f"{PAGE}?lang=ru").select(".edition-banner") == []


def test_where_a_later_edition_is_not_held_no_other_is_called_the_current_one(
    client: TestClient,
) -> None:
    soup = soup_of(client, f"{PAGE}?lang=kk&ui=ru")  # of 2021; the list names one of 2022
    banner = text_of(soup, ".edition-banner.historical")
    assert "какой текст действует сейчас, здесь не видно" in banner
    assert "2022-11-05" in banner
    assert soup.select(".edition-banner.historical a") == []


def test_an_edition_of_tomorrow_is_called_future_and_today_knows_of_it(own_house: House) -> None:
    soon = (day_in_kazakhstan(utc_now()) + timedelta(days=400)).isoformat()
    client = _client(own_house, "2020-01-01", soon)
    future = soup_of(client, f"/acts/{law.RULES}?edition={soon}&ui=ru")
    assert "сегодня этот текст ещё не действует" in text_of(future, ".edition-banner.future")
    assert "ещё не в силе" in text_of(future, "tr.shown th")
    now = soup_of(client, f"/acts/{law.RULES}?edition=2020-01-01&ui=ru")
    assert text_of(now, ".edition-banner.upcoming a") == soon
    assert now.select(".edition-banner.historical") == []
    assert len(now.select(".strip .future")) == 1


def test_a_repealed_act_says_since_when(own_house: House) -> None:
    client = _client(own_house, "2004-12-06", "2005-07-08", repealed_on=date(2011, 5, 19))
    soup = soup_of(client, f"/acts/{law.RULES}?ui=ru")
    assert "не действует с 19.05.2011" in text_of(soup, ".edition-banner.repealed")


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_two_hundred_editions_are_a_strip_and_a_folded_table(own_house: House, ui: str) -> None:
    first = date(1996, 1, 1)
    labels = [(first + timedelta(days=50 * n)).isoformat() for n in range(200)]
    client = _client(own_house, *labels)
    soup = soup_of(client, f"/acts/{law.RULES}?ui={ui}&edition={labels[100]}")
    assert len(soup.select(".strip a")) == len(soup.select("table.editions tbody tr")) == 200
    folded = soup.select_one("details.all-editions")
    assert isinstance(folded, Tag)
    assert "open" not in folded.attrs
    assert text_of(soup, "tr.shown th") == labels[100]


def test_labels_of_a_year_and_of_no_day_have_their_places(own_house: House) -> None:
    client = _client(own_house, "1998", "2005-07-08", "undated")
    soup = soup_of(client, f"/acts/{law.RULES}?ui=ru&edition=1998")
    titles = [one.get_text() for one in soup.select(".strip title")]
    assert titles == ["без даты", "1998", "2005-07-08"]
    assert EditionLabel.parse("1998").last_day == date(1998, 12, 31)
    shown = text_of(soup, "dl.facts")
    assert "с 31.12.1998 до 08.07.2005" in shown


@pytest.mark.parametrize(("first", "marked"), [("1996-01-01", True), ("1996-02-01", False)])
def test_a_year_at_the_left_end_of_the_strip_is_written_from_its_mark_on(
    own_house: House, first: str, marked: bool
) -> None:
    soup = soup_of(_client(own_house, first, "2001-05-24"), f"/acts/{law.RULES}?ui=ru")
    years = soup.select(".strip svg text")
    assert years
    assert (years[0].get("class") == ["first"]) is marked
    assert all(int(str(one["x"])) >= 18 for one in years[int(marked) :])

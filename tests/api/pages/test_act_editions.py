"""The editions of an act in time on its page: the strip, the table that says the same, banners."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from bs4 import Tag
from fastapi.testclient import TestClient

from api.words.interface import Interface
from corpus.law import Act, Edition, EditionLabel, Footnote, Language
from corpus.store.writes import upsert_act
from tests.api import gardens, law
from tests.api.filling import store_editions
from tests.api.house import NOW, House
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
    titles = [
        one.get_text().partition(":")[0].partition(" ·")[0] for one in strip.select("a title")
    ]
    assert rows == titles[::-1] == ["05.11.2022", "24.05.2021", "28.12.2018", "13.06.2013"]
    assert "текст не запрашивался" in text_of(soup, "tr.gap td")


def test_an_edition_names_the_acts_that_its_notes_are_the_first_to_name(garden: TestClient) -> None:
    soup = soup_of(garden, f"{GARDEN}?ui=ru")
    made = {
        text_of(row, "th"): text_of(row, "td:nth-of-type(2)")
        for row in soup.select("tbody tr:not(.gap)")
    }
    assert "№ 8-II" in made["06.12.2002"]
    assert "действует с 01.06.2003" in made["06.12.2002"]
    assert "№ 7-II" not in made["06.12.2002"]  # the edition before has it
    assert "№ 9-II" in made["09.09.2004"]
    assert "день вступления в силу неизвестен" in made["09.09.2004"]


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
    compare = links["Сравнить с предыдущей (13.06.2013)"]
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
    assert "05.11.2022" in banner
    assert soup.select(".edition-banner.historical a") == []


def test_an_edition_of_tomorrow_is_called_future_and_today_knows_of_it(own_house: House) -> None:
    soon = (NOW.date() + timedelta(days=400)).isoformat()
    client = _client(own_house, "2020-01-01", soon)
    future = soup_of(client, f"/acts/{law.RULES}?edition={soon}&ui=ru")
    assert "сегодня этот текст ещё не действует" in text_of(future, ".edition-banner.future")
    assert "ещё не в силе" in text_of(future, "tr.shown th")
    now = soup_of(client, f"/acts/{law.RULES}?edition=2020-01-01&ui=ru")
    assert text_of(now, ".edition-banner.upcoming a") == Interface(Language.RU).label(
        EditionLabel.parse(soon)
    )
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
    told = Interface(Language(ui)).label(EditionLabel.parse(labels[100]))
    assert text_of(soup, "tr.shown th") == told


def test_labels_of_a_year_and_of_no_day_have_their_places(own_house: House) -> None:
    client = _client(own_house, "1998", "2005-07-08", "undated")
    soup = soup_of(client, f"/acts/{law.RULES}?ui=ru&edition=1998")
    titles = [one.get_text() for one in soup.select(".strip a title")]
    assert titles == ["без даты", "1998", "08.07.2005"]
    assert EditionLabel.parse("1998").last_day == date(1998, 12, 31)
    shown = text_of(soup, "dl.facts")
    assert "с какого-то дня 1998 года до 08.07.2005" in shown


def test_the_strip_of_a_repealed_act_says_so_where_its_editions_end(own_house: House) -> None:
    client = _client(own_house, "2001-01-01", "2005-07-08", repealed_on=date(2011, 5, 19))
    soup = soup_of(client, f"/acts/{law.RULES}?ui=ru")
    last, repealed = soup.select_one(".strip a:last-of-type rect"), soup.select_one("rect.repealed")
    assert isinstance(last, Tag)
    assert isinstance(repealed, Tag)
    start = float(str(repealed["x"]).rstrip("%"))
    end = float(str(last["x"]).rstrip("%")) + float(str(last["width"]).rstrip("%"))
    assert end == pytest.approx(start, abs=0.02)
    assert "Акт утратил силу" in text_of(soup, ".strip-key")


def test_only_what_the_strip_has_is_explained(client: TestClient) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&edition=2021-05-24&ui=ru")
    told = [one.get_text(strip=True) for one in soup.select(".strip-key > span")]
    assert told == ["есть целиком", "нет у нас", "показана"]


def test_the_grounds_of_what_is_told_in_a_line_unfold(client: TestClient) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&edition=2021-05-24&ui=ru")
    line = text_of(soup, ".about > summary")
    assert "Принят: 23.01.2001" in line
    assert "Вступление изменений в силу: неизвестно" in line
    assert "Проверен в реестре: 02.11.2026" in line
    assert soup.select_one(".about > dl.facts .ground") is not None


def test_the_foot_of_a_sheet_cites_the_act_in_its_edition_and_where_it_is(
    client: TestClient,
) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&ui=kk")  # cited in the language of its text
    cited, address = (one.get_text() for one in soup.select(".on-paper p"))
    assert "от 23 января 2001 года" in cited
    assert cited.endswith("(в редакции от 05.11.2022)")
    assert address.endswith(f"{PAGE}?lang=ru&edition=2022-11-05")
    assert client.get(address).status_code == 200


def test_an_act_is_cited_in_both_languages_and_in_its_edition(client: TestClient) -> None:
    soup = soup_of(client, f"{PAGE}?lang=ru&ui=ru")
    assert text_of(soup, "#copy-official-ru").startswith("Закон Республики Казахстан от 23 января")
    kazakh = soup.select_one("#copy-official-kk")
    assert isinstance(kazakh, Tag)
    assert kazakh["lang"] == "kk"
    assert "2001 жылғы 23 қаңтардағы" in kazakh.get_text()
    assert soup.select("#copy-official-en") == []
    assert text_of(soup, "#copy-of-edition") == text_of(soup, ".on-paper p")

"""The days of a text: of a label that is only a year, and of an edition that is to come."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from api.words.interface import Interface
from corpus.amending_acts import AmendingActs
from corpus.law import Footnote, Language
from corpus.watchlist import Watchlist
from crawler.amending import refresh_amendments
from tests.api import law
from tests.api.filling import RECORDED, store_editions
from tests.api.house import House, empty_house
from tests.api.meadow_years import NGR, sow
from tests.api.pages.test_article_state import at, banners
from tests.api.pages.test_pages import soup_of

PAGE = f"/acts/{NGR}/articles"
API = f"/v1/acts/{NGR}/articles"
TODAY = "2026-11-27"
UNKNOWN_DAYS = "в 1998 году; первый и последний день неизвестны"


@pytest.fixture(scope="module")
def meadows(tmp_path_factory: pytest.TempPathFactory) -> House:
    folder: Path = tmp_path_factory.mktemp("meadows")
    house = empty_house(folder)
    sow(house)
    return house


@pytest.fixture
def client(meadows: House) -> TestClient:
    return at(meadows, TODAY)


def words(soup: BeautifulSoup, where: str) -> list[str]:
    return [" ".join(one.get_text().split()) for one in soup.select(where)]


def test_of_a_label_that_is_a_year_the_days_are_told_as_unknown(client: TestClient) -> None:
    soup = soup_of(client, f"{PAGE}/art_1?edition=1998")
    assert UNKNOWN_DAYS in words(soup, ".history h3")[-1]
    assert any(UNKNOWN_DAYS in one for one in words(soup, "figure.strip title"))
    assert UNKNOWN_DAYS in words(soup, ".article-top .where")[0]
    assert "ни дня" not in soup.get_text()
    assert "31.12.1998" not in soup.get_text()


@pytest.mark.parametrize(
    ("ui", "told"),
    [
        ("kk", "1998 жылы; бірінші және соңғы күні белгісіз"),
        ("en", "in 1998; the first and the last day are not known"),
    ],
)
def test_it_is_told_in_the_language_of_the_reader(client: TestClient, ui: str, told: str) -> None:
    assert told in words(soup_of(client, f"{PAGE}/art_1?edition=1998&ui={ui}"), ".history h3")[-1]


def test_between_two_years_no_text_is_held(client: TestClient) -> None:
    gaps = words(soup_of(client, f"{PAGE}/art_1?edition=1998"), ".history .gap")
    assert "с 01.01.1999 до 01.01.2007: текста у нас нет" in gaps


def test_a_text_that_went_is_gone_by_the_first_edition_without_it_and_not_before(
    client: TestClient,
) -> None:
    soup = soup_of(client, f"{PAGE}/preamble?edition=1998")
    assert words(soup, ".history .gap") == [
        "с 31.12.2007: статьи не было",
        "с 01.01.1999 до 31.12.2007: текста у нас нет",
    ]
    ended = soup.select_one(".history .shown")
    assert ended is not None
    assert "375" in ended.get_text()
    assert "268" not in ended.get_text()


def test_of_a_text_that_went_the_edition_without_it_is_named_though_newer_ones_are_held_in_part(
    client: TestClient,
) -> None:
    told = banners(soup_of(client, f"{PAGE}/preamble?edition=1998"))
    assert list(told) == ["unknown"]
    assert "этой статьи нет" in told["unknown"]


def test_the_api_gives_no_days_to_a_text_whose_days_are_unknown(client: TestClient) -> None:
    oldest = client.get(f"{API}/art_1/history").json()["wordings"][0]
    assert (oldest["editions"], oldest["from"], oldest["to"]) == (["1998"], None, None)
    editions = client.get(f"/v1/acts/{NGR}/editions").json()["editions"]
    days = {one["edition"]: (one["from"], one["to"]) for one in editions}
    assert days["1998"] == days["2007"] == (None, None)
    assert days["2022-02-07"] == ("2022-02-07", "2025-01-01")


def test_the_list_of_editions_tells_that_the_days_of_a_year_are_unknown(client: TestClient) -> None:
    told = words(soup_of(client, f"/acts/{NGR}"), "table.editions td")
    assert UNKNOWN_DAYS in told
    assert not any("ни дня" in one for one in told)


def test_the_ground_of_an_exclusion_is_the_act_that_the_note_names_for_it(
    client: TestClient,
) -> None:
    table = client.get(f"/v1/acts/{NGR}/diff.csv?from=1998&to=2007").text
    (row,) = [line for line in table.splitlines() if "Луговод" in line]
    assert "375" in row
    assert "268" not in row


@pytest.mark.parametrize("address", [f"{PAGE}/art_7", f"/acts/{NGR}"])
def test_a_text_to_come_is_not_what_opens_today(client: TestClient, address: str) -> None:
    shown = " ".join(words(soup_of(client, address), "h1, .where, .facts, dd, .law"))
    assert "07.02.2022" in shown


@pytest.mark.parametrize("address", [f"{API}/art_7", API])
def test_nor_what_the_api_gives_for_today(client: TestClient, address: str) -> None:
    assert client.get(address).json()["answered"]["edition"] == "2022-02-07"


def test_a_comparison_tells_the_days_of_a_year_as_unknown(client: TestClient) -> None:
    page = soup_of(client, f"/compare?left={NGR}@1998&right={NGR}@2007").get_text()
    assert UNKNOWN_DAYS in " ".join(page.split())
    assert "ни дня" not in page


def test_a_text_to_come_is_called_so_and_the_one_before_it_is_offered(client: TestClient) -> None:
    soup = soup_of(client, f"{PAGE}/art_7?edition=2031-01-01")
    told = banners(soup)
    assert list(told) == ["future"]
    assert told["future"].startswith("Этот текст ещё не действует.")
    assert "07.02.2022" in told["future"]


def test_an_article_that_is_only_to_come_opens_and_is_called_so(client: TestClient) -> None:
    assert list(banners(soup_of(client, f"{PAGE}/art_8"))) == ["future"]


def test_once_its_day_has_come_it_opens(meadows: House) -> None:
    answer = at(meadows, "2031-01-02").get(f"{API}/art_7").json()
    assert answer["answered"]["edition"] == "2031-01-01"


def test_what_is_stated_to_begin_later_is_not_in_question_today(client: TestClient) -> None:
    answer = client.get(f"{API}/art_7", params={"in_force_on": TODAY})
    assert answer.status_code == 409
    told = answer.json()["detail"]
    assert "edition 2025-01-01 is known to exist and is not held" in told
    assert "2031" not in told


def test_before_the_act_that_added_it_an_article_had_no_older_wording(client: TestClient) -> None:
    told = client.get(f"{API}/art_7", params={"in_force_on": "2022-08-01"}).json()["detail"]
    assert "none, as there may have been no such article" in told
    assert "older" not in told
    page = client.get(f"{PAGE}/art_7", params={"in_force_on": "2022-08-01", "ui": "ru"}).text
    assert "статьи тогда могло не быть" in page
    assert "более ранний текст" not in page


@pytest.mark.parametrize("question", ["on", "in_force_on"])
def test_that_other_editions_may_lie_between_is_said_of_every_day(
    own_house: House, question: str
) -> None:
    note = Footnote(
        "Сноска. Закон дополнен статьей 7 Законом РК от 05.11.2022 № 156-VII (вводится в действие "
        "с 01.01.2023)."
    )
    text = law.article("7", "Луг 7", law.point("1", "Пасут до октября."), note, divisions=())
    edition = law.edition(NGR, "2023-01-01", text, title="О лугах")
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [edition])
        refresh_amendments(session, NGR, RECORDED, AmendingActs(Watchlist(())))
    client, asked = own_house.client(), {question: "2023-01-05"}
    told = client.get(f"{API}/art_7", params=asked).json()
    assert told["answered"]["certainty"] == "unlisted"
    page = client.get(f"{PAGE}/art_7", params={**asked, "ui": "ru"}).text
    assert Interface(Language.RU)("edition.unlisted") in page


def test_a_text_without_any_day_has_its_page(own_house: House) -> None:
    undated = law.edition(law.RULES, "undated", law.preamble("Так."), title="Без дат")
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [undated])
    own_house.index()
    soup = soup_of(own_house.client(), f"/acts/{law.RULES}/articles/preamble?edition=undated&ui=ru")
    assert soup.select("figure.strip") == []  # no day, no axis
    assert len(soup.select(".history ol > li")) == 1
    assert "без даты" in words(soup, ".history .where")[0]

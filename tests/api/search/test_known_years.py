"""A label that is only a year is told as one, wherever the days of its text are told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from corpus.law import Act, Language
from corpus.store import writes
from tests.api.filling import store_editions
from tests.api.house import empty_house
from tests.api.law import article, edition, point
from tests.api.pages.test_pages import soup_of
from tests.api.searching import search

NGR = "Z050000778_"
SAME = "Ульи стоят на опушке."
TEXTS = {"2010": ("Мёд качают в июле.", SAME), "2012-03-05": ("Мёд качают в августе.", SAME)}
LATER = {"2011-12-31": ("Воск топят зимой.",)}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """Texts of an act of which one edition is known by its year only, and of one of that day."""
    house = empty_house(Path(tmp_path_factory.mktemp("years")))
    with house.store.write() as session:
        for ngr, texts in ((NGR, TEXTS), ("Z050000779_", LATER)):
            adopted = date(2005, 1, 10)
            writes.upsert_act(session, Act(ngr, {Language.RU: "О пасеке"}, adopted=adopted))
            editions = (
                edition(
                    ngr,
                    label,
                    *(article(str(at), "", point("1", one)) for at, one in enumerate(own, 1)),
                    title="О пасеке",
                )
                for label, own in texts.items()
            )
            store_editions(session, house.snapshots, editions)
    house.index()
    yield house.client()
    house.store.close()


def test_the_data_keep_the_day_and_name_the_year(client: TestClient) -> None:
    (hit,) = search(client, "июле", on="any")["hits"]
    (told,) = hit["wordings"]
    assert (told["held_from"], told["held_to"]) == ("2010-12-31", "2012-03-05")
    assert told["held_since"] == "2010"


def test_a_text_that_a_later_edition_still_has_began_in_the_year_too(client: TestClient) -> None:
    (hit,) = search(client, "опушке", on="any")["hits"]
    wording = hit["wording"]
    assert (wording["edition"], wording["held_since"]) == ("2012-03-05", "2010")


def test_a_label_of_the_last_day_of_a_year_is_a_day(client: TestClient) -> None:
    (hit,) = search(client, "воск", on="any")["hits"]
    assert (hit["wording"]["held_from"], hit["wording"]["held_since"]) == ("2011-12-31", None)


@pytest.mark.parametrize(
    ("language", "days"),
    [
        ("ru", "по меткам редакций: с какого-то дня 2010 года до 05.03.2012"),
        ("kk", "2010 жылғы белгісіз бір күннен бастап"),
        ("en", "from some day of 2010"),
    ],
)
def test_the_page_of_a_search_says_it_as_the_pages_of_the_act_do(
    client: TestClient, language: str, days: str
) -> None:
    addresses = (
        (f"/search?q=июле&on=2011-03-01&ui={language}", "ol.hits"),
        (f"/acts/{NGR}/articles/art_1?edition=2010&ui={language}", "main"),
        (f"/acts/{NGR}?edition=2010&ui={language}", "main"),
    )
    for address, where in addresses:
        soup = soup_of(client, address)
        (shown,) = soup.select(where)
        told = " ".join(shown.get_text().split())
        if where == "ol.hits":
            assert days in told, address
        else:
            assert days.removeprefix("по меткам редакций: ") in told, address
        assert "31.12.2010" not in told, address
        assert "31 December 2010" not in told, address

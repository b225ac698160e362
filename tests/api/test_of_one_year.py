"""An edition known by its year beside one of a day of it, not held: which is older nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from corpus.law import Act, EditionLabel, Language, ListedEdition
from corpus.store import writes
from corpus.store.day_errors import is_of_year
from tests.api.filling import FETCHED, store_editions
from tests.api.house import empty_house
from tests.api.law import article, edition, point
from tests.api.pages.test_pages import soup_of

NGR = "Z950000782_"
SAID = {
    "ru": "известен только её год: она может быть более ранней, более поздней или той же самой",
    "kk": "оның жылы ғана белгілі",
    "en": "only its year",
}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """An act with editions of 1998 and 2007 by year; of 19.06.2007 one is known, and of 2012."""
    house = empty_house(Path(tmp_path_factory.mktemp("year")))
    with house.store.write() as session:
        writes.upsert_act(session, Act(NGR, {Language.RU: "О саде"}, adopted=date(1995, 9, 28)))
        named = ("1998", "2007", "2007-06-19", "2012-03-01")
        labels = [ListedEdition(EditionLabel.parse(one)) for one in named]
        writes.list_editions(session, NGR, Language.RU, labels, "adilet", FETCHED)
        texts = (
            edition(NGR, label, article("1", "Сад", point("1", words)), title="О саде")
            for label, words in (("1998", "Сад открыт."), ("2007", "Сад закрыт."))
        )
        store_editions(session, house.snapshots, texts)
    yield house.client()
    house.store.close()


@pytest.mark.parametrize("place", ["", "/articles/art_1"])
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_on_a_day_after_both_it_is_said_that_they_may_be_one(
    client: TestClient, place: str, language: str
) -> None:
    address = f"/acts/{NGR}{place}?on=2008-06-01&lang=ru"
    soup = soup_of(client, f"{address}&ui={language}", status=404)
    told = " ".join(soup.select_one(".notice").get_text().split())  # type: ignore[union-attr]
    assert SAID[language] in told.replace("know only its year", "only its year")
    detail = client.get(f"/v1/acts/{NGR}/articles/art_1?on=2008-06-01&lang=ru").json()["detail"]
    assert "only the year is known: it may be older, newer or that very one" in detail
    assert "The last one held before is 2007" not in detail


def test_a_missing_edition_of_another_year_is_surely_later(client: TestClient) -> None:
    detail = client.get(f"/v1/acts/{NGR}/articles/art_1?on=2013-01-01").json()["detail"]
    assert "2012-03-01" in detail
    assert "The last one held before is 2007" in detail
    assert "very one" not in detail


def test_the_doubt_of_what_is_in_force_says_so_too(client: TestClient) -> None:
    told = client.get(f"/v1/acts/{NGR}/articles/art_1?in_force_on=2008-06-01&lang=ru").json()
    assert (told["why"], told["editions"]) == ("not held", ["1998", "2007"])
    assert "of edition 2007, which is held, only the year is known" in told["detail"]


@pytest.mark.parametrize(
    ("label", "other", "of_it"),
    [
        ("2007", "2007-06-19", True),
        ("2007", "2007-12-31", True),
        ("2007", "2008-01-01", False),
        ("2007", "2006-12-31", False),
        ("2007-06-19", "2007-06-19", False),
        ("undated", "2007-06-19", False),
        ("2007", "undated", False),
    ],
)
def test_a_day_is_of_the_year_of_a_label_that_tells_no_day(
    label: str, other: str, of_it: bool
) -> None:
    assert is_of_year(EditionLabel.parse(label), EditionLabel.parse(other)) is of_it

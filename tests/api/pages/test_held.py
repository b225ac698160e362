"""What pages say of what is held: an act of which only a list of editions is, and feeds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from corpus.law import Act, EditionLabel, Language, ListedEdition
from corpus.store.writes import list_editions, upsert_act
from tests.api import law
from tests.api.house import House

SEEN = datetime(2026, 11, 2, 8, tzinfo=UTC)


def soup_of(client: TestClient, url: str) -> BeautifulSoup:
    answer = client.get(url)
    assert answer.status_code == 200, answer.text
    return BeautifulSoup(answer.text, "lxml")


@pytest.mark.parametrize(
    ("ui", "none", "counted"),
    [
        ("ru", "Текста этого акта у нас нет", "у нас 0; в списке реестра 2."),
        ("kk", "Бұл актінің мәтіні бізде", "бізде 0; тізілім тізбесінде 2."),
        ("en", "We hold no edition of this act.", "0 held; the registry lists 2."),
    ],
)
def test_of_an_act_of_which_only_the_list_of_editions_is_known_the_page_says_so(
    own_house: House, ui: str, none: str, counted: str
) -> None:
    with own_house.store.write() as session:
        upsert_act(session, Act(law.WATCHED, {Language.RU: "Закон, за которым следят"}))
        listed = [ListedEdition(EditionLabel.parse(one)) for one in ("2015-10-31", "2016-04-08")]
        list_editions(session, law.WATCHED, Language.RU, listed, "adilet", SEEN)
    page = soup_of(own_house.client(), f"/acts/{law.WATCHED}?ui={ui}")
    text = " ".join(page.get_text().split())
    assert none in text
    assert counted in text
    assert "nusqa demo" not in text


def feeds_of(client: TestClient, ui: str) -> list[str]:
    page = soup_of(client, f"/?ui={ui}")
    links = page.select('a[href^="/feeds/"], link[href^="/feeds/"]')
    return sorted({str(link["href"]) for link in links})


def test_the_start_page_links_the_feed_of_a_language_in_which_texts_have_changed(
    client: TestClient,
) -> None:
    assert feeds_of(client, "ru") == ["/feeds/changes.atom?lang=ru", "/feeds/changes.json?lang=ru"]


def test_the_start_page_links_the_feed_of_another_language_where_none_has_changed_in_its_own(
    client: TestClient,
) -> None:
    assert feeds_of(client, "en") == feeds_of(client, "ru")

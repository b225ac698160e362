"""An article of a large act: its page costs what the article costs, not what the act does."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from api.questions.relations.citation_index import CitationIndex, CitationReader
from api.questions.relations.known import Known
from corpus.law import Article
from tests.api.filling import store_editions
from tests.api.house import House, empty_house
from tests.api.law import article, edition, point

NGR = "Z0300000001"
FEW, MANY = 60, 1_200


def content(count: int, year: int) -> list[Article]:
    """Each article cites the next; the second is reworded every year."""
    return [
        article(
            str(number),
            f"Предмет {number}",
            point("1", f"Ведут учёт по статье {number % count + 1} настоящего Закона."),
            point("2", f"Список {number} хранят {year if number == 2 else 'год'}."),
            divisions=(),
        )
        for number in range(1, count + 1)
    ]


def built(folder: Path, count: int) -> House:
    house = empty_house(folder)
    with house.store.write() as session:
        editions = [
            edition(NGR, f"{year}-01-01", *content(count, year), title="Об учёте (пересказ)")
            for year in range(2001, 2005)
        ]
        store_editions(session, house.snapshots, editions)
    return house


@pytest.fixture(scope="module")
def houses(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[House, House]]:
    found = [built(tmp_path_factory.mktemp("act"), count) for count in (FEW, MANY)]
    yield found[0], found[1]
    for house in found:
        house.store.close()


class Unhurried(CitationReader):
    """Reads all texts when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.let = Event()

    def index(self, session: Session, known: Known) -> CitationIndex:
        assert self.let.wait(60)
        return super().index(session, known)


def test_an_article_is_shown_before_all_texts_were_read_and_the_page_says_so(
    houses: tuple[House, House],
) -> None:
    app, reader = houses[0].app(), Unhurried()
    app.state.services.relating._reader = reader
    client = TestClient(app)
    early = client.get(f"/acts/{NGR}/articles/art_2?ui=en")
    assert early.status_code == 200
    assert "Список 2 хранят 2004" in early.text
    assert "are being read again" in early.text
    reader.let.set()
    deadline = time.monotonic() + 60
    while "are being read again" in (later := client.get(f"/acts/{NGR}/articles/art_2?ui=en")).text:
        assert time.monotonic() < deadline
    assert "Cited by" in later.text


def seconds(house: House, view: str) -> float:
    """The processor time of an article's page that nobody asked for: the best of three."""
    app, spent = house.app(), []
    # Else all texts are read beside the page meanwhile, and that counts as the page's time.
    app.state.services.relating.prepare(house.store)
    client = TestClient(app)
    client.get(f"/acts/{NGR}/articles/art_9")  # what is made once for a state of the store
    for key in ("art_2", "art_3", "art_4"):
        began = time.process_time()
        assert client.get(f"/acts/{NGR}/articles/{key}?view={view}").status_code == 200
        spent.append(time.process_time() - began)
    return min(spent)


@pytest.mark.parametrize("view", ["text", "blame"])
def test_the_page_of_an_article_does_not_grow_with_its_act(
    houses: tuple[House, House], view: str
) -> None:
    small, large = (seconds(house, view) for house in houses)
    assert large < 4 * max(small, 0.02), (small, large)


def test_a_very_long_paragraph_is_on_its_page_once(tmp_path: Path) -> None:
    house = empty_house(tmp_path)
    words = [f"Запись{number} учтена." for number in range(2_000)]
    with house.store.write() as session:
        wordings = []
        for year in (2001, 2002):
            words[10] = f"Особая запись {year} учтена."
            whole = article("1", "Опись", point("1", " ".join(words)), divisions=())
            wordings.append(edition(NGR, f"{year}-01-01", whole, title="Об описи (пересказ)"))
        store_editions(session, house.snapshots, wordings)
    page = house.client().get(f"/acts/{NGR}/articles/art_1").text
    assert page.count("Запись1500") == 1
    assert page.count("Запись1999") == 1
    assert "Запись9 учтена. Особая запись <del>2001</del><ins>2002</ins> учтена. Запись11" in page
    assert "[…]" in page
    house.store.close()

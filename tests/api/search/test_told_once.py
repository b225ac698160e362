"""A text that surely was in force, and perhaps for longer, is told once: both, and no end of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.questions.search.asides import Asides
from api.questions.search.told_once import told_once
from corpus.search import Query, SearchDocument, SearchEngine
from corpus.search.documents import Status
from corpus.search.keeping.state import IndexState
from corpus.search.queries import AnyDay
from corpus.search.results import FoundWording
from tests.api.filling import fill
from tests.api.house import empty_house
from tests.api.law import LOCAL
from tests.api.pages.test_pages import soup_of
from tests.api.searching import search
from tests.corpus.search.texts import document

TODAY = date(2026, 11, 2)
OPEN = {"replaced": True, "after_is_known": False}


def stretch(begins: date, ends: date | None, *, doubtful: bool, **more: Any) -> SearchDocument:
    """Days of one text: of one edition, with the same words."""
    common: dict[str, Any] = {"ngr": LOCAL, "form": "law", "label": "2013-06-13"}
    common |= {"key": "art_36", "is_current": True, "before_is_known": True}
    common |= {"held_from": date(2013, 6, 13), "held_to": date(2018, 12, 28)}
    days: dict[str, Any] = {"valid_from": begins, "valid_to": ends, "doubtful": doubtful}
    return document("слива поспела", **{**common, **days, **more})


SURE = stretch(date(2013, 6, 13), date(2018, 12, 28), doubtful=False, **OPEN)
PERHAPS = stretch(date(2018, 12, 28), None, doubtful=True)
OTHER = document(
    "слива",
    ngr=LOCAL,
    form="law",
    label="2013-06-13",
    key="art_37",
    valid_from=date(2013, 6, 13),
    valid_to=date(2018, 12, 28),
    replaced=True,
    before_is_known=True,
    after_is_known=True,
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """An application whose index knows of one text that perhaps is in force still."""
    made = empty_house(Path(tmp_path_factory.mktemp("once")))
    fill(made.store, made.snapshots)
    with made.store.read() as session:
        state = IndexState.of(session)
    made.engine.rebuild((SURE, PERHAPS, OTHER), str(state))
    yield made.client()
    made.store.close()


def test_a_search_at_any_time_lists_it_once_with_its_sure_days(client: TestClient) -> None:
    (hit,) = [one for one in search(client, "слива", on="any")["hits"] if one["key"] == "art_36"]
    (told,) = hit["wordings"]
    assert told == hit["wording"]
    assert (told["from"], told["to"], told["doubtful"]) == ("2013-06-13", "2018-12-28", False)
    assert (told["perhaps_before"], told["perhaps_after"]) == (False, True)
    assert told["status"] == "unknown"


def test_what_is_known_to_have_ended_is_said_to_have(client: TestClient) -> None:
    (hit,) = [one for one in search(client, "слива", on="any")["hits"] if one["key"] == "art_37"]
    assert hit["wording"]["status"] == "superseded"
    assert not hit["wording"]["perhaps_after"]


def test_on_a_day_on_which_it_surely_was_it_is_not_said_to_be_replaced_since(
    client: TestClient,
) -> None:
    found = search(client, "поспела", on="2015-01-01")
    (hit,) = found["hits"]
    assert (found["certain"], hit["on_day"]) == (1, "in_force")
    assert (hit["wording"]["status"], hit["wording"]["perhaps_after"]) == ("unknown", True)


def test_on_a_day_of_doubt_it_stays_in_doubt(client: TestClient) -> None:
    found = search(client, "поспела", on="2020-01-01")
    (hit,) = found["hits"]
    assert (found["certain"], hit["on_day"], hit["wording"]["from"]) == (0, "unknown", None)
    assert hit["wording"]["doubtful"] is True


@pytest.mark.parametrize(
    ("language", "days"),
    [
        ("ru", "точно действовал с 13.06.2013 до 28.12.2018, дальше — неизвестно"),
        ("en", "surely in force from 13 June 2013 until 28 December 2018, after that not known"),
        ("kk", "одан кейін — белгісіз"),
    ],
)
def test_the_page_says_both_in_one_line_and_nothing_of_a_new_text(
    client: TestClient, language: str, days: str
) -> None:
    soup = soup_of(client, f"/search?q=поспела&on=any&ui={language}")
    (hit,) = soup.select("ol.hits > li")
    told = " ".join(hit.get_text().split()).replace(" ,", ",")
    assert days in told
    assert hit.select_one("details.windows") is None
    assert "заменён новым текстом" not in told


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[SearchEngine]:
    made = empty_house(tmp_path)
    yield made.engine
    made.store.close()


def told_of(engine: SearchEngine, *documents: SearchDocument) -> tuple[FoundWording, ...]:
    """What is told of the one article that an index holds."""
    engine.rebuild(documents, "a state")
    hits = engine.search(Query("поспела", TODAY, AnyDay())).hits
    (hit,) = told_once(Asides(engine), hits, TODAY, engine.state())
    assert hit.wording in hit.wordings
    return hit.wordings


def test_days_before_and_after_are_told_apart_and_a_later_end_counts(engine: SearchEngine) -> None:
    before = stretch(date(2001, 1, 23), date(2013, 6, 13), doubtful=True)
    after = stretch(date(2018, 12, 28), date(2020, 1, 1), doubtful=True, replaced=True)
    sure = stretch(
        date(2013, 6, 13), date(2018, 12, 28), doubtful=False, **OPEN | {"before_is_known": False}
    )
    (told,) = told_of(engine, before, sure, after)
    assert (told.perhaps_before, told.perhaps_after) == (True, True)
    assert (told.valid_from, told.status) == (date(2013, 6, 13), Status.SUPERSEDED)


def test_texts_of_two_editions_stay_two(engine: SearchEngine) -> None:
    later = stretch(date(2018, 12, 28), None, doubtful=True, label="2018-12-28")
    told = told_of(engine, SURE, later)
    assert [(one.label, one.doubtful) for one in told] == [
        ("2013-06-13", False),
        ("2018-12-28", True),
    ]


def test_days_that_are_all_in_doubt_are_one_entry(engine: SearchEngine) -> None:
    earlier = stretch(date(2001, 1, 23), date(2013, 6, 13), doubtful=True, replaced=True)
    (told,) = told_of(engine, earlier, PERHAPS)
    assert (told.doubtful, told.status) == (True, Status.UNKNOWN)


def test_two_stretches_that_are_sure_stay_two(engine: SearchEngine) -> None:
    again = stretch(date(2021, 1, 1), None, doubtful=False)
    between = stretch(date(2018, 12, 28), date(2021, 1, 1), doubtful=True)
    first, second = told_of(engine, SURE, between, again)
    assert (first.valid_to, first.perhaps_after) == (date(2018, 12, 28), True)
    assert (second.valid_from, second.status) == (date(2021, 1, 1), Status.IN_FORCE)

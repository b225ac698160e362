"""What only may have been in force on a day is never said to have been; it is told why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.questions.search.doubts import DoubtKind, DoubtThen, doubt_then
from corpus.law import EditionLabel
from corpus.search import SearchDocument
from corpus.search.documents import Status
from corpus.search.keeping.state import IndexState
from corpus.search.results import FoundWording
from corpus.store.article_editions import ArticleEdition
from tests.api.filling import fill
from tests.api.house import empty_house
from tests.api.law import LOCAL
from tests.api.pages.test_pages import soup_of, text_of
from tests.api.searching import places, search
from tests.corpus.search.texts import document

DAY = date(2022, 6, 1)


def label(text: str) -> EditionLabel:
    return EditionLabel.parse(text)


def wording(named: str, begins: date | None, ends: date | None, **more: Any) -> FoundWording:
    """A doubtful wording, and the days for which its edition answers."""
    known: dict[str, Any] = {
        "id": named,
        "text_hash": named,
        "valid_from": date(2000, 1, 1),
        "valid_to": None,
        "status": Status.UNKNOWN,
        "doubtful": True,
        "is_current": False,
        "complete": True,
        "sample": False,
    }
    return FoundWording(label=named, held_from=begins, held_to=ends, **{**known, **more})


EDITIONS = [ArticleEdition(label(one), one, one) for one in ("1998", "2007-06-19", "2023-01-01")]
OLD = wording("1998", None, None)
NEWER = wording("2007-06-19", date(2007, 6, 19), date(2009, 2, 9))


@pytest.mark.parametrize(
    ("found", "day", "expected"),
    [
        (OLD, date(2005, 6, 1), (DoubtKind.NOT_HELD, "1998", "2007-06-19")),
        (NEWER, date(2012, 1, 1), (DoubtKind.NOT_HELD, "2007-06-19", "2023-01-01")),
        (NEWER, date(2008, 1, 1), (DoubtKind.BEGINNING, "2007-06-19", None)),
        (OLD, date(2008, 1, 1), (DoubtKind.BEGINNING, "2007-06-19", None)),
        (NEWER, date(2007, 6, 1), (DoubtKind.BEGINNING, "2007-06-19", None)),
        (
            wording("2023-01-01", date(2023, 1, 1), date(2023, 1, 7)),
            date(2026, 1, 1),
            (DoubtKind.NOT_HELD, "2023-01-01", None),
        ),
        (wording("undated", None, None), DAY, (DoubtKind.OTHER, None, None)),
    ],
)
def test_it_is_told_what_is_missing_to_know(
    found: FoundWording, day: date, expected: tuple[DoubtKind, str | None, str | None]
) -> None:
    kind, after, before = expected
    told = doubt_then(found, day, EDITIONS)
    assert told == DoubtThen(
        kind, day, label(after) if after else None, label(before) if before else None
    )
    assert f"in force on {day} is not known" in str(told)
    assert all(one in str(told) for one in (after, before) if one)
    assert doubt_then(replace(found, doubtful=False), day, EDITIONS) is None


def wordings() -> tuple[SearchDocument, ...]:
    common: dict[str, Any] = {"ngr": LOCAL, "form": "law", "label": "2013-06-13"}
    doubtful = {"doubtful": True, "valid_from": date(2013, 6, 13), "valid_to": date(2026, 12, 30)}
    held = {"held_from": date(2013, 6, 13), "held_to": date(2014, 1, 1)}
    return (
        document("груша", key="art_36", valid_from=date(2021, 6, 1), **common),
        document("груша груша груша", key="art_37", **common, **doubtful, **held),
        document("груша груша груша", key="art_37-1", **common, **doubtful),
    )


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """An application whose index knows of one wording and not of the others."""
    house = empty_house(Path(tmp_path_factory.mktemp("doubt")))
    fill(house.store, house.snapshots)
    with house.store.read() as session:
        state = IndexState.of(session)
    house.engine.rebuild(wordings(), str(state))
    yield house.client()
    house.store.close()


def test_the_api_counts_what_is_certain_and_puts_it_first(client: TestClient) -> None:
    found = search(client, "груша", on=str(DAY))
    assert [place[0] for place in places(found)] == ["art_36", "art_37", "art_37-1"]
    assert (found["total"], found["certain"]) == (3, 1)
    assert [hit["on_day"] for hit in found["hits"]] == ["in_force", "unknown", "unknown"]
    assert [bool(hit["doubt"]) for hit in found["hits"]] == [False, True, True]
    assert search(client, "груша", on="any")["certain"] is None
    assert {hit["on_day"] for hit in search(client, "груша", on="any")["hits"]} == {None}


def test_no_day_is_given_that_no_source_names(client: TestClient) -> None:
    first, second, third = (hit["wording"] for hit in search(client, "груша", on=str(DAY))["hits"])
    assert (first["from"], first["status"]) == ("2021-06-01", "in_force")
    assert (second["from"], second["to"]) == (third["from"], third["to"]) == (None, None)
    assert (second["held_from"], second["held_to"]) == ("2013-06-13", "2014-01-01")
    assert (third["held_from"], third["held_to"]) == (None, None)


def test_a_status_of_today_is_told_filtered_and_counted_as_unknown(client: TestClient) -> None:
    found = search(client, "груша", facets="true")
    assert [hit["wording"]["status"] for hit in found["hits"]] == ["in_force", *["unknown"] * 2]
    assert [hit["now"]["became"] for hit in found["hits"]] == ["same", "unknown", "unknown"]
    counted = {one["value"]: one["count"] for one in found["facets"]["status"]}
    assert counted == {"in_force": 1, "unknown": 2}
    assert search(client, "груша", status="in_force")["total"] == 1
    assert search(client, "груша", status="unknown")["total"] == 2


def test_the_page_says_both_numbers_and_why_in_plain_words(client: TestClient) -> None:
    soup = soup_of(client, f"/search?q=груша&on={DAY}&ui=ru")
    told = text_of(soup, "#results + p")
    assert "действовал 1 текст; ещё о 2 неизвестно, действовали ли они тогда" in told
    hits = soup.select("ol.hits > li")
    doubts = [hit.select_one(".doubt") for hit in hits]
    assert [one is not None for one in doubts] == [False, True, True]
    assert "Действовал ли этот текст 01.06.2022, неизвестно" in doubts[1].get_text()  # type: ignore[union-attr]
    assert "30.12.2026" not in soup.get_text()
    where = hits[1].select_one(".where")
    assert where is not None
    assert "по меткам редакций: с 13.06.2013 до 01.01.2014" in " ".join(where.get_text().split())


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_where_nothing_is_known_for_certain_the_page_says_so(
    client: TestClient, language: str
) -> None:
    found = search(client, "груша", on="2015-01-01")
    assert (found["total"], found["certain"]) == (2, 0)
    soup = soup_of(client, f"/search?q=груша&on=2015-01-01&ui={language}")
    expected = {"ru": "Ни об одном", "kk": "анық емес", "en": "Of none"}[language]
    assert expected in text_of(soup, "#results + p")

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from api.questions.search.asking import SearchAsked
from api.questions.search.cursors import read_cursor, write_cursor
from corpus.search.queries import Position
from tests.api.house import House
from tests.api.searching import pages, places, refused, search

WORD = "аким"
TODAY = datetime(2026, 11, 2, tzinfo=UTC).date()
positions = st.builds(
    Position,
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(0, 2**63 - 1),
    st.integers(0, 2**63 - 1),
    st.text(st.characters(codec="utf-8"), max_size=60),
    st.integers(1, 2**31 - 1),
)


@pytest.mark.parametrize("when", [{}, {"on": "any"}, {"changed": "2000-01-01..2025-01-01"}])
@pytest.mark.parametrize("limit", [1, 2, 3])
def test_pages_are_turned_to_the_very_end_without_a_gap_or_a_repeat(
    client: TestClient, limit: int, when: dict[str, str]
) -> None:
    whole = search(client, WORD, limit=100, **when)
    assert whole["total"] == len(whole["hits"]) > 0
    assert whole["cursor"] is None
    turned = list(pages(client, WORD, limit=limit, **when))
    shown = [place for page in turned for place in places(page)]
    assert shown == places(whole)
    assert len(set(shown)) == len(shown)
    assert {page["total"] for page in turned} == {whole["total"]}
    assert [page["offset"] for page in turned] == list(range(0, whole["total"], limit))


def test_the_link_header_leads_to_the_next_page_and_the_last_names_the_first_only(
    client: TestClient,
) -> None:
    first = client.get("/v1/search", params={"q": WORD, "limit": 4, "on": "any"})
    assert 'rel="next"' in first.headers["link"]
    address = first.headers["link"].partition("<")[2].partition(">")[0]
    second = client.get(address)
    assert second.status_code == 200
    assert first.json()["total"] == 5
    assert len(second.json()["hits"]) == 1
    assert list(second.links) == ["first"]


def test_pages_by_offset_are_the_same(dated: TestClient) -> None:
    whole = search(dated, "аким OR избирают", limit=100)
    second = search(dated, "аким OR избирают", limit=2, offset=2)
    assert places(second) == places(whole)[2:4]


def test_a_page_behind_the_end_is_empty_and_has_the_total(client: TestClient) -> None:
    found = search(client, WORD, offset=10_000)
    assert found["hits"] == []
    assert found["total"] == search(client, WORD)["total"]
    assert found["cursor"] is None


@pytest.mark.parametrize(
    "cursor", ["x", "W10", "!!!", "bnVsbA", "Ww==", "A" * 500, "WzEsMiwzLDQsNSw2LDdd", "а"]
)
def test_what_is_no_cursor_is_refused(client: TestClient, cursor: str) -> None:
    assert "That is no cursor" in refused(client, WORD, cursor=cursor)["detail"]


def test_a_cursor_longer_than_any_is_refused(client: TestClient) -> None:
    assert refused(client, WORD, cursor="A" * 601)["errors"][0]["parameter"] == "cursor"


@pytest.mark.parametrize(
    "other",
    [{"q": "акимат"}, {"on": "2014-01-01"}, {"lang": "ru"}, {"form": "law"}, {"cross": "true"}],
)
def test_a_cursor_of_another_question_is_refused(client: TestClient, other: dict[str, str]) -> None:
    cursor = search(client, WORD, limit=1)["cursor"]
    asked = {"q": WORD, "cursor": cursor, **other}
    assert "another question" in refused(client, **asked)["detail"]


@pytest.mark.parametrize("place", range(7))
def test_a_cursor_that_was_changed_is_refused(client: TestClient, place: int) -> None:
    cursor = search(client, WORD, limit=1)["cursor"]
    packed = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
    packed[place] = packed[place] + ("x" if isinstance(packed[place], str) else 1)
    forged = base64.urlsafe_b64encode(json.dumps(packed).encode()).decode().rstrip("=")
    assert refused(client, WORD, cursor=forged)["type"] == "/problems/invalid-request"


def test_a_cursor_and_an_offset_make_no_sense_together(client: TestClient) -> None:
    cursor = search(client, WORD, limit=1)["cursor"]
    assert "not both" in refused(client, WORD, cursor=cursor, offset=1)["detail"]


def test_how_many_hits_a_page_has_and_facets_may_change_on_the_way(client: TestClient) -> None:
    first = search(client, WORD, limit=1)
    rest = search(client, WORD, limit=100, cursor=first["cursor"], facets="true")
    assert sorted(places(first) + places(rest)) == sorted(places(search(client, WORD, limit=100)))


def test_whoever_turns_pages_over_midnight_stays_on_the_day(house: House) -> None:
    asked = SearchAsked(WORD, limit=1)
    searching = house.app().state.services.searching
    with house.store.read() as session:
        first = searching.find(session, asked, TODAY)
        assert first.cursor
        turned = SearchAsked(WORD, limit=1, cursor=first.cursor)
        later = TODAY.replace(day=TODAY.day + 1)
        assert searching.find(session, turned, later).query.today == TODAY


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(positions, st.text(max_size=30))
def test_a_cursor_holds_the_place_exactly(position: Position, text: str) -> None:
    query = SearchAsked(text).query(TODAY, (), None)
    turned = read_cursor(write_cursor(query, position))
    assert turned.after == position
    assert turned.today == TODAY
    turned.check(query)

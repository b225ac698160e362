"""Lists page by page: all of them the same way, nothing twice, nothing left out."""

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.asking.paging import PageAsked, page_of
from api.models.shape import Listed
from api.problems.refusals import InvalidRequest
from tests.api.law import LOCAL


class TwoLists(Listed):
    """An answer of two lists."""

    ours: tuple[str, ...]
    theirs: tuple[str, ...]


LISTS = {
    "/v1/acts": "acts",
    f"/v1/acts/{LOCAL}/editions": "editions",
    f"/v1/acts/{LOCAL}/articles?edition=2022-11-05": "articles",
    f"/v1/acts/{LOCAL}/articles/art_36/history?lang=ru": "wordings",
    f"/v1/acts/{LOCAL}/articles/art_36/amendments": "amendments",
    "/v1/changes": "changes",
    "/v1/amendments": "amendments",
    "/v1/search?q=аким&on=any": "hits",
    "/v1/trace?q=аким": "articles",
}


def walked(client: TestClient, url: str, name: str) -> list[Any]:
    """The items of a list, followed by the Link header a page of one item at a time."""
    found: list[Any] = []
    onward: str | None = f"{url}{'&' if '?' in url else '?'}limit=1"
    while onward:
        answer = client.get(onward)
        assert answer.status_code == 200, answer.text
        document = answer.json()
        assert len(document[name]) <= 1
        found += document[name]
        link = answer.links.get("next")
        onward = link["url"] if link else None
        assert len(found) < 500
    return found


@pytest.mark.parametrize(("url", "name"), LISTS.items())
def test_a_list_walked_page_by_page_is_the_whole_list(
    client: TestClient, url: str, name: str
) -> None:
    whole = client.get(url).json()[name]
    assert walked(client, url, name) == whole


def test_the_lists_walked_are_long_enough_to_tell(client: TestClient) -> None:
    lengths = {url: len(client.get(url).json()[name]) for url, name in LISTS.items()}
    assert sum(length > 1 for length in lengths.values()) >= 7, lengths


@pytest.mark.parametrize("url", list(LISTS)[:5])
@pytest.mark.parametrize("cursor", ["nothing", "art_999", "%00", "x" * 400])
def test_a_cursor_that_names_nothing_is_a_problem_that_points_at_it(
    client: TestClient, url: str, cursor: str
) -> None:
    answer = client.get(f"{url}{'&' if '?' in url else '?'}cursor={cursor}")
    assert answer.status_code == 422
    assert [one["parameter"] for one in answer.json()["errors"]] == ["cursor"]


@pytest.mark.parametrize("limit", ["0", "-1", "1001", "x", "99999999999999999999"])
def test_a_limit_out_of_bounds_is_a_problem(client: TestClient, limit: str) -> None:
    answer = client.get(f"/v1/acts?limit={limit}")
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["parameter"] == "limit"


@pytest.mark.parametrize("limit", [1, 2, 3, 4])
def test_equal_items_of_an_answer_are_told_each_once(limit: int) -> None:
    whole = TwoLists(ours=("a", "b", "a", "a"), theirs=("a", "c"))
    asked, found, pages = PageAsked(limit=limit), TwoLists(ours=(), theirs=()), 0
    while True:
        page = page_of(whole, ("ours", "theirs"), asked)
        pages += 1
        found = TwoLists(ours=found.ours + page.ours, theirs=found.theirs + page.theirs)
        if page.cursor is None:
            break
        asked = PageAsked(page.cursor, limit)
    assert (found, pages) == (whole, -(-6 // limit))


def test_a_cursor_stays_true_when_items_come_before_it_and_go() -> None:
    before = TwoLists(ours=("a", "b", "c"), theirs=())
    cursor = page_of(before, ("ours",), PageAsked(limit=2)).cursor
    after = TwoLists(ours=("new", "b", "c", "d"), theirs=())
    assert page_of(after, ("ours",), PageAsked(cursor, 9)).ours == ("c", "d")
    with pytest.raises(InvalidRequest, match="cursor"):
        page_of(TwoLists(ours=("a", "B"), theirs=()), ("ours",), PageAsked(cursor, 9))

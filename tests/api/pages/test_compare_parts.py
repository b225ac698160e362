"""A comparison that is too long for one page comes in parts, and says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.pages.comparing_parts import shown
from tests.api.filling import store_changes, store_editions
from tests.api.house import empty_house
from tests.api.law import article, edition, point

NGR = "Z0300000001"
COMPARED = f"/compare?left={NGR}@2001-01-01&right={NGR}@2002-01-01&ui=en"


@pytest.fixture
def client(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """Nine articles, of which the odd ones are reworded; a page has two items."""
    monkeypatch.setattr(shown, "MOST_SHOWN", 2)
    house = empty_house(tmp_path)
    with house.store.write() as session:
        editions = [
            edition(
                NGR,
                f"{year}-01-01",
                *(
                    article(
                        str(number),
                        f"Предмет {number}",
                        point("1", f"Срок учёта {year if number % 2 else 'один'} год."),
                        divisions=(),
                    )
                    for number in range(1, 10)
                ),
                title="Об учёте (пересказ)",
            )
            for year in (2001, 2002)
        ]
        store_editions(session, house.snapshots, editions)
        store_changes(session, NGR, editions[0].language)
    yield house.client()
    house.store.close()


def items(page: str) -> list[str]:
    return re.findall(r'<section class="item [^>]*id="([^"]+)"', page)


def test_each_part_has_its_own_changes_and_all_parts_have_all(client: TestClient) -> None:
    first = client.get(COMPARED).text
    assert "5 changes, 2 shown" in " ".join(first.split())
    assert "too long for one page" in first
    found = [items(client.get(f"{COMPARED}&part={part}").text) for part in (1, 2, 3)]
    assert found == [["c-art_1", "c-art_3"], ["c-art_5", "c-art_7"], ["c-art_9"]]
    assert items(client.get(f"{COMPARED}&part=9").text) == ["c-art_9"]


def test_what_is_the_same_is_folded_once_in_all_parts_and_leads_to_its_part(
    client: TestClient,
) -> None:
    folded = [
        address
        for part in (1, 2, 3)
        for address in re.findall(
            r'href="([^"]+)" data-swap="all">Статья',
            client.get(f"{COMPARED}&part={part}").text.replace("&amp;", "&"),
        )
    ]
    assert [address.partition("#")[2] for address in folded] == [
        "c-art_2",
        "c-art_4",
        "c-art_6",
        "c-art_8",
    ]
    for address in folded:
        assert address.partition("#")[2] in items(client.get(address).text)


def test_another_way_to_look_at_it_begins_at_the_first_part(client: TestClient) -> None:
    page = client.get(f"{COMPARED}&part=2").text.replace("&amp;", "&")
    everything = re.search(r'href="([^"]*show=all[^"#]*)" data-swap="all"', page)
    inline = re.search(r'href="([^"]*view=inline[^"]*)"', page)
    assert everything is not None
    assert inline is not None
    assert "part=" not in everything[1]
    assert "part=2" in inline[1]


def test_a_part_that_is_no_number_is_refused(client: TestClient) -> None:
    assert client.get(f"{COMPARED}&part=x").status_code == 422
    assert client.get(f"{COMPARED}&part=0").status_code == 422

"""A store of three small rule books under the real acts' numbers, one of them hostile."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from corpus.law import Act, Edition, Language
from corpus.store import writes
from tests.api.filling import store_editions
from tests.api.house import House, empty_house
from tests.api.rule_books import BEES, EDITIONS, ELECTIONS, FIRST, GATE, SECOND, rules

HOSTILE = 'Калитка <script>alert(1)</script> "><img src=x onerror=alert(1)> & забор'


def regime_house(folder: Path, *, hostile: bool = False) -> House:
    """A house of the three rule books; a hostile one has markup for words in two of them."""
    house = empty_house(folder)
    editions: tuple[Edition, ...] = EDITIONS
    if hostile:
        editions = (
            rules(FIRST, "2005-07-08", HOSTILE, GATE),
            rules(SECOND, "2013-04-24", f"{HOSTILE} и пруд", BEES),
        )
    with house.store.write() as session:
        for ngr in (FIRST, SECOND, ELECTIONS):
            title = f"{ngr} {HOSTILE}" if hostile else f"{ngr} (пересказ)"
            writes.upsert_act(session, Act(ngr, {Language.RU: title}))
        store_editions(session, house.snapshots, editions)
    return house


def soup(client: TestClient, address: str, status: int = 200, **params: Any) -> BeautifulSoup:
    """A page, read."""
    answer = client.get(address, params=params or None)
    assert answer.status_code == status, answer.text
    return BeautifulSoup(answer.text, "lxml")


def words(tag: Tag | None) -> str:
    """The text of an element, its white space folded."""
    assert tag is not None
    return " ".join(tag.get_text(" ").split())

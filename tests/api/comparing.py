"""A house with acts to compare, and how a page of a comparison is read."""

from __future__ import annotations

from pathlib import Path

from bs4 import BeautifulSoup, Tag
from fastapi.testclient import TestClient

from corpus.amending_acts import AmendingActs
from corpus.law import Act, Language
from corpus.store import writes
from corpus.watched import Watchlist
from crawler.amending import refresh_amendments
from tests.api import rule_books
from tests.api.filling import RECORDED, store_changes, store_editions
from tests.api.house import House, empty_house
from tests.api.meadows import HOSTILE_ACT, HOSTILES, MEADOW, MEADOWS, TITLE

OLD, NEW = f"{MEADOW}@2001-01-01", f"{MEADOW}@2005-02-01"


def comparing_house(folder: Path) -> House:
    """A store with the meadow, the hostile act and the rule books of three regimes."""
    house = empty_house(folder)
    with house.store.write() as session:
        titles = {MEADOW: TITLE, HOSTILE_ACT: HOSTILES[0].title}
        for ngr in (rule_books.FIRST, rule_books.SECOND, rule_books.ELECTIONS):
            titles[ngr] = f"{ngr} (пересказ)"
        for ngr, title in titles.items():
            writes.upsert_act(session, Act(ngr, {Language.RU: title}))
        store_editions(session, house.snapshots, (*MEADOWS, *HOSTILES, *rule_books.EDITIONS))
        store_changes(session, MEADOW, Language.RU)
        refresh_amendments(session, MEADOW, RECORDED, AmendingActs(Watchlist(())))
    return house


def page_of(
    client: TestClient, url: str = "/compare", status: int = 200, **given: str
) -> BeautifulSoup:
    """A page as it is, in Russian unless something else is asked for."""
    answer = client.get(url, params=given or None, headers={"Accept-Language": "ru"})
    assert answer.status_code == status, answer.text[:2000]
    return BeautifulSoup(answer.text, "lxml")


def item(soup: BeautifulSoup, anchor: str) -> Tag:
    """An item of a comparison."""
    found = soup.find(id=anchor)
    assert isinstance(found, Tag), anchor
    return found


def words(tag: Tag | BeautifulSoup, selector: str = "") -> str:
    """The text of the first element that fits, or of the tag itself."""
    found = tag.select_one(selector) if selector else tag
    assert isinstance(found, Tag), selector
    return " ".join(found.get_text().split())


def texts(tag: Tag | BeautifulSoup, selector: str) -> list[str]:
    """The texts of all elements that fit."""
    return [" ".join(one.get_text().split()) for one in tag.select(selector)]

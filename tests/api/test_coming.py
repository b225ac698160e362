"""What an edition's notes announce, and what of it has begun or ended by a day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from api.questions.in_force.coming import coming_for_act
from corpus.amending_acts import AmendingActs
from corpus.law import Act, Footnote, Language
from corpus.store import writes
from corpus.watched import Watchlist
from crawler.amending import refresh_amendments
from tests.api import law
from tests.api.filling import RECORDED, store_editions
from tests.api.house import House

NGR = "Z1500000329"
BY = "Законом РК от 10.10.2026 № 403-VIII"
NOTES = {
    "1": "Примечание ИЗПИ! Статья 1 утрачивает силу с 01.01.2027 " + BY + ".",
    "2": f"Примечание ИЗПИ! В статью 2 предусмотрены изменения {BY} (вводится в действие с "
    "01.01.2027).",
    "3": "Сноска. Данная редакция пункта 1 статьи 3 действует до 01.01.2027.",
    "4": f"Сноска. Действие статьи 4 приостановлено до 01.01.2027 {BY}.",
    "5": f"Сноска. Статья 5 с изменениями, внесенными {BY} (вводится в действие с 20.10.2026).",
}


@pytest.fixture
def ponds(own_house: House) -> House:
    articles = [
        law.article(number, f"Пруд {number}", law.point("1", "Вода."), Footnote(note), divisions=())
        for number, note in NOTES.items()
    ]
    edition = law.edition(NGR, "2026-10-10", *articles, title="О прудах")
    with own_house.store.write() as session:
        writes.upsert_act(session, Act(NGR, {Language.RU: "О прудах"}))
        store_editions(session, own_house.snapshots, [edition])
        refresh_amendments(session, NGR, RECORDED, AmendingActs(Watchlist(())))
    return own_house


def told(ponds: House, number: str, day: str) -> dict[str, list[str]]:
    """The lists that have something, with what was done."""
    answer = ponds.client().get(f"/v1/acts/{NGR}/articles/art_{number}", params={"on": day})
    coming: dict[str, Any] = answer.json()["coming"]
    lists = ("pending", "temporary", "repeals", "begun", "ended")
    return {name: [one["verb"] for one in coming[name]] for name in lists if coming[name]}


@pytest.mark.parametrize(
    ("number", "before", "after"),
    [
        ("1", {"pending": ["repealed"], "repeals": ["repealed"]}, {"begun": ["repealed"]}),
        ("2", {"pending": ["amended"]}, {"begun": ["amended"]}),
        ("3", {"temporary": ["temporary wording"]}, {"ended": ["temporary wording"]}),
        ("4", {"temporary": ["suspended"]}, {}),
        ("5", {}, {}),
    ],
)
def test_what_was_to_come_is_still_told_once_it_has(
    ponds: House, number: str, before: dict[str, list[str]], after: dict[str, list[str]]
) -> None:
    assert told(ponds, number, "2026-12-31") == before
    assert told(ponds, number, "2027-01-01") == after


def test_a_repeal_ahead_leaves_the_text_in_force_until_its_day(ponds: House) -> None:
    address = f"/v1/acts/{NGR}/articles/art_1"
    before = ponds.client().get(address, params={"in_force_on": "2026-12-31"})
    assert (before.status_code, before.json()["answered"]["question"]) == (200, "in_force_on")
    after = ponds.client().get(address, params={"in_force_on": "2027-01-01"})
    assert (after.status_code, after.json()["why"]) == (409, "repealed")
    assert "403-VIII of 2026-10-10, in force from 2027-01-01" in after.json()["detail"]


@pytest.mark.parametrize(
    ("number", "ui", "words"),
    [
        ("1", "en", "Excluded by now"),
        ("2", "ru", "Изменение уже вступило в силу"),
        ("3", "kk", "Уақытша мәтіннің мерзімі өтті"),
        ("3", "en", "This text no longer applies, in whole or in part"),
    ],
)
def test_the_page_warns_of_what_has_begun_or_ended(
    ponds: House, number: str, ui: str, words: str
) -> None:
    address = f"/acts/{NGR}/articles/art_{number}"
    assert words in ponds.client().get(address, params={"ui": ui, "on": "2027-01-01"}).text
    assert words not in ponds.client().get(address, params={"ui": ui, "on": "2026-12-31"}).text


def test_an_act_tells_of_all_its_articles_what_has_begun_and_ended(ponds: House) -> None:
    with ponds.store.read() as session:
        before, after = (
            coming_for_act(session, NGR, date(*day)) for day in ((2026, 12, 31), (2027, 1, 1))
        )
    assert (before.begun, before.ended) == ((), ())
    assert [one.amendment.target.key for one in after.begun] == ["art_1", "art_2"]
    assert [one.amendment.target.key for one in after.ended] == ["art_3"]
    assert (after.pending, after.temporary) == ((), ())

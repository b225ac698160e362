"""The acts behind what differs between two editions, however many lie between them."""

from __future__ import annotations

from datetime import date

import pytest
from fastapi.testclient import TestClient
from sqlalchemy.orm import Session

from api.questions.asked import Asked
from api.questions.compared.grounds import grounds_between
from api.questions.explained import ExplainingAct
from api.questions.texts import find_edition
from corpus.amending_acts import AmendingActs
from corpus.law import Act, Edition, EditionLabel, Footnote, Language
from corpus.store import reads, writes
from corpus.watched import Watchlist
from crawler.amending import refresh_amendments
from diffing.compare import compare_editions
from tests.api.filling import RECORDED, store_changes, store_editions
from tests.api.house import House
from tests.api.law import HOSTILE, LOCAL, article, chapter, edition, point

FIRST, SECOND = "Законом РК от 01.02.2015 № 10-V", "Законом РК от 03.04.2018 № 20-VI"


def note(*acts: str) -> Footnote:
    return Footnote(f"Сноска. Статья 5 с изменениями, внесенными {'; '.join(acts)}.")


def of_day(label: str, days: str, *notes: Footnote, gate: str = "белые") -> Edition:
    return edition(
        LOCAL,
        label,
        chapter("1", "Сады"),
        article("5", "О поливе", point("1", f"Сад поливают {days}."), *notes),
        article("6", "О воротах", point("1", f"Ворота {gate}.")),
        title="О садах",
    )


EDITIONS = (
    of_day("2010-01-01", "утром"),
    of_day("2015-02-01", "днём", note(FIRST)),
    of_day("2018-04-03", "вечером", note(FIRST, SECOND), gate="чёрные"),
)


@pytest.fixture
def garden(own_house: House) -> House:
    with own_house.store.write() as session:
        writes.upsert_act(session, Act(LOCAL, {Language.RU: "О садах"}))
        store_editions(session, own_house.snapshots, EDITIONS)
        store_changes(session, LOCAL, Language.RU)
        refresh_amendments(session, LOCAL, RECORDED, AmendingActs(Watchlist(())))
    return own_house


def grounds(session: Session, one: str, other: str) -> dict[str, tuple[ExplainingAct, ...]]:
    left, right = (
        find_edition(session, LOCAL, Language.RU, Asked(label=EditionLabel.parse(label)))
        for label in (one, other)
    )
    old, new = (reads.edition(session, side.id) for side in (left, right))
    return grounds_between(session, left, right, compare_editions(old, new).changes)


def numbers(acts: tuple[ExplainingAct, ...]) -> set[str | None]:
    return {act.amendment.act.number for act in acts}


def test_neighbours_are_explained_by_the_act_between_them(garden: House) -> None:
    with garden.store.read() as session:
        assert numbers(grounds(session, "2010-01-01", "2015-02-01")["art_5"]) == {"10-V"}
        assert numbers(grounds(session, "2015-02-01", "2018-04-03")["art_5"]) == {"20-VI"}


@pytest.mark.parametrize("swapped", [False, True])
def test_all_acts_between_two_distant_editions_are_named_in_either_order(
    garden: House, swapped: bool
) -> None:
    labels = ["2010-01-01", "2018-04-03"]
    one, other = labels[::-1] if swapped else labels
    with garden.store.read() as session:
        found = grounds(session, one, other)
    assert numbers(found["art_5"]) == {"10-V", "20-VI"}
    assert {act.amendment.act.adopted for act in found["art_5"]} == {
        date(2015, 2, 1),
        date(2018, 4, 3),
    }


def test_what_no_note_names_has_no_ground(garden: House) -> None:
    with garden.store.read() as session:
        assert grounds(session, "2010-01-01", "2018-04-03")["art_6"] == ()


def test_where_nothing_was_recorded_the_notes_of_the_newer_edition_tell(own_house: House) -> None:
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, EDITIONS)
        refresh_amendments(session, LOCAL, RECORDED, AmendingActs(Watchlist(())))
    with own_house.store.read() as session:
        found = grounds(session, "2010-01-01", "2018-04-03")
        assert numbers(found["art_5"]) == {"10-V", "20-VI"}
        assert numbers(grounds(session, "2018-04-03", "2015-02-01")["art_5"]) == {"20-VI"}
        assert found["art_6"] == ()


@pytest.mark.parametrize("is_recorded", [True, False])
def test_the_page_and_the_table_name_the_same_acts(
    request: pytest.FixtureRequest, own_house: House, is_recorded: bool
) -> None:
    if is_recorded:
        request.getfixturevalue("garden")
    else:
        with own_house.store.write() as session:
            store_editions(session, own_house.snapshots, EDITIONS)
            refresh_amendments(session, LOCAL, RECORDED, AmendingActs(Watchlist(())))
    client = client_of(own_house)
    params = {"from": "2010-01-01", "to": "2018-04-03", "article": "art_5"}
    table = client.get(f"/v1/acts/{LOCAL}/diff.md", params=params)
    sides = {"left": f"{LOCAL}:art_5@2010-01-01", "right": f"{LOCAL}:art_5@2018-04-03"}
    page = client.get("/compare", params=sides)
    for number in ("10-V", "20-VI"):
        assert number in table.text
        assert number in page.text


def client_of(house: House) -> TestClient:
    house.index()
    return house.client()


@pytest.mark.parametrize("ending", ["html", "md"])
def test_hostile_law_is_words_in_a_table(own_house: House, ending: str) -> None:
    editions = (
        of_day("2010-01-01", HOSTILE),
        of_day("2015-02-01", f'"><img onerror=alert(1)>{HOSTILE}', note(HOSTILE)),
    )
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, editions)
    params = {"from": "2010-01-01", "to": "2015-02-01", "article": "art_5"}
    answer = client_of(own_house).get(f"/v1/acts/{LOCAL}/diff.{ending}", params=params)
    assert answer.status_code == 200
    assert "<script" not in answer.text
    assert "<img" not in answer.text
    assert "&lt;script&gt;" in answer.text

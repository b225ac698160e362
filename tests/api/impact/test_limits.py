"""An end, a change to come or a repeal that notes tell of: nothing is called unchanged over it."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from corpus.amending_acts import AmendingActs
from corpus.law import Act, EditionLabel, Footnote, Language, ListedEdition
from corpus.store.writes import list_editions, upsert_act
from corpus.watched import Watchlist
from crawler.amending import refresh_amendments
from tests.api import law
from tests.api.filling import RECORDED, store_editions
from tests.api.house import House
from tests.api.law import LOCAL

SEEN = datetime(2026, 11, 2, tzinfo=UTC)
REWORDED = (
    "Сноска. Статья 1 в редакции Закона РК от 01.12.2019 № 5-VI (вводится в действие с 01.01.2020)."
)
ENDED = "Сноска. Данная редакция статьи 1 действует до 01.01.2022."
ANNOUNCED = (
    "Примечание ИЗПИ! В статью 1 предусмотрены изменения Законом РК от 01.12.2020 № 10-VI "
    "(вводится в действие с 01.01.2022)."
)
FAR_OFF = ANNOUNCED.replace("01.01.2022", "01.01.2045")
REPEALED = "Сноска. Закон утратил силу Законом РК от 01.12.2021 № 9-VII (вводится с 01.01.2022)."


def became(house: House, note: str, *, at_the_act: bool = False) -> dict[str, Any]:
    """What became of article 1 since 2021, where a note of the only later edition says so much."""
    notes = [Footnote(REWORDED), *([] if at_the_act else [Footnote(note)])]
    of_act = [Footnote(note)] if at_the_act else []
    text = law.article("1", "О саде", law.point("1", "Сад закрыт."), *notes, divisions=())
    editions = [
        law.edition(
            LOCAL,
            "2001-01-01",
            law.article("1", "О саде", law.point("1", "Сад открыт."), divisions=()),
            title="О садах",
        ),
        law.edition(LOCAL, "2020-01-01", *of_act, text, title="О садах"),
    ]
    with house.store.write() as session:
        act = Act(LOCAL, {Language.RU: "О садах"}, "law", "148", adopted=date(2001, 1, 1))
        upsert_act(session, act)
        store_editions(session, house.snapshots, editions)
        labels = [ListedEdition(EditionLabel.parse(str(one.label))) for one in editions]
        list_editions(session, LOCAL, Language.RU, labels, "adilet", SEEN)
        refresh_amendments(session, LOCAL, RECORDED, AmendingActs(Watchlist(())))
    entry = {"citation": "ст. 1 Закона № 148", "written": "2021-06-01", "lang": "ru"}
    (answer,) = house.client().post("/v1/impact", json=[entry]).json()["entries"]
    (found,) = answer["provisions"]
    provision: dict[str, Any] = found
    return provision


@pytest.mark.parametrize(
    ("note", "at_the_act", "why"),
    [
        (ENDED, False, "was temporary"),
        (ANNOUNCED, False, "announces may have begun"),
        (REPEALED, True, "says that the act was repealed"),
    ],
)
def test_what_may_not_apply_any_more_is_not_called_unchanged(
    own_house: House, note: str, at_the_act: bool, why: str
) -> None:
    found = became(own_house, note, at_the_act=at_the_act)
    assert (found["verdict"], found["then"]["edition"]) == ("no change seen", "2020-01-01")
    assert why in found["why"]


def test_what_is_announced_for_a_day_to_come_leaves_it_unchanged(own_house: House) -> None:
    found = became(own_house, FAR_OFF)
    assert (found["verdict"], found["why"]) == ("unchanged", None)


def test_a_citation_from_before_the_act_cites_nothing(own_house: House) -> None:
    became(own_house, FAR_OFF)
    entry = {"citation": "ст. 1 Закона № 148", "written": "2000-12-31", "lang": "ru"}
    (answer,) = own_house.client().post("/v1/impact", json=[entry]).json()["entries"]
    (found,) = answer["provisions"]
    assert (found["verdict"], found["then"]) == ("not there then", None)
    assert "adopted on 2001-01-01" in found["why"]

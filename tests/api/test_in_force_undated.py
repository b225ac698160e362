"""An undated copy has no place in time; what its notes name of a later day is not passed over."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from corpus.amending_acts import AmendingActs
from corpus.law import (
    Act,
    Article,
    EditionLabel,
    Footnote,
    Holding,
    HoldingKind,
    Language,
    ListedEdition,
)
from corpus.store.writes import list_editions, upsert_act
from corpus.watched import Watchlist
from crawler.amending import refresh_amendments
from tests.api import law
from tests.api.filling import RECORDED, store_editions
from tests.api.house import House
from tests.api.law import LOCAL

SEEN = datetime(2026, 11, 2, tzinfo=UTC)
KNOWN = "от 05.05.2010 № 5-IV (вводится в действие с 01.06.2010)"
LATER = "от 06.06.2016 № 6-V (вводится в действие с 01.01.2017)"
OLDER = "от 07.07.2005 № 7-III (вводится в действие с 01.01.2006)"


def garden(text: str, *acts: str) -> Article:
    note = f"Сноска. Статья 1 с изменениями, внесенными законами РК {'; '.join(acts)}."
    notes = [Footnote(note)] if acts else []
    return law.article("1", "О саде", law.point("1", text), *notes, divisions=())


def planted(house: House, undated: Article) -> TestClient:
    """Editions of 2001 and 2010 that a list names, and a copy without a day."""
    editions = [
        law.edition(LOCAL, label, text, title="О садах")
        for label, text in (
            ("2001-01-01", garden("Сад открыт.")),
            ("2010-05-05", garden("Сад закрыт.", KNOWN)),
            ("undated", undated),
        )
    ]
    with house.store.write() as session:
        act = Act(LOCAL, {Language.RU: "О садах"}, "law", "148", adopted=date(2001, 1, 1))
        upsert_act(session, act)
        store_editions(session, house.snapshots, editions)
        labels = [ListedEdition(EditionLabel.parse(str(one.label))) for one in editions[:2]]
        list_editions(session, LOCAL, Language.RU, labels, "adilet", SEEN)
        refresh_amendments(session, LOCAL, RECORDED, AmendingActs(Watchlist(())))
    return house.client()


def on(client: TestClient, day: str) -> Any:
    address = f"/v1/acts/{LOCAL}/articles/art_1"
    return client.get(address, params={"in_force_on": day, "lang": "ru"}).json()


def became(client: TestClient) -> Any:
    entry = {"citation": "ст. 1 Закона № 148", "written": "2012-06-01", "lang": "ru"}
    (answer,) = client.post("/v1/impact", json=[entry]).json()["entries"]
    return answer["provisions"][0]


def test_what_an_undated_copy_names_ends_what_dated_editions_tell(own_house: House) -> None:
    client = planted(own_house, garden("Сад вырублен.", KNOWN, LATER))
    assert on(client, "2016-12-31")["edition"] == "2010-05-05"
    problem = on(client, "2017-01-01")
    assert (problem["type"], problem["why"]) == ("/problems/in-force-unknown", "undated copy")
    assert "6-V" in problem["detail"]
    found = became(client)
    assert (found["verdict"], found["then"]["edition"]) == ("no change seen", "2010-05-05")
    assert "undated copy" in found["why"]


@pytest.mark.parametrize("text", [garden("Сад закрыт.", KNOWN), garden("Сад закрыт.")])
def test_an_undated_copy_that_names_nothing_more_and_reads_the_same_changes_nothing(
    own_house: House, text: Article
) -> None:
    client = planted(own_house, text)
    assert on(client, "2026-01-01")["edition"] == "2010-05-05"
    assert became(client)["verdict"] == "unchanged"


def test_an_act_before_the_newest_dated_edition_says_nothing_of_what_came_later(
    own_house: House,
) -> None:
    client = planted(own_house, garden("Сад заперт.", OLDER))
    assert on(client, "2026-01-01")["edition"] == "2010-05-05"
    found = became(client)  # though nobody knows that the copy is older
    assert found["verdict"] == "no change seen"
    assert "reads otherwise" in found["why"]


def test_an_article_that_only_an_undated_copy_has_lacks_a_day_and_not_a_text(
    own_house: House,
) -> None:
    cut = law.edition(
        LOCAL, "undated", garden("Сад открыт."), title="О садах",
        holding=Holding(HoldingKind.BEGINNING),
    )  # fmt: skip
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [cut])
    client = own_house.client()
    assert on(client, "2016-12-31")["type"] == "/problems/edition-not-held"
    assert client.get(f"/v1/acts/{LOCAL}/articles/art_1?lang=ru").status_code == 200

"""A side of a comparison without an edition is the newest that has come, as everywhere else."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.questions.compared.asking import Sides
from corpus.law import Language
from tests.api.coming import COMES, EVE, MORNING, NGR, gates, hold, services_at
from tests.api.house import House
from tests.api.pages.test_pages import soup_of

OLD = f"{NGR}@2019-01-01"
SIDES = {"left": OLD, "right": NGR, "lang": "ru"}
EDITIONS = (gates("2019-01-01", "1"), gates("2020-01-01", "1"), gates(COMES, "1", "2"))


def client_at(house: House, moment: datetime) -> TestClient:
    app = house.app()
    app.state.services = services_at(app.state.services, moment)
    return TestClient(app)


@pytest.mark.parametrize(("moment", "label"), [(EVE, "2020-01-01"), (MORNING, COMES)])
def test_the_edition_to_come_is_taken_from_its_day_on(
    own_house: House, moment: datetime, label: str
) -> None:
    hold(own_house, EDITIONS)
    client = client_at(own_house, moment)
    answer: dict[str, Any] = client.get("/v1/compare", params=SIDES).json()
    (right,) = answer["right"]["held"]
    assert right["answered"]["edition"] == label
    page = soup_of(client, f"/compare?left={OLD}&right={NGR}&lang=ru")
    shown = [str(one["href"]) for one in page.select("main a[href*='/acts/']")]
    newest = {one.partition("edition=")[2][:10] for one in shown if "edition=" in one}
    assert newest == {"2019-01-01", label}


def test_only_a_side_without_an_edition_is_asked_as_of_a_day() -> None:
    today = EVE.date()
    assert Sides((OLD,), (NGR,)).asked_on(today).today == today
    assert Sides((OLD,), (f"{NGR}@2020-01-01",)).asked_on(today).today is None
    assert Sides(("2013",), ("2020",), Language.RU).asked_on(today).today is None

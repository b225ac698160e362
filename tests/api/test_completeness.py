from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest
from fastapi.testclient import TestClient

from api.services import Services
from corpus.gates import Objection
from corpus.law import EditionLabel, Language
from corpus.store import writes
from tests.api.filling import RECORDED, SOURCE
from tests.api.gardens import NGR, plant
from tests.api.house import House


@pytest.fixture
def garden(own_house: House) -> House:
    plant(own_house)
    return own_house


def test_an_act_tells_what_is_listed_held_and_missing(garden: House) -> None:
    act = garden.client().get(f"/v1/acts/{NGR}").json()
    (russian,) = act["completeness"]
    assert (russian["lang"], russian["listed"], russian["held"]) == ("ru", 4, 3)
    assert russian["missing"] == [{"edition": "2007-07-07", "why": "not asked for", "reason": ""}]
    assert russian["whole"] is False


def test_why_an_edition_is_missing_is_told_with_the_gates_words(garden: House) -> None:
    with garden.store.write() as session:
        writes.quarantine(
            session,
            ngr=NGR,
            language=Language.RU,
            label=EditionLabel.parse("2007-07-07"),
            url="https://example.org",
            snapshot_ids=[],
            source=SOURCE,
            objections=[Objection("gaps", "left out without a note: art_2")],
            recorded_at=RECORDED,
        )
    (russian,) = garden.client().get(f"/v1/acts/{NGR}/editions").json()["completeness"]
    assert russian["missing"] == [
        {
            "edition": "2007-07-07",
            "why": "not believed",
            "reason": "gaps: left out without a note: art_2",
        }
    ]


def test_an_act_without_a_list_says_that_there_may_be_more(client: TestClient) -> None:
    (only,) = client.get("/v1/acts/Z950002464_").json()["completeness"]
    assert only["listed"] is None
    assert only["whole"] is False


def test_the_page_of_an_act_tells_how_complete_it_is_in_every_interface_language(
    garden: House,
) -> None:
    client = garden.client()
    for ui, words in (
        ("en", "3 held; the registry lists 4."),
        ("ru", "у нас 3; в списке реестра 4."),
        ("kk", "бізде 3; тізілім тізбесінде 4."),
    ):
        page = client.get(f"/acts/{NGR}?ui={ui}").text
        assert words in page
        assert "2007-07-07" in page


def test_today_is_the_clocks_and_not_hidden(garden: House) -> None:
    app = garden.app()
    client = TestClient(app)
    parts = app.state.services
    for moment, pending in (("2029-12-31T18:59:00", 1), ("2029-12-31T19:00:00", 0)):
        then = datetime.fromisoformat(moment).replace(tzinfo=UTC)
        app.state.services = Services(
            parts.settings, parts.store, parts.engine, clock=partial(_same, then)
        )
        coming = client.get(f"/v1/acts/{NGR}").json()["coming"]
        assert len(coming["pending"]) == pending, moment


def _same(moment: datetime) -> datetime:
    return moment

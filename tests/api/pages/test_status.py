"""The pages of the service's own state."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from fastapi.testclient import TestClient

from corpus.gates import Objection
from corpus.law import EditionLabel, Language
from corpus.store import runs, writes
from corpus.store.quarantine import quarantine
from corpus.store.runs import RequestOutcome, RequestRecord, RunOutcome
from tests.api.filling import FETCHED, SOURCE, fill
from tests.api.house import House
from tests.api.law import HOSTILE, LOCAL
from tests.api.pages.test_pages import soup_of, text_of

STARTED = datetime(2026, 11, 2, 8, 0, tzinfo=UTC)


@pytest.fixture
def troubled(own_house: House) -> House:
    """A house with a run of which one request failed, and a page in quarantine."""
    fill(own_house.store, own_house.snapshots)
    own_house.index()
    with own_house.store.write() as session:
        run = runs.start_run(session, "crawl", "adilet", STARTED)
        for outcome, reason in ((RequestOutcome.FETCHED, None), (RequestOutcome.FAILED, HOSTILE)):
            address = f"https://old.adilet.zan.kz/rus/docs/{LOCAL}"
            request = RequestRecord(address, outcome, STARTED, reason=reason, ngr=LOCAL)
            runs.record_request(session, run, request)
        runs.finish_run(session, run, RunOutcome.FINISHED, STARTED, remark=HOSTILE)
        fetched = writes.Fetched("https://x.kz/1", FETCHED, 200, {}, b"<html>")
        snapshot = writes.record_snapshot(session, own_house.snapshots, fetched)
        quarantine(
            session,
            ngr=LOCAL,
            language=Language.RU,
            label=EditionLabel.parse("2023-01-01"),
            url="https://x.kz/1",
            snapshot_ids=[snapshot.id],
            source=SOURCE,
            objections=[Objection("empty-shell", HOSTILE)],
            recorded_at=STARTED,
        )
    return own_house


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
def test_the_state_of_a_service_with_trouble_is_told(troubled: House, ui: str) -> None:
    client = troubled.client()
    soup = soup_of(client, f"/status?ui={ui}")
    assert len(soup.select("ul.parts li.ok")) == 3
    assert HOSTILE in text_of(soup, "ul.refused")
    assert "empty-shell" in text_of(soup, "ul.refused")
    row = soup.select_one("table.runs tbody tr")
    assert row is not None
    assert [one["href"] for one in row.select("a")] == [f"/status/runs/1?ui={ui}"]
    assert not soup.select("main script, main img")


def test_a_run_names_each_request_that_failed(troubled: House) -> None:
    soup = soup_of(troubled.client(), "/status/runs/1")
    assert HOSTILE in text_of(soup, "ul.refused")
    assert f"/rus/docs/{LOCAL}" in text_of(soup, "ul.refused")


def test_without_an_index_the_page_says_so(own_house: House) -> None:
    fill(own_house.store, own_house.snapshots)
    soup = soup_of(own_house.client(), "/status")
    assert [one.strong.get_text() for one in soup.select("ul.parts li.failed") if one.strong] == [
        "Поисковый индекс"
    ]


def test_no_path_of_the_machine_is_told(troubled: House) -> None:
    client = troubled.client()
    told = client.get("/status").text + client.get("/status/runs/1").text
    assert str(troubled.settings.data_dir) not in told


def test_anomalies_are_told_by_severity_and_act(client: TestClient) -> None:
    found = client.get("/v1/anomalies").json()
    assert found["anomalies"]
    soup = soup_of(client, "/status/anomalies")
    assert len(soup.select("ul.findings > li")) == len(found["anomalies"])
    counted = soup_of(client, "/status").select("ul.anomalies > li")
    assert len(counted) == len(found["counts"])
    assert all(str(one["class"][0]).startswith("severity-") for one in counted)
    assert not any("notice" in one["class"] for one in counted)  # that is how banners look
    own = [one for one in found["anomalies"] if one["ngr"] == LOCAL]
    of_act = soup_of(client, f"/status/anomalies?act={LOCAL}")
    assert len(of_act.select("ul.findings > li")) == len(own)


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/status/runs/999", 404),
        ("/status/runs/x", 422),
        ("/status/runs/99999999999", 422),
        ("/status/anomalies?act=Z0", 404),
    ],
)
def test_what_is_not_there_is_a_helpful_page(client: TestClient, url: str, status: int) -> None:
    assert text_of(soup_of(client, url, status), "h1")

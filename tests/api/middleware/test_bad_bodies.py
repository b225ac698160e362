"""Whatever is posted is answered with problem details or an answer, never with a defect."""

from __future__ import annotations

import json
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.api.house import House
from tests.api.law import LOCAL

POSTED = ["/v1/impact", "/v1/watches"]
TEXT = st.one_of(
    st.text(st.characters(), max_size=20),  # halves of surrogate pairs and NUL among them
    st.sampled_from(["ст. 36 Закона № 148", "2021-01-01", "31.02.2021", "ru", "changes", LOCAL]),
    st.builds("https://example.kz/{}".format, st.text(st.characters(), max_size=5)),
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inside: st.lists(inside, max_size=3) | st.dictionaries(TEXT, inside, max_size=3),
    max_leaves=5,
)
ENTRIES = st.fixed_dictionaries(
    {}, optional={"citation": TEXT | VALUES, "written": TEXT | VALUES, "lang": TEXT | VALUES}
)
WATCHES = st.fixed_dictionaries(
    {"url": TEXT | VALUES},
    optional={
        "act": TEXT | VALUES,
        "article": TEXT | VALUES,
        "query": TEXT | VALUES,
        "lang": VALUES,
        "legal_only": VALUES,
        "events": VALUES,
    },
)


@pytest.fixture(scope="module")
def careful(house: House) -> TestClient:
    """A client that is answered 500 for a defect; nobody outside is asked for a name."""
    closed = House(
        house.settings.model_copy(update={"watches_limit": 0}),
        house.store,
        house.engine,
        house.snapshots,
    )
    return TestClient(closed.app(), raise_server_exceptions=False)


@pytest.fixture
def no_names(monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: object) -> list[str]:
        raise OSError

    monkeypatch.setattr("webhooks.configuring.system_addresses", nowhere)


def answered(client: TestClient, address: str, body: bytes) -> int:
    answer = client.post(address, content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code < 500 or "too-many-watches" in answer.text, (body, answer.text)
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "application/problem+json"
        assert answer.json()["status"] == answer.status_code
    return answer.status_code


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(entries=st.lists(ENTRIES | VALUES, max_size=3))
def test_any_list_of_citations_is_answered(careful: TestClient, entries: list[object]) -> None:
    assert answered(careful, "/v1/impact", json.dumps(entries).encode()) == 200


@settings(max_examples=120, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wanted=WATCHES | VALUES)
def test_any_wish_for_a_watch_is_answered(
    careful: TestClient, no_names: None, wanted: object
) -> None:
    assert answered(careful, "/v1/watches", json.dumps(wanted).encode()) >= 400


@pytest.mark.parametrize("address", POSTED)
@pytest.mark.parametrize(
    "body",
    [
        b"[" * 30_000,
        b"[" * 30_000 + b"]" * 30_000,
        b'{"a":' * 5_000 + b"1" + b"}" * 5_000,
        b"1" * 10_000,
        b"NaN",
        b"\xff\xfe",
        b"[]\x00",
    ],
)
def test_what_is_no_body_is_refused(careful: TestClient, address: str, body: bytes) -> None:
    assert answered(careful, address, body) == 422


@pytest.mark.parametrize("address", POSTED)
@pytest.mark.parametrize(
    "kind", ["text/plain", "multipart/form-data", "application/x-www-form-urlencoded", "a/b;;="]
)
def test_a_body_of_another_type_is_refused(careful: TestClient, address: str, kind: str) -> None:
    answer = careful.post(address, content=b"[]", headers={"Content-Type": kind})
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-request")


def test_half_a_character_is_told_in_the_entry_that_has_it(careful: TestClient) -> None:
    body = b'[{"citation":"\\ud800","written":"2021-01-01"}]'
    answer = careful.post("/v1/impact", content=body, headers={"Content-Type": "application/json"})
    (entry,) = answer.json()["entries"]
    assert "surrogate" in entry["error"]


@pytest.mark.parametrize("address", ["/feeds/changes.atom", f"/feeds/acts/{LOCAL}.json"])
@pytest.mark.parametrize(
    "moment",
    [
        "Mon, 01 Jan 99999999999999999999 00:00:00 GMT",
        "Mon, 01 Jan 2022 00:00:00 +99999999999999999999",
        "Mon, 01 Jan 2022 00:00:00 +9999",
        "Mon, 32 Foo 2022 00:00:00 GMT",
        "-1 -1 -1 -1",
    ],
)
def test_a_time_that_is_none_is_passed_over(careful: TestClient, address: str, moment: str) -> None:
    assert careful.get(address, headers={"If-Modified-Since": moment}).status_code == 200


@pytest.mark.parametrize("before", ["0.0", "-1.-1", "999999999.999999999", "1_0.5", "5.0"])
def test_a_place_in_a_feed_that_nobody_gave_is_a_page_or_refused(
    careful: TestClient, before: str
) -> None:
    answer = careful.get("/feeds/changes.json", params={"before": before})
    assert answer.status_code in (200, 422)


@pytest.mark.parametrize("weird", ["\x00", "..", "💥", "a" * 300])
def test_a_feed_of_what_there_is_not_is_a_problem(careful: TestClient, weird: str) -> None:
    name = quote(weird, safe="")
    for address in (
        f"/feeds/acts/{name}.atom",
        f"/feeds/acts/{LOCAL}/articles/{name}.atom",
        f"/feeds/regimes/{name}.json",
        f"/feeds/search.atom?q=%22%22&act={name}",
        f"/feeds/changes.{name}",
    ):
        answer = careful.get(address)
        assert answer.status_code in (404, 422), address
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_cursor_ahead_of_all_changes_is_another_corpus(careful: TestClient) -> None:
    answer = careful.get("/v1/changes", params={"cursor": 2_147_483_647})
    assert answer.status_code == 422
    assert "Begin again" in answer.json()["detail"]
    end = careful.get("/v1/changes", params={"limit": 100, "withdrawn": True}).json()["cursor"]
    assert careful.get("/v1/changes", params={"cursor": end}).status_code == 200

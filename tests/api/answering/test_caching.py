from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from api.answering.caching import entity_tag, is_current
from corpus.law import Language
from tests.api import law
from tests.api.filling import fill, store_editions
from tests.api.house import House

ARTICLE = f"/v1/acts/{law.LOCAL}/articles/art_36"
TAGGED = [
    "/v1/acts",
    f"/v1/acts/{law.LOCAL}/editions",
    ARTICLE,
    f"{ARTICLE}/history",
    f"/v1/acts/{law.LOCAL}/diff?from=2013-06-13&to=2021-05-24",
    "/v1/changes",
    "/v1/search?q=аким",
    f"/acts/{law.LOCAL}/articles/art_36",
]


@pytest.mark.parametrize("url", TAGGED)
def test_who_holds_an_answer_already_gets_no_body(client: TestClient, url: str) -> None:
    first = client.get(url, headers={"Accept-Encoding": "identity"})
    tag = first.headers["etag"]
    assert tag.startswith('"')
    again = client.get(url, headers={"If-None-Match": f'"other", W/{tag}'})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["etag"] == f"W/{tag}"  # as the asker has it
    assert client.get(url, headers={"If-None-Match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/acts/Z1", 404),
        (f"/acts/{law.LOCAL}?view=nope", 422),
        ("/compare?left=nope&right=nowhere", 422),
    ],
)
def test_a_page_that_refuses_is_never_told_to_be_still_current(
    client: TestClient, url: str, status: int
) -> None:
    first = client.get(url)
    assert first.status_code == status
    assert "etag" not in first.headers
    held = {"If-None-Match": is_held(first.content)}
    assert client.get(url, headers=held).status_code == status


def is_held(body: bytes) -> str:
    """The header of who holds a body, however it was answered."""
    return f"{entity_tag(body)}, W/{entity_tag(body)}"


def test_a_search_that_could_not_be_made_is_never_told_to_be_still_current(
    own_house: House,
) -> None:
    fill(own_house.store, own_house.snapshots)  # and no index
    client = own_house.client()
    first = client.get("/search?q=аким")
    assert first.status_code == 503
    held = {"If-None-Match": is_held(first.content)}
    assert client.get("/search?q=аким", headers=held).status_code == 503
    own_house.index()
    assert client.get("/search?q=аким", headers=held).status_code == 200


def test_different_answers_have_different_tags(client: TestClient) -> None:
    tags = [client.get(url).headers["etag"] for url in TAGGED]
    assert len(set(tags)) == len(TAGGED)


@pytest.mark.parametrize(
    ("question", "immutable"),
    [
        ("edition=2013-06-13", True),
        ("edition=2022-11-05", False),  # the newest one is not closed
        ("on=2022-01-01", False),  # an edition may turn up that was in force then
        ("", False),
    ],
)
def test_only_a_closed_edition_asked_for_by_its_label_is_immutable(
    client: TestClient, question: str, immutable: bool
) -> None:
    for url in (f"{ARTICLE}?{question}", f"/v1/acts/{law.LOCAL}/articles?{question}"):
        control = client.get(url).headers["cache-control"]
        assert ("immutable" in control) is immutable
        assert (control == "no-cache") is not immutable


def test_a_tag_changes_when_the_registry_corrects_the_text(own_house: House) -> None:
    fill(own_house.store, own_house.snapshots)
    client = own_house.client()
    url = f"{ARTICLE}?edition=2013-06-13"
    before = client.get(url)
    corrected = law.edition(
        law.LOCAL,
        "2013-06-13",
        law.chapter("3", "Аким"),
        law.preamble("Этот пересказ проверяет программу."),
        law.TASKS,
        law.election("депутаты всего района"),
        law.article("37", "Как аким уходит", law.point("1", "Аким вправе уйти сам.")),
        title=law.LOCAL_TITLE,
    )
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, [corrected])
    after = client.get(url, headers={"If-None-Match": before.headers["etag"]})
    assert after.status_code == 200
    assert "депутаты всего района" in after.json()["text"]
    assert after.json()["provenance"]["revision"] == 2
    assert after.json()["provenance"]["reason"] == "corrected"


def test_a_problem_is_not_kept(client: TestClient) -> None:
    assert client.get("/v1/acts/Z1").headers["cache-control"] == "no-cache"


@pytest.mark.parametrize(
    ("header", "current"),
    [('"a"', True), ('W/"a"', True), ("*", True), ('"b", "a"', True), ('"b"', False), ("", False)],
)
def test_if_none_match_is_read_as_the_standard_says(header: str, current: bool) -> None:
    assert is_current(header, '"a"') is current


def test_a_page_in_another_interface_language_has_another_tag(client: TestClient) -> None:
    url = f"/acts/{law.LOCAL}/articles/art_36?lang=ru"
    tags = {
        client.get(url, headers={"Accept-Language": language}).headers["etag"]
        for language in Language
    }
    assert len(tags) == 3
    assert client.get(url).headers["vary"].split(", ")[0] == "Accept-Language"


def test_the_tag_of_a_search_changes_with_the_index(own_house: House) -> None:
    own_house.index()
    client = own_house.client()
    before = client.get("/v1/search?q=аким").headers["etag"]
    fill(own_house.store, own_house.snapshots)
    own_house.index()
    assert client.get("/v1/search?q=аким").headers["etag"] != before

from __future__ import annotations

from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from corpus.settings import Settings
from tests.api.house import House
from tests.api.law import ELECTIONS, LOCAL

ARTICLE = f"/v1/acts/{LOCAL}/articles/art_36"
CASES = [
    ("/v1/acts/Z010000149_", 404, "unknown-act", {"ngr": "Z010000149_"}),
    (f"/v1/acts/{LOCAL}/articles/art_361", 404, "unknown-article", {"key": "art_361"}),
    (f"/v1/acts/{LOCAL}/articles/art_99/history", 404, "unknown-article", {"key": "art_99"}),
    (f"{ARTICLE}?lang=en", 404, "language-not-held", {"held": ["kk", "ru"]}),
    (f"{ARTICLE}?edition=2021-05-25", 404, "unknown-edition", {"edition": "2021-05-25"}),
    (f"{ARTICLE}?on=2001-01-01", 404, "before-first-edition", {"known_from": "2013-06-13"}),
    (
        f"{ARTICLE}?on=2019-01-01",
        404,
        "edition-not-held",
        {"on": "2019-01-01", "missing": ["2018-12-28"], "last_held": "2013-06-13"},
    ),
    (
        f"/v1/acts/{ELECTIONS}/articles/art_1?on=1998-06-01",
        409,
        "ambiguous-date",
        {"editions": ["1998"]},
    ),
    (
        f"/v1/acts/{ELECTIONS}/articles/art_1?on=2022-06-01",
        404,
        "article-not-held",
        {"holding": "ch_13-1"},
    ),
    (f"{ARTICLE}?on=2022-02-30", 422, "invalid-request", {}),
    (f"{ARTICLE}?on=20220101", 422, "invalid-request", {}),
    (f"{ARTICLE}?edition=latest", 422, "invalid-request", {}),
    (f"{ARTICLE}?lang=de", 422, "invalid-request", {}),
    (f"{ARTICLE}?on=2022-01-01&edition=1998", 422, "invalid-request", {}),
    (f"/v1/acts/{LOCAL}/diff?from=2013-06-13", 422, "invalid-request", {}),
    ("/v1/changes?since=yesterday", 422, "invalid-request", {}),
    ("/v1/changes?since=2026-11-02T08:00:00", 422, "invalid-request", {}),
    ("/v1/changes?cursor=99999999999", 422, "invalid-request", {}),
    ("/v1/search", 422, "invalid-request", {}),
    ("/v1/nothing", 404, "not-found", {}),
]


@pytest.mark.parametrize(("url", "status", "slug", "members"), CASES)
def test_an_error_is_a_problem_with_what_helps(
    client: TestClient, url: str, status: int, slug: str, members: dict[str, Any]
) -> None:
    answer = client.get(url)
    problem = answer.json()
    assert answer.status_code == problem["status"] == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert problem["type"] == f"/problems/{slug}"
    assert problem["title"]
    assert len(problem["detail"]) > 10
    assert problem["instance"] == url
    assert {name: problem[name] for name in members} == members


def test_the_nearest_articles_and_editions_are_named(client: TestClient) -> None:
    article = client.get(f"/v1/acts/{LOCAL}/articles/art_361").json()
    edition = client.get(f"{ARTICLE}?edition=2021-05-25").json()
    assert "art_36" in article["nearest"]
    assert "2021-05-24" in edition["nearest"]


def test_a_fault_names_its_parameter_and_what_is_wanted(client: TestClient) -> None:
    problem = client.get(f"{ARTICLE}?on=2022-02-30").json()
    assert problem["errors"] == [
        {"parameter": "on", "in": "query", "message": "give a day that exists, as YYYY-MM-DD"}
    ]


def test_another_method_is_refused_as_a_problem(client: TestClient) -> None:
    answer = client.post("/v1/acts")
    assert answer.status_code == 405
    assert answer.json()["type"] == "/problems/method-not-allowed"


def test_a_database_without_tables_is_a_problem_that_shows_no_statement(
    house: House, tmp_path_factory: pytest.TempPathFactory
) -> None:
    settings = Settings(data_dir=tmp_path_factory.mktemp("empty"))
    with TestClient(create_app(settings), raise_server_exceptions=False) as client:
        answer = client.get("/v1/acts")
    assert answer.status_code == 503
    assert answer.json()["type"] == "/problems/store-unavailable"
    assert "SELECT" not in answer.text


def test_a_defect_is_a_problem_that_shows_no_inside(house: House) -> None:
    app = create_app(house.settings, house.store, house.engine)

    @app.get("/v1/broken")
    def broken() -> None:
        raise RuntimeError("a secret of the house")

    answer = TestClient(app, raise_server_exceptions=False).get("/v1/broken")
    assert answer.status_code == 500
    assert answer.json()["type"] == "/problems/internal-error"
    assert "secret" not in answer.text


def test_every_type_of_problem_has_a_page(client: TestClient) -> None:
    slugs = {case[2] for case in CASES} | {"internal-error", "store-unavailable"}
    for slug in slugs:
        assert client.get(f"/problems/{slug}").status_code == 200, slug
    assert client.get("/problems/no-such-type").status_code == 404

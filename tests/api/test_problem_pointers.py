"""A problem points at the parameter that it is about."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.api.law import ELECTIONS, LOCAL

ARTICLE = f"/v1/acts/{LOCAL}/articles/art_36"


@pytest.mark.parametrize(
    ("url", "pointed"),
    [
        ("/v1/acts/Z0", [("path", "ngr")]),
        ("/v1/changes?act=Z0", [("query", "act")]),
        (f"/v1/changes?act={LOCAL}&article=art_999", [("query", "article")]),
        (f"/v1/acts/{LOCAL}/articles/art_999", [("path", "key")]),
        (f"{ARTICLE}?edition=1999-09-09", [("query", "edition")]),
        (f"{ARTICLE}?edition=09.09.1999", [("query", "edition")]),
        (f"{ARTICLE}?on=1990-01-01", [("query", "on")]),
        (f"{ARTICLE}?in_force_on=1990-01-01", [("query", "in_force_on")]),
        (f"/v1/acts/{ELECTIONS}/articles/art_1?lang=en", [("query", "lang")]),
        (f"{ARTICLE}?on=2022-01-01&edition=2022-11-05", [("query", "on"), ("query", "edition")]),
        (f"{ARTICLE}?presume=true", [("query", "presume")]),
        (f"{ARTICLE}?on=tomorrow", [("query", "on")]),
        (f"{ARTICLE}?onn=2022-01-01", [("query", "onn")]),
        ("/v1/search?q=аким&limit=0", [("query", "limit")]),
        ("/v1/search?q=аким&on=2022-01-01&changed=2020-01-01..2021-01-01", None),
        ("/v1/regimes/1917/compare/2013", [("path", "a")]),
        ("/v1/regimes/2013/compare/1917", [("path", "b")]),
        (f"/v1/compare?left=Z0@2020-01-01&right={LOCAL}@2022-11-05", [("query", "left")]),
        (f"/v1/compare?left={LOCAL}@2022-11-05&right=Z0@2020-01-01", [("query", "right")]),
        (f"/v1/acts/{LOCAL}/diff?from=1999-01-01&to=2022-11-05", [("query", "from")]),
        (f"/v1/acts/{LOCAL}/diff?from=2022-11-05&to=1999-01-01", [("query", "to")]),
        ("/v1/matrix?theme=weather", [("query", "theme")]),
        (f"/v1/acts/{LOCAL}/replay?act={ELECTIONS}", [("query", "act")]),
        ("/v1/search?q=аким&cursor=x", [("query", "cursor")]),
        (f"/v1/acts/{LOCAL}/stats?cursor=x", [("query", "cursor")]),
        ("/v1/regimes?limit=0", [("query", "limit")]),
        ("/feeds/search.atom?q=%20", [("query", "q")]),
    ],
)
def test_a_problem_points_at_its_parameter(
    client: TestClient, url: str, pointed: list[tuple[str, str]] | None
) -> None:
    answer = client.get(url)
    assert answer.status_code in {404, 409, 422}, answer.text
    errors = answer.json()["errors"]
    assert all(one["message"] for one in errors)
    found = [(one["in"], one["parameter"]) for one in errors]
    assert found == (pointed or [("query", "on"), ("query", "changed")])


def test_a_fault_in_a_body_has_a_pointer_into_it(client: TestClient) -> None:
    answer = client.post("/v1/watches", json={"act": LOCAL, "url": "https://x.kz/", "lang": "de"})
    assert answer.status_code == 422
    (fault,) = answer.json()["errors"]
    assert (fault["parameter"], fault["in"], fault["pointer"]) == ("lang", "body", "#/lang")

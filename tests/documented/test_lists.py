"""Every list comes in pages: the OpenAPI document and docs/decisions/0034 name the same lists.

What the document says is walked too, page by page, on the bundled sample.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.openapi import operations
from corpus.settings import Settings
from tests.api.walking import pages_of

DECISION = Path(__file__).parents[2] / "docs" / "decisions" / "0034-lists-come-in-pages.md"
WHOLE = {
    answer: set(re.findall(r"`(\w+)`", members))
    for answer, members in re.findall(
        r"^\| `(\w+)` \| ([^|]+) \| [^|]{10,} \|$",
        DECISION.read_text(encoding="utf-8"),
        re.MULTILINE,
    )
}
"""Members that are no lists by themselves, by the answers that have them."""

ELECTIONS, LOCAL, AMENDING = "Z950002464_", "Z010000148_", "Z2200000156"
ARTICLE = f"/v1/acts/{ELECTIONS}/articles/art_113-3"
EDITIONS = f"left={ELECTIONS}@2022-02-07&right={ELECTIONS}@2023-01-01"
RULES = "left=U040001484_:app_1@2005-07-08&right=Z950002464_:ch_13-1@2022-02-07"
WALKED: Sequence[tuple[str, str, tuple[str, ...]]] = [
    ("/v1/acts", "ActList", ("acts",)),
    (f"/v1/acts/{ELECTIONS}/editions", "EditionList", ("editions",)),
    (f"/v1/acts/{ELECTIONS}/articles", "ArticleList", ("articles",)),
    (f"{ARTICLE}/history", "ArticleHistory", ("wordings",)),
    (f"{ARTICLE}/amendments", "PlaceAmendments", ("amendments",)),
    (f"/v1/amendments?act={ELECTIONS}&article=art_113-3", "AmendmentFeed", ("amendments",)),
    (f"/v1/changes?act={ELECTIONS}&texts=false", "ChangeFeed", ("changes",)),
    ("/v1/anomalies", "AnomalyList", ("anomalies",)),
    (f"/v1/anomalies?act={LOCAL}", "AnomalyList", ("anomalies",)),
    (
        f"/v1/acts/{AMENDING}/instructions",
        "InstructionsPage",
        ("operations", "unread", "frames"),
    ),
    (f"/v1/acts/{AMENDING}/replay", "ReplayOut", ("acts",)),
    (f"/v1/acts/{ELECTIONS}/pending", "PendingOut", ("pending", "readings")),
    (
        f"/v1/acts/{ELECTIONS}/diff?from=2022-02-07&to=2023-01-01",
        "Diff",
        ("changes", "headings", "not_comparable"),
    ),
    (f"/v1/compare?{EDITIONS}", "Compared", ("correspondences", "unused_pairs")),
    (f"/v1/compare?{RULES}", "Compared", ("correspondences", "unused_pairs")),
    ("/v1/regimes/2013/compare/2020", "Compared", ("correspondences", "unused_pairs")),
    (
        f"/v1/acts/{ELECTIONS}/languages",
        "LanguagesOut",
        ("disagreements", "not_comparable", "amendments", "one_language_only"),
    ),
    (
        f"{ARTICLE}/relations",
        "RelationsOut",
        ("cites", "cited_by", "cited_by_unknown", "came_from", "went_to"),
    ),
    (f"/v1/acts/{LOCAL}/stats", "Stats", ("editions", "wordings")),
    ("/v1/regimes", "RegimeList", ("regimes", "gaps")),
    ("/v1/matrix?stage=nomination", "MatrixOut", ("themes",)),
    ("/v1/exports", "ExportList", ("exports",)),
    ("/v1/search?q=кандидат&on=any&act=U040001484_", "SearchAnswer", ("hits",)),
    ("/v1/trace?q=кандидат&act=U1300000555", "TraceAnswer", ("articles",)),
]
"""Addresses, the answers they have, and which members of these are walked."""
BY_TOKEN = {"WatchList": {"watches"}, "DeliveryLog": {"deliveries"}}
"""Lists of watches: tests/api/test_watches.py walks them, who asks needs a token."""
PAGED = {answer: set(members) for _, answer, members in WALKED} | BY_TOKEN


@pytest.fixture(scope="module")
def client(sample_kept: Path) -> Iterator[TestClient]:
    """A client of the application on the sample."""
    with TestClient(create_app(Settings(data_dir=sample_kept))) as client:
        yield client


def lists_of(document: dict[str, Any]) -> Iterator[tuple[str, set[str], dict[str, Any]]]:
    """Every JSON answer that holds lists: its name, those members, the operation."""
    schemas = document["components"]["schemas"]
    for operation in operations(document):
        for status, response in operation["responses"].items():
            schema = response.get("content", {}).get("application/json", {}).get("schema", {})
            if not status.startswith("2") or "$ref" not in schema:
                continue
            name = schema["$ref"].rpartition("/")[2]
            members = schemas[name]["properties"]
            lists = {member for member, told in members.items() if is_list(told)}
            if lists:
                yield name, lists, operation


def is_list(schema: dict[str, Any]) -> bool:
    """Whether a member is a list, or may be one."""
    return schema.get("type") == "array" or any(map(is_list, schema.get("anyOf", ())))


def test_every_list_of_the_document_is_paged_or_is_told_why_not(client: TestClient) -> None:
    document = client.get("/openapi.json").json()
    found = {name: lists for name, lists, _ in lists_of(document)}
    assert len(found) > 25
    assert found == {
        name: PAGED.get(name, set()) | WHOLE.get(name, set()) for name in {*PAGED, *WHOLE}
    }


def test_every_paged_answer_has_the_parameters_the_cursor_and_the_links(
    client: TestClient,
) -> None:
    document = client.get("/openapi.json").json()
    schemas = document["components"]["schemas"]
    for name, _, operation in lists_of(document):
        given = {parameter["name"] for parameter in operation.get("parameters", ())}
        links = operation["responses"].get("200", {}).get("headers", {}).get("Link", {})
        paged = {"limit", "cursor"} <= given
        assert paged == (name in PAGED), operation["operationId"]
        assert paged == ("rel=" in links.get("description", "")), operation["operationId"]
        assert paged == ("cursor" in schemas[name]["properties"]), name


@pytest.mark.parametrize(("url", "_answer", "members"), WALKED, ids=[url for url, *_ in WALKED])
def test_what_is_walked_page_by_page_is_the_whole(
    client: TestClient, url: str, _answer: str, members: tuple[str, ...]
) -> None:
    whole = asked_whole(client, url)
    total = sum(len(whole[member]) for member in members)
    limit = max(1, total // 3)
    pages = list(pages_of(client, f"{url}{'&' if '?' in url else '?'}limit={limit}"))
    assert len(pages) >= (3 if total >= 3 else 1)
    for page in pages:
        assert sum(len(page[member]) for member in members) <= limit
        assert page.keys() == whole.keys()
    for member in members:
        assert [one for page in pages for one in page[member]] == whole[member], member


def test_the_lists_that_are_walked_are_long_enough_to_tell(client: TestClient) -> None:
    short = {
        answer
        for url, answer, members in WALKED
        if sum(len(asked_whole(client, url)[member]) for member in members) < 2
    }
    assert short <= {"ReplayOut", "LanguagesOut", "PendingOut"}  # walked by tests of their own


def asked_whole(client: TestClient, url: str) -> dict[str, Any]:
    """The answer on one page."""
    answer = client.get(f"{url}{'&' if '?' in url else '?'}limit=100")
    assert answer.status_code == 200, answer.text
    assert "next" not in answer.links
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize("suffix", ["atom", "json"])
def test_a_feed_names_its_first_page_and_the_next(client: TestClient, suffix: str) -> None:
    answer = client.get(f"/feeds/acts/{ELECTIONS}.{suffix}?limit=2&lang=ru")
    assert answer.links["first"]["url"] == f"/feeds/acts/{ELECTIONS}.{suffix}?limit=2&lang=ru"
    onward = answer.links["next"]["url"]
    assert onward.replace("&before=", "") != onward
    assert onward.split("?")[0] in answer.text
    following = client.get(onward)
    assert following.status_code == 200
    assert following.text != answer.text
    assert following.links["first"] == answer.links["first"]


def test_a_page_of_a_table_is_refused(client: TestClient) -> None:
    for url in (
        f"/v1/compare?{EDITIONS}",
        f"/v1/acts/{ELECTIONS}/diff?from=2022-02-07&to=2023-01-01",
    ):
        answer = client.get(f"{url}&limit=5", headers={"Accept": "text/csv"})
        assert answer.status_code == 422
        assert {one["parameter"] for one in answer.json()["errors"]} == {"limit"}

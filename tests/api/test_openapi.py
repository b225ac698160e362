from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from fastapi.testclient import TestClient

from api.models.acts import ActDetail, ActList, ActOut, EditionList
from api.models.amendments import AmendmentFeed, PlaceAmendments
from api.models.anomalies import AnomalyList
from api.models.articles import ArticleHistory, ArticleList, ArticleOut
from api.models.change_feed import ChangeFeed
from api.models.changes import Diff
from api.models.citations import CitationOut, PinnedOut
from api.models.compare import Compared
from api.models.dumps import ExportList, WordingRow
from api.models.health import Health
from api.models.impact import ImpactOut
from api.models.instructions import InstructionsOut
from api.models.languages import LanguagesOut
from api.models.matrix import MatrixOut
from api.models.origins import BlameOut
from api.models.regimes import RegimeList
from api.models.relations import RelationsOut
from api.models.replay import PendingOut, ReplayOut
from api.models.resolved import ResolvedOut
from api.models.search import SearchAnswer
from api.models.shape import Answer
from api.models.stats import Stats
from api.models.suggestions import SuggestAnswer
from api.models.traces import TraceAnswer
from api.models.watches import DeliveryLog, DeliveryOut, SecretOut, WatchList, WatchMade
from tests.api.house import House

ROUTES = {
    "/v1/acts",
    "/v1/acts/{ngr}",
    "/v1/acts/{ngr}/editions",
    "/v1/acts/{ngr}/articles",
    "/v1/acts/{ngr}/articles/{key}",
    "/v1/acts/{ngr}/articles/{key}/amendments",
    "/v1/acts/{ngr}/articles/{key}/blame",
    "/v1/acts/{ngr}/articles/{key}/cite",
    "/v1/acts/{ngr}/articles/{key}/history",
    "/v1/acts/{ngr}/articles/{key}/pinned",
    "/v1/acts/{ngr}/articles/{key}/relations",
    "/v1/acts/{ngr}/diff",
    "/v1/acts/{ngr}/diff.{ending}",
    "/v1/acts/{ngr}/history.bundle",
    "/v1/acts/{ngr}/instructions",
    "/v1/acts/{ngr}/languages",
    "/v1/acts/{ngr}/pending",
    "/v1/acts/{ngr}/replay",
    "/v1/acts/{ngr}/stats",
    "/v1/amendments",
    "/v1/anomalies",
    "/v1/changes",
    "/v1/compare",
    "/v1/compare.{ending}",
    "/v1/exports",
    "/v1/exports/{file}",
    "/v1/exports/SHA256SUMS",
    "/v1/impact",
    "/v1/matrix",
    "/v1/matrix.{ending}",
    "/v1/regimes",
    "/v1/regimes/timeline.svg",
    "/v1/regimes/{a}/compare/{b}",
    "/v1/regimes/{a}/compare/{b}.{ending}",
    "/v1/regimes/{a}/correspondence/{b}.svg",
    "/v1/resolve",
    "/v1/search",
    "/v1/search/suggest",
    "/v1/trace",
    "/v1/watches",
    "/v1/watches/{watch}",
    "/v1/watches/{watch}/deliveries",
    "/v1/watches/{watch}/deliveries/{message}",
    "/v1/watches/{watch}/deliveries/{message}/redeliver",
    "/v1/watches/{watch}/pause",
    "/v1/watches/{watch}/resume",
    "/v1/watches/{watch}/secret",
    "/v1/watches/{watch}/test",
    "/healthz",
    "/feeds/changes.{suffix}",
    "/feeds/search.{suffix}",
    "/feeds/acts/{ngr}.{suffix}",
    "/feeds/acts/{ngr}/articles/{key}.{suffix}",
    "/feeds/regimes/{key}.{suffix}",
}
TEXTS = {
    "/v1/acts/{ngr}.jsonld",
    "/v1/acts/{ngr}/articles/{key}.akn",
    "/v1/acts/{ngr}/articles/{key}.jsonld",
    "/v1/acts/{ngr}/text",
    "/v1/acts/{ngr}/text.akn",
}
PICTURES = {"/v1/regimes/timeline.svg", "/v1/regimes/{a}/correspondence/{b}.svg"}
TABLES = {
    "/v1/acts/{ngr}/diff.{ending}",
    "/v1/compare.{ending}",
    "/v1/matrix.{ending}",
    "/v1/regimes/{a}/compare/{b}.{ending}",
}
FEEDS = {path for path in ROUTES if path.startswith("/feeds/")}
FILES = {
    *FEEDS,
    "/v1/exports/{file}",
    "/v1/exports/SHA256SUMS",
    "/v1/acts/{ngr}/history.bundle",
    *TEXTS,
    *PICTURES,
    *TABLES,
}
"""Addresses that answer with a file: no model has its shape."""


@pytest.fixture
def document(client: TestClient) -> dict[str, Any]:
    found: dict[str, Any] = client.get("/openapi.json").json()
    return found


def test_the_document_is_made_once_and_who_holds_it_is_told_so(house: House) -> None:
    client = house.client()
    with ThreadPoolExecutor(4) as several:
        asked = list(several.map(lambda _: client.get("/openapi.json"), range(4)))
    (tag,) = {one.headers["ETag"] for one in asked}
    again = client.get("/openapi.json", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_the_document_names_every_route_and_only_those(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    assert set(document["paths"]) == ROUTES | TEXTS


def test_every_operation_is_described_and_has_an_example(document: dict[str, Any]) -> None:
    for path, operations in document["paths"].items():
        for operation in operations.values():
            assert operation["description"], path
            ((status, success),) = (
                one for one in operation["responses"].items() if one[0].startswith("2")
            )
            if path in FILES:
                assert success["content"]
                for media_type, content in success["content"].items():
                    text = media_type.endswith("json") or content["schema"]["type"] == "string"
                    assert text, (path, media_type)
            elif status != "204":
                answer = success["content"]["application/json"]
                assert answer["example"], path
                assert answer["schema"]["$ref"].startswith("#/components/schemas/"), path
            for parameter in operation.get("parameters", []):
                assert parameter["description"], (path, parameter["name"])
                examples = parameter.get("examples") or parameter["schema"].get("examples")
                assert examples, (path, parameter["name"])


def test_problems_are_documented_as_problem_json(document: dict[str, Any]) -> None:
    for path, operations in document["paths"].items():
        for operation in operations.values():
            for status, answer in operation["responses"].items():
                if int(status) >= 400 and path != "/healthz":
                    assert list(answer["content"]) == ["application/problem+json"], (path, status)


def test_every_reference_inside_the_document_leads_somewhere(document: dict[str, Any]) -> None:
    schemas = document["components"]["schemas"]
    references = list(_references(document))
    assert references
    for reference in references:
        assert reference.removeprefix("#/components/schemas/") in schemas


def test_no_two_schemas_share_a_name_so_that_none_is_named_by_our_modules(
    document: dict[str, Any],
) -> None:
    assert not [name for name in document["components"]["schemas"] if "__" in name]


@pytest.mark.parametrize(
    "model",
    [
        DeliveryLog,
        DeliveryOut,
        WatchList,
        WatchMade,
        ActList,
        ActDetail,
        ActOut,
        AnomalyList,
        EditionList,
        ExportList,
        WordingRow,
        ArticleList,
        ArticleOut,
        ArticleHistory,
        BlameOut,
        TraceAnswer,
        Diff,
        CitationOut,
        Compared,
        ImpactOut,
        PinnedOut,
        ResolvedOut,
        AmendmentFeed,
        InstructionsOut,
        ReplayOut,
        PendingOut,
        PlaceAmendments,
        ChangeFeed,
        LanguagesOut,
        MatrixOut,
        RegimeList,
        RelationsOut,
        SearchAnswer,
        SuggestAnswer,
        SecretOut,
        Stats,
        Health,
    ],
)
def test_an_example_is_an_answer_of_its_model(model: type[Answer]) -> None:
    example = model.example()
    assert model.model_validate(example).to_json()
    assert set(example) == set(model.model_json_schema(by_alias=True)["properties"])


def _references(value: Any) -> Any:
    if isinstance(value, dict):
        for name, one in value.items():
            if name == "$ref":
                yield one
            else:
                yield from _references(one)
    elif isinstance(value, list):
        for one in value:
            yield from _references(one)

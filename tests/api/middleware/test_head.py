"""HEAD: what GET would answer, without the body (RFC 9110 9.3.2)."""

from __future__ import annotations

import pytest
from fastapi.testclient import TestClient

from tests.api.house import House
from tests.api.law import LOCAL

ARTICLE = f"/v1/acts/{LOCAL}/articles/art_36"
ADDRESSES = [
    "/v1/acts",
    f"/v1/acts/{LOCAL}",
    f"/v1/acts/{LOCAL}/editions",
    f"/v1/acts/{LOCAL}/articles",
    ARTICLE,
    f"{ARTICLE}/history",
    f"{ARTICLE}/amendments",
    f"{ARTICLE}/cite",
    f"{ARTICLE}/cite?format=ris",
    f"{ARTICLE}/pinned?lang=ru&edition=2021-05-24&snapshot=00000000000000000000",
    "/v1/resolve?q=ст. 36 Закона № 148",
    "/v1/impact",
    "/v1/amendments",
    "/v1/anomalies",
    f"/v1/acts/{LOCAL}/diff?from=2013-06-13&to=2021-05-24",
    f"/v1/acts/{LOCAL}/diff.csv?from=2013-06-13&to=2021-05-24",
    f"/v1/compare.csv?left={LOCAL}@2013-06-13&right={LOCAL}@2021-05-24",
    "/v1/regimes/1999/compare/2013.csv",
    f"{ARTICLE}/blame",
    f"{ARTICLE}/relations",
    f"/v1/acts/{LOCAL}/languages",
    f"/v1/acts/{LOCAL}/stats",
    f"/v1/acts/{LOCAL}/history.bundle",
    f"/v1/acts/{LOCAL}/instructions",
    f"/v1/acts/{LOCAL}/replay",
    f"/v1/acts/{LOCAL}/pending",
    f"/v1/compare?left={LOCAL}@2013-06-13&right={LOCAL}@2021-05-24",
    "/v1/regimes",
    "/v1/regimes/1999/compare/2013",
    "/v1/matrix",
    "/v1/matrix.csv",
    "/v1/regimes/timeline.svg",
    "/v1/regimes/1999/correspondence/2013.svg",
    "/regimes",
    "/regimes/1999/correspondence/2013",
    "/v1/trace?q=аким",
    "/v1/changes",
    "/v1/changes?limit=1",
    "/v1/search?q=аким",
    "/v1/search/suggest?q=аким",
    "/v1/exports",
    "/v1/exports/SHA256SUMS",
    "/v1/exports/articles.jsonl",
    "/v1/exports/corpus.sqlite",
    "/v1/watches",
    "/v1/watches/w_1",
    "/v1/watches/w_1/deliveries",
    "/v1/watches/w_1/deliveries/msg_1",
    "/v1/watches/w_1/deliveries/msg_1/redeliver",
    "/v1/watches/w_1/pause",
    "/v1/watches/w_1/resume",
    "/v1/watches/w_1/secret",
    "/v1/watches/w_1/test",
    "/healthz",
    "/openapi.json",
    "/",
    "/search?q=аким",
    f"/acts/{LOCAL}",
    f"/acts/{LOCAL}/articles/art_36",
    "/problems/not-found",
    "/feeds/changes.atom",
    "/feeds/search.atom?q=аким",
    f"/feeds/acts/{LOCAL}.atom",
    f"/feeds/acts/{LOCAL}/articles/art_36.atom",
    "/feeds/regimes/art_36.atom",
    "/feeds/regimes/2020.json",
    f"/feeds/acts/{LOCAL}/articles/art_36.json",
    "/docs",
    "/static/nusqa.svg",
    f"/v1/acts/{LOCAL}/text",
    f"/v1/acts/{LOCAL}/text.akn",
    f"/v1/acts/{LOCAL}.jsonld",
    f"{ARTICLE}.akn",
    f"{ARTICLE}.jsonld",
    "/robots.txt",
    "/sitemap.xml",
    "/sitemaps/1.xml",
    "/opensearch.xml",
    "/akn/kz/act/2001/Z010000148_/rus/~art_36",
    "/v1/nothing",
    "/nothing",
    f"{ARTICLE}?on=2001-01-01",
    f"{ARTICLE}?in_force_on=2001-01-01",
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_head_answers_as_get_without_the_body(client: TestClient, address: str) -> None:
    whole, head = client.get(address), client.head(address)
    assert head.status_code == whole.status_code
    assert head.headers == whole.headers
    assert head.content == b""


def test_head_is_told_that_what_is_held_is_current(client: TestClient) -> None:
    tag = client.head(ARTICLE).headers["etag"]
    assert client.head(ARTICLE, headers={"If-None-Match": tag}).status_code == 304


def test_another_method_is_told_which_ones_there_are(client: TestClient) -> None:
    for address in ("/v1/acts", "/", "/openapi.json"):
        answer = client.post(address)
        assert answer.status_code == 405
        assert answer.headers["allow"] == "GET, HEAD"


def test_every_address_of_the_document_is_among_those_asked(house: House) -> None:
    asked = {address.partition("?")[0] for address in ADDRESSES}
    paths = house.client().get("/openapi.json").json()["paths"]
    assert {
        path.format(
            ngr=LOCAL,
            key="art_36",
            a="1999",
            b="2013",
            watch="w_1",
            message="msg_1",
            file="articles.jsonl",
            ending="csv",
            suffix="atom",
        )
        for path in paths
    } <= asked

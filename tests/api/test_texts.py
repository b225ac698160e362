"""Texts to take away: Akoma Ntoso and linked data, by ending and by Accept."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient

from exports.akoma_ntoso import read_article, read_edition
from tests.api.filling import store_editions
from tests.api.house import House
from tests.api.law import ELECTIONS, HOSTILE_EDITION, LOCAL, LOCAL_EDITIONS, RULES
from tests.exports.akoma_ntoso.schema import faults

TEXT = f"/v1/acts/{LOCAL}/text.akn"
ARTICLE = f"/v1/acts/{LOCAL}/articles/art_36"
AKN, JSON_LD = "application/akn+xml", "application/ld+json"


def test_an_edition_is_had_as_akoma_ntoso_and_is_the_same_edition(client: TestClient) -> None:
    answer = client.get(TEXT, params={"edition": "2021-05-24"})
    assert answer.status_code == 200
    assert answer.headers["content-type"] == AKN
    assert f"{LOCAL}-ru-2021-05-24.akn" in answer.headers["content-disposition"]
    assert faults(answer.content) == []
    assert read_edition(answer.content) == LOCAL_EDITIONS[1]


@pytest.mark.parametrize(
    ("parameters", "label"),
    [({}, "2022-11-05"), ({"on": "2022-01-01"}, "2021-05-24"), ({"lang": "kk"}, "2021-05-24")],
)
def test_the_edition_is_the_one_that_is_asked_for(
    client: TestClient, parameters: dict[str, str], label: str
) -> None:
    found = read_edition(client.get(TEXT, params=parameters).content)
    assert str(found.label) == label
    assert found.language == parameters.get("lang", "ru")


def test_an_article_alone_is_had_of_an_edition(client: TestClient) -> None:
    answer = client.get(f"{ARTICLE}.akn", params={"edition": "2013-06-13"})
    assert faults(answer.content) == []
    edition, article = read_article(answer.content)
    assert article == LOCAL_EDITIONS[0].by_key["art_36"]
    assert str(edition.label) == "2013-06-13"


def test_what_it_is_called_for_good_and_what_it_is_part_of_stand_in_the_link_header(
    client: TestClient,
) -> None:
    links = client.get(f"{ARTICLE}.akn", params={"edition": "2021-05-24"}).headers["link"]
    whole = f"http://testserver/akn/kz/act/2001/{LOCAL}/rus@2021-05-24"
    assert f'<{whole}/~art_36>; rel="canonical"' in links
    assert f'<{whole}>; rel="collection"' in links


@pytest.mark.parametrize("address", [f"/v1/acts/{LOCAL}", ARTICLE])
@pytest.mark.parametrize("media_type", [AKN, JSON_LD, "application/json", "*/*"])
def test_the_accept_header_chooses_the_form(
    client: TestClient, address: str, media_type: str
) -> None:
    answer = client.get(address, headers={"Accept": media_type})
    wanted = "application/json" if media_type == "*/*" else media_type
    assert answer.headers["content-type"] == wanted
    assert "Accept" in [one.strip() for one in answer.headers["vary"].split(",")]


def test_the_text_without_an_ending_is_the_same(client: TestClient) -> None:
    plain = client.get(f"/v1/acts/{LOCAL}/text", headers={"Accept": AKN})
    assert plain.content == client.get(TEXT).content


def test_a_closed_edition_may_be_kept_and_others_are_asked_for_again(client: TestClient) -> None:
    closed = client.get(TEXT, params={"edition": "2021-05-24"})
    assert "immutable" in closed.headers["cache-control"]
    newest = client.get(TEXT)
    assert newest.headers["cache-control"] == "no-cache"
    again = client.get(TEXT, headers={"If-None-Match": newest.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


@pytest.mark.parametrize(
    ("address", "status", "kind"),
    [
        ("/v1/acts/Z1/text.akn", 404, "unknown-act"),
        (f"{TEXT}?lang=en", 404, "language-not-held"),
        (f"{TEXT}?edition=1999-01-01", 404, "unknown-edition"),
        (f"{TEXT}?on=1999-13-01", 422, "invalid-request"),
        (f"{TEXT}?form=pdf", 422, "unknown-parameter"),
        (f"/v1/acts/{LOCAL}/articles/art_99.akn", 404, "unknown-article"),
        (f"/v1/acts/{LOCAL}/articles/art_99.jsonld", 404, "unknown-article"),
        ("/v1/acts/Z1.jsonld", 404, "unknown-act"),
        (f"/v1/acts/{ELECTIONS}/text.akn?on=1990-01-01", 404, "before-first-edition"),
    ],
)
def test_what_is_not_there_is_a_problem_of_its_kind(
    client: TestClient, address: str, status: int, kind: str
) -> None:
    answer = client.get(address)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["type"] == f"/problems/{kind}"


def test_linked_data_names_every_edition_and_the_provisions_of_one(client: TestClient) -> None:
    document = client.get(f"/v1/acts/{LOCAL}.jsonld", params={"edition": "2013-06-13"}).json()
    editions = {one["@id"]: one for one in document["eli:is_realized_by"]}
    work = f"http://testserver/akn/kz/act/2001/{LOCAL}"
    assert document["@id"] == work
    assert set(editions) == {
        f"{work}/rus@2013-06-13",
        f"{work}/rus@2021-05-24",
        f"{work}/rus@2022-11-05",
        f"{work}/kaz@2021-05-24",
    }
    parts = [one["@id"] for one in editions[f"{work}/rus@2013-06-13"]["hasPart"]]
    assert f"{work}/rus@2013-06-13/~art_36" in parts
    assert "hasPart" not in editions[f"{work}/rus@2021-05-24"]


def test_an_act_that_is_only_watched_has_linked_data_too(client: TestClient) -> None:
    document = client.get("/v1/acts/Z2100000042.jsonld").json()
    assert document["legislationIdentifier"] == "Z2100000042"
    assert "eli:is_realized_by" not in document


def test_law_that_looks_like_markup_stays_text_in_every_form(own_house: House) -> None:
    with own_house.store.write() as session:
        store_editions(session, own_house.snapshots, (HOSTILE_EDITION,))
    own_house.index()
    client = own_house.client()
    answer = client.get(f"/v1/acts/{RULES}/text.akn")
    assert faults(answer.content) == []
    assert read_edition(answer.content) == HOSTILE_EDITION
    page = client.get(f"/acts/{RULES}/articles/p_1").text
    block = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert json.loads(block)["name"]["@value"].startswith("1. <script>alert")
    assert "<" not in block
    assert "<script>alert" not in page

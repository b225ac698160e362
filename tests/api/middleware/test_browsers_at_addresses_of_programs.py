"""A browser that is led to a file, a feed or an address of the API reads what is wrong there."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from tests.api.law import LOCAL

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8"
ADDRESSES = [
    ("/v1/acts/NOPE/history.bundle", 404),
    (f"/v1/acts/{LOCAL}/diff.docx?from=zz&to=2023-01-01", 422),
    (f"/v1/acts/{LOCAL}/diff.docx?from=2023-01-01", 422),
    (f"/v1/acts/{LOCAL}/text.pdf", 404),
    ("/v1/exports/zz.jsonl", 404),
    ("/v1/matrix.docx?theme=zz", 404),
    ("/v1/regimes/2013/compare/1917.docx", 404),
    ("/v1/compare.xlsx?left=Z010000149_@2020-01-01&right=2013", 404),
    ("/v1/search", 422),
    ("/feeds/acts/NOPE.atom", 404),
    (f"/feeds/acts/{LOCAL}.json?kidn=amended", 422),
    ("/v1/nothing", 404),
]
SAID = {"ru": "абвгдежз", "kk": "әғқңөұүһі", "en": "abcdefgh"}


@pytest.mark.parametrize(("address", "status"), ADDRESSES)
@pytest.mark.parametrize("language", SAID)
def test_a_browser_gets_a_page_in_its_language_with_the_right_status(
    client: TestClient, address: str, status: int, language: str
) -> None:
    headers = {"Accept": BROWSER, "Accept-Language": language}
    answer = client.get(address, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"].startswith("text/html")
    assert answer.headers["content-language"] == language
    assert {one.strip() for one in answer.headers["vary"].split(",")} >= {
        "Accept",
        "Accept-Language",
    }
    soup = BeautifulSoup(answer.text, "html.parser")
    notice = soup.select_one("main .notice")
    assert notice is not None
    assert set(notice.get_text().casefold()) & set(SAID[language])
    if language != "en":
        assert soup.select_one("main [lang=en]") is None


@pytest.mark.parametrize(("address", "status"), ADDRESSES)
@pytest.mark.parametrize("accept", ["*/*", "application/json", "application/problem+json"])
def test_a_program_gets_problem_details(
    client: TestClient, address: str, status: int, accept: str
) -> None:
    answer = client.get(address, headers={"Accept": accept, "Accept-Language": "ru"})
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert "Accept" in answer.headers["vary"]


def test_what_is_there_stays_json_for_a_browser_too(client: TestClient) -> None:
    answer = client.get("/v1/acts", headers={"Accept": BROWSER})
    assert answer.headers["content-type"] == "application/json"


def test_the_page_of_an_unknown_act_leads_to_those_there_are(client: TestClient) -> None:
    headers = {"Accept": BROWSER, "Accept-Language": "ru"}
    answer = client.get(f"/v1/acts/{LOCAL[:-1]}/history.bundle", headers=headers)
    soup = BeautifulSoup(answer.text, "html.parser")
    links = [str(one["href"]) for one in soup.select("main ul[aria-labelledby] a")]
    assert links
    assert all(client.get(one).status_code == 200 for one in links)

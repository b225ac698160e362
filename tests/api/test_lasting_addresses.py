"""Addresses that last: they lead on to the page, the data or the file, or say what is nearest."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from fastapi.testclient import TestClient

from tests.api.law import LOCAL

WORK = f"/akn/kz/act/2001/{LOCAL}"
PAGE = f"/acts/{LOCAL}"


def led(client: TestClient, address: str, accept: str = "text/html") -> str:
    answer = client.get(address, headers={"Accept": accept}, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    assert answer.headers["vary"].startswith("Accept")
    target = answer.headers["location"]
    assert client.get(target).status_code == 200
    return target


@pytest.mark.parametrize(
    ("address", "page"),
    [
        (WORK, PAGE),
        (f"{WORK}/!main", PAGE),
        (f"{WORK}/kaz", f"{PAGE}?lang=kk"),
        (f"{WORK}/rus@2021-05-24", f"{PAGE}?lang=ru&edition=2021-05-24"),
        (f"{WORK}/rus:2022-01-01", f"{PAGE}?lang=ru&on=2022-01-01"),
        (f"{WORK}/~art_36", f"{PAGE}/articles/art_36"),
        (
            f"{WORK}/rus@2021-05-24/~art_36",
            f"{PAGE}/articles/art_36?lang=ru&edition=2021-05-24",
        ),
        (
            f"{WORK}/rus@2021-05-24/~art_36__para_2",
            f"{PAGE}/articles/art_36?lang=ru&edition=2021-05-24#p_2",
        ),
        (f"{WORK}/rus/~chp_3", f"{PAGE}?lang=ru#ch_3"),
        (f"{WORK}?ui=kk", f"{PAGE}?ui=kk"),
        ("/akn/kz/act/2001-01-23/148", PAGE),
    ],
)
def test_a_reader_is_led_to_the_page(client: TestClient, address: str, page: str) -> None:
    assert led(client, address) == page


@pytest.mark.parametrize(
    ("accept", "target"),
    [
        ("application/ld+json", f"/v1/acts/{LOCAL}/articles/art_36.jsonld"),
        ("application/akn+xml", f"/v1/acts/{LOCAL}/articles/art_36.akn"),
        ("application/json", f"/v1/acts/{LOCAL}/articles/art_36"),
        ("text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", f"{PAGE}/articles/art_36"),
        ("*/*", f"{PAGE}/articles/art_36"),
    ],
)
def test_a_program_is_led_to_the_form_that_it_accepts(
    client: TestClient, accept: str, target: str
) -> None:
    assert led(client, f"{WORK}/rus/~art_36", accept) == f"{target}?lang=ru"


def test_an_ending_chooses_whatever_is_accepted(client: TestClient) -> None:
    whole = f"{WORK}/rus@2021-05-24"
    query = "?lang=ru&edition=2021-05-24"
    assert led(client, f"{whole}.akn") == f"/v1/acts/{LOCAL}/text.akn{query}"
    assert led(client, f"{whole}.jsonld") == f"/v1/acts/{LOCAL}.jsonld{query}"
    assert led(client, f"{whole}/!main.akn") == f"/v1/acts/{LOCAL}/text.akn{query}"


@pytest.mark.parametrize("ui", ["ru", "kk", "en"])
@pytest.mark.parametrize(
    ("address", "nearest"),
    [
        ("/akn/kz/act/2001/Z01000014", f"/acts/{LOCAL}?ui="),
        (f"{WORK}/rus@2021-05-25", "edition=2021-05-24"),
        (f"{WORK}/eng", f"/acts/{LOCAL}?lang=ru"),
        (f"{WORK}/rus/~art_3", "/articles/art_3"),
        (f"{WORK}/rus/~art_36__para_9", "/articles/art_36__p_"),
    ],
)
def test_what_is_not_held_is_a_page_that_helps(
    client: TestClient, address: str, nearest: str, ui: str
) -> None:
    answer = client.get(f"{address}?ui={ui}", follow_redirects=False)
    assert answer.status_code == 404
    soup = BeautifulSoup(answer.text, "lxml")
    assert soup.html is not None
    assert soup.html["lang"] == ui
    assert any(nearest in str(link["href"]) for link in soup.select("main a"))


@pytest.mark.parametrize(
    "address", ["/akn/", "/akn/kz", "/akn/ru/act/1/2", f"{WORK}/rus@x", "/akn/%00"]
)
def test_another_form_is_a_page_with_examples(client: TestClient, address: str) -> None:
    answer = client.get(address, follow_redirects=False)
    assert answer.status_code == 404
    assert "/akn/kz/act/1995/Z950002464_/rus" in answer.text

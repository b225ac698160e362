"""Comparison tables over HTTP: by ending and by Accept, in every form."""

from __future__ import annotations

import csv
import io

import pytest
from docx import Document
from fastapi.testclient import TestClient

from api.answering.forms import JSON, Form
from api.tables.answers import TABLE_FORMS, file_name
from tests.api.law import ELECTIONS, LOCAL

EDITIONS = f"/v1/acts/{LOCAL}/diff"
DAYS = {"from": "2013-06-13", "to": "2021-05-24"}
SIDES = {"left": f"{LOCAL}@2013-06-13", "right": f"{ELECTIONS}:ch_13-1"}
ADDRESSES = [(EDITIONS, DAYS), ("/v1/compare", SIDES)]


def rows(body: bytes) -> list[list[str]]:
    return [*csv.reader(io.StringIO(body.decode("utf-8-sig"), newline=""))]


def table(client: TestClient, **more: str) -> list[list[str]]:
    answer = client.get(f"{EDITIONS}.csv", params={**DAYS, **more})
    assert answer.status_code == 200, answer.text
    return rows(answer.content)


@pytest.mark.parametrize("form", TABLE_FORMS, ids=lambda form: form.ending)
@pytest.mark.parametrize(("path", "params"), ADDRESSES)
def test_an_ending_chooses_the_form(
    client: TestClient, form: Form, path: str, params: dict[str, str]
) -> None:
    answer = client.get(f"{path}.{form.ending}", params=params)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == form.media_type
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "Accept" not in answer.headers.get("vary", "").split(", ")
    if form.ending == "html":
        assert "content-disposition" not in answer.headers
        assert "default-src 'none'" in answer.headers["content-security-policy"]
    else:
        name = f'.{form.ending}"'
        assert answer.headers["content-disposition"].split(";")[1].endswith(name)
    again = {"If-None-Match": answer.headers["etag"]}
    assert client.get(f"{path}.{form.ending}", params=params, headers=again).status_code == 304


@pytest.mark.parametrize("form", TABLE_FORMS, ids=lambda form: form.ending)
@pytest.mark.parametrize(("path", "params"), ADDRESSES)
def test_so_does_the_accept_header_but_for_html(
    client: TestClient, form: Form, path: str, params: dict[str, str]
) -> None:
    headers = {"Accept": f"text/plain, {form.media_type.partition(';')[0]};q=0.9"}
    answer = client.get(path, params=params, headers=headers)
    wanted = form if form.by_accept else JSON
    assert answer.headers["content-type"] == wanted.media_type
    assert "Accept" in answer.headers["vary"].split(", ")
    if form.by_accept:
        assert answer.content == client.get(f"{path}.{form.ending}", params=params).content


def test_two_regimes_are_a_table_too(client: TestClient) -> None:
    by_path = client.get("/v1/regimes/R3a/compare/R3b.csv")
    assert by_path.status_code == 200
    by_query = client.get("/v1/compare.csv", params={"left": "R3a", "right": "R3b"})
    assert by_path.content == by_query.content


@pytest.mark.parametrize(
    "path",
    [
        f"{EDITIONS}.odt?from=2013-06-13&to=2021-05-24",
        f"/v1/compare.exe?left={LOCAL}&right={ELECTIONS}",
        "/v1/regimes/R3a/compare/R3b.doc",
    ],
)
def test_an_ending_that_is_no_form_is_a_problem_that_names_the_forms(
    client: TestClient, path: str
) -> None:
    answer = client.get(path)
    problem = answer.json()
    assert (answer.status_code, problem["type"]) == (404, "/problems/unknown-form")
    assert problem["known"] == [form.ending for form in TABLE_FORMS]


def test_a_row_names_the_amending_act_and_its_day(client: TestClient) -> None:
    heads, *found = table(client)
    assert heads[:5] == [
        "№",
        "Структурный элемент",
        "Редакция от 13.06.2013",
        "Редакция от 24.05.2021",
        "Основание (изменяющий акт)",
    ]
    (election,) = [row for row in found if row[1].startswith("Статья 36.")]
    assert election[1].endswith("пункт 1")
    assert "депутаты маслихата" in election[2]
    assert "сами жители" in election[3]
    assert "42-VII" in election[4]


def test_all_forms_have_the_same_rows(client: TestClient) -> None:
    found = table(client)
    document = client.get(f"{EDITIONS}.docx", params=DAYS).content
    (own,) = Document(io.BytesIO(document)).tables
    assert [row.cells[1].text for row in own.rows] == [row[1] for row in found]
    markdown = client.get(f"{EDITIONS}.md", params=DAYS).text
    assert len([line for line in markdown.splitlines() if line.startswith("| ")]) == len(found) + 1


def test_our_own_words_are_in_the_texts_language_or_in_the_one_asked_for(
    client: TestClient,
) -> None:
    assert table(client, ui="kk")[0][1] == "Құрылымдық элемент"
    assert table(client, ui="en")[0][1] == "Structural element"
    assert table(client)[1][2:4] == table(client, ui="en")[1][2:4]


def test_only_one_article_and_what_did_not_change(client: TestClient) -> None:
    assert {row[7] for row in table(client, article="art_36")[1:]} == {"art_36"}
    whole = table(client, unchanged="true")
    assert "art_35" in {row[7] for row in whole}
    assert "art_35" not in {row[7] for row in table(client)}


def test_csv_without_a_byte_order_mark(client: TestClient) -> None:
    with_mark = client.get(f"{EDITIONS}.csv", params=DAYS).content
    without = client.get(f"{EDITIONS}.csv", params={**DAYS, "bom": "false"}).content
    assert with_mark == b"\xef\xbb\xbf" + without


@pytest.mark.parametrize(
    ("params", "status", "slug"),
    [
        ({"article": "art_999"}, 404, "unknown-article"),
        ({"to": "1999-01-01"}, 404, "unknown-edition"),
        ({"lang": "en"}, 404, "language-not-held"),
        ({"ui": "de"}, 422, "invalid-request"),
        ({"article": "a" * 201}, 422, "invalid-request"),
        ({"artikle": "art_36"}, 422, "unknown-parameter"),
    ],
)
@pytest.mark.parametrize("ending", ["docx", "html"])
def test_what_is_not_there_is_a_problem_in_json_whatever_the_form(
    client: TestClient, ending: str, params: dict[str, str], status: int, slug: str
) -> None:
    answer = client.get(f"{EDITIONS}.{ending}", params={**DAYS, **params})
    assert (answer.status_code, answer.json()["type"]) == (status, f"/problems/{slug}")
    assert answer.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("name", ["article", "technical", "unchanged", "ui", "bom"])
def test_json_refuses_what_only_a_table_has(client: TestClient, name: str) -> None:
    value = {"article": "art_36", "ui": "ru", "bom": "false"}.get(name, "true")
    for path, params in ADDRESSES:
        answer = client.get(path, params={**params, name: value})
        assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid-request")
        assert "Accept" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("named", "name"),
    [
        (["Z1_", "2013-06-13", "1998", None, "ru"], "comparison_Z1__2013-06-13_1998_ru"),
        (['a/../b"\r\n', "ө"], "comparison_a-..-b-_ө"),
        (["U1_:app_1@2005-07-08"], "comparison_U1_.app_1@2005-07-08"),
        (["x" * 500], f"comparison_{'x' * 120}"),
    ],
)
def test_a_file_is_called_after_what_is_in_it(named: list[str | None], name: str) -> None:
    assert file_name(named) == name


def test_a_later_edition_may_stand_on_the_left_and_that_is_told(client: TestClient) -> None:
    there = client.get(f"{EDITIONS}.md", params=DAYS).text
    back = client.get(f"{EDITIONS}.md", params={"from": DAYS["to"], "to": DAYS["from"]}).text
    assert "справа налево" in back
    assert "справа налево" not in there
    assert "42-VII" in back

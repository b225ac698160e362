"""Every page of the sample is served, says what it is, and says the same in both shapes."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from lxml import html

from corpus.law import Language
from crawler.sample.acts import LANGUAGES, SAMPLE_NOTICE, SampleAct, SampleEdition, load_acts
from crawler.sample.classic import day
from crawler.sample.classic_text import CODES
from crawler.sample.server import SampleServer
from tests.crawler.sample.asking import ask

ACTS = load_acts()
EDITIONS = [edition for act in ACTS for edition in act.editions]
CURRENT = {(act.ngr, act.labels[-1]) for act in ACTS}


def named(edition: SampleEdition) -> str:
    return f"{edition.ngr}-{edition.language}-{edition.label}"


def classic_path(edition: SampleEdition) -> str:
    code = CODES[edition.language]
    if (edition.ngr, edition.label) in CURRENT:
        return f"/{code}/docs/{edition.ngr}"
    return f"/{code}/archive/docs/{edition.ngr}/{day(edition.label)}"


def bank_answers(sample: SampleServer, edition: SampleEdition, with_html: str) -> list[Any]:
    path = f"/api/documents/{edition.bank_id}/{CODES[edition.language]}/{day(edition.label)}"
    first = json.loads(ask(sample, f"{path}?withHtml={with_html}&page=1").body)
    rest = [
        json.loads(ask(sample, f"{path}?withHtml={with_html}&page={page}").body)
        for page in range(2, first["pagesCount"] + 1)
    ]
    return [first, *rest]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def article_words(page: str) -> str:
    (article,) = html.document_fromstring(page).xpath("//article")
    article.remove(article[0])  # the link to the table of contents is no text
    return squeezed(article.text_content())


@pytest.mark.parametrize("edition", EDITIONS, ids=named)
def test_a_classic_page_says_in_all_languages_that_it_is_a_sample(
    edition: SampleEdition, sample: SampleServer
) -> None:
    answer = ask(sample, classic_path(edition))
    assert answer.status == 200
    root = html.document_fromstring(answer.text)
    assert SAMPLE_NOTICE[edition.language] in str(root.findtext(".//title"))
    frame = " ".join(root.xpath("//body")[0].text_content().split())
    assert all(notice in frame for notice in SAMPLE_NOTICE.values())
    assert root.xpath("//meta[@name='nusqa-sample']/@content") == ["yes"]
    assert edition.title in frame


@pytest.mark.parametrize("edition", EDITIONS, ids=named)
def test_the_banks_answer_says_that_it_is_a_sample(
    edition: SampleEdition, sample: SampleServer
) -> None:
    for answer in bank_answers(sample, edition, "false"):
        assert answer["sample"] is True
        assert all(notice in answer["notice"] for notice in SAMPLE_NOTICE.values())
        assert answer["versionDate"] == edition.label.isoformat()
        assert answer["ngr"] == edition.ngr


@pytest.mark.parametrize("edition", EDITIONS, ids=named)
def test_both_shapes_of_an_edition_have_the_same_words(
    edition: SampleEdition, sample: SampleServer
) -> None:
    classic = article_words(ask(sample, classic_path(edition)).text)
    blocks = [block for part in bank_answers(sample, edition, "false") for block in part["content"]]
    assert blocks[1]["type"] == "title"
    assert squeezed("".join(block.get("text", "") for block in blocks[2:])) == classic
    (with_html,) = bank_answers(sample, edition, "true")
    assert squeezed(html.fragment_fromstring(with_html["content"], "div").text_content()) == classic


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.ngr)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_edition_list_leads_to_every_edition_and_last_to_the_current_text(
    act: SampleAct, language: Language, sample: SampleServer
) -> None:
    page = ask(sample, f"/{CODES[language]}/docs/{act.ngr}/history")
    rows = html.document_fromstring(page.text).xpath("//table[@id='ethernatable']//tr[td]")
    links = [str(row.xpath(".//a/@href")[0]) for row in rows]
    assert [row.xpath("./td")[4].text for row in rows] == [day(label) for label in act.labels]
    assert links[-1] == f"/{CODES[language]}/docs/{act.ngr}"
    assert all("/archive/" in link for link in links[:-1])
    assert [ask(sample, link).status for link in links] == [200] * len(rows)
    versions = json.loads(
        ask(sample, f"/api/documents/{act.bank_id}/{CODES[language]}/versions").body
    )
    assert [one["versionDate"] for one in versions] == [label.isoformat() for label in act.labels]
    assert all(one["sample"] for one in versions)


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.ngr)
@pytest.mark.parametrize("language", LANGUAGES)
def test_an_act_has_a_card(act: SampleAct, language: Language, sample: SampleServer) -> None:
    card = ask(sample, f"/{CODES[language]}/docs/{act.ngr}/info").text
    assert act.ngr in card
    assert SAMPLE_NOTICE[language] in card


def test_the_current_text_has_no_address_in_the_archive(sample: SampleServer) -> None:
    assert ask(sample, "/rus/archive/docs/Z950002464_/01.07.2026").status == 404
    assert ask(sample, "/rus/docs/Z950002464_/01.07.2026").status == 200


@pytest.mark.parametrize(
    "path",
    ["/rus/docs/Z950002464", "/eng/docs/Z950002464_", "/rus/archive/docs/Z950002464_/01.01.1999",
     "/rus/docs/Z950002464_/99.99.2021", "/api/documents/5/rus", "/api/documents/4/rus?page=9",
     "/nothing"],
)  # fmt: skip
def test_what_is_not_there_is_a_404(path: str, sample: SampleServer) -> None:
    assert ask(sample, path).status == 404


def test_the_first_page_lists_the_acts_and_robots_may_read_them(sample: SampleServer) -> None:
    index = ask(sample, "/").text
    assert all(act.ngr in index for act in ACTS)
    assert all(notice in index for notice in SAMPLE_NOTICE.values())
    assert "Disallow: /search\n" in ask(sample, "/robots.txt").text
    assert "Disallow: /\n" not in ask(sample, "/robots.txt").text


def test_a_search_finds_acts_by_type_page_by_page(sample: SampleServer) -> None:
    def search(**asked: object) -> Any:
        body = json.dumps(asked).encode()
        answer = ask(sample, "/api/documents/search", method="POST", body=body)
        return json.loads(answer.body)

    decrees = search(actTypes=["УКАЗ"], limit=1, page=2)
    assert (decrees["documentsFound"], decrees["pageCount"], decrees["page"]) == (2, 2, 2)
    assert [act["ngr"] for act in decrees["list"]] == ["U1300000555"]
    assert search()["documentsFound"] == len(ACTS)
    assert ask(sample, "/api/documents/search", method="POST", body=b"[1").status == 400


def test_a_page_that_has_not_changed_is_answered_with_304(sample: SampleServer) -> None:
    path = "/rus/archive/docs/Z950002464_/24.05.2021"
    first = ask(sample, path)
    tag, modified = first.headers["etag"], first.headers["last-modified"]
    assert modified == "Mon, 24 May 2021 00:00:00 GMT"
    again = ask(sample, path, {"If-None-Match": f'"other", {tag}'})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert ask(sample, path, {"If-Modified-Since": modified}).status == 304
    assert (
        ask(sample, path, {"If-None-Match": '"other"', "If-Modified-Since": modified}).status == 200
    )
    assert ask(sample, path, {"If-Modified-Since": "yesterday"}).status == 200


def test_a_long_act_is_paged_and_its_index_points_at_its_headings(sample: SampleServer) -> None:
    edition = next(one for one in EDITIONS if one.label == date(2023, 1, 1))
    answers = bank_answers(sample, edition, "false")
    assert len(answers) > 1
    blocks = [block for answer in answers for block in answer["content"]]
    index = answers[0]["index"]
    assert all(blocks[entry["docIndex"]]["type"] == entry["type"] for entry in index)
    assert sum(entry["index"].startswith("113-") for entry in index) == 11

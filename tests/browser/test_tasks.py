"""What people come for, done as they would do it: each in at most four actions from the start.

An action is a click, a key that sends a form, or a field filled in.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import docx
import feedparser
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.every_page import DECREE, ELECTIONS

MOST_ACTIONS = 4
NOMINATION = "выдвижение кандидата в акимы"


class Visitor:
    """Somebody who begins at the start page; every action counts."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.actions = 0
        page.goto("/")

    def click(self, what: Locator) -> None:
        self.actions += 1
        what.click()

    def fill(self, what: Locator, words: str) -> None:
        self.actions += 1
        what.fill(words)

    def send(self) -> None:
        self.actions += 1
        self.page.keyboard.press("Enter")

    def search(self, words: str, day: str = "") -> None:
        """Look for words, as of a day if one is given."""
        if day:
            self.fill(self.page.locator("input[name=on]").first, day)
        self.fill(self.page.get_by_role("combobox").first, words)
        self.send()
        expect(self.page.locator("ol.hits")).to_be_visible()

    def save(self, what: Locator) -> bytes:
        """What a click on a link saves."""
        self.actions += 1
        with self.page.expect_download() as saved:
            what.click()
        return saved.value.path().read_bytes()


@pytest.fixture
def visitor(browser: Browser, sample_site: str) -> Iterator[Visitor]:
    context = browser.new_context(base_url=sample_site, locale="ru-RU", accept_downloads=True)
    visitor = Visitor(context.new_page())
    yield visitor
    context.close()
    assert visitor.actions <= MOST_ACTIONS, f"{visitor.actions} actions"


@pytest.mark.parametrize(
    ("day", "act", "key", "label"),
    [
        ("2013-09-01", "U1300000555", "app_1__p_13", "2013-04-24"),
        ("2021-07-25", ELECTIONS, "art_113-3", "2021-05-24"),
        ("", ELECTIONS, "art_113-3", "2026-07-01"),
    ],
    ids=["on 1 September 2013", "on 25 July 2021", "today"],
)
def test_what_the_law_said_about_nominating_a_candidate(
    visitor: Visitor, day: str, act: str, key: str, label: str
) -> None:
    visitor.search(NOMINATION, day)
    visitor.click(visitor.page.locator("ol.hits a").first)
    address = rf"/acts/{act}/articles/{key}\?([^#]*&)?edition={label}\b"
    expect(visitor.page).to_have_url(re.compile(address))
    expect(visitor.page.locator(".wording").first).to_be_visible()


def test_who_nominated_in_2013_by_the_matrix_of_the_regimes(visitor: Visitor) -> None:
    visitor.click(visitor.page.locator("header nav a[href='/regimes']"))
    row = visitor.page.locator("#theme-nominators")
    visitor.click(row.locator("a[href*='U1300000555']").first)
    expect(visitor.page).to_have_url(re.compile("/acts/U1300000555/articles/"))
    expect(visitor.page.locator(".wording").first).to_be_visible()


def _words(saved: bytes) -> list[list[str]]:
    """The cells of a document's table, row by row, without the rows that name a stage."""
    (table,) = docx.Document(io.BytesIO(saved)).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    return [row for row in rows if all(row)]


@pytest.mark.parametrize("ending", ["DOCX", "XLSX"])
def test_exactly_two_themes_of_two_regimes_are_taken_away(visitor: Visitor, ending: str) -> None:
    page = visitor.page
    visitor.click(page.get_by_role("link", name="Сравнить с порядком «С 2020-х").last)
    expect(page).to_have_url(re.compile("#matrix$"))
    expect(page.locator("table.matrix thead th")).to_have_count(3)
    visitor.click(page.locator("input[name=theme][value=signatures]"))
    visitor.click(page.locator("input[name=theme][value=deposit]"))
    saved = visitor.save(page.locator("#matrix ~ .pick").get_by_role("button", name=ending))
    if ending == "XLSX":
        assert saved.startswith(b"PK")
        return
    rows = _words(saved)
    assert [row[0] for row in rows[1:]] == ["Подписи", "Избирательный взнос"]
    told = "\n".join(cell for row in rows for cell in row)
    assert "555" in told
    assert "113-4" in told


def test_two_themes_of_the_regimes_compared_are_taken_away_from_there(
    browser: Browser, sample_site: str
) -> None:
    context = browser.new_context(base_url=sample_site, locale="kk-KZ", accept_downloads=True)
    page = context.new_page()
    page.goto("/regimes/2013/compare/2020")
    page.locator("#by-themes").click()
    page.locator("form.themes input[value=signatures]").check()
    page.locator("form.themes input[value=deposit]").check()
    with page.expect_download() as saved:
        page.locator("form.themes").get_by_role("button", name="DOCX").click()
    rows = _words(saved.value.path().read_bytes())
    assert [row[0] for row in rows[1:]] == ["Қол жинау", "Сайлау жарнасы"]
    page.locator("form.themes button").first.click()
    expect(page.locator("table.matrix tbody tr[id]")).to_have_count(2)
    expect(page.locator("table.matrix thead th")).to_have_count(3)
    expect(page.locator("table.matrix input:checked")).to_have_count(2)
    context.close()


def test_the_comparison_of_two_regimes_is_taken_away_as_a_document(visitor: Visitor) -> None:
    visitor.click(visitor.page.get_by_role("link", name="Сравнить с порядком «С 2020-х").first)
    expect(visitor.page).to_have_url(re.compile("/regimes/2013/compare/2020"))
    saved = visitor.save(visitor.page.get_by_role("link", name="DOCX").first)
    assert len(docx.Document(io.BytesIO(saved)).tables[0].rows) > 20


def test_changes_of_a_chapter_are_subscribed_to(visitor: Visitor) -> None:
    visitor.click(visitor.page.locator(f"a[href='/acts/{ELECTIONS}']").first)
    chapter = visitor.page.locator("#ch_13-1")
    visitor.click(chapter.locator(".follow a"))
    expect(visitor.page).to_have_url(re.compile("/changes"))
    feed = visitor.page.get_by_role("link", name="Atom").first
    address = str(feed.get_attribute("href"))
    answer = visitor.page.request.get(address)
    read = feedparser.parse(answer.body())
    assert urlsplit(address).path == f"/feeds/acts/{ELECTIONS}/articles/ch_13-1.atom"
    assert not read.bozo
    assert read.entries


def test_an_article_is_cited_as_of_a_day_by_a_link_that_stays(visitor: Visitor) -> None:
    visitor.search("ст. 113-3 Закона № 2464", "2023-06-01")
    visitor.click(visitor.page.locator("ol.hits a").first)
    page = visitor.page
    link = page.locator("a[href*='/pinned?']").first
    expect(link).to_be_visible()
    wording = page.locator(".wording").first.inner_text()
    address = str(link.get_attribute("href"))
    assert "edition=2023-01-01" in address
    page.goto(address)
    expect(page).to_have_url(re.compile("edition=2023-01-01"))
    assert page.locator(".wording").first.inner_text() == wording


def test_a_decree_that_was_repealed_says_so_at_once(visitor: Visitor) -> None:
    visitor.click(visitor.page.locator(f"a[href='/acts/{DECREE}']").first)
    expect(visitor.page.locator("main")).to_contain_text("19.05.2011")

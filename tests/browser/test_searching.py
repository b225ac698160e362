"""The search page in a browser: from a phone to a wide screen, with a script and without."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.api.law import LOCAL

WIDTHS = (360, 1024, 1920)
QUERIES = (
    "/search?q=акима&on=any",
    "/search?q=ст. 36 п. 2&on=any",
    "/search?q=указ 555 п. 12&ui=kk",
    "/search?q=акима&changed=2010-01-01..2025-01-01&ui=en",
)


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def page(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(
        base_url=site, java_script_enabled=request.param, locale="ru-RU", viewport=None
    )
    yield context.new_page()
    context.close()


def test_any_day_is_chosen_by_a_box_and_stays_chosen(page: Page) -> None:
    page.goto("/search?q=акима&on=2014-01-01")
    page.get_by_label("на любую дату").check()
    page.get_by_role("button", name="Найти").click()
    expect(page.locator(".found .help").first).to_contain_text("Все тексты")
    expect(page.get_by_label("на любую дату")).to_be_checked()
    expect(page.get_by_label("Слова или «точная фраза»")).to_have_value("акима")


def test_a_facet_narrows_and_lets_go_again(page: Page) -> None:
    page.goto("/search?q=акима OR избирают&on=any")
    whole = page.locator("#results").inner_text()
    page.locator(".facets section", has_text="Акт").get_by_role("link").first.click()
    chosen = page.locator(".facets a[aria-current]")
    expect(chosen).to_be_visible()
    chosen.click()
    expect(page.locator("#results")).to_have_text(whole)


def test_a_hit_leads_to_the_place_in_the_wording(page: Page) -> None:
    page.goto(f"/search?q=принимает жителей&act={LOCAL}&lang=ru")
    page.locator("ol.hits a").first.click()
    expect(page).to_have_url(re.compile("#p_1__sp_2$"))
    expect(page.locator("#p_1__sp_2")).to_be_in_viewport()
    expect(page.locator("#p_1__sp_2")).to_contain_text("принимает жителей")


@pytest.mark.parametrize("width", WIDTHS)
def test_no_search_page_is_wider_than_its_screen(browser: Browser, site: str, width: int) -> None:
    context = browser.new_context(base_url=site, viewport={"width": width, "height": 900})
    page = context.new_page()
    for address in QUERIES:
        page.goto(address)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
    context.close()


def test_the_browser_complains_of_nothing(browser: Browser, site: str) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    for address in QUERIES:
        page.goto(address)
        page.wait_for_load_state("networkidle")  # the icon is fetched when all else is there
    assert complaints == []
    context.close()

"""How heavy a page is, and what it waits for before its text is seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.every_page import ARTICLE, PAGES

MOST_TRANSFERRED = 100_000
"""Bytes on the line, for a page and all it loads."""
MOST_TO_FIRST_PAINT = 300
"""Milliseconds, on loopback; the fastest of several, for machines are noisy."""

MEASURED = """
() => {
  const page = performance.getEntriesByType("navigation")[0];
  const rest = performance.getEntriesByType("resource");
  const paint = performance.getEntriesByName("first-contentful-paint")[0];
  return {
    transferred: [page, ...rest].reduce((sum, one) => sum + one.transferSize, 0),
    blocking: rest.filter((one) => one.renderBlockingStatus === "blocking").map((one) => one.name),
    foreign: rest.map((one) => new URL(one.name).origin).filter((one) => one !== location.origin),
    painted: paint ? paint.startTime : null,
  };
}
"""


@pytest.mark.parametrize("name", PAGES)
def test_a_page_waits_for_nothing_and_asks_nobody_else(
    browser: Browser, sample_site: str, name: str
) -> None:
    context = browser.new_context(base_url=sample_site)
    page = context.new_page()
    page.goto(PAGES[name])
    measured = page.evaluate(MEASURED)
    context.close()
    assert measured["blocking"] == []
    assert measured["foreign"] == []


@pytest.mark.parametrize("address", [ARTICLE, f"{ARTICLE}?view=blame&lang=ru", "/"])
def test_a_page_is_light_and_soon_seen(browser: Browser, sample_site: str, address: str) -> None:
    painted = []
    for _ in range(5):
        context = browser.new_context(base_url=sample_site)  # nothing is in its cache
        page = context.new_page()
        page.goto(address, wait_until="networkidle")
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
        measured = page.evaluate(MEASURED)
        context.close()
        assert measured["transferred"] < MOST_TRANSFERRED
        painted.append(measured["painted"])
    assert min(painted) < MOST_TO_FIRST_PAINT, painted

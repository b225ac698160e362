"""How heavy a page is, and what it waits for before its text is seen."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.every_page import ARTICLE, PAGES

MOST_TRANSFERRED = 100_000
"""Bytes on the line, for a page and all it loads."""
MOST_WORK = 200
"""Milliseconds of its own processor time that a browser has with a page until it is shown and read.

Other work on the machine is no fault of the page; that it waits for nothing is tested beside this.
"""

MEASURED = """
() => {
  const page = performance.getEntriesByType("navigation")[0];
  const rest = performance.getEntriesByType("resource");
  return {
    transferred: [page, ...rest].reduce((sum, one) => sum + one.transferSize, 0),
    blocking: rest.filter((one) => one.renderBlockingStatus === "blocking").map((one) => one.name),
    foreign: rest.map((one) => new URL(one.name).origin).filter((one) => one !== location.origin),
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
    worked = []
    for _ in range(3):
        context = browser.new_context(base_url=sample_site)  # nothing is in its cache
        page = context.new_page()
        console = context.new_cdp_session(page)
        console.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(address, wait_until="networkidle")
        page.wait_for_function("performance.getEntriesByName('first-contentful-paint').length > 0")
        told = console.send("Performance.getMetrics")["metrics"]
        measured = page.evaluate(MEASURED)
        context.close()
        assert measured["transferred"] < MOST_TRANSFERRED
        worked.append(1_000 * next(one["value"] for one in told if one["name"] == "ThreadTime"))
    assert 0 < min(worked) < MOST_WORK, worked

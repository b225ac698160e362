"""Every page by the rules of WCAG 2.2 AA, as far as a program can tell, and in any width."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from tests.browser.every_page import PAGES

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = {
    "desk, light, Russian": (1280, "light", "ru"),
    "phone, dark, Kazakh": (360, "dark", "kk"),
}


@pytest.fixture(scope="module", params=list(LOOKS.values()), ids=list(LOOKS))
def looking(
    browser: Browser, sample_site: str, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    width, scheme, language = request.param
    context = browser.new_context(
        base_url=sample_site,
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        locale=language,
    )
    yield context
    context.close()


@pytest.fixture
def look(looking: BrowserContext) -> Iterator[Page]:
    """A page of its own: what the browser says late of one page is not heard on the next."""
    page = looking.new_page()
    yield page
    page.close()


@pytest.mark.parametrize("name", PAGES)
def test_a_page_keeps_the_rules_and_its_width(look: Page, name: str) -> None:
    complaints: list[str] = []
    look.on("console", lambda message: complaints.append(message.text))
    answer = look.goto(PAGES[name])
    assert answer is not None
    # A browser also says of a page that is a problem that it is one.
    assert [one for one in complaints if f"status of {answer.status}" not in one] == []
    found = Axe().run(look, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    assert look.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


@pytest.fixture(scope="module", params=["ru", "kk", "en"])
def magnifying(
    browser: Browser, sample_site: str, request: pytest.FixtureRequest
) -> Iterator[BrowserContext]:
    context = browser.new_context(base_url=sample_site, locale=request.param, bypass_csp=True)
    yield context
    context.close()


@pytest.mark.parametrize("name", PAGES)
def test_text_of_twice_the_size_needs_no_scrolling_sideways(
    magnifying: BrowserContext, name: str
) -> None:
    page = magnifying.new_page()
    page.goto(PAGES[name])
    page.add_style_tag(content="html { font-size: 200% !important }")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    for width in (360, 1024, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        broad = page.evaluate("document.documentElement.scrollWidth")
        assert broad <= width, f"{broad} at {width}"
    page.close()

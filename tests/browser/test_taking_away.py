"""The menu of files of an act: what is open covers nothing that can be clicked."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.every_page import ELECTIONS


@pytest.mark.parametrize("width", [360, 1024, 1366, 1920])
def test_the_languages_of_the_text_are_clicked_beside_the_open_menu(
    browser: Browser, sample_site: str, width: int
) -> None:
    context = browser.new_context(
        base_url=sample_site, locale="ru-RU", viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto(f"/acts/{ELECTIONS}")
    if not page.locator(".take-away summary").is_visible():
        page.locator(".tools-fold > summary").click()
    page.locator(".take-away summary").click()
    expect(page.locator(".take-away li").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    language = page.locator("nav.languages.text a[hreflang]").last
    address = str(language.get_attribute("href"))
    assert address != f"/acts/{ELECTIONS}"
    language.click()
    expect(page).to_have_url(re.compile(f"{re.escape(address)}(#|$)"))
    context.close()

"""What narrows a search: folded before the hits on a phone, beside them on a wide screen."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.places import boxes
from tests.browser.test_accessibility import RULES

SEARCHED = {"ru": "/search?q=аким&ui=ru", "kk": "/search?q=әкім&ui=kk"}
FOLD = ".narrow-fold > summary"
A_CHOICE = ".facets section a"


def opened(
    browser: Browser, site: str, width: int, ui: str = "ru", scheme: str = "light", **given: bool
) -> Page:
    """A page of hits on a screen of some width."""
    context = browser.new_context(
        base_url=site,
        viewport={"width": width, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
        java_script_enabled=given.get("scripts", True),
        locale=ui,
    )
    page = context.new_page()
    page.goto(SEARCHED[ui])
    return page


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
@pytest.mark.parametrize(
    ("ui", "name", "chosen"),
    [
        ("ru", "Уточнить", "Уточнить (выбрано: 1)"),
        ("kk", "Нақтылау", "Нақтылау (таңдалғаны: 1)"),
    ],
)
def test_on_a_phone_the_facets_unfold_before_the_hits(
    browser: Browser, sample_site: str, ui: str, name: str, chosen: str, *, scripts: bool
) -> None:
    page = opened(browser, sample_site, 360, ui, scripts=scripts)
    fold, choice = page.locator(FOLD), page.locator(A_CHOICE).first
    expect(fold).to_have_text(name)
    expect(choice).to_be_hidden()
    whole = page.locator("#results").inner_text()
    fold.click()
    choice.click()
    expect(page.locator(FOLD)).to_have_text(chosen)
    expect(page.locator("#results")).not_to_have_text(whole)
    page.locator(FOLD).click()
    page.locator(f"{A_CHOICE}[aria-current]").click()
    expect(page.locator(FOLD)).to_have_text(name)
    expect(page.locator("#results")).to_have_text(whole)
    page.context.close()


def test_on_a_phone_eyes_and_keys_meet_them_in_one_order(
    browser: Browser, sample_site: str
) -> None:
    page = opened(browser, sample_site, 360)
    first_hit = page.locator("#hits a").first
    heading, fold, hit = boxes(page.locator("#results"), page.locator(FOLD), first_hit)
    assert heading["y"] + heading["height"] <= fold["y"]
    assert fold["y"] + fold["height"] <= hit["y"]
    assert fold["height"] >= 24
    page.locator(FOLD).focus()
    page.keyboard.press("Tab")
    expect(first_hit).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(A_CHOICE).first).to_be_focused()
    page.context.close()


@pytest.mark.parametrize("width", [1024, 1920])
def test_on_a_wide_screen_they_stand_open_beside_the_hits(
    browser: Browser, sample_site: str, width: int
) -> None:
    page = opened(browser, sample_site, width)
    expect(page.locator(FOLD)).to_be_hidden()
    expect(page.locator(A_CHOICE).first).to_be_visible()
    results, narrow, hits = boxes(
        page.locator("#results"), page.locator("#narrow"), page.locator("#hits")
    )
    assert narrow["y"] == results["y"]
    assert narrow["x"] >= hits["x"] + hits["width"]
    assert hits["y"] < narrow["y"] + 200
    page.context.close()


def test_the_keys_can_pass_over_them_to_the_hits(browser: Browser, sample_site: str) -> None:
    page = opened(browser, sample_site, 1024)
    page.locator(".found .skip").focus()
    expect(page.locator(".found .skip")).to_have_text("К найденным статьям")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("#hits a").first).to_be_focused()
    page.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("ui", ["ru", "kk"])
def test_unfolded_on_a_phone_they_keep_the_rules_and_the_width(
    browser: Browser, sample_site: str, ui: str, scheme: str
) -> None:
    page = opened(browser, sample_site, 360, ui, scheme)
    page.locator(FOLD).click()
    expect(page.locator(A_CHOICE).first).to_be_visible()
    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})
    assert found.violations_count == 0, found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.context.close()

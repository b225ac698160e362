"""The regimes on paper: nothing is cut, no heading stands alone, nothing is to be ticked."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.browser.sites import visited

LANGUAGES = ["ru", "kk", "en"]
SHEET, ACROSS = 658, 986
"""What `@page` leaves of A4 (174 and 261 mm), in the pixels that a browser prints by."""
_TOO_BROAD = """(all) => all
    .filter((one) => one.checkVisibility())
    .filter((one) => one.getBoundingClientRect().right > innerWidth
        || one.localName !== 'svg' && one.scrollWidth > one.clientWidth)
    .map((one) => one.outerHTML.slice(0, 200))"""


@pytest.mark.parametrize(("phases", "width"), [("", SHEET), ("?phase=all", ACROSS)])
@pytest.mark.parametrize("language", LANGUAGES)
def test_pictures_and_matrix_are_as_broad_as_the_sheet(
    browser: Browser, sample_site: str, phases: str, width: int, language: str
) -> None:
    how = {"locale": language, "viewport": {"width": width + 40, "height": 900}}
    with visited(browser, sample_site, **how) as page:
        page.goto(f"/regimes{phases}")
        page.emulate_media(media="print")
        drawn = page.locator("main :is(.wide, svg, table.matrix, table.matrix :is(th, td))")
        assert drawn.count() > 100
        assert drawn.evaluate_all(_TOO_BROAD) == []
        assert page.locator("svg.chronicle").filter(visible=True).count() == 1
        assert page.locator("[type=checkbox]").count() > 20
        assert page.locator("[type=checkbox]").filter(visible=True).count() == 0


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sheet_ends_with_a_heading_that_what_follows_has_left(
    browser: Browser, sample_site: str, language: str
) -> None:
    with visited(browser, sample_site, locale=language) as page:
        page.goto("/regimes")
        alone = page.locator("main section > h2, main section > h2 + .help").all_inner_texts()
        sheets = _sheets(page.pdf(format="A4", prefer_css_page_size=True))
    assert len(alone) > 4
    assert all(one in " ".join(sheets) for one in alone)
    assert [one for one in sheets for last in alone if one.endswith(last)] == []


def test_a_matrix_of_all_phases_is_printed_across_the_sheet(
    browser: Browser, sample_site: str
) -> None:
    with visited(browser, sample_site) as page:
        page.goto("/regimes?phase=all")
        printed = page.pdf(format="A4", prefer_css_page_size=True)
    sizes = [one.mediabox for one in PdfReader(BytesIO(printed)).pages]
    assert sizes[0].width < sizes[0].height
    assert sizes[-2].width > sizes[-2].height


def _sheets(printed: bytes) -> list[str]:
    """The words of each sheet without its number, spaces made one."""
    found = [one.extract_text() for one in PdfReader(BytesIO(printed)).pages]
    return [" ".join(re.sub(r"\b\d+ / \d+\b", "", one).split()) for one in found]

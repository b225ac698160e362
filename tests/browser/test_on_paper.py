"""Every printed sheet can be quoted: it says what it shows, in which edition, and where that is."""

from __future__ import annotations

from io import BytesIO

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from tests.browser.every_page import ARTICLE, ELECTIONS


def printed(browser: Browser, site: str, address: str) -> list[str]:
    """The words of each sheet, spaces made one: a long address may be broken where it likes."""
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto(address)
    sheets = PdfReader(BytesIO(page.pdf(format="A5", prefer_css_page_size=True))).pages
    context.close()
    return [" ".join(sheet.extract_text().split()) for sheet in sheets]


@pytest.mark.parametrize(
    ("address", "cited", "place"),
    [
        (f"{ARTICLE}?lang=ru&ui=kk", "статья 113-3 Конституционного закона", f"{ARTICLE}/pinned"),
        (f"{ARTICLE}?lang=ru&view=changes", "(в редакции от 01.07.2026)", f"{ARTICLE}/pinned"),
        (f"{ARTICLE}?lang=kk&view=blame", "113-3-бабы (01.07.2026 редакциясында)", "lang=kk"),
        (
            f"/acts/{ELECTIONS}?lang=ru&edition=2022-02-07",
            "(в редакции от 07.02.2022)",
            f"/acts/{ELECTIONS}?lang=ru&edition=2022-02-07",
        ),
    ],
)
def test_every_sheet_cites_what_it_shows(
    browser: Browser, sample_site: str, address: str, cited: str, place: str
) -> None:
    sheets = printed(browser, sample_site, address)
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, start=1):
        assert cited in sheet
        assert place in sheet.replace(" ", "")
        assert f"{number} / {len(sheets)}" in sheet


def test_the_text_that_is_printed_is_whole(browser: Browser, sample_site: str) -> None:
    words = " ".join(printed(browser, sample_site, f"/acts/{ELECTIONS}?lang=ru&ui=ru"))
    assert "Статья 1." in words
    assert "Статья 133." in words
    # what a line says on the screen is told with its grounds on paper
    assert "по списку наблюдения" in words


def test_on_a_screen_nothing_of_it_is_seen(browser: Browser, sample_site: str) -> None:
    context = browser.new_context(base_url=sample_site)
    page = context.new_page()
    page.goto(ARTICLE)
    assert page.locator(".on-paper").count() == 1
    assert page.locator(".on-paper").is_hidden()
    context.close()

"""On a phone what narrows a list is folded: what was found comes first, nothing chosen is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.every_page import ELECTIONS
from tests.browser.sites import PHONE_HEIGHT


@pytest.mark.parametrize(
    ("address", "first"),
    [
        ("/search?q=выдвижение+кандидатов&on=2022-06-01", "ol.hits > li"),
        ("/changes", "article.step"),
        ("/amendments", "table.amendments tbody tr"),
    ],
)
def test_the_first_of_a_list_is_on_the_first_screen(phone: Page, address: str, first: str) -> None:
    phone.goto(address)
    begins = phone.locator(first).first.bounding_box()
    assert begins is not None
    assert begins["y"] < PHONE_HEIGHT


def test_the_folded_line_tells_what_is_chosen_and_the_form_still_asks_for_it(phone: Page) -> None:
    phone.goto(f"/search?q=кандидат&on=2022-06-01&act={ELECTIONS}&lang=kk")
    line = phone.locator(".narrowing > summary")
    expect(line).to_have_text(f"Условия: 01.06.2022, {ELECTIONS}, казахский")
    expect(phone.locator("select#act")).to_be_hidden()
    phone.get_by_label("Слова или «точная фраза»").fill("выборы")
    phone.get_by_role("button", name="Найти").click()
    expect(phone.get_by_label("Слова или «точная фраза»")).to_have_value("выборы")
    expect(line).to_have_text(f"Условия: 01.06.2022, {ELECTIONS}, казахский")
    line.click()
    expect(phone.locator("select#act")).to_have_value(ELECTIONS)


def test_the_conditions_stand_open_where_nothing_was_asked_and_where_one_was_refused(
    phone: Page,
) -> None:
    for address in ("/search", "/search?q=кандидат&on=2022-13-45"):
        phone.goto(address)
        expect(phone.locator("select#act")).to_be_visible()


@pytest.mark.parametrize("width", [1024, 1280, 1920])
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_what_can_be_chosen_of_amendments_is_read_whole(
    browser: Browser, sample_site: str, language: str, width: int
) -> None:
    context = browser.new_context(
        base_url=sample_site, locale=language, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto("/amendments")
    lacking = page.locator("form.changes select:not(#act)").evaluate_all(
        """(all) => all.map((one) => {
            const has = one.offsetWidth;
            one.style.width = one.style.maxWidth = one.parentElement.style.flex = 'max-content';
            one.parentElement.style.maxWidth = 'none';
            return one.offsetWidth - has;
        })"""
    )
    assert len(lacking) == 3
    assert max(lacking) <= 0
    context.close()


def test_on_a_broad_screen_the_conditions_stand_beside_the_words(
    browser: Browser, sample_site: str
) -> None:
    context = browser.new_context(base_url=sample_site, locale="ru-RU")
    page = context.new_page()
    for address in ("/search?q=кандидат", "/changes", "/amendments"):
        page.goto(address)
        expect(page.locator(".narrowing > summary")).to_be_hidden()
        expect(page.locator("select#act")).to_be_visible()
    context.close()

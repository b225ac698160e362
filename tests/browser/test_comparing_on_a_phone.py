"""A comparison on a phone: what changed begins on the first screens, and nothing is lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.every_page import DECREE, ELECTIONS
from tests.browser.places import boxes
from tests.browser.sites import PHONE_HEIGHT

EDITIONS = f"/compare?left={ELECTIONS}@2022-02-07&right={ELECTIONS}@2023-01-01"
ACTS = f"/compare?left={DECREE}@2005-07-08&right={ELECTIONS}:ch_13-1@2023-01-01"
REGIMES = "/regimes/2013/compare/2020"


@pytest.mark.parametrize("address", [EDITIONS, ACTS, REGIMES, "/regimes/1999/compare/2020"])
@pytest.mark.parametrize("language", ["ru", "kk", "en"])
def test_the_first_change_begins_on_the_second_screen_at_the_latest(
    phone: Page, address: str, language: str
) -> None:
    phone.goto(f"{address}{'&' if '?' in address else '?'}ui={language}")
    (begins,) = boxes(phone.locator(".item").first)
    assert begins["y"] < 2 * PHONE_HEIGHT


def test_other_sides_and_files_unfold(phone: Page) -> None:
    phone.goto(EDITIONS)
    expect(phone.locator(".away a").first).to_be_hidden()
    phone.get_by_text("Другие стороны, языки и файлы").click()
    expect(phone.get_by_role("link", name="DOCX")).to_be_visible()
    phone.get_by_label("Справа (стало)", exact=True).select_option(label="01.07.2026")
    phone.get_by_role("button", name="Сравнить").click()
    expect(phone.locator(".bar .new-name")).to_have_text("01.07.2026")


def test_the_list_of_changes_unfolds_and_leads_to_each(phone: Page) -> None:
    phone.goto(EDITIONS)
    listed = phone.locator(".contents")
    expect(listed.get_by_role("link")).to_have_count(0)
    listed.get_by_text("Что изменилось").last.click()
    leading = listed.get_by_role("link").last
    anchor = str(leading.get_attribute("href")).removeprefix("#")
    leading.click()
    expect(phone.locator(f"[id='{anchor}']")).to_be_in_viewport()


def test_the_texts_of_two_regimes_and_those_not_held_unfold(phone: Page) -> None:
    phone.goto(REGIMES)
    lacking = phone.get_by_text("О них ничего не сказано")
    expect(lacking).to_be_hidden()
    phone.get_by_text("текста некоторых мест у нас нет").click()
    expect(lacking).to_be_visible()
    edition = phone.locator(".card").first.get_by_role("link")
    expect(edition).to_have_count(0)
    phone.locator(".card summary").first.click()
    expect(edition).to_have_count(1)


def test_on_paper_of_any_width_the_texts_and_those_not_held_are_told(phone: Page) -> None:
    phone.emulate_media(media="print")
    phone.goto(REGIMES)
    for shown in (".missing > p", ".card li"):
        expect(phone.locator(shown).first).to_be_visible()


def test_on_a_broad_screen_all_of_it_stands_open(browser: Browser, sample_site: str) -> None:
    context = browser.new_context(base_url=sample_site, locale="ru-RU")
    page = context.new_page()
    page.goto(REGIMES)
    for shown in (".away a", ".contents a", ".card a", ".missing > p"):
        expect(page.locator(shown).first).to_be_visible()
    for folded in (".ways-fold", ".contents details", ".card details", ".missing"):
        expect(page.locator(f"{folded} > summary").first).to_be_hidden()
    context.close()

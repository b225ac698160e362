"""The start page and the page of an act in a browser: suggestions, the place that is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.api.law import LOCAL, LOCAL_TITLE
from tests.browser.places import boxes
from tests.browser.reader import Reader


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(
        base_url=site, locale="ru-RU", viewport={"width": 1280, "height": 700}
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(
        base_url=site, locale="ru-RU", viewport={"width": 360, "height": 700}
    )
    yield context.new_page()
    context.close()


def test_suggestions_are_chosen_by_keyboard_alone(page: Page) -> None:
    reader = Reader(page)
    page.goto("/")
    field = page.get_by_role("combobox")
    expect(field).to_have_attribute("aria-expanded", "false")
    field.press_sequentially("избрание")
    option = page.get_by_role("option", name=re.compile("Избрание акима"))
    expect(option).to_be_visible()
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status")).to_contain_text("Подсказок")
    field.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", str(option.get_attribute("id")))
    expect(field).to_be_focused()
    field.press("Enter")
    reader.arrive(page.get_by_role("heading", level=1, name="Статья 36. Избрание акима"))
    assert reader.complaints == []


def test_a_citation_that_means_one_provision_is_suggested_first(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox")
    field.press_sequentially("ст. 36 п. 2 Закона № 148")
    first = page.get_by_role("option").first
    expect(first).to_contain_text("ссылка")
    expect(first).to_contain_text(LOCAL_TITLE)
    first.click()
    expect(page).to_have_url(re.compile(rf"/acts/{LOCAL}/articles/art_36\?lang=ru#p_2$"))


def test_escape_closes_the_suggestions_and_enter_searches_as_typed(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox")
    field.press_sequentially("избрание")
    expect(page.get_by_role("option").first).to_be_visible()
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("избрание")
    field.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q="))


def test_words_on_a_day_are_one_form_away(page: Page) -> None:
    page.goto("/")
    page.get_by_role("combobox").fill("избрание акима")
    page.get_by_label("На дату").fill("2014-01-01")
    page.get_by_role("button", name="Найти").click()
    expect(page).to_have_url(re.compile(r"on=2014-01-01"))
    expect(page.locator("ol.hits .windows")).to_contain_text("13.06.2013")


def test_the_contents_mark_where_the_reader_is(page: Page) -> None:
    page.goto(f"/acts/{LOCAL}?lang=ru")
    page.locator(".aside").get_by_role("link", name="Статья 37.").click()
    expect(page).to_have_url(re.compile("#art_37$"))
    expect(page.locator("[id=art_37]")).to_be_in_viewport()
    page.locator("[id=art_36]").evaluate("one => one.scrollIntoView({ block: 'start' })")
    current = page.locator(".aside [aria-current=location]")
    expect(current).to_have_count(1)
    expect(current).to_contain_text(re.compile("Статья 3[56]"))


def test_another_language_keeps_the_place(page: Page) -> None:
    page.set_viewport_size({"width": 1280, "height": 320})  # the text is short
    page.goto(f"/acts/{LOCAL}?lang=ru&edition=2021-05-24")
    page.locator("[id=art_36]").evaluate("one => one.scrollIntoView({ block: 'start' })")
    expect(page.locator(".aside [aria-current=location]")).to_contain_text("Статья 36")
    page.locator(".place-kept").get_by_role("link", name="рядом: русский и казахский").click()
    expect(page).to_have_url(re.compile(r"beside=kk.*#art_36$"))
    page.wait_for_load_state()
    left, right = boxes(*page.locator("[id=art_36] > .side").all())
    assert left["y"] == right["y"]
    assert right["x"] > left["x"] + left["width"]


def test_on_a_phone_the_contents_are_folded_and_languages_stand_below_each_other(
    phone: Page,
) -> None:
    phone.goto(f"/acts/{LOCAL}?lang=ru&edition=2021-05-24&beside=kk")
    expect(phone.locator(".contents-fold")).not_to_have_attribute("open", "")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    above, below = boxes(*phone.locator("[id=art_36] > .side").all())
    assert below["y"] >= above["y"] + above["height"]


def test_a_gap_of_the_strip_opens_its_line_in_the_table(page: Page) -> None:
    page.goto(f"/acts/{LOCAL}?lang=ru")
    expect(page.locator("tr.gap")).to_be_hidden()
    page.locator(".strip a:has(.gap)").click()
    expect(page.locator("tr.gap")).to_be_visible()
    expect(page.locator("tr.gap")).to_contain_text("28.12.2018")


def test_suggestions_fit_a_phone(phone: Page) -> None:
    phone.goto("/")
    phone.get_by_role("combobox").press_sequentially("избрание")
    expect(phone.get_by_role("option").first).to_be_visible()
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360

"""Answers that come late, in another order or not at all: what was asked for last counts."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Request, Route, expect

from tests.api.comparing import NEW, OLD

EDITIONS = f"/compare?left={OLD}&right={NEW}"
SUGGESTED = "избрание"


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site, locale="ru-RU")
    yield context.new_page()
    context.close()


@pytest.fixture
def compared(browser: Browser, meadow: str) -> Iterator[Page]:
    """A comparison of two editions; `window.stays` tells that it was not loaded anew."""
    context = browser.new_context(base_url=meadow, locale="ru-RU")
    page = context.new_page()
    page.goto(EDITIONS)
    page.evaluate("window.stays = true")
    yield page
    context.close()


def held(page: Page, address: str) -> list[Route]:
    """Let nothing through that is fetched from such an address; what was asked for."""
    routes: list[Route] = []

    def keep(route: Route) -> None:
        routes.append(route)

    page.route(re.compile(address), keep)
    return routes


def suggestions_shown(page: Page) -> None:
    page.goto("/")
    page.get_by_role("combobox").fill(SUGGESTED)
    expect(page.get_by_role("option").first).to_be_visible()


def test_the_suggestions_do_not_change_under_who_chooses_from_them(page: Page) -> None:
    suggestions_shown(page)
    field, first = page.get_by_role("combobox"), page.get_by_role("option").first
    held(page, "/v1/search/suggest")
    with page.expect_request("**/v1/search/suggest*"):
        field.press_sequentially(" а")
    with page.expect_event("requestfailed"):  # it is asked for no more
        field.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    field.press("Enter")
    expect(page).to_have_url(re.compile("/acts/"))


def test_enter_means_what_is_typed_and_not_what_was_chosen_before(page: Page) -> None:
    suggestions_shown(page)
    field, first = page.get_by_role("combobox"), page.get_by_role("option").first
    field.press("ArrowDown")
    expect(first).to_have_attribute("aria-selected", "true")
    held(page, "/v1/search/suggest")
    field.press_sequentially(" акима")
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile(""))
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q="))


def test_nothing_is_suggested_any_more_to_who_has_sent_the_search(page: Page) -> None:
    page.goto("/")
    field = page.get_by_role("combobox")
    held(page, "/v1/search/suggest")
    held(page, r"/search\?q=")  # the page stays for as long as the search takes
    with page.expect_request("**/v1/search/suggest*"):
        field.fill(SUGGESTED)
    with page.expect_event("requestfailed"):
        page.keyboard.press("Enter")


def test_a_view_that_cannot_be_had_takes_nobody_away_from_what_was_asked_for_next(
    compared: Page,
) -> None:
    routes = held(compared, "view=inline")
    with compared.expect_request("**view=inline*"):
        compared.locator("a[data-swap=inline]").click()
    compared.locator("a[data-swap=technical]").click()
    expect(compared.locator("#c-art_2")).to_be_visible()
    asked: list[Request] = []

    def hear(request: Request) -> None:
        asked.append(request)

    compared.on("request", hear)
    with compared.expect_event("requestfailed"):
        for one in routes:
            one.abort()
    compared.evaluate("fetch('/robots.txt').then((answer) => answer.text())")  # heard in order
    assert not [one for one in asked if one.is_navigation_request()]
    assert compared.evaluate("window.stays") is True
    expect(compared.locator("#c-art_2")).to_be_visible()


def test_an_answer_that_was_overtaken_is_not_shown(compared: Page) -> None:
    routes = held(compared, "view=inline")
    with compared.expect_request("**view=inline*"):
        compared.locator("a[data-swap=inline]").click()
    compared.locator("a[data-swap=technical]").click()
    expect(compared.locator("#c-art_2")).to_be_visible()
    with compared.expect_event("requestfinished"):
        for one in routes:
            one.continue_()
    compared.evaluate("fetch('/robots.txt').then((answer) => answer.text())")  # heard in order
    expect(compared.locator("#compared.view-side")).to_be_visible()
    expect(compared).not_to_have_url(re.compile("view="))


def test_the_comparison_that_one_goes_back_to_is_loaded_where_it_cannot_be_fetched(
    compared: Page,
) -> None:
    compared.locator("#c-art_6 .old-side a.jump").click()
    expect(compared).to_have_url(re.compile("#c-art_6-m1-to$"))
    compared.locator("a[data-swap=inline]").click()
    expect(compared.locator("#compared.view-inline")).to_be_visible()
    compared.route(
        re.compile("/compare"),
        lambda one: one.abort() if one.request.resource_type == "fetch" else one.continue_(),
    )
    compared.go_back()
    expect(compared.locator("#compared.view-side")).to_be_visible()
    expect(compared).to_have_url(re.compile("#c-art_6-m1-to$"))

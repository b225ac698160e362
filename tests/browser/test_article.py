"""An article in a real browser: copying, views with the place kept, frames, narrow screens."""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.api.law import LOCAL
from tests.browser.every_page import ELECTIONS
from tests.browser.places import boxes

ARTICLE = f"/acts/{LOCAL}/articles/art_36?lang=ru&edition=2021-05-24"


@pytest.fixture
def page(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site, locale="ru-RU")
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site)
    yield context.new_page()
    context.close()


@pytest.fixture
def scriptless(browser: Browser, site: str) -> Iterator[Page]:
    context = browser.new_context(base_url=site, java_script_enabled=False, locale="ru-RU")
    yield context.new_page()
    context.close()


def on_a_still_clock(page: Page) -> None:
    """The article, on a page on which no time passes: what it says for a moment stays."""
    page.clock.install(time=0)
    page.goto(ARTICLE)
    page.clock.pause_at(3_600_000)


def test_a_citation_is_copied_by_a_button(page: Page) -> None:
    on_a_still_clock(page)
    page.get_by_role("button", name="Копировать: Официальная форма (русский)").click()
    expect(page.get_by_text("Скопировано")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("статья 36 Закона Республики Казахстан от 23 января 2001 года № 148")
    page.get_by_text("Другие языки, BibTeX, RIS, CSL").click()
    button = page.get_by_role("button", name="Копировать: CSL-JSON")
    button.click()
    expect(button).to_have_text("Скопировано")
    (item,) = json.loads(page.evaluate("navigator.clipboard.readText()"))
    assert item["version"] == "2021-05-24"


def test_a_button_that_is_clicked_twice_says_again_what_it_does(page: Page) -> None:
    on_a_still_clock(page)
    button = page.get_by_role("button", name="Копировать: Официальная форма (русский)")
    button.evaluate(
        "one => { window.told = 0;"
        " new MutationObserver(() => { window.told += 1; }).observe(one, { childList: true }); }"
    )
    for clicks in (1, 2):
        button.click()
        page.wait_for_function("clicks => window.told === clicks", arg=clicks)
        expect(button).to_have_text("Скопировано")
    page.clock.run_for(2_000)
    expect(button).to_have_text("Копировать")


def test_without_scripts_there_is_no_button_that_does_nothing(scriptless: Page) -> None:
    scriptless.goto(ARTICLE)
    expect(scriptless.locator("#copy-official-ru")).to_be_visible()
    expect(scriptless.locator("button.copy").first).to_be_hidden()


def test_views_are_a_link_away_without_scripts(scriptless: Page) -> None:
    scriptless.goto(ARTICLE)
    scriptless.get_by_role("link", name="Что изменилось", exact=True).click()
    expect(scriptless.locator(".changes ins")).to_have_text("сами жители")
    scriptless.get_by_role("link", name="Откуда слова").click()
    scriptless.get_by_role("link", name="источник 1").first.click()
    expect(scriptless.locator("#origin-1")).to_be_in_viewport()
    scriptless.get_by_role("link", name="рядом: казахский").click()
    expect(scriptless.locator(".pair:not(.heads) [lang=kk]").first).to_contain_text("сайлайды")


def test_the_place_is_kept_from_one_view_to_another(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 300})
    page.goto(f"{ARTICLE}#p_2")
    page.locator("#p_2").scroll_into_view_if_needed()
    page.evaluate("document.querySelector('#p_2').scrollIntoView()")
    page.get_by_role("link", name="рядом: казахский").dispatch_event("click")
    page.wait_for_url("**beside=kk#p_2")


def test_a_point_is_reached_by_its_mark_with_the_keyboard(page: Page) -> None:
    page.goto(ARTICLE)
    mark = page.get_by_role("link", name="Ссылка на 2.")
    mark.focus()
    expect(mark).to_have_css("opacity", "1")
    (box,) = boxes(mark)
    assert min(box["width"], box["height"]) >= 24
    page.keyboard.press("Enter")
    page.wait_for_url("**#p_2")


def test_wordings_are_reached_on_the_strip_with_the_keyboard(page: Page) -> None:
    page.goto(ARTICLE)
    page.locator(".strip a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".wording")).to_contain_text("депутаты маслихата")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", ["", "&view=changes", "&view=blame", "&beside=kk"])
def test_no_view_is_wider_than_a_phone_also_with_large_letters(
    browser: Browser, site: str, view: str, scheme: str
) -> None:
    context = browser.new_context(
        base_url=site,
        viewport={"width": 360, "height": 800},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.goto(f"{ARTICLE}{view}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert complaints == []
    context.close()


def test_on_a_phone_the_law_begins_on_the_first_screen_and_the_menu_unfolds_by_key(
    browser: Browser, site: str
) -> None:
    context = browser.new_context(
        base_url=site, viewport={"width": 360, "height": 800}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{ARTICLE}&ui=ru")
    assert page.locator(".wording").evaluate("one => one.getBoundingClientRect().top") < 800
    menu = page.get_by_role("navigation", name="Разделы сайта")
    expect(menu).to_be_hidden()
    page.locator("header.site summary").focus()
    page.keyboard.press("Enter")
    expect(menu.get_by_role("link", name="Изменения")).to_be_visible()
    context.close()


def test_on_a_wide_screen_menu_and_day_stand_open(browser: Browser, site: str) -> None:
    context = browser.new_context(
        base_url=site, viewport={"width": 1280, "height": 800}, java_script_enabled=False
    )
    page = context.new_page()
    page.goto(f"{ARTICLE}&ui=ru")
    menu = page.get_by_role("navigation", name="Разделы сайта")
    expect(menu.get_by_role("link", name="Изменения")).to_be_visible()
    expect(page.get_by_label("Текст на дату")).to_be_visible()
    expect(page.locator("header.site summary")).to_be_hidden()
    context.close()


class _Elsewhere(BaseHTTPRequestHandler):
    """Another site that shows two pages of ours in frames."""

    site = ""

    def do_GET(self) -> None:
        frames = "".join(
            f'<iframe name="{name}" src="{self.site}{address}"></iframe>'
            for name, address in (
                ("allowed", f"/embed/acts/{LOCAL}/articles/art_36?lang=ru"),
                ("refused", ARTICLE),
            )
        )
        body = f"<!doctype html><title>x</title>{frames}".encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Nothing is logged."""


def test_another_site_may_show_the_page_for_frames_and_no_other(page: Page, site: str) -> None:
    handler = type("Elsewhere", (_Elsewhere,), {"site": site})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            page.goto(f"http://localhost:{server.server_port}/")
            expect(page.frame_locator("[name=allowed]").locator(".wording")).to_contain_text(
                "Акима"
            )
            expect(page.frame_locator("[name=refused]").locator(".wording")).to_have_count(0)
        finally:
            server.shutdown()
            thread.join()


def test_places_without_headings_are_named_in_the_readers_language(
    browser: Browser, sample_site: str
) -> None:
    context = browser.new_context(base_url=sample_site, locale="en-GB")
    page = context.new_page()
    page.goto(f"/acts/{ELECTIONS}/articles/art_113-3?ui=en&lang=ru")
    origins = page.locator("section[aria-labelledby=origins] li")
    names = [one.inner_text() for one in origins.locator("a").all()]
    assert names
    assert not any(re.search("[А-я]", one) for one in names)
    assert not any(re.search("[А-я]", one.inner_text()) for one in origins.locator(".own").all())
    context.close()

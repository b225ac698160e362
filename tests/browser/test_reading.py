"""Reading by keyboard, with JavaScript and without: from a search to an article and its history."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.api.law import LOCAL
from tests.browser.reader import Reader

SCREENS = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def reader(browser: Browser, site: str, request: pytest.FixtureRequest) -> Iterator[Reader]:
    context = browser.new_context(
        base_url=site, java_script_enabled=request.param, locale="ru-RU", viewport=None
    )
    yield Reader(context.new_page())
    context.close()


def test_search_then_article_then_history_by_keyboard(reader: Reader) -> None:
    page = reader.page
    page.goto("/")
    reader.press_until_focused("input#q")
    page.keyboard.type("выборы акима")
    page.keyboard.press("Enter")
    reader.arrive(page.get_by_role("heading", name="Найдено: 1"))

    reader.press_until_focused("ol.hits a")
    page.keyboard.press("Enter")
    reader.arrive(page.get_by_role("heading", level=1, name="Статья 36. Избрание акима"))

    amended = page.locator(".history > ol > li").nth(1)
    expect(amended.locator("del")).to_be_hidden()
    reader.press_until_focused(".history > ol > li:nth-child(2) summary")
    page.keyboard.press("Enter")
    expect(amended.locator("del")).to_have_text("депутаты маслихата")
    expect(amended.locator("ins")).to_have_text("сами жители")

    reader.press_until_focused(".history > ol > li:nth-child(4) a")
    page.keyboard.press("Enter")
    reader.arrive(page.locator(".wording", has_text="депутаты маслихата"))
    assert reader.complaints == []


def test_the_skip_link_is_first_and_leads_to_the_content(reader: Reader) -> None:
    reader.page.goto(f"/acts/{LOCAL}")
    reader.press_until_focused("a.skip", most=1)
    expect(reader.page.locator("a.skip").first).to_be_in_viewport()
    reader.page.keyboard.press("Enter")
    expect(reader.page).to_have_url(re.compile(r"#content$"))
    expect(reader.page.locator("main")).to_be_focused()  # the browser moves it a frame later
    reader.press_until_focused("main a", most=1)


def test_the_wording_of_a_day_is_shown_by_the_form(reader: Reader) -> None:
    page = reader.page
    page.goto(f"/acts/{LOCAL}/articles/art_36?lang=ru")
    page.get_by_role("textbox", name="Текст на дату").fill("2014-01-01")
    page.get_by_role("button", name="Редакция реестра").click()
    reader.arrive(page.locator(".wording", has_text="депутаты маслихата"))
    assert reader.complaints == []


def test_what_was_in_force_on_a_day_is_asked_by_the_same_form(reader: Reader) -> None:
    page = reader.page
    page.goto(f"/acts/{LOCAL}/articles/art_36?lang=ru")
    page.get_by_role("textbox", name="Текст на дату").fill("1990-01-01")
    page.get_by_role("button", name="Что действовало").click()
    expect(page).to_have_url(re.compile(r"[?&]in_force_on=1990-01-01\b"))
    expect(page.locator("main")).to_contain_text("самая ранняя редакция")
    expect(page.locator("main")).to_contain_text("13.06.2013")


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize(
    "path", ["/", "/search?q=акима", f"/acts/{LOCAL}", f"/acts/{LOCAL}/articles/art_35", "/docs"]
)
def test_no_page_is_wider_than_its_screen(
    browser: Browser, site: str, screen: str, path: str
) -> None:
    width = SCREENS[screen]["width"]
    context = browser.new_context(
        base_url=site, viewport={"width": width, "height": SCREENS[screen]["height"]}
    )
    page = context.new_page()
    page.goto(path)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


@pytest.mark.parametrize("path", ["/", f"/acts/{LOCAL}/articles/art_36?lang=ru"])
def test_words_stand_out_from_their_ground(browser: Browser, site: str, path: str) -> None:
    """Contrast of 4.5 to 1 at least for every text (WCAG 2.2, 1.4.3)."""
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto(path)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    faint = page.evaluate(FAINT_TEXTS)
    assert faint == []
    context.close()


@pytest.mark.parametrize("path", ["/", f"/acts/{LOCAL}", f"/acts/{LOCAL}/articles/art_36?lang=ru"])
def test_nothing_that_can_only_be_pressed_is_printed(
    browser: Browser, site: str, path: str
) -> None:
    context = browser.new_context(base_url=site)
    page = context.new_page()
    page.goto(path)
    page.locator("details").evaluate_all("all => all.forEach(one => { one.open = true })")
    page.emulate_media(media="print")
    expect(page.locator("h1")).to_be_visible()
    pressed = page.locator("input, select, button, .languages, .other-day")
    assert pressed.count()
    shown = pressed.evaluate_all("all => all.filter(one => one.checkVisibility()).length")
    assert shown == 0
    context.close()


FAINT_TEXTS = """() => {
  const parse = color => color.match(/[\\d.]+/g).map(Number);
  const light = rgb => rgb.slice(0, 3).map(value => value / 255)
    .map(value => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4)
    .reduce((sum, value, place) => sum + value * [.2126, .7152, .0722][place], 0);
  const ground = element => {
    for (let one = element; one; one = one.parentElement) {
      const color = parse(getComputedStyle(one).backgroundColor);
      if (color.length < 4 || color[3] > 0) return color;
    }
    return [255, 255, 255];
  };
  const faint = [];
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!own) continue;
    const pair = [parse(getComputedStyle(element).color), ground(element)].map(light);
    const ratio = (Math.max(...pair) + .05) / (Math.min(...pair) + .05);
    if (ratio < 4.5) faint.push([element.textContent.trim().slice(0, 30), ratio]);
  }
  return faint;
}"""

"""The regimes in a real browser: by keyboard, without JavaScript, from a phone to a wide screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.api.regime_house import regime_house
from tests.api.served import served
from tests.browser.places import boxes
from tests.browser.sites import visited

PAIR = "/regimes/1999/correspondence/2013"
WIDTHS = [360, 1024, 1920]


@pytest.fixture(scope="module")
def regimes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    house = regime_house(tmp_path_factory.mktemp("regimes"))
    with served(house.app()) as address:
        yield address
    house.store.close()


@pytest.fixture
def page(browser: Browser, regimes: str) -> Iterator[Page]:
    with visited(browser, regimes, viewport={"width": 1280, "height": 800}) as page:
        yield page


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("address", ["/regimes", "/regimes?phase=all", PAIR, f"{PAIR}?by=words"])
def test_the_page_never_scrolls_sideways(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_one_drawing_is_seen_and_its_words_can_be_read(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(PAIR)
    seen = page.locator("svg.bands:visible")
    expect(seen).to_have_count(1)
    lowest = page.evaluate(
        """() => Math.min(...[...document.querySelectorAll('svg.bands text')]
            .filter((one) => one.getClientRects().length)
            .map((one) => one.getBoundingClientRect().height))"""
    )
    assert lowest >= 11
    inside = page.evaluate(
        """() => [...document.querySelectorAll('svg.bands text')]
            .map((one) => one.getBoundingClientRect())
            .filter((one) => one.width)
            .every((one) => one.left >= 0 && one.right <= innerWidth)"""
    )
    assert inside


def test_the_keyboard_goes_from_band_to_band_and_hears_what_each_is(page: Page) -> None:
    page.goto(PAIR)
    bands = page.locator("svg.bands:visible a.nq-pair")
    first = bands.first
    first.focus()
    readout = page.locator("output.readout")
    said = first.locator("title").text_content()
    assert said
    expect(readout).to_have_text(said)
    page.keyboard.press("Tab")
    expect(bands.nth(1)).to_be_focused()
    expect(readout).to_have_text(bands.nth(1).locator("title").text_content() or "")
    page.keyboard.press("Escape")
    expect(readout).to_be_hidden()
    page.keyboard.press("Enter")
    page.wait_for_url("**/regimes/R1-1484/compare/R2a?**#r-*")
    anchor = page.url.rpartition("#")[2]
    expect(page.locator(f"#{anchor}")).to_be_visible()


def test_a_band_under_the_pointer_stands_out(page: Page) -> None:
    page.goto(PAIR)
    bands = page.locator("svg.bands:visible a.nq-pair")
    bands.nth(1).locator("rect").first.hover()
    expect(bands.first).to_have_css("opacity", "0.3")
    expect(bands.nth(1)).to_have_css("opacity", "1")


def test_without_a_script_everything_is_there(browser: Browser, regimes: str) -> None:
    with visited(browser, regimes, java_script_enabled=False, locale="kk-KZ") as page:
        page.goto(PAIR)
        expect(page.locator("svg.bands:visible a.nq-pair").first).to_be_visible()
        expect(page.locator("output.readout")).to_be_hidden()
        expect(page.locator("table.pairs tbody tr").first).to_be_visible()
        page.goto("/regimes?theme=age")
        expect(page.locator("svg.chronicle:visible")).to_have_count(1)
        page.locator("details.tables > summary").click()
        expect(page.locator("details.tables table").first).to_be_visible()


def test_the_matrix_keeps_its_head_and_its_first_column_in_sight(page: Page) -> None:
    page.set_viewport_size({"width": 1024, "height": 800})
    page.goto("/regimes?phase=all")
    region = page.locator(".scrolls")
    region.evaluate("(one) => { one.scrollTop = 900; one.scrollLeft = 500; }")
    frame, head, column = boxes(
        region,
        page.locator("table.matrix thead th").nth(4),
        page.locator("table.matrix tbody tr[id^=theme-] th").nth(6),
    )
    assert abs(head["y"] - frame["y"]) < 3
    assert abs(column["x"] - frame["x"]) < 3


def test_on_a_phone_the_matrix_is_a_list_by_theme(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto("/regimes?theme=age")
    cells = page.locator("#theme-age td")
    tops = [box["y"] for box in boxes(*cells.all())]
    assert len(tops) == 7
    assert tops == sorted(set(tops))
    label = cells.first.evaluate("(one) => getComputedStyle(one, '::before').content")
    assert "R1-1484" in label


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_the_picture_is_whole(browser: Browser, regimes: str, scheme: str) -> None:
    with visited(browser, regimes, color_scheme=scheme) as page:
        page.goto(PAIR)
        page.emulate_media(media="print")
        expect(page.locator("svg.bands.wide-drawing")).to_be_visible()
        expect(page.locator("svg.bands.narrow-drawing")).to_be_hidden()
        ink = page.locator("svg.wide-drawing .nq-ink").first.evaluate(
            "(one) => getComputedStyle(one).fill"
        )
        assert ink == "rgb(0, 0, 0)"

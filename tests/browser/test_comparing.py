"""A comparison in a real browser: keys, switches, without JavaScript, on a phone, on paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.api.comparing import NEW, OLD
from tests.api.filling import store_editions
from tests.api.house import empty_house
from tests.api.meadows import HOSTILE_ACT, MEADOW
from tests.api.rule_books import FIRST, SECOND, TWINS
from tests.api.served import served
from tests.browser.places import boxes
from tests.browser.sites import visited

EDITIONS = f"/compare?left={OLD}&right={NEW}"
COUNT = "[data-count]"


@pytest.fixture
def page(browser: Browser, meadow: str) -> Iterator[Page]:
    with visited(browser, meadow, viewport={"width": 1280, "height": 800}) as page:
        yield page


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def test_keys_go_from_change_to_change_and_the_focus_goes_along(page: Page) -> None:
    page.goto(EDITIONS)
    expect(page.locator(COUNT)).to_have_text("– из 7")
    seen = []
    for key in ("n", "n", "n", "p"):
        page.keyboard.press(key)
        seen.append(focused(page))
    assert seen == ["c-ch_1", "c-art_3", "c-art_4", "c-art_3"]
    expect(page.locator(COUNT)).to_have_text("2 из 7")
    below = page.evaluate(
        "document.activeElement.getBoundingClientRect().top"
        " - document.querySelector('.bar').getBoundingClientRect().bottom"
    )
    assert 0 <= below < 40, "what is gone to stands just under the bar"
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"


def test_keys_stop_at_both_ends_and_work_on_a_russian_keyboard(page: Page) -> None:
    page.goto(EDITIONS)
    for _ in range(20):
        page.keyboard.press("n")
    assert focused(page) == "c-art_8"
    page.evaluate("document.dispatchEvent(new KeyboardEvent('keydown', {key: 'з', code: 'KeyP'}))")
    assert focused(page) == "c-art_7"


def test_keys_are_left_alone_in_fields_and_with_control(page: Page) -> None:
    page.goto(EDITIONS)
    page.locator("#pick-left").focus()
    page.keyboard.press("n")
    assert focused(page) == "pick-left"
    page.locator("h1").click()
    page.evaluate(
        "document.body.dispatchEvent("
        "new KeyboardEvent('keydown', {key: 'n', ctrlKey: true, bubbles: true}))"
    )
    assert not focused(page).startswith("c-")


def test_buttons_do_what_the_keys_do(page: Page) -> None:
    page.goto(EDITIONS)
    page.get_by_role("button", name="Следующее изменение").click()
    page.get_by_role("button", name="Следующее изменение").click()
    expect(page.locator(COUNT)).to_have_text("2 из 7")
    page.get_by_role("button", name="Предыдущее изменение").click()
    expect(page.locator(COUNT)).to_have_text("1 из 7")


def test_views_are_switched_in_place_with_an_address_of_their_own(page: Page) -> None:
    page.goto(EDITIONS)
    page.evaluate("window.stays = true")
    page.keyboard.press("n")
    page.keyboard.press("n")
    page.locator("a[data-swap=inline]").click()
    expect(page.locator("#compared.view-inline")).to_be_visible()
    assert page.evaluate("window.stays") is True
    expect(page).to_have_url(re.compile("[?&]view=inline"))
    assert page.evaluate("document.activeElement.dataset.swap") == "inline"
    page.locator("a[data-swap=all]").first.click()
    expect(page.locator("#c-art_1")).to_be_visible()
    page.go_back()
    expect(page.locator("#c-art_1")).to_have_count(0)
    page.go_back()
    expect(page.locator("#compared.view-side")).to_be_visible()
    expect(page).not_to_have_url(re.compile("view="))
    page.keyboard.press("n")
    assert focused(page).startswith("c-")


def test_a_folded_article_is_opened_where_it_stands(page: Page) -> None:
    page.goto(EDITIONS)
    page.locator("details.folded summary").first.click()
    page.locator("details.folded a").first.click()
    expect(page.locator("#c-art_1")).to_be_focused()
    expect(page.locator("#c-art_1")).to_contain_text("День назначает сход.")


def test_technical_changes_are_shown_and_hidden_in_place(page: Page) -> None:
    page.goto(EDITIONS)
    expect(page.locator("#c-art_2")).to_have_count(0)
    page.locator("a[data-swap=technical]").click()
    expect(page.locator("#c-art_2")).to_be_visible()
    page.locator("a[data-swap=technical]").click()
    expect(page.locator("#c-art_2")).to_have_count(0)


def test_moved_words_lead_to_where_they_went(page: Page) -> None:
    page.goto(EDITIONS)
    page.locator("#c-art_6 .old-side a.jump").click()
    expect(page).to_have_url(re.compile(r"#c-art_6-m1-to$"))


def test_an_address_that_leads_to_a_supposed_pair_opens_it(
    browser: Browser, tmp_path: Path
) -> None:
    house = empty_house(tmp_path)
    with house.store.write() as session:
        store_editions(session, house.snapshots, TWINS)
    sides = f"/compare?left={FIRST}:app_1@2005-07-08&right={SECOND}:app_1@2013-04-24"
    with served(house.app()) as address, visited(browser, address) as page:
        page.goto(sides)
        anchor = page.locator("section.kind-possible").first.get_attribute("id")
        folded = page.locator(f"#{anchor} details.supposed")
        expect(folded).not_to_have_attribute("open", "")
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{sides}#{anchor}")
        expect(folded).to_have_attribute("open", "")
        with page.expect_request("**/robots.txt"):  # heard in order; the page's own icon may follow
            page.evaluate("fetch('/robots.txt').then((answer) => answer.text())")
        again = [address for address in asked if "/compare?" in address]
        assert again == [], "what is shown already is not asked for again"
    house.store.close()


def test_an_anchor_that_is_written_wrongly_breaks_nothing(page: Page) -> None:
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(f"{EDITIONS}#%E0%A4%A")
    expect(page.locator("[data-steps]")).to_be_visible()
    page.keyboard.press("n")
    expect(page.locator("[data-change]:focus")).to_have_count(1)
    assert failed == []


def test_everything_is_there_without_javascript(browser: Browser, meadow: str) -> None:
    with visited(browser, meadow, java_script_enabled=False) as page:
        page.goto("/compare")
        page.get_by_label("Акт и редакция или порядок выборов").first.select_option(OLD)
        page.get_by_label("Акт и редакция или порядок выборов").last.select_option(NEW)
        page.get_by_label("Только эти статьи").fill("6")
        page.get_by_role("button", name="Сравнить").click()
        expect(page.locator("#c-art_6")).to_be_visible()
        expect(page).to_have_url(
            f"{meadow}/compare?left={MEADOW}:art_6@2001-01-01&right={MEADOW}:art_6@2005-02-01"
        )
        page.goto(EDITIONS)
        expect(page.locator("[data-steps]")).to_be_hidden()
        page.locator("#c-ch_1").get_by_role("link", name="Следующее изменение").click()
        expect(page).to_have_url(re.compile("#c-art_3$"))
        page.get_by_role("link", name="В строку").click()
        expect(page.locator("#compared.view-inline")).to_be_visible()
        page.get_by_role("link", name="Всё", exact=True).click()
        expect(page.locator("#c-art_1")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "url",
    [EDITIONS, f"{EDITIONS}&view=inline", "/compare", "/regimes/2013/compare/2020"],
)
def test_nothing_is_wider_than_a_small_phone(
    browser: Browser, meadow: str, url: str, scheme: str
) -> None:
    phone = {"width": 360, "height": 740}
    with visited(browser, meadow, viewport=phone, color_scheme=scheme) as page:
        page.goto(url)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        if url == EDITIONS:
            changed = page.locator("#c-art_4 .changed")
            old, new = boxes(*(changed.locator(side).first for side in (".old-side", ".new-side")))
            assert old["y"] + old["height"] <= new["y"] + 1, "columns become stacked pairs"


def test_on_paper_both_columns_stand_without_controls_and_tell_without_colour(page: Page) -> None:
    page.goto(EDITIONS)
    page.emulate_media(media="print")
    for gone in (".bar", ".chips", ".ways", ".swap", ".contents", "a.jump"):
        expect(page.locator(gone).first).to_be_hidden()
    changed = page.locator("#c-art_4 .changed")
    old, new = boxes(*(changed.locator(side).first for side in (".old-side", ".new-side")))
    assert old["x"] + old["width"] <= new["x"] + 1
    drawn = page.evaluate(
        "['ins', 'del'].map((it) => document.querySelector('.block:not(.whole) ' + it))"
        ".map((one) => getComputedStyle(one)).map((it) => [it.textDecorationLine, it.color])"
    )
    assert drawn == [["underline", "rgb(0, 0, 0)"], ["line-through", "rgb(0, 0, 0)"]]


def test_on_paper_what_was_added_stands_in_the_right_column(page: Page) -> None:
    page.set_viewport_size({"width": 680, "height": 900})  # a sheet of A4 between its margins
    page.goto(EDITIONS)
    page.emulate_media(media="print")
    (added,) = boxes(page.locator(".aligned.changed:has(.old-side.none) .new-side").first)
    assert added["x"] > 300


def test_screen_readers_are_told_what_went_and_what_came_and_nobody_copies_it(page: Page) -> None:
    page.goto(f"{EDITIONS}&view=inline")
    before = page.evaluate(
        "['ins', 'del'].map((it) => getComputedStyle("
        "document.querySelector('#c-art_6 ' + it), '::before').content)"
    )
    assert before == ['" [добавлено: "', '" [исключено: "']
    copied = page.evaluate(
        "(() => { const s = getSelection(); s.selectAllChildren("
        "document.querySelector('#c-art_4 p.changed')); return s.toString(); })()"
    )
    assert "добавлено" not in copied


def test_a_hostile_law_runs_nothing(page: Page) -> None:
    for view in ("side", "inline"):
        page.goto(
            f"/compare?left={HOSTILE_ACT}@2001-01-01&right={HOSTILE_ACT}@2002-02-02&view={view}"
        )
        expect(page.locator("#c-art_1")).to_contain_text("alert('x')")
        assert page.locator("main img, main script").count() == 0

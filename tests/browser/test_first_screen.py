"""The text of the law begins on the first screen, and its contents stay at hand on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.every_page import ARTICLE, ELECTIONS
from tests.browser.places import boxes

ACT = f"/acts/{ELECTIONS}"


@pytest.mark.parametrize(
    ("width", "height", "address"),
    [
        (360, 740, f"{ARTICLE}?lang=ru&ui=ru"),
        (360, 740, f"{ARTICLE}?lang=kk&ui=kk"),
        (360, 740, f"{ACT}?lang=ru&ui=ru"),
        (360, 740, f"{ACT}?lang=ru&ui=ru&edition=2022-02-07"),
        (1024, 768, f"{ACT}?lang=ru&ui=ru"),
        (1024, 768, f"{ACT}?lang=kk&ui=kk&edition=2022-02-07"),
        (1024, 768, "/acts/U040001484_?lang=ru&ui=ru"),
    ],
)
def test_the_text_begins_on_the_first_screen(
    browser: Browser, sample_site: str, width: int, height: int, address: str
) -> None:
    page = _page(browser, sample_site, width, height)
    page.goto(address)
    (begins,) = boxes(page.locator(".whole.law, article.law .block").first)
    assert begins["y"] < height
    page.context.close()


def test_what_a_line_tells_of_an_act_unfolds_with_its_grounds(
    browser: Browser, sample_site: str
) -> None:
    page = _page(browser, sample_site, 360, 740)
    page.goto(f"{ACT}?lang=ru&ui=ru")
    line = page.locator(".about > summary")
    for told in ("Редакция: 01.07.2026", "Принят: 28.09.1995", "Полнота: часть акта"):
        expect(line).to_contain_text(told)
    expect(page.get_by_text("по списку наблюдения")).to_be_hidden()
    line.press("Enter")
    expect(page.get_by_text("по списку наблюдения")).to_be_visible()
    page.context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])
def test_on_a_phone_the_contents_stay_at_hand_over_the_text(
    browser: Browser, sample_site: str, scripts: bool
) -> None:
    page = _page(browser, sample_site, 360, 740, scripts=scripts)
    page.goto(f"{ACT}?lang=ru&ui=ru#art_113-5")
    bar = page.locator(".contents-fold > summary")
    expect(bar).to_be_in_viewport()
    bar.click()
    page.locator(".aside").get_by_role("link", name="Статья 133.").click()
    if not scripts:
        bar.click()
    heading = page.locator("[id=art_133]")
    expect(heading).to_be_in_viewport()
    place, covered = boxes(heading, page.locator(".aside"))
    assert place["y"] >= covered["y"] + covered["height"]
    page.context.close()


def test_on_a_broad_screen_the_contents_stand_open(browser: Browser, sample_site: str) -> None:
    page = _page(browser, sample_site, 1024, 768)
    page.goto(f"{ACT}?lang=ru&ui=ru")
    expect(page.locator(".aside").get_by_role("link", name="Статья 1.")).to_be_visible()
    page.context.close()


def test_views_and_languages_of_an_article_stand_in_one_row(
    browser: Browser, sample_site: str
) -> None:
    page = _page(browser, sample_site, 1024, 768)
    page.goto(f"{ARTICLE}?lang=ru&ui=ru")
    (row,) = boxes(page.locator(".showing"))
    assert row["height"] < 50
    page.context.close()


def _page(browser: Browser, site: str, width: int, height: int, *, scripts: bool = True) -> Page:
    context = browser.new_context(
        base_url=site, viewport={"width": width, "height": height}, java_script_enabled=scripts
    )
    return context.new_page()

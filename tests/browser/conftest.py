"""A browser and a site: Chromium, and the real application over real HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.api.comparing import comparing_house
from tests.api.filling import fill
from tests.api.house import empty_house
from tests.api.served import served
from tests.browser.sites import PHONE_HEIGHT, sample_served
from tests.prepare import ADVICE, find_chromium

_PATIENT_MILLISECONDS = 30_000
"""How long a page may take to show what is expected, as long as it may take to load."""


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser's program; the tests skip with one clear line where there is none."""
    found = find_chromium()
    if found is None:
        pytest.skip(ADVICE)
    return found


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    """A running browser without a window.

    A module's, not the session's: while it runs, its event loop keeps every other test of the
    process from running one of its own.
    """
    expect.set_options(timeout=_PATIENT_MILLISECONDS)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(chromium), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the application, filled with small acts of our own."""
    house = empty_house(tmp_path_factory.mktemp("site"))
    fill(house.store, house.snapshots)
    house.index()
    with served(house.app()) as address:
        yield address
    house.store.close()


@pytest.fixture(scope="session")
def sample_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the application on the whole bundled sample."""
    with sample_served(tmp_path_factory.mktemp("sample-site")) as address:
        yield address


@pytest.fixture(params=[True, False], ids=["with JavaScript", "without JavaScript"])
def phone(browser: Browser, sample_site: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page of the whole sample on a phone, with JavaScript and without."""
    context = browser.new_context(
        base_url=sample_site,
        locale="ru-RU",
        viewport={"width": 360, "height": PHONE_HEIGHT},
        java_script_enabled=request.param,
    )
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def meadow(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the application on acts that are made to be compared."""
    house = comparing_house(tmp_path_factory.mktemp("meadow"))
    with served(house.app()) as address:
        yield address
    house.store.close()

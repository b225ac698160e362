"""A browser and a site: Chromium, and the real application over real HTTP."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, expect, sync_playwright

from tests.api.filling import fill
from tests.api.house import empty_house
from tests.prepare import ADVICE, find_chromium

_STARTING_SECONDS = 60
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
    config = uvicorn.Config(house.app(), host="127.0.0.1", port=0, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    deadline = time.monotonic() + _STARTING_SECONDS
    while not server.started:
        assert thread.is_alive(), "the server has stopped"
        assert time.monotonic() < deadline, "the server does not start"
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()
    house.store.close()

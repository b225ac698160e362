"""A site as a browser visits it, and the site of the whole sample."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from api.app import create_app
from corpus.search import open_engine
from corpus.search.keeping.keeper import IndexKeeper
from corpus.settings import Settings
from corpus.store import open_store
from crawler.run import Order, crawl_apart
from crawler.sample.server import serve_sample
from diffing.in_force.days import days_in_force
from tests.api.house import now
from tests.api.served import served

PHONE_HEIGHT = 740
"""Pixels of a phone's screen that a page has, 360 broad."""


@contextmanager
def visited(browser: Browser, address: str, **how: Any) -> Iterator[Page]:
    """A new page of a site; `how` is told to the browser. Whatever it complains of is a fault."""
    complaints: list[str] = []
    context = browser.new_context(**{"base_url": address, "locale": "ru-RU", **how})
    try:
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        yield page
    finally:
        context.close()
    assert complaints == []


@contextmanager
def sample_served(folder: Path) -> Iterator[str]:
    """The address of the application on the whole sample, crawled into a folder."""
    settings = Settings(data_dir=folder, crawl_delay=0, deliver=False)
    with serve_sample() as registry:
        order = Order("adilet", base_url=registry.base_url, sample=True)
        assert crawl_apart(settings, order).complete
    store, engine = open_store(settings.database), open_engine(settings)
    IndexKeeper(store, engine, days_in_force, settings.index_dir).rebuild()
    with served(create_app(settings, store, engine, clock=now)) as address:
        yield address
    store.close()

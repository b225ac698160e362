"""The real application over real HTTP on loopback: on small acts of our own, or on the sample."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from fastapi import FastAPI

from api.app import create_app
from corpus.search import open_engine
from corpus.search.keeping.keeper import IndexKeeper
from corpus.settings import Settings
from corpus.store import open_store
from crawler.run import Order, crawl_apart
from crawler.sample.server import serve_sample
from diffing.in_force.days import days_in_force

_STARTING_SECONDS = 60


@contextmanager
def served(app: FastAPI) -> Iterator[str]:
    """The address of an application while it is served."""
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="warning")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    deadline = time.monotonic() + _STARTING_SECONDS
    while not server.started:
        assert thread.is_alive(), "the server has stopped"
        assert time.monotonic() < deadline, "the server does not start"
        time.sleep(0.02)
    port = server.servers[0].sockets[0].getsockname()[1]
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()


@contextmanager
def sample_served(folder: Path) -> Iterator[str]:
    """The address of the application on the whole sample, crawled into a folder."""
    settings = Settings(data_dir=folder, crawl_delay=0, deliver=False)
    with serve_sample() as registry:
        order = Order("adilet", base_url=registry.base_url, sample=True)
        assert crawl_apart(settings, order).complete
    store, engine = open_store(settings.database), open_engine(settings)
    IndexKeeper(store, engine, days_in_force, settings.index_dir).rebuild()
    with served(create_app(settings, store, engine)) as address:
        yield address
    store.close()

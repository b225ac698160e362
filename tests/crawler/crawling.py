"""Runs the real crawler, in a process of its own, against a scripted host."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.settings import Settings
from corpus.store import Store, open_store
from crawler.report import RunReport
from crawler.run import Order, crawl_apart
from tests.crawler import acts
from tests.crawler.host import Answer, Host, serve


@dataclass(frozen=True)
class Bench:
    """A scripted host, a data folder and a watch list."""

    host: Host
    settings: Settings
    watchlist: Path

    def crawl(self, **order: Any) -> RunReport:
        """Crawl the host."""
        settings = order.pop("settings", self.settings)
        order = {"base_url": self.host.url, "watchlist": self.watchlist, **order}
        return crawl_apart(settings, Order("adilet", **order))

    @contextmanager
    def store(self) -> Iterator[Store]:
        """The store that the crawls fill."""
        with closing(open_store(self.settings.database)) as store:
            yield store


@contextmanager
def bench(
    folder: Path, pages: dict[str, Answer] | None = None, certificate: Path | None = None
) -> Iterator[Bench]:
    """A bench whose host serves the two little acts unless told otherwise."""
    watchlist = folder / "watchlist.toml"
    watchlist.write_text(acts.WATCHLIST, encoding="utf-8")
    with serve(acts.registry() if pages is None else pages, certificate) as host:
        yield Bench(host, Settings(data_dir=folder / "var", crawl_delay=0), watchlist)

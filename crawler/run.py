"""Starting a crawl, in this process or in one of its own, and giving its report.

Scrapy's reactor runs once in a process: `run_crawl` may be called once, `crawl_apart` as often as
one likes. `python -m crawler.run` is the other end of `crawl_apart`: an order as JSON on standard
input, a line of JSON for each page on standard output, then the report.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import IO, Any

from scrapy.crawler import AsyncCrawlerProcess
from sqlalchemy.exc import SQLAlchemyError

from corpus.search import open_engine
from corpus.search.keeping.following import followed
from corpus.search.keeping.keeper import IndexKeeper
from corpus.settings import SECRET_SETTINGS, Settings, SettingsError
from corpus.store import open_store
from corpus.store.errors import StoreError
from corpus.store.snapshots import Snapshots
from corpus.watchlist import (
    CodeStatus,
    NotWatched,
    WatchedAct,
    Watchlist,
    WatchlistError,
    load_watchlist,
)
from crawler.ingest import Ingest, SampleAndOfficial
from crawler.ledger import Ledger
from crawler.manners import ContactMissing, scrapy_settings
from crawler.report import OnProgress, PageEntry, PageOutcome, Progress, RunReport
from crawler.routes import UnknownRegistry, route_to
from crawler.sample.watching import sample_watchlist
from crawler.spider import Errand, RegistrySpider
from crawler.tls import CaBundleUnreadable, trusted_certificates
from diffing.in_force.days import days_in_force

_WRONG_USE = 2


class GuessedNumber(Exception):
    """An act whose number is only a guess was named without asking for guesses."""

    def __init__(self, act: WatchedAct) -> None:
        super().__init__(
            f"the number {act.ngr} is a guess (watchlist.toml, line {act.line}): add "
            "--include-guesses to try it"
        )


class CrawlFailed(Exception):
    """The process of a crawl ended without a report."""


class CrawlMisused(Exception):
    """The order itself was wrong: nothing was asked of a registry."""


MISUSES = (
    SettingsError,
    WatchlistError,
    NotWatched,
    GuessedNumber,
    ContactMissing,
    UnknownRegistry,
    CaBundleUnreadable,
)
"""What is wrong with an order before anything is asked of a registry."""


@dataclass(frozen=True)
class Order:
    """What to crawl.

    `registry` is `adilet` or `etalon`; `acts` are registry numbers of the watch list, None for all
    that are certain; `base_url` and `watchlist` replace those of the settings and of Nusqa (with
    `sample`, the sample's own); `recheck` asks for editions that are held, too; `sample` marks what
    comes as no official text.
    """

    registry: str
    acts: Sequence[str] | None = None
    base_url: str | None = None
    watchlist: Path | None = None
    include_guesses: bool = False
    recheck: bool = False
    sample: bool = False


def run_crawl(settings: Settings, order: Order, on_progress: OnProgress | None = None) -> RunReport:
    """Crawl a registry in this process; may be called once.

    Raises one of MISUSES before the first request, and whatever goes wrong with the store; what
    goes wrong at the registry is in the report.
    """
    own = order.sample and not order.watchlist
    watched = sample_watchlist() if own else load_watchlist(order.watchlist)
    chosen = _chosen(watched, order.acts, include_guesses=order.include_guesses)
    route = route_to(order.registry, settings, order.base_url)
    manners = scrapy_settings(settings, route.base_url)
    trusted_certificates(settings.ca_bundle)
    with closing(open_store(settings.database)) as store:
        store.migrate()
        snapshots = Snapshots(settings.snapshots)
        ingest = Ingest(store, snapshots, watched, route.registry, _now)
        ledger = Ledger(
            store,
            snapshots,
            _now,
            registry=route.registry,
            base_url=route.base_url,
            on_progress=on_progress,
        )
        errand = Errand(route, chosen, recheck=order.recheck, sample=order.sample)
        keeper = IndexKeeper(store, open_engine(settings), days_in_force, settings.index_dir)
        try:
            with followed(keeper):
                _crawl(manners, errand=errand, ingest=ingest, ledger=ledger)
        except BaseException as error:
            ledger.close(fault=f"{type(error).__name__}: {error}")
            raise
        return ledger.close()


def crawl_apart(
    settings: Settings, order: Order, on_progress: OnProgress | None = None
) -> RunReport:
    """The same as `run_crawl` in a process of its own, as often as one likes.

    Raises CrawlMisused for a wrong order and CrawlFailed when there is no report; the message is
    the process's own. Ctrl-C ends the crawl after the page under way, and its report is given; a
    parent that is killed takes the crawl with it.
    """
    report = None
    with (
        tempfile.TemporaryFile("w+", encoding="utf-8") as complaints,
        subprocess.Popen(
            [sys.executable, "-m", "crawler.run"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
            encoding="utf-8",
        ) as process,
    ):
        if process.stdin is None or process.stdout is None:
            raise CrawlFailed("the crawl's process has no pipes")
        process.stdin.write(order_as_json(settings, order) + "\n")
        process.stdin.flush()  # and left open: its end tells the crawl that we are gone
        for document in _answers(process.stdout):
            if "report" in document:
                report = RunReport.from_json(document["report"])
            elif on_progress:
                on_progress(_progress(document))
        status = process.wait()
        complaints.seek(0)
        complaint = complaints.read().strip()
    if report is None:
        failure = CrawlMisused if status == _WRONG_USE else CrawlFailed
        raise failure(complaint or f"the crawl's process ended with status {status}")
    return report


def _answers(output: IO[str]) -> Iterator[dict[str, Any]]:
    """The lines of a crawl's process. Ctrl-C reached it too, so its last lines are waited for."""
    while True:
        try:
            line = output.readline()
        except KeyboardInterrupt:
            continue
        if not line:
            return
        yield json.loads(line)


def order_as_json(settings: Settings, order: Order) -> str:
    """An order as `python -m crawler.run` reads it."""
    plain = settings.model_dump(mode="json", exclude=set(SECRET_SETTINGS))
    document = {"settings": plain, "order": asdict(order)}
    return json.dumps(document, default=str)


def main() -> int:
    """Carry out the order on standard input; gives the exit status."""
    document = json.loads(sys.stdin.readline())
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    order = document["order"]
    if order["watchlist"]:
        order["watchlist"] = Path(order["watchlist"])
    try:
        settings = Settings.load(**document["settings"])
        report = run_crawl(settings, Order(**order), _tell)
    except MISUSES as error:
        sys.stderr.write(f"{error}\n")
        return _WRONG_USE
    except (StoreError, SampleAndOfficial, OSError, SQLAlchemyError) as error:
        sys.stderr.write(f"{getattr(error, 'orig', None) or error}\n")
        return 1
    _write({"report": report.as_json()})
    return report.exit_status


def _leave_with_parent() -> None:
    """End this process at once when the one that started it is gone: the store bears it."""
    if not os.read(sys.stdin.fileno(), 1):
        os._exit(1)


def _crawl(manners: dict[str, Any], **given: Any) -> None:
    process = AsyncCrawlerProcess(manners, install_root_handler=False)
    task = process.crawl(RegistrySpider, **given)
    process.start()
    if task.done() and not task.cancelled() and (error := task.exception()):
        raise error
    ledger: Ledger = given["ledger"]
    if ledger.fault:
        raise ledger.fault


def _chosen(
    watchlist: Watchlist, acts: Sequence[str] | None, *, include_guesses: bool
) -> tuple[WatchedAct, ...]:
    if acts is None:
        return watchlist.crawlable(include_guesses=include_guesses)
    chosen = tuple(watchlist.act(ngr) for ngr in dict.fromkeys(acts))
    for act in chosen:
        if act.code_status is CodeStatus.GUESS and not include_guesses:
            raise GuessedNumber(act)
    return chosen


def _now() -> datetime:
    return datetime.now(UTC)


def _progress(document: dict[str, Any]) -> Progress:
    entry = {**document["entry"], "outcome": PageOutcome(document["entry"]["outcome"])}
    return Progress(document["done"], document["planned"], PageEntry(**entry))


def _tell(progress: Progress) -> None:
    _write(asdict(progress))


def _write(document: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())

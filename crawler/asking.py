"""Asking a registry for one page, and noting what went wrong on the way."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import scrapy

from corpus.store.snapshots import Fetched, SnapshotRecord
from crawler.ledger import Ledger
from crawler.registries.pages import Request
from crawler.report import PageEntry, PageOutcome
from crawler.unwelcome import Unwelcome

OK, NOT_MODIFIED = 200, 304

_GONE = frozenset({404, 410})
_FAILURES_IN_A_ROW = 3

Download = Callable[[scrapy.Request], Awaitable[scrapy.http.Response]]


class HostGivesUp(Exception):
    """The crawl of this host ends here; the message says why."""


class Asker:
    """Asks for pages through Scrapy's downloader, one after another."""

    def __init__(self, download: Download, ledger: Ledger, base_url: str) -> None:
        self._download = download
        self._ledger = ledger
        self._base_url = base_url
        self._failures = 0

    async def ask(
        self, request: Request, last: SnapshotRecord | None = None, label: str | None = None
    ) -> Fetched | None:
        """The answer: 200, or 304 where `last` made the request conditional.

        None for any other, which is noted in the ledger. Raises HostGivesUp when the host must be
        left alone.
        """
        try:
            response = await self._download(
                scrapy.Request(request.url, headers=_conditions(last), dont_filter=True)
            )
        except Unwelcome as error:
            outcome = PageOutcome.FAILED if error.failure else PageOutcome.REFUSED
            self._ledger.note(entry(outcome, request, error.reason, str(error), label))
            if error.stops:
                raise HostGivesUp(str(error)) from error
            self._count(failed=error.failure)
            return None
        fetched = Fetched(
            url=request.url,
            fetched_at=datetime.now(UTC),
            status=response.status,
            headers=_headers(response),
            body=response.body,
        )
        if fetched.status == OK or (fetched.status == NOT_MODIFIED and last):
            self._count(failed=False)
            return fetched
        snapshot_id = self._ledger.record(fetched)
        status = f"HTTP {fetched.status}"
        gone = fetched.status in _GONE
        outcome = PageOutcome.MISSING if gone else PageOutcome.FAILED
        message = "the registry has no such page" if gone else f"the registry answered {status}"
        self._ledger.note(entry(outcome, request, status, message, label), snapshot_id)
        self._count(failed=not gone)
        return None

    def _count(self, *, failed: bool) -> None:
        self._failures = self._failures + 1 if failed else 0
        if self._failures >= _FAILURES_IN_A_ROW:
            raise HostGivesUp(
                f"{self._base_url} failed {self._failures} times in a row and is left alone for "
                "now. Run the same command later: what was stored is not asked for again."
            )


def entry(
    outcome: PageOutcome,
    request: Request,
    reason: str | None = None,
    message: str | None = None,
    label: str | None = None,
    *,
    asked: bool = True,
) -> PageEntry:
    """What became of a request, as a line of the report."""
    return PageEntry(
        outcome=outcome,
        url=request.url,
        ngr=request.ngr,
        language=request.language,
        label=label,
        page=request.page,
        reason=reason,
        message=message,
        asked=asked,
    )


def _conditions(last: SnapshotRecord | None) -> dict[str, str]:
    """The headers that ask for a page only if it changed since its last answer."""
    kept = {name.lower(): value for name, value in (last.headers if last else {}).items()}
    wanted = {"If-None-Match": kept.get("etag"), "If-Modified-Since": kept.get("last-modified")}
    return {name: value for name, value in wanted.items() if value}


def _headers(response: scrapy.http.Response) -> dict[str, str]:
    return {
        name.decode("latin-1"): b", ".join(values).decode("latin-1")
        for name, values in response.headers.items()
    }

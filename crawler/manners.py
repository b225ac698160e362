"""How we behave at a registry: Scrapy's settings, patient retries, no strangers' hosts."""

from __future__ import annotations

import asyncio
import email.utils
import ipaddress
import math
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy.downloadermiddlewares.redirect import RedirectMiddleware
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http import Response

from corpus.settings import Settings
from crawler.robots import AGENT
from crawler.tls import CA_BUNDLE_SETTING, distrust_advice, is_distrust
from crawler.unwelcome import (
    Blocked,
    ElsewhereRedirect,
    TooLarge,
    Unreachable,
    Untrusted,
)

if TYPE_CHECKING:
    from scrapy import Request, Spider
    from scrapy.crawler import Crawler

TIMEOUT = 60
LARGEST_PAGE = 32 * 1024 * 1024
RETRIES = 4
PATIENCE = 300.0
"""The longest Retry-After, in seconds, that is waited for; a longer one ends the crawl."""

_TRY_AGAIN = frozenset({408, 429, 500, 502, 503, 504, 522, 524})
_BLOCKED = frozenset({401, 403, 407, 451})
_TOO_MANY = 429


class ContactMissing(Exception):
    """A public host is not crawled by somebody who cannot be written to."""

    def __init__(self, host: str) -> None:
        super().__init__(
            f"before {host} is crawled, say who may be written to about it: set NUSQA_CONTACT "
            "(or contact in nusqa.toml) to an address or a page; it goes into the User-Agent."
        )


def user_agent(settings: Settings, base_url: str) -> str:
    """Who we are: the program, its version, and a contact.

    Raises ContactMissing without a contact, unless the host is this machine.
    """
    name = f"{AGENT}/{version('nusqa')}"
    if settings.contact:
        return f"{name} (+{settings.contact})"
    host = urlsplit(base_url).hostname or ""
    if not _is_loopback(host):
        raise ContactMissing(host)
    return name


def scrapy_settings(settings: Settings, base_url: str) -> dict[str, Any]:
    """Scrapy's settings for one crawl of one host. Raises ContactMissing."""
    here = "crawler."
    return {
        "BOT_NAME": AGENT,
        "USER_AGENT": user_agent(settings, base_url),
        "ROBOTSTXT_OBEY": True,
        "CONCURRENT_REQUESTS": 1,
        "CONCURRENT_REQUESTS_PER_DOMAIN": 1,
        "DOWNLOAD_DELAY": settings.crawl_delay,
        "DOWNLOAD_DELAY_JITTER": 0.0,
        "AUTOTHROTTLE_ENABLED": True,
        "AUTOTHROTTLE_START_DELAY": settings.crawl_delay,
        "AUTOTHROTTLE_TARGET_CONCURRENCY": 1.0,
        "DOWNLOAD_TIMEOUT": TIMEOUT,
        "DOWNLOAD_MAXSIZE": LARGEST_PAGE,
        "DOWNLOAD_WARNSIZE": 0,
        "DOWNLOAD_FAIL_ON_DATALOSS": True,
        "DOWNLOAD_VERIFY_CERTIFICATES": True,
        CA_BUNDLE_SETTING: str(settings.ca_bundle) if settings.ca_bundle else None,
        "DOWNLOAD_HANDLERS": {
            "https": f"{here}tls.VerifiedHttps",
            "data": None,
            "file": None,
            "ftp": None,
            "s3": None,
        },
        "DOWNLOADER_MIDDLEWARES": {
            "scrapy.downloadermiddlewares.offsite.OffsiteMiddleware": None,
            "scrapy.downloadermiddlewares.robotstxt.RobotsTxtMiddleware": None,
            "scrapy.downloadermiddlewares.retry.RetryMiddleware": None,
            "scrapy.downloadermiddlewares.redirect.RedirectMiddleware": None,
            f"{here}robots.ObeyRobots": 100,
            f"{here}manners.PatientRetries": 550,
            f"{here}manners.SameHostRedirects": 600,
        },
        "RETRY_TIMES": RETRIES,
        "REDIRECT_MAX_TIMES": 5,
        "METAREFRESH_ENABLED": False,
        "HTTPERROR_ALLOW_ALL": True,
        "HTTPCACHE_ENABLED": False,
        "HTTPPROXY_ENABLED": not _is_loopback(urlsplit(base_url).hostname or ""),
        "COOKIES_ENABLED": False,
        "REFERER_ENABLED": False,
        "REMOTE_CONTROL_ENABLED": False,
        "TELNETCONSOLE_ENABLED": False,
        "MEMUSAGE_ENABLED": False,
        "DEFAULT_REQUEST_HEADERS": {"Accept": "text/html,application/json;q=0.9,*/*;q=0.1"},
        "FEED_EXPORT_ENCODING": "utf-8",
        "LOG_LEVEL": "WARNING",
        "STATS_DUMP": False,
    }


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")


def retry_after(value: str | None, now: datetime) -> float | None:
    """The seconds a Retry-After header asks us to wait (it may give a date); None if unreadable."""
    if not value:
        return None
    value = value.strip()
    if value.isdigit():
        return float(value)
    try:
        until = email.utils.parsedate_to_datetime(value)
    except ValueError:
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())


class PatientRetries:
    """Scrapy middleware: asks again after a temporary failure, later each time.

    It waits without holding up the reactor; with one request at a time nothing else is asked of
    the host meanwhile. A Retry-After is waited for in full, up to PATIENCE.
    """

    def __init__(self, retries: int, first_pause: float) -> None:
        self._retries = retries
        self._first_pause = first_pause

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> PatientRetries:
        """Made by Scrapy."""
        pause = max(crawler.settings.getfloat("DOWNLOAD_DELAY"), 0.25)
        return cls(crawler.settings.getint("RETRY_TIMES"), pause)

    async def process_response(self, request: Request, response: Response) -> Request | Response:
        """Give the request anew after a pause when the answer may be another next time."""
        answer = f"HTTP {response.status}"
        if response.status in _BLOCKED:
            raise Blocked(request.url, answer)
        if response.status not in _TRY_AGAIN:
            return response
        header = response.headers.get("Retry-After")
        asked = retry_after(header.decode("latin-1") if header else None, datetime.now(UTC))
        if asked is not None and asked > PATIENCE:
            raise Blocked(request.url, f"{answer} with Retry-After: {asked:.0f} s")
        if again := await self._again(request, asked):
            return again
        if response.status == _TOO_MANY:
            raise Blocked(request.url, f"{answer} {self._retries + 1} times")
        return response

    async def process_exception(self, request: Request, exception: Exception) -> Request | None:
        """Give the request anew after a timeout or a broken connection; say what else it was."""
        if isinstance(exception, IgnoreRequest):
            return None
        if is_distrust(exception):
            raise Untrusted(distrust_advice(urlsplit(request.url).netloc)) from exception
        if isinstance(exception, DownloadCancelledError):
            raise TooLarge(
                f"{request.url} is longer than {LARGEST_PAGE // 1024**2} MB and was not taken"
            ) from exception
        if again := await self._again(request, None):
            return again
        raise Unreachable(
            f"{request.url} was asked {self._retries + 1} times without an answer; the last time: "
            f"{str(exception) or type(exception).__name__}"
        ) from exception

    async def _again(self, request: Request, asked: float | None) -> Request | None:
        tried = request.meta.get("retry_times", 0)
        if tried >= self._retries:
            return None
        pause = self._first_pause * math.pow(2, tried)
        await asyncio.sleep(max(pause, asked or 0.0))
        again = request.copy()
        again.meta["retry_times"] = tried + 1
        again.dont_filter = True
        return again


class SameHostRedirects(RedirectMiddleware):
    """Scrapy middleware: a redirect is followed on its own host only (http may become https)."""

    def process_response(
        self,
        request: Request,
        response: Response,
        spider: Spider | None = None,  # noqa: ARG002 - the superclass has it, and deprecates it
    ) -> Request | Response:
        """Follow a redirect, or raise ElsewhereRedirect."""
        result = super().process_response(request, response)
        if isinstance(result, Response) or _site(result.url) in _same(request.url):
            return result
        raise ElsewhereRedirect(request.url, result.url)


def _same(url: str) -> tuple[tuple[str, str, int | None], ...]:
    scheme, host, port = _site(url)
    return ((scheme, host, port), ("https", host, port))


def _site(url: str) -> tuple[str, str, int | None]:
    parts = urlsplit(url)
    return parts.scheme, parts.hostname or "", parts.port

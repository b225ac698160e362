"""robots.txt: read first, obeyed always, and quoted when it stops a crawl."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request

from crawler.unwelcome import ForbiddenByRobots, RobotsUnreadable, Unwelcome

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

AGENT = "Nusqa"
"""The name that a robots.txt may address us by."""

EXEMPT = "is_robots_txt"
"""The request meta key of the request for robots.txt itself."""

_OK, _CLIENT_ERROR, _TOO_MANY = 200, 400, 429


@dataclass(frozen=True)
class RobotsRules:
    """What one host's robots.txt says."""

    url: str
    text: str

    def check(self, url: str) -> None:
        """Raise ForbiddenByRobots with the line that forbids an address to us."""
        if not Protego.parse(self.text).can_fetch(url, AGENT):
            raise ForbiddenByRobots(url, self.url, stopping_line(self.text, url))

    @property
    def delay(self) -> float:
        """The pause between requests that it asks us for, in seconds; 0 for none."""
        return Protego.parse(self.text).crawl_delay(AGENT) or 0.0


def stopping_line(text: str, url: str) -> str:
    """The line of a robots.txt that forbids an address to us: of several the most exact."""
    lines = [
        line
        for agent, line in _disallowing(text)
        if not Protego.parse(f"User-agent: {agent}\n{line}").can_fetch(url, AGENT)
    ]
    return max(lines, key=len, default="Disallow")


def _disallowing(text: str) -> Iterator[tuple[str, str]]:
    """Every Disallow line with each agent of its group."""
    agents: list[str] = []
    in_rules = False
    for raw in text.splitlines():
        line = raw.split("#", 1)[0].strip()
        field, _, value = (part.strip() for part in line.partition(":"))
        if field.lower() == "user-agent":
            agents = [*([] if in_rules else agents), value]
            in_rules = False
        elif field.lower() in ("allow", "disallow"):
            in_rules = True
            if field.lower() == "disallow" and value:
                yield from ((agent, line) for agent in agents)


class ObeyRobots:
    """Scrapy middleware: no request passes that the host's robots.txt does not allow.

    A robots.txt that is not there allows everything; one that cannot be read allows nothing. Its
    Crawl-delay is kept where it is longer than our own.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise ValueError("robots.txt is obeyed: ROBOTSTXT_OBEY cannot be switched off")
        self._crawler = crawler
        self._rules: dict[str, RobotsRules] = {}
        self._last_request = float("-inf")

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> ObeyRobots:
        """Made by Scrapy."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Raise Unwelcome for a forbidden address; wait where the host asks for longer pauses."""
        if request.meta.get(EXEMPT):
            return
        parts = urlsplit(request.url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = await self._read(f"{site}/robots.txt")
        rules = self._rules[site]
        rules.check(request.url)
        await asyncio.sleep(self._last_request + rules.delay - time.monotonic())
        self._last_request = time.monotonic()

    async def _read(self, url: str) -> RobotsRules:
        request = Request(url, meta={EXEMPT: True}, dont_filter=True)
        try:
            response = await self._crawler.engine.download_async(request)
        except Unwelcome as error:
            if error.stops:
                raise
            raise RobotsUnreadable(url, str(error)) from error
        if response.status == _TOO_MANY or not _OK <= response.status < 500:  # noqa: PLR2004 - 5xx
            raise RobotsUnreadable(url, f"answered {response.status}")
        absent = response.status >= _CLIENT_ERROR
        return RobotsRules(url, "" if absent else response.body.decode("utf-8-sig", "replace"))

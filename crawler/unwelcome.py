"""Why a page was not taken from a registry: errors that say what to do.

What a page says wrongly is a `Refusal` of `crawler.registries`; these are about the way to it.
"""

from __future__ import annotations

from scrapy.exceptions import IgnoreRequest

OTHER_WAYS = (
    "Other ways in: the reference bank (`nusqa crawl --registry etalon`), a clone of a mirror "
    "(`nusqa import FOLDER`), or pages saved from a browser (`nusqa import FILE`)."
)


class Unwelcome(IgnoreRequest):
    """A page that was not taken. `reason` is a word for tables; `stops` ends the host's crawl.

    `failure`: the host did not answer properly; otherwise it answered, and we did not take it.
    """

    reason = "unwelcome"
    stops = False
    failure = False


class ForbiddenByRobots(Unwelcome):
    """The host's robots.txt forbids the address."""

    reason = "robots.txt"
    stops = True

    def __init__(self, url: str, robots_url: str, rule: str) -> None:
        self.rule = rule
        super().__init__(f"{robots_url} forbids {url} by its line {rule!r}. {OTHER_WAYS}")


class RobotsUnreadable(Unwelcome):
    """The host's robots.txt could not be read, so nothing is known to be allowed (RFC 9309)."""

    reason = "robots.txt-unreadable"
    stops = True
    failure = True

    def __init__(self, robots_url: str, why: str) -> None:
        super().__init__(
            f"{robots_url} could not be read ({why}); without it nothing may be fetched "
            f"(RFC 9309, 2.3.1.4). Try again later. {OTHER_WAYS}"
        )


class Blocked(Unwelcome):
    """The host turns us away."""

    reason = "blocked"
    stops = True

    def __init__(self, url: str, answer: str) -> None:
        super().__init__(f"the registry turns us away: {url} answered {answer}. {OTHER_WAYS}")


class ElsewhereRedirect(Unwelcome):
    """The host sends us to another one, which is not the registry that was named."""

    reason = "redirect-elsewhere"

    def __init__(self, url: str, target: str) -> None:
        super().__init__(
            f"{url} leads to another host ({target}), which is not crawled: check the registry's "
            "address in the settings (NUSQA_ADILET_URL, NUSQA_ETALON_URL)."
        )


class Untrusted(Unwelcome):
    """The host's certificate could not be verified."""

    reason = "certificate"
    stops = True
    failure = True


class Unreachable(Unwelcome):
    """The host did not answer, or broke off, each time it was asked."""

    reason = "unreachable"
    failure = True


class TooLarge(Unwelcome):
    """The answer is longer than any act."""

    reason = "too-large"

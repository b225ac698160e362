"""The faults that the sample server can be told to have, and the log of what it was asked."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from enum import StrEnum
from fnmatch import fnmatchcase

ROBOTS_PATH = "/robots.txt"


class Fault(StrEnum):
    """What can go wrong at a registry. The value is the name on the command line."""

    SERVER_ERROR = "server-error"
    """Status 503, or another 5xx by `status`."""
    TOO_MANY = "too-many"
    """Status 429 with Retry-After."""
    HANG = "hang"
    """No answer for `seconds`."""
    CUT = "cut"
    """Half of the body, and the connection closes before Content-Length is reached."""
    CUT_CLEAN = "cut-clean"
    """Half of the body as if it were all."""
    EMPTY = "empty"
    SHELL = "shell"
    """What the new adilet answers: a page without text."""
    LOGIN = "login"
    ERROR_PAGE = "error-page"
    """An error page with status 200."""
    MISSING = "missing"
    """Status 404."""
    SHRUNK = "shrunk"
    """An edition that lacks most of its articles."""
    WRONG_LANGUAGE = "wrong-language"
    OTHER_ACT = "other-act"
    TOUCHED = "touched"
    """Other bytes, the same words: the page names another day of the database."""
    CORRECTED = "corrected"
    """Other bytes and another word in a closed edition, as when a registry corrects itself."""
    ROBOTS_FORBID = "robots-forbid"
    """A robots.txt that forbids everything to everyone."""


@dataclass(frozen=True)
class Rule:
    """One fault on the paths that a pattern (`*` and `?`) covers, for `times` requests or always.

    `seconds` is how long HANG keeps silent, or what TOO_MANY says in Retry-After.
    """

    fault: Fault
    path: str = "*"
    times: int | None = None
    status: int = 503
    seconds: float = 60

    def covers(self, path: str) -> bool:
        """Whether it applies to a path. `*` alone leaves robots.txt in peace."""
        if self.fault is Fault.ROBOTS_FORBID:
            return path == ROBOTS_PATH
        if self.path == "*":
            return path != ROBOTS_PATH
        return fnmatchcase(path, self.path)

    @classmethod
    def parse(cls, text: str) -> Rule:
        """Read `NAME`, `NAME=PATH` or `NAME=PATH,TIMES`: `shell=/rus/docs/Z010000148_,2`.

        Raises ValueError that names the faults there are.
        """
        name, _, rest = text.partition("=")
        path, _, times = rest.partition(",")
        try:
            fault = Fault(name)
        except ValueError:
            known = ", ".join(fault.value for fault in Fault)
            raise ValueError(f"there is no fault {name!r}: choose one of {known}") from None
        if times and not times.isdigit():
            raise ValueError(f"{times!r} is no number of requests, as in {name}=/rus/docs/*,3")
        return cls(fault, path or "*", int(times) if times else None)


class Faults:
    """The faults a running sample server has; may be changed from any thread at any time."""

    def __init__(self, *rules: Rule) -> None:
        self._lock = threading.Lock()
        self._rules = list(rules)

    def set(
        self,
        fault: Fault,
        path: str = "*",
        *,
        times: int | None = None,
        status: int = 503,
        seconds: float = 60,
    ) -> None:
        """Have a fault on a path (or pattern), for the next `times` requests or until cleared."""
        self.add(Rule(fault, path, times, status, seconds))

    def add(self, rule: Rule) -> None:
        """Have a fault as a rule says; of several that cover a request the newest counts."""
        with self._lock:
            self._rules.append(rule)

    def clear(self) -> None:
        """Have no faults any more."""
        with self._lock:
            self._rules.clear()

    def take(self, path: str) -> Rule | None:
        """The rule for a request that has come in; a rule of N requests is then one shorter."""
        with self._lock:
            for at in reversed(range(len(self._rules))):
                rule = self._rules[at]
                if not rule.covers(path):
                    continue
                if rule.times is not None:
                    if rule.times > 1:
                        self._rules[at] = replace(rule, times=rule.times - 1)
                    else:
                        del self._rules[at]
                return rule
        return None


@dataclass(frozen=True)
class LoggedRequest:
    """One request as the server saw it; `path` has its query, `at` is UTC."""

    at: datetime
    method: str
    path: str
    user_agent: str
    conditional: bool
    fault: Fault | None


class RequestLog:
    """What the server was asked, in order; may be read while it runs."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._requests: list[LoggedRequest] = []

    def note(
        self, method: str, path: str, user_agent: str, *, conditional: bool, fault: Fault | None
    ) -> None:
        """Write down a request that has come in."""
        entry = LoggedRequest(datetime.now(UTC), method, path, user_agent, conditional, fault)
        with self._lock:
            self._requests.append(entry)

    def __iter__(self) -> Iterator[LoggedRequest]:
        with self._lock:
            return iter(tuple(self._requests))

    def __len__(self) -> int:
        with self._lock:
            return len(self._requests)

    @property
    def paths(self) -> list[str]:
        """The paths asked for, in order."""
        return [entry.path for entry in self]

    def clear(self) -> None:
        """Forget what was asked."""
        with self._lock:
            self._requests.clear()

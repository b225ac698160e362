"""What a crawl came to: one entry a page asked for, and the verdict."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from enum import StrEnum
from typing import Any


class PageOutcome(StrEnum):
    """What became of a page that was asked for, or should have been there."""

    STORED = "stored"
    UNCHANGED = "unchanged"
    """The registry said so (304), or sent what is already held."""
    REFUSED = "refused"
    """It answered, and its answer was not taken: the reason says why."""
    FAILED = "failed"
    """It did not answer properly."""
    MISSING = "missing"
    """It is not there (404), or a list lacks it."""


TROUBLE = frozenset({PageOutcome.REFUSED, PageOutcome.FAILED, PageOutcome.MISSING})


@dataclass(frozen=True)
class PageEntry:
    """One page of a crawl. `asked` is False for what a list should have named and did not."""

    outcome: PageOutcome
    url: str
    ngr: str
    language: str
    label: str | None = None
    page: str = "edition"
    reason: str | None = None
    message: str | None = None
    asked: bool = True

    def __str__(self) -> str:
        what = f"edition {self.label}" if self.label else self.page
        why = f": {self.message}" if self.message else ""
        return f"{self.outcome} {self.ngr} {self.language} {what}{why}"


@dataclass(frozen=True)
class Progress:
    """How far a crawl is: `planned` grows as edition lists are read."""

    done: int
    planned: int
    entry: PageEntry


OnProgress = Callable[[Progress], None]


@dataclass(frozen=True)
class RunReport:
    """A finished crawl. `held` counts listed editions that were held and not asked for again."""

    registry: str
    base_url: str
    started_at: datetime
    finished_at: datetime
    entries: tuple[PageEntry, ...]
    held: int = 0
    skipped: tuple[str, ...] = ()
    """Acts and languages that the registry cannot be asked for, with the reason."""
    stopped: str | None = None
    """Why the crawl ended before its end."""
    run_id: int | None = None

    @property
    def asked(self) -> int:
        """How many pages were asked for."""
        return sum(entry.asked for entry in self.entries)

    @property
    def fetched(self) -> int:
        """How many pages came with something new."""
        return len(self._with(PageOutcome.STORED))

    @property
    def unchanged(self) -> int:
        """How many pages had not changed."""
        return len(self._with(PageOutcome.UNCHANGED))

    @property
    def refused(self) -> tuple[PageEntry, ...]:
        """What was not taken, with reasons."""
        return self._with(PageOutcome.REFUSED)

    @property
    def failed(self) -> tuple[PageEntry, ...]:
        """What did not answer."""
        return self._with(PageOutcome.FAILED)

    @property
    def missing(self) -> tuple[PageEntry, ...]:
        """What should be there and is not."""
        return self._with(PageOutcome.MISSING)

    @property
    def complete(self) -> bool:
        """Whether everything that should be there was there, and was taken."""
        return self.stopped is None and not any(e.outcome in TROUBLE for e in self.entries)

    @property
    def exit_status(self) -> int:
        """0 when complete, else 1."""
        return 0 if self.complete else 1

    def as_json(self) -> dict[str, Any]:
        """The report for a JSON document; `from_json` reads it."""
        counts = {"asked": self.asked, "fetched": self.fetched, "unchanged": self.unchanged}
        return {
            **asdict(self),
            **counts,
            "complete": self.complete,
            "started_at": self.started_at.isoformat(),
            "finished_at": self.finished_at.isoformat(),
        }

    @classmethod
    def from_json(cls, document: dict[str, Any]) -> RunReport:
        """The report that a JSON document holds."""
        known = {field.name for field in fields(cls)}
        values = {name: value for name, value in document.items() if name in known}
        values["started_at"] = datetime.fromisoformat(values["started_at"])
        values["finished_at"] = datetime.fromisoformat(values["finished_at"])
        values["entries"] = tuple(map(_entry, values["entries"]))
        values["skipped"] = tuple(values["skipped"])
        return cls(**values)

    def _with(self, outcome: PageOutcome) -> tuple[PageEntry, ...]:
        return tuple(entry for entry in self.entries if entry.outcome is outcome)


def _entry(document: dict[str, Any]) -> PageEntry:
    return PageEntry(**{**document, "outcome": PageOutcome(document["outcome"])})

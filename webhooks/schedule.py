"""When a message is tried again: after longer and longer pauses, each a little off."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from webhooks.sending import Result

_JITTER = 0.2
"""A pause is up to this part longer than planned, so that receivers are not hit all at once."""


@dataclass(frozen=True)
class RetrySchedule:
    """The pauses in seconds before the second attempt, the third and so on.

    `random` gives a number in [0, 1).
    """

    pauses: Sequence[float]
    random: Callable[[], float]

    def next_attempt(self, tries: int, result: Result, now: datetime) -> datetime | None:
        """When to try again after `tries` attempts; None when it has been enough.

        A busy receiver (429, 503) that names a pause is given it, if it is no longer than the
        longest of ours.
        """
        if tries > len(self.pauses):
            return None
        pause = self.pauses[tries - 1] * (1 + _JITTER * self.random())
        if result.retry_after is not None:
            pause = max(pause, min(result.retry_after, max(self.pauses)))
        return now + timedelta(seconds=pause)

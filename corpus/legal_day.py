"""Which day it is where the law applies."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

_KAZAKHSTAN = timezone(timedelta(hours=5))
"""One time for the whole country since 1 March 2024."""


def day_in_kazakhstan(moment: datetime) -> date:
    """The day in Kazakhstan at a moment; raises ValueError for one without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone is no moment: give its zone")
    return moment.astimezone(_KAZAKHSTAN).date()

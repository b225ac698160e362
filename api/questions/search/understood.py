"""What of a query was read as a citation, so that nobody is told that it made no sense."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.search.querying.ignored import Ignored, Reason

_DASHES = re.compile(r"\d\s+[-–—]+\s+\d")
"""«Статьи 113-1 - 113-3»."""
_BETWEEN = frozenset("-–—/,;№§")


def without_understood(ignored: Iterable[Ignored], text: str) -> tuple[Ignored, ...]:
    """What was left out of a query that cites, but for signs that belong to the citation."""
    has_row = _DASHES.search(text) is not None
    return tuple(
        one
        for one in ignored
        if not (
            _BETWEEN.issuperset(one.fragment)
            and one.fragment
            and (one.reason is Reason.NO_WORD or (one.reason is Reason.LONE_OPERATOR and has_row))
        )
    )

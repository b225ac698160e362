"""Between two wordings of an article: the days for which no text of it is known."""

from __future__ import annotations

from datetime import date

from corpus.store.records import Wording


def known_again_from(before: Wording, after: Wording) -> date | None:
    """The first day for which the later of two wordings is held, where days lie between them.

    None where it follows at once, or has no day. Of a label whose days are not known it is the
    first one that it can mean.
    """
    first = after.from_ or after.editions[0].label.first_day
    if before.from_ is None:
        return first
    return None if before.to is None or before.to == first else first

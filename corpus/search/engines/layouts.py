"""What an index is written as: one of another layout is not read, it is built anew."""

from __future__ import annotations

from corpus.search.documents import DAYS
from corpus.search.scoring import MERITS_MARK
from corpus.search.words.analysis import VERSION


def layout(engine: str, version: int) -> str:
    """The name of a layout: `version` is that of what the engine itself writes.

    Indexes hold days, words, stems and merits as they were when they were made.
    """
    return f"{engine} {version}, days {DAYS}, words {VERSION}, merits {MERITS_MARK}"

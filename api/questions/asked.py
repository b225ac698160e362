"""Which edition a question is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from corpus.law import EditionLabel


@dataclass(frozen=True)
class Asked:
    """Which edition is wanted: that of a label, that of a day, or the newest held."""

    label: EditionLabel | None = None
    on: date | None = None

    @property
    def question(self) -> Literal["edition", "on", "newest"]:
        """The kind of question."""
        if self.label is not None:
            return "edition"
        return "newest" if self.on is None else "on"

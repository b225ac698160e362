"""Which edition a question is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from corpus.law import EditionLabel
from corpus.store.finding import has_come


@dataclass(frozen=True)
class Asked:
    """Which text is wanted: by an edition's label, of a day, in force on a day, or the newest held.

    `on` asks for the edition whose label covers the day; `in_force_on` for what was in force on it,
    by the entry into force of the amendments: see `docs/decisions/0016-the-text-in-force.md`; with
    `presume` also where that rests on the presumption named there. Newest held is the newest whose
    label has come by `today`: a text to come is no answer to who asks for none.
    """

    label: EditionLabel | None = None
    on: date | None = None
    in_force_on: date | None = None
    presume: bool = False
    today: date | None = field(default=None, compare=False)

    @property
    def question(self) -> Literal["edition", "on", "in_force_on", "newest"]:
        """The kind of question."""
        if self.label is not None:
            return "edition"
        if self.in_force_on is not None:
            return "in_force_on"
        return "newest" if self.on is None else "on"

    def is_for_want_of(self, label: EditionLabel) -> bool:
        """Whether an edition that is to come is the answer, since none that has come was there.

        Who asks by a label or a day knows what was asked for; who asks for the newest must be told.
        """
        return self.question == "newest" and not has_come(label, self.today)

"""That a cited act was repealed: when and by what, as far as that is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from corpus.amendments import AmendingAct
from corpus.law import ActStatus
from corpus.store import reads
from corpus.store.known import KnownEditions, known_editions
from corpus.store.repeals import repealing_act


@dataclass(frozen=True)
class Repeal:
    """The repeal of an act.

    `on` is its day by the watch list; None: only the registry's page says that the act lost its
    force, and names no day. `by` is the act that did it, where the notes name one.
    """

    on: date | None
    by: AmendingAct | None

    def __str__(self) -> str:
        """A sentence for programs and the command line."""
        when = f" on {self.on}" if self.on else "; its page names no day"
        by = f", by act {self.by.named}" if self.by and self.by.named else ""
        return f"The act was repealed{when}{by}."


def repeal_of(session: Session, ngr: str, day: date) -> Repeal | None:
    """The repeal of an act that had come by a day, or whose day is not known; None: none is known.

    Without a day of the watch list the newest edition held of each language is asked.
    """
    return repeal_known(session, known_editions(session, ngr), day)


def repeal_known(session: Session, known: KnownEditions, day: date) -> Repeal | None:
    """The repeal of an act whose editions are known, as `repeal_of` tells it."""
    if known.repealed_on is not None:
        return Repeal(known.repealed_on, known.repealed_by) if known.repealed_on <= day else None
    newest = (reads.find_edition(session, known.ngr, one, today=day) for one in known.languages)
    if any(one.status is ActStatus.REPEALED for one in newest):
        return Repeal(None, repealing_act(session, known.ngr))
    return None

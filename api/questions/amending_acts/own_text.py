"""What the texts of amending acts that are held say made an article's wording on a day.

Where a temporary wording ended, the note names no act for what follows; the act's own text does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from sqlalchemy.orm import Session

from api.questions.amending_acts.instructions import AmendingText, read_text
from corpus.amendments import AmendingAct, Amendment, EntryIntoForce, Ground, Target, Verb
from corpus.instructions.operations import NO_CHANGE, Kind, Operation
from corpus.instructions.touching import places_of, touches
from corpus.keys import SEPARATOR
from corpus.law import HoldingKind, Language
from corpus.store import reads
from corpus.store.records import ActSummary, EditionSummary
from diffing.explaining import Explanation
from diffing.in_force.presuming import WITHIN
from diffing.replay.stages import entry_of

_NONE = timedelta()
_VERBS = {Kind.REWORD: Verb.REWORDED, Kind.ADD: Verb.ADDED, Kind.DELETE: Verb.REPEALED}


class OwnTexts:
    """Asks the amending acts that are held in a language; each is read once."""

    def __init__(self, session: Session, language: Language) -> None:
        self._session, self._language = session, language
        self._read: dict[str, AmendingText | None] = {}

    def after(
        self, ngr: str, key: str, over: Iterable[Explanation], acts: Iterable[AmendingAct]
    ) -> list[tuple[Amendment, EntryIntoForce]]:
        """What these acts order of an article from the days on which something for a time ended."""
        asked = tuple(acts)
        days = sorted({one.amendment.until for one in over if one.amendment.until})
        return [found for day in days for found in self.ordered(ngr, key, day, asked)]

    def ordered(
        self, ngr: str, key: str, day: date, acts: Iterable[AmendingAct]
    ) -> list[tuple[Amendment, EntryIntoForce]]:
        """What these acts order of an article of an act from that day on, as they state it."""
        found = []
        for number in dict.fromkeys(act.ngr for act in acts if act.ngr):
            text = self._text(number)
            if text is None:
                continue
            for one in text.operations_on(ngr):
                entry = entry_of(one, text.adopted)
                stated = entry.on == day and entry.ground is Ground.STATED
                if stated and one.kind not in NO_CHANGE and touches(one, key):
                    found += [(said, entry) for said in _amendments(one, text.amending_act, key)]
        return found

    def _text(self, ngr: str) -> AmendingText | None:
        if ngr not in self._read:
            acts = reads.acts(self._session)
            held = any(one.ngr == ngr and self._language in one.languages for one in acts)
            self._read[ngr] = self._read_held(ngr, acts) if held else None
        return self._read[ngr]

    def _read_held(self, ngr: str, acts: Sequence[ActSummary]) -> AmendingText:
        summary = reads.find_edition(self._session, ngr, self._language)
        return read_text(self._session, summary, acts)


def _amendments(order: Operation, act: AmendingAct, key: str) -> Iterable[Amendment]:
    quote = order.quote.partition("\n")[0]
    for place in places_of(order):
        inside = place.removeprefix(key + SEPARATOR) if place.startswith(key + SEPARATOR) else ""
        if inside or place == key or key.startswith(place + SEPARATOR):
            verb = _VERBS.get(order.kind, Verb.AMENDED)
            yield Amendment(Target(key, inside), verb, act, order.clause, quote=quote)


def own_start_passed(session: Session, edition: EditionSummary, as_of: date | None) -> bool:
    """Whether all that an amending act orders has begun by a day, as its own text tells.

    Its whole text must be read and understood. What counts from publication is taken to have begun
    a year after the adoption (`diffing.in_force.presuming`): its note is of the day it was news.
    """
    if as_of is None or edition.holding.kind is not HoldingKind.WHOLE:
        return False
    text = read_text(session, edition, reads.acts(session))
    orders = text.instructions
    if not orders.operations or orders.unread or orders.unsupported:
        return False
    entries = [entry_of(one, text.adopted) for one in orders.operations]
    return all(
        one.on is not None
        and one.on + (WITHIN if one.ground is Ground.INFERRED else _NONE) <= as_of
        for one in entries
    )

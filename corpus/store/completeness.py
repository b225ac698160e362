"""How complete the holdings of an act are: editions known, held, missing, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.law import EditionLabel, Holding, HoldingKind, Language
from corpus.store.known import KnownEditions, known_editions, label_order
from corpus.store.listing import WATCH_LIST
from corpus.store.runs import RequestOutcome
from corpus.store.tables import EDITIONS, QUARANTINE, RUN_REQUESTS


class WhyMissing(StrEnum):
    """Why an edition that is known to exist is not held."""

    NOT_ASKED = "not asked for"
    """A registry lists it; nobody has asked for its text yet."""
    REFUSED = "not believed"
    """A page was served and did not pass the gates: it is in quarantine."""
    FORBIDDEN = "forbidden"
    """The registry's rules for robots, or its answer, forbid the page."""
    ABSENT = "absent"
    """The registry was asked and has no such page."""
    FAILED = "failed"
    """The registry was asked and no answer could be had."""
    OTHER_LANGUAGE = "held in another language"
    """Only the act's other languages tell of it."""
    WATCHED = "known only from the watch list"
    """No registry's list names it; it may bear another label there."""


@dataclass(frozen=True)
class MissingEdition:
    """An edition that is not held; `reason` is what was said when it was asked for or refused."""

    label: EditionLabel
    why: WhyMissing
    reason: str = ""


@dataclass(frozen=True)
class Completeness:
    """The editions of an act in one language.

    `listed` are those that registries' own lists name (None: no list of that language is held, so
    how many there are is not known), `held` those held under any label, `in_part` those of them of
    which only a part is held.
    """

    language: Language
    listed: tuple[EditionLabel, ...] | None
    held: tuple[EditionLabel, ...]
    in_part: tuple[tuple[EditionLabel, Holding], ...]
    missing: tuple[MissingEdition, ...]

    @property
    def is_whole(self) -> bool:
        """Whether a list is held and every edition that is known is held as a whole."""
        return self.listed is not None and not self.missing and not self.in_part


_BY_ROBOTS = "robots.txt"
_WHY: Mapping[RequestOutcome, WhyMissing] = {
    RequestOutcome.REFUSED: WhyMissing.REFUSED,
    RequestOutcome.MISSING: WhyMissing.ABSENT,
    RequestOutcome.FAILED: WhyMissing.FAILED,
}


def completeness(session: Session, ngr: str) -> tuple[Completeness, ...]:
    """How complete an act is, in each language in which an edition is held or listed."""
    known = known_editions(session, ngr)
    return _completeness(known, _Evidence.of(session, ngr))


def _completeness(known: KnownEditions, evidence: _Evidence) -> tuple[Completeness, ...]:
    named = {one.language for one in known.listed} | {one for one, _ in known.quarantined}
    return tuple(
        _of_language(known, language, evidence)
        for language in Language
        if language in known.languages or language in named
    )


@dataclass(frozen=True)
class _Evidence:
    """What was said of editions that were asked for, by language and label."""

    refused: Mapping[tuple[str, str], str]
    asked: Mapping[tuple[str, str], tuple[RequestOutcome, str]]
    holdings: Mapping[int, Holding]

    @classmethod
    def of(cls, session: Session, ngr: str) -> _Evidence:
        refused = session.execute(
            select(QUARANTINE.c.language, QUARANTINE.c.label, QUARANTINE.c.objections)
            .where(QUARANTINE.c.ngr == ngr, QUARANTINE.c.released_at.is_(None))
            .order_by(QUARANTINE.c.id)
        )
        request = RUN_REQUESTS.c
        asked = session.execute(
            select(request.language, request.label, request.outcome, request.reason)
            .where(request.ngr == ngr, request.label.is_not(None))
            .order_by(request.id)
        )
        table = EDITIONS.c
        held = session.execute(
            select(table.id, table.holding, table.holding_keys).where(
                table.ngr == ngr, table.superseded_at.is_(None)
            )
        )
        return cls(
            {(row.language, row.label): _objections(row.objections) for row in refused},
            {
                (row.language, row.label): (RequestOutcome(row.outcome), row.reason or "")
                for row in asked
            },
            {row.id: Holding(HoldingKind(row.holding), tuple(row.holding_keys)) for row in held},
        )


def _objections(objections: Iterable[Mapping[str, str]]) -> str:
    return "; ".join(f"{one['gate']}: {one['message']}" for one in objections)


def _of_language(known: KnownEditions, language: Language, evidence: _Evidence) -> Completeness:
    held = {one.label: one for one in known.of(language)}
    lists = [one for one in known.listed if one.language is language and one.origin != WATCH_LIST]
    listed = {one.label for one in lists}
    watched = {
        one.label for one in known.listed if one.language is language and one.origin == WATCH_LIST
    }
    quarantined = {label for one, label in known.quarantined if one is language}
    elsewhere = {one.label for one in known.held if one.label.first_day is not None}
    missing = (listed | watched | quarantined | elsewhere) - held.keys()
    parts = [(label, evidence.holdings[one.id]) for label, one in held.items()]
    return Completeness(
        language,
        tuple(sorted(listed, key=label_order)) if lists else None,
        tuple(sorted(held, key=label_order)),
        tuple(
            (label, holding)
            for label, holding in sorted(parts, key=lambda part: label_order(part[0]))
            if holding.kind is not HoldingKind.WHOLE
        ),
        tuple(
            _missing(language, label, evidence, listed, watched)
            for label in sorted(missing, key=label_order)
        ),
    )


def _missing(
    language: Language,
    label: EditionLabel,
    evidence: _Evidence,
    listed: set[EditionLabel],
    watched: set[EditionLabel],
) -> MissingEdition:
    name = (str(language), str(label))
    if name in evidence.refused:
        return MissingEdition(label, WhyMissing.REFUSED, evidence.refused[name])
    outcome, reason = evidence.asked.get(name, (None, ""))
    if outcome is not None and (why := _WHY.get(outcome)):
        why = WhyMissing.FORBIDDEN if _BY_ROBOTS in reason else why
        return MissingEdition(label, why, reason)
    if label in listed:
        return MissingEdition(label, WhyMissing.NOT_ASKED)
    return MissingEdition(
        label, WhyMissing.WATCHED if label in watched else WhyMissing.OTHER_LANGUAGE
    )

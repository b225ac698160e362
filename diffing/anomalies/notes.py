"""What does not add up in the notes: what could not be read, days that contradict, circles."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from corpus.amendments import AmendingAct, Amendment, Role, Verb
from corpus.law import Edition
from corpus.notes.remarks import Remark
from diffing.anomalies.catalogue import Anomaly, AnomalyKind, named_act
from diffing.explained_changes import NotedEdition
from diffing.explaining import CHANGING, Noted, NotedAt, is_new


def notes_not_read(edition: Edition, remarks: Iterable[Remark]) -> Iterator[Anomaly]:
    """What of an edition's notes could not be read, each remark once."""
    for remark in dict.fromkeys(remarks):
        yield Anomaly(
            AnomalyKind.NOTE_NOT_READ,
            edition.ngr,
            f"a note at {remark.at or 'the act'}: {remark.kind}",
            edition.language,
            edition.label,
            key=remark.at,
            quote=remark.words,
            values={"remark": remark.kind},
        )


def editions_before_their_acts(
    newer: NotedEdition, older: NotedEdition | None
) -> Iterator[Anomaly]:
    """That an edition is labelled by a day before the adoption of an act that it has already.

    The registry's cause of the edition tells it, and notes that are new in it.
    """
    edition = newer.edition
    last = edition.label.last_day
    if last is None:
        return
    before = [Noted(one, NotedAt.ACT) for one in older.amendments] if older else []
    acts = [newer.cause] if newer.cause else []
    acts += [
        one.act for one in newer.amendments if _changes(one) and (not older or is_new(one, before))
    ]
    told: list[AmendingAct] = []
    for act in acts:
        if act.adopted is None or act.adopted <= last or any(map(act.is_same_act, told)):
            continue
        told.append(act)
        yield Anomaly(
            AnomalyKind.EDITION_BEFORE_ACT,
            edition.ngr,
            f"edition {edition.label} has what {named_act(act.adopted, act.number)} changed, which "
            "was adopted later",
            edition.language,
            edition.label,
            told="edition-before-amending-act",
            values={"act": act},
        )


def in_force_before_adoption(noted: NotedEdition) -> Iterator[Anomaly]:
    """Notes by which an amendment is in force before its act was adopted: backwards, or a slip."""
    for one in noted.amendments:
        starts, adopted = one.clause.on, one.act.adopted
        if one.role is Role.AMENDS and starts and adopted and starts < adopted:
            yield Anomaly(
                AnomalyKind.IN_FORCE_BEFORE_ADOPTION,
                noted.edition.ngr,
                f"{one.target.block_key or 'the act'}: in force from {starts}, by "
                f"{named_act(adopted, one.act.number)}",
                noted.edition.language,
                noted.edition.label,
                key=one.target.block_key,
                quote=one.quote,
                values={"day": starts, "act": one.act},
            )


@dataclass(frozen=True)
class Amended:
    """An act held, and the acts by which its notes say it was amended."""

    act: AmendingAct
    ngr: str
    by: Sequence[AmendingAct]


def amended_by_older_acts(amended: Amended) -> Iterator[Anomaly]:
    """Acts that by a note amended one which was adopted after them: a slip in a day."""
    if amended.act.adopted is None:
        return
    for act in _distinct(amended.by):
        if act.adopted is not None and act.adopted < amended.act.adopted:
            yield Anomaly(
                AnomalyKind.AMENDED_BY_OLDER_ACT,
                amended.ngr,
                f"adopted on {amended.act.adopted}, and by its notes amended by "
                f"{named_act(act.adopted, act.number)}",
                values={"day": amended.act.adopted, "act": act},
            )


def amendment_cycles(acts: Sequence[Amended]) -> Iterator[Anomaly]:
    """Circles: by their notes each act amended the next one, and the last one the first.

    An act can amend only what was adopted before it, so one of the days is wrong. A circle is told
    once, at its act of the smallest number.
    """
    edges = {
        one.ngr: sorted(
            other.ngr
            for other in acts
            if other is not one and any(other.act.is_same_act(act) for act in one.by)
        )
        for one in acts
    }
    days: Mapping[str, date | None] = {one.ngr: one.act.adopted for one in acts}
    for circle in _circles(edges):
        names = [f"{ngr} ({days[ngr] or 'day unknown'})" for ngr in (*circle, circle[0])]
        yield Anomaly(
            AnomalyKind.AMENDMENT_CYCLE,
            circle[0],
            "by their notes amended each other in a circle: " + ", by ".join(names),
            values={"acts": (*circle, circle[0])},
        )


def _circles(edges: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, ...]]:
    """For every act the shortest way back to itself over acts with greater numbers, if any."""
    for start in sorted(edges):
        way = _way_back(start, edges)
        if way is not None:
            yield way


def _way_back(start: str, edges: Mapping[str, Sequence[str]]) -> tuple[str, ...] | None:
    ways: deque[tuple[str, ...]] = deque([(start,)])
    seen = {start}
    while ways:
        way = ways.popleft()
        for to in edges.get(way[-1], ()):
            if to == start:
                return way
            if to > start and to not in seen:
                seen.add(to)
                ways.append((*way, to))
    return None


def _changes(amendment: Amendment) -> bool:
    """Whether it changed words: that an act was repealed stands on its last text, whenever."""
    if amendment.target.key is None and amendment.verb is Verb.REPEALED:
        return False
    return amendment.role is Role.AMENDS and amendment.verb in CHANGING


def _distinct(acts: Iterable[AmendingAct]) -> list[AmendingAct]:
    kept: list[AmendingAct] = []
    for act in acts:
        if not any(act.is_same_act(other) for other in kept):
            kept.append(act)
    return kept

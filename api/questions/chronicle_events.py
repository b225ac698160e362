"""The events of the chronicle: acts that ruled, what changed the election of akims, repeals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy.orm import Session

from corpus.amendments import Role, without_convocation
from corpus.keys import SEPARATOR, key_order
from corpus.law import Language
from corpus.phases import Regimes
from corpus.store import reads
from corpus.store.amendments.records import AmendmentRecord
from corpus.watched import Watchlist
from diffing.chronicle import ActLife, Event, EventKind

_MOST = 20_000
_AMENDING = "amending act"


@dataclass
class _Changed:
    """What one amending act did to the provisions that ruled a phase."""

    day: date
    number: str | None
    ngr: str | None
    keys: set[str] = field(default_factory=set)
    coming: set[date] = field(default_factory=set)


def events_of(
    session: Session,
    regimes: Regimes,
    watchlist: Watchlist,
    lives: Sequence[ActLife],
    today: date,
) -> tuple[Event, ...]:
    """All events in time order.

    An amendment is told by the notes that stand at the provisions of a phase, and of the acts with
    which a phase began also where no note is held.
    """
    found = [
        *_of_acts(lives),
        *_of_amendments(_changes(session, regimes, watchlist, today)),
    ]
    return tuple(sorted(found, key=lambda one: (one.day, one.kind, one.number or "")))


def _of_acts(lives: Sequence[ActLife]) -> Iterator[Event]:
    for act in lives:
        told = Event(
            act.adopted,
            EventKind.ADOPTED,
            act.number,
            act.ngr,
            title=act.title,
            title_language=act.title_language,
        )
        yield told
        if act.end is not None:
            yield replace(told, day=act.end, kind=EventKind.REPEALED)


def _of_amendments(changes: Sequence[_Changed]) -> Iterator[Event]:
    for one in changes:
        keys = tuple(sorted(one.keys, key=key_order))
        yield Event(one.day, EventKind.AMENDED, one.number, one.ngr, keys)
        for day in sorted(one.coming):
            yield Event(day, EventKind.COMING, one.number, one.ngr, keys)


def _changes(
    session: Session, regimes: Regimes, watchlist: Watchlist, today: date
) -> list[_Changed]:
    own = _own_keys(regimes)
    found: dict[tuple[date, str], _Changed] = {}

    def changed(day: date, number: str | None, ngr: str | None) -> _Changed:
        bare = without_convocation(number) if number else ""
        one = found.setdefault((day, bare), _Changed(day, number, ngr))
        if number and len(number) > len(one.number or ""):
            one.number = number  # with its convocation
        one.ngr = one.ngr or ngr
        return one

    held = {act.ngr: act.languages for act in reads.acts(session)}
    for ngr, keys in own.items():
        inside = _inside(session, ngr, keys) if ngr in held else set()
        for language in held.get(ngr, ()):
            for record in _records(session, ngr, language):
                act, target = record.amendment.act, record.amendment.target.key
                if act.adopted is None or target is None or target not in inside:
                    continue
                one = changed(act.adopted, act.number, ngr)
                one.keys.add(target)
                if record.entry.on is not None and record.entry.on > today:
                    one.coming.add(record.entry.on)
    starts = {phase.adopted for phase in regimes.phases if phase.adopted}
    for watched in watchlist.acts:
        day = watched.adopted.first_day if watched.adopted else None
        if watched.status == _AMENDING and day in starts and day is not None:
            changed(day, watched.number, _amended(watchlist, own, day, watched.number))
    return list(found.values())


def _amended(
    watchlist: Watchlist, own: Mapping[str, set[str]], day: date, number: str | None
) -> str | None:
    """Which of the acts that ruled a phase the watch list says was amended by an act."""
    for ngr in own:
        for one in watchlist.act(ngr).amendments:
            if one.adopted.first_day == day and number and one.number == number:
                return ngr
    return None


def _own_keys(regimes: Regimes) -> Mapping[str, set[str]]:
    """By act the articles and divisions that were a phase's own rules."""
    keys: dict[str, set[str]] = {}
    for phase in regimes.phases:
        for one in phase.provisions:
            keys.setdefault(one.ngr, set()).update(one.keys)
    return keys


def _inside(session: Session, ngr: str, keys: set[str]) -> set[str]:
    """The same with the articles inside: as any edition that is held has them."""
    found = set(keys)
    for summary in reads.editions(session, ngr):
        for article in reads.edition(session, summary.id).articles:
            around = {article.key, *article.divisions}
            under = any(article.key.startswith(key + SEPARATOR) for key in keys)
            if under or around & keys:
                found.add(article.key)
    return found


def _records(session: Session, ngr: str, language: Language) -> Iterator[AmendmentRecord]:
    records, _ = reads.newest_adopted(session, ngr, language, limit=_MOST)
    for record in records:
        if record.amendment.role is Role.AMENDS:
            yield record

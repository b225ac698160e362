"""What does not add up in the acts held: in one, in all, or so many at a time."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from api.questions.act_anomalies import label_anomalies, text_anomalies
from corpus.amendments import AmendingAct
from corpus.keys import key_order
from corpus.law import Language
from corpus.store import reads
from corpus.store.amendments.stated import amending_acts_of_days
from corpus.store.known import label_order
from corpus.store.records import ActSummary
from corpus.watched import Watchlist
from diffing.anomalies import notes
from diffing.anomalies.catalogue import Anomaly, AnomalyKind, Severity

LABEL_KINDS = frozenset(
    {
        AnomalyKind.EDITION_AFTER_REPEAL,
        AnomalyKind.HELD_NOT_LISTED,
        AnomalyKind.LISTED_NOT_HELD,
        AnomalyKind.ONE_LANGUAGE_ONLY,
        AnomalyKind.EDITION_IN_FUTURE,
    }
)
"""What labels alone tell."""
_EDITIONS_A_PAGE = 40
"""Of the acts on a page together, unless one alone has more: about a second's work."""
_SEVERITIES = list(Severity)
_KINDS = list(AnomalyKind)


def anomalies(
    session: Session,
    watchlist: Watchlist,
    today: date,
    *,
    ngr: str | None = None,
    kinds: Collection[AnomalyKind] = (),
    language: Language | None = None,
) -> list[Anomaly]:
    """What does not add up in the acts held, or in one; the most serious first.

    With kinds, only those; with a language, what is about it. Circles are looked for among all
    acts held. Raises UnknownAct.
    """
    wanted = [reads.act(session, ngr)] if ngr else reads.acts(session)
    found = list(_of_acts(session, wanted, watchlist, today, kinds))
    if not _ask_labels_only(kinds):
        found += [one for one in _circles(session) if ngr is None or ngr in one.words.split()]
    return _in_order(found, kinds, language)


@dataclass(frozen=True)
class ActsOnPage:
    """The acts that a page tells of; `last` is the last of them, if more follow."""

    acts: tuple[ActSummary, ...]
    last: str | None = None


def acts_on_page(
    session: Session, after: str | None = None, kinds: Collection[AnomalyKind] = ()
) -> ActsOnPage:
    """The acts held in the order of their numbers, so many that what is found is soon told.

    `after` is the `last` of the page before. Where labels tell all that is asked for, there is one
    page.
    """
    acts = sorted(reads.acts(session), key=lambda act: act.ngr)
    acts = [act for act in acts if after is None or act.ngr > after]
    wanted: list[ActSummary] = []
    editions = 0
    for act in acts:
        editions += act.editions
        if wanted and editions > _EDITIONS_A_PAGE and not _ask_labels_only(kinds):
            return ActsOnPage(tuple(wanted), wanted[-1].ngr)
        wanted.append(act)
    return ActsOnPage(tuple(wanted))


def anomalies_on_page(
    session: Session,
    watchlist: Watchlist,
    today: date,
    page: ActsOnPage,
    kinds: Collection[AnomalyKind] = (),
    language: Language | None = None,
) -> list[Anomaly]:
    """What does not add up in the acts of a page, the most serious first.

    A circle is told with its act of the smallest number.
    """
    found = list(_of_acts(session, page.acts, watchlist, today, kinds))
    if not _ask_labels_only(kinds):
        told = {act.ngr for act in page.acts}
        found += [one for one in _circles(session) if one.ngr in told]
    return _in_order(found, kinds, language)


def _ask_labels_only(kinds: Collection[AnomalyKind]) -> bool:
    return bool(kinds) and LABEL_KINDS.issuperset(kinds)


def _of_acts(
    session: Session,
    acts: Sequence[ActSummary],
    watchlist: Watchlist,
    today: date,
    kinds: Collection[AnomalyKind],
) -> Iterator[Anomaly]:
    for act in acts:
        yield from label_anomalies(session, act, today)
        if not _ask_labels_only(kinds):  # else no text need be read
            yield from text_anomalies(session, act, watchlist)


def _circles(session: Session) -> Iterator[Anomaly]:
    """The circles of acts held, by the amendments that stand."""
    held = [act for act in reads.acts(session) if act.editions and act.adopted]
    by = amending_acts_of_days(session, {act.adopted for act in held if act.adopted})
    return notes.amendment_cycles(
        [
            notes.Amended(AmendingAct(act.adopted, act.number), act.ngr, by.get(act.ngr, ()))
            for act in held
        ]
    )


def _in_order(
    found: Sequence[Anomaly], kinds: Collection[AnomalyKind], language: Language | None
) -> list[Anomaly]:
    return sorted(
        (
            one
            for one in found
            if (not kinds or one.kind in kinds) and language in (None, one.language)
        ),
        key=_order,
    )


def _order(one: Anomaly) -> tuple[object, ...]:
    return (
        _SEVERITIES.index(one.severity),
        _KINDS.index(one.kind),
        one.ngr,
        one.language or "",
        label_order(one.label) if one.label else (date.min, date.min),
        key_order(one.key) if one.key else (),
        one.words,
    )

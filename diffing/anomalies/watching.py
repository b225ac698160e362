"""Amendments that the watch list knows and no note mentions, and the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.amendments import AmendingAct, Role, Verb
from corpus.law import HoldingKind
from corpus.watched import Amendment as WatchedAmendment
from corpus.watched import WatchedAct
from diffing.anomalies.catalogue import Anomaly, AnomalyKind, named_act
from diffing.explained_changes import NotedEdition


def watched_not_noted(watched: WatchedAct, noted: Sequence[NotedEdition]) -> Iterator[Anomaly]:
    """The watch list's amendments that no note names, although a whole later edition is held.

    A rewording of an article drops the notes of what it replaced: such an act may be none that is
    missed. One of which only the year is known is not looked for.
    """
    whole = [one for one in noted if one.edition.holding.kind is HoldingKind.WHOLE]
    for amendment in watched.amendments:
        day = amendment.adopted.first_day
        if day is None or day != amendment.adopted.last_day or amendment.number is None:
            continue
        later = [
            one
            for one in whole
            if one.amendments
            and one.edition.label.first_day is not None
            and one.edition.label.first_day >= day
        ]
        own = AmendingAct(day, amendment.number)
        acts = [one.act for edition in noted for one in edition.amendments]
        if later and not any(own.is_same_act(act) for act in acts):
            yield Anomaly(
                AnomalyKind.WATCHED_NOT_NOTED,
                watched.ngr or "",
                f"the watch list names {named_act(day, amendment.number)}, and no note of the "
                f"editions held does, though edition {later[0].edition.label} is later",
                values={"act": own, "later": later[0].edition.label},
            )


def labels_before_their_acts(watched: WatchedAct) -> Iterator[Anomaly]:
    """The labels that by the watch list an act gave an edition before it was adopted."""
    for amendment in watched.amendments:
        for one in amendment.labels:
            adopted = amendment.adopted.first_day
            if adopted is not None and one.last_day is not None and one.last_day < adopted:
                yield Anomaly(
                    AnomalyKind.EDITION_BEFORE_ACT,
                    watched.ngr or "",
                    f"by the watch list edition {one} was made by "
                    f"{named_act(adopted, amendment.number)}, which was adopted later",
                    label=one,
                    told="label-before-amending-act",
                    values={"act": AmendingAct(adopted, amendment.number)},
                )


def noted_not_watched(watched: WatchedAct, noted: Sequence[NotedEdition]) -> Iterator[Anomaly]:
    """The amending acts that notes name and the watch list has not, in one finding."""
    known = [_as_act(one) for one in watched.amendments]
    missed: list[AmendingAct] = []
    for edition in noted:
        for one in edition.amendments:
            act = one.act
            if one.role is not Role.AMENDS or act.adopted is None or act.number is None:
                continue
            if one.target.key is None and one.verb is Verb.REPEALED:
                continue  # the act's own repeal, which the list has as its day
            if not any(act.is_same_act(other) for other in (*known, *missed)):
                missed.append(act)
    if missed:
        ordered = sorted(missed, key=lambda act: str(act.adopted))
        names = "; ".join(named_act(act.adopted, act.number) for act in ordered)
        yield Anomaly(
            AnomalyKind.NOTED_NOT_WATCHED,
            watched.ngr or "",
            f"the watch list lacks {len(ordered)} of the acts that notes name: {names}",
            values={"acts": tuple(ordered)},
        )


def _as_act(amendment: WatchedAmendment) -> AmendingAct:
    exact = amendment.adopted.first_day == amendment.adopted.last_day
    return AmendingAct(amendment.adopted.first_day if exact else None, amendment.number)

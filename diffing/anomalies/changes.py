"""Changes that no note explains, and notes that no change shows."""

from __future__ import annotations

from collections.abc import Iterator

from diffing.anomalies.catalogue import Anomaly, AnomalyKind, named_act
from diffing.explained_changes import ExplainedStep, NotedEdition


def unexplained_changes(step: ExplainedStep, newer: NotedEdition) -> Iterator[Anomaly]:
    """The articles whose words differ and of which nothing says by which act.

    Where neither edition's notes name any act, as in copies without notes, nothing is asked of
    them.
    """
    for change in step.changes:
        if change.explanations:
            continue
        article = change.article
        yield Anomaly(
            AnomalyKind.UNEXPLAINED_CHANGE,
            newer.edition.ngr,
            f"{article.printed_heading or article.key}: {change.kind} between editions "
            f"{step.older} and {step.newer}, and no note or cause says by which act",
            newer.edition.language,
            step.newer,
            step.older,
            article.key,
            values={"change": change.kind},
        )


def notes_without_change(step: ExplainedStep, newer: NotedEdition) -> Iterator[Anomaly]:
    """The amendments that are new in the notes and that no words of their place show."""
    for amendment in step.unshown:
        act = amendment.act
        place = amendment.target.block_key
        yield Anomaly(
            AnomalyKind.NOTE_WITHOUT_CHANGE,
            newer.edition.ngr,
            f"{place}: {amendment.verb} by {named_act(act.adopted, act.number)}, as edition "
            f"{step.newer} notes; its words are those of edition {step.older}",
            newer.edition.language,
            step.newer,
            step.older,
            place,
            amendment.quote,
            values={"verb": amendment.verb, "act": act},
        )

"""What changed, edition by edition: for readers who look at the law and not at a feed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from api.questions.explained import ExplainingAct
from api.questions.following.feed_pages import Followed
from api.questions.following.told_changes import ToldChange, tell_changes
from corpus.store import reads
from corpus.store.changes.steps import EditionStep, changes_of_steps, edition_steps
from corpus.store.records import EditionSummary
from diffing.followed_points import touches_points

TOLD_OF_A_STEP = 30
"""Changes of one step that are told one by one; the comparison has them all."""


@dataclass(frozen=True)
class ToldStep:
    """From one edition to the next: the changes told, how many there are, and the acts behind."""

    older: EditionSummary
    newer: EditionSummary
    told: tuple[ToldChange, ...]
    total: int
    acts: tuple[ExplainingAct, ...]

    @property
    def untold(self) -> int:
        """How many changes are not told one by one."""
        return self.total - len(self.told)


@dataclass(frozen=True)
class StepsPage:
    """A page of steps, the latest edition first; `more` says whether older ones follow."""

    steps: tuple[ToldStep, ...]
    more: bool


def steps_page(
    session: Session,
    followed: Followed,
    since: date | None,
    until: date | None,
    limit: int,
    offset: int = 0,
) -> StepsPage:
    """The steps that have changes of what is followed; days are those of the editions' labels.

    Only changes that still hold. Where points of an article are followed alone, a step in which
    none of them changed is left out, so a page may have fewer steps than it could.
    """
    which = replace(followed.selection, withdrawn=False)
    found = edition_steps(session, which, since=since, until=until, limit=limit + 1, offset=offset)
    steps, more = found[:limit], len(found) > limit
    records = {
        step: [one for one in own if touches_points(followed.points, one)]
        for step, own in changes_of_steps(session, steps, which).items()
    }
    wanted = [one for own in records.values() for one in own[:TOLD_OF_A_STEP]]
    told = {one.record.id: one for one in tell_changes(session, wanted)}
    editions = reads.editions_by_id(
        session, {number for step in steps for number in (step.older_id, step.newer_id)}
    )
    return StepsPage(
        tuple(
            _told_step(step, [told[one.id] for one in own[:TOLD_OF_A_STEP]], len(own), editions)
            for step, own in records.items()
            if own
        ),
        more,
    )


def _told_step(
    step: EditionStep,
    told: Sequence[ToldChange],
    total: int,
    editions: dict[int, EditionSummary],
) -> ToldStep:
    acts = {one.amendment.act: one for change in told for one in change.acts}
    return ToldStep(
        editions[step.older_id], editions[step.newer_id], tuple(told), total, tuple(acts.values())
    )

"""What a reader of an edition must be told before reading it: that it is old, future or repealed.

One reading for the pages of an act and of its articles. Labels are the registry's names, so all of
it goes by labels and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from api.questions.citations.repeal import Repeal
from corpus.amendments import AmendingAct
from corpus.law import ActStatus, EditionLabel
from corpus.store.completeness import Completeness, MissingEdition, WhyMissing
from corpus.store.quarantine import QuarantineRecord
from corpus.store.records import ActSummary, EditionSummary


@dataclass(frozen=True)
class EditionNotices:
    """What stands above the text of an edition; what is empty or False is not said.

    `current` is the newest edition held whose label has come, where that is another one;
    `not_held` are known editions after the one shown that have come and are not held: with them it
    is not known what applies now. `upcoming` are held editions whose labels have not come yet.
    `refused` are pages of the registry that were not believed: of this label, or of a later one.
    """

    undated: bool = False
    future: date | None = None
    """The first day of the edition's label, where that has not come."""
    current: EditionLabel | None = None
    not_held: tuple[MissingEdition, ...] = ()
    upcoming: tuple[EditionLabel, ...] = ()
    repealed: bool = False
    repealed_on: date | None = None
    """The day of the act's repeal, by the watch list."""
    repealed_by: AmendingAct | None = None
    """The act that repealed it, where the notes name one."""
    refused: tuple[EditionLabel, ...] = ()
    sample: bool = False

    @property
    def historical(self) -> bool:
        """Whether a later edition is known to have come."""
        return self.current is not None or bool(self.not_held)


def edition_notices(
    act: ActSummary,
    shown: EditionSummary,
    held: Sequence[EditionSummary],
    complete: Completeness | None,
    quarantined: Iterable[QuarantineRecord],
    today: date,
    repeal: Repeal | None = None,
) -> EditionNotices:
    """What is told above an edition.

    `held` are the editions held in its language, `complete` how complete they are, `quarantined`
    the act's pages that were not believed, `repeal` what is known of its repeal by today.
    """
    label = shown.label
    of_others = [one.label for one in held if label.surely_before(one.label)]
    come = [one for one in of_others if _has_come(one, today)]
    missing = complete.missing if complete else ()
    refused = {
        one.label
        for one in quarantined
        if one.language is shown.language
        and one.label is not None
        and (one.label == label or label.surely_before(one.label))
    }
    refused |= {
        one.label
        for one in missing
        if one.why is WhyMissing.REFUSED and label.surely_before(one.label)
    }
    return EditionNotices(
        undated=label.first_day is None,
        future=label.first_day if label.first_day and label.first_day > today else None,
        current=max(come, key=_order, default=None),
        not_held=tuple(
            one
            for one in missing
            if label.surely_before(one.label)
            and _has_come(one.label, today)
            and all(not one.label.surely_before(other) for other in come)
        ),
        upcoming=tuple(sorted((one for one in of_others if not _has_come(one, today)), key=_order)),
        repealed=shown.status is ActStatus.REPEALED or repeal is not None,
        repealed_on=act.repealed_on,
        repealed_by=repeal.by if repeal else None,
        refused=tuple(sorted(refused, key=_order)),
        sample=shown.sample,
    )


def _has_come(label: EditionLabel, today: date) -> bool:
    return label.first_day is not None and label.first_day <= today


def _order(label: EditionLabel) -> date:
    return label.last_day or date.min

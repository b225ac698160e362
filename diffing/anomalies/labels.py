"""What does not add up in the labels of an act's editions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from corpus.law import ActStatus, EditionLabel, Language, Precision
from diffing.anomalies.catalogue import Anomaly, AnomalyKind


@dataclass(frozen=True)
class Labels:
    """The editions of an act by their labels, as far as they are known.

    `held` are those held by language, each with the status its registry gives the act there;
    `listed` those that a registry's own list names, by language, with who names them.
    """

    ngr: str
    held: Mapping[Language, Mapping[EditionLabel, ActStatus]]
    listed: Mapping[Language, Mapping[EditionLabel, str]] = field(default_factory=dict)
    adopted: date | None = None
    repealed_on: date | None = None


def editions_after_repeal(labels: Labels) -> Iterator[Anomaly]:
    """Editions that are labelled by a day after the act's repeal and do not say it is repealed."""
    if labels.repealed_on is None:
        return
    for language, label, status in _held(labels):
        late = label.first_day is not None and label.first_day > labels.repealed_on
        if late and status is not ActStatus.REPEALED:
            yield Anomaly(
                AnomalyKind.EDITION_AFTER_REPEAL,
                labels.ngr,
                f"edition {label} is of a day after the act's repeal on {labels.repealed_on}",
                language,
                label,
                values={"day": labels.repealed_on},
            )


def editions_before_the_act(labels: Labels) -> Iterator[Anomaly]:
    """Editions that are labelled by a day before the act itself was adopted."""
    for language, label, _ in _held(labels):
        if labels.adopted and label.last_day is not None and label.last_day < labels.adopted:
            yield Anomaly(
                AnomalyKind.EDITION_BEFORE_ACT,
                labels.ngr,
                f"edition {label} is of a day before the act's adoption on {labels.adopted}",
                language,
                label,
                values={"day": labels.adopted},
            )


def held_not_listed(labels: Labels) -> Iterator[Anomaly]:
    """Editions held in a language of which a registry's list is held and does not name them.

    A year's label is named by any day of that year. An undated copy and one made from the act's
    own current page carry no label of a list.
    """
    for language, label, _ in _held(labels):
        listed = labels.listed.get(language, {})
        if listed and label.first_day is not None and not _named(label, listed):
            who = ", ".join(sorted(set(listed.values())))
            yield Anomaly(
                AnomalyKind.HELD_NOT_LISTED,
                labels.ngr,
                f"edition {label} is held, and the list of {who} does not name it",
                language,
                label,
                values={"registry": who},
            )


def listed_not_held(labels: Labels) -> Iterator[Anomaly]:
    """Editions that a registry's list names and that are not held."""
    for language, listed in labels.listed.items():
        held = labels.held.get(language, {})
        for label, who in listed.items():
            if label not in held:
                yield Anomaly(
                    AnomalyKind.LISTED_NOT_HELD,
                    labels.ngr,
                    f"the list of {who} names edition {label}, which is not held",
                    language,
                    label,
                    values={"registry": who},
                )


def in_one_language_only(labels: Labels) -> Iterator[Anomaly]:
    """Editions held in Russian or Kazakh only, of an act that is held in both."""
    pair = (Language.RU, Language.KK)
    if not all(labels.held.get(language) for language in pair):
        return
    for language, other in (pair, pair[::-1]):
        for label in labels.held[language]:
            if label.first_day is not None and label not in labels.held[other]:
                yield Anomaly(
                    AnomalyKind.ONE_LANGUAGE_ONLY,
                    labels.ngr,
                    f"edition {label} is held in {language} and not in {other}",
                    language,
                    label,
                    values={"other": other},
                )


def editions_in_future(labels: Labels, today: date) -> Iterator[Anomaly]:
    """Editions that are labelled by a day to come: their text does not apply yet."""
    for language, label, _ in _held(labels):
        if label.first_day is not None and label.first_day > today:
            yield Anomaly(
                AnomalyKind.EDITION_IN_FUTURE,
                labels.ngr,
                f"edition {label} is of a day after today, {today}",
                language,
                label,
                values={"day": today},
            )


def _held(labels: Labels) -> Iterator[tuple[Language, EditionLabel, ActStatus]]:
    for language, held in labels.held.items():
        for label, status in held.items():
            yield language, label, status


def _named(label: EditionLabel, listed: Collection[EditionLabel]) -> bool:
    if label.precision is not Precision.YEAR:
        return label in listed
    first, last = label.first_day, label.last_day
    return any(
        one.first_day is not None
        and first is not None
        and last is not None
        and first <= one.first_day <= last
        for one in listed
    )

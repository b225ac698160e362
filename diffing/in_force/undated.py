"""What undated copies tell: their notes may name what no dated edition has."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date

from corpus.amendments import Amendment, EntryIntoForce
from diffing.explaining import is_new, speaking_of
from diffing.in_force.stages import StagedVersions, Version
from diffing.in_force.starts import Start


def told_by_undated(
    key: str,
    staged: tuple[StagedVersions, ...],
    newest: Version,
    undated: Iterable[Amendment],
    entries: Callable[[Amendment], EntryIntoForce],
) -> tuple[StagedVersions, ...]:
    """The stages; the last one with what undated copies' notes name of the article beyond it.

    `newest` is the newest dated version. What it does not note and was adopted, or is in force,
    only after its label has changed the article in a way that no dated edition shows.
    """
    last_day = newest.label.last_day
    divisions = newest.article.divisions if newest.article else ()
    own = speaking_of(newest.amendments, key, divisions)
    beyond = tuple(
        Start(noted.amendment, entries(noted.amendment))
        for noted in speaking_of(undated, key, divisions)
        if is_new(noted.amendment, own) and _is_later(noted.amendment, entries, last_day)
    )
    if not beyond:
        return staged
    stage = replace(staged[-1].stage, undated=beyond)
    return (*staged[:-1], replace(staged[-1], stage=stage))


def _is_later(
    amendment: Amendment, entries: Callable[[Amendment], EntryIntoForce], label: date | None
) -> bool:
    days = (amendment.act.adopted, entries(amendment).on)
    return label is None or any(day is not None and day > label for day in days)

"""What the picture of the chronicle says itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from corpus.law import EditionLabel
from diffing.chronicle.chronicle import ActLife, Beginning, Ending, Event, EventKind


@dataclass(frozen=True)
class ChronicleCaptions:
    """The picture's own words in one language; `{}` is filled in.

    `span` has `begin` and `end`, `some_day` a `year`; `act` tells an act's name under its title,
    `event` an event.
    """

    title: str
    phases: str
    acts: str
    events: str
    today: str
    held: str
    not_held: str
    edition: str
    missing: str
    no_text: str
    beginnings: Mapping[Beginning, str]
    endings: Mapping[Ending, str]
    span: str
    some_day: str
    undated: str
    sample: str
    note: str
    kinds: Mapping[EventKind, str]
    day: Callable[[date], str]
    label: Callable[[EditionLabel], str]
    act: Callable[[ActLife], str]
    event: Callable[[Event], str]
    told: Callable[[Event], str]

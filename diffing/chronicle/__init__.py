"""The chronicle of the regimes: acts, phases, editions and events along one line of time."""

from diffing.chronicle.captions import ChronicleCaptions
from diffing.chronicle.chronicle import (
    ActLife,
    Beginning,
    Chronicle,
    EditionMark,
    Ending,
    Event,
    EventKind,
    PhaseSpan,
    Stretch,
)
from diffing.chronicle.picture import Addresses, ChronicleDrawn, draw_chronicle, standalone

__all__ = [
    "ActLife",
    "Addresses",
    "Beginning",
    "Chronicle",
    "ChronicleCaptions",
    "ChronicleDrawn",
    "EditionMark",
    "Ending",
    "Event",
    "EventKind",
    "PhaseSpan",
    "Stretch",
    "draw_chronicle",
    "standalone",
]

"""The chronicle as its page shows it: the picture, whose marks lead somewhere, and its tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from markupsafe import Markup

from api.rendering.page import Reader
from api.words.chronicle import chronicle_captions, named_keys
from corpus.bundled import own_regimes
from diffing.chronicle import (
    ActLife,
    Addresses,
    Chronicle,
    ChronicleCaptions,
    ChronicleDrawn,
    EditionMark,
    Event,
    EventKind,
    PhaseSpan,
    Stretch,
    draw_chronicle,
)
from diffing.chronicle.legend import signs
from diffing.chronicle.look import hatching


@dataclass(frozen=True)
class ChronicleShown:
    """The drawing with its size, its signs, and what the tables say of each mark."""

    chronicle: Chronicle
    captions: ChronicleCaptions
    reader: Reader
    wide: tuple[Markup, float, float]
    narrow: tuple[Markup, float, float]
    signs: tuple[tuple[Markup, str], ...]
    patterns: Markup

    @classmethod
    def of(cls, chronicle: Chronicle, reader: Reader) -> Self:
        """The chronicle for a reader."""
        captions = chronicle_captions(reader.interface)
        to = _addresses(chronicle, reader)
        wide = draw_chronicle(chronicle, captions, name="c", addresses=to)
        narrow = draw_chronicle(chronicle, captions, name="k", addresses=to, beside=False)
        legend = tuple((Markup(sign), words) for sign, words in signs(captions, "s"))  # noqa: S704
        patterns = Markup(hatching("s"))  # noqa: S704
        return cls(chronicle, captions, reader, _markup(wide), _markup(narrow), legend, patterns)

    def act_address(self, act: ActLife) -> str | None:
        """The page of an act; None for one that is not known here by its number."""
        return _act(self.reader, act)

    def event_address(self, event: Event) -> str | None:
        """Where an event is told."""
        return _event(self.reader, event)

    def edition_address(self, act: ActLife, edition: EditionMark | Stretch) -> str | None:
        """An edition in its act; of one that is not held the act."""
        return _edition(self.reader, act, edition)

    def phase_address(self, phase: PhaseSpan) -> str | None:
        """A phase in the matrix."""
        return _phase(self.reader, phase, self.readable)

    @property
    def readable(self) -> frozenset[str]:
        """The keys of the phases that have a text."""
        return _readable()

    def keys(self, event: Event) -> str:
        """The provisions that an event changed, in words."""
        return named_keys(self.reader.interface, event.keys)


def _markup(drawn: ChronicleDrawn) -> tuple[Markup, float, float]:
    # Everything in it was escaped as it was drawn.
    return Markup(drawn.body), drawn.width, drawn.height  # noqa: S704


def _addresses(chronicle: Chronicle, reader: Reader) -> Addresses:
    readable = _readable()
    return Addresses(
        phase=lambda phase: _phase(reader, phase, readable) or "#phases",
        act=lambda act: _act(reader, act) or f"#act-{_number(chronicle, act)}",
        edition=lambda act, one: _edition(reader, act, one),
        event=lambda event: _event(reader, event) or f"#event-{chronicle.events.index(event)}",
    )


def _number(chronicle: Chronicle, act: ActLife) -> int:
    return chronicle.acts.index(act)


def _readable() -> frozenset[str]:
    return frozenset(phase.key for phase in own_regimes().phases if phase.on)


def _phase(reader: Reader, phase: PhaseSpan, readable: frozenset[str]) -> str | None:
    if phase.key not in readable:
        return None
    return f"{reader.links('regimes', phase=phase.key)}#matrix"


def _act(reader: Reader, act: ActLife) -> str | None:
    return reader.links("acts", act.ngr) if act.ngr else None


def _edition(reader: Reader, act: ActLife, one: EditionMark | Stretch) -> str | None:
    if act.ngr is None:
        return None
    if one.language is None:
        return reader.links("acts", act.ngr)
    return reader.links("acts", act.ngr, lang=one.language, edition=one.label)


def _event(reader: Reader, event: Event) -> str | None:
    if event.ngr is None:
        return None
    if event.keys:
        year = event.day.year if event.kind is EventKind.AMENDED else None
        return reader.links("acts", event.ngr, "amendments", year=year)
    return reader.links("acts", event.ngr)

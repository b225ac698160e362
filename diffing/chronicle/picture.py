"""The chronicle as a picture: events above, phases as bands, acts as bars, time at true scale."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from diffing.chronicle.act_rows import ROW, ActRows
from diffing.chronicle.captions import ChronicleCaptions
from diffing.chronicle.chronicle import ActLife, Chronicle, EditionMark, Event, PhaseSpan, Stretch
from diffing.chronicle.event_row import event_row, room_for
from diffing.chronicle.frame import MARGIN, SIZE, Frame, today_line, years
from diffing.chronicle.legend import legend
from diffing.chronicle.look import PAGE, coloured, hatching
from diffing.chronicle.phase_row import HEIGHT, phase_row
from diffing.drawing.svg import document, element, label, wrapped

_TOP, _BETWEEN, _FOOT = 6.0, 26.0, 40.0


@dataclass(frozen=True)
class Addresses:
    """Where marks lead; without them nothing is a link."""

    phase: Callable[[PhaseSpan], str] | None = None
    act: Callable[[ActLife], str | None] = field(default=lambda _act: None)
    edition: Callable[[ActLife, EditionMark | Stretch], str | None] = field(
        default=lambda _act, _edition: None
    )
    event: Callable[[Event], str | None] = field(default=lambda _event: None)


@dataclass(frozen=True)
class ChronicleDrawn:
    """What is drawn, and its size."""

    body: str
    width: float
    height: float


def draw_chronicle(
    chronicle: Chronicle,
    captions: ChronicleCaptions,
    *,
    name: str,
    addresses: Addresses | None = None,
    beside: bool = True,
) -> ChronicleDrawn:
    """The drawing's content and size; `name` tells its patterns from those of another drawing.

    `beside`: acts are named in a column at the left; else over their bars, for a narrow screen.
    """
    to = addresses or Addresses()
    frame = Frame.of(chronicle, name, beside=beside)
    base = _TOP + room_for(chronicle.events, captions)
    events = event_row(chronicle.events, frame, base, captions, to.event)
    phases_top = base + _BETWEEN
    phases, acts_top = phase_row(chronicle, frame, phases_top, captions, to.phase)
    acts_top += 8
    bottom = acts_top + ROW * len(chronicle.acts)
    rows = ActRows(frame, captions, to.act, to.edition)
    parts = [
        hatching(name),
        *years(frame, base, bottom),
        *(_names(captions, base, phases_top) if beside else ()),
        *(rows.draw(act, acts_top + ROW * at) for at, act in enumerate(chronicle.acts)),
        *phases,
        today_line(frame, chronicle.today, captions.today, base, bottom),
        *events,
    ]
    return ChronicleDrawn("".join(parts), frame.width, bottom + _FOOT)


def standalone(chronicle: Chronicle, captions: ChronicleCaptions) -> str:
    """An SVG document of its own: title, drawing, legend, a note on how to read it."""
    drawn = draw_chronicle(chronicle, captions, name="nc")
    over = [captions.title, *([captions.sample] if chronicle.sample else [])]
    top = 14.0 + 20.0 * len(over)
    key, foot = legend(captions, top + drawn.height + 12, drawn.width)
    notes = wrapped(captions.note, drawn.width - 2 * MARGIN, SIZE - 1, 4)
    height = foot + 16.0 * len(notes) + 10
    return document(
        captions.title,
        drawn.width,
        height,
        element("rect", width=drawn.width, height=height, fill=PAGE),
        *(
            label(
                MARGIN,
                22 + 20.0 * row,
                line,
                font_size=16 if not row else 12,
                font_weight=600,
                **coloured("ink"),
            )
            for row, line in enumerate(over)
        ),
        element("g", drawn.body, transform=f"translate(0,{top:.1f})"),
        *key,
        *(
            label(MARGIN, foot + 16.0 * row, line, font_size=SIZE - 1, **coloured("faint"))
            for row, line in enumerate(notes)
        ),
    )


def _names(captions: ChronicleCaptions, base: float, phases_top: float) -> Iterator[str]:
    for words, y in (
        (captions.events, base + 4),
        (captions.phases, phases_top + HEIGHT / 2 + 4),
    ):
        yield label(MARGIN, y, words, font_size=SIZE, font_weight=600, **coloured("ink"))

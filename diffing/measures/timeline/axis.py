"""The axis: editions by their labels, years, and the words that each edition brought and took."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from corpus.law import Precision
from diffing.drawing.scale import apart
from diffing.drawing.svg import element, label, text_width, tooltip
from diffing.measures.measure import ActMeasures, EditionMeasures
from diffing.measures.order import days
from diffing.measures.timeline.captions import Captions
from diffing.measures.timeline.frame import Frame
from diffing.measures.timeline.look import coloured, known_not_held

_SIZE = 10.0
_TILT = -55
_BETWEEN_LABELS = 14.0
_LABELS_HEIGHT = 62.0
_LEADERS_HEIGHT = 22.0
_FLOW_HEIGHT = 26.0

HEIGHT = _LABELS_HEIGHT + _LEADERS_HEIGHT + 2 * _FLOW_HEIGHT + 14


def axis(measures: ActMeasures, frame: Frame, top: float, bottom: float, captions: Captions) -> str:
    """Everything about time, from a height down; the editions' lines go on through the rows."""
    base = top + _LABELS_HEIGHT + _LEADERS_HEIGHT
    parts = [
        *_years(frame, base, bottom),
        *_edition_lines(measures.placed, frame, base, bottom),
        *_edition_labels(measures.placed, frame, base),
        *_missing(measures, frame, base, captions),
        *_repeal(frame, base, bottom, captions),
        *_flow(measures.placed, frame, base + 8, captions),
    ]
    return element("g", *parts)


def _years(frame: Frame, base: float, bottom: float) -> Iterator[str]:
    for day in frame.scale.years():
        x = frame.scale.x(day)
        yield element("path", d=f"M{x:.1f},{base:.1f}V{bottom + 4:.1f}", **coloured("line"))
        if x + text_width("0000", _SIZE) / 2 <= frame.right + 40:
            yield label(
                x,
                bottom + 16,
                str(day.year),
                font_size=_SIZE,
                text_anchor="middle",
                **coloured("faint"),
            )
    yield element("path", d=f"M{frame.left:.1f},{base:.1f}H{frame.right:.1f}", **coloured("held"))


def _edition_lines(
    editions: Sequence[EditionMeasures], frame: Frame, base: float, bottom: float
) -> Iterator[str]:
    for edition in editions:
        begin, end = (frame.scale.x(day) for day in days(edition.edition.label))
        yield element(
            "path",
            d=f"M{end:.1f},{base:.1f}V{bottom:.1f}",
            stroke_dasharray="1 3",
            **coloured("held"),
        )
        if edition.edition.label.precision is Precision.YEAR:
            bracket = f"M{begin:.1f},{base - 4:.1f}V{base:.1f}H{end:.1f}V{base - 4:.1f}"
            yield element("path", d=bracket, fill="none", stroke_width=2, **coloured("held"))


def _edition_labels(
    editions: Sequence[EditionMeasures], frame: Frame, base: float
) -> Iterator[str]:
    """Tilted labels with a line from each to its day; of too many every other one, or fewer."""
    room = int((frame.right - frame.left) / _BETWEEN_LABELS) + 1
    every = -(-len(editions) // room)
    named = list(editions)[::-1][::every][::-1]
    wanted = [frame.scale.x(days(one.edition.label)[1]) for one in named]
    foot = base - _LEADERS_HEIGHT
    for edition, x, at in zip(
        named, wanted, apart(wanted, _BETWEEN_LABELS, frame.left, frame.right), strict=True
    ):
        leader = f"M{at:.1f},{foot:.1f}V{foot + 6:.1f}L{x:.1f},{base - 5:.1f}V{base:.1f}"
        yield element("path", d=leader, fill="none", **coloured("held"))
        yield label(
            0,
            0,
            str(edition.edition.label),
            font_size=_SIZE,
            transform=f"translate({at + 3:.1f},{foot - 3:.1f}) rotate({_TILT})",
            **coloured("ink"),
        )


def _missing(measures: ActMeasures, frame: Frame, base: float, captions: Captions) -> Iterator[str]:
    named: dict[str, tuple[float, str]] = {}
    for one, who in measures.timeline.named:
        if one.first_day is not None and one not in measures.timeline.held:
            named.setdefault(str(one), (frame.scale.x(days(one)[0]), who))
    for name, (x, who) in named.items():
        yield element(
            "g",
            tooltip(f"{name}: {captions.missing} ({who})"),
            known_not_held(x, base),
        )


def _repeal(frame: Frame, base: float, bottom: float, captions: Captions) -> Iterator[str]:
    if frame.repealed_on is None:
        return
    x = frame.scale.x(frame.repealed_on)
    yield element(
        "g",
        tooltip(f"{captions.repeal}: {frame.repealed_on}"),
        element(
            "path", d=f"M{x:.1f},{base:.1f}V{bottom:.1f}", stroke_width=1.6, **coloured("gone")
        ),
    )
    yield label(
        x,
        bottom + 28,
        f"{captions.repeal} {frame.repealed_on}",
        font_size=_SIZE,
        text_anchor="end" if x > (frame.left + frame.right) / 2 else "start",
        **coloured("warn"),
    )


def _flow(
    editions: Sequence[EditionMeasures], frame: Frame, top: float, captions: Captions
) -> Iterator[str]:
    """For each edition a bar up for the words that came and a bar down for those that went."""
    flows = [
        (
            one,
            sum(step.words.came for step in one.steps),
            sum(step.words.went for step in one.steps),
        )
        for one in editions
        if one.steps
    ]
    most = max((max(came, went) for _, came, went in flows), default=0)
    if not most:
        return
    zero = top + _FLOW_HEIGHT
    for y, text in ((zero - 8, captions.words_in), (zero + 15, captions.words_out)):
        yield label(
            frame.left - 8, y, text, font_size=_SIZE, text_anchor="end", **coloured("faint")
        )
    yield label(frame.right + 6, zero + 3, f"±{most}", font_size=_SIZE, **coloured("faint"))
    for edition, came, went in flows:
        x = frame.scale.x(days(edition.edition.label)[1]) - 2
        up, down = _FLOW_HEIGHT * came / most, _FLOW_HEIGHT * went / most
        yield element(
            "g",
            tooltip(f"{edition.edition.label}: +{came} −{went}"),
            element("rect", x=x, y=zero - up, width=4, height=up, **coloured("shade-4")),
            element("rect", x=x, y=zero, width=4, height=down, **coloured("shade-2")),
        )
    yield element("path", d=f"M{frame.left:.1f},{zero:.1f}H{frame.right:.1f}", **coloured("line"))

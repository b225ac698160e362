"""Which bar lies in which lane, so that no two of a lane overlap."""

from __future__ import annotations

from collections.abc import Sequence


def lanes(spans: Sequence[tuple[float, float]], between: float) -> list[int]:
    """The lane of each span, which are in the order of their beginnings: the first with room."""
    ends: list[float] = []
    found = []
    for begin, end in spans:
        lane = next((at for at, last in enumerate(ends) if last + between <= begin), len(ends))
        if lane == len(ends):
            ends.append(end)
        else:
            ends[lane] = end
        found.append(lane)
    return found

"""When something appeared in an article and when it went, from what each edition says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Stand:
    """A stretch of editions in which something stands, by their places in the order of time.

    `after` is the nearest edition before it that surely lacks it; None: no earlier one tells, it
    was there already in the oldest text held. `went` is the first one after that lacks it; None: it
    still stands in the newest that tells. `silent` are those inside the stretch that do not tell.
    """

    first: int
    last: int
    after: int | None = None
    went: int | None = None
    silent: tuple[int, ...] = ()


def stands(says: Sequence[bool | None]) -> tuple[Stand, ...]:
    """The stretches in which it stands; None: that edition does not tell."""
    found: list[Stand] = []
    without: int | None = None
    run: list[int] = []

    def close(went: int | None) -> None:
        if run:
            silent = tuple(at for at in range(run[0], run[-1]) if says[at] is None)
            found.append(Stand(run[0], run[-1], without, went, silent))
            run.clear()

    for place, said in enumerate(says):
        if said:
            run.append(place)
        elif said is False:
            close(place)
            without = place
    close(None)
    return tuple(found)

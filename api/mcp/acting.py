"""The acts behind a change, in a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from api.questions.explained import ExplainingAct


def acts_told(acts: Iterable[ExplainingAct]) -> Iterator[str]:
    """`№ 157-VII of 2022-11-05, in force from 2023-01-01`: as far as each is known."""
    for one in acts:
        act = one.amendment.act
        name = f"№ {act.number}" if act.number else one.title or "an act without a number"
        day = f" of {act.adopted}" if act.adopted else ""
        start = f", in force from {one.entry.on}" if one.entry.on else ""
        yield f"{name}{day}{f' ({act.ngr})' if act.ngr else ''}{start}"

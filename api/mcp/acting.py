"""The acts behind a change, in a line each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from api.questions.explained import ExplainingAct

_BY_REGISTRY = "named by the registry alone"


def acts_told(acts: Iterable[ExplainingAct]) -> Iterator[str]:
    """`№ 157-VII of 2022-11-05, in force from 2023-01-01: amended, added`: as far as is known.

    An act that did several things is told once, with all of them.
    """
    done: dict[str, list[str]] = {}
    for one in acts:
        did = _BY_REGISTRY if one.by_registry_alone else str(one.amendment.verb)
        done.setdefault(_named(one), []).append(did)
    for named, verbs in done.items():
        yield f"{named}: {', '.join(dict.fromkeys(verbs))}"


def _named(one: ExplainingAct) -> str:
    act = one.amendment.act
    name = f"№ {act.number}" if act.number else one.title or "an act without a number"
    day = f" of {act.adopted}" if act.adopted else ""
    start = f", in force from {one.entry.on}" if one.entry.on else ""
    return f"{name}{day}{f' ({act.ngr})' if act.ngr else ''}{start}"

"""How complete the holdings of an act are, in lines for a person."""

from __future__ import annotations

from collections.abc import Iterable

from cli import printing
from corpus.store.completeness import Completeness, WhyMissing
from corpus.store.texts import holding_in_words

_NAMED = 6
"""How many editions a line names."""


def held_of_known(found: Completeness) -> str:
    """`ru 4/6`: held, of those that are held or known to be missing; `+`: there may be others."""
    known = len(found.held) + len(found.missing)
    return f"{found.language} {len(found.held)}/{known}{'' if found.listed is not None else '+'}"


def show_completeness(found: Iterable[Completeness]) -> None:
    """Say for each language what is listed, held, held in part, and missing and why."""
    for one in found:
        listed = "no list of the registry's is held"
        if one.listed is not None:
            listed = f"{len(one.listed)} listed by the registry"
        printing.remark(f"{one.language}: {listed}, {len(one.held)} held")
        if one.in_part:
            parts = [f"{label} ({holding_in_words(holding)})" for label, holding in one.in_part]
            printing.remark(f"  held in part: {_some(parts)}")
        for why in WhyMissing:
            missing = [
                f"{each.label}: {each.reason}" if each.reason else str(each.label)
                for each in one.missing
                if each.why is why
            ]
            if missing:
                printing.remark(f"  missing, {why}: {_some(missing)}")


def _some(names: list[str]) -> str:
    more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
    return ", ".join(names[:_NAMED]) + more

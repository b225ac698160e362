"""How complete the holdings of an act are and what answers for today, in lines for a person."""

from __future__ import annotations

from collections.abc import Iterable

from api.questions.editions_today import EditionToday, WhyNone
from cli import printing
from corpus.store.completeness import Completeness, WhyMissing
from corpus.store.day_errors import ActRepealed
from corpus.store.texts import holding_in_words

_NAMED = 6
"""How many editions a line names."""


def held_of_known(found: Completeness) -> str:
    """`ru 4/6`: held, of those that are held or known to be missing; `+`: there may be others."""
    known = len(found.held) + len(found.missing)
    return f"{found.language} {len(found.held)}/{known}{'' if found.listed is not None else '+'}"


def answering_today(told: EditionToday) -> str:
    """`ru 2025-01-01`: the edition that answers for today; else that none does, and why."""
    if told.edition:
        gone = f"; {told.repeal}" if told.repeal else ""
        return f"{told.language} {told.edition}{gone}"
    newest = f"; newest held {told.newest}" if told.newest and told.newest.first_day else ""
    return f"{told.language} none: {_why_none(told)}{newest}"


def to_come(told: EditionToday) -> str | None:
    """`ru 2027-01-01`: the editions held whose labels are later than today; None without any."""
    labels = ", ".join(map(str, told.to_come))
    return f"{told.language} {labels}" if labels else None


def _why_none(told: EditionToday) -> str:
    if told.repeal is not None and told.repeal.on is None:
        return str(told.repeal)
    match told.error, told.why:
        case ActRepealed(repealed_on=day), _:
            return f"repealed {day}"
        case _, WhyNone.NOT_HELD:
            return f"{told.hindered_by} is not held"
        case _, WhyNone.ONLY_A_YEAR:
            return f"only the year of {told.hindered_by} is known"
        case _, WhyNone.UNDATED:
            return "what is held is undated"
    return "what is held is to come"


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

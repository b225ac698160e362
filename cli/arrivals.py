"""How words came, in a line: from which edition, after which gap, by which act."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rich.text import Text

from api.models.origins import CandidateActOut, OriginOut
from api.models.stretches import Appeared
from cli.printing import OUT

_MOST_NAMED = 6


def came(origin: OriginOut | Appeared, missing: Iterable[str], unordered: Collection[str]) -> str:
    """How words came, in one line; `missing` are the editions to name as those in between."""
    if origin.how == "original":
        return "the act was adopted with it"
    if origin.how == "oldest":
        said = "in the oldest text held, there at the latest since then"
        return said + gap("known before it", missing, unordered)
    said = f"came after {origin.after}"
    if origin.article_came:
        said += ", with the article itself"
    if origin.moved_from:
        said += f"; until then the article was {origin.moved_from}"
    return said + gap("may have come earlier", missing, unordered)


def gap(
    said: str,
    labels: Iterable[str],
    unordered: Collection[str],
    why_aside: str = ", order unknown",
) -> str:
    """What follows from editions without the article: no text, or no known place in the order."""
    named = tuple(labels)
    absent = tuple(label for label in named if label not in unordered)
    aside = tuple(label for label in named if label in unordered)
    told = f"; {said}, this article not held in full: {_named(absent)}" if absent else ""
    return told + (f"; {said}{why_aside}: {_named(aside)}" if aside else "")


def show_origin_acts(origin: OriginOut | Appeared, indent: str) -> None:
    """The amending acts; where none is known what the article's notes name, as no answer."""
    if origin.how == "original":
        return
    show_acts(origin.amending_acts, indent)
    for act in origin.noted_acts:
        OUT.print(
            Text(f"{indent}its note names {_act(act)}: which words that act changed is not known")
        )


def show_acts(acts: tuple[CandidateActOut, ...], indent: str) -> None:
    """The acts that may have made a change, a line each, or that none is known."""
    if len(acts) != 1:
        several = "by one or several of these acts:" if acts else "amending act unknown"
        OUT.print(Text(f"{indent}{several}"))
    for act in acts:
        OUT.print(Text(f"{indent}{'  ' if acts[1:] else 'by '}{_act(act)}"))


def _act(act: CandidateActOut) -> str:
    day = f"{act.date:%d.%m.%Y}" if act.date else "day unknown"
    number = f" № {act.number}" if act.number else ""
    force = f", in force from {act.in_force_from:%d.%m.%Y}" if act.in_force_from else ""
    title = f" «{act.title}»" if act.title else ""
    where = f"note at the {act.noted_at}: " if act.noted_at else ""
    how = f" ({where}{'; '.join(act.rules)})" if act.rules else ""
    return f"{day}{number}{title}{force}{how}"


def _named(labels: tuple[str, ...]) -> str:
    """A few labels; of many the last ones, with how many there are."""
    if len(labels) <= _MOST_NAMED:
        return ", ".join(labels)
    return f"{len(labels)} editions, the last of them {', '.join(labels[-_MOST_NAMED:])}"

"""What a search says beside its results, as English sentences for programs and assistants."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from api.models.found_citations import AbsentOut, CitedOut
from api.models.search import NotHeldThen

_MOST_NAMED = 20


def about_citation(cited: CitedOut) -> Iterator[str]:
    """What of a citation was not found, or was no law on the day asked for, and what is near."""
    for absent in cited.absent:
        yield _absent(absent)
    for place in cited.not_there:
        yield place.why
        if place.nearest_places:
            yield f"Nearest places: {', '.join(place.nearest_places)}."
    if cited.missing and not cited.not_there:
        yield cited.unseen.why if cited.unseen else f"Not found of the citation: {cited.missing}."
        if cited.nearest:
            near = ", ".join(f"{one.act.ngr} {one.key}".strip() for one in cited.nearest)
            yield f"Nearest: {near}."


def _absent(absent: AbsentOut) -> str:
    """That a cited provision had no text in force on a day, as far as is known, and why."""
    named = f"{absent.ngr} {absent.key}"
    if absent.repeal and absent.repeal.on:
        told = [f"{named} was not in force on {absent.on}.", absent.repeal.words]
    elif absent.certain:
        told = [f"{named} did not exist on {absent.on}."]
    else:
        told = [f"Of {named} no text is held that surely was in force on {absent.on}."]
        told += [absent.repeal.words] if absent.repeal else []
    if absent.last_edition:
        told.append(f"Its last text: edition {absent.last_edition} ({absent.last_lang}).")
    if absent.until:
        told.append(f"Its wording before was in force until {absent.until}.")
    if absent.from_:
        told.append(f"Its next wording is in force from {absent.from_}.")
    return " ".join(told)


def about_unheld(unheld: Sequence[NotHeldThen], day: date) -> str | None:
    """Of which acts the text of a day is not held, for which results may be missing, if of any."""
    if not unheld:
        return None
    acts: dict[str, list[str]] = {}
    for one in unheld:
        nearest = f", nearest editions {' and '.join(one.nearest)}" if one.nearest else ""
        acts.setdefault(one.ngr, []).append(f"{one.lang}{nearest}")
    named = [f"{ngr} ({'; '.join(told)})" for ngr, told in acts.items()]
    more = f" and {len(named) - _MOST_NAMED} more" if len(named) > _MOST_NAMED else ""
    return (
        f"Results may be missing: the text of {day} is not held of "
        f"{', '.join(named[:_MOST_NAMED])}{more}."
    )

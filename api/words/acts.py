"""An act and its entry into force in the words of a language."""

from __future__ import annotations

from datetime import date

from api.words.interface import Interface
from corpus.amendments import EntryIntoForce, Ground
from corpus.law import EditionLabel, Precision


def act_words(words: Interface, adopted: date | None, number: str | None) -> str:
    """An act by its day and number, as far as they are known; "" where neither is."""
    if adopted and number:
        return words("feed.act_of", day=words.day(adopted), number=number)
    if adopted:
        return words("feed.act_day", day=words.day(adopted))
    return words("feed.act_number", number=number) if number else ""


def entry_words(words: Interface, entry: EntryIntoForce, published: date | None) -> str:
    """From when something is in force and how that is known."""
    told = [words("feed.published", day=words.day(published))] if published else []
    return ", ".join([*told, _in_force(words, entry)])


def _in_force(words: Interface, entry: EntryIntoForce) -> str:
    if entry.on is None:
        return words("feed.in_force_unknown")
    day = words.day(entry.on)
    if entry.ground is Ground.COMPUTED and entry.published:
        published = words.day(entry.published)
        return words("feed.in_force_computed", day=day, published=published)
    if entry.ground is Ground.INFERRED:
        label = words.label(entry.label or EditionLabel(Precision.UNDATED))
        return words("feed.in_force_inferred", day=day, label=label)
    if entry.ground is Ground.WATCHED:
        return words("feed.in_force_watched", day=day)
    return words("feed.in_force_stated", day=day)

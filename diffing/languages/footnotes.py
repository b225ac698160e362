"""Which acts the footnotes of both languages name, in whatever form, and where they differ."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from corpus.law import Edition, Footnote, Language
from corpus.notes import NamedAct, named_acts


@dataclass(frozen=True)
class DifferingNote:
    """An act that only one language's footnotes name, or that they name otherwise."""

    russian: NamedAct | None
    kazakh: NamedAct | None


Acts = dict[str, NamedAct]


def acts_named(notes: Iterable[Footnote], language: Language) -> Acts:
    """The acts that footnotes name by date and number, in order, by their identity.

    «от 6 мая 1999 г. N 375», «06.05.1999 № 375-I» and «1999.05.06. N 375» are the same act.
    """
    found: Acts = {}
    for note in notes:
        for act in named_acts(note, language):
            if act.date and act.number:
                found.setdefault(act.identity, act)
    return found


def names_acts(edition: Edition) -> bool:
    """Whether an edition's footnotes name any act: some conversions leave all footnotes out."""
    return any(acts_named([note], edition.language) for _, note in edition.footnotes())


def differing_notes(
    russian: Edition, kazakh: Edition, keys: Collection[str]
) -> Mapping[str, list[DifferingNote]]:
    """Where the footnotes name other acts, by the key of the place; "" is the act as a whole.

    Only at the places with these `keys` (articles, divisions), and at the act. The same note may
    stand at an article in one language and at its chapter, or the whole act, in the other.
    """
    sides = _by_place(russian, keys), _by_place(kazakh, keys)
    around = {key: ("", *_around(russian, kazakh, key)) for key in (*sides[0], *sides[1])}
    for key, acts in sides[0].items():
        for identity in acts.keys() & sides[1].get(key, {}).keys():
            del acts[identity], sides[1][key][identity]
    for one, other in (sides, sides[::-1]):
        for key, acts in one.items():
            for place in around[key]:
                for identity in acts.keys() & other.get(place, {}).keys():
                    del acts[identity], other[place][identity]
    found: dict[str, list[DifferingNote]] = {}
    for key in around:
        if pairs := _paired(sides[0].get(key, {}), sides[1].get(key, {})):
            found[key] = pairs
    return found


def _by_place(edition: Edition, keys: Collection[str]) -> dict[str, Acts]:
    notes: dict[str, list[Footnote]] = {}
    for key, note in edition.footnotes():
        if key is None or key in keys:
            notes.setdefault(key or "", []).append(note)
    return {key: acts_named(own, edition.language) for key, own in notes.items()}


def _around(russian: Edition, kazakh: Edition, key: str) -> tuple[str, ...]:
    article = russian.by_key.get(key) or kazakh.by_key.get(key)
    return article.divisions if article else ()


def _paired(russian: Acts, kazakh: Acts) -> list[DifferingNote]:
    """What is left, an act of one date or of one number beside its like."""
    left, right = list(russian.values()), list(kazakh.values())
    found = []
    for one in left:
        other = next((o for o in right if o.date == one.date or o.number == one.number), None)
        if other:
            right.remove(other)
        found.append(DifferingNote(one, other))
    return [*found, *(DifferingNote(None, other) for other in right)]

"""What provisions and the acts behind them are called in the page of a comparison."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from api.questions.compared.item import Item, Place
from api.questions.explained import ExplainingAct
from api.words.naming import place_name, printed_or_place
from corpus.amendments import AmendingAct, Amendment, EntryIntoForce
from corpus.citations.formal import place_in_words
from corpus.law import ArticleKind, Language


@dataclass(frozen=True)
class Named:
    """A provision by name, with the address at which it is read."""

    name: str
    address: str | None
    ngr: str


@dataclass(frozen=True)
class ActTold:
    """An amending act that may have made a change, with all that its notes say it did."""

    act: ExplainingAct
    all_done: tuple[Amendment, ...]


def place_title(place: Place, language: Language, is_heading: bool = False) -> str:
    """A provision's name: its heading as printed, else its place in words; a point's after it."""
    if is_heading:
        return place.heading
    kind = ArticleKind.ARTICLE if place.article_key.startswith("art_") else ArticleKind.POINT
    name = printed_or_place(kind, place.article_key, place.heading, language)
    if not place.inside:
        return name
    return f"{name.rstrip(' .')}, {_inside(place, language)}"


def short_name(place: Place, language: Language) -> str:
    """A provision's numbers without titles: «Статья 113-3, пункт 1»."""
    return ", ".join(
        filter(None, (place_name(place.article_key, language), _inside(place, language)))
    )


def _inside(place: Place, language: Language) -> str:
    return place_in_words(place.inside, language) if place.inside else ""


def acts_of(item: Item) -> tuple[ActTold, ...]:
    """The acts behind an item, the oldest first, each once for each of its starts."""
    found: dict[tuple[AmendingAct, EntryIntoForce, bool], list[ExplainingAct]] = {}
    for one in item.acts:
        same = (one.amendment.act, one.entry, one.by_registry_alone)
        found.setdefault(same, []).append(one)
    told = [ActTold(ones[0], _different(ones)) for ones in found.values()]
    return tuple(sorted(told, key=lambda one: one.act.amendment.act.adopted or date.max))


def _different(acts: Sequence[ExplainingAct]) -> tuple[Amendment, ...]:
    """What was done, each verb once: one note may be repeated at several places."""
    return tuple(
        {(one.amendment.verb, one.amendment.until): one.amendment for one in acts}.values()
    )

"""The Russian and the Kazakh text of one edition side by side: where the languages disagree.

Only what both copies hold is compared: what one of them lacks because it ends earlier, or holds
another chapter, is no disagreement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.keys import key_order
from corpus.law import Article, Edition, Language
from diffing.compare import NotComparable
from diffing.holding import all_hold
from diffing.languages.agreement import alone, contradictions, matched
from diffing.languages.articles import ComparedArticle, compare_articles, in_heading, says_something
from diffing.languages.disagreements import Disagreement, DisagreementKind, Side
from diffing.languages.footnotes import differing_notes, names_acts


@dataclass(frozen=True)
class Bilingual:
    """Where the two languages of an edition disagree, in the act's order."""

    disagreements: tuple[Disagreement, ...]
    compared: tuple[str, ...]
    """The keys of the articles whose place both copies hold."""
    agreed: int
    """How many numbers are the same in both."""
    not_comparable: tuple[str, ...]
    """The keys of articles whose place only one copy surely holds."""
    footnotes_compared: bool
    """False where only one copy has footnotes that name acts: the other's were left out."""


@dataclass(frozen=True)
class _Place:
    """The place of an article in the act, and what each language has there."""

    key: str
    russian: Article | None
    kazakh: Article | None

    @property
    def told(self) -> Article:
        """The article as one of the languages has it, Russian if it does."""
        article = self.russian or self.kazakh
        if article is None:
            raise ValueError(f"no language has {self.key}")
        return article


def compare_languages(russian: Edition, kazakh: Edition) -> Bilingual:
    """Where the Russian and the Kazakh text of an act disagree; raises `NotComparable`."""
    _refuse_what_cannot_be_compared(russian, kazakh)
    places = list(_aligned(russian, kazakh))
    held = [place for place in places if _both_hold(russian, kazakh, place)]
    divisions = {one.key for one in russian.divisions} & {one.key for one in kazakh.divisions}
    notes_compared = names_acts(russian) is names_acts(kazakh)
    keys = {*(place.key for place in held), *divisions}
    notes = differing_notes(russian, kazakh, keys) if notes_compared else {}

    def of_notes(key: str, heading: str) -> Iterator[Disagreement]:
        for note in notes.get(key, ()):
            yield Disagreement.of_note(key, heading, note)

    found = list(of_notes("", ""))
    for division in russian.divisions:
        found += of_notes(division.key, division.printed_heading)
    found += _headings(russian, kazakh)
    ratio = _ratio(russian, kazakh)
    agreed = 0
    for place in held:
        if _has_words(place.russian) and _has_words(place.kazakh):
            inside = _compare(place, ratio)
            found += inside.disagreements
            agreed += inside.agreed
        else:
            found += _only_one(place)
        found += of_notes(place.key, place.told.printed_heading)
    not_held = {place.key for place in places} - {place.key for place in held}
    return Bilingual(
        tuple(found),
        tuple(place.key for place in held),
        agreed,
        tuple(sorted(not_held, key=key_order)),
        notes_compared,
    )


def _refuse_what_cannot_be_compared(russian: Edition, kazakh: Edition) -> None:
    if russian.ngr != kazakh.ngr:
        raise NotComparable(
            f"{russian.ngr} and {kazakh.ngr} are different acts: give two languages of one act"
        )
    if (russian.language, kazakh.language) != (Language.RU, Language.KK):
        raise NotComparable(
            f"give a Russian and a Kazakh edition of {russian.ngr}, "
            f"not {russian.language} and {kazakh.language}"
        )


def _aligned(russian: Edition, kazakh: Edition) -> Iterator[_Place]:
    """All articles by key, in the act's order: one that only Kazakh has after its neighbour."""
    order = list(russian.by_key)
    before = None
    for key in kazakh.by_key:
        if key not in russian.by_key:
            order.insert(order.index(before) + 1 if before else 0, key)
        before = key
    for key in order:
        yield _Place(key, russian.by_key.get(key), kazakh.by_key.get(key))


def _both_hold(russian: Edition, kazakh: Edition, place: _Place) -> bool:
    teller = russian if place.russian else kazakh
    return all_hold(teller, place.key, (russian, kazakh))


def _has_words(article: Article | None) -> bool:
    return article is not None and says_something(article.blocks)


def _compare(place: _Place, ratio: float) -> ComparedArticle:
    if place.russian is None or place.kazakh is None:
        return ComparedArticle((), 0)
    return compare_articles(place.russian, place.kazakh, ratio)


def _only_one(place: _Place) -> Iterator[Disagreement]:
    """An article that only one language has, or has a wording of."""
    sides = [
        Side.quoting(article.text()) if article and _has_words(article) else None
        for article in (place.russian, place.kazakh)
    ]
    if any(sides):
        heading = place.told.printed_heading
        yield Disagreement(DisagreementKind.ARTICLE, place.key, heading, *sides)


def _headings(russian: Edition, kazakh: Edition) -> Iterator[Disagreement]:
    """Numbers in the headings of divisions that both languages have."""
    others = {division.key: division for division in kazakh.divisions}
    for division in russian.divisions:
        if other := others.get(division.key):
            rest = matched(
                in_heading(division.heading, Language.RU), in_heading(other.heading, Language.KK)
            )
            differing, rest = contradictions(rest)
            for one in (*differing, *alone(rest)):
                yield Disagreement.of_number(division.key, division.printed_heading, one)


def _ratio(russian: Edition, kazakh: Edition) -> float:
    """How many letters of Kazakh one letter of Russian becomes, in what both hold."""
    both = russian.by_key.keys() & kazakh.by_key.keys()
    one, other = (
        sum(len(edition.by_key[key].wording) for key in both) for edition in (russian, kazakh)
    )
    return other / one if one and other else 1.0

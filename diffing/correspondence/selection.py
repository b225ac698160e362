"""What of an edition takes part in a comparison."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.keys import SEPARATOR, KeyOrder, covers, key_order
from corpus.law import Article, Edition
from corpus.provisions import named
from diffing.classify import has_wording
from diffing.correspondence.provision import Provision, provisions


@dataclass(frozen=True)
class Selection:
    """Provisions of one edition, named by keys; without keys the whole edition.

    `general` ones belong to the general part of a law that rules much else: they may correspond to
    something, but where they do not they are neither new nor dropped. `later` is the newest edition
    of the act that is held: its notes tell what was excluded after this one.
    """

    edition: Edition
    keys: tuple[str, ...] = ()
    general: bool = False
    later: Edition | None = None


@dataclass(frozen=True)
class Chosen:
    """An article of a selection, or the one provision of it that was named."""

    selection: Selection
    article: Article
    key: str

    @property
    def identity(self) -> tuple[str, str]:
        """What it is called in every edition."""
        return self.selection.edition.ngr, self.key

    @property
    def is_whole(self) -> bool:
        """Whether the whole article was named."""
        return self.key == self.article.key

    def provisions(self) -> Iterator[Provision]:
        """Its units; of a point that was named only that one."""
        for one in provisions(self.selection.edition, self.article):
            if self.is_whole or one.key == self.key:
                yield one


def chosen(selections: Sequence[Selection]) -> tuple[list[Chosen], list[str]]:
    """The articles and points that selections name, in the acts' order; and the keys of empty ones.

    What is named twice is taken once; keys that name nothing are left out: whoever reads the
    selection from a store knows better what to say of them.
    """
    found: dict[tuple[str, str], Chosen] = {}
    empty: set[str] = set()
    for selection in selections:
        for key, article in named(selection.edition, selection.keys):
            if article is None:
                continue
            if not has_wording(article):
                empty.add(article.key)
                continue
            names_point = key.startswith(article.key + SEPARATOR)
            one = Chosen(selection, article, key if names_point else article.key)
            found.setdefault(one.identity, one)
    articles = {(ngr, one.article.key) for (ngr, _), one in found.items() if one.is_whole}
    parts = (
        one
        for (ngr, _), one in found.items()
        if one.is_whole or (ngr, one.article.key) not in articles
    )
    order = sorted(parts, key=_place)
    return order, sorted(empty, key=key_order)


def held_by_both(
    side: Sequence[Chosen], other: Sequence[Selection]
) -> tuple[list[Chosen], list[str]]:
    """What can be compared inside one act, and the keys of what cannot.

    A copy may hold only a part of its act: what the other side's copy does not hold, or this one's
    may break off inside, is neither new nor dropped there. Where provisions were named by keys, or
    the other side is of another act, only the break matters.
    """
    whole_acts = {one.edition.ngr: one.edition for one in other if not one.keys}
    held: list[Chosen] = []
    alone: set[str] = set()
    for one in side:
        edition, key = one.selection.edition, one.article.key
        counterpart = None if one.selection.keys else whole_acts.get(edition.ngr)
        order = [article.key for article in edition.articles] if counterpart else ()
        if not covers(edition, key) or (
            counterpart and not covers(counterpart, key, one.article.divisions, order)
        ):
            alone.add(key)
        else:
            held.append(one)
    return held, sorted(alone, key=key_order)


def _place(one: Chosen) -> tuple[bool, str, KeyOrder]:
    return one.selection.general, one.selection.edition.ngr, key_order(one.key)

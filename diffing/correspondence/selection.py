"""What of an edition takes part in a comparison."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.keys import SEPARATOR, KeyOrder, covers, key_order
from corpus.law import Article, Edition, HoldingKind
from corpus.provisions import named
from diffing.classify import has_wording
from diffing.compare import NotComparable
from diffing.correspondence.provision import Provision, part, provisions, whole


class InTwoEditions(NotComparable):
    """One side names an article in two editions of its act; the message says what to do."""

    def __init__(self, ngr: str, key: str, labels: Iterable[str]) -> None:
        super().__init__(
            f"{ngr}:{key} is named in the editions {' and '.join(labels)} on one side: "
            "name each provision once on a side, or put the editions on two sides"
        )


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
    """An article of a selection, or the one provision inside it that was named.

    Where `may_be_missed` its absence on the other side means nothing: that copy of its act does
    not reach there.
    """

    selection: Selection
    article: Article
    key: str
    may_be_missed: bool = False

    @property
    def identity(self) -> tuple[str, str]:
        """What it is called in every edition."""
        return self.selection.edition.ngr, self.key

    @property
    def home(self) -> tuple[str, str]:
        """What the article it stands in is called in every edition."""
        return self.selection.edition.ngr, self.article.key

    @property
    def is_whole(self) -> bool:
        """Whether the whole article was named."""
        return self.key == self.article.key

    @property
    def unit(self) -> Provision:
        """It as one unit."""
        edition = self.selection.edition
        return whole(edition, self.article) if self.is_whole else self._part()

    def provisions(self) -> Iterator[Provision]:
        """Its units; of a provision inside an article only that one."""
        if self.is_whole:
            yield from provisions(self.selection.edition, self.article)
        else:
            yield self._part()

    def by_points(self) -> list[Chosen]:
        """The same named point by point; an article without points stays whole."""
        points = [one.key for one in self.provisions() if one.is_inside]
        return [replace(self, key=key) for key in points] or [self]

    def _part(self) -> Provision:
        return part(self.selection.edition, self.article, self.key)


def chosen(selections: Sequence[Selection]) -> tuple[list[Chosen], list[str]]:
    """What selections name, in the acts' order; and the keys of what says nothing any more.

    What is named twice is taken once, as a part of its own rather than of a general part; keys
    that name nothing are left out: whoever reads the selection from a store knows better what to
    say of them. Raises InTwoEditions.
    """
    found: dict[tuple[str, str], Chosen] = {}
    editions: dict[tuple[str, str], set[str]] = defaultdict(set)
    empty: set[str] = set()
    for selection in sorted(selections, key=lambda one: one.general):
        for key, article in named(selection.edition, selection.keys):
            if article is None:
                continue
            inside = key.startswith(article.key + SEPARATOR)
            one = Chosen(selection, article, key if inside else article.key)
            editions[one.home].add(str(selection.edition.label))
            if not has_wording(article) or (inside and one.unit.is_empty):
                empty.add(one.key)
            else:
                found.setdefault(one.identity, one)
    for (ngr, key), labels in sorted(editions.items()):
        if len(labels) > 1:
            raise InTwoEditions(ngr, key, sorted(labels))
    order = sorted(_without_overlaps(found), key=_place)
    return order, in_key_order(empty)


def by_points_where_other_is(side: Sequence[Chosen], other: Sequence[Chosen]) -> list[Chosen]:
    """The articles of a side, those point by point of which the other side names only points."""
    cut = {one.home for one in other if not one.is_whole}
    return [
        each
        for one in side
        for each in (one.by_points() if one.is_whole and one.home in cut else [one])
    ]


def held_by_both(
    side: Sequence[Chosen], other: Sequence[Selection]
) -> tuple[list[Chosen], list[str]]:
    """What can be compared inside one act, and the keys of what cannot.

    A copy may hold only a part of its act: what the other side's copy does not hold, or this one's
    may break off inside, is neither new nor dropped there. What was named by its key is looked
    for all the same. A rule of another act may stand behind the end of a copy that breaks off.
    """
    breaks_off = any(map(_breaks_off, other))
    copies = {one.edition.ngr: one.edition for one in other}
    editions = {one.selection.edition.ngr: one.selection.edition for one in side}
    orders = {
        ngr: tuple(article.key for article in edition.articles)
        for ngr, edition in editions.items()
        if ngr in copies
    }
    # Nothing of an edition is missing beside itself.
    twice = {ngr for ngr, edition in editions.items() if copies.get(ngr) == edition}
    held: list[Chosen] = []
    alone: set[str] = set()
    for one in side:
        edition, key = one.selection.edition, one.article.key
        copy = copies.get(edition.ngr)
        if edition.ngr in twice:
            held.append(one)
            continue
        reached = copy is None or covers(copy, key, one.article.divisions, orders[edition.ngr])
        if covers(edition, key) and (reached or one.selection.keys):
            missed = not reached or (copy is None and breaks_off)
            held.append(replace(one, may_be_missed=True) if missed else one)
        else:
            alone.add(one.key)
    return held, in_key_order(alone)


def _breaks_off(selection: Selection) -> bool:
    """Whether a copy may end inside what was selected of it."""
    edition = selection.edition
    if edition.holding.kind is not HoldingKind.BEGINNING or not edition.articles:
        return False
    last = edition.articles[-1]
    return not selection.keys or bool({last.key, *last.divisions} & {*selection.keys})


def _without_overlaps(found: Mapping[tuple[str, str], Chosen]) -> Iterator[Chosen]:
    """Leaves out what stands inside something else that was named.

    Of an article that is named as general, points may be named as a set's own: they keep that.
    """
    own_points = {
        one.home
        for one in found.values()
        if not one.is_whole
        and not one.selection.general
        and one.home in found
        and found[one.home].selection.general
    }
    named_keys = set(found) - own_points
    for one in found.values():
        if one.is_whole and one.home in own_points:
            yield from (each for each in one.by_points() if not _is_named(each, named_keys))
        elif not _is_inside_another(one, named_keys):
            yield one


def _is_inside_another(one: Chosen, keys: set[tuple[str, str]]) -> bool:
    ngr, key = one.identity
    path = key.split(SEPARATOR)
    return any((ngr, SEPARATOR.join(path[:size])) in keys for size in range(1, len(path)))


def _is_named(point: Chosen, keys: set[tuple[str, str]]) -> bool:
    """Whether a point, or a part of it, was named."""
    ngr, key = point.identity
    return any(
        ngr == act and (other == key or other.startswith(key + SEPARATOR)) for act, other in keys
    )


def in_key_order(keys: Iterable[str]) -> list[str]:
    """Different keys in their natural order; `p_3` and `art_3` have the same place there."""
    return sorted(set(keys), key=lambda key: (key_order(key), key))


def _place(one: Chosen) -> tuple[bool, str, KeyOrder, str]:
    return one.selection.general, one.selection.edition.ngr, key_order(one.key), one.key

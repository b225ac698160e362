"""Two editions of one act, item by item: what changed, and what stayed, in the act's order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from api.questions.compared.grounds import grounds_between
from api.questions.compared.item import Comparing, Item, Place, SetShown, SideShown
from api.questions.explained import ExplainingAct
from corpus.bundled import own_renamings
from corpus.keys import key_order
from corpus.law import Article, Edition
from corpus.store import reads
from diffing.changes import Change, Comparison, HeadingChange
from diffing.classify import ChangeKind
from diffing.compare import compare_editions
from diffing.parting import destinations, sources
from diffing.redline import Redline, redline
from diffing.runs import TextRedline

_Order = tuple[int, int, int]
"""After which article of the newer edition; headings before articles, what is gone after; order."""


def compared_editions(
    session: Session, older: SetShown, newer: SetShown, keys: frozenset[str] = frozenset()
) -> Comparing:
    """Two editions of an act, or the articles and divisions of them with these keys.

    Raises what `compare_editions` raises.
    """
    old, new = (reads.edition(session, one.edition.id) for one in (older, newer))
    found = compare_editions(old, new, renamings=own_renamings())
    changes: list[Change | HeadingChange] = [*found.changes, *found.headings]
    asked = [one for one in changes if _concerns(one, keys)]
    grounds = grounds_between(session, older.edition, newer.edition, asked)
    reading = _Reading(old, new, found, grounds)
    items = _unique([item for _, item in sorted(reading.items(), key=_by_order)])
    alone_old, alone_new = (
        tuple(key for key in found.not_comparable if key in edition.by_key)
        for edition in (old, new)
    )
    return Comparing(
        old.language,
        SideShown(str(older.provisions), None, (older,), alone=alone_old),
        SideShown(str(newer.provisions), None, (newer,), alone=alone_new),
        tuple(items),
        by_editions=True,
        around={
            key: frozenset(edition.by_key[key].divisions)
            for edition in (old, new)
            for key in found.not_comparable
            if key in edition.by_key
        },
    ).only(keys)


def _concerns(change: Change | HeadingChange, keys: frozenset[str]) -> bool:
    """Whether a change is in what is asked for; no keys ask for everything."""
    if not keys:
        return True
    if isinstance(change, HeadingChange):
        return change.key in keys
    sides = [one for one in (change.old, change.new) if one]
    return any(keys & {one.key, *one.divisions} for one in sides)


def _by_order(placed: tuple[_Order, Item]) -> _Order:
    return placed[0]


def _unique(items: Sequence[Item]) -> Iterator[Item]:
    """The items with anchors of their own: a faulty page may have a number twice."""
    seen: Counter[str] = Counter()
    for item in items:
        seen[item.anchor] += 1
        if seen[item.anchor] == 1:
            yield item
        else:
            yield replace(item, anchor=f"{item.anchor}--{seen[item.anchor]}")


@dataclass(frozen=True)
class _Reading:
    old: Edition
    new: Edition
    found: Comparison
    grounds: Mapping[str, tuple[ExplainingAct, ...]]

    def items(self) -> Iterator[tuple[_Order, Item]]:
        """Every item with its place in the reading order."""
        places = {article.key: at for at, article in enumerate(self.new.articles)}
        changed_here = {one.new_key for one in self.found.changes}
        for key in self.found.unchanged:
            if key in changed_here:
                continue
            article = self.new.by_key[key]
            yield (places[key], 1, 0), self._unchanged(article)
        last = -1
        for order, change in enumerate(self.found.changes):
            if change.new is not None:
                last = places.get(change.new.key, last)
                yield (last, 1, order), self._change(change)
            else:
                yield (self._before(change, places, last), 2, order), self._change(change)
        for order, heading in enumerate(self.found.headings):
            yield (self._first_under(heading.key, places), 0, order), self._heading(heading)

    def _before(self, change: Change, places: dict[str, int], last: int) -> int:
        """Where the old neighbour of what is gone stands now."""
        keys = [article.key for article in self.old.articles]
        key = change.old_key
        if key in keys:
            for earlier in reversed(keys[: keys.index(key)]):
                if earlier in places:
                    return max(places[earlier], last)
        return last

    def _first_under(self, key: str, places: dict[str, int]) -> int:
        under = [places[one.key] for one in self.new.articles if key in one.divisions]
        if under:
            return min(under)
        gone = [one.key for one in self.old.articles if key in one.divisions]
        before = [places[one] for one in gone if one in places]
        if before:
            return min(before)
        earlier = [at for other, at in places.items() if key_order(other) < key_order(key)]
        return max(earlier, default=0)

    def _unchanged(self, article: Article) -> Item:
        old = self.old.by_key.get(article.key, article)
        return Item(
            f"c-{article.key}",
            ChangeKind.UNCHANGED,
            (_place(self.old, old),),
            (_place(self.new, article),),
            redline(article, article),
            divisions=frozenset((*old.divisions, *article.divisions)),
        )

    def _change(self, change: Change) -> Item:
        sides = [one for one in (change.old, change.new) if one]
        return Item(
            f"c-{change.key}",
            change.kind,
            (_place(self.old, change.old),) if change.old else (),
            (_place(self.new, change.new),) if change.new else (),
            change.redline,
            rule=change.rule,
            divisions=frozenset(key for one in sides for key in one.divisions),
            went_to=destinations(change.rule),
            came_from=sources(change.rule),
            acts=self.grounds.get(change.key, ()),
        )

    def _heading(self, heading: HeadingChange) -> Item:
        old, new = (
            (Place(edition.ngr, heading.key, heading.key, edition.label, one.printed_heading),)
            if one
            else ()
            for edition, one in ((self.old, heading.old), (self.new, heading.new))
        )
        return Item(
            f"c-{heading.key}",
            heading.kind,
            old,
            new,
            _as_redline(heading.redline),
            is_heading=True,
            rule=heading.rule,
            acts=self.grounds.get(heading.key, ()),
        )


def _as_redline(heading: TextRedline) -> Redline:
    return Redline("", "", heading, ())


def _place(edition: Edition, article: Article) -> Place:
    return Place(edition.ngr, article.key, article.key, edition.label, article.printed_heading)

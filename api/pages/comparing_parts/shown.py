"""A comparison as its page shows it: which items, in which form, with what is said of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from api.pages.comparing_parts.named import ActTold, Named, acts_of, place_title, short_name
from api.pages.comparing_parts.redline_rows import (
    Drawing,
    Drawn,
    Elsewhere,
    RowWords,
    heading_differs,
    redline_rows,
)
from api.pages.comparing_parts.state import GROUPS, State
from api.questions.compared.crossing import crossings
from api.questions.compared.item import SAME_WORDS, Comparing, Crossing, Item, Place
from api.rendering.page import Links, Reader
from diffing.classify import ChangeKind
from diffing.correspondence.relation import Relation

MOST_SHOWN = 500
"""Items on one page: a browser takes the two or three megabytes that they are."""
_TECHNICAL = str(ChangeKind.TECHNICAL)
_RELATIONS = frozenset(map(str, Relation))
_UNTOUCHED = frozenset(str(one) for one in SAME_WORDS if one is not ChangeKind.TECHNICAL)


@dataclass(frozen=True)
class ItemShown:
    """An item as it is shown. `number` counts the changes, from 1; None: nothing changed in it."""

    item: Item
    number: int | None
    is_step: bool
    """Whether the keys lead to it; of one change alone they lead to the places in it."""
    kind: str
    """What kind of change it is, in words."""
    opened: bool
    """Whether its wording is open: of a pair that is only supposed it is folded at first."""
    old: tuple[Named, ...]
    new: tuple[Named, ...]
    rows: Drawn
    acts: tuple[ActTold, ...]
    went_to: tuple[tuple[str, str], ...]
    """Names and addresses of the articles that took paragraphs in."""
    came_from: tuple[tuple[str, str], ...]
    previous: str | None
    next: str | None

    short: str
    """What it is called in the list of changes: of rules both ends."""

    @property
    def name(self) -> str:
        """What it is called: by its new name, of what is gone by the old one."""
        return "; ".join(one.name for one in self.new or self.old)


@dataclass(frozen=True)
class Folded:
    """Items whose words are the same, folded away; each with where it is shown in full."""

    items: tuple[tuple[str, str, bool], ...]
    """Name, address, whether something technical differs."""


@dataclass(frozen=True)
class Chip:
    """A group of changes: in words, how many there are, and the address that asks for them."""

    group: str
    name: str
    count: int
    chosen: bool
    address: str


@dataclass(frozen=True)
class Shown:
    """All that a page shows of a comparison."""

    entries: tuple[ItemShown | Folded, ...]
    chips: tuple[Chip, ...]
    changes: int
    """How many changes there are of every kind, but for technical ones that are hidden."""
    targets: int
    """How many places the keys lead to: changes, or where only one is shown the places in it."""
    technical: int
    hidden_technical: bool
    parts: tuple[str, ...] = ()
    """The addresses of all stretches of a comparison that is too long for one page; else none."""

    @property
    def changed(self) -> tuple[ItemShown, ...]:
        """The changes that are shown, in order."""
        return tuple(one for one in self.entries if isinstance(one, ItemShown) and one.number)

    @property
    def narrowed(self) -> int | None:
        """How many changes are shown, where it is some of them only."""
        few = len(self.changed)
        return few if 0 < few < self.changes else None

    @property
    def by_places(self) -> bool:
        """Whether the keys lead to the places in the only change that is shown."""
        return len(self.changed) == 1


def shown(comparing: Comparing, state: State, reader: Reader) -> Shown:
    """The items that a state asks for, drawn, with the rest folded or left out."""
    return _Showing(comparing, state, reader).shown()


class _Showing:
    def __init__(self, comparing: Comparing, state: State, reader: Reader) -> None:
        self._comparing, self._state, self._reader = comparing, state, reader
        self._items = comparing.items
        self._places: set[int] = set()
        self._in_full: dict[int, str] = {}
        self._crossing: Crossing = crossings(self._items)
        self._names = {
            one.anchor: place_title((one.new or one.old)[0], comparing.language, one.is_heading)
            for one in self._items
        }
        self._at = {key: at for at, one in enumerate(self._items) for key in sorted(one.keys)}
        words = reader.interface
        self._words = RowWords(
            moved_to=words("compare.moved_to"),
            moved_from=words("compare.moved_from"),
            folded=lambda count: words.count("compare.same_paragraphs", count),
            table=words("view.table"),
        )

    def shown(self) -> Shown:
        counts = self._comparing.counts()
        every = [(at, one) for at, one in enumerate(self._items) if self._is_shown(one)]
        parts = max(1, -(-len(every) // MOST_SHOWN))
        part = min(self._state.part, parts)
        wanted = every[(part - 1) * MOST_SHOWN : part * MOST_SHOWN]
        # What is the same and folded stands behind the item before it.
        begins = wanted[0][0] if part > 1 else 0
        ends = every[part * MOST_SHOWN][0] if part < parts else len(self._items)
        changed = [at for at, one in wanted if str(one.kind) not in _UNTOUCHED]
        alone = len(changed) == 1
        numbers = {at: number for number, at in enumerate(changed, 1)}
        entries: list[ItemShown | Folded] = []
        self._places = {at for at, _ in wanted}
        for is_shown, stretch in groupby(range(begins, ends), key=self._places.__contains__):
            if is_shown:
                entries += [self._item(at, numbers, changed, alone=alone) for at in stretch]
            elif not self._state.groups:
                folded = self._folded(list(stretch))
                entries += [folded] if folded.items else []
        drawn = [one for one in entries if isinstance(one, ItemShown) and one.number]
        places = [one.rows.places for one in drawn]
        counted = _UNTOUCHED if self._shows_technical else SAME_WORDS
        return Shown(
            tuple(entries),
            tuple(self._chips(counts)),
            changes=sum(n for group, n in counts.items() if group not in counted),
            targets=places[0] if alone and places else len(changed),
            technical=counts.get(_TECHNICAL, 0),
            hidden_technical=not self._shows_technical and bool(counts.get(_TECHNICAL)),
            parts=tuple(self._parts(parts)),
        )

    def _parts(self, count: int) -> Iterator[str]:
        if count > 1:
            for part in range(1, count + 1):
                yield self._state.address(self._reader.links, part=part)

    @property
    def _shows_technical(self) -> bool:
        state = self._state
        return state.technical or state.everything or _TECHNICAL in state.groups

    def _is_shown(self, item: Item) -> bool:
        state = self._state
        if state.groups:
            return item.group in state.groups
        if item.group == _TECHNICAL:
            return self._shows_technical
        return state.everything or item.group not in _UNTOUCHED

    def _chips(self, counts: Mapping[str, int]) -> Iterator[Chip]:
        for group in GROUPS:
            if count := counts.get(group, 0):
                chosen = group in self._state.groups
                address = self._state.toggled(self._reader.links, group)
                yield Chip(group, self._kind(group), count, chosen, address)

    def _kind(self, group: str) -> str:
        """A kind of change in words; rules of different texts have relations instead."""
        of_rules = not self._comparing.by_editions and group in _RELATIONS
        return self._reader.interface(f"relation.{group}" if of_rules else f"compare.kind_{group}")

    def _folded(self, places: Sequence[int]) -> Folded:
        return Folded(
            tuple(
                (
                    self._names[one.anchor],
                    f"{self._address_in_full(at)}#{one.anchor}",
                    one.group == _TECHNICAL,
                )
                for at, one in ((at, self._items[at]) for at in places)
                if not one.is_heading
            )
        )

    def _address_in_full(self, at: int) -> str:
        """Where an item is shown though its words are the same."""
        part = at // MOST_SHOWN + 1
        if part not in self._in_full:
            asked = {"everything": True, "groups": (), "part": part}
            self._in_full[part] = self._state.address(self._reader.links, **asked)
        return self._in_full[part]

    def _item(
        self, at: int, numbers: Mapping[int, int], changed: Sequence[int], *, alone: bool
    ) -> ItemShown:
        item = self._items[at]
        number = numbers.get(at)
        # The title over the item names both sides of rules, and what only one side has.
        titled = self._comparing.by_editions and (bool(item.old and item.new) or item.is_heading)
        drawing = Drawing(
            item.anchor,
            self._state.view,
            self._words,
            fold=not self._state.everything,
            targets=alone and number is not None,
            elsewhere=self._elsewhere(at),
        )
        step = number - 1 if number else 0
        return ItemShown(
            item,
            number,
            number is not None and not alone,
            self._kind(str(item.kind)),
            item.kind is not Relation.POSSIBLE or bool(self._state.groups) or alone,
            tuple(self._named(one, item) for one in item.old),
            tuple(self._named(one, item) for one in item.new),
            redline_rows(item.redline, drawing, heading=titled and heading_differs(item.redline)),
            acts_of(item),
            tuple(self._others(item.went_to)),
            tuple(self._others(item.came_from)),
            self._items[changed[step - 1]].anchor if number and step else None,
            self._items[changed[step + 1]].anchor if number and number < len(changed) else None,
            self._short(item),
        )

    def _short(self, item: Item) -> str:
        """Of an article its name, of rules only their numbers: titles would be said again."""
        if self._comparing.by_editions:
            return self._names[item.anchor]
        language = self._comparing.language
        ends = ("; ".join(short_name(one, language) for one in end) for end in (item.old, item.new))
        return " → ".join(filter(None, ends))

    def _elsewhere(self, at: int) -> Mapping[int, Elsewhere]:
        found: dict[int, Elsewhere] = {}
        blocks = self._items[at].redline.blocks
        for links in (self._crossing.to, self._crossing.back):
            for place in range(len(blocks)):
                other = links.get((at, place))
                if other is not None and other[0] in self._places:
                    anchor = self._items[other[0]].anchor
                    found[place] = Elsewhere(anchor, self._names[anchor])
        return found

    def _others(self, keys: Sequence[str]) -> Iterator[tuple[str, str]]:
        for key in keys:
            at = self._at.get(key)
            if at is not None:
                anchor = self._items[at].anchor
                here = f"#{anchor}"
                yield (
                    self._names[anchor],
                    here if at in self._places else self._address_in_full(at) + here,
                )

    def _named(self, place: Place, item: Item) -> Named:
        name = place_title(place, self._comparing.language, item.is_heading)
        return Named(name, self._address(self._reader.links, place, item), place.ngr)

    def _address(self, links: Links, place: Place, item: Item) -> str | None:
        if item.is_heading:
            return None
        address = links(
            "acts",
            place.ngr,
            "articles",
            place.article_key,
            lang=self._comparing.language,
            edition=place.label,
        )
        return f"{address}#{place.inside}" if place.inside else address

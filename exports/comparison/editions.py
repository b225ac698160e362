"""The comparison table of two editions of one act: a row a changed point, or a whole article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.keys import SEPARATOR
from corpus.law import Article, Division, Edition
from corpus.provisions import is_inside
from diffing.changes import Change, Comparison, HeadingChange
from diffing.classify import ChangeKind, text_rules
from diffing.redline import Redline, redline
from diffing.runs import Op
from exports.comparison.parting import Part, parts_of
from exports.comparison.table import (
    Compares,
    ComparisonTable,
    ElementName,
    GroundAct,
    Options,
    Place,
    Row,
    Told,
)
from exports.comparison.wording import side_of, wording
from exports.tables.table import Line, Tone

_BY_POINTS = frozenset({ChangeKind.AMENDED, ChangeKind.RESTATED, ChangeKind.TECHNICAL,
                        ChangeKind.UNCHANGED})  # fmt: skip
"""Where both sides have the article in one place: the others are told as a whole."""
_LEFT_OUT = frozenset({ChangeKind.TECHNICAL, ChangeKind.UNCHANGED})


@dataclass(frozen=True)
class Editions:
    """Two editions of one act, and the amending acts behind its changes.

    `grounds` are by the key of the article or division, the new one, of what vanished the old one.
    """

    old: Edition
    new: Edition
    comparison: Comparison
    grounds: Mapping[str, Sequence[GroundAct]]


def table_of_editions(
    compared: Editions, left: Told, right: Told, options: Options, place: str = ""
) -> ComparisonTable:
    """The table, in the order of the newer edition; what is gone stands where it stood."""
    order = _Order.of(compared.old, compared.new)
    found: list[tuple[tuple[int, int], list[Row]]] = []
    for change in compared.comparison.changes:
        if _asked_for(options, change.old, change.new):
            acts = compared.grounds.get(change.key, ())
            rows = _named([*_rows_of(change, acts)], options.key, change.old, change.new)
            found.append((order.of_item(change.old, change.new), rows))
    for heading in compared.comparison.headings:
        if all(heading.key in named for named in options.narrowed_by):
            row = _row_of_heading(heading, compared.grounds.get(heading.key, ()))
            found.append((order.of_item(heading.old, heading.new), [row]))
    for key in compared.comparison.unchanged:
        article = compared.new.by_key[key]
        if _asked_for(options, article):
            old = compared.old.by_key.get(key, article)
            rows = _named([*_unchanged(old, article)], options.key, old, article)
            found.append((order.of_item(None, article), rows))
    found.sort(key=lambda item: item[0])
    every = [row for _, rows in found for row in rows]
    return ComparisonTable(
        Compares.EDITIONS,
        compared.new.language,
        left,
        right,
        tuple(row for row in every if _is_shown(row, options)),
        options,
        technical=sum(row.kind is ChangeKind.TECHNICAL for row in every),
        unchanged=sum(row.kind is ChangeKind.UNCHANGED for row in every),
        backwards=compared.new.label.surely_before(compared.old.label),
        place=place,
        not_compared=_not_compared(compared, options),
    )


def _asked_for(options: Options, *articles: Article | None) -> bool:
    """Whether an article is in everything that narrows a table."""
    return all(any(_wanted(key, *articles) for key in named) for named in options.narrowed_by)


def _not_compared(compared: Editions, options: Options) -> tuple[str, ...]:
    """The keys that cannot be compared; of what is asked for whether it is among them."""
    keys, key = compared.comparison.not_comparable, options.key
    if options.keys:
        either = {**compared.old.by_key, **compared.new.by_key}
        keys = tuple(one for one in keys if _asked_for(replace(options, key=None), either[one]))
    if key is None or not any(key in one.by_key for one in (compared.old, compared.new)):
        return keys
    return tuple(one for one in keys if one == key)


def _is_shown(row: Row, options: Options) -> bool:
    if row.kind is ChangeKind.TECHNICAL:
        return options.technical
    return options.unchanged or row.kind is not ChangeKind.UNCHANGED


def _wanted(key: str, *articles: Article | None) -> bool:
    """Whether a key names one of the articles, a division it stands in, or a part of it."""
    return any(
        article is not None
        and (key == article.key or key in article.divisions or is_inside(key, article))
        for article in articles
    )


def _named(rows: list[Row], key: str | None, *articles: Article | None) -> list[Row]:
    """Of a point's key the rows of that point; all of them where none is of points."""
    inside = [
        key.removeprefix(article.key + SEPARATOR)
        for article in articles
        if key and article is not None and is_inside(key, article)
    ]
    points = {path.split(SEPARATOR)[0] for path in inside}
    near = [
        row
        for row in rows
        if points & {f"p_{number}" for name in row.elements for number in name.points}
    ]
    return near or rows


def _rows_of(change: Change, acts: Sequence[GroundAct]) -> Iterator[Row]:
    parts = parts_of(change.redline)
    article = change.new or change.old
    if change.kind not in _BY_POINTS or len(parts) <= 1 or article is None:
        yield _whole(change, acts)
        return
    rows = [*_by_points(change, article, parts, acts)]
    if all(row.kind in _LEFT_OUT for row in rows) and change.kind not in _LEFT_OUT:
        # What changed is in none of the points by itself: their order, or where they stand.
        yield _whole(change, acts)
    elif change.kind is ChangeKind.TECHNICAL and all(
        row.kind is ChangeKind.UNCHANGED for row in rows
    ):
        yield _whole(change, acts)  # its footnotes
    else:
        yield from rows


def _unchanged(old: Article, new: Article) -> Iterator[Row]:
    change = Change(ChangeKind.UNCHANGED, old, new, redline(old, new))
    yield from _rows_of(change, ())


def _by_points(
    change: Change, article: Article, parts: Sequence[Part], acts: Sequence[GroundAct]
) -> Iterator[Row]:
    shown = change.redline
    opening = parts[0] if not (parts[0].old_numbers or parts[0].new_numbers) else None
    heading = Redline(
        shown.old_marker, shown.new_marker, shown.heading, opening.blocks if opening else ()
    )
    if wording(heading, Op.DELETE) or wording(heading, Op.INSERT):
        name = ElementName(
            article.printed_heading,
            place=Place.OPENING if heading.blocks else Place.HEADING,
            key=article.key,
        )
        yield _row(change, heading, name, acts)
    for part in parts[1:] if opening else parts:
        numbers = tuple(dict.fromkeys((*part.old_numbers, *part.new_numbers)))
        points = Redline("", "", shown.heading.__class__(), part.blocks)
        name = ElementName(article.printed_heading, numbers, key=article.key)
        yield _row(change, points, name, _of_points(acts, numbers))


def _of_points(acts: Sequence[GroundAct], numbers: Sequence[str]) -> tuple[GroundAct, ...]:
    """The acts that may have changed these points: an act that names only others did not.

    Where all name others, all are kept: one of them did it.
    """
    own = {f"p_{number}" for number in numbers}
    near = [act for act in acts if not act.place or act.place.split(SEPARATOR)[0] in own
            or not act.place.startswith("p_")]  # fmt: skip
    return tuple(near or acts)


def _row(change: Change, shown: Redline, name: ElementName, acts: Sequence[GroundAct]) -> Row:
    before, after = wording(shown, Op.DELETE), wording(shown, Op.INSERT)
    kind = _kind(change, before, after)
    return Row(
        (name,),
        (),
        (change.old_key,) if change.old_key else (),
        (change.new_key,) if change.new_key else (),
        before or None,
        after or None,
        kind,
        () if kind in _LEFT_OUT else tuple(acts),
        coarse=shown.coarse,
    )


def _kind(change: Change, before: Sequence[Line], after: Sequence[Line]) -> ChangeKind:
    """What became of one point of an article that stands on both sides."""
    if not before or not after:
        return ChangeKind.REPEALED if before else ChangeKind.ADDED
    old, new = (_text(lines) for lines in (before, after))
    if old == new:
        return ChangeKind.UNCHANGED
    if change.kind in _LEFT_OUT or text_rules(old, new) is not None:
        return ChangeKind.TECHNICAL
    return change.kind


def _whole(change: Change, acts: Sequence[GroundAct]) -> Row:
    old, new = (
        (ElementName(one.printed_heading, key=one.key),) if one else ()
        for one in (change.old, change.new)
    )
    moved = bool(old and new) and change.old_key != change.new_key
    return Row(
        old if moved else new or old,
        new if moved else (),
        (change.old_key,) if change.old_key else (),
        (change.new_key,) if change.new_key else (),
        (wording(change.redline, Op.DELETE) or None) if change.old else None,
        (wording(change.redline, Op.INSERT) or None) if change.new else None,
        change.kind,
        () if change.kind in _LEFT_OUT else tuple(acts),
        coarse=change.redline.coarse,
    )


def _row_of_heading(change: HeadingChange, acts: Sequence[GroundAct]) -> Row:
    division = change.new or change.old
    name = ElementName(division.printed_heading if division else change.key, place=Place.HEADING)
    before, after = (
        (Line(pieces, tone=Tone.HEADING),) if (pieces := side_of(change.redline, side)) else None
        for side in (Op.DELETE, Op.INSERT)
    )
    return Row(
        (name,),
        (),
        (change.old.key,) if change.old else (),
        (change.new.key,) if change.new else (),
        before if change.old else None,
        after if change.new else None,
        change.kind,
        () if change.kind in _LEFT_OUT else tuple(acts),
        coarse=change.redline.coarse,
    )


def _text(lines: Iterable[Line]) -> str:
    return "\n".join(line.text for line in lines)


@dataclass(frozen=True)
class _Order:
    """Where articles and divisions stand in the newer edition, or stood before it."""

    new: Mapping[str, int]
    old: Mapping[str, int]
    neighbours: Sequence[int]
    """For each place in the older edition that of the nearest item before that is in the newer."""

    @classmethod
    def of(cls, old: Edition, new: Edition) -> _Order:
        after = {key: place for place, key in reversed([*enumerate(_keys(new))])}
        before = [*_keys(old)]
        neighbours: list[int] = []
        nearest = -1
        for key in before:
            nearest = after.get(key, nearest)
            neighbours.append(nearest)
        places = {key: place for place, key in reversed([*enumerate(before)])}
        return cls(after, places, neighbours)

    def of_item(
        self, old: Article | Division | None, new: Article | Division | None
    ) -> tuple[int, int]:
        """Sorts as the act does: what is gone right after its neighbour."""
        if new is not None:
            return self.new[new.key], -1
        if old is None:
            return -1, -1
        place = self.old[old.key]
        return self.neighbours[place], place


def _keys(edition: Edition) -> Iterator[str]:
    return (item.key for item in edition.content if isinstance(item, Article | Division))

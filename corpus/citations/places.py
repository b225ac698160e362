"""Places inside an article: from the units of an address to blocks, and back.

Lawyers count parts and indents («часть вторая», «абзац третий»), blocks are keyed by their order.
A part begins with a capital letter, the number of a point opens its first part; an indent is a
paragraph of its unit, and the unit's own first paragraph is its first indent (Law on Legal Acts,
article 23). Quoted wording has numbers of another text and is never a place.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corpus.addresses import Unit, UnitKind
from corpus.law import Article, Block, BlockKind

_NUMBERED = {UnitKind.POINT: BlockKind.POINT, UnitKind.SUBPOINT: BlockKind.SUBPOINT}
_LOOSELY = {
    UnitKind.PART: UnitKind.POINT,
    UnitKind.POINT: UnitKind.SUBPOINT,
    UnitKind.SUBPOINT: UnitKind.POINT,
}
"""What a level that the article does not have may be called by mistake: «ч. 2» for a point."""
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[«\"(]?[A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")


@dataclass(frozen=True)
class Place:
    """A place in an article: the blocks that make it up, the first one first.

    `key` is the first block's key inside the article, "" for the article or its heading. `units`
    are those asked for, `read_as` those that were found instead where the article has no such
    level. `text` is what the place says.
    """

    key: str
    blocks: tuple[Block, ...]
    text: str
    units: tuple[Unit, ...] = ()
    read_as: tuple[Unit, ...] | None = None


@dataclass(frozen=True)
class _Scope:
    """The blocks of a unit, and whether the first of them opens it (a point's own paragraph)."""

    blocks: tuple[Block, ...]
    opened: bool = False


def place_in(article: Article, units: Sequence[Unit]) -> Place | None:
    """The place of units inside an article, outermost first; None where there is none.

    Without units it is the whole article.
    """
    scope = _Scope(tuple(block for block in article.blocks if not block.quoted))
    if not units:
        return Place("", article.blocks, article.wording)
    read: list[Unit] = []
    for at, unit in enumerate(units):
        if unit.kind is UnitKind.HEADING:
            return Place("", (), article.heading, tuple(units)) if article.heading else None
        if unit.kind is UnitKind.SENTENCE:
            text = _sentence(scope, int(unit.number or 0))
            if text is None or at + 1 < len(units):
                return None
            return _place(scope, units, [*read, unit], text)
        found, called = _step(scope, unit)
        if found is None:
            return None
        scope = found
        read.append(called)
    return _place(scope, units, read, _text(scope.blocks))


def units_at(article: Article, block: Block) -> tuple[Unit, ...] | None:
    """The units by which lawyers name a block, outermost first; None where they cannot.

    The inverse of `place_in`: what it gives leads back to that very block.
    """
    if block.quoted or block.continues or not block.key:
        return None
    for units in _candidates(article, block):
        place = place_in(article, units)
        if place and place.blocks and place.blocks[0] is block and place.read_as is None:
            return units
    return None


def _candidates(article: Article, block: Block) -> list[tuple[Unit, ...]]:
    """Ways to name a block, the plainest first."""
    around: list[Unit] = []
    for part in block.key.split("__"):
        prefix, _, number = part.partition("_")
        if prefix in {UnitKind.POINT, UnitKind.SUBPOINT}:
            around.append(Unit(UnitKind(prefix), number))
    if block.kind in {BlockKind.POINT, BlockKind.SUBPOINT}:
        outers = [tuple(around)]
        outers += [
            (*around[:-1], Unit(UnitKind.PART, str(part)), around[-1])
            for part in range(1, _count(article, BlockKind.PART) + 2)
        ]
        return outers
    if block.kind is BlockKind.NOTE:
        notes = [Unit(UnitKind.NOTE)]
        notes += [Unit(UnitKind.NOTE, str(at + 1)) for at in range(_count(article, block.kind))]
        return [(*outer, note) for outer in (tuple(around), ()) for note in notes]
    inside = _last_subpoint(article, block)
    parts = [Unit(UnitKind.PART, str(at + 1)) for at in range(_count(article, BlockKind.PART) + 1)]
    indents = [
        Unit(UnitKind.INDENT, str(at + 1)) for at in range(_count(article, BlockKind.INDENT) + 1)
    ]
    found = [(*around, part) for part in parts if block.kind is BlockKind.PART]
    for outer in ((*around, *inside), tuple(around)):
        found += [(*outer, indent) for indent in indents]
        found += [(*outer, part, indent) for part in parts for indent in indents]
    return found


def _count(article: Article, kind: BlockKind) -> int:
    return sum(1 for block in article.blocks if block.kind is kind)


def _last_subpoint(article: Article, block: Block) -> tuple[Unit, ...]:
    """The subpoint that a block stands behind."""
    number = ""
    for one in article.blocks:
        if one is block:
            break
        if one.kind is BlockKind.POINT:
            number = ""
        elif one.kind is BlockKind.SUBPOINT and not one.quoted:
            number = one.number
    return (Unit(UnitKind.SUBPOINT, number),) if number else ()


def _place(scope: _Scope, units: Sequence[Unit], read: Sequence[Unit], text: str) -> Place:
    same = tuple(read) == tuple(units)
    return Place(
        scope.blocks[0].key, scope.blocks, text, tuple(units), None if same else tuple(read)
    )


def _step(scope: _Scope, unit: Unit) -> tuple[_Scope | None, Unit]:
    """The blocks of a unit inside others, and the unit as it was read."""
    found = _inside(scope, unit)
    if found is not None or _has_level(scope, unit.kind):
        return found, unit
    loosely = _LOOSELY.get(unit.kind)
    if loosely is None:
        return None, unit
    called = replace(unit, kind=loosely)
    return _inside(scope, called), called


def _has_level(scope: _Scope, kind: UnitKind) -> bool:
    """Whether units of a kind stand directly in others, whatever their numbers."""
    if kind in _NUMBERED:
        inner = scope.blocks[1:] if scope.opened else scope.blocks
        return any(block.kind is _NUMBERED[kind] for block in inner)
    if kind is UnitKind.PART:
        return len(_parts(scope)) > 1 or not _has_level(scope, UnitKind.POINT)
    return True


def _inside(scope: _Scope, unit: Unit) -> _Scope | None:
    match unit.kind:
        case UnitKind.POINT:
            return _numbered(scope, BlockKind.POINT, unit.number)
        case UnitKind.SUBPOINT:
            return _numbered(scope, BlockKind.SUBPOINT, unit.number)
        case UnitKind.PART:
            return _nth(_parts(scope), unit.number)
        case UnitKind.INDENT:
            return _nth(_indents(scope), unit.number)
        case UnitKind.NOTE:
            return _note(scope, unit.number)
        case _:
            return None


def _numbered(scope: _Scope, kind: BlockKind, number: str) -> _Scope | None:
    blocks = scope.blocks
    first = 1 if scope.opened else 0
    for at in range(first, len(blocks)):
        if blocks[at].kind is kind and blocks[at].number == number:
            return _Scope(blocks[at : _end(blocks, at)], opened=True)
    return None


def _end(blocks: Sequence[Block], at: int) -> int:
    """Where a point or subpoint ends: before the next of its kind or above.

    A part behind the last subpoint of a list goes on with the point, not with the subpoint.
    """
    kind = blocks[at].kind
    closing = {BlockKind.POINT, BlockKind.NOTE}
    if kind is BlockKind.SUBPOINT:
        closing |= {BlockKind.SUBPOINT}
    end = next(
        (place for place in range(at + 1, len(blocks)) if blocks[place].kind in closing),
        len(blocks),
    )
    is_last = end == len(blocks) or blocks[end].kind is not BlockKind.SUBPOINT
    if kind is BlockKind.SUBPOINT and is_last:
        parts = (one for one in range(at + 1, end) if blocks[one].kind is BlockKind.PART)
        end = next(parts, end)
    return end


def _parts(scope: _Scope) -> list[_Scope]:
    """The parts of a unit: what is before its first capital letter without a number, and on."""
    blocks = scope.blocks
    starts = [
        at
        for at, block in enumerate(blocks)
        if (at == 0 and scope.opened) or (block.kind is BlockKind.PART and not block.continues)
    ]
    ends = [*starts[1:], len(blocks)][: len(starts)]
    return [_Scope(blocks[start:end], opened=True) for start, end in zip(starts, ends, strict=True)]


def _indents(scope: _Scope) -> list[_Scope]:
    """The paragraphs of a unit that have no number of their own, its first one included."""
    found: list[_Scope] = []
    for at, block in enumerate(scope.blocks):
        is_first = at == 0
        if block.kind in {BlockKind.POINT, BlockKind.SUBPOINT} and not is_first:
            # What stands behind a number belongs to that unit.
            break
        if block.kind in {BlockKind.NOTE, BlockKind.TABLE} or block.continues:
            continue
        if is_first or block.kind in {BlockKind.INDENT, BlockKind.PART}:
            found.append(_Scope((block,), opened=True))
    return found


def _note(scope: _Scope, number: str) -> _Scope | None:
    notes = [_Scope((block,)) for block in scope.blocks if block.kind is BlockKind.NOTE]
    return _nth(notes, number) if number else (notes[0] if len(notes) == 1 else None)


def _nth(scopes: Sequence[_Scope], number: str) -> _Scope | None:
    at = int(number) - 1 if number.isdecimal() else -1
    return scopes[at] if 0 <= at < len(scopes) else None


def _sentence(scope: _Scope, number: int) -> str | None:
    """A sentence of the first paragraph; None where it has fewer."""
    first = scope.blocks[0].text if scope.blocks else ""
    sentences = _SENTENCE_END.split(first)
    return sentences[number - 1] if 0 < number <= len(sentences) else None


def _text(blocks: Sequence[Block]) -> str:
    words = ""
    for block in blocks:
        words += f"{' ' if block.continues else chr(10)}{block.printed}"
    return words.strip()

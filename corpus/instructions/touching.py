"""Which places of the amended act an instruction touches."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.addresses import UnitKind
from corpus.instructions.operations import Operation, Path
from corpus.keys import SEPARATOR, joined

_AROUND = frozenset({UnitKind.SECTION, UnitKind.SUBSECTION, UnitKind.CHAPTER, UnitKind.PARAGRAPH})
"""The levels that are no part of an article's key."""


def touches(order: Operation, key: str) -> bool:
    """Whether an instruction is for the place with that key, for one in it or one around it."""
    return any(_overlap(place, key) for place in places_of(order))


def places_of(order: Operation) -> Iterator[str]:
    """The places that an instruction touches, as keys of the amended act."""
    for path in order.targets:
        if order.added:
            yield from (_key((*path, unit)) for unit in order.added)
        else:
            yield _key(path)


def _key(path: Path) -> str:
    inner = [unit for unit in path if unit.kind not in _AROUND]
    return joined(*(unit.key for unit in inner or path))


def _overlap(place: str, key: str) -> bool:
    """Whether a place is the key's, stands inside it, or has it inside."""
    return (
        place == key
        or place.startswith(key + SEPARATOR)
        or (bool(place) and key.startswith(place + SEPARATOR))
    )

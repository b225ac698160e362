"""Which unit an instruction works on, where it says only part of the way.

«в статье 4:» holds for what stands below it; «пункт 2» below it is point 2 of article 4. A unit of
the same level, or an outer one, takes the place of what was carried.
"""

from __future__ import annotations

from corpus.addresses import Unit, UnitKind
from corpus.addresses.units import DIVISIONS, contains
from corpus.instructions.operations import Path

_WITH_HEADINGS = DIVISIONS | {UnitKind.ARTICLE, UnitKind.APPENDIX}
APPROVED = Unit(UnitKind.APPENDIX)
"""«в Правилах, утвержденных указанным постановлением»: the appendix, named by no number."""


def around(scope: Path, kind: UnitKind) -> Path:
    """The part of a scope that can stand around a unit of a kind."""
    if kind is UnitKind.HEADING:
        return tuple(unit for unit in scope if unit.kind in _WITH_HEADINGS)
    kept: list[Unit] = []
    for unit in scope:
        if unit.kind is kind or contains(unit.kind, kind) is False:
            break
        kept.append(unit)
    return tuple(kept)


def inside(scope: Path, path: Path) -> Path:
    """A path that an instruction names, completed by the scope it stands in."""
    return (*around(scope, path[0].kind), *path) if path else scope


def shared_beginning(one: Path, other: Path) -> Path:
    """The outer units that two paths share."""
    kept: list[Unit] = []
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        kept.append(left)
    return tuple(kept)

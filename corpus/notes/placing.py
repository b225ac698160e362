"""Places that a note names -> targets: keys in the edition's own naming.

What a note does not name is where it stands. Points and subpoints are places inside an article;
parts, indents and sentences have no number of their own, so they stay words.
"""

from __future__ import annotations

from dataclasses import dataclass

from corpus.amendments import Target
from corpus.keys import SEPARATOR, joined
from corpus.notes.targets import (
    ARTICLE,
    DETAILS,
    DIVISIONS,
    HEADING,
    POINT,
    PREAMBLE,
    SUBPOINT,
    Named,
    Unit,
)


@dataclass(frozen=True)
class Standing:
    """Where a note stands: its article or division (None: the act), and what is known around.

    `after` is the key of the block of the article that stands before the note; `keys` are those of
    the edition's articles and divisions, if an edition is at hand. A note that is `inside` is
    printed in that very block's text, or with no block in the heading, and is said of it.
    """

    at: str | None = None
    after: str = ""
    keys: frozenset[str] = frozenset()
    inside: bool = False

    @property
    def kind(self) -> str:
        """The kind of unit that the note stands at; "" for the act."""
        return _last(self.at).partition("_")[0] if self.at else ""

    @property
    def place(self) -> str | None:
        """The key of what it stands at, or is printed inside; None for the act."""
        return joined(self.at, _own_place(self)) if self.at else None

    @property
    def branch(self) -> str:
        """The appendix that the note stands in; "" outside of any."""
        first = (self.at or "").partition(SEPARATOR)[0]
        return first if first.partition("_")[0] == "app" else ""


@dataclass(frozen=True)
class Placed:
    """The targets of a phrase, and whether they are another unit than the note stands at."""

    targets: tuple[Target, ...]
    elsewhere: bool = False


def placed(
    named: Named | None, standing: Standing, *, of_act: bool = False, of_rules: bool = False
) -> Placed:
    """The targets that a phrase of a note names; without one, the act, its rules, or the place."""
    if named is None:
        if of_rules and standing.branch:
            return Placed((Target(standing.branch),))
        return Placed((Target() if of_act else Target(standing.at, _own_place(standing)),))
    targets: list[Target] = []
    elsewhere = False
    for path in named.paths:
        target = _target(path, standing, named.words, of_act=of_act)
        elsewhere = elsewhere or _is_elsewhere(path, target, standing)
        if target not in targets:
            targets.append(target)
    return Placed(tuple(targets), elsewhere)


def _target(path: tuple[Unit, ...], standing: Standing, words: str, *, of_act: bool) -> Target:
    key, rest = _key(path, standing, of_act=of_act)
    place = _place(rest, standing) if key is not None or rest else ""
    if standing.inside and key == standing.at and _is_own(rest, standing):
        place = _own_place(standing)
    unnumbered = any(unit.kind in {*DETAILS, HEADING} and unit.kind != "words" for unit in path)
    return Target(key, place, words if unnumbered else "")


def _key(
    path: tuple[Unit, ...], standing: Standing, *, of_act: bool
) -> tuple[str | None, tuple[Unit, ...]]:
    """The article's or division's key, and the units of the path inside it."""
    inside = tuple(unit for unit in path if unit.kind in {POINT, SUBPOINT})
    by_kind = {unit.kind: unit for unit in path}
    branch = standing.branch
    if "app" in by_kind:
        branch = _appendix(by_kind["app"], standing) or branch
    if PREAMBLE in by_kind:
        return PREAMBLE, ()
    if ARTICLE in by_kind:
        return _numbered(by_kind[ARTICLE], branch, standing), inside
    if POINT in by_kind and ("app" in by_kind or _numbers_points(standing)):
        key = _numbered(by_kind[POINT], branch, standing)
        return key, tuple(unit for unit in inside if unit.kind != POINT)
    division = next((unit for unit in reversed(path) if unit.kind in DIVISIONS), None)
    if division is None:
        return (None if of_act else standing.at), inside
    return _division(division, by_kind.get("ch"), branch, standing), inside


def _division(division: Unit, chapter: Unit | None, branch: str, standing: Standing) -> str | None:
    if division.kind == "app":
        return branch or None
    if division.kind == "par" and chapter and chapter.number:
        branch = _numbered(chapter, branch, standing) or branch
    return _numbered(division, branch, standing)


def _numbers_points(standing: Standing) -> bool:
    """Whether the points around a note are what the act numbers at its top level."""
    points = not standing.keys or any(_last(key).startswith("p_") for key in standing.keys)
    return standing.kind == POINT or (points and standing.kind in {"", *DIVISIONS})


def _appendix(unit: Unit, standing: Standing) -> str | None:
    if unit.number:
        return f"app_{unit.number}"
    if standing.branch:
        return standing.branch
    own = [key for key in standing.keys if key.startswith("app") and SEPARATOR not in key]
    return own[0] if len(own) == 1 else None


def _numbered(unit: Unit, branch: str, standing: Standing) -> str | None:
    """The key of a unit: the one that stands there, or the only one of the edition so called."""
    own = f"{unit.kind}_{unit.number}"
    if not unit.number or _last(standing.at) == own:
        return standing.at if not unit.number or branch == standing.branch else joined(branch, own)
    key = joined(branch, own)
    if key in standing.keys:
        return key
    alike = [known for known in standing.keys if _last(known) == own]
    return alike[0] if len(alike) == 1 else key


def _place(units: tuple[Unit, ...], standing: Standing) -> str:
    """The path inside an article; what stands before the note tells the point of a subpoint."""
    before = standing.after.partition(SEPARATOR)[0]
    point = before if before.startswith(f"{POINT}_") else ""
    parts = []
    for unit in units:
        if unit.number:
            parts.append(f"{unit.kind}_{unit.number}")
        elif unit.kind == POINT and point:
            parts.append(point)
        elif unit.kind == SUBPOINT and _last(standing.after).startswith(f"{SUBPOINT}_"):
            parts.append(_last(standing.after))
    if parts and parts[0].startswith(f"{SUBPOINT}_") and point and len(units) == 1:
        parts.insert(0, point)
    return joined(*parts)


def _own_place(standing: Standing) -> str:
    """The block that a note is printed inside; "" for one that stands on its own."""
    return standing.after if standing.inside else ""


def _is_own(units: tuple[Unit, ...], standing: Standing) -> bool:
    """Whether units name the block that a note is printed inside: «подпункт», «подпункт 3)»."""
    last = units[-1] if units else None
    return last is None or not last.number or f"{last.kind}_{last.number}" == _last(standing.after)


def _is_elsewhere(path: tuple[Unit, ...], target: Target, standing: Standing) -> bool:
    """Whether a unit of the kind that the note stands at is named with another number."""
    if standing.at is None or target.key is None or target.key == standing.at:
        return False
    return any(unit.kind == standing.kind and unit.number for unit in path)


def _last(key: str | None) -> str:
    return (key or "").rpartition(SEPARATOR)[2]

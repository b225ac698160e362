"""Which articles or divisions of an act an address may mean."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.addresses import Unit, UnitKind
from corpus.addresses.units import DIVISIONS
from corpus.citations.acts import CitableAct
from corpus.citations.held_keys import HeldKeys
from corpus.citations.references import ActReference
from corpus.keys import SEPARATOR, joined

_LEVELS = (UnitKind.ARTICLE, UnitKind.PREAMBLE)


@dataclass(frozen=True)
class CitedProvision:
    """A provision: an article by its key, or a division; "" is the act itself.

    `inside` are the units inside the article, or `path` the key of a block, as the citation says.
    `read_as` is the unit that was found where the act has no such level («статья 5» of rules that
    have points).
    """

    act: CitableAct
    key: str
    inside: tuple[Unit, ...] = ()
    path: str = ""
    is_division: bool = False
    read_as: Unit | None = None


def provisions_named(
    act: CitableAct, units: Sequence[Unit], keys: Mapping[str, tuple[str, ...]]
) -> list[CitedProvision]:
    """The articles, or divisions, of an act that an address may mean."""
    level, held = outermost(units), HeldKeys.of(keys)
    found = [] if level is None else _articles(act, units, level, units[level], held)
    if not found and level is not None and units[level].kind is UnitKind.ARTICLE:
        # «Статья 5» of rules that have only points.
        point = Unit(UnitKind.POINT, units[level].number)
        if not held.has_articles:
            found = [
                replace(one, read_as=point) for one in _articles(act, units, level, point, held)
            ]
    return found or _in_divisions(act, units, held)


def _in_divisions(act: CitableAct, units: Sequence[Unit], keys: HeldKeys) -> list[CitedProvision]:
    """«Глава 13-1», «приложение 2»; inside an appendix without numbers also «часть вторая»."""
    outer = [unit for unit in units if unit.kind in {*DIVISIONS, UnitKind.APPENDIX}]
    inside = tuple(units[len(outer) :])
    if not outer or list(units[: len(outer)]) != outer:
        return []
    found = _divisions(act, outer, keys)
    if not inside:
        return found
    return [replace(one, inside=inside) for one in found if not one.is_division]


def _articles(
    act: CitableAct, units: Sequence[Unit], level: int, unit: Unit, keys: HeldKeys
) -> list[CitedProvision]:
    around = {one.key for one in units[:level]}
    inside = tuple(units[level + 1 :])
    found = []
    for key in keys.ending_in(unit.key):
        outer = key.rpartition(SEPARATOR)[0]
        if around <= _parts((*keys[key], outer)):
            found.append(CitedProvision(act, key, inside))
    return found


def _divisions(act: CitableAct, units: Sequence[Unit], keys: HeldKeys) -> list[CitedProvision]:
    """Divisions, whichever others they stand in; of one that is all text, that text."""
    wanted = {unit.key for unit in units}
    last = units[-1].key
    found = []
    for key, divisions in keys.around.items():
        if key.split(SEPARATOR)[-1] == last and wanted <= _parts(divisions):
            inside = list(keys.inside(key))
            if inside == [joined(key, "text")]:
                found.append(CitedProvision(act, inside[0]))
            else:
                found.append(CitedProvision(act, key, is_division=True))
    return found


def _parts(keys: Iterable[str]) -> set[str]:
    """The units of which some keys are made."""
    return {part for key in keys for part in key.split(SEPARATOR)}


def preferred(
    provisions: Sequence[CitedProvision],
    units: Sequence[Unit],
    part: Sequence[str],
    reference: ActReference,
) -> list[CitedProvision]:
    """Of an act and its appendices: the part that its name means, else where the address says.

    Whoever names one appendix means none inside it; whoever names the act («пункт 1 Указа») and
    no appendix means the act's own text; whoever names its rules means those.
    """
    if part:
        inside = [
            one
            for one in provisions
            if any(f"{one.key}{SEPARATOR}".startswith(own + SEPARATOR) for own in part)
        ]
        return inside or list(provisions)
    named = sum(unit.kind is UnitKind.APPENDIX for unit in units)
    exact = [one for one in provisions if _appendices(one.key) == named]
    if named or (reference.itself and not reference.rules):
        return exact or list(provisions)
    if reference.rules:
        return [one for one in provisions if _appendices(one.key)] or list(provisions)
    return list(provisions)


def _appendices(key: str) -> int:
    return sum(part.startswith("app_") for part in key.split(SEPARATOR))


def outermost(units: Sequence[Unit]) -> int | None:
    """Which unit is the article: the article, the preamble, else a point that no part is around."""
    for kinds in (_LEVELS, (UnitKind.POINT,)):
        level = next((at for at, unit in enumerate(units) if unit.kind in kinds), None)
        if level is not None:
            in_part = any(unit.kind is UnitKind.PART for unit in units[:level])
            return None if in_part and units[level].kind is UnitKind.POINT else level
    return None

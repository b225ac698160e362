"""What part of an act a key names: an article, a division, a point of an article."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.keys import SEPARATOR
from corpus.store.batches import batches
from corpus.store.divisions_held import division_held
from corpus.store.tables import EDITION_CONTENTS, EDITIONS


@dataclass(frozen=True)
class PartNamed:
    """What a key names over all editions held.

    `unit` is the key of the article or division itself: of a point, the article it stands in, with
    `point` the path inside. An appendix may be an article in one edition and a `division` in
    another. What names nothing held is taken for an article: it may yet come.
    """

    unit: str
    point: str = ""
    division: bool = False


def parts_named(
    session: Session, asked: Collection[tuple[str, str]]
) -> Mapping[tuple[str, str], PartNamed]:
    """What each key, given with its act, names there."""
    wanted = frozenset(asked)
    stand = _stand(session, {part for _, key in wanted for part in (key, *_outer(key))})
    found: dict[tuple[str, str], PartNamed] = {}
    for ngr, key in wanted:
        here = (ngr, key)
        around = next((one for one in _outer(key) if (ngr, one, "article") in stand), None)
        if (*here, "article") in stand:
            found[here] = PartNamed(key, division=(*here, "division") in stand)
        elif (*here, "division") in stand or division_held(session, ngr, key).inside:
            found[here] = PartNamed(key, division=True)
        elif around is not None:
            found[here] = PartNamed(around, key.removeprefix(around + SEPARATOR))
        else:
            found[here] = PartNamed(key)
    return found


def part_named(session: Session, ngr: str, key: str) -> PartNamed:
    """What a key names in an act."""
    return parts_named(session, [(ngr, key)])[ngr, key]


def _stand(session: Session, keys: Iterable[str]) -> set[tuple[str, str, str]]:
    """Act, key and item of what stands under these keys in any edition."""
    table = EDITION_CONTENTS.c
    found: set[tuple[str, str, str]] = set()
    for some in batches(sorted(keys)):
        rows = session.execute(
            select(EDITIONS.c.ngr, table.key, table.item)
            .join(EDITIONS, EDITIONS.c.id == table.edition_id)
            .where(table.key.in_(some))
            .distinct()
        )
        found |= {(row.ngr, row.key, row.item) for row in rows}
    return found


def _outer(key: str) -> list[str]:
    """The keys around a key, the innermost first."""
    parts = key.split(SEPARATOR)
    return [SEPARATOR.join(parts[:size]) for size in range(len(parts) - 1, 0, -1)]

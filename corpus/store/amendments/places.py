"""Amendments by their place: those of a key, and of all that stands inside it by its own key."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from corpus.keys import SEPARATOR
from corpus.store.amendments.tables import AMENDMENTS

_DIVISIONS = frozenset({"sec", "subsec", "ch", "par", "app"})


def at_or_inside(session: Session, key: str, ngr: str | None) -> Sequence[ColumnElement[bool]]:
    """What an amendment must be for its place to be that of a key, or inside it.

    Told by the amendment alone: whoever follows the feed is given it when it comes, whatever
    becomes known of the act's chapters later.
    """
    table = AMENDMENTS.c
    parts = key.split(SEPARATOR)
    if parts[-1].partition("_")[0] in _DIVISIONS:
        return [table.key.in_([key, *_keys_inside(session, key, ngr)])]
    if len(parts) == 1:
        return [table.key == key]
    articles = {
        SEPARATOR.join(parts[:size]): SEPARATOR.join(parts[size:]) for size in range(1, len(parts))
    }
    places = [
        and_(
            table.key == article,
            or_(table.place == place, table.place.startswith(place + SEPARATOR, autoescape=True)),
        )
        for article, place in articles.items()
    ]
    # The keys once more, as what an index finds.
    return [table.key.in_([key, *articles]), or_(table.key == key, *places)]


def _keys_inside(session: Session, division: str, ngr: str | None) -> Sequence[str]:
    """The keys that amendments have and that stand inside a division's: few, found in an index."""
    table = AMENDMENTS.c
    found = select(table.key).where(
        table.key.startswith(division + SEPARATOR, autoescape=True),
        *([] if ngr is None else [table.ngr == ngr]),
    )
    return [key for key in session.scalars(found.distinct()) if key]

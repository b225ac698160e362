"""What stood in a division of an act, in each edition held."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sqlalchemy import Select, Text, cast, or_, select
from sqlalchemy.orm import Session

from corpus.law import HoldingKind, Language
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.tables import EDITION_CONTENTS, EDITIONS

Edition = tuple[Language, str]
"""A language and the label of its current row."""


@dataclass(frozen=True)
class DivisionHeld:
    """A division over all editions held, superseded ones too.

    `inside` are, by an edition's id, the keys of the articles and smaller divisions that stand in
    it there; `around` are the larger divisions it stands in. `partial` are the editions of the act
    that are held in part, and `partial_labels` the same of the current ones.
    """

    key: str
    languages: frozenset[Language]
    inside: Mapping[int, frozenset[str]]
    smaller: frozenset[str]
    around: Mapping[Edition, frozenset[str]]
    partial: frozenset[int]
    partial_labels: frozenset[Edition]

    @cached_property
    def ever(self) -> frozenset[str]:
        """All that stands in it or ever stood."""
        return frozenset().union(*self.inside.values())

    def holds(self, edition_id: int, key: str | None) -> bool:
        """Whether an article or a smaller division stands in it in an edition.

        An excerpt may lack the heading of the chapter: there what ever stood in it still does.
        """
        if key is None:
            return False
        if key in self.inside.get(edition_id, ()):
            return True
        return edition_id in self.partial and key in self.ever

    def around_when(self, record: AmendmentRecord) -> frozenset[str] | None:
        """The divisions around it when an amendment came; None: it was not there, or is not held.

        Where the first edition that states the amendment is held in part and does not tell, the
        last one does.
        """
        first = (record.language, str(record.first_label))
        if first in self.around:
            return self.around[first]
        last = (record.language, str(record.last_label))
        return self.around.get(last) if first in self.partial_labels else None


def division_held(session: Session, ngr: str, key: str) -> DivisionHeld:
    """What stood in a division; nothing where no edition has an article in it."""
    edition = EDITIONS.c
    inside: dict[int, set[str]] = defaultdict(set)
    around: dict[Edition, frozenset[str]] = {}
    smaller: set[str] = set()
    languages: set[Language] = set()
    for row in session.execute(_articles_inside(ngr, key)):
        place = row.divisions.index(key)
        inner = row.divisions[place + 1 :]
        inside[row.edition_id] |= {row.key, *inner}
        smaller |= set(inner)
        languages.add(Language(row.language))
        if row.superseded_at is None:
            at = (Language(row.language), row.label)
            around[at] = around.get(at, frozenset()) | frozenset(row.divisions[:place])
    parts = session.execute(
        select(edition.id, edition.language, edition.label, edition.superseded_at).where(
            edition.ngr == ngr, edition.holding != HoldingKind.WHOLE
        )
    ).all()
    return DivisionHeld(
        key=key,
        languages=frozenset(languages),
        inside={one: frozenset(keys) for one, keys in inside.items()},
        smaller=frozenset(smaller),
        around=around,
        partial=frozenset(row.id for row in parts),
        partial_labels=frozenset(
            (Language(row.language), row.label) for row in parts if row.superseded_at is None
        ),
    )


def _articles_inside(ngr: str, key: str) -> Select[Any]:
    """The articles that stand in a division, in every edition of an act, superseded ones too."""
    table, edition = EDITION_CONTENTS.c, EDITIONS.c
    stored = cast(table.divisions, Text)
    return (
        select(
            table.edition_id,
            table.key,
            table.divisions,
            edition.language,
            edition.label,
            edition.superseded_at,
        )
        .join(EDITIONS, edition.id == table.edition_id)
        .where(
            edition.ngr == ngr,
            table.item == "article",
            # As JSON writes a key: a letter beyond ASCII as it is, or as its code.
            or_(
                stored.contains(json.dumps(key), autoescape=True),
                stored.contains(f'"{key}"', autoescape=True),
            ),
        )
    )

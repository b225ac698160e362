"""In which divisions an article stands, edition by edition."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from corpus.law import HoldingKind, Language
from corpus.store.amendments.records import AmendmentRecord
from corpus.store.tables import EDITION_CONTENTS, EDITIONS


@dataclass(frozen=True)
class StandsIn:
    """By edition label the divisions around an article, where it stands; `parts`: held in part."""

    divisions: dict[str, frozenset[str]]
    parts: frozenset[str]

    def around(self, record: AmendmentRecord) -> frozenset[str] | None:
        """The divisions around it when an amendment came; None: it was not there, or is not held.

        Where the first edition that states the amendment is held in part and does not tell, the
        last one does.
        """
        first, last = str(record.first_label), str(record.last_label)
        if first in self.divisions:
            return self.divisions[first]
        return self.divisions.get(last) if first in self.parts else None


def stands_in(session: Session, ngr: str, language: Language, keys: Collection[str]) -> StandsIn:
    """Where an article stands in the current editions of an act; `keys` are those it had."""
    table, edition = EDITION_CONTENTS.c, EDITIONS.c
    current = (edition.ngr == ngr, edition.language == language, edition.superseded_at.is_(None))
    rows = session.execute(
        select(edition.label, table.divisions)
        .join(EDITIONS, edition.id == table.edition_id)
        .where(*current, table.item == "article", table.key.in_(sorted(keys)))
    )
    found: dict[str, frozenset[str]] = {}
    for row in rows:
        found[row.label] = found.get(row.label, frozenset()) | frozenset(row.divisions or ())
    parts = session.scalars(
        select(edition.label).where(*current, edition.holding != HoldingKind.WHOLE)
    )
    return StandsIn(found, frozenset(parts))


class Surroundings:
    """Where several articles stand; each is looked for once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._found: dict[tuple[str, Language, frozenset[str]], StandsIn] = {}

    def around(self, record: AmendmentRecord, keys: frozenset[str]) -> frozenset[str] | None:
        """The divisions around an article when an amendment of its act came."""
        asked = (record.ngr, record.language, keys)
        if asked not in self._found:
            self._found[asked] = stands_in(self._session, *asked)
        return self._found[asked].around(record)

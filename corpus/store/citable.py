"""What the store tells whoever resolves citations: acts with their names, and articles by key."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from corpus.citations.acts import ActName, CitableAct
from corpus.keys import SEPARATOR
from corpus.law import Language
from corpus.store.finding import acts
from corpus.store.tables import EDITION_CONTENTS, EDITIONS


def citable_acts(session: Session) -> list[CitableAct]:
    """Every act that is known, by its titles of today and those that its editions had before."""
    table = EDITIONS.c
    titles: dict[str, set[tuple[Language, str]]] = {}
    for row in session.execute(
        select(table.ngr, table.language, table.title).where(table.title != "").distinct()
    ):
        titles.setdefault(row.ngr, set()).add((Language(row.language), row.title))
    found = []
    for act in acts(session):
        current = [ActName(title, language) for language, title in act.titles.items()]
        former = [
            ActName(title, language, former=True)
            for language, title in sorted(titles.get(act.ngr, ()))
            if act.titles.get(language) != title
        ]
        found.append(
            CitableAct(
                act.ngr,
                act.form,
                act.number,
                act.adopted,
                act.reference_bank_id,
                (*current, *former),
                held=act.editions > 0,
            )
        )
    return found


class HeldProvisions:
    """The articles held, for as long as a session lives; an act's are read once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._keys: dict[str, Mapping[str, tuple[str, ...]]] = {}

    def keys(self, ngr: str) -> Mapping[str, tuple[str, ...]]:
        """The articles of an act in any edition by key, with the divisions around each."""
        if ngr not in self._keys:
            table, edition = EDITION_CONTENTS.c, EDITIONS.c
            rows = self._session.execute(
                select(table.key, table.divisions)
                .join(EDITIONS, edition.id == table.edition_id)
                .where(edition.ngr == ngr, edition.superseded_at.is_(None), table.item == "article")
                .order_by(edition.first_day.desc(), table.edition_id, table.position)
            )
            found: dict[str, tuple[str, ...]] = {}
            for row in rows:
                found.setdefault(row.key, tuple(row.divisions or ()))
            self._keys[ngr] = found
        return self._keys[ngr]

    def holders(self, unit: str) -> Sequence[tuple[str, str]]:
        """Acts with an article whose key ends in a unit (`art_113-3`), and that article's key."""
        table, edition = EDITION_CONTENTS.c, EDITIONS.c
        rows = self._session.execute(
            select(edition.ngr, table.key)
            .join(EDITIONS, edition.id == table.edition_id)
            .where(
                edition.superseded_at.is_(None),
                table.item == "article",
                or_(table.key == unit, table.key.endswith(SEPARATOR + unit, autoescape=True)),
            )
            .distinct()
            .order_by(edition.ngr, table.key)
        )
        return [(row.ngr, row.key) for row in rows]

"""What the store tells whoever resolves citations: acts with their names, and articles by key."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import bindparam, exists, func, or_, select
from sqlalchemy.orm import Session

from corpus.citations.acts import ActName, CitableAct
from corpus.citations.held_keys import HeldKeys
from corpus.keys import SEPARATOR, key_order
from corpus.law import HoldingKind, Language
from corpus.store.finding import acts
from corpus.store.tables import EDITION_CONTENTS, EDITIONS

_PLACE = func.row_number().over(
    partition_by=EDITION_CONTENTS.c.key,
    order_by=(
        EDITIONS.c.first_day.desc(),
        EDITION_CONTENTS.c.edition_id,
        EDITION_CONTENTS.c.position,
    ),
)
# Of each article one row: an act of thousands has as many more for each of its editions.
_NEWEST = (
    select(
        EDITION_CONTENTS.c.key,
        EDITION_CONTENTS.c.divisions,
        EDITION_CONTENTS.c.edition_id,
        EDITION_CONTENTS.c.position,
        EDITIONS.c.first_day,
        _PLACE.label("place"),
    )
    .join(EDITIONS, EDITIONS.c.id == EDITION_CONTENTS.c.edition_id)
    .where(
        EDITIONS.c.ngr == bindparam("ngr"),
        EDITIONS.c.superseded_at.is_(None),
        EDITION_CONTENTS.c.item == "article",
    )
    .subquery()
)
_KEYS = (
    select(_NEWEST.c.key, _NEWEST.c.divisions)
    .where(_NEWEST.c.place == 1)
    .order_by(_NEWEST.c.first_day.desc(), _NEWEST.c.edition_id, _NEWEST.c.position)
)


def citable_acts(session: Session) -> list[CitableAct]:
    """Every act that is known, by its titles of today and those that its editions had before.

    Form, number and day are the watch list's, else those under an edition's title.
    """
    titles = _titles_of_editions(session)
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
                repealed_on=act.repealed_on,
            )
        )
    return found


def _titles_of_editions(session: Session) -> dict[str, set[tuple[Language, str]]]:
    """By act, the titles of its editions in each language."""
    table = EDITIONS.c
    titles: dict[str, set[tuple[Language, str]]] = {}
    for row in session.execute(select(table.ngr, table.language, table.title).distinct()):
        if row.title:
            titles.setdefault(row.ngr, set()).add((Language(row.language), row.title))
    return titles


class HeldProvisions:
    """The articles held, for as long as a session lives; an act's are read once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._keys: dict[str, HeldKeys] = {}
        self._partial: Mapping[str, Collection[HoldingKind]] | None = None

    def keys(self, ngr: str) -> HeldKeys:
        """The articles of an act in any edition by key, with the divisions around each."""
        if ngr not in self._keys:
            rows = self._session.execute(_KEYS, {"ngr": ngr})
            found = {row.key: tuple(row.divisions or ()) for row in rows}
            self._keys[ngr] = HeldKeys(found)
        return self._keys[ngr]

    def has(self, ngr: str, key: str) -> bool:
        """Whether any edition of an act has an article: asked without reading all its keys."""
        if ngr in self._keys:
            return key in self._keys[ngr]
        table, edition = EDITION_CONTENTS.c, EDITIONS.c
        return (
            self._session.scalar(
                select(
                    exists().where(
                        edition.id == table.edition_id,
                        edition.ngr == ngr,
                        edition.superseded_at.is_(None),
                        table.item == "article",
                        table.key == key,
                    )
                )
            )
            is True
        )

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

    def may_have(self, unit: str) -> Sequence[str]:
        """Acts of which no edition is held whole, that may have such an article all the same.

        Only those whose articles are of that level; not those of which a beginning is held that
        goes on behind its place.
        """
        level = unit.partition("_")[0]
        found = []
        for ngr, kinds in self._held_in_part().items():
            own = [key.split(SEPARATOR)[-1] for key in self.keys(ngr)]
            same = [key for key in own if key.partition("_")[0] == level]
            passed = HoldingKind.BEGINNING in kinds and any(
                key_order(key) > key_order(unit) for key in same
            )
            if same and unit not in own and not passed:
                found.append(ngr)
        return found

    def _held_in_part(self) -> Mapping[str, Collection[HoldingKind]]:
        """The acts of which no edition is held whole, and how they are held."""
        if self._partial is None:
            table = EDITIONS.c
            kinds: dict[str, set[HoldingKind]] = {}
            for row in self._session.execute(
                select(table.ngr, table.holding)
                .where(table.superseded_at.is_(None))
                .distinct()
                .order_by(table.ngr)
            ):
                kinds.setdefault(row.ngr, set()).add(HoldingKind(row.holding))
            self._partial = {
                ngr: held for ngr, held in kinds.items() if HoldingKind.WHOLE not in held
            }
        return self._partial

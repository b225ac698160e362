"""What each held edition of an act says of an article: its text, that it is gone, or nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.orm import Session

from corpus.keys import covers
from corpus.law import Division, Edition, Footnote, Language
from corpus.store import law_json
from corpus.store.article_keys import article_keys
from corpus.store.batches import batches
from corpus.store.errors import UnknownArticle
from corpus.store.finding import editions
from corpus.store.known import known_editions
from corpus.store.places_held import places_held
from corpus.store.records import EditionSummary
from corpus.store.tables import EDITION_CONTENTS, EDITIONS, TEXTS
from corpus.store.texts import nearest_keys, partial_outlines
from corpus.store.windows import Timeline


class Place(StrEnum):
    """Whether an edition has an article."""

    HERE = "here"
    CUT = "cut"
    """The copy may end inside it: what is there is sure, what is missing is not."""
    ABSENT = "absent"
    """The edition holds the article's place and has none there."""
    NOT_HELD = "not held"


@dataclass(frozen=True)
class Standing:
    """What one held edition says of an article; the hashes where it is there."""

    edition: EditionSummary
    place: Place
    text_hash: str = ""
    wording_hash: str = ""


@dataclass(frozen=True)
class Standings:
    """The articles of an act in one language over its held editions, and the labels known.

    An article is read when it is asked for, so that it costs what it costs and not what the act
    does; all of them at once when all keys are asked for. One belongs to one session.
    """

    ngr: str
    language: Language
    editions: tuple[EditionSummary, ...]
    timeline: Timeline
    _session: Session

    @cached_property
    def _by_key(self) -> Mapping[str, dict[int, Row[Any]]]:
        """Every article."""
        found: dict[str, dict[int, Row[Any]]] = {}
        for row in places_held(self._session, self.ngr, self.language):
            found.setdefault(row.key, {}).setdefault(row.edition_id, row)
        return found

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all articles that any of the editions has."""
        return tuple(self._by_key)

    def read_all(self) -> None:
        """Read every article at once."""
        _ = self._by_key

    def _rows_of(self, key: str) -> Mapping[int, Row[Any]]:
        """An article by edition, in the order of their ids."""
        if "_by_key" in self.__dict__:
            return self._by_key.get(key, {})
        found: dict[int, Row[Any]] = {}
        for row in places_held(self._session, self.ngr, self.language, key):
            found.setdefault(row.edition_id, row)
        return found

    @cached_property
    def _outlines(self) -> Mapping[int, Edition]:
        """The outlines of the editions that hold only a part of their act."""
        return partial_outlines(self._session, self.editions)

    def _order(self, edition_id: int) -> Sequence[str]:
        """The keys of an edition in the act's order: only a partial copy needs them."""
        return article_keys(self._session, edition_id) if self._outlines else ()

    def of(self, key: str) -> tuple[Standing, ...]:
        """An article in each held edition, in the editions' order, undated ones last.

        Raises UnknownArticle, with the nearest keys, where no edition has it.
        """
        rows = self._rows_of(key)
        if not rows:
            near = nearest_keys(key, self._by_key)
            raise UnknownArticle(self.ngr, key, f"any edition held in {self.language}", near)
        around = list(dict.fromkeys(one for row in rows.values() for one in row.divisions or ()))
        order = self._order(next(iter(rows)))
        return tuple(self._standing(one, key, rows, around, order) for one in self.editions)

    def _standing(
        self,
        edition: EditionSummary,
        key: str,
        rows: Mapping[int, Row[Any]],
        divisions: Sequence[str],
        order: Sequence[str],
    ) -> Standing:
        shape = self._outlines.get(edition.id)
        row = rows.get(edition.id)
        if row is None:
            held = shape is None or covers(shape, key, divisions, order)
            return Standing(edition, Place.ABSENT if held else Place.NOT_HELD)
        complete = shape is None or covers(shape, key)
        return Standing(
            edition, Place.HERE if complete else Place.CUT, row.text_hash, row.wording_hash
        )


@dataclass(frozen=True)
class HeldText:
    """An article's wording as held, in one language; the same words are there once."""

    language: Language
    text_hash: str
    wording: str


@dataclass(frozen=True)
class HeldPlace:
    """Where a text stands: an article of an act in a language."""

    ngr: str
    language: Language
    key: str
    text_hash: str


def standings(session: Session, ngr: str, language: Language, *, whole: bool = False) -> Standings:
    """Where the articles of an act stand; raises UnknownAct, LanguageNotHeld.

    `whole`: all are read at once, for whoever asks of many.
    """
    held = editions(session, ngr, language)
    timeline = known_editions(session, ngr).timeline(language)
    found = Standings(ngr, language, tuple(held), timeline, session)
    if whole:
        found.read_all()
    return found


def held_texts(
    session: Session, ngr: str | None = None, language: Language | None = None
) -> Iterator[HeldText]:
    """Every wording held, of one act or all, in one language or all; read one by one."""
    named = (
        select(EDITIONS.c.language, EDITION_CONTENTS.c.text_hash)
        .join(EDITIONS, EDITIONS.c.id == EDITION_CONTENTS.c.edition_id)
        .where(
            EDITIONS.c.superseded_at.is_(None),
            EDITION_CONTENTS.c.text_hash.is_not(None),
            *([] if ngr is None else [EDITIONS.c.ngr == ngr]),
            *([] if language is None else [EDITIONS.c.language == language]),
        )
        .distinct()
        .subquery()
    )
    rows = session.execute(
        select(named.c.language, TEXTS.c.hash, TEXTS.c.wording).join(
            TEXTS, TEXTS.c.hash == named.c.text_hash
        )
    )
    for row in rows:
        yield HeldText(Language(row.language), row.hash, row.wording)


def places_of(
    session: Session, hashes: Collection[str], ngr: str | None, language: Language | None
) -> list[HeldPlace]:
    """Where texts stand in the editions held, by their hashes; in no order."""
    contents, table = EDITION_CONTENTS.c, EDITIONS.c
    found: list[HeldPlace] = []
    for batch in batches(hashes):
        rows = session.execute(
            select(table.ngr, table.language, contents.key, contents.text_hash)
            .join(EDITIONS, table.id == contents.edition_id)
            .where(
                table.superseded_at.is_(None),
                contents.text_hash.in_(batch),
                *([] if ngr is None else [table.ngr == ngr]),
                *([] if language is None else [table.language == language]),
            )
            .distinct()
        )
        found += [
            HeldPlace(row.ngr, Language(row.language), row.key, row.text_hash) for row in rows
        ]
    return found


NotesApart = tuple[tuple[Footnote, ...], Mapping[str, tuple[Footnote, ...]]]


def notes_of_divisions(session: Session, edition_id: int) -> NotesApart:
    """An edition's footnotes that stand at no article: those of the act, and by division."""
    return notes_of_editions(session, [edition_id])[edition_id]


def notes_of_editions(session: Session, ids: Collection[int]) -> Mapping[int, NotesApart]:
    """The same for many editions, in one query."""
    table = EDITION_CONTENTS.c
    rows = session.execute(
        select(table.edition_id, table.item, table.body)
        .where(table.edition_id.in_(ids), table.item.in_(("division", "footnote")))
        .order_by(table.edition_id, table.position)
    )
    of_act: dict[int, list[Footnote]] = {number: [] for number in ids}
    by_division: dict[int, dict[str, tuple[Footnote, ...]]] = {number: {} for number in ids}
    for row in rows:
        match law_json.content_from_text(row.item, row.body):
            case Division() as division:
                by_division[row.edition_id].setdefault(division.key, division.notes)
            case Footnote() as note:
                of_act[row.edition_id].append(note)
            case _:
                pass
    return {number: (tuple(of_act[number]), by_division[number]) for number in ids}

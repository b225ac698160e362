"""What is known of an act's editions, read in one go: the rows held, and the labels named.

From it follow the windows of days, the certainty of an answer and the summaries.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, partial
from typing import Any

from sqlalchemy import BindParameter, Column, ColumnElement, Row, Select, and_, bindparam, select
from sqlalchemy.orm import Session

from corpus.amendments import AmendingAct
from corpus.gates import CUT_PAGE
from corpus.law import ActStatus, Cause, EditionLabel, Holding, HoldingKind, Language, Precision
from corpus.store import law_json
from corpus.store.batches import batches
from corpus.store.listing import WATCH_LIST
from corpus.store.read_once import read_already, read_once
from corpus.store.records import Certainty, EditionSummary, RevisionReason
from corpus.store.repeals import repealing_act
from corpus.store.tables import (
    ACTS,
    EDITION_SNAPSHOTS,
    EDITIONS,
    LISTED_EDITIONS,
    QUARANTINE,
    SNAPSHOTS,
)
from corpus.store.windows import Timeline, Window


@dataclass(frozen=True)
class HeldEdition:
    """An edition that is held, by its label only."""

    id: int
    language: Language
    label: EditionLabel


@dataclass(frozen=True)
class _Listed:
    language: Language
    label: EditionLabel
    origin: str
    last_seen: date


@dataclass(frozen=True)
class KnownEditions:
    """All that is known of one act's editions, in every language."""

    ngr: str
    held: tuple[HeldEdition, ...]
    listed: tuple[_Listed, ...]
    quarantined: tuple[tuple[Language, EditionLabel], ...]
    repealed_on: date | None = None
    repealed_by: AmendingAct | None = None
    """The act that its own notes name, of one that the watch list says was repealed."""

    @cached_property
    def languages(self) -> tuple[Language, ...]:
        """The languages of which an edition is held."""
        return tuple(sorted({one.language for one in self.held}))

    @cached_property
    def _timelines(self) -> dict[Language, Timeline]:
        return {language: self._timeline(language) for language in self.languages}

    @cached_property
    def listed_by_registries(self) -> frozenset[EditionLabel]:
        """The labels that registries' own lists name, in any language."""
        return frozenset(one.label for one in self.listed if one.origin != WATCH_LIST)

    def timeline(self, language: Language) -> Timeline:
        """The held and the named labels, for the rule which edition answers for a day."""
        return self._timelines.get(language) or self._timeline(language)

    def _timeline(self, language: Language) -> Timeline:
        own = tuple(one.label for one in self.held if one.language == language)
        named = [(one.label, one.origin) for one in self.listed]
        named += [(label, QUARANTINED) for _, label in self.quarantined]
        named += [
            (one.label, f"held in {one.language}") for one in self.held if one.language != language
        ]
        return Timeline(self.ngr, language, own, tuple(named), self.repealed_on, self.repealed_by)

    def certainty(self, language: Language, day: date | None = None) -> Certainty:
        """Whether a registry's list of that language vouches for an answer, on a day or at all."""
        seen = [
            one.last_seen
            for one in self.listed
            if one.language == language and one.origin != WATCH_LIST
        ]
        vouched = bool(seen) and (day is None or day <= max(seen))
        return Certainty.LISTED if vouched else Certainty.UNLISTED

    def summaries(self, session: Session, wanted: Collection[HeldEdition]) -> list[EditionSummary]:
        """The summaries of editions, by language and label, undated ones last."""
        read = read_summaries(session, [(self, one) for one in wanted])
        found = [read[number] for number in {one.id for one in wanted} if number in read]
        return sorted(found, key=lambda one: (one.language, label_order(one.label), one.id))

    def of(self, language: Language | None) -> tuple[HeldEdition, ...]:
        """The editions held in a language, or all."""
        return tuple(one for one in self.held if language in (None, one.language))


def label_order(label: EditionLabel) -> tuple[date, date]:
    """Sorts labels by time; an undated one comes last."""
    return (label.first_day or date.max, label.last_day or date.max)


QUARANTINED = "in quarantine"
"""Who names an edition that was fetched and not believed."""


def known_editions(session: Session, ngr: str) -> KnownEditions:
    """What is known of an act; empty for an act nobody has heard of."""
    return read_once(
        session, ("known editions", ngr), lambda: _read(session, _ONE, {"ngr": ngr}, (ngr,))[ngr]
    )


def summaries_read(session: Session) -> dict[int, EditionSummary]:
    """The summaries of current editions that a session has read, by id, to be added to."""
    return read_once(session, "summaries", dict)


def read_summaries(
    session: Session, wanted: Collection[tuple[KnownEditions, HeldEdition]]
) -> dict[int, EditionSummary]:
    """The summaries that a session has read, with those of some editions of any acts among them."""
    read = summaries_read(session)
    unread = {one.id: known for known, one in wanted if one.id not in read}
    for batch in batches(unread):
        for row in edition_rows_by_id(session, batch):
            known, language = unread[row.id], Language(row.language)
            window = known.timeline(language).window(_label(row))
            read[row.id] = edition_summary(row, window, known.certainty(language))
    return read


# Each is made once: to make a statement costs as much as to have it answered.
_NGR: BindParameter[str] = bindparam("ngr")
_NGRS: BindParameter[Sequence[str]] = bindparam("ngrs", expanding=True)


@dataclass(frozen=True)
class _AboutActs:
    """What is asked of some acts: what is held, what is named, what is not believed, their end."""

    held: Select[Any]
    listed: Select[Any]
    refused: Select[Any]
    repealed_on: Select[Any]

    @classmethod
    def where(cls, wanted: Callable[[Column[str]], ColumnElement[bool]]) -> _AboutActs:
        held, listed, refused = EDITIONS.c, LISTED_EDITIONS.c, QUARANTINE.c
        return cls(
            select(held.ngr, held.id, held.language, held.precision, held.first_day).where(
                wanted(held.ngr), held.superseded_at.is_(None)
            ),
            select(
                listed.ngr, listed.language, listed.label, listed.origin, listed.last_seen_at
            ).where(wanted(listed.ngr)),
            select(
                refused.ngr, refused.language, refused.label, refused.title, refused.objections
            ).where(
                wanted(refused.ngr),
                refused.released_at.is_(None),
                refused.label.is_not(None),
                refused.language.is_not(None),
            ),
            select(ACTS.c.ngr, ACTS.c.repealed_on).where(wanted(ACTS.c.ngr)),
        )


_ONE = _AboutActs.where(lambda ngr: ngr == _NGR)
_SEVERAL = _AboutActs.where(lambda ngr: ngr.in_(_NGRS))
_ROWS = (
    select(EDITIONS, SNAPSHOTS.c.sha256, SNAPSHOTS.c.url, SNAPSHOTS.c.fetched_at.label("fetched"))
    .outerjoin(
        EDITION_SNAPSHOTS,
        and_(EDITION_SNAPSHOTS.c.edition_id == EDITIONS.c.id, EDITION_SNAPSHOTS.c.position == 0),
    )
    .outerjoin(SNAPSHOTS, SNAPSHOTS.c.id == EDITION_SNAPSHOTS.c.snapshot_id)
    .order_by(EDITIONS.c.id)
)
_ROWS_BY_ID = _ROWS.where(EDITIONS.c.id.in_(bindparam("ids", expanding=True)))


def know_together(session: Session, ngrs: Iterable[str]) -> list[KnownEditions]:
    """What is known of several acts, in their order, in as many queries as for one or nearly so.

    A session that keeps what is read has it ready for `known_editions` then.
    """
    wanted = list(dict.fromkeys(ngrs))
    unread = [one for one in wanted if read_already(session, ("known editions", one), None) is None]
    found: dict[str, KnownEditions] = {}
    for batch in batches(unread):
        found |= _read(session, _SEVERAL, {"ngrs": batch}, batch)
    return [
        read_once(session, ("known editions", one), partial(found.__getitem__, one))
        for one in wanted
    ]


def _read(
    session: Session, ask: _AboutActs, about: Mapping[str, object], ngrs: Sequence[str]
) -> dict[str, KnownEditions]:
    held: dict[str, list[HeldEdition]] = {ngr: [] for ngr in ngrs}
    for row in session.execute(ask.held, about):
        held[row.ngr].append(HeldEdition(row.id, Language(row.language), _label(row)))
    listed: dict[str, list[_Listed]] = {ngr: [] for ngr in ngrs}
    for row in session.execute(ask.listed, about):
        label = EditionLabel.parse(row.label)
        seen = row.last_seen_at.date()
        listed[row.ngr].append(_Listed(Language(row.language), label, row.origin, seen))
    refused: dict[str, list[tuple[Language, EditionLabel]]] = {ngr: [] for ngr in ngrs}
    for row in session.execute(ask.refused, about):
        # A page in which no edition was read says nothing about which editions exist, unless it
        # was one of them and broke off.
        if row.title is not None or any(one["gate"] == CUT_PAGE for one in row.objections):
            refused[row.ngr].append((Language(row.language), EditionLabel.parse(row.label)))
    ends = {row.ngr: row.repealed_on for row in session.execute(ask.repealed_on, about)}
    return {
        ngr: KnownEditions(
            ngr,
            tuple(held[ngr]),
            tuple(listed[ngr]),
            tuple(refused[ngr]),
            ends.get(ngr),
            repealing_act(session, ngr) if ends.get(ngr) else None,
        )
        for ngr in ngrs
    }


def edition_rows(session: Session, *which: ColumnElement[bool]) -> Iterable[Row[Any]]:
    """Editions' rows, each with the first response it was read from."""
    return session.execute(_ROWS.where(*which))


def edition_rows_by_id(session: Session, ids: Iterable[int]) -> Iterable[Row[Any]]:
    """The same of some editions by their ids, whether or not later rows replaced them."""
    return session.execute(_ROWS_BY_ID, {"ids": list(ids)})


def edition_summary(row: Row[Any], window: Window, certainty: Certainty) -> EditionSummary:
    """A row of `edition_rows` as a value."""
    return EditionSummary(
        id=row.id,
        ngr=row.ngr,
        language=Language(row.language),
        label=_label(row),
        from_=window.from_,
        to=window.to,
        title=row.title,
        requisites=row.requisites,
        status=ActStatus(row.status),
        holding=Holding(HoldingKind(row.holding), tuple(row.holding_keys)),
        articles=row.articles,
        known_on=row.known_on,
        cause=_cause(row),
        sample=row.sample,
        revision=row.revision,
        reason=RevisionReason(row.reason),
        registry=row.registry,
        format=row.format,
        parser_version=row.parser_version,
        recorded_at=row.recorded_at,
        superseded_by=row.superseded_by,
        content_hash=row.content_hash,
        snapshot_sha256=row.sha256,
        url=row.url,
        fetched_at=row.fetched,
        certainty=certainty,
    )


def _label(row: Row[Any]) -> EditionLabel:
    return EditionLabel(Precision(row.precision), row.first_day)


def _cause(row: Row[Any]) -> Cause | None:
    return None if row.cause is None else law_json.from_json(Cause, row.cause)

"""What is known of an act's editions, read in one go: the rows held, and the labels named.

From it follow the windows of days, the certainty of an answer and the summaries.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Row, and_, bindparam, select
from sqlalchemy.orm import Session

from corpus.amendments import AmendingAct
from corpus.gates import CUT_PAGE
from corpus.law import ActStatus, Cause, EditionLabel, Holding, HoldingKind, Language, Precision
from corpus.store import law_json
from corpus.store.listing import WATCH_LIST
from corpus.store.read_once import read_once
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
        read = summaries_read(session)
        if unread := [one.id for one in wanted if one.id not in read]:
            for row in edition_rows_by_id(session, unread):
                language = Language(row.language)
                window = self.timeline(language).window(_label(row))
                read[row.id] = edition_summary(row, window, self.certainty(language))
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
    return read_once(session, ("known editions", ngr), lambda: _read(session, ngr))


def summaries_read(session: Session) -> dict[int, EditionSummary]:
    """The summaries of current editions that a session has read, by id, to be added to."""
    return read_once(session, "summaries", dict)


# Each is made once: to make a statement costs as much as to have it answered.
_NGR: BindParameter[str] = bindparam("ngr")
_HELD = select(
    EDITIONS.c.id, EDITIONS.c.language, EDITIONS.c.precision, EDITIONS.c.first_day
).where(EDITIONS.c.ngr == _NGR, EDITIONS.c.superseded_at.is_(None))
_LISTED = select(
    LISTED_EDITIONS.c.language,
    LISTED_EDITIONS.c.label,
    LISTED_EDITIONS.c.origin,
    LISTED_EDITIONS.c.last_seen_at,
).where(LISTED_EDITIONS.c.ngr == _NGR)
_REFUSED = select(
    QUARANTINE.c.language, QUARANTINE.c.label, QUARANTINE.c.title, QUARANTINE.c.objections
).where(
    QUARANTINE.c.ngr == _NGR,
    QUARANTINE.c.released_at.is_(None),
    QUARANTINE.c.label.is_not(None),
    QUARANTINE.c.language.is_not(None),
)
_REPEALED_ON = select(ACTS.c.repealed_on).where(ACTS.c.ngr == _NGR)
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


def _read(session: Session, ngr: str) -> KnownEditions:
    act = {"ngr": ngr}
    held = session.execute(_HELD, act).all()
    listed = session.execute(_LISTED, act)
    quarantined = [
        row
        for row in session.execute(_REFUSED, act)
        # A page in which no edition was read says nothing about which editions exist, unless it
        # was one of them and broke off.
        if row.title is not None or any(one["gate"] == CUT_PAGE for one in row.objections)
    ]
    repealed_on = session.scalar(_REPEALED_ON, act)
    return KnownEditions(
        ngr,
        tuple(
            HeldEdition(one, Language(language), EditionLabel(Precision(precision), first_day))
            for one, language, precision, first_day in held
        ),
        tuple(
            _Listed(
                Language(row.language),
                EditionLabel.parse(row.label),
                row.origin,
                row.last_seen_at.date(),
            )
            for row in listed
        ),
        tuple((Language(row.language), EditionLabel.parse(row.label)) for row in quarantined),
        repealed_on,
        repealing_act(session, ngr) if repealed_on else None,
    )


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

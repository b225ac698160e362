"""Keeping an act's amendments up to date when an edition, or the news of one, comes in.

Only what was not read before is read; all else comes from the stored readings. How an amendment's
note came into the editions held may show from when it is in force: see `corpus.entry_into_force`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from sqlalchemy.orm import Session

from corpus.amending_acts import AmendingActs
from corpus.amendments import AmendingAct, Amendment, NgrGround, Role
from corpus.entry_into_force import Appearance, OwnClause, entry_into_force
from corpus.law import Article, Division, Edition, HoldingKind, Language
from corpus.notes import READER_VERSION, amendments_of, first_act_in
from corpus.store import reads
from corpus.store.amendments.note_readings import (
    StatedReading,
    readings_stated,
    stated_readings,
    unread_editions,
)
from corpus.store.errors import UnknownArticle
from corpus.store.known import KnownEditions, known_editions
from corpus.store.records import EditionSummary
from corpus.store.standing import Place, Standings, standings
from corpus.store.writes import FoundAmendment, Mention, record_readings, replace_amendments
from crawler.own_clauses import OwnClauses


def refresh_amendments(
    session: Session,
    ngr: str,
    recorded_at: datetime,
    acts: AmendingActs,
    *,
    at_hand: Mapping[int, Edition] | None = None,
) -> int:
    """Read the notes not read yet and bring the act's amendments up to date, in every language.

    Gives how many were recorded or withdrawn. `at_hand` are texts, by edition id, that need not be
    read from the store again.
    """
    texts = at_hand or {}
    for unread in unread_editions(session, READER_VERSION, ngr):
        edition = texts.get(unread.id) or reads.edition(session, unread.id)
        record_readings(
            session,
            unread.id,
            mentions_of(edition),
            reader_version=READER_VERSION,
            read_at=recorded_at,
        )
    known = known_editions(session, ngr)
    amended = reads.act(session, ngr)
    return sum(
        replace_amendments(
            session,
            ngr,
            language,
            _Timeline(session, known, language, acts).found(OwnClauses(session, amended, language)),
            recorded_at=recorded_at,
        )
        for language in known.languages
    )


def mentions_of(edition: Edition) -> list[Mention]:
    """What an edition's notes state, each with its place's printed heading ("": it has none)."""
    headings: dict[str | None, str] = {None: edition.title}
    for item in edition.content:
        if isinstance(item, Article | Division):
            headings.setdefault(item.key, item.printed_heading)
    return [Mention(one, headings.get(one.target.key, "")) for one in amendments_of(edition)]


@dataclass(frozen=True)
class _Timeline:
    """The editions held in one language, oldest first, and what they state."""

    session: Session
    known: KnownEditions
    language: Language
    acts: AmendingActs
    _stated: dict[int, Sequence[Amendment]] = field(default_factory=dict)

    @cached_property
    def _editions(self) -> list[EditionSummary]:
        return self.known.summaries(self.session, self.known.of(self.language))

    @cached_property
    def _places(self) -> Mapping[int, int]:
        """The editions' places in time, by id."""
        return {one.id: place for place, one in enumerate(self._editions)}

    @cached_property
    def _readings(self) -> Mapping[int, StatedReading]:
        said = stated_readings(self.session, self.known.ngr, self.language)
        return {one.id: one for one in said}

    @cached_property
    def _standings(self) -> Standings:
        return standings(self.session, self.known.ngr, self.language, whole=True)

    def found(self, own_clause: OwnClause) -> list[FoundAmendment]:
        """The amendments that stand, in the order in which the editions came to state them."""
        groups: dict[str, list[StatedReading]] = {}
        for one in sorted(
            self._readings.values(), key=lambda one: (self._places[one.first_edition_id], one.id)
        ):
            groups.setdefault(one.identity, []).append(one)
        return [self._found(identity, group, own_clause) for identity, group in groups.items()]

    def _found(
        self, identity: str, group: Sequence[StatedReading], own_clause: OwnClause
    ) -> FoundAmendment:
        first = group[0]
        last = max(group, key=lambda one: self._places[one.last_edition_id])
        return FoundAmendment(
            identity=identity,
            amendment=first.amendment,
            act=self.acts.identified(_best_known([one.amendment.act for one in group])),
            entry=entry_into_force(
                first.amendment,
                published=self.acts.published,
                own_clause=own_clause,
                appearance=self._appearance(first.amendment, self._places[first.first_edition_id]),
            ),
            reading_id=first.id,
            heading=last.heading,
            first_edition_id=first.first_edition_id,
            last_edition_id=last.last_edition_id,
        )

    def _appearance(self, amendment: Amendment, place: int) -> Appearance:
        edition = self._editions[place]
        caused = self._caused(edition, amendment.act)
        return Appearance(
            edition.label,
            follows_silence=caused and self._was_silent(amendment, place),
            caused=caused,
        )

    def _caused(self, edition: EditionSummary, act: AmendingAct) -> bool:
        """Whether the registry's cause of the edition, or the watch list, is surely that act."""
        if self.acts.made(act, edition.ngr, edition.label):
            return True
        cause = first_act_in(edition.cause.requisites) if edition.cause else None
        return (
            cause is not None
            and act.adopted is not None
            and act.bare_number is not None
            and (cause.adopted, cause.bare_number) == (act.adopted, act.bare_number)
        )

    def _was_silent(self, amendment: Amendment, place: int) -> bool:
        """Whether the edition right before, with none known between, could and does not state it.

        It states it also where it says anything else of the same act at the same place: the notes
        may put the same amendment differently.
        """
        edition = self._editions[place]
        before = self._editions[place - 1] if place else None
        if (
            before is None
            or not before.label.surely_before(edition.label)
            or before.to != edition.label.first_day
        ):
            return False
        holds = before.holding.kind is HoldingKind.WHOLE
        return (holds or self._holds(before, amendment.target.key)) and not any(
            other.role is Role.AMENDS
            and other.target == amendment.target
            and other.act.is_same_act(amendment.act)
            for other in self._stated_by(before.id)
        )

    def _stated_by(self, edition_id: int) -> Sequence[Amendment]:
        if edition_id not in self._stated:
            ids = readings_stated(self.session, edition_id)
            self._stated[edition_id] = [self._readings[number].amendment for number in ids]
        return self._stated[edition_id]

    def _holds(self, edition: EditionSummary, key: str | None) -> bool:
        """Whether a partial copy has all of a place, or could show that it was not there."""
        if key is None:
            return False
        if key in edition.holding.keys:
            return True
        try:
            standing = self._standings.of(key)
        except UnknownArticle:
            return False
        return any(
            one.edition.id == edition.id and one.place in {Place.HERE, Place.ABSENT}
            for one in standing
        )


def _best_known(acts: Sequence[AmendingAct]) -> AmendingAct:
    """The act as the notes name it: as the first does, unless a later one has a link for it."""
    linked = [act for act in acts if act.ngr_ground is NgrGround.LINK]
    return (linked or acts)[0]

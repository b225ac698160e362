"""What is known around a change of an article: the versions, the gaps, the acts that fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from sqlalchemy.orm import Session

from api.questions.amending_acts.own_text import OwnTexts
from corpus.amendments import AmendingAct
from corpus.law import Article, EditionLabel, Footnote
from corpus.store import reads
from corpus.store.amendments.stated import stated_in_editions
from corpus.store.records import EditionSummary
from corpus.store.standing import Standings, notes_of_divisions
from diffing.explaining import Told, ended
from diffing.order import may_lie_between
from diffing.origins.acts import (
    CandidateAct,
    NotesAround,
    acts_between,
    acts_in_own_notes,
    acts_of_oldest,
)
from diffing.origins.moved_keys import moved_keys

How = Literal["brought", "oldest", "original"]
"""Came between two held editions; stands in the oldest text held; as the act was adopted."""


@dataclass(frozen=True)
class Version:
    """An article in a held edition, by the key it has there; None: it is not there."""

    edition: EditionSummary
    key: str
    article: Article | None


@dataclass(frozen=True)
class Arrival:
    """How words came to stand in an article."""

    edition: EditionSummary
    """The first edition held that has them."""
    how: How
    after: EditionLabel | None
    """The nearest edition held that lacks them."""
    missing: tuple[EditionLabel, ...]
    """The editions that are known, may lie in between and do not tell."""
    article_came: bool
    moved_from: str | None
    """The key under which the same words stood before."""
    amending_acts: tuple[CandidateAct, ...]
    noted_acts: tuple[CandidateAct, ...] = ()
    """Where none is known for the oldest words held: those that the article's notes name."""


class Evidence:
    """What an act in one language tells of its changes; what was read is remembered."""

    def __init__(self, session: Session, held: Standings) -> None:
        self._session = session
        self._held = held
        self._notes: dict[int, tuple[tuple[Footnote, ...], Mapping[str, tuple[Footnote, ...]]]] = {}
        self._moves: dict[tuple[int, int], Mapping[str, str]] = {}
        self._own_texts = OwnTexts(session, held.language)

    @cached_property
    def _known(self) -> frozenset[EditionLabel]:
        timeline = self._held.timeline
        return frozenset((*timeline.held, *(label for label, _ in timeline.named)))

    @cached_property
    def _adopted(self) -> EditionLabel | None:
        day = reads.act(self._session, self._held.ngr).adopted
        return None if day is None else EditionLabel.on(day)

    def silent(
        self, older: EditionLabel | None, newer: EditionLabel | None, *told: EditionLabel
    ) -> tuple[EditionLabel, ...]:
        """The labels that may lie between and are not among those that told."""
        between = may_lie_between(self._known, older, newer)
        return tuple(label for label in between if label not in told)

    def how(self, first: EditionSummary, before: EditionSummary | None) -> How:
        """How something that first stands in an edition came; `before` surely lacks it."""
        if before is not None:
            return "brought"
        return "original" if first.label == self._adopted else "oldest"

    def arrival(
        self, now: Version, before: Version | None, words: str, moved_from: str | None
    ) -> Arrival:
        """How words came with a version; the one before it surely lacks them."""
        older = before.edition if before else None
        acts = self.acts(now, before, words)
        unsure = before is None and not acts
        return Arrival(
            edition=now.edition,
            how=self.how(now.edition, older),
            after=older.label if older else None,
            missing=self.silent(older.label if older else None, now.edition.label),
            article_came=before is not None and before.article is None,
            moved_from=moved_from,
            amending_acts=acts,
            noted_acts=acts_in_own_notes(self._around(now, ())) if unsure else (),
        )

    def moves(self, older: EditionSummary, newer: EditionSummary) -> Mapping[str, str]:
        """The older key of each article that moved between two editions, by its newer key."""
        pair = (older.id, newer.id)
        if pair not in self._moves:
            old, new = (reads.edition(self._session, one.id) for one in (older, newer))
            self._moves[pair] = moved_keys(old, new)
        return self._moves[pair]

    def acts(self, now: Version, before: Version | None, changed: str) -> tuple[CandidateAct, ...]:
        """The acts that may have made an article what it is, from what it was before.

        `changed` are the words that came or went.
        """
        article = now.article or (before.article if before else None)
        divisions = article.divisions if article else ()
        if before is None:
            return acts_of_oldest(now.key, divisions, self._around(now, divisions))
        earlier = before.article.divisions if before.article else divisions
        found = acts_between(
            now.edition.label,
            now.edition.cause,
            self._around(now, divisions),
            self._around(before, earlier),
            changed,
        )
        return found or self._after_a_time(now, before)

    def _after_a_time(self, now: Version, before: Version) -> tuple[CandidateAct, ...]:
        """What amending acts that are held order from the day on which a temporary wording ended.

        Its note names no act for what follows.
        """
        ids = (before.edition.id, now.edition.id)
        read = stated_in_editions(self._session, ids, {before.key})
        had, said = ([one.amendment for one in read.get(number, ())] for number in ids)
        over = ended(had, before.key, before.edition.label, now.edition.label)
        acts = [one.act for one in (*said, *had)]
        ordered = self._own_texts.after(self._held.ngr, now.key, over, acts)
        found: dict[tuple[AmendingAct, date | None], CandidateAct] = {}
        for one, entry in ordered:  # an order for each point: one act
            act = CandidateAct(
                one.act.adopted,
                one.act.number,
                (Told.OWN_TEXT,),
                in_force_from=entry.on,
                quote=one.quote,
            )
            found.setdefault((one.act, entry.on), act)
        return tuple(found.values())

    def _around(self, version: Version, divisions: Sequence[str]) -> NotesAround:
        if version.edition.id not in self._notes:
            self._notes[version.edition.id] = notes_of_divisions(self._session, version.edition.id)
        of_act, by_division = self._notes[version.edition.id]
        return NotesAround(
            version.article.notes if version.article else (),
            {key: by_division[key] for key in divisions if key in by_division},
            of_act,
        )

"""What became of a list of citations, each since its own day; what was read is remembered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy.orm import Session

from api.questions.citations.resolving import (
    CitationAnswer,
    Resolution,
    ResolvedProvision,
    resolve_citation,
)
from api.questions.impact.followed import Follower
from api.questions.impact.judging import ProvisionImpact, Successor, became
from api.questions.impact.verdicts import Verdict
from api.questions.impact.written import EntryRefused, WrittenCitation, read_entry
from api.questions.texts import text_language
from corpus.bundled import own_correspondences, own_watchlist
from corpus.citations.acts import ActRegister
from corpus.citations.provisions import CitedProvision
from corpus.keys import SEPARATOR, joined
from corpus.law import Language
from corpus.store import reads
from corpus.store.citable import HeldProvisions
from corpus.store.errors import StoreError

MOST_ENTRIES = 1_000
MOST_PROVISIONS = 20
"""That one citation may name."""
MOST_AT_ONCE = 3_000
"""Provisions that the citations of one request may name: some seconds of work."""


@dataclass(frozen=True)
class EntryImpact:
    """The answer to one entry; `error` for one that is none."""

    entry: WrittenCitation | None
    answer: CitationAnswer | None = None
    provisions: tuple[ProvisionImpact, ...] = ()
    error: str | None = None


@dataclass
class Impact:
    """Answers entries, for as long as a session lives; what was read is remembered."""

    session: Session
    register: ActRegister
    today: date
    left: int | None = None
    """How many provisions may still be looked at; None: any number."""
    _followers: dict[tuple[str, Language], Follower] = field(default_factory=dict)
    _ends: dict[str, date] = field(default_factory=dict)
    _answers: dict[tuple[str, Language | None], CitationAnswer] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._held = HeldProvisions(self.session)

    def of(self, entry: WrittenCitation) -> EntryImpact:
        """What became of what an entry cites."""
        if entry.written > self.today:
            return EntryImpact(entry, error=f"{entry.written} lies in the future")
        asked = (entry.citation, entry.language)
        if asked not in self._answers:
            self._answers[asked] = resolve_citation(
                self.session, self.register, entry.citation, entry.language, held=self._held
            )
        answer = self._answers[asked]
        if not answer.provisions or answer.kind is Resolution.AMBIGUOUS:
            return EntryImpact(entry, answer)
        if (several := len(answer.provisions)) > MOST_PROVISIONS:
            error = f"{several} provisions are cited, {MOST_PROVISIONS} at most: part the citation"
            return EntryImpact(entry, answer, error=error)
        if self.left is not None:
            if several > self.left:
                error = f"more than {MOST_AT_ONCE} provisions are cited in all: part the list"
                return EntryImpact(entry, answer, error=error)
            self.left -= several
        told = tuple(self._provision(one, answer, entry) for one in answer.provisions)
        return EntryImpact(entry, answer, told)

    def _provision(
        self, resolved: ResolvedProvision, answer: CitationAnswer, entry: WrittenCitation
    ) -> ProvisionImpact:
        cited = resolved.cited
        try:
            language = text_language(
                self.session, cited.act.ngr, entry.language, answer.read.language
            )
            if not cited.key or cited.is_division:
                why = "A whole act, chapter or appendix is cited: name its articles."
                return ProvisionImpact(resolved, language, Verdict.UNKNOWN, why=why)
            follower = self._follower(cited.act.ngr, language)
            found = became(follower, resolved, language, entry.written, self.today)
            lost = found.verdict in {Verdict.REPEALED, Verdict.GONE, Verdict.ACT_REPEALED}
            after = tuple(self._successors(cited)) if lost else ()
            return replace(found, successors=after)
        except StoreError as error:
            return ProvisionImpact(resolved, entry.language, Verdict.UNKNOWN, why=str(error))

    def _successors(self, cited: CitedProvision) -> Iterator[Successor]:
        """What lawyers have judged to be the same rule in acts that were repealed later or not."""
        key = joined(cited.key, *(unit.key for unit in cited.inside))
        own_end = self._repealed_on(cited.act.ngr)
        for pair in own_correspondences():
            for one, other in ((pair.left, pair.right), (pair.right, pair.left)):
                provisions = other.provisions
                if one.provisions.ngr != cited.act.ngr or provisions.ngr == cited.act.ngr:
                    continue
                is_later = self._repealed_on(provisions.ngr) > own_end
                if is_later and any(_touch(key, named) for named in one.provisions.keys):
                    yield Successor(provisions, pair.why)

    def _repealed_on(self, ngr: str) -> date:
        """The day an act was repealed; the last day there is where it was not."""
        if ngr not in self._ends:
            try:
                day = reads.act(self.session, ngr).repealed_on
            except StoreError:
                watched = next((one for one in own_watchlist().acts if one.ngr == ngr), None)
                day = watched.repealed_on if watched else None
            self._ends[ngr] = day or date.max
        return self._ends[ngr]

    def _follower(self, ngr: str, language: Language) -> Follower:
        place = (ngr, language)
        if place not in self._followers:
            self._followers[place] = Follower(self.session, ngr, language, self.today)
        return self._followers[place]


def _touch(key: str, named: str) -> bool:
    """Whether a key is another, or lies in it."""
    return f"{key}{SEPARATOR}".startswith(named + SEPARATOR)


def impact(
    session: Session,
    register: ActRegister,
    entries: Sequence[object],
    today: date,
    most: int | None = None,
) -> list[EntryImpact]:
    """The answer to each entry, in order; one that is none is answered with what is wrong.

    So is one that would make more than `most` provisions of those before it and its own.
    """
    answering = Impact(session, register, today, most)
    answers = []
    for given in entries:
        try:
            entry = given if isinstance(given, WrittenCitation) else read_entry(given)
        except EntryRefused as error:
            answers.append(EntryImpact(None, error=str(error)))
        else:
            answers.append(answering.of(entry))
    return answers

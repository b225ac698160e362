"""What became of provisions that someone cited on a day: changed, moved, repealed, or not known.

Nothing is called unchanged that the corpus cannot vouch for: the edition of the day must be held,
a registry's own list of editions must cover the day, and no edition since may be missing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy.orm import Session

from api.questions.followed import Followed, Follower, Step
from api.questions.resolving import CitationAnswer, Kind, ResolvedProvision, resolve_citation
from api.questions.texts import text_language
from api.questions.verdicts import (
    Verdict,
    Wording,
    newest_wording,
    verdict_on,
    where_it_is,
    wording_of,
)
from api.questions.written import EntryRefused, WrittenCitation, read_entry
from corpus.bundled import own_correspondences, own_watchlist
from corpus.citations.acts import ActRegister
from corpus.citations.provisions import CitedProvision
from corpus.keys import SEPARATOR, joined
from corpus.law import EditionLabel, Language
from corpus.provisions import ProvisionSet
from corpus.store import reads
from corpus.store.citable import HeldProvisions
from corpus.store.errors import ActRepealed, BeforeFirstEdition, DateError, StoreError
from corpus.store.standing import Place as Stands
from diffing.classify import ChangeKind

MOST_ENTRIES = 1_000
MOST_PROVISIONS = 20
"""That one citation may name."""


@dataclass(frozen=True)
class Successor:
    """A provision of another act that a lawyer has judged to be the same rule."""

    provisions: ProvisionSet
    why: str


@dataclass(frozen=True)
class ProvisionImpact:
    """What became of one provision.

    `article_changed` tells that the article around an unchanged place changed. `vouched_until` is
    the last day for which a registry's list of editions vouches. `missing` are editions that are
    known and do not tell. `why` is for what is not known.
    """

    resolved: ResolvedProvision
    language: Language | None
    verdict: Verdict
    then: Wording | None = None
    now: Wording | None = None
    steps: tuple[Step, ...] = ()
    upcoming: tuple[Step, ...] = ()
    article_changed: bool = False
    vouched_until: date | None = None
    missing: tuple[EditionLabel, ...] = ()
    repealed_on: date | None = None
    known_from: EditionLabel | None = None
    why: str | None = None
    successors: tuple[Successor, ...] = ()


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
        if not answer.provisions or answer.kind is Kind.AMBIGUOUS:
            return EntryImpact(entry, answer)
        if (several := len(answer.provisions)) > MOST_PROVISIONS:
            error = f"{several} provisions are cited, {MOST_PROVISIONS} at most: part the citation"
            return EntryImpact(entry, answer, error=error)
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
            found = _impact(follower, resolved, language, entry.written, self.today)
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


def _impact(
    follower: Follower, resolved: ResolvedProvision, language: Language, written: date, today: date
) -> ProvisionImpact:
    """What became of a provision; raises a StoreError for what is not held."""
    cited = resolved.cited
    repealed_on = follower.held.timeline.repealed_on
    base = ProvisionImpact(
        resolved,
        language,
        Verdict.UNKNOWN,
        vouched_until=follower.listed_until,
        repealed_on=repealed_on if repealed_on and repealed_on <= today else None,
    )
    try:
        label = follower.held.timeline.label_on(written)
    except ActRepealed as error:
        return replace(base, verdict=Verdict.ACT_REPEALED, why=str(error))
    except DateError as error:
        known_from = error.known_from if isinstance(error, BeforeFirstEdition) else None
        return replace(base, why=str(error), known_from=known_from, now=newest_wording(resolved))
    standing = follower.standing(cited.key, label)
    if standing.place is not Stands.HERE:
        why = {
            Stands.ABSENT: f"Edition {label}, which answers for {written}, has no {cited.key}.",
            Stands.CUT: f"The copy of edition {label} that is held may end inside {cited.key}.",
            Stands.NOT_HELD: f"Of edition {label} the part with {cited.key} is not held.",
        }[standing.place]
        absent = standing.place is Stands.ABSENT
        verdict = Verdict.NOT_THERE if absent else Verdict.UNKNOWN
        return replace(base, verdict=verdict, why=why, now=newest_wording(resolved))
    followed = follower.follow(cited.key, label)
    then = wording_of(cited, followed.then)
    if then is None:
        words = cited.path or joined(*(unit.key for unit in cited.inside))
        why = f"Edition {label}, which answers for {written}, has no {words} in {cited.key}."
        return replace(base, verdict=Verdict.NOT_THERE, why=why, now=newest_wording(resolved))
    return _judged(base, follower, followed, then, written)


def _judged(
    base: ProvisionImpact,
    follower: Follower,
    followed: Followed,
    then: Wording,
    written: date,
) -> ProvisionImpact:
    cited = base.resolved.cited
    now = where_it_is(cited, then, followed.now)
    listed = follower.listed_until
    vouched = listed is not None and listed >= written and not followed.missing
    verdict = verdict_on(cited, then, now, followed, vouched=vouched)
    if base.repealed_on:
        verdict = Verdict.ACT_REPEALED
    why = None
    if verdict is Verdict.NO_CHANGE_SEEN:
        why = (
            f"Not held: {', '.join(map(str, followed.missing))}."
            if followed.missing
            else "No list of the act's editions is held that covers the day."
        )
    return replace(
        base,
        verdict=verdict,
        then=then,
        now=now,
        steps=followed.steps,
        upcoming=followed.upcoming,
        article_changed=any(
            step.kind not in {ChangeKind.TECHNICAL, ChangeKind.UNCHANGED} for step in followed.steps
        ),
        missing=followed.missing,
        why=why,
    )


def _touch(key: str, named: str) -> bool:
    """Whether a key is another, or lies in it."""
    return f"{key}{SEPARATOR}".startswith(named + SEPARATOR)


def impact(
    session: Session, register: ActRegister, entries: Sequence[object], today: date
) -> list[EntryImpact]:
    """The answer to each entry, in order; one that is none is answered with what is wrong."""
    answering = Impact(session, register, today)
    answers = []
    for given in entries:
        try:
            entry = given if isinstance(given, WrittenCitation) else read_entry(given)
        except EntryRefused as error:
            answers.append(EntryImpact(None, error=str(error)))
        else:
            answers.append(answering.of(entry))
    return answers

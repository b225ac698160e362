"""An article followed from one edition to the newest: each step that changed it, and the gaps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from api.questions.evidence import Evidence, Version
from api.questions.in_force.in_doubt import InForceUnknown
from api.questions.in_force.wording import edition_in_force
from corpus.law import Article, EditionLabel, Language
from corpus.store import reads
from corpus.store.errors import StoreError, UnknownArticle
from corpus.store.known import KnownEditions, known_editions
from corpus.store.listing import WATCH_LIST
from corpus.store.records import EditionSummary
from corpus.store.standing import Place, Standing, Standings, standings
from corpus.store.texts import load_articles
from diffing.classify import ChangeKind, classify
from diffing.in_force.staged import StagedAct
from diffing.in_force.wording import LIMITS
from diffing.order import sure_order
from diffing.origins.acts import CandidateAct


@dataclass(frozen=True)
class Step:
    """One change of an article between two held editions that both tell.

    `missing` are editions that are known, may lie in between and do not tell: it may have changed
    in one of them.
    """

    kind: ChangeKind
    older: Version
    newer: Version
    acts: tuple[CandidateAct, ...]
    missing: tuple[EditionLabel, ...]


@dataclass(frozen=True)
class Followed:
    """An article from the edition of one day on.

    `now` is the last edition that tells and is in force, `steps` the changes on the way, `upcoming`
    those that are not in force yet. `missing` are all editions after the first that are
    known and do not tell.
    """

    then: Version
    now: Version
    steps: tuple[Step, ...]
    upcoming: tuple[Step, ...]
    missing: tuple[EditionLabel, ...]


@dataclass(frozen=True)
class InForceThen:
    """Which edition has the wording in force on a day, by its amendments' days.

    `label` is None where that cannot be decided; `doubt` says why, `candidates` are the editions
    whose wordings are in question, `older`: one that is not held may be, too. `likely` is the one
    if every act begins within a year of its adoption. `absent`: no such article was in force.
    `limited`: that wording had ended, was suspended, or what its notes announce may have begun.
    """

    label: EditionLabel | None = None
    doubt: str | None = None
    candidates: tuple[EditionLabel, ...] = ()
    older: bool = False
    likely: EditionLabel | None = None
    absent: bool = False
    limited: bool = False


class Follower:
    """Follows the articles of one act in one language; what was read is remembered."""

    def __init__(self, session: Session, ngr: str, language: Language, today: date) -> None:
        self._session = session
        self._today = today
        self.held: Standings = standings(session, ngr, language, whole=True)
        self.known: KnownEditions = known_editions(session, ngr)
        self._staged = StagedAct(session, ngr, language, self.held, self.known)
        self._evidence = Evidence(session, self.held)
        self._articles: dict[str, Article] = {}
        self._whole: dict[int, tuple[Version, ...]] = {}
        self._in_force: dict[tuple[str, date], InForceThen] = {}
        self._followed: dict[tuple[str, EditionLabel], Followed] = {}

    def in_force(self, key: str, day: date) -> InForceThen:
        """The edition with an article's wording in force on a day, as far as it is known."""
        asked = (key, day)
        if asked not in self._in_force:
            self._in_force[asked] = self._find_in_force(key, day)
        return self._in_force[asked]

    def _find_in_force(self, key: str, day: date) -> InForceThen:
        try:
            found = edition_in_force(self._staged, key, day)
        except UnknownArticle as error:
            return InForceThen(doubt=str(error), absent=True)
        except InForceUnknown as error:
            return InForceThen(
                None,
                str(error),
                error.candidates,
                error.doubt.older or error.doubt.not_yet,
                error.likely,
                limited=error.why in LIMITS,
            )
        except StoreError as error:
            return InForceThen(doubt=str(error), older=True)
        return InForceThen(found.edition.label)

    @property
    def adopted(self) -> date | None:
        """The day on which the act was adopted, if it is known."""
        return self._staged.act.adopted

    def limit_today(self, key: str) -> str | None:
        """Why the newest wording held of an article does not simply apply today, if notes say so.

        It was for a time, is suspended, or something announced, or the act's repeal, may have come.
        """
        found = self.in_force(key, self._today)
        return found.doubt if found.limited else None

    @cached_property
    def listed_until(self) -> date | None:
        """The last day on which a registry's own list of the act's editions was seen."""
        seen = [
            one.last_seen
            for one in self.known.listed
            if one.language == self.held.language and one.origin != WATCH_LIST
        ]
        return min(max(seen), self._today) if seen else None

    def edition(self, label: EditionLabel) -> EditionSummary:
        """The held edition of a label."""
        return next(one for one in self.held.editions if one.label == label)

    def standing(self, key: str, label: EditionLabel) -> Standing:
        """What the held edition of a label says of an article; raises UnknownArticle."""
        return next(one for one in self.held.of(key) if one.edition.label == label)

    def articles(self, edition: EditionSummary) -> tuple[Version, ...]:
        """All articles of a held edition."""
        if edition.id not in self._whole:
            read = reads.edition(self._session, edition.id).articles
            self._whole[edition.id] = tuple(Version(edition, one.key, one) for one in read)
        return self._whole[edition.id]

    def undated(self, key: str) -> list[Version]:
        """An article in the undated copies that have the whole of it."""
        return [
            self.version(key, one)
            for one in self.held.of(key)
            if one.edition.label.first_day is None and one.place is Place.HERE
        ]

    def version(self, key: str, standing: Standing) -> Version:
        """The article in an edition."""
        article = self._article(standing.text_hash) if standing.text_hash else None
        return Version(standing.edition, key, article)

    def follow(self, key: str, label: EditionLabel) -> Followed:
        """The article from the edition of a label on; that edition must have the whole of it."""
        asked = (key, label)
        if asked not in self._followed:
            self._followed[asked] = self._follow(key, label)
        return self._followed[asked]

    def _follow(self, key: str, label: EditionLabel) -> Followed:
        then = now = self.version(key, self.standing(key, label))
        steps: list[Step] = []
        told = [label]
        for later in self._later(label):
            standing = self.standing(now.key, later.label)
            following = self._next(now, standing)
            if following is None:
                continue
            told.append(later.label)
            if step := self._step(now, following):
                steps.append(step)
            now = following
        today = self.in_force(now.key, self._today).label
        upcoming = tuple(step for step in steps if self._is_upcoming(step, today))
        past = tuple(step for step in steps if step not in upcoming)
        if upcoming:
            now = upcoming[0].older
        missing = tuple(
            one
            for one in self._evidence.silent(label, None, *told)
            if one.first_day is not None and one.first_day <= self._today
        )
        return Followed(then, now, past, upcoming, missing)

    def _later(self, label: EditionLabel) -> list[EditionSummary]:
        editions = self.held.editions
        order = sure_order([one.label for one in editions])
        return [editions[at] for at in order if label.surely_before(editions[at].label)]

    def _next(self, now: Version, standing: Standing) -> Version | None:
        """The article in a later edition, under whatever key; None: that edition does not tell."""
        match standing.place:
            case Place.HERE:
                return self.version(now.key, standing)
            case Place.CUT | Place.NOT_HELD:
                return None
            case Place.ABSENT:
                if now.article is None:
                    return Version(standing.edition, now.key, None)
                return self._moved(now, standing) or Version(standing.edition, now.key, None)

    def _moved(self, now: Version, standing: Standing) -> Version | None:
        moves = self._evidence.moves(now.edition, standing.edition)
        key = next((new for new, old in moves.items() if old == now.key), None)
        if key is None:
            return None
        return self.version(key, self.standing(key, standing.edition.label))

    def _step(self, older: Version, newer: Version) -> Step | None:
        if older.article is None and newer.article is None:
            return None
        same = (
            older.article is not None
            and newer.article is not None
            and older.key == newer.key
            and older.article.wording == newer.article.wording
        )
        if same:
            return None
        kind = classify(older.article, newer.article).kind
        if older.article is None:
            kind = ChangeKind.RESTORED
        words = newer.article.wording if newer.article else ""
        return Step(
            kind,
            older,
            newer,
            self._evidence.acts(newer, older, words),
            self._evidence.silent(older.edition.label, newer.edition.label),
        )

    def _is_upcoming(self, step: Step, today: EditionLabel | None) -> bool:
        """Whether a step is not in force yet: by the amendments' days, or by its label."""
        label = step.newer.edition.label
        if today is not None and today.surely_before(label):
            return True
        return label.first_day is not None and label.first_day > self._today

    def _article(self, text_hash: str) -> Article:
        if text_hash not in self._articles:
            self._articles |= load_articles(self._session, [text_hash])
        return self._articles[text_hash]

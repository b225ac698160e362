"""An act's articles as the stages that `diffing.in_force.wording` walks, each read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from sqlalchemy.orm import Session

from corpus.amendments import UNKNOWN_ENTRY, AmendingAct, Amendment, EntryIntoForce
from corpus.bundled import own_watchlist
from corpus.law import EditionLabel, Language
from corpus.notes import first_act_in
from corpus.store import reads
from corpus.store.amendments.stated import Stated, editions_that_state, stated_in_act
from corpus.store.day_errors import NoDatedEdition
from corpus.store.errors import CutOff, NotHeld
from corpus.store.known import KnownEditions, known_editions
from corpus.store.records import ActSummary, EditionSummary
from corpus.store.standing import Place, Standing, Standings, standings
from corpus.store.texts import holding_in_words, load_articles
from diffing.in_force.own_start import own_start
from diffing.in_force.stages import StagedVersions, Version, stages_of
from diffing.in_force.starts import Stage, Start, closed
from diffing.in_force.undated import told_by_undated
from diffing.order import may_lie_between, sure_order


@dataclass(frozen=True)
class StagedArticle:
    """An article's wordings in time.

    `telling` are the editions that tell what it says, oldest first, with what each says in
    `versions`; the places in `staged` are theirs.
    """

    telling: tuple[Standing, ...]
    versions: tuple[Version, ...]
    staged: tuple[StagedVersions, ...]

    def edition(self, staged: StagedVersions, day: date) -> EditionSummary:
        """Of a stage's editions the last whose label has come by the day, else the first."""
        own = [self.telling[place].edition for place in staged.versions]
        begun = [one for one in own if one.label.last_day is not None and one.label.last_day <= day]
        return (begun or own[:1])[-1]

    def is_absent(self, staged: StagedVersions) -> bool:
        """Whether the article was not there."""
        return self.versions[staged.versions[0]].article is None


class StagedAct:
    """The articles of one act in one language, each read once for however many days."""

    def __init__(
        self,
        session: Session,
        ngr: str,
        language: Language,
        held: Standings | None = None,
        known: KnownEditions | None = None,
    ) -> None:
        """`held` and `known` are what the caller has read already. Raises UnknownAct."""
        self.session, self.ngr, self.language = session, ngr, language
        self.act: ActSummary = reads.act(session, ngr)
        self._given_held, self._given_known = held, known
        self._articles: dict[str, StagedArticle] = {}
        self._following: dict[EditionLabel, tuple[EditionLabel, ...]] = {}

    @cached_property
    def known(self) -> KnownEditions:
        """What is known of the act's editions."""
        return self._given_known or known_editions(self.session, self.ngr)

    @cached_property
    def labels(self) -> tuple[EditionLabel, ...]:
        """The labels of all editions that are known to exist."""
        timeline = self.known.timeline(self.language)
        return tuple(dict.fromkeys((*timeline.held, *(label for label, _ in timeline.named))))

    def stages_on(self, article: StagedArticle, day: date) -> tuple[Stage, ...]:
        """An article's stages as they are walked for a day.

        Those of the article in their order; where the oldest is the act as adopted, its own start
        is one like all others, until another edition follows: what is not in force yet is not
        consolidated anew. After them the next edition that is known and not held, if there is one.
        """
        stages = [one.stage for one in article.staged]
        oldest = stages[0]
        if is_original(oldest.label, self.act) and not oldest.starts:
            following = self._after(oldest.label)
            if not any(one.last_day is not None and one.last_day <= day for one in following):
                stages[0] = replace(oldest, starts=(self._own_start,))
        later = self._after(article.telling[-1].edition.label)
        return closed(stages, later[0] if later else None)

    def stages_at_all(self, article: StagedArticle) -> tuple[Stage, ...]:
        """All stages that are walked for any day."""
        return (*self.stages_on(article, date.min), *self.stages_on(article, date.max))

    def _after(self, label: EditionLabel) -> tuple[EditionLabel, ...]:
        """The labels known that may be of a later day, oldest first."""
        if label not in self._following:
            self._following[label] = tuple(may_lie_between(self.labels, label, None))
        return self._following[label]

    @cached_property
    def _own_start(self) -> Start:
        return own_start(self.act, own_watchlist())

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all articles that any edition held has; raises LanguageNotHeld."""
        return self._held.keys

    def places(self, key: str) -> tuple[Standing, ...]:
        """An article in each edition held; raises LanguageNotHeld, UnknownArticle."""
        return self._held.of(key)

    def article(self, key: str, day: date) -> StagedArticle:
        """An article's wordings in time; the day is for the words of an error.

        Raises LanguageNotHeld, UnknownArticle, NotHeld, NoDatedEdition.
        """
        if key not in self._articles:
            telling = self._telling(key, day)
            versions, stated = self._versions(key, telling)
            known = _entries(stated)

            def entry(one: Amendment) -> EntryIntoForce:
                return known.get(one, UNKNOWN_ENTRY)

            staged = stages_of(key, versions, self.labels, entry)
            undated = [
                said.amendment
                for edition in self._held.editions
                if edition.label.first_day is None
                for said in stated.get(edition.id, ())
            ]
            staged = told_by_undated(key, staged, versions[-1], undated, entry)
            self._articles[key] = StagedArticle(tuple(telling), tuple(versions), staged)
        return self._articles[key]

    @cached_property
    def _held(self) -> Standings:
        return self._given_held or standings(self.session, self.ngr, self.language)

    @cached_property
    def _that_state(self) -> frozenset[int]:
        return editions_that_state(self.session, self.ngr, self.language)

    def _telling(self, key: str, day: date) -> list[Standing]:
        """The editions that tell what the article says, in a sure order, oldest first."""
        places = self.places(key)
        telling = [one for one in places if one.place in {Place.HERE, Place.ABSENT}]
        if not telling:
            if all(one.edition.label.first_day is None for one in places):
                raise NoDatedEdition(self.ngr, self.language, day)
            raise self._not_all_held(key, places)
        ordered = [telling[at] for at in sure_order([one.edition.label for one in telling])]
        # Before the article first stands it was not there: no wording of it is asked for.
        first = next((at for at, one in enumerate(ordered) if one.place is Place.HERE), None)
        if first is None:
            if any(_cut_on_a_day(one) for one in places):
                raise self._not_all_held(key, places)
            raise NoDatedEdition(self.ngr, self.language, day)
        return ordered[max(0, first - 1) :]

    def _not_all_held(self, key: str, places: Sequence[Standing]) -> NotHeld:
        """Why no edition tells: the newest copy that ends inside the article, else the newest."""
        cut = [one.edition for one in places if _cut_on_a_day(one)]
        edition = cut[-1] if cut else places[-1].edition
        held = holding_in_words(edition.holding)
        if cut:
            return CutOff(self.ngr, self.language, key, edition.label, held)
        return NotHeld(self.ngr, key, edition.label, held)

    def _versions(
        self, key: str, telling: Sequence[Standing]
    ) -> tuple[list[Version], Mapping[int, Sequence[Stated]]]:
        hashes = {one.text_hash for one in telling if one.text_hash and one.place is Place.HERE}
        articles = load_articles(self.session, hashes)
        around = {division for article in articles.values() for division in article.divisions}
        stated = stated_in_act(self.session, self.ngr, self.language, {key, None, *around})
        versions = [
            Version(
                one.edition.label,
                articles.get(one.text_hash),
                tuple(said.amendment for said in stated.get(one.edition.id, ())),
                cause_of(one.edition),
                tells=one.edition.id in self._that_state
                or (one.edition.id in stated and is_original(one.edition.label, self.act)),
            )
            for one in telling
        ]
        return versions, stated


def _cut_on_a_day(one: Standing) -> bool:
    return one.place is Place.CUT and one.edition.label.first_day is not None


def _entries(stated: Mapping[int, Sequence[Stated]]) -> Mapping[Amendment, EntryIntoForce]:
    return {one.amendment: one.entry for said in stated.values() for one in said}


def cause_of(edition: EditionSummary) -> AmendingAct | None:
    """The act that the registry names as the reason of an edition, if its words name one."""
    return first_act_in(edition.cause.requisites) if edition.cause else None


def is_original(label: EditionLabel, act: ActSummary) -> bool:
    """Whether an edition is the act as it was adopted."""
    return act.adopted is not None and label == EditionLabel.on(act.adopted)

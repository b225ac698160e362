"""The wording of an article in force on a day: by its amendments' days, not by edition labels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from api.questions.in_doubt import InForceUnknown, NotYetInForce
from corpus.amendments import UNKNOWN_ENTRY, AmendingAct, Amendment, EntryIntoForce, Target, Verb
from corpus.law import EditionLabel, Language
from corpus.notes import acts_in
from corpus.store import reads
from corpus.store.errors import (
    ActRepealed,
    BeforeFirstEdition,
    EditionNotHeld,
    NoDatedEdition,
    NotHeld,
    UnknownArticle,
)
from corpus.store.known import KnownEditions, known_editions
from corpus.store.records import ActSummary, ArticleRecord, EditionSummary
from corpus.store.standing import Place, Standing, standings
from corpus.store.stated import Stated, editions_that_state, stated_at
from corpus.store.texts import holding_in_words, load_articles
from diffing.in_force import InForce, wording_in_force
from diffing.order import may_lie_between, sure_order
from diffing.presuming import likely_in_force
from diffing.stages import StagedVersions, Version, stages_of
from diffing.starts import Start, closed


@dataclass(frozen=True)
class WordingInForce:
    """The article as it was in force on a day.

    `since` are the amendments by which its wording was in force, `until` those by which the next
    wording held is; both are empty where no amendment is told.
    """

    record: ArticleRecord
    day: date
    since: tuple[Start, ...]
    until: tuple[Start, ...]


def article_in_force(
    session: Session, ngr: str, language: Language, key: str, day: date
) -> WordingInForce:
    """The wording of an article in force on a day, by the entry into force of its amendments.

    Raises UnknownAct, LanguageNotHeld, UnknownArticle; NotHeld; BeforeFirstEdition, EditionNotHeld,
    NoDatedEdition for a day before the oldest wording held; ActRepealed; NotYetInForce where the
    oldest wording held was not in force yet, InForceUnknown where no wording can be named.
    """
    act = reads.act(session, ngr)
    if act.repealed_on is not None and day >= act.repealed_on:
        raise ActRepealed(ngr, language, day, act.repealed_on)
    places = standings(session, ngr, language).of(key)
    telling = _telling(ngr, language, key, day, places)
    known = known_editions(session, ngr)
    _refuse_before_the_first(known, language, day, telling)
    versions, entries = _versions(session, act, language, key, telling)
    labels = _labels(known, language)
    staged = stages_of(key, versions, labels, lambda one: entries.get(one, UNKNOWN_ENTRY))
    later = may_lie_between(labels, telling[-1].edition.label, None)
    following = later[0] if later else None
    staged = _with_the_acts_own_start(staged, act, day, labels)
    stages = closed([one.stage for one in staged], following)
    found = wording_in_force(stages, day)
    if not isinstance(found, InForce):
        held = [telling[staged[place].versions[0]].edition.label for place in found.candidates]
        if found.older and not held:
            raise NotYetInForce(ngr, language, key, day, stages[0].label, found.starts)
        likely = likely_in_force(stages, day)
        raise InForceUnknown(
            ngr,
            language,
            key,
            day,
            found,
            held,
            stages[found.place].label,
            _edition(telling, staged[likely.place], day).label if likely else None,
            likely.presumed if likely else (),
        )
    edition = _edition(telling, staged[found.place], day)
    edition = replace(edition, certainty=known.certainty(language, day))
    if versions[staged[found.place].versions[0]].article is None:
        where = f"the text in force on {day} (edition {edition.label}, {language})"
        raise UnknownArticle(ngr, key, where, ())
    record = reads.article(session, edition.id, key)
    return WordingInForce(replace(record, edition=edition), day, found.since, found.until)


def _telling(
    ngr: str, language: Language, key: str, day: date, places: Sequence[Standing]
) -> list[Standing]:
    """The editions that tell what the article says, in a sure order, oldest first."""
    telling = [one for one in places if one.place in {Place.HERE, Place.ABSENT}]
    if not telling:
        cut = places[-1].edition
        raise NotHeld(ngr, key, cut.label, holding_in_words(cut.holding))
    ordered = [telling[at] for at in sure_order([one.edition.label for one in telling])]
    # Before the article first stands it was not there: no wording of it is asked for.
    first = next((at for at, one in enumerate(ordered) if one.place is Place.HERE), None)
    if first is None:
        raise NoDatedEdition(ngr, language, day)
    return ordered[max(0, first - 1) :]


def _labels(known: KnownEditions, language: Language) -> tuple[EditionLabel, ...]:
    timeline = known.timeline(language)
    return tuple(dict.fromkeys((*timeline.held, *(label for label, _ in timeline.named))))


def _refuse_before_the_first(
    known: KnownEditions, language: Language, day: date, telling: Sequence[Standing]
) -> None:
    first = telling[0].edition.label
    if first.last_day is None or day >= first.last_day:
        return
    earlier = [
        (label, named_by)
        for label, named_by in known.timeline(language).named
        if label.first_day is not None and label.first_day <= day and label != first
    ]
    if earlier:
        raise EditionNotHeld(known.ngr, language, day, sorted(set(earlier), key=_by_time), None)
    raise BeforeFirstEdition(known.ngr, language, day, first)


def _by_time(named: tuple[EditionLabel, str]) -> tuple[date, str]:
    return (named[0].first_day or date.min, named[1])


def _versions(
    session: Session, act: ActSummary, language: Language, key: str, telling: Sequence[Standing]
) -> tuple[list[Version], Mapping[Amendment, EntryIntoForce]]:
    hashes = {one.text_hash for one in telling if one.text_hash and one.place is Place.HERE}
    articles = load_articles(session, hashes)
    around = {division for article in articles.values() for division in article.divisions}
    stated = stated_at(session, act.ngr, language, {key, None, *around})
    telling_ids = editions_that_state(session, act.ngr, language)
    versions = [
        Version(
            one.edition.label,
            articles.get(one.text_hash),
            tuple(said.amendment for said in stated.get(one.edition.id, ())),
            cause_of(one.edition),
            tells=one.edition.id in telling_ids
            or (one.edition.id in stated and _is_original(one.edition.label, act)),
        )
        for one in telling
    ]
    return versions, _entries(stated)


def _entries(stated: Mapping[int, Sequence[Stated]]) -> Mapping[Amendment, EntryIntoForce]:
    return {one.amendment: one.entry for said in stated.values() for one in said}


def cause_of(edition: EditionSummary) -> AmendingAct | None:
    """The act that the registry names as the reason of an edition, if its words name one."""
    requisites = edition.cause.requisites if edition.cause else None
    named = acts_in(requisites or "")  # what follows the first act tells of the cause itself
    return AmendingAct(named[0].date, named[0].number) if named else None


def _is_original(label: EditionLabel, act: ActSummary) -> bool:
    return act.adopted is not None and label == EditionLabel.on(act.adopted)


def _with_the_acts_own_start(
    staged: tuple[StagedVersions, ...],
    act: ActSummary,
    day: date,
    labels: Sequence[EditionLabel],
) -> tuple[StagedVersions, ...]:
    """The stages; where the oldest is the act as adopted, its own start is one like all others.

    Once another edition follows, the act is taken to have begun: what is not in force yet is not
    consolidated anew.
    """
    oldest = staged[0].stage
    if not _is_original(oldest.label, act) or oldest.starts:
        return staged
    following = may_lie_between(labels, oldest.label, None)
    if any(label.last_day is not None and label.last_day <= day for label in following):
        return staged
    own = AmendingAct(act.adopted, act.number, act.form, act.ngr)
    start = Start(Amendment(Target(), Verb.ADDED, own), UNKNOWN_ENTRY)
    return (StagedVersions(replace(oldest, starts=(start,)), staged[0].versions), *staged[1:])


def _edition(telling: Sequence[Standing], staged: StagedVersions, day: date) -> EditionSummary:
    """Of the editions with the wording the last whose label has come by the day, else the first."""
    own = [telling[place].edition for place in staged.versions]
    begun = [one for one in own if one.label.last_day is not None and one.label.last_day <= day]
    return (begun or own[:1])[-1]

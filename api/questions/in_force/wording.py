"""The wording of an article in force on a day: by its amendments' days, not by edition labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy.orm import Session

from api.questions.in_force.in_doubt import InForceUnknown, NotYetInForce
from api.questions.in_force.not_yet_added import not_yet_added
from corpus.law import Language
from corpus.store import reads
from corpus.store.day_errors import ActRepealed, BeforeFirstEdition
from corpus.store.errors import UnknownArticle
from corpus.store.held_from import before_the_first_text
from corpus.store.naming_editions import HeldFrom
from corpus.store.records import ArticleRecord, EditionSummary
from corpus.store.standing import Standing
from diffing.in_force.presuming import Likely, likely_in_force
from diffing.in_force.staged import StagedAct, StagedArticle, is_original
from diffing.in_force.starts import Stage, Start
from diffing.in_force.wording import Doubt, InForce, Why, wording_in_force


@dataclass(frozen=True)
class EditionInForce:
    """The edition that has the wording in force on a day.

    `since` are the amendments by which its wording was in force, `until` those by which the next
    wording held is; both are empty where no amendment is told. `presumed` are those whose start is
    not known and was presumed: the asker accepts that.
    """

    edition: EditionSummary
    day: date
    since: tuple[Start, ...]
    until: tuple[Start, ...]
    presumed: tuple[Start, ...] = ()


@dataclass(frozen=True)
class WordingInForce:
    """The article as it was in force on a day; the rest as in `EditionInForce`."""

    record: ArticleRecord
    day: date
    since: tuple[Start, ...]
    until: tuple[Start, ...]
    presumed: tuple[Start, ...] = ()


def article_in_force(
    session: Session, ngr: str, language: Language, key: str, day: date, *, presume: bool = False
) -> WordingInForce:
    """The wording of an article in force on a day, by the entry into force of its amendments.

    With `presume` also where that rests on the presumption of `diffing.in_force.presuming`. Raises
    UnknownAct and what `edition_in_force` does.
    """
    found = edition_in_force(StagedAct(session, ngr, language), key, day, presume=presume)
    record = replace(reads.article(session, found.edition.id, key), edition=found.edition)
    return WordingInForce(record, day, found.since, found.until, found.presumed)


def edition_in_force(
    acts: StagedAct, key: str, day: date, *, presume: bool = False
) -> EditionInForce:
    """The edition with the wording of an article in force on a day.

    Raises LanguageNotHeld, UnknownArticle; NotHeld; BeforeFirstEdition, EditionNotHeld,
    NoDatedEdition for a day before the oldest wording held; ActRepealed; NotYetInForce where the
    oldest wording held was not in force yet, InForceUnknown where no wording can be named.
    """
    ngr, language = acts.ngr, acts.language
    if acts.act.repealed_on is not None and day >= acts.act.repealed_on:
        by = acts.known.repealed_by
        raise ActRepealed(ngr, language, day, acts.act.repealed_on, by)
    article = acts.article(key, day)
    _refuse_before_the_first(acts, key, day, article.telling)
    stages = acts.stages_on(article, day)
    found = wording_in_force(stages, day)
    likely = likely_in_force(stages, day) if isinstance(found, Doubt) else None
    if isinstance(found, Doubt) and not (presume and likely):
        raise _doubt(acts, key, day, article, stages, found, likely)
    place = found.place if isinstance(found, InForce) or likely is None else likely.place
    edition = article.edition(article.staged[place], day)
    if article.is_absent(article.staged[place]):
        where = f"the text in force on {day} (edition {edition.label}, {language})"
        raise UnknownArticle(ngr, key, where, ())
    return EditionInForce(
        replace(edition, certainty=acts.known.certainty(language, day)),
        day,
        stages[place].starts,
        stages[place + 1].starts if place + 1 < len(stages) else (),
        likely.presumed if likely else (),
    )


def _doubt(
    acts: StagedAct,
    key: str,
    day: date,
    article: StagedArticle,
    stages: Sequence[Stage],
    doubt: Doubt,
    likely: Likely | None,
) -> NotYetInForce | InForceUnknown:
    """What to say where no wording can be named."""
    held = [
        article.telling[article.staged[place].versions[0]].edition.label
        for place in doubt.candidates
    ]
    if (doubt.older or doubt.not_yet) and not held:
        return NotYetInForce(
            acts.ngr,
            acts.language,
            key,
            day,
            stages[0].label,
            doubt.starts,
            original=is_original(stages[0].label, acts.act),
            added=doubt.not_yet and not doubt.older,
        )
    doubtful = doubt.unheld or stages[doubt.place].label
    held_so_far = {one.edition.label for one in acts.places(key)}
    return InForceUnknown(
        acts.ngr,
        acts.language,
        key,
        day,
        doubt,
        held,
        doubtful,
        article.edition(article.staged[likely.place], day).label if likely else None,
        likely.presumed if likely else (),
        {
            one.edition.label
            for place in doubt.candidates
            if article.is_absent(article.staged[place])
            for one in (article.telling[at] for at in article.staged[place].versions)
        },
        original=is_original(stages[0].label, acts.act),
        in_part=doubt.why is Why.NOT_HELD and doubtful in held_so_far,
    )


def _refuse_before_the_first(
    acts: StagedAct, key: str, day: date, telling: Sequence[Standing]
) -> None:
    first = telling[0].edition.label
    if first.last_day is None or day >= first.last_day:
        return
    timeline = acts.known.timeline(acts.language)
    older = before_the_first_text(timeline, key, acts.places(key), day)
    error = older or BeforeFirstEdition(
        acts.ngr, acts.language, day, HeldFrom(first, None), timeline.named_before(first), key
    )
    raise not_yet_added(acts.session, key, error) or error

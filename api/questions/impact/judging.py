"""What became of one provision since the day on which it was cited.

Nothing is called unchanged that the corpus cannot vouch for: the edition of the day must be held,
a registry's own list of editions must cover the day, and no edition since may be missing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from api.questions.citations.resolving import ResolvedProvision
from api.questions.impact.followed import Followed, Follower, InForceThen, Step
from api.questions.impact.verdicts import (
    Verdict,
    Wording,
    differs,
    may_be_sought,
    newest_wording,
    says_something,
    text_of,
    touching_steps,
    verdict_on,
    where_it_is,
    with_words,
    wording_of,
)
from corpus.citations.provisions import CitedProvision
from corpus.keys import joined
from corpus.law import EditionLabel, Language
from corpus.provisions import ProvisionSet
from corpus.store.day_errors import ActRepealed, DateError
from corpus.store.held_from import before_the_first_text
from corpus.store.standing import Place as Stands
from diffing.classify import ChangeKind

_LATEST_START = timedelta(days=366)
"""An act that begins later after its adoption is not reckoned with."""


@dataclass(frozen=True)
class Successor:
    """A provision of another act that a lawyer has judged to be the same rule."""

    provisions: ProvisionSet
    why: str


@dataclass(frozen=True)
class ProvisionImpact:
    """What became of one provision.

    `steps` and `upcoming` are the changes of the article that touch the cited place;
    `article_changed` tells whether the article changed at all. `vouched_until` is
    the last day for which a registry's list of editions vouches. `missing` are editions that are
    known and do not tell. `by_in_force`: the wording of the day is known by the amendments' days,
    not only by the edition's label; else `doubt` says which other wording may have been in force.
    `why` is for what is not known.
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
    by_in_force: bool = False
    doubt: str | None = None
    repealed_on: date | None = None
    known_from: EditionLabel | None = None
    why: str | None = None
    successors: tuple[Successor, ...] = ()


def became(
    follower: Follower, resolved: ResolvedProvision, language: Language, written: date, today: date
) -> ProvisionImpact:
    """What became of a provision; raises a StoreError for what is not held."""
    repealed_on = follower.held.timeline.repealed_on
    base = ProvisionImpact(
        resolved,
        language,
        Verdict.UNKNOWN,
        vouched_until=follower.listed_until,
        repealed_on=repealed_on if repealed_on and repealed_on <= today else None,
    )
    if follower.adopted is not None and written < follower.adopted:
        why = f"The act was adopted on {follower.adopted}, after {written}."
        return replace(base, verdict=Verdict.NOT_THERE, why=why, now=newest_wording(resolved))
    try:
        label = follower.held.timeline.label_on(written)
    except ActRepealed as error:
        return replace(base, verdict=Verdict.ACT_REPEALED, why=str(error))
    except DateError as error:
        return _without_text(base, follower, written, str(error))
    return _since(base, follower, label, written)


def _without_text(
    base: ProvisionImpact, follower: Follower, written: date, why: str
) -> ProvisionImpact:
    """Unknown, as the text of the day is not held; with the edition from which it is, if later."""
    key, now = base.resolved.cited.key, newest_wording(base.resolved)
    older = before_the_first_text(follower.held.timeline, key, follower.held.of(key), written)
    if older is None:
        return replace(base, why=why, now=now)
    return replace(base, why=str(older), known_from=older.known_from, now=now)


def _since(
    base: ProvisionImpact, follower: Follower, label: EditionLabel, written: date
) -> ProvisionImpact:
    """What became of a provision since a day for which an edition's label answers."""
    resolved, cited = base.resolved, base.resolved.cited
    in_force = follower.in_force(cited.key, written)
    if in_force.absent:
        return replace(
            base, verdict=Verdict.NOT_THERE, why=in_force.doubt, now=newest_wording(resolved)
        )
    label = in_force.label or label
    standing = follower.standing(cited.key, label)
    if standing.place is not Stands.HERE:
        why = {
            Stands.ABSENT: f"Edition {label}, which answers for {written}, has no {cited.key}.",
            Stands.CUT: f"The copy of edition {label} that is held may end inside {cited.key}.",
            Stands.NOT_HELD: f"Of edition {label} the part with {cited.key} is not held.",
        }[standing.place]
        if standing.place is not Stands.ABSENT:
            return _without_text(base, follower, written, why)
        return replace(base, verdict=Verdict.NOT_THERE, why=why, now=newest_wording(resolved))
    followed = follower.follow(cited.key, label)
    then = wording_of(cited, followed.then)
    if then is None:
        words = cited.path or joined(*(unit.key for unit in cited.inside))
        why = f"Edition {label}, which answers for {written}, has no {words} in {cited.key}."
        return replace(base, verdict=Verdict.NOT_THERE, why=why, now=newest_wording(resolved))
    if not says_something(then) and not (followed.now.article and followed.steps):
        why = f"In edition {label}, which answers for {written}, it was repealed already."
        return replace(base, verdict=Verdict.NOT_THERE, then=then, why=why)
    base = replace(base, by_in_force=in_force.label is not None)
    settled = True
    if in_force.label is None:
        differing = _differing(cited, then, follower, in_force.candidates)
        doubtful = differing or in_force.older or in_force.limited
        base = replace(base, doubt=in_force.doubt if doubtful else None)
        settled = _is_settled(follower, in_force, differing, written)
    return _judged(base, follower, followed, then, written, settled=settled)


def _differing(
    cited: CitedProvision, then: Wording, follower: Follower, labels: Sequence[EditionLabel]
) -> set[EditionLabel]:
    """The editions, of those that may have been in force, in which a provision reads otherwise."""
    return {
        label
        for label in labels
        if differs(
            cited, follower.version(cited.key, follower.standing(cited.key, label)), text_of(then)
        )
    }


def _is_settled(
    follower: Follower, in_force: InForceThen, differing: set[EditionLabel], written: date
) -> bool:
    """Whether the wording of a day may be taken for that in force, though starts are not known.

    It may where an act that begins more than a year after its adoption is not reckoned with.
    """
    if in_force.limited:
        return False
    if differing:
        return in_force.likely is not None and in_force.likely not in differing
    oldest = [one.label.last_day for one in follower.held.editions if one.label.last_day]
    return not in_force.older or bool(oldest and written - min(oldest) > _LATEST_START)


def _elsewhere(follower: Follower, then: Wording, followed: Followed) -> Wording | None:
    """The only other article of the newest edition that has a provision's words."""
    others = follower.articles(followed.now.edition)
    found = [place for one in others if (place := with_words(then, one)) is not None]
    same = [one for one in found if text_of(one) == text_of(then)]
    return same[0] if len(same) == 1 else None


def _judged(
    base: ProvisionImpact,
    follower: Follower,
    followed: Followed,
    then: Wording,
    written: date,
    *,
    settled: bool,
) -> ProvisionImpact:
    cited = base.resolved.cited
    now = where_it_is(cited, then, followed.now)
    if now is None and may_be_sought(then):
        now = _elsewhere(follower, then, followed)
    listed = follower.listed_until
    listing = listed is not None and listed >= written
    limit = follower.limit_today(followed.now.key)
    undated = follower.undated(followed.now.key)
    otherwise = any(differs(cited, version, text_of(then)) for version in undated)
    vouched = listing and settled and not (followed.missing or limit or otherwise)
    touching = touching_steps(cited, then, followed.steps)
    verdict = verdict_on(cited, then, now, touching, vouched=vouched)
    if base.repealed_on:
        verdict = Verdict.ACT_REPEALED
    why = None if verdict is Verdict.ACT_REPEALED else limit
    if verdict is Verdict.NO_CHANGE_SEEN and limit is None:
        why = base.doubt
        if followed.missing:
            why = f"Not held: {', '.join(map(str, followed.missing))}."
        elif otherwise:
            why = "An undated copy that is held reads otherwise; which is older is not known."
        elif not listing:
            why = "No list of the act's editions is held that covers the day."
    return replace(
        base,
        verdict=verdict,
        then=then,
        now=now,
        steps=touching,
        upcoming=touching_steps(cited, now, followed.upcoming),
        article_changed=any(
            step.kind not in {ChangeKind.TECHNICAL, ChangeKind.UNCHANGED} for step in followed.steps
        ),
        missing=followed.missing,
        why=why,
    )

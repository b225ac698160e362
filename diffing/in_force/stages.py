"""An article's wordings in the held editions, as the stages that `wording` walks."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from corpus.amendments import (
    AmendingAct,
    Amendment,
    EntryIntoForce,
    Role,
    Verb,
)
from corpus.keys import SEPARATOR
from corpus.law import Article, EditionLabel
from diffing.classify import ChangeKind, classify, has_wording
from diffing.excluded_in_place import noted_in_place
from diffing.explained_changes import changed_words
from diffing.explaining import (
    Explanation,
    NotedAt,
    Told,
    adds_the_unit,
    ended,
    explanations,
    is_for_a_time,
    may_speak_of,
    speaking_of,
)
from diffing.gone import by_its_exclusion, is_gone
from diffing.in_force.starts import Stage, Start, at_the_end, by_label, start_of, started_anew
from diffing.in_force.still_printed import repeals_to_come
from diffing.order import may_lie_between
from diffing.redline import redline

Entries = Callable[[Amendment], EntryIntoForce]
"""From when an amendment is in force, as far as it is known."""

_LIMITING = frozenset({Verb.TEMPORARY, Verb.LATER_START, Verb.SUSPENDED})
_SAME_WORDS = frozenset({ChangeKind.UNCHANGED, ChangeKind.TECHNICAL})


@dataclass(frozen=True)
class Version:
    """What a held edition says of an article; None: it holds the place and has none there.

    `amendments` are those of its notes, at least all that stand at the article, at the divisions
    around it and at the act; `cause` is the act that the registry names. `tells`: its notes name
    acts at all, so that what they do not name did not happen.
    """

    label: EditionLabel
    article: Article | None
    amendments: tuple[Amendment, ...] = ()
    cause: AmendingAct | None = None
    tells: bool = True


@dataclass(frozen=True)
class StagedVersions:
    """A stage, and the places of the versions that have its wording, oldest first."""

    stage: Stage
    versions: tuple[int, ...] = field(default=())


def stages_of(
    key: str, versions: Sequence[Version], known: Iterable[EditionLabel], entries: Entries
) -> tuple[StagedVersions, ...]:
    """The stages of an article, oldest first.

    The versions are in a sure order, oldest first; `known` are the labels of all editions that are
    known to exist. Neighbours that differ only technically are one stage unless the newer one's
    notes name another amendment.
    """
    repeals = [
        repeals_to_come(one.amendments, (one.article,), one.label, lambda of: entries(of).on)
        for one in versions
    ]
    versions = _told_by_later_notes(key, list(map(_without, versions, repeals)))
    known, found = tuple(known), list[StagedVersions]()
    for place, version in enumerate(versions):
        limits = _limits(key, version, entries)
        coming = _announced(key, version, entries, repeals[place])
        if not place:
            starts = _first_starts(key, version, entries)
            told = version.tells or version.article is None
            stage = Stage(version.label, starts, limits=limits, told=told)
            found.append(StagedVersions(stage.announcing(coming, version.label), (0,)))
            continue
        before = versions[place - 1]
        silent = may_lie_between(known, before.label, version.label)
        explained = _explained(key, before, version)
        same = _same(before.article, version.article)
        noted = any(Told.NEW_IN_NOTE in one.rules for one in explained)
        if same and not noted and (version.tells or not silent):
            last = found[-1]
            stage = last.stage.also_limited(limits).announcing(coming, version.label)
            found[-1] = StagedVersions(stage, (*last.versions, place))
            continue
        starts = _starts(key, before, version, explained, entries, alone=not silent)
        stage = Stage(version.label, starts, before.label, silent, limits, same=same)
        found.append(StagedVersions(stage.announcing(coming, version.label), (place,)))
    return _without_what_came(found)


def _without(version: Version, repeals: Collection[Amendment]) -> Version:
    """The version without amendments that did not make its wording."""
    return replace(
        version, amendments=tuple(one for one in version.amendments if one not in repeals)
    )


def _told_by_later_notes(key: str, versions: Sequence[Version]) -> Sequence[Version]:
    """The versions; the oldest, where its copy has no notes, with what a later one's notes tell.

    Notes accumulate until a rewording drops them: what a later edition's notes name that was
    adopted by the day of the oldest one had amended it, and if they name nothing, nothing had.
    """
    oldest = versions[0]
    later = next((one for one in versions[1:] if one.tells), None)
    day = oldest.label.first_day
    if oldest.tells or oldest.article is None or later is None or day is None:
        return versions
    noted = speaking_of(later.amendments, key, _divisions(later))
    if any(
        one.amendment.act.adopted is None or one.amendment.verb in {Verb.REWORDED, Verb.REPEALED}
        for one in noted
    ):
        return versions
    own = tuple(one.amendment for one in noted if (one.amendment.act.adopted or day) <= day)
    told = replace(oldest, amendments=(*oldest.amendments, *own), tells=True)
    return (told, *versions[1:])


def _same(before: Article | None, now: Article | None) -> bool:
    if before is None or now is None:
        return before is now
    return (
        before == now or before.wording == now.wording or classify(before, now).kind in _SAME_WORDS
    )


def _explained(key: str, before: Version, now: Version) -> tuple[Explanation, ...]:
    own, earlier = (
        speaking_of(one.amendments, key, one.article.divisions if one.article else around)
        for one, around in ((now, _divisions(before)), (before, _divisions(now)))
    )
    own = (*own, *noted_in_place(now.article))
    earlier = (*earlier, *noted_in_place(before.article))
    asked = any(noted.at is NotedAt.ACT for noted in own)
    words = changed_words(redline(before.article, now.article)) if asked else ""
    found = explanations(now.label, now.cause, own, earlier, words)
    return by_its_exclusion(found) if is_gone(now.article) else found


def _divisions(version: Version) -> tuple[str, ...]:
    return version.article.divisions if version.article else ()


def _first_starts(key: str, version: Version, entries: Entries) -> tuple[Start, ...]:
    """All that the notes of the oldest wording held name: each may have started later."""
    if version.article is None:
        return ()
    noted = speaking_of(version.amendments, key, _divisions(version))
    noted = (*noted, *noted_in_place(version.article))
    went, wording = not has_wording(version.article), version.article.wording
    born = max((day for one in noted if (day := _born(one.amendment))), default=date.min)
    return tuple(
        start_of(
            one.amendment,
            entries(one.amendment),
            one.at,
            came=_born(one.amendment) is not None,
            went=went,
        )
        for one in noted
        if one.amendment.verb is not Verb.TEMPORARY
        and (one.amendment.act.adopted or date.max) >= born
        and (one.at is not NotedAt.ACT or may_speak_of(one.amendment.statement, wording))
    )


def _born(amendment: Amendment) -> date | None:
    """When the act was adopted that added the article or a division around it; else None."""
    key = amendment.target.key
    if amendment.verb is not Verb.ADDED or amendment.target.place or key is None:
        return None
    return amendment.act.adopted if adds_the_unit(amendment.statement, key) else None


def _starts(
    key: str,
    before: Version,
    now: Version,
    told: Sequence[Explanation],
    entries: Entries,
    *,
    alone: bool,
) -> tuple[Start, ...]:
    """The starts of the amendments that explain a step; where no note does, of the cause.

    `alone`: no other edition is known between the two.
    """
    noted = [(one, at) for one in told if (at := one.noted_at) is not None]
    lasting = [one for one in noted if one[0].amendment.verb is not Verb.TEMPORARY]
    noted = lasting or noted
    came, went = is_gone(before.article), is_gone(now.article)
    if noted:

        def start(one: Explanation, at: NotedAt) -> Start:
            own = start_of(one.amendment, entries(one.amendment), at, came=came, went=went)
            new = Told.NEW_IN_NOTE in one.rules
            return own if new else started_anew(own, before.amendments)

        return tuple(start(one, at) for one, at in noted)
    if over := ended(before.amendments, key, before.label, now.label):
        return tuple(Start(one.amendment, at_the_end(one.amendment)) for one in over)
    return tuple(Start(one.amendment, by_label(one, now.label, alone=alone)) for one in told)


def _limits(key: str, version: Version, entries: Entries) -> tuple[Start, ...]:
    """What the notes say of a later start, an end or a suspension of words that stand there."""
    if version.article is None:
        return ()
    there = {block.key for block in version.article.blocks if block.key}
    around = {key, *version.article.divisions}
    return tuple(
        Start(one, entries(one))
        for one in version.amendments
        if (one.verb in _LIMITING or _ends_later(one, version.label))
        and one.role is not Role.OTHER_LANGUAGE
        and one.target.key in around
        and _stands(one.target.place, there)
    )


def _ends_later(amendment: Amendment, label: EditionLabel) -> bool:
    """Whether what an edition has is for a time that ends after its label.

    Notes stay when the time is over: an edition of a later day shows what follows.
    """
    until, last = amendment.until, label.last_day
    return is_for_a_time(amendment) and until is not None and (last is None or last < until)


def _announced(
    key: str, version: Version, entries: Entries, repeals: Iterable[Amendment]
) -> tuple[Start, ...]:
    """What the notes announce of the article or the whole act, and that it was or will be repealed.

    A place that starts later is announced where the wording lacks it, `repeals` where it does not.
    """
    article = version.article
    there = {block.key for block in article.blocks if block.key} if article else set()
    around = {key, *_divisions(version)}
    announced = tuple(
        Start(one, entries(one))
        for one in version.amendments
        if (one.target.key is None and (one.verb is Verb.REPEALED or one.role is Role.FORESEEN))
        or (
            one.target.key in around
            and (
                one.role is Role.FORESEEN
                or (one.verb is Verb.LATER_START and not _stands(one.target.place, there))
            )
        )
    )
    return (*announced, *(Start(one, entries(one)) for one in repeals))


def _without_what_came(stages: Sequence[StagedVersions]) -> tuple[StagedVersions, ...]:
    """The stages; what one of them announces and a later one has is no longer announced."""
    found = []
    for place, one in enumerate(stages):
        later = [
            start.amendment.act for after in stages[place + 1 :] for start in after.stage.starts
        ]
        announced = tuple(
            start
            for start in one.stage.announced
            if not any(start.amendment.act.is_same_act(act) for act in later)
        )
        found.append(StagedVersions(replace(one.stage, announced=announced), one.versions))
    return tuple(found)


def _stands(place: str, there: set[str]) -> bool:
    """Whether a place is in the wording: what is only announced limits nothing yet."""
    return not place or any(key == place or key.startswith(place + SEPARATOR) for key in there)

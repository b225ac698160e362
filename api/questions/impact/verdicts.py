"""What became of a provision, judged by its words then and now.

Nothing is called unchanged that the corpus cannot vouch for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from api.questions.citations.resolving import ResolvedProvision, place_of, place_of_path
from api.questions.evidence import Version
from api.questions.impact.followed import Step
from corpus.citations.places import Place
from corpus.citations.provisions import CitedProvision
from corpus.keys import joined
from diffing.classify import has_wording
from diffing.normalise import rules_between

_WORDS_ENOUGH = 6


class Verdict(StrEnum):
    """What became of a provision since the day on which it was cited."""

    UNCHANGED = "unchanged"
    """Vouched for: every edition since then that a registry lists is held and says the same."""
    NO_CHANGE_SEEN = "no change seen"
    """The same in all that is held; something that is not held may say otherwise."""
    FORM_ONLY = "form only"
    """Quotes, dashes, spaces, look-alike letters: the law's words are the same."""
    CHANGED = "changed"
    CHANGED_BACK = "changed and restored"
    """It reads as it did; in between it read otherwise."""
    MOVED = "moved"
    """The same words, in another place."""
    REPEALED = "repealed"
    GONE = "gone"
    """It is not there any more, and nothing says why."""
    ACT_REPEALED = "act repealed"
    NOT_THERE = "not there then"
    """On that day the act had no such provision."""
    UNKNOWN = "unknown"
    """What it said on that day, or what became of it, is not known here."""
    NOT_RESOLVED = "not resolved"
    """The citation is ambiguous, unknown, or no citation at all."""


@dataclass(frozen=True)
class Wording:
    """What a provision said in an edition: the article, and the place in it that is cited."""

    version: Version
    place: Place | None = None

    @property
    def key(self) -> str:
        """The key of the place."""
        return joined(self.version.key, self.place.key if self.place else "")


def newest_wording(resolved: ResolvedProvision) -> Wording | None:
    """The text of today, where that of the day is not known."""
    record = resolved.record
    if record is None or resolved.place is None:
        return None
    version = Version(record.edition, record.article.key, record.article)
    return Wording(version, resolved.place)


def wording_of(cited: CitedProvision, version: Version) -> Wording | None:
    """The provision in an edition; None where the article has no such place."""
    if version.article is None:
        return None
    place = place_of(cited, version.article)
    return None if place is None else Wording(version, place)


def where_it_is(cited: CitedProvision, then: Wording, now: Version) -> Wording | None:
    """The provision in the newest edition that tells: at its place, else where its words went."""
    if now.article is None:
        return None
    found = wording_of(cited, now)
    if found is not None or then.place is None or not then.place.blocks:
        return found
    return with_words(then, now)


def with_words(then: Wording, now: Version) -> Wording | None:
    """The only place of an article that has the words of a provision under another number."""
    if now.article is None or then.place is None or not then.place.blocks:
        return None
    words = then.place.blocks[0].text
    keys = [one.key for one in now.article.blocks if one.text == words and not one.quoted]
    if len(keys) != 1 or not keys[0]:
        return None
    place = place_of_path(now.article, keys[0])
    return None if place is None else Wording(now, place)


def touching_steps(
    cited: CitedProvision, wording: Wording | None, steps: Sequence[Step]
) -> tuple[Step, ...]:
    """The steps of an article, in order, that touch a provision: its words, or its number.

    `wording` is the provision before the first step; None where it was not there.
    """
    touching: list[Step] = []
    for step in steps:
        if wording is None:
            after = wording_of(cited, step.newer)
        else:
            after = where_it_is(cited, wording, step.newer)
        if not _is_same(wording, after):
            touching.append(step)
        wording = after
    return tuple(touching)


def _is_same(one: Wording | None, other: Wording | None) -> bool:
    if one is None or other is None:
        return one is other
    return one.key == other.key and text_of(one) == text_of(other)


def may_be_sought(then: Wording) -> bool:
    """Whether a provision has so many words that the same ones elsewhere are no coincidence."""
    blocks = then.place.blocks if then.place else ()
    return bool(blocks) and len(blocks[0].text.split()) >= _WORDS_ENOUGH


def verdict_on(
    cited: CitedProvision,
    then: Wording,
    now: Wording | None,
    steps: Sequence[Step],
    *,
    vouched: bool,
) -> Verdict:
    """What became of a provision, by the steps that touch it.

    `vouched`: nothing that is known to exist is missing.
    """
    if now is None or not says_something(now):
        return _how_it_went(then, now, steps)
    before, after = text_of(then), text_of(now)
    rules = rules_between(before, after)
    if rules is None:
        return Verdict.CHANGED
    if now.key != then.key:
        return Verdict.MOVED
    if rules:
        return Verdict.FORM_ONLY
    if any(differs(cited, step.newer, before) for step in steps):
        return Verdict.CHANGED_BACK
    return Verdict.UNCHANGED if vouched else Verdict.NO_CHANGE_SEEN


def _how_it_went(then: Wording, now: Wording | None, steps: Sequence[Step]) -> Verdict:
    """Repealed where a note in its place or an act tells so; else it is only gone."""
    if now is not None or not says_something(then):
        return Verdict.REPEALED
    told = bool(steps) and bool(steps[-1].acts)
    return Verdict.REPEALED if told else Verdict.GONE


def says_something(wording: Wording) -> bool:
    """Whether words are left of a provision; a heading and a note that it was excluded are none."""
    article = wording.version.article
    if article is None:
        return False
    place = wording.place
    if place is None or not (place.units or place.key):
        return has_wording(article)
    if not place.blocks:  # a heading
        return bool(place.text)
    return has_wording(replace(article, body=place.blocks))


def differs(cited: CitedProvision, version: Version, text: str) -> bool:
    """Whether a provision reads otherwise in an edition; quotes, dashes and the like aside."""
    wording = wording_of(cited, version)
    return wording is None or rules_between(text, text_of(wording)) is None


def text_of(wording: Wording) -> str:
    """The words of a provision, without the number that a moved one changes."""
    place, article = wording.place, wording.version.article
    if place is None or not place.blocks:
        return place.text if place else article.wording if article else ""
    if not place.key:
        return article.wording if article else place.text
    first, *others = place.blocks
    return "\n".join([first.text, *(block.printed for block in others)])

"""Which amendments explain that an article reads differently in two editions.

Nothing is guessed: every amendment that fits is named with how it is known to fit, and where
several fit they are candidates. This is the one reading of it: where words come from
(`diffing.origins`), which changes are unexplained (`diffing.explained_changes`) and which wording
is in force on a day (`diffing.in_force.wording`) all go by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from corpus.amendments import AmendingAct, Amendment, Role, Target, Verb
from corpus.keys import SEPARATOR
from corpus.law import ArticleKind, EditionLabel, Precision


class Told(StrEnum):
    """How an act is known to have brought the words."""

    NEW_IN_NOTE = "new in the note"
    """A note of the edition names it, the same note of the edition before does not."""
    DATE_IS_LABEL = "its date is the edition's label"
    IN_FORCE_ON_LABEL = "its in-force date is the edition's label"
    CAUSE = "the registry's cause of the edition"
    ADDED_THE_UNIT = "added the unit, no later act is named"
    """For the oldest words held: the note says that the act added the article or its chapter."""
    TEMPORARY_ENDED = "the temporary wording of the edition before ended"
    OWN_TEXT = "the act's own text says so"
    """Of what follows a temporary wording: the amending act is held and names that day."""


class NotedAt(StrEnum):
    """What the note stands at."""

    ARTICLE = "article"
    DIVISION = "division"
    ACT = "act"


@dataclass(frozen=True)
class Noted:
    """An amendment that speaks of an article, and what its note stands at."""

    amendment: Amendment
    at: NotedAt


@dataclass(frozen=True)
class Explanation:
    """An amendment that may have made a change, with how that is known.

    `noted_at` is None, and the amendment has nothing but its act, where only the registry's cause
    of the edition names it.
    """

    amendment: Amendment
    rules: tuple[Told, ...]
    noted_at: NotedAt | None = None


CHANGING = frozenset(
    {
        Verb.AMENDED,
        Verb.REWORDED,
        Verb.ADDED,
        Verb.REPEALED,
        Verb.RETITLED,
        Verb.WORDS_REPLACED,
        Verb.TEMPORARY,
        Verb.UNREAD,
    }
)
"""What changes words; a later start and a suspension leave them as they are."""

_HEADING = re.compile(
    r"^\W*(?:в\s+)?(?:заголов|наименован|назван|тақырыб|атау|title|heading)", re.IGNORECASE
)
_UNITS = {
    "art": ("статьей", "бап"),
    "p": ("пунктом", "тармақ"),
    "ch": ("главой", "тарау"),
    "sec": ("разделом", "бөлім"),
    "par": ("параграфом", "параграф"),
    "app": ("приложением", "қосымша"),
}
_STEM = 4
"""Letters of a word that its forms have in common, more or less."""
_QUOTED = re.compile(r"[\"«“„]([^\"«»“”„]*)[\"»”“]")


def speaking_of(
    amendments: Iterable[Amendment], key: str, divisions: Sequence[str] = ()
) -> tuple[Noted, ...]:
    """The amendments of an edition that say they changed an article, nearest note first.

    An amendment of a division's heading, and one of the act that does not speak of the whole text,
    say nothing of the article.
    """
    found: dict[NotedAt, list[Noted]] = {at: [] for at in NotedAt}
    for one in amendments:
        if one.role is not Role.AMENDS or one.verb not in CHANGING or _names_no_act(one):
            continue
        at = _where(one, key, divisions)
        if at is not None:
            found[at].append(Noted(one, at))
    return tuple(noted for same in found.values() for noted in same)


def _where(amendment: Amendment, key: str, divisions: Sequence[str]) -> NotedAt | None:
    target = amendment.target.key
    if target == key:
        return NotedAt.ARTICLE
    if target is None:
        return NotedAt.ACT if amendment.verb is Verb.WORDS_REPLACED else None
    if target in divisions and not of_heading(amendment):
        return NotedAt.DIVISION
    return None


def _names_no_act(amendment: Amendment) -> bool:
    """Whether it says of a wording only until when it applies, and not who made it."""
    act = amendment.act
    return amendment.verb is Verb.TEMPORARY and act.adopted is None and not act.number


def of_heading(amendment: Amendment) -> bool:
    """Whether only the heading of its place was changed; a preamble has none."""
    if (amendment.target.key or "").endswith(ArticleKind.PREAMBLE):
        return False
    if amendment.verb is Verb.RETITLED:
        return True
    return is_about_heading(amendment.target.words or amendment.statement)


def is_about_heading(statement: str) -> bool:
    """Whether a note begins with what it says of a heading."""
    return bool(_HEADING.search(statement))


def explanations(
    label: EditionLabel,
    cause: AmendingAct | None,
    now: Sequence[Noted],
    before: Sequence[Noted],
    changed: str,
) -> tuple[Explanation, ...]:
    """The amendments that may have made an article what it is in an edition.

    `label` and `cause` are the edition's, `now` and `before` what its notes and those of the
    edition before it say of the article, `changed` the words that came or went: an act that
    replaced words throughout the text fits only where they are among them. In the notes' order.
    """
    found: list[Explanation] = []
    for noted in now:
        amendment = noted.amendment
        if noted.at is NotedAt.ACT and not speaks_of(amendment.statement, changed):
            continue
        adopted, starts = amendment.act.adopted, amendment.clause.on
        if rules := rules_that_fit(label, adopted, starts, new=is_new(amendment, before)):
            explanation = Explanation(amendment, rules, noted.at)
            if not any(_say_the_same(explanation, one) for one in found):
                found.append(explanation)
    return tuple(found) if cause is None else _with_cause(found, cause)


def rules_that_fit(
    label: EditionLabel, adopted: date | None, in_force_from: date | None, *, new: bool
) -> tuple[Told, ...]:
    """By which rules an act that a note names may have made an edition; () if by none.

    `new`: the note of the edition before does not name it.
    """
    day = label.first_day if label.precision is Precision.DAY else None
    fits = {
        Told.NEW_IN_NOTE: new,
        Told.DATE_IS_LABEL: day is not None and adopted == day,
        Told.IN_FORCE_ON_LABEL: day is not None and in_force_from == day,
    }
    return tuple(rule for rule, holds in fits.items() if holds)


def is_new(amendment: Amendment, before: Sequence[Noted]) -> bool:
    """Whether no earlier note says the same: its act, its place, its day.

    An act that enters into force in stages may be named again, for another place or another day.
    Notes that name no act say the same where they say the same of the same place.
    """
    return not any(
        _are_of_one_act(amendment, other.amendment)
        and other.amendment.target.place in {"", amendment.target.place}
        and other.amendment.clause.on == amendment.clause.on
        for other in before
    )


def _are_of_one_act(one: Amendment, other: Amendment) -> bool:
    if _is_nameless(one) or _is_nameless(other):
        same = (one.act, one.verb, one.target) == (other.act, other.verb, other.target)
        return same and one.statement == other.statement
    return one.act.is_same_act(other.act)


def _is_nameless(amendment: Amendment) -> bool:
    act = amendment.act
    return act.adopted is None and act.number is None and not act.adopted_as_written


def _say_the_same(one: Explanation, other: Explanation) -> bool:
    """Whether two notes say the same, as what is printed in an article's place and its note do."""
    first, second = one.amendment, other.amendment
    said = [(each.verb, each.target, each.clause.on) for each in (first, second)]
    return said[0] == said[1] and _are_of_one_act(first, second) and one.noted_at is other.noted_at


def ended(
    before: Iterable[Amendment], key: str, older: EditionLabel, newer: EditionLabel
) -> tuple[Explanation, ...]:
    """What was in an article of the older edition for a time that ended by the newer one.

    A temporary wording, or an amendment of which the note says until when it is in force.
    """
    if older.first_day is None or newer.last_day is None:
        return ()
    return tuple(
        Explanation(one, (Told.TEMPORARY_ENDED,), NotedAt.ARTICLE)
        for one in before
        if is_for_a_time(one)
        and one.target.key == key
        and one.until is not None
        and older.first_day < one.until <= newer.last_day
    )


def is_for_a_time(amendment: Amendment) -> bool:
    """Whether a note says of what was changed that it is in force for a time only."""
    if amendment.verb is Verb.TEMPORARY:
        return True
    of_words = amendment.role is Role.AMENDS and amendment.verb in CHANGING
    return of_words and amendment.until is not None


def adds_the_unit(statement: str, key: str) -> bool:
    """Whether a note says that a unit was added: «дополнен статьей 36-1», «36-1-баппен …»."""
    kind, _, number = key.rpartition(SEPARATOR)[2].partition("_")
    if kind not in _UNITS or not number:
        return False
    ru, kk = _UNITS[kind]
    exactly = rf"{re.escape(number)}(?![\d-])"
    return bool(
        re.search(rf"дополнен\w*\s+{ru}\s+{exactly}", statement, re.IGNORECASE)
        or (
            re.search(rf"(?<![\d-]){re.escape(number)}-{kk}\w*[мпб]ен\b", statement, re.IGNORECASE)
            and "толықтырыл" in statement
        )
    )


def speaks_of(statement: str, words: str) -> bool:
    """Whether a note that quotes words quotes any of these, a line a passage, in whatever form."""
    quoted = [" ".join(one.split()).lower() for one in _QUOTED.findall(statement)]
    changed = " ".join(words.split()).lower()
    if not quoted or any(one and (one in changed or changed in one) for one in quoted):
        return True
    stems = {word[:_STEM] for one in quoted for word in re.findall(r"\w+", one)}
    passages = [re.findall(r"\w+", line.lower()) for line in words.splitlines()]
    return any(
        all(word[:_STEM] in stems for word in passage) and len(max(passage, key=len)) >= _STEM
        for passage in passages
        if passage
    )


def may_speak_of(statement: str, wording: str) -> bool:
    """Whether words that a note quotes may stand in a wording, in whatever form."""
    quoted = [word for one in _QUOTED.findall(statement) for word in re.findall(r"\w+", one)]
    there = wording.lower()
    return not quoted or any(word.lower()[:_STEM] in there for word in quoted)


def _with_cause(found: list[Explanation], cause: AmendingAct) -> tuple[Explanation, ...]:
    """The explanations, and the act that the registry names; one where a note names it too."""
    joined = tuple(
        Explanation(one.amendment, (*one.rules, Told.CAUSE), one.noted_at)
        if cause.is_same_act(one.amendment.act)
        else one
        for one in found
    )
    if any(Told.CAUSE in one.rules for one in joined):
        return joined
    return (*joined, by_registry(cause))


def by_registry(cause: AmendingAct) -> Explanation:
    """The explanation that only the registry's cause of the edition gives."""
    return Explanation(Amendment(Target(), Verb.UNREAD, cause), (Told.CAUSE,))

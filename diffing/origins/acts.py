"""Which act brought words into an article, as far as footnotes and the registry tell.

Nothing is guessed: every act that fits is named with the rules by which it fits, and where several
fit they are candidates. Without any the amending act is unknown.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from corpus.amendments import Role
from corpus.law import Cause, EditionLabel, Footnote
from corpus.notes import NamedAct, acts_in, named_acts
from diffing.explaining import (
    NotedAt,
    Told,
    adds_the_unit,
    is_about_heading,
    rules_that_fit,
    speaks_of,
)

__all__ = [
    "CandidateAct",
    "NotedAt",
    "NotesAround",
    "Told",
    "acts_between",
    "acts_in_own_notes",
    "acts_of_oldest",
]


@dataclass(frozen=True)
class CandidateAct:
    """An act that may have brought the words; where several fit they are candidates.

    `quote` is the note's or the registry's own words for it; `noted_at` is None where only the
    registry names it.
    """

    date: datetime.date | None
    number: str | None
    rules: tuple[Told, ...]
    link: str | None = None
    in_force_from: datetime.date | None = None
    title: str | None = None
    quote: str = ""
    noted_at: NotedAt | None = None


@dataclass(frozen=True)
class NotesAround:
    """The footnotes of one edition that speak of an article, by what they stand at."""

    article: tuple[Footnote, ...] = ()
    divisions: Mapping[str, tuple[Footnote, ...]] = field(default_factory=dict)
    """By the key of a division that the article stands in."""
    act: tuple[Footnote, ...] = ()

    def named(self) -> list[tuple[NotedAt, NamedAct]]:
        """The acts that say they amended the article, nearest note first, each once.

        A division's note that speaks of its heading, and a note of the act that does not speak of
        the whole text, say nothing of the article.
        """
        found: list[tuple[NotedAt, NamedAct]] = []
        for noted_at, act in self._all():
            if act.role is Role.AMENDS and not any(act.is_same_act(one) for _, one in found):
                found.append((noted_at, act))
        return found

    def _all(self) -> Iterator[tuple[NotedAt, NamedAct]]:
        for note in self.article:
            yield from ((NotedAt.ARTICLE, act) for act in named_acts(note))
        for notes in self.divisions.values():
            for act in (act for note in notes for act in named_acts(note)):
                if not is_about_heading(act.statement):
                    yield NotedAt.DIVISION, act
        for act in (act for note in self.act for act in named_acts(note)):
            if _THROUGHOUT.search(act.statement):
                yield NotedAt.ACT, act


_THROUGHOUT = re.compile(
    r"\bв(?:о)?\s+(?:всем\s+)?тексте|по\s+(?:всему\s+)?тексту|мәтін\w*\s+бойынша|throughout",
    re.IGNORECASE,
)


def acts_between(
    label: EditionLabel,
    cause: Cause | None,
    now: NotesAround,
    before: NotesAround,
    changed: str,
) -> tuple[CandidateAct, ...]:
    """The acts that may have made an article what it is in an edition, from what it was before.

    `label`, `cause` and `now` are the edition's, `before` are the notes of the edition before it,
    `changed` are the words that came or went: an act that replaced words throughout the text fits
    only where they are among them. Acts that fit by more rules come first, then the later ones.
    """
    earlier = [act for _, act in before.named()]
    found = []
    for noted_at, act in now.named():
        if noted_at is NotedAt.ACT and not speaks_of(act.statement, changed):
            continue
        new = not any(act.is_same_act(other) for other in earlier)
        if rules := rules_that_fit(label, act.date, act.in_force_from, new=new):
            found.append(_amending(act, noted_at, rules))
    return _in_order(_with_cause(found, cause))


def acts_of_oldest(
    key: str, divisions: Sequence[str], now: NotesAround
) -> tuple[CandidateAct, ...]:
    """The act that brought all words of the oldest text held of an article, if notes tell.

    It is so only where a note says that an act added this article, or a division it stands in, and
    no note names an act that may have changed it later.
    """
    named = now.named()
    units = (key, *divisions)
    added = [
        (at, act) for at, act in named if any(adds_the_unit(act.statement, one) for one in units)
    ]
    if len(added) != 1:
        return ()
    noted_at, first = added[0]
    for at, act in named:
        earlier = act.date is not None and first.date is not None and act.date < first.date
        if act is not first and not (at is NotedAt.ACT and earlier):
            return ()
    return (_amending(first, noted_at, (Told.ADDED_THE_UNIT,)),)


def acts_in_own_notes(now: NotesAround) -> tuple[CandidateAct, ...]:
    """The acts that an article's own notes name: each changed it, in which words is not known.

    They are no amending acts of any words, and so by no rule.
    """
    own = NotesAround(article=now.article).named()
    return tuple(_amending(act, noted_at, ()) for noted_at, act in own)


def _amending(act: NamedAct, noted_at: NotedAt | None, rules: tuple[Told, ...]) -> CandidateAct:
    return CandidateAct(
        act.date,
        act.number,
        rules,
        link=act.link,
        in_force_from=act.in_force_from,
        quote=act.quote,
        noted_at=noted_at,
    )


def _with_cause(found: list[CandidateAct], cause: Cause | None) -> list[CandidateAct]:
    """The acts, and the one that the registry names; where a note names it too it is one."""
    if cause is None or not (cause.title or cause.requisites):
        return found
    named = acts_in(cause.requisites or "")  # a title names the acts that it amends
    own = named[0] if named else NamedAct(None, None)
    joined = [
        replace(act, rules=(*act.rules, Told.CAUSE), title=cause.title)
        if own.is_same_act(NamedAct(act.date, act.number))
        else act
        for act in found
    ]
    if joined != found:
        return joined
    by_registry = _amending(own, None, (Told.CAUSE,))
    quote = cause.requisites or cause.title or ""
    return [*found, replace(by_registry, title=cause.title, quote=quote)]


def _in_order(acts: list[CandidateAct]) -> tuple[CandidateAct, ...]:
    by_date = sorted(acts, key=lambda act: act.date or datetime.date.min, reverse=True)
    return tuple(sorted(by_date, key=lambda act: len(act.rules), reverse=True))

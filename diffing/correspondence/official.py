"""Official notes that tie old rules to new ones.

«Статья 36-1 исключена Законом от 24.05.2021 № 42-VII» in one act, «Дополнен главой 13-1
Конституционным законом от 24.05.2021 № 41-VII» in another: what was excluded and what was added
by the same act, or by acts of the same day where only one thing was excluded and one added, are
the old and the new home of the same rules. Which rule became which the notes do not say: that is
left to the words, of which fewer are enough then.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.exclusions import is_excluded
from corpus.law import Article, Edition, Footnote
from corpus.notes import NamedAct, Role, named_acts
from diffing.correspondence.assignment import Place
from diffing.correspondence.provision import Provision
from diffing.correspondence.selection import Chosen

_ADDED = re.compile(r"\bдополнен[аоы]?\b|\bтолықтырылды|\bsupplemented\b|\badded\b", re.IGNORECASE)
_EXCLUDED = re.compile(
    r"исключен[аоы]?\b|утратил\w*\s+силу|алы(?:п|нып)\s+таста\w*|жойыл\w*|excluded|repealed",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Event:
    """A unit that an act excluded or added, and the note's own words for it."""

    ngr: str
    key: str
    act: NamedAct

    @property
    def quote(self) -> str:
        return f"{self.act.statement} {self.act.quote}"


def linked_places(
    old: Sequence[tuple[Chosen, Provision]], new: Sequence[tuple[Chosen, Provision]]
) -> dict[Place, str]:
    """The pairs of places that notes tie together, each with the quotes of both notes."""
    excluded = {id(one): tuple(_exclusions(one)) for one, _ in old}
    added = {id(one): tuple(_additions(one)) for one, _ in new}
    gone = _distinct(event for events in excluded.values() for event in events)
    come = _distinct(event for events in added.values() for event in events)
    links = {}
    for row, (before, _) in enumerate(old):
        for column, (after, _) in enumerate(new):
            for went in excluded[id(before)]:
                for came in added[id(after)]:
                    if _are_tied(went, came, gone, come):
                        links[row, column] = f"{went.quote}; {came.quote}"
    return links


def _are_tied(went: _Event, came: _Event, gone: Sequence[_Event], come: Sequence[_Event]) -> bool:
    if (went.ngr, went.key) == (came.ngr, came.key):
        return False
    if went.act.number and came.act.number and went.act.is_same_act(came.act):
        return True
    day = went.act.date
    if day is None or came.act.date != day:
        return False
    that_day = [[event for event in events if event.act.date == day] for events in (gone, come)]
    return all(len(events) == 1 for events in that_day)


def _exclusions(one: Chosen) -> Iterator[_Event]:
    """The acts that excluded an article, as a later edition tells."""
    later = one.selection.later
    article = later.by_key.get(one.article.key) if later else None
    if later is None or article is None or not is_excluded(article):
        return
    for act in _acts(article.notes, _EXCLUDED):
        yield _Event(later.ngr, article.key, act)


def _additions(one: Chosen) -> Iterator[_Event]:
    """The acts that added an article, or a division around it."""
    edition = one.selection.edition
    for key, notes in _around(edition, one.article):
        for act in _acts(notes, _ADDED):
            yield _Event(edition.ngr, key, act)


def _around(edition: Edition, article: Article) -> Iterator[tuple[str, Iterable[Footnote]]]:
    yield article.key, article.notes
    for division in edition.divisions:
        if division.key in article.divisions:
            yield division.key, division.notes


def _acts(notes: Iterable[Footnote], verb: re.Pattern[str]) -> Iterator[NamedAct]:
    for note in notes:
        for act in named_acts(note):
            if act.role is Role.AMENDS and verb.search(act.statement):
                yield act


def _distinct(events: Iterable[_Event]) -> list[_Event]:
    return list({(event.ngr, event.key, event.act.date): event for event in events}.values())

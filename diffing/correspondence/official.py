"""Official notes that tie old rules to new ones.

«Статья 36-1 исключена Законом от 24.05.2021 № 42-VII» in one act, «Дополнен главой 13-1
Конституционным законом от 24.05.2021 № 41-VII» in another: what was excluded and what was added
by the same act, or by acts of the same day where only one thing was excluded and one added, are
the old and the new home of the same rules. Which rule became which the notes do not say: that is
left to the words, of which fewer are enough then.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from corpus.amendments import Role
from corpus.exclusions import EXCLUSION, is_excluded
from corpus.law import Article, ArticleKind, Division, DivisionKind
from corpus.notes import NamedAct, named_acts
from diffing.correspondence.assignment import Cell
from diffing.correspondence.provision import Provision
from diffing.correspondence.selection import Chosen

_ADDED = re.compile(r"\bдополнен[аоы]?\b|\bтолықтырылды|\bsupplemented\b|\badded\b", re.IGNORECASE)
_SECTION, _CHAPTER, _PARAGRAPH, _ARTICLE, _POINT = range(5)
_RUNGS = tuple(
    re.compile(words, re.IGNORECASE)
    for words in (
        r"\b(?:под)?раздел|приложени|бөлім|қосымша|\b(?:sub)?section|\bannex|\bappendix",
        r"\bглав[аоуыае]|тарау|\bchapter",
        r"параграф",
        r"\bстат(?:ь|ей)|\bбап|\barticle",
        r"\bпункт|тармақ(?!ша)|\bpoint|\bparagraph|\bitem",
        r"подпункт|абзац|\bчаст[ьией]|\bслов|предложени|тармақша|бөлі[кг]|сөз|сөйлем|\bwords?\b",
        r"subparagraph|\bindent|\bparts?\b",
    )
)
"""The units of an act from the largest to the smallest, in the three languages."""
_RUNG_OF: dict[ArticleKind | DivisionKind, int] = {
    ArticleKind.ARTICLE: _ARTICLE,
    ArticleKind.POINT: _POINT,
    ArticleKind.APPENDIX: _SECTION,
    DivisionKind.SECTION: _SECTION,
    DivisionKind.SUBSECTION: _SECTION,
    DivisionKind.CHAPTER: _CHAPTER,
    DivisionKind.PARAGRAPH: _PARAGRAPH,
    DivisionKind.APPENDIX: _SECTION,
}


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
) -> dict[Cell, str]:
    """The pairs of places that notes tie together, each with the quotes of both notes.

    Which side is the older one the notes tell: what the one lost the other got.
    """
    backwards = {(row, column): ground for (column, row), ground in _handed_over(new, old).items()}
    return backwards | _handed_over(old, new)


def _handed_over(
    givers: Sequence[tuple[Chosen, Provision]], takers: Sequence[tuple[Chosen, Provision]]
) -> dict[Cell, str]:
    lost = _events(givers, _exclusions)
    got = _events(takers, _additions)
    gone = _distinct(event for events in lost.values() for event in events)
    come = _distinct(event for events in got.values() for event in events)
    grounds = {
        (giver, taker): f"{went.quote}; {came.quote}"
        for giver, exclusions in lost.items()
        for taker, additions in got.items()
        for went in exclusions
        for came in additions
        if _are_tied(went, came, gone, come)
    }
    return {
        (row, column): grounds[id(giver), id(taker)]
        for row, (giver, _) in enumerate(givers if grounds else ())
        for column, (taker, _) in enumerate(takers)
        if (id(giver), id(taker)) in grounds
    }


def _events(
    side: Sequence[tuple[Chosen, Provision]], happened: Callable[[Chosen], Iterable[_Event]]
) -> dict[int, tuple[_Event, ...]]:
    """What happened to each article of a side, where anything did."""
    articles = {id(one): one for one, _ in side}
    events = {place: tuple(happened(one)) for place, one in articles.items()}
    return {place: own for place, own in events.items() if own}


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
    for act in _acts(article, EXCLUSION):
        yield _Event(later.ngr, article.key, act)


def _additions(one: Chosen) -> Iterator[_Event]:
    """The acts that added an article, or a division around it."""
    edition = one.selection.edition
    around = [each for each in edition.divisions if each.key in one.article.divisions]
    units: list[Article | Division] = [one.article, *around]
    for unit in units:
        for act in _acts(unit, _ADDED):
            yield _Event(edition.ngr, unit.key, act)


def _acts(unit: Article | Division, verb: re.Pattern[str]) -> Iterator[NamedAct]:
    """The acts that did something to a unit itself, not only to a part of it."""
    for note in unit.notes:
        for act in named_acts(note):
            whole = _smallest_named(act.statement) in {None, _RUNG_OF.get(unit.kind)}
            if act.role is Role.AMENDS and whole and verb.search(act.statement):
                yield act


def _smallest_named(statement: str) -> int | None:
    """The rung of what was added or excluded: «глава 2 дополнена статьей 20-1» is an article's."""
    named = [rung for rung, words in enumerate(_RUNGS) if words.search(statement)]
    return max(named, default=None)


def _distinct(events: Iterable[_Event]) -> list[_Event]:
    return list({(event.ngr, event.key, event.act.date): event for event in events}.values())

"""Articles through time: where each stands in every edition, and how long its wordings lasted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from corpus.keys import key_order
from corpus.law import Article, EditionLabel
from diffing.classify import REWORDED, ChangeKind, has_wording
from diffing.measures.order import days
from diffing.measures.places import Places
from diffing.measures.steps import ArticleChange, Step

_NEW_WORDING = REWORDED | {ChangeKind.ADDED, ChangeKind.RESTORED}


class State(StrEnum):
    """What an edition says of an article."""

    WORDING = "wording"
    NO_WORDING = "no wording"
    """It stands there without a wording: repealed, its heading or a note left in its place."""
    ABSENT = "absent"
    NOT_HELD = "not held"
    """The edition does not hold the whole of its place: what it said then is not known."""


@dataclass(frozen=True)
class Stage:
    """An article in one edition; `change` is what that edition did to it, None for nothing.

    `gap`: whether between the nearest earlier edition that holds the article's place (if there is
    one) and this one another edition may lie.
    """

    state: State
    article: Article | None = None
    change: ArticleChange | None = None
    gap: bool = True


@dataclass(frozen=True)
class Life:
    """One article through the placed editions, a stage an edition.

    `keys` are the keys it has had, today's last; `article` is the newest state that is held.
    """

    keys: tuple[str, ...]
    article: Article
    stages: tuple[Stage, ...]

    @property
    def key(self) -> str:
        """Its key today, or the last one it had."""
        return self.keys[-1]


@dataclass(frozen=True)
class WordingLife:
    """How long one wording of an article lasted, by edition labels.

    `first` and `last` are the first and the last held edition that has it (technical changes,
    another number and another chapter leave it the same). `ended_by` is the edition in which it had
    been reworded or repealed (`end` says how), None while it lasts. `older_than_first`: it was
    there already when its place was first seen, or came behind a gap: it is counted from `first`
    all the same.
    `gap`: an edition that is not held may lie between `last` and `ended_by`, so it may have ended
    there.
    """

    key: str
    first: EditionLabel
    last: EditionLabel
    older_than_first: bool
    ended_by: EditionLabel | None = None
    end: ChangeKind | None = None
    gap: bool = False

    @property
    def days(self) -> tuple[int, int | None]:
        """How many days it lasted: at least, at most (None: it still lasts, no more is known).

        The two are the same where all labels are days and no edition is missing at the end.
        """
        first_day, last_day = days(self.first)
        seen_until = (days(self.last)[0] - last_day).days
        if self.ended_by is None:
            return max(0, seen_until), None
        earliest, latest = days(self.ended_by)
        at_least = seen_until + 1 if self.gap else (earliest - last_day).days
        return max(1, at_least), (latest - first_day).days


def lives(places: Places, steps: Sequence[Sequence[Step]]) -> tuple[Life, ...]:
    """Every article of the editions, in the act's natural order.

    `steps` are those into each edition. An article stays the same one under another number; one
    that went and comes again under its old key is the same one again.
    """
    threads: list[_Thread] = []
    current: dict[str, _Thread] = {}
    for place, edition in enumerate(places.editions):
        changes = [change for step in steps[place] for change in step.changes]
        current = _renumbered(current, changes)
        for key, article in edition.by_key.items():
            if key not in current:
                current[key] = _Thread()
                threads.append(current[key])
            current[key].articles[place] = article
        for change in changes:
            if thread := current.get(change.key):
                thread.changes[place] = change
    found = [_life(thread, places, steps) for thread in threads]
    return tuple(sorted(found, key=lambda life: key_order(life.key)))


def wording_lives(life: Life, labels: Sequence[EditionLabel]) -> Iterator[WordingLife]:
    """The wordings that an article has had, oldest first; `labels` are the editions' labels."""
    running: WordingLife | None = None
    for stage, label in zip(life.stages, labels, strict=True):
        kind = stage.change.kind if stage.change else None
        if stage.state is State.NOT_HELD:
            continue
        ends = stage.state is not State.WORDING or kind in _NEW_WORDING
        if running and ends:
            end = kind or ChangeKind.REPEALED
            yield replace(running, ended_by=label, end=end, gap=stage.gap)
            running = None
        if stage.state is not State.WORDING:
            continue
        if running is None:
            known = kind in _NEW_WORDING and not stage.gap
            running = WordingLife(life.key, label, label, older_than_first=not known)
        else:
            running = replace(running, last=label)
    if running:
        yield running


@dataclass
class _Thread:
    """An article while its life is put together: its text and its change by edition."""

    articles: dict[int, Article] = field(default_factory=dict)
    changes: dict[int, ArticleChange] = field(default_factory=dict)


def _renumbered(
    current: dict[str, _Thread], changes: Iterable[ArticleChange]
) -> dict[str, _Thread]:
    """The threads by the keys that the next edition gives them."""
    renamed = {
        change.old.key: change.new.key
        for change in changes
        if change.old and change.new and change.old.key != change.new.key
    }
    kept = {key: thread for key, thread in current.items() if key not in renamed}
    return kept | {new: current[old] for old, new in renamed.items() if old in current}


def _life(thread: _Thread, places: Places, steps: Sequence[Sequence[Step]]) -> Life:
    keys = [article.key for _, article in sorted(thread.articles.items())]
    key = keys[0]
    stages = []
    for place in range(len(places.editions)):
        article = thread.articles.get(place)
        key = article.key if article else key
        change = thread.changes.get(place)
        if not places.holds(place, key):
            state = State.NOT_HELD
        elif article is None:
            state = State.ABSENT
        else:
            state = State.WORDING if has_wording(article) else State.NO_WORDING
        gap = _gap(place, key, places, steps)
        stages.append(Stage(state, article, change, gap))
    newest = thread.articles[max(thread.articles)]
    return Life(tuple(dict.fromkeys(keys)), newest, tuple(stages))


def _gap(place: int, key: str, places: Places, steps: Sequence[Sequence[Step]]) -> bool:
    by = places.nearest_before(place, key)
    if by is None:
        return True
    older = places.editions[by].label
    return any(step.gap for step in steps[place] if step.older == older)
